/// The thread that owns the journal: seal, append, answer, then whoever listens. It also watches the disk.
#pragma once

#include "loop/between.h"

#include <optional>

namespace truefill::loop {

class JournalThread {
public:
    explicit JournalThread(Between& between);
    /// Tries to write; until that works the gate is closed by `read_only`. Once before the thread, then by
    /// itself.
    void test_write();
    /// Returns when the handover is closed and everything in it is answered.
    void run();

private:
    void watch_disk();
    void change_side_when_idle();
    std::optional<journal::Fault> change_side();
    std::optional<journal::Fault> make(const SideChange& change);
    bool store(Work& work);
    void fail(const journal::Fault& fault);
    void answer(Work& work);
    void refuse(Work& work);

    Between& between_;
    journal::Journal& journal_;
    Digest head_;
};

} // namespace truefill::loop

/// The journal's memory twin: the same promises as a file, nothing survives the object. For tests, stories
/// and simulated worlds. Pure; it hashes nothing that the caller has not sealed, and it refuses what does not
/// follow.
///
/// Records lie in segments of about 1 MB, so a record costs its bytes, 36 for end and hash, and no allocation
/// of its own. A fault comes only when a test orders it.
#pragma once

#include "journal/port.h"

#include <functional>
#include <map>

namespace truefill::journal {

class MemoryJournal final : public Journal {
public:
    std::expected<void, Fault> append(const Batch& batch) override;
    std::expected<void, Fault> read(Position from, std::size_t bytes_max, Batch& into) override;
    Position end() const override { return end_; }
    Digest head() const override { return head_; }

    std::expected<void, Fault> put(std::string_view table, std::string_view key,
                                   std::string_view value) override;
    std::expected<std::optional<std::string>, Fault> get(std::string_view table,
                                                         std::string_view key) override;
    std::expected<void, Fault> remove(std::string_view table, std::string_view key) override;
    std::expected<void, Fault> put_all(std::string_view table, std::span<const SideRow> rows) override;
    std::expected<void, Fault> remove_all(std::string_view table, std::span<const std::string> keys) override;
    std::expected<std::vector<SideRow>, Fault> list(std::string_view table) override;

    /// The next append or change of a side table gives this fault and stores nothing.
    void fail_next(Fault fault) { ordered_ = std::move(fault); }
    /// Flips the lowest bit of one byte of a stored record, as a bad disk would.
    void flip(Position position, std::size_t at);

private:
    using Table = std::map<std::string, std::string, std::less<>>;

    std::optional<Fault> take_ordered_fault();
    std::size_t segment_of(Position position) const;

    std::vector<Batch> segments_;
    std::map<std::string, Table, std::less<>> side_;
    std::optional<Fault> ordered_;
    Position end_{};
    Digest head_{};
};

} // namespace truefill::journal

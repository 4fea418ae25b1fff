#include "loop/journal_thread.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <utility>

namespace truefill::loop {

JournalThread::JournalThread(Between& between)
    : between_{between}, journal_{between.ports.journal}, head_{journal_.head()} {}

void JournalThread::test_write() {
    const auto done = journal_.put("loop", "test_write", "x");
    if (done) return between_.gate.reopen(FaultKind::read_only);
    between_.gate.close(FaultKind::read_only,
                        "Nothing can be written, so nothing is taken; it is tried again all the "
                        "time. " +
                            done.error().sentence);
}

void JournalThread::run() {
    Work work;
    while (between_.handover.take(work, between_.options.tick)) {
        if (between_.gate.closed_by(FaultKind::read_only)) test_write();
        watch_disk();
        if (work.empty()) {
            change_side_when_idle();
            journal_.checkpoint();
            continue;
        }
        if (store(work)) answer(work);
        else refuse(work);
        journal_.checkpoint(); // now nobody waits for it
        work.clear();
    }
    if (!between_.gate.closed_by(FaultKind::journal_failed)) change_side();
    for (const auto& left : between_.side.close())
        if (left.then) left.then(between_.refusal());
}

/// A fault is met again by the next batch, which tells it.
void JournalThread::change_side_when_idle() {
    const auto& gate = between_.gate;
    if (!between_.side.any() || gate.closed_by(FaultKind::read_only)) return;
    if (!gate.closed_by(FaultKind::journal_failed)) change_side();
}

/// Makes the changes that wait, in order; rows that are put into one table one after the other are put at
/// once. What fails stays with what comes after it.
std::optional<journal::Fault> JournalThread::change_side() {
    auto changes = between_.side.take();
    for (std::size_t i = 0; i < changes.size();) {
        auto end = i + 1;
        auto& all = changes[i];
        const auto joins = [&](const SideChange& next) {
            return next.table == all.table && all.remove.empty() && next.remove.empty();
        };
        for (; end < changes.size() && joins(changes[end]); ++end) {
            std::ranges::move(changes[end].put, std::back_inserter(all.put));
            changes[end].put.clear();
        }
        if (auto fault = make(all)) {
            changes.erase(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(i));
            between_.side.give_back(std::move(changes));
            return fault;
        }
        for (; i < end; ++i)
            if (changes[i].then) changes[i].then(std::nullopt);
    }
    return std::nullopt;
}

std::optional<journal::Fault> JournalThread::make(const SideChange& change) {
    if (!change.put.empty())
        if (auto done = journal_.put_all(change.table, change.put); !done) return std::move(done.error());
    if (!change.remove.empty())
        if (auto done = journal_.remove_all(change.table, change.remove); !done)
            return std::move(done.error());
    return std::nullopt;
}

void JournalThread::watch_disk() {
    if (!between_.ports.disk_space) return;
    const auto free = between_.ports.disk_space();
    if (!free) return;
    const auto& marks = between_.options.disk;
    auto& gate = between_.gate;
    const auto megabytes = [](std::uint64_t bytes) { return (bytes + (1 << 20) - 1) >> 20; };
    const auto close = [&](FaultKind kind, std::string_view what) {
        if (gate.closed_by(kind)) return;
        gate.close(kind, fmt::format("The disk of the journal has {} MB left. {} until {} MB are free.",
                                     megabytes(*free), what, megabytes(marks.high_bytes)));
    };
    if (*free >= marks.high_bytes) {
        gate.reopen(FaultKind::disk_full);
        gate.reopen(FaultKind::disk_low);
    }
    if (*free < marks.low_bytes) close(FaultKind::disk_low, "Only what has happened is taken, nothing new,");
    if (*free < marks.floor_bytes) close(FaultKind::disk_full, "Nothing is taken");
}

bool JournalThread::store(Work& work) {
    if (between_.gate.closed_by(FaultKind::journal_failed)) return false;
    if (work.batch.size() == 0) return true;
    if (const auto fault = change_side()) {
        fail(*fault);
        return false;
    }
    const auto last = journal::seal(work.batch, head_);
    if (const auto done = journal_.append(work.batch); !done) {
        fail(done.error());
        return false;
    }
    head_ = last;
    between_.durable.store(work.batch.first + work.batch.size() - 1, std::memory_order_release);
    return true;
}

void JournalThread::fail(const journal::Fault& fault) {
    between_.gate.close(FaultKind::journal_failed,
                        "The journal could not be written; start the program again. " + fault.sentence);
    between_.abandon = true;
    between_.intake.close();
    const auto told = between_.gate.why_closed();
    if (between_.ports.alarm) between_.ports.alarm(*told);
    else fmt::print(stderr, "truefill: {}\n", told->sentence);
}

void JournalThread::answer(Work& work) {
    for (auto& [sink, ticket, answer] : work.answers) sink->answered(ticket, std::move(answer));
    for (auto& then : work.looks) then(std::nullopt);
    if (work.batch.size() == 0 && work.marks.empty()) return;
    for (auto* listener : between_.ports.listeners) listener->committed(work.batch, work.marks);
}

void JournalThread::refuse(Work& work) {
    for (auto& one : work.answers) one.sink->answered(one.ticket, std::unexpected(between_.refusal()));
    for (auto& then : work.looks) then(between_.refusal());
}

} // namespace truefill::loop

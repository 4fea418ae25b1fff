#include "views/projection.h"

#include "views/documents.h"

#include <fmt/format.h>

#include <utility>

namespace truefill::views {
namespace {

std::string hex(const Digest& digest) {
    std::string text;
    append_hex(text, digest);
    return text;
}

std::unexpected<Fault> over() { return std::unexpected(Fault{"The engine has ended."}); }

} // namespace

Fault Projection::unreadable(Position position, std::string_view why) const {
    return {fmt::format("The views cannot read record {}: {}.", position, why)};
}

/// Whether the file's last record is one of this journal.
std::expected<bool, Fault> Projection::belongs(Position durable) {
    if (place_.position == 0) return place_.record_hash.empty();
    if (place_.position > durable) return false;
    batch_.clear();
    if (const auto done = journal_.read(place_.position, 1, batch_); !done)
        return std::unexpected(unreadable(place_.position, done.error().sentence));
    return batch_.size() > 0 && hex(batch_.hashes.front()) == place_.record_hash;
}

Done Projection::open(Position durable) {
    rest_.reset();
    const auto place = store_.open();
    if (!place) return std::unexpected(place.error());
    place_ = *place;
    const auto ours = belongs(durable);
    if (!ours) return std::unexpected(ours.error());
    if (*ours && place_.is_complete) return {};
    return begin_rebuild(durable);
}

Done Projection::begin_rebuild(Position durable) {
    if (auto done = store_.clear(); !done) return done;
    place_ = target_ = {};
    Touched all;
    Time now;
    // What the state has now is at least what it has at `durable`: from there on records are read again.
    const bool looked = states_.look(durable, [&](const engine::State& state) {
        all = Touched::all(state);
        now = state.flow.now;
    });
    if (!looked) return over();
    target_.position = durable;
    target_.is_complete = true;
    target_.as_of = now;
    if (durable > 0) {
        batch_.clear();
        if (const auto done = journal_.read(durable, 1, batch_); !done || batch_.size() == 0)
            return std::unexpected(unreadable(durable, done ? "it is not there" : done.error().sentence));
        Touched ignored;
        if (const auto read = scanner_.add(batch_.record(0), ignored); !read)
            return std::unexpected(unreadable(durable, read.error()));
        target_.as_of = scanner_.as_of();
        target_.record_hash = hex(batch_.hashes.front());
    }
    all.sort();
    total_ = all.size();
    rest_ = std::move(all);
    return {};
}

std::expected<bool, Fault> Projection::step(Position durable) {
    if (rest_) return step_rebuild();
    if (place_.position >= durable) return false;
    Place next = place_;
    auto touched = read_records(durable, next);
    if (!touched) return std::unexpected(std::move(touched.error()));
    if (auto done = store_.begin(); !done) return std::unexpected(std::move(done.error()));
    touched->sort();
    const bool erases = touched->all_cases;
    if (auto done = write(*touched, std::string::npos, next.position); !done)
        return std::unexpected(std::move(done.error()));
    if (auto done = store_.commit(next); !done) return std::unexpected(std::move(done.error()));
    place_ = std::move(next);
    if (erases_log_ || erases) erases_log_ = !store_.empty_log();
    return true;
}

std::expected<bool, Fault> Projection::step_rebuild() {
    if (auto done = store_.begin(); !done) return std::unexpected(std::move(done.error()));
    if (auto done = write(*rest_, limits_.documents_per_commit, target_.position); !done)
        return std::unexpected(std::move(done.error()));
    const bool ended = rest_->size() == 0 && !rest_->all_stock;
    const auto& place = ended ? target_ : place_;
    if (auto done = store_.commit(place); !done) return std::unexpected(std::move(done.error()));
    if (ended) {
        place_ = target_;
        rest_.reset();
        if (erases_log_) erases_log_ = !store_.empty_log();
    }
    return true;
}

/// Reads to `durable`, or as much as a step may; `next` is the place behind.
std::expected<Touched, Fault> Projection::read_records(Position durable, Place& next) {
    Touched touched;
    std::size_t bytes = 0;
    while (next.position < durable && bytes < limits_.bytes_per_step) {
        const Position first = next.position + 1;
        batch_.clear();
        const auto done = journal_.read(first, std::size_t{1} << 20, batch_);
        if (!done || batch_.size() == 0 || batch_.first != first)
            return std::unexpected(unreadable(first, done ? "it is not there" : done.error().sentence));
        const auto count = std::min<std::size_t>(batch_.size(), durable - next.position);
        for (std::size_t i = 0; i < count; ++i)
            if (const auto read = scanner_.add(batch_.record(i), touched); !read)
                return std::unexpected(unreadable(first + i, read.error()));
        next.position += count;
        next.record_hash = hex(batch_.hashes[count - 1]);
        bytes += batch_.bytes.size();
    }
    next.as_of = scanner_.as_of();
    return touched;
}

/// Rows of at least `count` documents, or of all.
Done Projection::write(Touched& touched, std::size_t count, Position at_least) {
    const auto at_once = limits_.documents_per_look;
    bool more = true;
    for (std::size_t written = 0; more && written < count; written += at_once) {
        rows_.clear();
        const bool looked = states_.look(
            at_least, [&](const engine::State& state) { more = touched.take(state, at_once, rows_); });
        if (!looked) return over();
        if (auto done = store(); !done) return done;
        if (auto done = write_archived(touched, at_least); !done) return done;
    }
    return {};
}

/// Orders that have left memory: their accounts stand in the journal.
Done Projection::write_archived(Touched& touched, Position at_least) {
    if (touched.archived.empty()) return {};
    std::vector<ledger::Order> accounts;
    for (const auto& [id, position] : std::exchange(touched.archived, {})) {
        batch_.clear();
        if (const auto done = journal_.read(position, 1, batch_); !done || batch_.size() == 0)
            return std::unexpected(unreadable(position, done ? "it is not there" : done.error().sentence));
        auto account = archived_account(batch_.record(0), id);
        if (!account) return std::unexpected(unreadable(position, account.error()));
        accounts.push_back(std::move(*account));
    }
    rows_.clear();
    const bool looked = states_.look(at_least, [&](const engine::State& state) {
        for (const auto& account : accounts)
            if (const auto* back = state.ledger.find(account.id)) add_order(rows_, state, *back);
            else add_order(rows_, state, account);
    });
    if (!looked) return over();
    return store();
}

/// The rows that were filled; not on the thread of the state, for what is sealed takes its time.
Done Projection::store() {
    if (unseal_) rows_.unseal(unseal_);
    return store_.write(rows_);
}

} // namespace truefill::views

#include "stores/sqlite/sqlite_journal.h"

#include "base/assert.h"
#include "stores/sqlite/faults.h"
#include "stores/sqlite/layout.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace truefill::stores {

using journal::Batch;
using journal::Fault;
using journal::FaultKind;

namespace {

std::string_view bytes_of(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()};
}

std::optional<Digest> digest_of(std::string_view bytes) {
    Digest digest;
    if (bytes.size() != digest.bytes.size()) return std::nullopt;
    std::ranges::copy(bytes, reinterpret_cast<char*>(digest.bytes.data()));
    return digest;
}

std::string storing(const Batch& batch) {
    return fmt::format("storing {} records from {} on", batch.size(), batch.first);
}

Fault opened_read_only(const Place& place) {
    return {
        FaultKind::read_only,
        fmt::format("{} was opened read-only, so nothing can be stored. Open it for writing.", place.path)};
}

} // namespace

std::expected<void, Fault> SqliteJournal::append(const Batch& batch) {
    if (mode_ == OpenMode::read_only) return std::unexpected(opened_read_only(place_));
    if (auto conflict = journal::conflict_of(batch, end_, head_))
        return std::unexpected(std::move(*conflict));
    if (batch.size() == 0) return {};
    if (undecided_) {
        if (const int code = settle(); code != SQLITE_OK) return std::unexpected(give_up(code, batch));
    }
    if (const int code = insert(batch); code != SQLITE_OK) return std::unexpected(give_up(code, batch));
    end_ += batch.size();
    head_ = batch.hashes.back();
    last_batch_bytes_ = batch.bytes.size();
    checkpoint_if_due(copies_behind() ? log_bytes_hard : log_bytes_max);
    return {};
}

/// The whole transaction. That the end has not moved is asked inside, where nobody else can move it (3 us).
int SqliteJournal::insert(const Batch& batch) {
    if (const int code = begin_.run(); code != SQLITE_OK) return code;
    int code = last_.step();
    const Position stored = code == SQLITE_ROW ? static_cast<Position>(last_.integer(0)) : 0;
    last_.reset();
    if (code != SQLITE_ROW && code != SQLITE_DONE) return code;
    if (stored != end_) return SQLITE_CONSTRAINT;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        insert_.bind(1, static_cast<std::int64_t>(batch.first + i));
        code = insert_.bind_blob(2, bytes_of(batch.hashes[i])).bind_text(3, batch.record(i)).run();
        if (code != SQLITE_OK) return code;
    }
    return commit_.run();
}

/// Writes over the place in the log where a batch may lie that was never acknowledged. Once this is durable,
/// no crash can bring that batch back.
int SqliteJournal::settle() {
    const std::string mark = std::to_string(end_);
    const int code = settle_.bind_text(1, mark).run();
    if (code == SQLITE_OK) undecided_ = false;
    return code;
}

/// After a failed append: takes back what is left of it, and makes end() tell the truth. The sentence is made
/// first, as the connection knows only the reason of its last call.
Fault SqliteJournal::give_up(int code, const Batch& batch) {
    Fault found = fault(code, storing(batch));
    if (connection_.in_transaction()) rollback_.run();
    if ((code & 255) == SQLITE_IOERR) undecided_ = true;
    if (undecided_) settle();
    if (auto known = refresh(); !known) found.sentence += " Its end could not be read again either.";
    if (undecided_) {
        found.sentence +=
            " Whether the batch is stored is undecided: open the journal again, then its end says so.";
    }
    return found;
}

/// Large batches come from a writer that is asked for all it can: the copy is a small part of that, and a
/// thread beside it would only take a core away.
bool SqliteJournal::copies_behind() const {
    return copier_ && !erase_log_ && log_bytes_limit(last_batch_bytes_) < log_bytes_max;
}

void SqliteJournal::copy_behind() {
    if (log_pages_ < copier_->copied()) copier_->forget(); // all was copied, so the log began anew by itself
    if (log_pages_ * std::int64_t{page_bytes} < log_bytes_behind || copier_->is_busy()) return;
    if (copier_->copied() == 0 || log_pages_ - copier_->copied() > log_pages_rest) return copier_->begin();
    checkpoint_if_due(0);
}

void SqliteJournal::checkpoint() {
    if (copies_behind()) return copy_behind();
    if (log_pages_ > 0 || erase_log_) checkpoint_if_due(log_bytes_limit(last_batch_bytes_));
}

/// A checkpoint that fails harms nothing but the length of the log, so the append stands. Never two at a
/// time: SQLite before 3.51.3 may take frames of a log that began anew for copied ones when a checkpoint of
/// another connection begins in the same moment.
void SqliteJournal::checkpoint_if_due(std::int64_t log_bytes_limit) {
    if (copier_ && copier_->is_busy()) return;
    if (!erase_log_ && std::int64_t{log_pages_} * page_bytes <= log_bytes_limit) return;
    const int mode = erase_log_ ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    int in_log = 0;
    int copied = 0;
    sqlite3_busy_timeout(connection_.handle(), 0); // a reader in the way: the next append tries again
    const int code = sqlite3_wal_checkpoint_v2(connection_.handle(), nullptr, mode, &in_log, &copied);
    const bool failed = code != SQLITE_OK && (code & 255) != SQLITE_BUSY;
    checkpoint_fault_ = failed ? std::optional{fault(code, "copying its log into the file")} : std::nullopt;
    sqlite3_busy_timeout(connection_.handle(), busy_wait_ms);
    if (code != SQLITE_OK) return;
    log_pages_ = in_log - copied;
    erase_log_ = false;
    if (copier_) copier_->forget();
}

std::expected<void, Fault> SqliteJournal::read(Position from, std::size_t bytes_max, Batch& into) {
    TF_ASSERT(from >= 1, "the first record is 1");
    into.clear();
    into.first = from;
    std::optional<Fault> broken;
    read_.bind(1, static_cast<std::int64_t>(from));
    int code = read_.step();
    for (; code == SQLITE_ROW; code = read_.step()) {
        const Position wanted = from + into.size();
        const auto hash = digest_of(read_.bytes(1));
        if (static_cast<Position>(read_.integer(0)) != wanted || !hash) {
            broken =
                Fault{FaultKind::corrupt, fmt::format("Record {} of {} is {}. {}", wanted, place_.path,
                                                      hash ? "missing" : "without a hash", after_damage)};
            break;
        }
        into.bytes.append(read_.bytes(2));
        into.ends.push_back(static_cast<std::uint32_t>(into.bytes.size()));
        into.hashes.push_back(*hash);
        if (into.bytes.size() >= bytes_max) break;
    }
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        broken = fault(code, fmt::format("reading record {}", from + into.size()));
    read_.reset();
    // What is sound comes first; the next read begins at the broken record and says so.
    if (broken && into.size() == 0) return std::unexpected(std::move(*broken));
    return {};
}

std::expected<void, Fault> SqliteJournal::refresh() {
    const int code = last_.step();
    const Position position = code == SQLITE_ROW ? static_cast<Position>(last_.integer(0)) : 0;
    const auto hash = code == SQLITE_ROW ? digest_of(last_.bytes(1)) : Digest{};
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        Fault found = fault(code, "reading its last record");
        last_.reset();
        return std::unexpected(std::move(found));
    }
    last_.reset();
    if (!hash) {
        return std::unexpected(
            Fault{FaultKind::corrupt, fmt::format("The last record of {} has no hash. Restore the "
                                                  "last backup.",
                                                  place_.path)});
    }
    end_ = position;
    head_ = *hash;
    return {};
}

std::expected<void, Fault> SqliteJournal::change(Statement& statement, std::string_view doing) {
    const int code = statement.run();
    if (code != SQLITE_OK) return std::unexpected(fault(code, doing));
    checkpoint_if_due(copies_behind() ? log_bytes_hard : log_bytes_max);
    return {};
}

std::expected<void, Fault> SqliteJournal::put(std::string_view table, std::string_view key,
                                              std::string_view value) {
    if (mode_ == OpenMode::read_only) return std::unexpected(opened_read_only(place_));
    put_.bind_text(1, table).bind_blob(2, key).bind_blob(3, value);
    return change(put_, "storing a row of a side table");
}

std::expected<std::optional<std::string>, Fault> SqliteJournal::get(std::string_view table,
                                                                    std::string_view key) {
    const int code = get_.bind_text(1, table).bind_blob(2, key).step();
    std::optional<std::string> value;
    std::optional<Fault> found;
    if (code == SQLITE_ROW) value = get_.bytes(0);
    else if (code != SQLITE_DONE) found = fault(code, "reading a row of a side table");
    get_.reset();
    if (found) return std::unexpected(std::move(*found));
    return value;
}

std::expected<void, Fault> SqliteJournal::remove(std::string_view table, std::string_view key) {
    if (mode_ == OpenMode::read_only) return std::unexpected(opened_read_only(place_));
    remove_.bind_text(1, table).bind_blob(2, key);
    erase_log_ = true;
    return change(remove_, "removing a row of a side table");
}

/// One transaction for all of them.
std::expected<void, Fault> SqliteJournal::change_all(std::size_t count,
                                                     const std::function<int(std::size_t)>& one,
                                                     std::string_view doing) {
    if (mode_ == OpenMode::read_only) return std::unexpected(opened_read_only(place_));
    if (count == 0) return {};
    int code = begin_.run();
    for (std::size_t i = 0; i < count && code == SQLITE_OK; ++i) code = one(i);
    if (code == SQLITE_OK) code = commit_.run();
    if (code != SQLITE_OK) {
        Fault found = fault(code, doing); // now: the connection knows only the reason of its last call
        if (connection_.in_transaction()) rollback_.run();
        return std::unexpected(std::move(found));
    }
    checkpoint_if_due(copies_behind() ? log_bytes_hard : log_bytes_max);
    return {};
}

std::expected<void, Fault> SqliteJournal::put_all(std::string_view table,
                                                  std::span<const journal::SideRow> rows) {
    return change_all(
        rows.size(),
        [&](std::size_t i) {
            return put_.bind_text(1, table).bind_blob(2, rows[i].key).bind_blob(3, rows[i].value).run();
        },
        "storing rows of a side table");
}

std::expected<void, Fault> SqliteJournal::remove_all(std::string_view table,
                                                     std::span<const std::string> keys) {
    erase_log_ = erase_log_ || !keys.empty();
    return change_all(
        keys.size(), [&](std::size_t i) { return remove_.bind_text(1, table).bind_blob(2, keys[i]).run(); },
        "removing rows of a side table");
}

std::expected<std::vector<journal::SideRow>, Fault> SqliteJournal::list(std::string_view table) {
    std::vector<journal::SideRow> rows;
    int code = list_.bind_text(1, table).step();
    for (; code == SQLITE_ROW; code = list_.step())
        rows.push_back({std::string{list_.bytes(0)}, std::string{list_.bytes(1)}});
    std::optional<Fault> found;
    if (code != SQLITE_DONE) found = fault(code, "reading a side table");
    list_.reset();
    if (found) return std::unexpected(std::move(*found));
    return rows;
}

std::expected<void, Fault> SqliteJournal::check_pages() {
    std::string answer;
    const int code = connection_.ask("pragma quick_check(1)", answer);
    if (code != SQLITE_ROW) return std::unexpected(fault(code, "checking its pages"));
    if (answer == "ok") return {};
    return std::unexpected(
        Fault{FaultKind::corrupt, fmt::format("{} is damaged: {}. {}", place_.path, answer, after_damage)});
}

std::uint64_t SqliteJournal::log_bytes() const {
    return static_cast<std::uint64_t>(log_pages_) * static_cast<std::uint64_t>(page_bytes);
}

} // namespace truefill::stores

#include "cli/journal_file.h"

#include "cli/failure.h"
#include "cli/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace truefill::cli {
namespace {

constexpr std::size_t batch_bytes = std::size_t{1} << 20;

[[noreturn]] void fail_unreadable(std::string why) {
    fail(exit_bad_journal, "unreadable_record", "a record of the journal cannot be read: " + std::move(why));
}

} // namespace

void fail_on(const journal::Fault& fault) {
    fail(exit_bad_journal, std::string{truefill::name_of(fault.kind)}, fault.sentence);
}

void fail_on(const loop::JournalFault& fault, const std::string& path) {
    fail(exit_bad_journal, "corrupt", fmt::format("{}: {}", path, fault.sentence));
}

std::unique_ptr<stores::SqliteJournal> open_journal(const std::string& path, stores::OpenMode mode) {
    if (path.empty()) fail(exit_usage, "no_journal", "name the journal: its file");
    stores::SqliteOptions options;
    options.path = path;
    options.mode = mode;
    auto journal = stores::SqliteJournal::open(options);
    if (!journal) fail_on(journal.error());
    return std::move(*journal);
}

std::unique_ptr<stores::SqliteJournal> open_to_read(const std::string& path) {
    return open_journal(path, stores::OpenMode::read_only);
}

void read_keys(personal::KeyRing& keys, journal::Journal& journal, const engine::State& state) {
    const auto rows = journal.list(personal::keys_table);
    if (!rows) fail_on(rows.error());
    keys.load(*rows);
    for (const auto& [person, erasure] : state.access.erased) keys.forget(erasure.keys);
}

void check_position(const journal::Journal& journal, Position to, const std::string& path) {
    if (to > journal.end())
        fail(exit_not_found, "no_such_position",
             fmt::format("{} ends with record {}; there is no position {}", path, journal.end(), to));
}

namespace {

/// Records of a journal one after the other into an engine.
class Replay {
public:
    Replay(engine::Engine& engine, journal::Journal& journal, const Walk& walk)
        : engine_{engine},
          journal_{journal},
          walk_{walk},
          last_{walk.to == 0 ? journal.end() : walk.to},
          progress_{walk.progress} {}

    std::expected<Digest, loop::JournalFault> run() {
        loop::ChainReader reader{journal_, 0, {}};
        journal::Batch batch;
        while (engine_.position() < last_) {
            if (auto done = reader.read(batch, batch_bytes); !done) return stopped(std::move(done.error()));
            if (batch.size() == 0)
                return std::unexpected(loop::JournalFault{
                    engine_.position() + 1,
                    fmt::format("The journal ends with record {}, but it says that it has {}.",
                                engine_.position(), journal_.end())});
            if (auto done = take(batch, last_); !done) return std::unexpected(std::move(done.error()));
            progress_.show(engine_.position(), last_);
        }
        return head_;
    }

private:
    std::expected<void, loop::JournalFault> take(const journal::Batch& batch, Position last) {
        for (std::size_t i = 0; i < batch.size() && engine_.position() < last; ++i) {
            const auto record = batch.record(i);
            if (walk_.before) walk_.before(record);
            if (auto done = engine_.replay(record, walk_.witness); !done)
                return std::unexpected(
                    loop::JournalFault{batch.first + i, fmt::format("Record {} cannot be replayed: {}.",
                                                                    batch.first + i, done.error())});
            if (walk_.after) walk_.after(record);
            head_ = batch.hashes[i];
        }
        return {};
    }

    /// A batch with a record that is not as it was written: what stands before it is good, and is replayed,
    /// so that the engine stands at the last good record.
    std::expected<Digest, loop::JournalFault> stopped(loop::JournalFault fault) {
        const auto good = std::min(fault.position - 1, last_);
        journal::Batch batch;
        while (engine_.position() < good) {
            if (!journal_.read(engine_.position() + 1, batch_bytes, batch) || batch.size() == 0) break;
            if (auto done = take(batch, good); !done) return std::unexpected(std::move(done.error()));
        }
        if (engine_.position() >= last_) return head_;
        return std::unexpected(std::move(fault));
    }

    engine::Engine& engine_;
    journal::Journal& journal_;
    const Walk& walk_;
    Position last_;
    Progress progress_;
    Digest head_{};
};

} // namespace

std::expected<Digest, loop::JournalFault> replay(engine::Engine& engine, journal::Journal& journal,
                                                 const Walk& walk) {
    return Replay{engine, journal, walk}.run();
}

api::StoredRecord read_record(json::Document& document, std::string_view record) {
    auto opened = api::open_record(document, record);
    if (!opened) fail_unreadable(std::move(opened.error()));
    return std::move(*opened);
}

engine::Event read_event(const api::StoredEvent& event) {
    auto decoded = api::decode(event);
    if (!decoded) fail_unreadable(std::move(decoded.error()));
    return std::move(*decoded);
}

} // namespace truefill::cli

#include "cli/journal_file.h"

#include "cli/failure.h"
#include "cli/terminal.h"

#include <fmt/format.h>

#include <utility>

namespace truefill::cli {
namespace {

constexpr std::size_t batch_bytes = std::size_t{1} << 20;

[[noreturn]] void fail_unreadable(std::string why) {
    fail(exit_bad_journal, "unreadable_record", "a record of the journal cannot be read: " + std::move(why));
}

} // namespace

void fail_on(const journal::Fault& fault) {
    fail(exit_bad_journal, std::string{name_of(fault.kind)}, fault.sentence);
}

void fail_on(const loop::JournalFault& fault, const std::string& path) {
    fail(exit_bad_journal, "corrupt", fmt::format("{}: {}", path, fault.sentence));
}

std::unique_ptr<stores::SqliteJournal> open_journal(const std::string& path, stores::OpenMode mode) {
    if (path.empty())
        fail(exit_usage, "no_journal", "name the journal: its file, --journal FILE, or TRUEFILL_JOURNAL");
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

void check_position(const journal::Journal& journal, Position to, const std::string& path) {
    if (to > journal.end())
        fail(exit_not_found, "no_such_position",
             fmt::format("{} ends with record {}; there is no position {}", path, journal.end(), to));
}

std::expected<Digest, loop::JournalFault> replay(engine::Engine& engine, journal::Journal& journal,
                                                 const Walk& walk) {
    const auto last = walk.to == 0 ? journal.end() : walk.to;
    Progress progress{walk.progress};
    loop::ChainReader reader{journal, 0, {}};
    journal::Batch batch;
    Digest head{};
    while (engine.position() < last) {
        if (auto done = reader.read(batch, batch_bytes); !done)
            return std::unexpected(std::move(done.error()));
        if (batch.size() == 0)
            return std::unexpected(
                loop::JournalFault{engine.position() + 1,
                                   fmt::format("The journal ends with record {}, but it says that it has {}.",
                                               engine.position(), journal.end())});
        for (std::size_t i = 0; i < batch.size() && engine.position() < last; ++i) {
            const auto record = batch.record(i);
            if (walk.before) walk.before(record);
            if (auto done = engine.replay(record); !done)
                return std::unexpected(
                    loop::JournalFault{batch.first + i, fmt::format("Record {} cannot be replayed: {}.",
                                                                    batch.first + i, done.error())});
            if (walk.after) walk.after(record);
            head = batch.hashes[i];
        }
        progress.show(engine.position(), last);
    }
    return head;
}

StoredRecord read_record(json::Document& document, std::string_view record) {
    const auto value = document.parse(record);
    if (!value) fail_unreadable(value.error().detail);
    StoredRecord result;
    if (const auto done = json::decode(value->find("envelope"), result.envelope); !done)
        fail_unreadable("envelope" + done.error().pointer + ": " + done.error().detail);
    for (const auto from : value->find("steps").elements()) {
        StoredStep step;
        step.command = from.find("command").as_string().value_or("");
        step.body = from.find("body");
        if (const auto refusal = from.find("refusal")) {
            journal::Refusal read;
            if (const auto done = json::decode(refusal, read); !done) fail_unreadable(done.error().detail);
            step.refusal = std::move(read);
        }
        for (const auto event : from.find("events").elements())
            step.events.push_back({event.find("event").as_string().value_or(""),
                                   event.find("version").as_int().value_or(0), event.find("body")});
        result.steps.push_back(std::move(step));
    }
    return result;
}

engine::Event decode(const StoredEvent& event) {
    auto decoded = engine::decode_event(event.name, event.body);
    if (!decoded)
        fail_unreadable(std::string{event.name} + decoded.error().pointer + ": " + decoded.error().detail);
    return std::move(*decoded);
}

} // namespace truefill::cli

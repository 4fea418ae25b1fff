/// Journals for commands: opened with an exit code for what is wrong, walked with the chain checked.
#pragma once

#include "api/stored_record.h"
#include "engine/engine.h"
#include "loop/chain_reader.h"
#include "personal/key_ring.h"
#include "stores/sqlite/sqlite_journal.h"

#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::cli {

std::unique_ptr<stores::SqliteJournal> open_journal(const std::string& path, stores::OpenMode mode);
/// For commands that only look: read only, so it works beside a running server and on a file of somebody
/// else.
std::unique_ptr<stores::SqliteJournal> open_to_read(const std::string& path);
/// Fails when the journal has no such record; 0 means its end.
void check_position(const journal::Journal& journal, Position to, const std::string& path);
[[noreturn]] void fail_on(const journal::Fault& fault);
[[noreturn]] void fail_on(const loop::JournalFault& fault, const std::string& path);

struct Walk {
    Position to{};                                ///< the last record; 0: all of them
    std::string progress;                         ///< what the progress line says
    std::function<void(std::string_view)> before; ///< called with each record before it is replayed
    std::function<void(std::string_view)> after;  ///< and after
    engine::Witness* witness{};                   ///< sees each event before it is applied
};

/// Reads the journal from its beginning, checks the chain and replays into an empty engine. Answers the chain
/// hash of the last record replayed.
std::expected<Digest, loop::JournalFault> replay(engine::Engine& engine, journal::Journal& journal,
                                                 const Walk& walk);

/// The keys of persons in a journal, without those that were erased and that no server has taken out of the
/// file yet.
void read_keys(personal::KeyRing& keys, journal::Journal& journal, const engine::State& state);

/// A record and an event as they were stored; what cannot be read ends the command.
api::StoredRecord read_record(json::Document& document, std::string_view record);
engine::Event read_event(const api::StoredEvent& event);

} // namespace truefill::cli

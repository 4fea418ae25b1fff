#include "sim/demo_history.h"

#include "sim/demo_world.h"
#include "stores/sqlite/sqlite_journal.h"

#include <utility>

namespace truefill::sim {
namespace {

constexpr std::size_t piece_bytes = std::size_t{4} << 20;

DemoFault fault_of(const journal::Fault& fault) {
    return {false, std::string{name_of(fault.kind)}, fault.sentence};
}

/// The records as they are, hashes included.
std::expected<void, DemoFault> copy(journal::Journal& from, journal::Journal& to) {
    journal::Batch batch;
    for (Position next = 1; next <= from.end();) {
        batch.clear();
        if (auto done = from.read(next, piece_bytes, batch); !done)
            return std::unexpected(fault_of(done.error()));
        if (auto done = to.append(batch); !done) return std::unexpected(fault_of(done.error()));
        next += batch.size();
    }
    return {};
}

} // namespace

std::expected<Time, DemoFault> play_history(const HistoryOptions& options) {
    const auto import = read_import(options.data);
    if (!import) return std::unexpected(import.error());
    auto file = stores::SqliteJournal::open({.path = options.file, .mode = stores::OpenMode::create});
    if (!file) return std::unexpected(fault_of(file.error()));
    DemoOptions world_options;
    world_options.seed = options.seed;
    world_options.days = options.hours / 24 + 1;
    world_options.mood = Mood::calm;
    const auto world = make_demo_world(world_options, *import);
    const auto end = demo_plan(world_options).start + hours(options.hours);
    world->run(end - minutes(1));
    settle(*world);
    auto* played = world->disk().open();
    if (auto done = copy(*played, **file); !done) return std::unexpected(std::move(done.error()));
    return std::max(end, world->bus().now());
}

} // namespace truefill::sim

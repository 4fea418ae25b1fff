#include "sim/demo.h"

#include "base/json.h"
#include "sim/demo_report.h"
#include "sim/demo_world.h"
#include "stores/sqlite/sqlite_journal.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <utility>

namespace truefill::sim {
namespace {

template <class T> using Or = std::expected<T, DemoFault>;

/// Makes the journal that is to be kept, so that what is wrong with its place is said before the world runs.
std::expected<void, DemoFault> make_journal(const std::string& path) {
    if (path.empty()) return {};
    if (std::filesystem::exists(path))
        return std::unexpected(DemoFault{
            false, "file_exists", path + ": this file is there already; name a new one, or remove it"});
    const auto made = stores::SqliteJournal::open({.path = path, .mode = stores::OpenMode::create});
    if (made) return {};
    return std::unexpected(DemoFault{false, std::string{name_of(made.error().kind)}, made.error().sentence});
}

} // namespace

std::expected<DemoAnswer, DemoFault> run_demo(const DemoOptions& options) {
    const auto import = read_import(options.data);
    if (!import) return std::unexpected(import.error());
    if (auto made = make_journal(options.keep); !made) return std::unexpected(std::move(made.error()));
    const auto plan = demo_plan(options);
    const auto world = make_demo_world(options, *import);
    const auto last = date_of(plan.end) - date_of(plan.start);
    const auto tick = [&](Time now) {
        if (!options.progress) return;
        const auto day = date_of(now) - date_of(plan.start);
        std::fprintf(stderr, "\rday %d of %d%s", day, last, day >= last ? "\n" : "");
        std::fflush(stderr);
    };
    world->let_loose(plan.healed);
    world->run(plan.healed, tick);
    world->calm_down();
    world->run(plan.end, tick);
    settle(*world);
    auto report = make_report(*world, *import, plan);
    report.stories = tell_stories(*world, 5);
    report.proof = prove(*world);
    DemoAnswer answer{{}, report.proof.holds()};
    if (options.json) {
        json::encode(answer.text, report);
        answer.text += '\n';
    } else {
        answer.text = to_text(report);
        if (!options.keep.empty()) answer.text += fmt::format("\nThe journal is kept in {}.\n", options.keep);
    }
    return answer;
}

} // namespace truefill::sim

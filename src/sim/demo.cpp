#include "sim/demo.h"

#include "base/json.h"
#include "connectors/shop/file.h"
#include "connectors/shop/retail_import.h"
#include "sim/demo_report.h"
#include "sim/demo_world.h"

#include <cstdio>
#include <expected>
#include <filesystem>

namespace truefill::sim {
namespace {

std::expected<connectors::shop::Import, std::string> read_import(const std::string& folder) {
    using namespace connectors::shop;
    const auto codes_path = folder + "/codes.csv";
    const auto rows_path = folder + "/online-retail.csv.gz";
    const auto codes_file = read_file(codes_path);
    if (!codes_file) return std::unexpected(to_text(codes_path, codes_file.error()));
    const auto codes = parse_codes(*codes_file);
    if (!codes) return std::unexpected(to_text(codes_path, codes.error()));
    auto rows = read_file(rows_path);
    if (!rows) return std::unexpected(to_text(rows_path, rows.error()));
    auto import = import_retail(std::move(*rows), *codes);
    if (!import) return std::unexpected(to_text(rows_path, import.error()));
    return std::move(*import);
}

/// Goes on until no message is under way, so that book and shelves can be compared.
void settle(World& world) {
    for (int turn = 0; turn < 240 && (world.bus().unanswered() > 0 || !world.node().is_up()); ++turn)
        world.run(world.bus().now() + minutes(1));
    world.node().flush();
}

} // namespace

int run_demo(const DemoOptions& options, std::ostream& out) {
    const auto import = read_import(options.data);
    if (!import) {
        out << import.error() << '\n';
        return 2;
    }
    if (!options.keep.empty() && std::filesystem::exists(options.keep)) {
        out << options.keep << ": this file is there already; name a new one, or remove it\n";
        return 2;
    }
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
    auto report = make_report(*world, *import);
    report.stories = tell_stories(*world, 5);
    report.proof = prove(*world);
    if (options.json) {
        std::string text;
        json::encode(text, report);
        out << text << '\n';
    } else {
        out << to_text(report);
        if (!options.keep.empty()) out << "\nThe journal is kept in " << options.keep << ".\n";
    }
    return report.proof.holds() ? 0 : 1;
}

} // namespace truefill::sim

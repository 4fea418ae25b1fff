#include "mirrors/commands.h"
#include "systems/warehouse.h"
#include "warehouse/commands.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::systems {
namespace {

/// When the night shift is done, in UTC.
std::int64_t batch_hour(std::string_view site) { return site == "BRISTOL" ? 21 : 22; }

} // namespace

void NightlyWarehouse::look() {
    Warehouse::look();
    auto tonight = start_of(date_of(from())) + hours(batch_hour(setup().code));
    for (; tonight < until(); tonight = tonight + days(1)) {
        if (tonight < from()) continue;
        std::string name = "night/";
        append_time(name, tonight);
        plan(name, tonight, [this](Time at) { night(at); });
        plan("list" + name, tonight - hours(2), [this](Time at) { state_stock(at); });
    }
}

/// What the site has on its list, in the calm before the batch. One item was put on the wrong shelf.
void NightlyWarehouse::state_stock(Time at) {
    constexpr std::size_t lines_max = 200;
    mirrors::ReportStock command;
    command.system = source();
    command.site = setup().code;
    command.statement = setup().code + "-LIST-";
    append_date(command.statement, date_of(at));
    command.as_of = at;
    truefill().each("/v1/stock?site=" + setup().code, [&](json::Value row) {
        if (command.lines.size() == lines_max) return;
        const auto buckets = row.find("buckets");
        std::int64_t there = 0;
        for (const auto bucket : {"available", "held", "allocated", "staged"})
            there += number_in(buckets, bucket);
        command.lines.push_back({text_in(row, "item"), text_in(row, "lot"), there, {}});
    });
    if (command.lines.empty()) return;
    auto& misplaced = command.lines[dice("misplaced") % command.lines.size()].on_hand;
    misplaced -= std::min<std::int64_t>(misplaced, 2);
    truefill().send(letter("list/" + command.statement, at, command));
}

void NightlyWarehouse::night(Time at) {
    for (const auto& release : releases()) ship(release, at);
}

void NightlyWarehouse::ship(const Release& release, Time at) {
    const auto note = fmt::format("{}-LDN-{}", setup().code, release.id);
    warehouse::ConfirmLegacy command;
    command.site = setup().code;
    command.release = ReleaseId{static_cast<std::uint32_t>(release.id)};
    command.delivery_note = note;
    command.shipped_at = at;
    command.tracking = "TRK" + note;
    std::uint64_t sequence = release.id * 1'000;
    for (const auto& units : units_of(release, "released")) {
        const bool missing = chance(fmt::format("{}/{}", note, units.line), 6);
        command.lines.push_back({units.line,
                                 units.quantity - (missing ? 1 : 0),
                                 missing ? "BP" : "CC",
                                 units.lot,
                                 ++sequence,
                                 {}});
    }
    if (!command.lines.empty()) truefill().send(letter("night/" + note, at, command));
}

} // namespace truefill::systems

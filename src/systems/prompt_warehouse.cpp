#include "shipping/commands.h"
#include "systems/script.h"
#include "systems/warehouse.h"
#include "warehouse/commands.h"

#include <fmt/format.h>

namespace truefill::systems {

/// Its line to the world is down for some hours of the day; the people in it go on.
bool PromptWarehouse::is_silent() const {
    const auto outage = outage_of(from());
    return from() && outage.site == setup().code && outage.from <= seen_ && seen_ < outage.until;
}

void PromptWarehouse::heard(Time time) {
    seen_ = time;
    if (is_silent()) confess(fault_outage, setup().code, outage_of(from()).from);
}

void PromptWarehouse::look() {
    Warehouse::look();
    look_at_shipments();
}

void PromptWarehouse::work(const Release& release) {
    const auto name = fmt::format("{}/{}", release.stage, release.id);
    if (release.stage == "sent")
        plan(name, release.sent_at + wait(name, minutes(2), minutes(20)),
             [this, release](Time at) { acknowledge(release, at); });
    if (release.stage == "acknowledged")
        plan(name, release.acknowledged_at + wait(name, minutes(8), minutes(50)),
             [this, release](Time at) { pick(release, at); });
    if (release.stage == "in_work")
        plan(name, now() + wait(name, minutes(5), minutes(20)),
             [this, release](Time at) { pack(release, at); });
}

void PromptWarehouse::acknowledge(const Release& release, Time at) {
    warehouse::AcknowledgeRelease command;
    command.release = ReleaseId{static_cast<std::uint32_t>(release.id)};
    truefill().send(letter(fmt::format("acknowledge/{}", release.id), at, command));
}

void PromptWarehouse::pick(const Release& release, Time at) {
    constexpr std::uint64_t first_sequence = 1'000'000; // behind those of the time before
    std::vector<Letter> letters;
    for (const auto& units : units_of(release, "released")) {
        const auto key = fmt::format("pick/{}/{}/{}{}", release.id, units.line, units.quantity, units.lot);
        warehouse::ConfirmPick command;
        command.release = ReleaseId{static_cast<std::uint32_t>(release.id)};
        command.line = units.line;
        command.lot = units.lot;
        command.quantity = units.quantity;
        command.sequence = first_sequence + letters.size();
        if (chance(key, 4)) { // a box that nobody sees
            command.short_quantity = 1;
            command.short_reason = "not_found";
            command.quantity -= 1;
        }
        letters.push_back(letter(key, at, command));
    }
    truefill().send_all(letters);
}

/// What was left over when the release was looked at for the first time is picked now.
void PromptWarehouse::pack(const Release& release, Time at) {
    pick(release, at);
    warehouse::Pack command;
    command.release = ReleaseId{static_cast<std::uint32_t>(release.id)};
    truefill().send(letter(fmt::format("pack/{}", release.id), at, command));
}

/// A driver of the carrier comes for what is packed.
void PromptWarehouse::look_at_shipments() {
    truefill().each("/v1/shipments?status=accepted&site=" + setup().code, [&](json::Value row) {
        const auto id = number_in(row, "id");
        const auto deed = fmt::format("issue/{}", id);
        plan(deed, now() + wait(deed, minutes(15), minutes(80)),
             [this, id, deed, tracking = text_in(row, "tracking")](Time at) {
                 shipping::IssueGoods command;
                 command.shipment = ShipmentId{static_cast<std::uint32_t>(id)};
                 command.shipped_at = at;
                 command.tracking = tracking;
                 truefill().send(letter(deed, at, command));
             });
    });
}

} // namespace truefill::systems

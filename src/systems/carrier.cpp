#include "systems/carrier.h"

#include "shipping/commands.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::systems {

Carrier::Carrier(const SystemSetup& setup, const std::atomic<bool>& stop)
    : System{"carrier-" + setup.code, setup, stop} {}

void Carrier::look() {
    const auto whose = is_van() ? "&site=BRISTOL,PERTH" : "&carrier=" + setup().code;
    truefill().each("/v1/shipments?status=tendered,departed,in_transit" + whose, [&](json::Value row) {
        if (is_van() && !text_in(row, "carrier").empty()) return;
        const auto id = number_in(row, "id");
        if (text_in(row, "status") != "tendered")
            return travel({id, text_in(row, "tracking"), time_in(row, "issued_at")});
        const auto deed = fmt::format("answer/{}", id);
        plan(deed, now() + wait(deed, minutes(3), minutes(15)), [this, id](Time at) { answer(id, at); });
    });
}

void Carrier::answer(std::int64_t shipment, Time at) {
    const auto deed = fmt::format("answer/{}", shipment);
    const ShipmentId id{static_cast<std::uint32_t>(shipment)};
    if (chance(deed, 40)) {
        truefill().send(letter(deed, at, shipping::RejectTender{id, "no_capacity", setup().code}));
        return;
    }
    const auto tracking = fmt::format("{}-L{}", setup().code, shipment);
    truefill().send(letter(deed, at, shipping::AcceptTender{id, tracking, setup().code}));
}

void Carrier::travel(const Load& load) {
    const auto name = std::to_string(load.shipment);
    const auto transit = setup().code == "PARCELO" ? days(2) : days(1);
    const auto hub = load.left + wait("hub/" + name, hours(1), hours(5));
    const auto door = load.left + transit + wait("door/" + name, -hours(6), hours(8));
    if (chance("hub/" + name, 400) && hub < door)
        plan("hub/" + name, hub, [this, load](Time at) { tell(load, "in_transit", at); });
    plan("door/" + name, door, [this, load](Time at) { deliver(load, at); });
}

void Carrier::tell(const Load& load, const std::string& status, Time at) {
    shipping::RecordTracking command;
    command.shipment = ShipmentId{static_cast<std::uint32_t>(load.shipment)};
    command.tracking = load.tracking;
    command.status = status;
    command.at = at;
    command.place = "hub";
    truefill().send(letter(fmt::format("{}/{}", status, load.shipment), at, command));
}

void Carrier::deliver(const Load& load, Time at) {
    shipping::ConfirmDelivery command;
    command.shipment = ShipmentId{static_cast<std::uint32_t>(load.shipment)};
    command.tracking = load.tracking;
    command.delivered_at = at;
    command.signed_by = "reception";
    truefill().send(letter(fmt::format("delivered/{}", load.shipment), at, command));
}

} // namespace truefill::systems

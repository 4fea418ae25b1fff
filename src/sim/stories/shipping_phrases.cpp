#include "sim/stories/phrases.h"

namespace truefill::stories {
namespace {

ShipmentId shipment_of(const Words& words) { return ShipmentId{words.number("SH")}; }
std::string carrier(const Words& words) { return source_of("carrier", words.text("CARRIER")); }

void accept(Scene& scene, const Words& words) {
    shipping::AcceptTender command;
    command.shipment = shipment_of(words);
    command.carrier = words.text("CARRIER");
    command.tracking =
        words.has("TRACKING") ? words.text("TRACKING") : "TRACK-" + std::to_string(command.shipment.value);
    scene.send(shipping::Command{command}, carrier(words));
}
void reject(Scene& scene, const Words& words) {
    shipping::RejectTender command;
    command.shipment = shipment_of(words);
    command.carrier = words.text("CARRIER");
    command.reason = words.text("reason");
    scene.send(shipping::Command{command}, carrier(words));
}

/// The site of a shipment tells that it has left.
void issue(Scene& scene, shipping::IssueGoods command) {
    const auto* shipment = scene.state().shipping.shipments.find(command.shipment);
    if (!shipment) return scene.fail("there is no such shipment");
    scene.send(shipping::Command{std::move(command)},
               source_of("wms", scene.state().master.site(shipment->site).code));
}
void leave(Scene& scene, const Words& words) {
    shipping::IssueGoods command;
    command.shipment = shipment_of(words);
    issue(scene, std::move(command));
}
void unit_leaves(Scene& scene, const Words& words) {
    shipping::IssueGoods command;
    command.shipment = shipment_of(words);
    command.handling_units.push_back(HandlingUnitId{words.number("HU")});
    issue(scene, std::move(command));
}

void track(Scene& scene, const Words& words) {
    shipping::RecordTracking command;
    command.shipment = shipment_of(words);
    command.status = words.text("status");
    scene.send(shipping::Command{command}, carrier(words));
}
void deliver(Scene& scene, const Words& words) {
    shipping::ConfirmDelivery command;
    command.shipment = shipment_of(words);
    command.tracking = words.text("TRACKING");
    command.signed_by = "dock";
    scene.send(shipping::Command{command}, "carriers");
}
void retract(Scene& scene, const Words& words) {
    shipping::RetractDelivery command;
    command.shipment = shipment_of(words);
    command.reason = words.text("reason");
    scene.send(shipping::Command{command}, "carriers");
}

/// Line and quantity of "4 BOLT": on the order of the shipment.
template <class Command> bool fill(Scene& scene, const Words& words, Command& command) {
    command.shipment = shipment_of(words);
    const auto* shipment = scene.state().shipping.shipments.find(command.shipment);
    const auto* order = shipment ? scene.state().ledger.find(shipment->order) : nullptr;
    if (!order) {
        scene.fail("there is no " + words.text("SH"));
        return false;
    }
    const auto parts = parse_parts_of(scene.state(), *order, words.text("part"));
    if (!parts || parts->size() != 1) {
        scene.fail(parts ? "one part is asked for" : parts.error());
        return false;
    }
    command.line = parts->front().line;
    command.quantity = parts->front().quantity;
    return true;
}

template <class Command> void send_approved(Scene& scene, const Words& words) {
    Command command;
    if (!fill(scene, words, command)) return;
    command.approved_by = words.text("person");
    scene.send(shipping::Command{command}, "office");
}
void find(Scene& scene, const Words& words) {
    shipping::ReportFound command;
    if (fill(scene, words, command)) scene.send(shipping::Command{command}, "carriers");
}
void correct(Scene& scene, const Words& words) {
    shipping::CorrectShipment command;
    if (!fill(scene, words, command)) return;
    command.wrong_item = words.text("ITEM");
    command.approved_by = words.text("person");
    scene.send(shipping::Command{command}, "office");
}

constexpr Phrase phrases[] = {
    {Kind::happens, "<CARRIER> accepts <SH>[ as <TRACKING>]", accept},
    {Kind::happens, "<CARRIER> rejects <SH>: <reason...>", reject},
    {Kind::happens, "<SH> leaves", leave},
    {Kind::happens, "<HU> of <SH> leaves", unit_leaves},
    {Kind::happens, "<CARRIER> says of <SH>: <status>", track},
    {Kind::happens, "<SH> is delivered", deliver},
    {Kind::happens, "parcel <TRACKING> is delivered", deliver},
    {Kind::happens, "the delivery of <SH> is retracted: <reason...>", retract},
    {Kind::happens, "<part...> of <SH> are lost, approved by <person>", send_approved<shipping::ReportLoss>},
    {Kind::happens, "<part...> of <SH> are found at the customer", find},
    {Kind::happens, "the goods issue of <part...> of <SH> is reversed, approved by <person>",
     send_approved<shipping::ReverseIssue>},
    {Kind::happens, "<part...> of <SH> were wrong, approved by <person>", correct},
    {Kind::happens, "<part...> of <SH> went as <ITEM>, approved by <person>", correct},
};

} // namespace

std::span<const Phrase> shipping_phrases() { return phrases; }

} // namespace truefill::stories

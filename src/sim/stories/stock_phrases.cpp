#include "sim/stories/command_of.h"
#include "sim/stories/phrases.h"

#include <utility>

namespace truefill::stories {
namespace {

void open_stock(Scene& scene, const Words& words) {
    inventory::OpenStock command;
    command.site = words.text("SITE");
    command.reference = "OPENING-" + std::to_string(scene.state().inventory.openings.size() + 1);
    auto& line = command.lines.emplace_back();
    line.item = words.text("ITEM");
    line.quantity = words.quantity("q");
    line.lot = words.text("LOT");
    line.expires = words.date("date");
    scene.send(inventory::Command{command}, "office");
}

void announce(Scene& scene, const Words& words) {
    auto command = command_of<inventory::AnnounceSupply>(words);
    command.supplier = "FORGE";
    scene.send(inventory::Command{command}, "purchasing");
}
void change_supply(Scene& scene, const Words& words) {
    auto command = command_of<inventory::ChangeSupply>(words);
    command.reason = "supplier";
    scene.send(inventory::Command{command}, "purchasing");
}
void close_supply(Scene& scene, const Words& words) {
    auto command = command_of<inventory::ReceiveSupply>(words);
    command.last = true;
    scene.send(inventory::Command{command}, "purchasing");
}

void receive(Scene& scene, const Words& words) {
    const auto command = command_of<inventory::ReceiveSupply>(words);
    scene.send(inventory::Command{command}, source_of("wms", command.site));
}
void receive_damaged(Scene& scene, const Words& words) {
    auto command = command_of<inventory::ReceiveSupply>(words);
    command.damaged = std::exchange(command.quantity, 0);
    scene.send(inventory::Command{command}, source_of("wms", command.site));
}

void count(Scene& scene, const Words& words) {
    auto command = command_of<inventory::CountStock>(words);
    command.counted = words.quantity("q");
    command.counted_by = words.text("counter");
    command.approved_by = words.text("approver");
    scene.send(inventory::Command{command}, source_of("wms", command.site));
}
void approve_count(Scene& scene, const Words& words) {
    inventory::ApproveCount command;
    command.count = CountId{words.number("CC")};
    command.approved_by = words.text("person");
    if (words.has("amount")) command.limit = Money{words.amount("amount"), words.currency("EUR")};
    scene.send(inventory::Command{command}, "office");
}
void ask_count(Scene& scene, const Words& words) {
    auto command = command_of<inventory::RequestCount>(words);
    command.reason = "asked";
    scene.send(inventory::Command{command}, "office");
}

void hold_or_lift(Scene& scene, const Words& words, bool lift) {
    auto command = command_of<inventory::HoldStock>(words);
    command.lift = lift;
    command.reserved = !lift;
    command.reason = "quality";
    scene.send(inventory::Command{command}, "office");
}
void hold_stock(Scene& scene, const Words& words) { hold_or_lift(scene, words, false); }
void lift_stock(Scene& scene, const Words& words) { hold_or_lift(scene, words, true); }

void transfer(Scene& scene, const Words& words) {
    auto parts = parse_parts(words.text("parts"));
    if (!parts) return scene.fail(parts.error());
    inventory::PlaceTransfer command;
    command.transfer = words.text("TRANSFER");
    command.from = words.text("SITE");
    command.to = words.text("TARGET");
    for (const auto& part : *parts)
        command.lines.push_back(
            {static_cast<LineNumber>(command.lines.size() + 1), part.item, part.quantity});
    scene.send(inventory::Command{command}, "office");
}
void receive_transfer(Scene& scene, const Words& words) {
    auto parts = parse_parts(words.text("parts"));
    if (!parts) return scene.fail(parts.error());
    inventory::ReceiveTransfer command;
    command.transfer = words.text("TRANSFER");
    command.receipt = words.text("RECEIPT");
    command.last = words.text("ending") == "last";
    for (const auto& part : *parts)
        command.lines.push_back({part.line, part.item, part.lot, part.quantity, 0});
    scene.send(inventory::Command{command}, source_of("wms", words.text("SITE")));
}

void explain(Scene& scene, const Words& words) {
    auto command = command_of<inventory::ExplainSuspense>(words);
    command.write_off = words.has("person");
    command.approved_by = words.text("person");
    command.reason = command.write_off ? "gone" : "found";
    scene.send(inventory::Command{command}, "office");
}

constexpr Phrase phrases[] = {
    {Kind::happens, "<q> <ITEM> at <SITE>[ in lot <LOT>][ best before <date>]", open_stock},
    {Kind::happens, "supply <SUPPLY> of <q> <ITEM> at <SITE> due <date>", announce},
    {Kind::happens, "supply <SUPPLY> of <ITEM> moves to <date>", change_supply},
    {Kind::happens, "supply <SUPPLY> of <ITEM> is cut to <q>", change_supply},
    {Kind::happens, "supply <SUPPLY> of <ITEM> is closed", close_supply},
    {Kind::happens,
     "<SITE> receives <q> <ITEM> of supply <SUPPLY>[ in lot <LOT>][ best before <date>][ under <RECEIPT>]",
     receive},
    {Kind::happens, "<SITE> receives <q> damaged <ITEM> of supply <SUPPLY>", receive_damaged},
    {Kind::happens, "<SITE> is asked to count <ITEM>[ lot <LOT>]", ask_count},
    {Kind::happens, "<SITE> counts <q> <ITEM>[ of lot <LOT>] by <counter>[, approved by <approver>]", count},
    {Kind::happens, "<person> approves <CC>[ with a limit of <amount> <EUR>]", approve_count},
    {Kind::happens, "<q> <ITEM>[ of lot <LOT>] at <SITE> go on hold", hold_stock},
    {Kind::happens, "<q> <ITEM>[ of lot <LOT>] at <SITE> come off hold", lift_stock},
    {Kind::happens, "transfer <TRANSFER> sends <parts...> from <SITE> to <TARGET>", transfer},
    {Kind::happens, "<SITE> receives <parts...> of transfer <TRANSFER>[ under <RECEIPT>][ as the <ending>]",
     receive_transfer},
    {Kind::happens, "<q> <ITEM>[ of lot <LOT>] in suspense at <SITE> are found again", explain},
    {Kind::happens, "<q> <ITEM>[ of lot <LOT>] in suspense at <SITE> are written off, approved by <person>",
     explain},
};

} // namespace

std::span<const Phrase> stock_phrases() { return phrases; }

} // namespace truefill::stories

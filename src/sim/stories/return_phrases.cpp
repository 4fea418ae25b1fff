#include "sim/stories/command_of.h"
#include "sim/stories/phrases.h"

namespace truefill::stories {
namespace {

void authorize(Scene& scene, const Words& words) {
    const auto* order = scene.order(words.text("ORDER"));
    if (!order) return;
    const auto parts = parse_parts_of(scene.state(), *order, words.text("parts"));
    if (!parts) return scene.fail(parts.error());
    returns::AuthorizeReturn command;
    command.order = order->number;
    command.reason = "customer";
    for (const auto& part : *parts) command.lines.push_back({part.line, part.quantity});
    scene.send(returns::Command{command}, "office");
}

/// Against an authorisation, an order, or nothing at all.
void receive(Scene& scene, const Words& words) {
    auto command = command_of<returns::ReceiveReturn>(words);
    command.reference = words.text("RECEIPT");
    scene.send(returns::Command{command}, source_of("wms", command.site));
}

void match(Scene& scene, const Words& words) {
    const auto command = command_of<returns::MatchReturn>(words);
    scene.send(returns::Command{command}, "office");
}

void inspect(Scene& scene, const Words& words) {
    const auto disposition = parse_word<returns::Disposition>(scene, words.text("disposition"));
    if (!disposition) return;
    auto command = command_of<returns::InspectReturn>(words);
    command.disposition = *disposition;
    command.inspected_by = words.text("person");
    scene.send(returns::Command{command}, "office");
}

void reject(Scene& scene, const Words& words) {
    auto command = command_of<returns::RejectReturn>(words);
    command.reason = "customer";
    command.rejected_by = words.text("person");
    scene.send(returns::Command{command}, "office");
}

constexpr Phrase phrases[] = {
    {Kind::happens, "a return of <parts...> of <ORDER> is authorised", authorize},
    {Kind::happens, "<SITE> takes back <q> <ITEM>[ of lot <LOT>] on <RMA>[ under <RECEIPT>]", receive},
    {Kind::happens, "<SITE> takes back <q> <ITEM>[ of lot <LOT>] of <ORDER> line <n>[ under <RECEIPT>]",
     receive},
    {Kind::happens, "<SITE> takes back <q> <ITEM>[ of lot <LOT>] from nobody knows whom[ under <RECEIPT>]",
     receive},
    {Kind::happens, "<RMA> turns out to be of <ORDER> line <n>", match},
    {Kind::happens, "<person> inspects <q> of <RMA>: <disposition>", inspect},
    {Kind::happens, "<person> takes <RMA> back", reject},
};

} // namespace

std::span<const Phrase> return_phrases() { return phrases; }

} // namespace truefill::stories

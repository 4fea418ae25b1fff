#include "sim/stories/phrases.h"

namespace truefill::stories {
namespace {

void state_stock(Scene& scene, const Words& words) {
    mirrors::ReportStock command;
    command.site = words.text("SITE");
    command.statement = words.text("STATEMENT");
    command.as_of = scene.now();
    mirrors::StatedBalance line;
    line.item = words.text("ITEM");
    line.lot = words.text("LOT");
    line.on_hand = words.quantity("q");
    if (words.has("n")) line.held = words.number("n");
    command.lines.push_back(std::move(line));
    scene.send(mirrors::Command{std::move(command)}, source_of("wms", words.text("SITE")));
}

void claim(Scene& scene, const Words& words) {
    const auto claimed = parse_word<mirrors::Claimed>(scene, words.text("state"));
    if (!claimed) return;
    mirrors::ReportClaim command;
    command.order = words.text("ORDER");
    command.line = words.number("n");
    command.state = *claimed;
    command.quantity = words.quantity("q");
    scene.send(mirrors::Command{std::move(command)}, words.text("system"));
}

constexpr Phrase phrases[] = {
    {Kind::happens, "<SITE> states <q> <ITEM>[ of lot <LOT>][, <n> of them on hold], statement <STATEMENT>",
     state_stock},
    {Kind::happens, "the <system> claims that <q> of <ORDER> line <n> are <state>", claim},
};

} // namespace

std::span<const Phrase> mirror_phrases() { return phrases; }

} // namespace truefill::stories

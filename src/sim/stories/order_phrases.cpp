#include "base/text.h"
#include "sim/stories/command_of.h"
#include "sim/stories/phrases.h"

namespace truefill::stories {
namespace {

constexpr auto eur = Currency{{'E', 'U', 'R'}};

/// "; ship complete", "; priority 1", ...: what an order says besides its lines.
bool take_option(orders::PlaceOrder& place, const std::string& text) {
    const auto words = split_words(text);
    const auto is = [&](std::string_view pattern, Words& taken) { return matches(pattern, words, taken); };
    Words taken;
    if (is("ship complete", taken)) place.ship_complete = true;
    else if (is("priority <n>", taken)) place.priority = static_cast<std::uint8_t>(taken.number("n"));
    else if (is("purchase order <CODE>", taken)) place.purchase_order = taken.text("CODE");
    else if (is("wanted on <date>", taken)) place.requested = taken.date("date");
    else if (is("in <EUR>", taken)) place.currency = taken.currency("EUR");
    else if (is("freight <amount>", taken)) place.charges.push_back({"freight", taken.amount("amount"), {}});
    else if (is("freight <amount> with each shipment", taken))
        place.charges.push_back({"freight", taken.amount("amount"), ledger::ChargeTrigger::each_shipment});
    else if (is("fee <amount> with the last shipment", taken))
        place.charges.push_back({"fee", taken.amount("amount"), ledger::ChargeTrigger::last_shipment});
    else return false;
    return true;
}

void place(Scene& scene, const Words& words) {
    orders::PlaceOrder command;
    command.order = words.text("ORDER");
    command.customer = words.text("CUSTOMER");
    command.currency = eur;
    auto text = words.text("lines");
    for (auto at = text.rfind(';'); at != std::string::npos; at = text.rfind(';')) {
        if (const std::string option{trim(std::string_view{text}.substr(at + 1))};
            !take_option(command, option))
            return scene.fail(
                "`" + option +
                "` is no option: write ship complete, priority 1, purchase order P-1, wanted on "
                "2026-03-09, in USD, freight 5.00, freight 5.00 with each shipment, or fee 2.00 "
                "with the last shipment");
        text.resize(at);
    }
    auto lines = parse_lines(text, 1);
    if (!lines) return scene.fail(lines.error());
    command.lines = std::move(*lines);
    scene.send(orders::Command{command}, "shop");
}

void add_line(Scene& scene, const Words& words) {
    auto lines = parse_lines(words.text("line"), words.number("n"));
    if (!lines) return scene.fail(lines.error());
    for (const auto& line : *lines)
        scene.send(orders::Command{orders::AddLine{words.text("ORDER"), line}}, "shop");
}

void amend(Scene& scene, const Words& words) {
    auto command = command_of<orders::AmendLine>(words);
    if (words.has("amount")) command.unit_price = words.amount("amount");
    scene.send(orders::Command{command}, "shop");
}

void cancel(Scene& scene, const Words& words) {
    auto command = command_of<orders::CancelLines>(words);
    command.reason = "customer";
    scene.send(orders::Command{command}, "shop");
}

void withdraw(Scene& scene, const Words& words) {
    auto command = command_of<orders::WithdrawLine>(words);
    command.document = words.text("DOCUMENT");
    command.row = 1;
    scene.send(orders::Command{command}, "shop");
}

/// Steps that people name when they hold something.
void hold(Scene& scene, const Words& words, ledger::HoldScope scope) {
    auto command = command_of<orders::PlaceHold>(words);
    command.scope = scope;
    if (words.has("date")) command.expires_at = start_of(words.date("date"));
    command.reason = words.text("reason");
    for (const auto& word : split_words(words.text("steps"))) {
        if (word == ",") continue;
        const auto trigger = parse_word<ledger::Trigger>(scene, word);
        if (!trigger) return;
        command.blocks.push_back(*trigger);
    }
    scene.send(orders::Command{command}, "office");
}

using enum ledger::HoldScope;
void hold_order(Scene& scene, const Words& words) { hold(scene, words, words.has("n") ? line : order); }
void hold_customer(Scene& scene, const Words& words) { hold(scene, words, customer); }
void hold_item(Scene& scene, const Words& words) { hold(scene, words, words.has("LOT") ? lot : item); }
void lift(Scene& scene, const Words& words) {
    scene.send(orders::Command{orders::LiftHold{HoldId{words.number("H")}, "checked"}}, "office");
}

constexpr Phrase phrases[] = {
    {Kind::happens, "<CUSTOMER> orders <ORDER>: <lines...>", place},
    {Kind::happens, "<CUSTOMER> adds line <n> to <ORDER>: <line...>", add_line},
    {Kind::happens, "line <n> of <ORDER> is amended to <q>", amend},
    {Kind::happens, "line <n> of <ORDER> is repriced to <amount>", amend},
    {Kind::happens, "<ORDER> is cancelled", cancel},
    {Kind::happens, "line <n> of <ORDER> is cancelled", cancel},
    {Kind::happens, "<q> of line <n> of <ORDER> are cancelled", cancel},
    {Kind::happens, "<q> of line <n> of <ORDER> are withdrawn by <DOCUMENT>", withdraw},
    {Kind::happens,
     "order <ORDER>[ line <n>] is put on hold for <reason>[ until <date>], blocking <steps...>", hold_order},
    {Kind::happens, "customer <CUSTOMER> is put on hold for <reason>, blocking <steps...>", hold_customer},
    {Kind::happens, "item <ITEM>[ lot <LOT>][ at <SITE>] is put on hold for <reason>, blocking <steps...>",
     hold_item},
    {Kind::happens, "<H> is lifted", lift},
};

} // namespace

std::span<const Phrase> order_phrases() { return phrases; }

} // namespace truefill::stories

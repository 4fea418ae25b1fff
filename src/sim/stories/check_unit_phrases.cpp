#include "sim/stories/phrases.h"

#include <fmt/format.h>

namespace truefill::stories {
namespace {

using ledger::Stock;

/// "8 shipped, 2 backordered"
template <class E, class Count> std::string say(Count&& count) {
    std::string text;
    for (const auto& one : enumerators<E>)
        if (const Quantity units = count(one.value); units != 0)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", units, one.name);
    return text.empty() ? "nothing" : text;
}

/// Compares what a story says, bucket by bucket, with what is; what it does not name must be 0.
template <class E, class Count>
void compare(Scene& scene, const std::string& who, const std::string& wanted, Count&& count) {
    const auto counts = parse_counts(wanted);
    if (!counts) return scene.fail(counts.error());
    std::map<E, Quantity> expected;
    for (const auto& [word, units] : *counts) {
        const auto bucket = parse_word<E>(scene, word);
        if (!bucket) return;
        expected[*bucket] = units;
    }
    bool same = true;
    for (const auto& one : enumerators<E>) {
        const auto named = expected.find(one.value);
        same = same && count(one.value) == (named == expected.end() ? 0 : named->second);
    }
    if (!same) scene.fail(fmt::format("{} has {}, not {}", who, say<E>(count), wanted));
}

void line_is(Scene& scene, const Words& words) {
    const auto* line = scene.line(words.text("ORDER"), words.number("n"));
    if (!line) return;
    const auto& order = *scene.order(words.text("ORDER"));
    const auto who = fmt::format("{} line {}", order.number, line->number);
    compare<ledger::Pipeline>(scene, who, words.text("counts"), [&](ledger::Pipeline bucket) {
        return bucket == ledger::Pipeline::none ? 0 : order.quantity(*line, bucket);
    });
}
void line_is_billed(Scene& scene, const Words& words) {
    const auto* line = scene.line(words.text("ORDER"), words.number("n"));
    if (!line) return;
    const auto& order = *scene.order(words.text("ORDER"));
    const auto who = fmt::format("the billing of {} line {}", order.number, line->number);
    compare<ledger::Billing>(scene, who, words.text("counts"), [&](ledger::Billing bucket) {
        return bucket == ledger::Billing::none ? 0 : order.quantity(*line, bucket);
    });
}
void order_is(Scene& scene, const Words& words) {
    const auto* order = scene.order(words.text("ORDER"));
    const auto wanted = parse_word<orders::Status>(scene, words.text("status"));
    if (!order || !wanted) return;
    const auto is = orders::status(scene.state().ledger, *order);
    if (is != *wanted) scene.fail(fmt::format("{} is {}", order->number, name_of(is)));
}
void no_order(Scene& scene, const Words& words) {
    if (scene.state().ledger.find_number(words.text("ORDER")))
        scene.fail("there is an order " + words.text("ORDER"));
}

Quantity stock_of(Scene& scene, const Words& words, Stock bucket) {
    const auto site = scene.site(words.text("SITE"));
    const auto item = scene.item(words.text("ITEM"));
    if (!site || !item) return 0;
    const auto& state = scene.state();
    if (!words.has("LOT")) return state.ledger.stock(item, site, bucket);
    const auto lot = state.master.find_lot(item, words.text("LOT"));
    return lot ? state.ledger.stock(item, site, lot)[bucket] : 0;
}
void has_stock(Scene& scene, const Words& words) {
    const auto bucket = parse_word<Stock>(scene, words.text("bucket"));
    if (!bucket) return;
    if (const auto is = stock_of(scene, words, *bucket); is != words.quantity("q"))
        scene.fail(
            fmt::format("{} has {} {} {}", words.text("SITE"), is, words.text("ITEM"), words.text("bucket")));
}
/// Everything that stands at the site, and what nobody can explain.
void has_in_all(Scene& scene, const Words& words) {
    const auto who = words.text("SITE") + " of " + words.text("ITEM");
    compare<Stock>(scene, who, words.text("counts"), [&](Stock bucket) -> Quantity {
        const bool counts =
            bucket != Stock::none && (!ledger::is_contra(bucket) || bucket == Stock::suspense);
        return counts ? stock_of(scene, words, bucket) : 0;
    });
}

void story_says(Scene& scene, const Words& words) {
    const auto told = scene.told(words.text("ORDER"));
    const auto wanted = words.text("words");
    for (const auto& sentence : told)
        if (sentence.find(wanted) != std::string::npos) return;
    scene.fail("nobody is told `" + wanted + "`");
}

constexpr Phrase phrases[] = {
    {Kind::holds, "<ORDER> line <n>: <counts...>", line_is},
    {Kind::holds, "<ORDER> line <n> is billed: <counts...>", line_is_billed},
    {Kind::holds, "order <ORDER> is <status>", order_is},
    {Kind::holds, "there is no order <ORDER>", no_order},
    {Kind::holds, "<SITE> has <q> <ITEM> <bucket>[ in lot <LOT>]", has_stock},
    {Kind::holds, "<SITE> has of <ITEM>: <counts...>", has_in_all},
    {Kind::holds, "the story of <ORDER> says <words...>", story_says},
};

} // namespace

std::span<const Phrase> check_unit_phrases() { return phrases; }

} // namespace truefill::stories

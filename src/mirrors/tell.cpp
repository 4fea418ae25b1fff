#include "mirrors/verbs.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::mirrors {
namespace {

std::string say_order(const Facts& facts, OrderId id) {
    const auto* order = facts.ledger.find(id);
    return order ? order->number : "an archived order";
}

std::string tell_one(const Facts& facts, const StockCompared& event) {
    constexpr std::size_t told = 3;
    auto text =
        fmt::format("Statement {} of {} for {}: {} balances, {} differ from the book", event.statement,
                    event.system, say_site(facts, event.site), event.compared, event.gaps.size());
    for (std::size_t i = 0; i < std::min(told, event.gaps.size()); ++i) {
        const auto& gap = event.gaps[i];
        text +=
            fmt::format("{} {:+} {}{}", i == 0 ? ":" : ",", gap.difference,
                        say_item(facts, gap.item, gap.lot), gap.kind == GapKind::on_hold ? " on hold" : "");
    }
    if (event.gaps.size() > told) text += fmt::format(" and {} more", event.gaps.size() - told);
    if (!event.closed.empty()) text += fmt::format("; {} agree again", event.closed.size());
    if (!event.counts.empty()) text += fmt::format("; {} are to be counted", event.counts.size());
    return text + '.';
}

std::string tell_one(const Facts& facts, const ClaimCompared& event) {
    const auto& claim = event.claim;
    auto text = fmt::format("{} says that {} units of {} line {} are {}", event.system, claim.quantity,
                            say_order(facts, event.order), claim.line, name_of(claim.state));
    switch (claim.verdict) {
    case Verdict::agrees: return text + "; the ledger agrees.";
    case Verdict::in_flight:
        return text + fmt::format("; the ledger has {}, and a message may be under way.", event.book);
    case Verdict::contradicts: break;
    }
    return text + fmt::format("; the ledger has {}: a contradiction.", event.book);
}

std::string tell_one(const Facts& facts, const ClaimsReviewed& event) {
    const auto wrong = std::ranges::count(event.claims, Verdict::contradicts, &Claim::verdict);
    return fmt::format("Of {} claims about {} that did not agree at first, {} do not agree now.",
                       event.claims.size(), say_order(facts, event.order), wrong);
}

} // namespace

std::string tell(const Facts& facts, const Event& event) {
    return visit([&](const auto& one) { return tell_one(facts, one); }, event);
}

std::string say_item(const Facts& facts, ItemId item, LotId lot) {
    auto text = facts.master.item(item).code;
    if (lot) text += " lot " + facts.master.lot(lot).code;
    return text;
}

std::string say_site(const Facts& facts, SiteId site) { return facts.master.site(site).code; }

Money worth(const Facts& facts, ItemId item, Quantity quantity, Date day) {
    const auto& master = facts.master;
    const auto asked = std::min<std::size_t>(master.customers(), 16);
    for (std::uint32_t id = 1; id <= asked; ++id) {
        const auto currency = master.customer(CustomerId{id}).currency;
        const auto price = currency ? master.price(item, {}, currency, day) : std::nullopt;
        if (!price) continue;
        if (quantity > 0 && price->micros > ledger::value_max.micros / quantity) return {};
        return {times(*price, quantity), currency};
    }
    return {};
}

} // namespace truefill::mirrors

#include "inventory/decide.h"

#include "base/one_of_impl.h"
#include "inventory/say.h"
#include "inventory/shelf.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace truefill::inventory {

using journal::refuse;
using journal::refuse_with_case;
using ledger::Pipeline;

Decision decide(const Facts& facts, const State& state, const Command& command, const Envelope& envelope) {
    return visit([&](const auto& one) { return decide_one(facts, state, one, envelope); }, command);
}

ledger::StockPosting move_stock(const Place& place, Quantity quantity, ledger::Stock from, ledger::Stock to) {
    ledger::StockPosting posting;
    posting.item = place.item;
    posting.quantity = quantity;
    posting.from = from;
    posting.to = to;
    posting.site = place.site;
    posting.lot = place.lot;
    return posting;
}

std::uint64_t place_key(const Place& place) {
    return holder_key(place.item, place.site) ^ std::uint64_t{place.lot.value};
}

std::uint64_t holder_key(ItemId item, SiteId site) {
    // As in the ledger: room for 16 million items, 16 thousand sites and 67 million lots.
    return std::uint64_t{item.value} << 40 ^ std::uint64_t{site.value} << 26;
}

std::string opening_key(std::string_view reference, SiteId site) {
    return std::string{reference} + '|' + std::to_string(site.value);
}

Found<SiteId> find_site(const Facts& facts, const std::string& code, const Envelope& envelope) {
    if (const auto site = facts.master.find_site(code, envelope.source)) return site;
    return refuse_with_case(
        "unmapped", "site_unmapped",
        fmt::format("site '{}' is not in the master data; load it or a cross-reference for {}", code,
                    envelope.source));
}

Found<ItemId> find_item(const Facts& facts, const std::string& code, const Envelope& envelope) {
    if (const auto item = facts.master.find_item(code, envelope.source)) return item;
    return refuse_with_case(
        "unmapped", "item_unmapped",
        fmt::format("item '{}' is not in the master data; load it or a cross-reference for {}", code,
                    envelope.source));
}

Found<LotId> find_lot(const Facts& facts, ItemId item, const std::string& code) {
    if (const auto lot = facts.master.find_lot(item, code)) return lot;
    return refuse_with_case("unmapped", "lot_unknown",
                            fmt::format("lot '{}' of {} was never seen here", code, say_item(facts, item)));
}

Found<void> check_ids(const Facts& facts, const Place& place) {
    const auto& master = facts.master;
    const bool known = place.site.value <= master.sites() && place.item.value <= master.items() &&
                       place.lot.value <= master.lots();
    if (known && (!place.lot || !place.item || master.lot(place.lot).item == place.item)) return {};
    return refuse_with_case("unmapped", "id_unknown", "a site, item or lot is named that was never known");
}

Found<LotId> Lots::find_or_add(ItemId item, const std::string& code, Date expires) {
    const auto& master = facts_.master;
    if (!master.item(item).lot_controlled) return LotId{};
    if (code.empty())
        return refuse_with_case(
            "unmapped", "lot_missing",
            fmt::format("{} is kept by lot, and the message names none", say_item(facts_, item)));
    const auto known = master.find_lot(item, code);
    if (known && (!expires || master.lot(known).expires == expires)) return known;
    auto next = master.next_lot();
    for (const auto& lot : fresh_) {
        const bool is_new = !master.find_lot(lot.item, lot.code);
        if (lot.item == item && lot.code == code) return known ? known : next;
        if (is_new) ++next.value;
    }
    fresh_.push_back({item, code, expires});
    return known ? known : next;
}

Quantity doubt_at(const Facts& facts, const State& state, const Place& place) {
    const auto open = state.open_counts.find(place_key(place));
    if (open == state.open_counts.end()) return 0;
    const auto held = facts.ledger.stock(place.item, place.site, place.lot)[ledger::Stock::held];
    return std::min(held, state.counts.at(open->second).doubt);
}

std::vector<LotId> lots_at(const Facts& facts, const Place& place) {
    if (place.lot || !facts.master.item(place.item).lot_controlled) return {place.lot};
    std::vector<LotId> lots;
    facts.ledger.each_stock(place.item, [&](const ledger::StockBalance& row) {
        if (row.site == place.site && row.lot) lots.push_back(row.lot);
    });
    std::ranges::sort(lots, {}, [&](LotId lot) { return fefo_rank(expiry_of(facts, lot), lot); });
    return lots;
}

void note_free(const Facts& facts, ItemId item, std::vector<ItemId>& freed) {
    if (std::ranges::find(freed, item) != freed.end()) return;
    const auto next = facts.ledger.waiting().lower_bound(ledger::Waiting{item, 0, {}});
    if (next != facts.ledger.waiting().end() && next->item == item) freed.push_back(item);
}

Taking take_reserved(const Facts& facts, const State& state, const Place& place, Quantity units) {
    struct Candidate {
        std::uint8_t priority;
        TakenBack part;
    };
    std::vector<Candidate> candidates;
    const auto holders = state.holders.find(holder_key(place.item, place.site));
    if (holders == state.holders.end()) return {};
    auto lines = holders->second.lines;
    std::ranges::sort(lines);
    lines.erase(std::ranges::unique(lines).begin(), lines.end());
    for (const auto& ref : lines) {
        const auto* order = facts.ledger.find(ref.order);
        const auto* line = order ? order->line(ref.line) : nullptr;
        Quantity reserved = 0;
        if (line)
            order->each_parcel(*line, [&](std::uint32_t, const ledger::Parcel& parcel) {
                const bool here = parcel.site == place.site && parcel.lot == place.lot;
                if (here && parcel.pipeline == Pipeline::reserved) reserved += parcel.quantity;
            });
        if (reserved > 0) candidates.push_back({order->priority, {ref.order, ref.line, place.lot, reserved}});
    }
    std::ranges::sort(candidates, std::ranges::greater{}, [](const Candidate& candidate) {
        return std::tuple{candidate.priority, candidate.part.order, candidate.part.line};
    });

    Taking taking;
    for (auto& candidate : candidates) {
        if (taking.quantity == units) break;
        auto& part = candidate.part;
        part.quantity = std::min(part.quantity, units - taking.quantity - taking.further);
        if (part.quantity == 0) break;
        if (taking.taken.size() < taken_back_per_call) {
            taking.quantity += part.quantity;
            taking.taken.push_back(part);
        } else {
            taking.further += part.quantity;
        }
    }
    return taking;
}

Found<void> check_limit(const Facts& facts, const std::optional<Money>& limit, const Stake& stake) {
    if (!limit) return {};
    const auto price = facts.master.price(stake.item, {}, limit->currency, stake.day);
    if (!price)
        return refuse("value_unknown",
                      fmt::format("{} has no price in {}, so nobody with a limit can decide about it",
                                  say_item(facts, stake.item), limit->currency.text()));
    const auto value = value_of(*price, stake.units);
    if (value && *value <= limit->amount) return {};
    std::string sentence = say_units(facts, stake.units, stake.item) + " is worth ";
    append_amount(sentence, value.value_or(ledger::value_max));
    sentence += ", above the limit of ";
    append_amount(sentence, limit->amount);
    sentence += fmt::format(" {}; somebody with a higher limit must approve it", limit->currency.text());
    return refuse("above_limit", std::move(sentence));
}

} // namespace truefill::inventory

template struct truefill::KindsOf<truefill::inventory::Command>;

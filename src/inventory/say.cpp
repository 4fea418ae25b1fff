#include "inventory/say.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::inventory {

std::string say_order(const Facts& facts, OrderId id) {
    const auto* order = facts.ledger.find(id);
    return order ? order->number : fmt::format("an archived order ({})", id.value);
}

std::string say_item(const Facts& facts, ItemId item) { return facts.master.item(item).code; }

std::string say_site(const Facts& facts, SiteId site) { return facts.master.site(site).code; }

std::string say_lot(const Facts& facts, LotId lot) {
    // A lot that the event itself brings may not be known yet when the sentence is made.
    if (!lot || lot.value > facts.master.lots()) return {};
    return " lot " + facts.master.lot(lot).code;
}

std::string say_units(const Facts& facts, Quantity quantity, ItemId item, LotId lot) {
    return fmt::format("{} x {}{}", quantity, say_item(facts, item), say_lot(facts, lot));
}

std::string say_date(Date date) {
    std::string text;
    append_date(text, date);
    return text;
}

std::string say_count(CountId count) { return fmt::format("CNT-{}", count.value); }

std::string say_supply(const Supply& supply) {
    if (supply.supplier.empty()) return "supply " + supply.reference;
    return fmt::format("supply {} of {}", supply.reference, supply.supplier);
}

std::optional<Amount> value_of(Amount price, Quantity quantity) {
    if (quantity > 0 && price.micros > ledger::value_max.micros / quantity) return std::nullopt;
    return times(price, quantity);
}

Money worth(const Facts& facts, ItemId item, Quantity quantity, Date day) {
    const auto& master = facts.master;
    const auto known = std::min<std::size_t>(master.customers(), 16);
    for (std::uint32_t id = 1; id <= known; ++id) {
        const auto currency = master.customer(CustomerId{id}).currency;
        const auto price = currency ? master.price(item, {}, currency, day) : std::nullopt;
        if (!price) continue;
        const auto value = value_of(*price, quantity);
        return value ? Money{*value, currency} : Money{};
    }
    return {};
}

ledger::Deviation off_plan(std::string_view category, std::string sentence, SiteId site, ItemId item) {
    ledger::Deviation deviation;
    deviation.category = category;
    deviation.sentence = std::move(sentence);
    deviation.site = site;
    deviation.item = item;
    return deviation;
}

} // namespace truefill::inventory

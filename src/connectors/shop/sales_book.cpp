#include "connectors/shop/sales_book.h"

#include "base/assert.h"

#include <algorithm>
#include <ranges>

namespace truefill::connectors::shop {

void SalesBook::add(const ImportedOrder& order) {
    for (const ImportedLine& line : order.lines) {
        sold_[{order.customer, line.item}].push_back(
            {order.number, line.number, line.quantity, line.unit_price});
    }
    for (const ImportedCharge& charge : order.charges) {
        charged_[{order.customer, charge.code}].push_back({order.number, charge.amount});
    }
}

std::vector<SalesBook::Taken> SalesBook::take(const Wanted& wanted) {
    TF_ASSERT(wanted.quantity > 0);
    std::vector<Taken> result;
    const auto found = sold_.find({std::string(wanted.customer), std::string(wanted.item)});
    if (found == sold_.end()) return result;
    Quantity open = wanted.quantity;
    const auto take_from = [&](Sold& sold) {
        const Quantity units = std::min(open, sold.left);
        if (units == 0) return;
        result.push_back({sold.order, sold.line, units, sold.unit_price});
        sold.left -= units;
        open -= units;
    };
    for (const bool same_price : {true, false}) {
        auto latest_first = found->second | std::views::reverse | std::views::filter([&](const Sold& sold) {
                                return (sold.unit_price == wanted.unit_price) == same_price;
                            });
        for (Sold& sold : latest_first) {
            if (sold.left < open) continue;
            take_from(sold);
            break;
        }
        for (Sold& sold : latest_first) take_from(sold);
    }
    TF_ASSERT(open >= 0, "no more is taken than is wanted");
    return result;
}

std::string SalesBook::find_charge(std::string_view customer, std::string_view code, Amount amount) const {
    const auto found = charged_.find({std::string(customer), std::string(code)});
    if (found == charged_.end()) return {};
    for (const Charged& charged : found->second | std::views::reverse) {
        if (charged.amount >= amount) return charged.order;
    }
    return {};
}

} // namespace truefill::connectors::shop

#include "connectors/shop/catalogue.h"

#include "base/text.h"

namespace truefill::connectors::shop {

Catalogue::Item& Catalogue::item(std::string_view code) {
    const auto known = items_.find(code);
    return known != items_.end() ? known->second : items_[std::string(code)];
}

void Catalogue::see_item(std::string_view code, std::string_view description, Amount price) {
    Item& seen = item(code);
    if (const std::string_view words = trim(description); !words.empty())
        seen.descriptions.add(std::string(words));
    if (price > Amount{}) seen.prices.add(price);
}

void Catalogue::see_order(std::string_view code, Quantity units) { item(code).units_ordered += units; }

void Catalogue::see_customer(std::string_view code, std::string_view country, bool house_account) {
    Customer& seen = customers_[std::string(code)];
    if (!country.empty()) seen.countries.add(std::string(country));
    seen.house_account = house_account;
}

std::vector<ImportedItem> Catalogue::items() const {
    std::vector<ImportedItem> result;
    result.reserve(items_.size());
    for (const auto& [code, seen] : items_) {
        result.push_back({code, seen.descriptions.winner(), seen.prices.winner(), seen.units_ordered});
    }
    return result;
}

std::vector<ImportedCustomer> Catalogue::customers() const {
    std::vector<ImportedCustomer> result;
    result.reserve(customers_.size());
    for (const auto& [code, seen] : customers_) {
        result.push_back({code, seen.countries.winner(), {}, seen.house_account});
    }
    return result;
}

} // namespace truefill::connectors::shop

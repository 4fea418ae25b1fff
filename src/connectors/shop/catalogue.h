/// Master data out of the rows of a file. A shop's export repeats an item's description and price on every
/// line, with typing errors and special prices between them; what most lines say is the best guess that needs
/// no person. Nothing depends on the order of a hash: items and customers come out by code.
#pragma once

#include "connectors/shop/import.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::connectors::shop {

/// Counts values; the most frequent wins, the first seen among equals.
template <class Value> class Votes {
public:
    void add(const Value& value) {
        for (auto& [known, count] : counts_) {
            if (known != value) continue;
            ++count;
            return;
        }
        counts_.push_back({value, 1});
    }

    [[nodiscard]] Value winner() const {
        Value best{};
        std::size_t most = 0;
        for (const auto& [value, count] : counts_) {
            if (count <= most) continue;
            best = value;
            most = count;
        }
        return best;
    }

private:
    struct Count {
        Value value;
        std::size_t count{};
    };
    std::vector<Count> counts_;
};

class Catalogue {
public:
    /// An item that a row names; blank descriptions and prices of zero do not vote.
    void see_item(std::string_view code, std::string_view description, Amount price);
    void see_order(std::string_view item, Quantity units);

    /// A customer that a document names.
    void see_customer(std::string_view code, std::string_view country, bool house_account);

    [[nodiscard]] std::vector<ImportedItem> items() const;
    /// Country codes stay empty.
    [[nodiscard]] std::vector<ImportedCustomer> customers() const;

private:
    struct Item {
        Votes<std::string> descriptions;
        Votes<Amount> prices;
        Quantity units_ordered{};
    };
    struct Customer {
        Votes<std::string> countries;
        bool house_account{};
    };
    Item& item(std::string_view code);

    std::map<std::string, Item, std::less<>> items_;
    std::map<std::string, Customer, std::less<>> customers_;
};

} // namespace truefill::connectors::shop

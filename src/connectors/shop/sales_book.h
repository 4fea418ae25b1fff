/// What was sold to whom, so that a cancellation finds the sale it takes back. A shop's negative invoice
/// names no order; the best that can be said is "this customer bought this item before". The rule, for one
/// line of it:
///
/// - Only earlier lines of the same customer and item count, with the units that no earlier withdrawal took.
/// - Lines at the same unit price come first, as the credit is to be the money of that sale; then the others.
/// - Within each, the latest line that has all the units; if none has, the latest, then the one before, and
///   so on.
///
/// "Latest" because people send back what they have just bought; on the shipped data the rule finds the whole
/// quantity for 411 of 883 goods lines, 393 of them at the same price. The rest was bought before the file
/// begins, or from another account, and becomes a case. The result depends only on what was sold earlier, so
/// a longer file gives the same answers for its beginning.
///
/// For charges it only suggests: money alone is not taken back without a person.
#pragma once

#include "connectors/shop/documents.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::connectors::shop {

class SalesBook {
public:
    struct Taken {
        std::string order;
        LineNumber line{};
        Quantity quantity{};
        Amount unit_price; ///< of the sale
    };
    struct Wanted {
        std::string_view customer;
        std::string_view item;
        Quantity quantity{}; ///< above 0
        Amount unit_price;
    };

    /// Orders come in the order of their times.
    void add(const ImportedOrder& order);

    /// Takes up to the wanted units out of the book, latest sale first as argued above.
    [[nodiscard]] std::vector<Taken> take(const Wanted& wanted);

    /// The order with the latest charge of this code of at least this amount, or nothing.
    [[nodiscard]] std::string find_charge(std::string_view customer, std::string_view code,
                                          Amount amount) const;

private:
    using Key = std::pair<std::string, std::string>; ///< customer, item or charge code
    struct Sold {
        std::string order;
        LineNumber line{};
        Quantity left{};
        Amount unit_price;
    };
    struct Charged {
        std::string order;
        Amount amount;
    };

    std::map<Key, std::vector<Sold>> sold_;
    std::map<Key, std::vector<Charged>> charged_;
};

} // namespace truefill::connectors::shop

/// The whole of an import: the documents of a file in the order in which they happened, the master data that
/// they presume, one outcome for each row, and the sums. See documents.h for what it promises.
#pragma once

#include "connectors/shop/documents.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::connectors::shop {

/// Derived, so a proposal for master data: description and price are those that most lines carry, the first
/// seen among equals.
struct ImportedItem {
    std::string code;
    std::string description;
    Amount list_price;        ///< 0 when no line has a price
    Quantity units_ordered{}; ///< over the accepted order lines; sizes an opening stock
    bool operator==(const ImportedItem&) const = default;
};

struct ImportedCustomer {
    std::string code;
    std::string country;      ///< as the file spells it; of most of its documents
    std::string country_code; ///< ISO 3166-1 alpha-2, empty when the table has none
    bool house_account{};     ///< stands for buyers whom the file does not name: prepaid, no credit, no mail
    bool operator==(const ImportedCustomer&) const = default;
};

enum class DocumentKind : std::uint8_t { order, cancellation, adjustment, case_ };

/// A document by its kind and its index in the vector of that kind.
struct DocumentRef {
    DocumentKind kind{};
    std::size_t index{};
    bool operator==(const DocumentRef&) const = default;
};

struct Import {
    std::vector<ImportedOrder> orders;
    std::vector<ImportedCancellation> cancellations;
    std::vector<StockAdjustment> adjustments;
    std::vector<ImportCase> cases;
    std::vector<DocumentRef> in_order;       ///< all four, by time, then by row: post them like this
    std::vector<ImportedItem> items;         ///< by code
    std::vector<ImportedCustomer> customers; ///< by code
    std::vector<RowOutcome> outcomes;        ///< by row
    std::size_t folded_codes{};              ///< rows whose item code was typed in lower case
    bool operator==(const Import&) const = default;
};

/// The rows of one outcome and code. Value and units are signed as in the file, so the sums of all are the
/// file's.
struct Sum {
    Outcome outcome{};
    std::string code;
    std::size_t rows{};
    Quantity units{};
    Amount value;
    bool operator==(const Sum&) const = default;
};

/// By outcome, then by code.
[[nodiscard]] std::vector<Sum> sums(const std::vector<RowOutcome>& outcomes);

/// The sums as a table with a total line, as plain text for a terminal.
[[nodiscard]] std::string report(const std::vector<RowOutcome>& outcomes);

/// The same, then how many documents of each kind there are.
[[nodiscard]] std::string report(const Import& import);

/// "orders.csv:7: why (code)", a line for each refused row, at most so many and then how many more.
[[nodiscard]] std::string refusals(std::string_view file, const std::vector<RowOutcome>& outcomes,
                                   std::size_t most);

struct Verdict {
    Outcome outcome{};
    std::string code;
    std::string sentence; ///< empty when accepted
};

/// For importers: gives a row its one outcome. A second one for the same row is a bug and asserts.
void settle(Import& import, Row row, Verdict verdict);

/// For importers, last: fills `in_order` from the other vectors, and asserts that every row has its outcome.
void finish(Import& import);

} // namespace truefill::connectors::shop

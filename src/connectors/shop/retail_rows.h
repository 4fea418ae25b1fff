/// The rows of the online-retail export as values. A field that is no value of its kind (a quantity of "six",
/// a date of yesterday's format, an empty number) makes its row unreadable; the row keeps the code and the
/// sentence, and the importer refuses its whole document. Codes: bad_document_number, bad_item_code,
/// bad_quantity, bad_price, bad_time, bad_customer, bad_country, amount_out_of_range.
#pragma once

#include "connectors/shop/csv.h"
#include "connectors/shop/documents.h"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::connectors::shop {

/// The views point into the table.
struct RetailRow {
    Row row{};
    std::string_view document;
    std::string item; ///< in capitals: 85123a and 85123A are one item
    bool folded{};    ///< was not typed like that
    std::string_view description;
    Quantity quantity{}; ///< signed as in the file
    Time at;             ///< UTC
    Amount price;
    Amount amount;             ///< quantity times price
    std::string_view customer; ///< empty when the file names none
    std::string_view country;
    std::string bad_code; ///< empty when readable
    std::string bad_sentence;

    [[nodiscard]] bool readable() const { return bad_code.empty(); }
};

/// The header of the export, which a file must have to the letter.
[[nodiscard]] const std::vector<std::string>& retail_header();

/// A cancellation is a document whose number starts with C.
[[nodiscard]] inline bool is_cancellation(std::string_view document) { return document.starts_with('C'); }

/// All rows. Problem: `sum_out_of_range` when the amounts of the file do not sum in 64 bits.
[[nodiscard]] std::expected<std::vector<RetailRow>, Problem> read_retail_rows(const Table& table);

} // namespace truefill::connectors::shop

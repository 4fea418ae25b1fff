#include "connectors/shop/retail_rows.h"

#include "base/text.h"
#include "connectors/shop/text.h"
#include "connectors/shop/values.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace truefill::connectors::shop {
namespace {

enum Column : std::size_t {
    column_invoice,
    column_item,
    column_description,
    column_quantity,
    column_time,
    column_price,
    column_customer,
    column_country,
};

constexpr std::size_t country_size_max = 60;

/// Charge codes such as BANK CHARGES hold blanks, so an item code is any short ASCII text here; goods are
/// checked again when they become a line.
bool is_item_code(std::string_view text) {
    return !text.empty() && text.size() <= key_size_max &&
           std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

class RowReader {
public:
    RowReader(const Table& table, std::size_t index) : table_(table), index_(index) {}

    RetailRow read() {
        row_.row = static_cast<Row>(index_ + 1);
        row_.document = field(column_invoice);
        row_.item = upper(field(column_item));
        row_.folded = row_.item != field(column_item);
        row_.description = field(column_description);
        row_.customer = field(column_customer);
        row_.country = field(column_country);
        read_numbers();
        check_names();
        return std::move(row_);
    }

private:
    [[nodiscard]] std::string_view field(std::size_t column) const {
        return trim(table_.field(index_, column));
    }

    /// The first thing that is wrong is the one that is told.
    void bad(std::string_view code, std::string sentence) {
        if (!row_.readable()) return;
        row_.bad_code = code;
        row_.bad_sentence = std::move(sentence);
    }

    void read_numbers() {
        const auto quantity = parse_units(field(column_quantity));
        if (!quantity) return bad("bad_quantity", "Quantity: " + quantity.error());
        const auto price = parse_price(field(column_price));
        if (!price) return bad("bad_price", "UnitPrice: " + price.error());
        const auto amount = line_amount(*quantity, *price);
        if (!amount) return bad("amount_out_of_range", amount.error());
        const auto at = parse_time_as(field(column_time), {"YYYY-MM-DDThh:mm", {}});
        if (!at) return bad("bad_time", "InvoiceDate: " + at.error());
        row_.quantity = *quantity;
        row_.price = *price;
        row_.amount = *amount;
        row_.at = from_british_time(*at);
    }

    void check_names() {
        if (!is_printable_identifier(row_.document, key_size_max)) {
            bad("bad_document_number", "InvoiceNo " + quoted(row_.document) + " is no document number");
        }
        if (!is_item_code(row_.item)) {
            bad("bad_item_code", "StockCode " + quoted(row_.item) + " is no item code");
        }
        if (!row_.customer.empty() && !is_printable_identifier(row_.customer, key_size_max)) {
            bad("bad_customer", "CustomerID " + quoted(row_.customer) + " is no customer number");
        }
        if (row_.country.empty() || row_.country.size() > country_size_max) {
            bad("bad_country", "Country " + quoted(row_.country) + " is no country name");
        }
    }

    const Table& table_;
    std::size_t index_;
    RetailRow row_;
};

} // namespace

const std::vector<std::string>& retail_header() {
    static const std::vector<std::string> header{"InvoiceNo",   "StockCode", "Description", "Quantity",
                                                 "InvoiceDate", "UnitPrice", "CustomerID",  "Country"};
    return header;
}

std::expected<std::vector<RetailRow>, Problem> read_retail_rows(const Table& table) {
    std::vector<RetailRow> rows;
    rows.reserve(table.row_count());
    std::int64_t size_of_all = 0;
    for (std::size_t i = 0; i < table.row_count(); ++i) {
        rows.push_back(RowReader(table, i).read());
        if (__builtin_add_overflow(size_of_all, std::abs(rows.back().amount.micros), &size_of_all)) {
            return std::unexpected(
                problem_at(table.place(i, column_price), "sum_out_of_range",
                           "the amounts up to here are too large to be summed: split the file"));
        }
    }
    return rows;
}

} // namespace truefill::connectors::shop

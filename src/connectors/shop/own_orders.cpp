#include "base/text.h"
#include "connectors/shop/catalogue.h"
#include "connectors/shop/own_import.h"
#include "connectors/shop/text.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

namespace truefill::connectors::shop {
namespace {

/// A row of the file as values; the views point into the table.
struct OrderRow {
    Row row{};
    std::string_view order;
    std::string_view item;
    std::string_view description;
    std::string_view customer;
    std::string_view country;
    Currency currency;
    Quantity quantity{};
    Amount price;
    Amount amount;
    Time ordered_at;
    Date requested_on;
    std::string bad_code; ///< empty when readable
    std::string bad_sentence;

    [[nodiscard]] bool readable() const { return bad_code.empty(); }
    [[nodiscard]] bool agrees_with(const OrderRow& other) const {
        return customer == other.customer && country == other.country && currency == other.currency &&
               ordered_at == other.ordered_at && requested_on == other.requested_on;
    }
};

class OrderRowReader {
public:
    OrderRowReader(const MappedTable& file, const Mapping& mapping, std::size_t index)
        : file_(file), mapping_(mapping), index_(index) {}

    OrderRow read() {
        row_.row = static_cast<Row>(index_ + 1);
        row_.order = key(Field::order_number, "bad_order_number");
        row_.item = key(Field::item, "bad_item");
        row_.customer = key(Field::customer, "bad_customer");
        row_.description = field(Field::description);
        row_.country = field(Field::country);
        read_numbers();
        read_times();
        const auto currency = parse_currency(field(Field::currency));
        if (currency) row_.currency = *currency;
        if (!currency) bad(Field::currency, "bad_currency", currency.error());
        return std::move(row_);
    }

private:
    [[nodiscard]] std::string_view field(Field name) const { return file_.field(index_, name); }

    /// The first thing that is wrong is the one that is told.
    void bad(Field name, std::string_view code, std::string_view sentence) {
        if (!row_.readable()) return;
        row_.bad_code = code;
        row_.bad_sentence = file_.name_of(name) + ": " + std::string(sentence);
    }

    std::string_view key(Field name, std::string_view code) {
        const std::string_view text = field(name);
        if (!is_printable_identifier(text, key_size_max)) {
            bad(name, code, quoted(text) + " is no code: 1 to 40 characters, no blanks");
        }
        return text;
    }

    void read_numbers() {
        const auto quantity = parse_units(field(Field::quantity), mapping_.decimal);
        if (!quantity) return bad(Field::quantity, "bad_quantity", quantity.error());
        const auto price = parse_price(field(Field::unit_price), mapping_.decimal);
        if (!price) return bad(Field::unit_price, "bad_price", price.error());
        const auto amount = line_amount(*quantity, *price);
        if (!amount) return bad(Field::unit_price, "amount_out_of_range", amount.error());
        row_.quantity = *quantity;
        row_.price = *price;
        row_.amount = *amount;
        if (*quantity <= 0)
            bad(Field::quantity, "quantity_not_positive", "an order line asks for at least one unit");
        if (*price < Amount{}) bad(Field::unit_price, "bad_price", "a price is not below zero");
    }

    void read_times() {
        const auto at = parse_time_as(field(Field::ordered_at), mapping_.time_form);
        if (!at) return bad(Field::ordered_at, "bad_time", at.error());
        row_.ordered_at = *at;
        if (field(Field::requested_on).empty()) return;
        const auto requested = parse_time_as(field(Field::requested_on), mapping_.date_form);
        if (!requested) return bad(Field::requested_on, "bad_date", requested.error());
        row_.requested_on = date_of(*requested);
    }

    const MappedTable& file_;
    const Mapping& mapping_;
    std::size_t index_;
    OrderRow row_;
};

using OrderRows = std::vector<OrderRow*>;

/// Rows by order, in the order of their first rows; a row that contradicts the first of its order becomes
/// unreadable.
std::vector<OrderRows> orders_of(std::vector<OrderRow>& rows) {
    std::vector<OrderRows> orders;
    boost::unordered_flat_map<std::string_view, std::size_t> index_of;
    for (OrderRow& row : rows) {
        const auto [found, is_new] = index_of.try_emplace(row.order, orders.size());
        if (is_new) orders.emplace_back();
        orders[found->second].push_back(&row);
        const OrderRow& first = *orders[found->second].front();
        if (first.readable() && row.readable() && !row.agrees_with(first)) {
            row.bad_code = "contradicts_order";
            row.bad_sentence = "row " + std::to_string(first.row) + " of order " + quoted(row.order) +
                               " names another customer, currency, country or date";
        }
    }
    return orders;
}

void refuse_order(Import& import, const OrderRows& rows) {
    const OrderRow& bad = **std::ranges::find_if_not(rows, &OrderRow::readable);
    for (const OrderRow* row : rows) {
        if (row->readable()) {
            settle(import, row->row,
                   {Outcome::refused, "order_refused",
                    "row " + std::to_string(bad.row) +
                        " of this order is refused, and an order is taken whole"});
        } else {
            settle(import, row->row, {Outcome::refused, row->bad_code, row->bad_sentence});
        }
    }
}

void take_order(Import& import, Catalogue& catalogue, const OrderRows& rows) {
    const OrderRow& first = *rows.front();
    ImportedOrder order;
    order.number = first.order;
    order.row = first.row;
    order.ordered_at = first.ordered_at;
    order.requested_on = first.requested_on;
    order.customer = first.customer;
    order.country = first.country;
    order.currency = first.currency;
    std::set<std::string_view> items;
    for (const OrderRow* row : rows) {
        const auto number = static_cast<LineNumber>(order.lines.size() + 1);
        const bool repeats = !items.insert(row->item).second;
        order.lines.push_back({number, row->row, std::string(row->item), std::string(row->description),
                               row->quantity, row->price, repeats});
        catalogue.see_item(row->item, row->description, row->price);
        catalogue.see_order(row->item, row->quantity);
        settle(import, row->row,
               {Outcome::accepted, row->price == Amount{} ? "free_line" : "order_line", {}});
    }
    catalogue.see_customer(order.customer, order.country, false);
    import.orders.push_back(std::move(order));
}

std::expected<std::vector<OrderRow>, Problem> read_rows(const MappedTable& file, const Mapping& mapping) {
    std::vector<OrderRow> rows;
    std::int64_t size_of_all = 0;
    for (std::size_t i = 0; i < file.table().row_count(); ++i) {
        rows.push_back(OrderRowReader(file, mapping, i).read());
        if (__builtin_add_overflow(size_of_all, std::abs(rows.back().amount.micros), &size_of_all)) {
            return std::unexpected(
                problem_at(file.table().place(i, 0), "sum_out_of_range",
                           "the amounts up to here are too large to be summed: split the file"));
        }
    }
    return rows;
}

} // namespace

std::expected<Import, Problem> import_orders(std::string csv, const Mapping& mapping) {
    if (mapping.kind != MappingKind::orders) {
        return std::unexpected(
            problem_at({}, "wrong_mapping", "the mapping is one for stock: use one of `kind = orders`"));
    }
    const auto file = MappedTable::open(std::move(csv), mapping);
    if (!file) return std::unexpected(file.error());
    auto rows = read_rows(*file, mapping);
    if (!rows) return std::unexpected(rows.error());

    Import import;
    for (const OrderRow& row : *rows) {
        RowOutcome outcome;
        outcome.row = row.row;
        outcome.line = file->table().line(row.row - 1);
        outcome.quantity = row.quantity;
        outcome.amount = row.amount;
        import.outcomes.push_back(std::move(outcome));
    }
    Catalogue catalogue;
    for (const OrderRows& order : orders_of(*rows)) {
        if (std::ranges::all_of(order, [](const OrderRow* row) { return row->readable(); })) {
            take_order(import, catalogue, order);
        } else {
            refuse_order(import, order);
        }
    }
    import.items = catalogue.items();
    import.customers = catalogue.customers();
    finish(import);
    return import;
}

} // namespace truefill::connectors::shop

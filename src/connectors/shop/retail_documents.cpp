#include "connectors/shop/retail_documents.h"

#include "base/text.h"
#include "connectors/shop/text.h"

#include <algorithm>
#include <set>
#include <utility>

namespace truefill::connectors::shop {
namespace {

constexpr std::size_t item_code_size_max = 40;

std::string money(Amount amount) {
    std::string text;
    append_amount(text, amount);
    return text;
}

std::string units(Quantity quantity) { return grouped(quantity) + (quantity == 1 ? " unit" : " units"); }

Currency pounds() { return {{'G', 'B', 'P'}}; }

} // namespace

void RetailImporter::open(std::span<const RetailRow> rows, const Table& table) {
    import_.outcomes.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        RowOutcome& outcome = import_.outcomes[i];
        outcome.row = rows[i].row;
        outcome.line = table.line(i);
        outcome.quantity = rows[i].quantity;
        outcome.amount = rows[i].amount;
    }
}

void RetailImporter::take(const RetailDocument& document) {
    const bool readable = std::ranges::all_of(document.rows, &RetailRow::readable);
    if (!readable) return refuse_document(document);
    const RetailRow& first = document.first();
    catalogue_.see_customer(account_of(first), first.country, first.customer.empty());
    if (is_cancellation(first.document)) {
        take_cancellation(document);
    } else {
        take_sale(document);
    }
}

Import RetailImporter::finished() {
    import_.items = catalogue_.items();
    import_.customers = catalogue_.customers();
    for (ImportedCustomer& customer : import_.customers) {
        customer.country_code = codes_.country_code(customer.country);
    }
    finish(import_);
    return std::move(import_);
}

void RetailImporter::refuse_document(const RetailDocument& document) {
    const auto bad = std::ranges::find_if_not(document.rows, &RetailRow::readable);
    const std::string because = "row " + std::to_string((*bad)->row) + " of this document cannot be read";
    for (const RetailRow* row : document.rows) {
        if (row->readable()) {
            settle(import_, row->row, {Outcome::refused, "document_refused", because});
        } else {
            settle(import_, row->row, {Outcome::refused, row->bad_code, row->bad_sentence});
        }
    }
}

// ---------------------------------------------------------------- sales

void RetailImporter::take_sale(const RetailDocument& document) {
    const RetailRow& first = document.first();
    ImportedOrder order;
    order.number = first.document;
    order.row = first.row;
    order.ordered_at = first.at;
    order.customer = account_of(first);
    order.country = first.country;
    order.currency = pounds();
    const bool priced =
        std::ranges::any_of(document.rows, [](const RetailRow* row) { return row->price > Amount{}; });
    for (std::size_t i = 0; i < document.rows.size(); ++i) {
        sale_row({*document.rows[i], i + 1, document, first.at}, priced, order);
    }
    close_order(std::move(order), document);
}

void RetailImporter::sale_row(const Entry& entry, bool priced, ImportedOrder& order) {
    const RetailRow& row = entry.row;
    const Rule* rule = codes_.item(row.item);
    if (stop_at(entry, rule, rule != nullptr ? rule->sale : Action{})) return;
    const bool unclaimed = row.customer.empty() && row.price == Amount{};
    if (rule->sale.verb == Verb::line && unclaimed && note_row(entry)) return;
    if (row.quantity < 0) {
        if (row.price == Amount{}) {
            return open_case(entry, "unexplained_adjustment",
                             "the stock of " + row.item + " was changed by " + units(row.quantity) +
                                 " with the note " + quoted(row.description) +
                                 ", which the table does not know");
        }
        return open_case(entry, "negative_sale_line", "a sale of " + units(row.quantity) + " is no sale");
    }
    if (rule->sale.verb == Verb::charge) return charge_row(entry, *rule, order);
    if (unclaimed && !priced) {
        return open_case(entry, "unexplained_free_line",
                         units(row.quantity) + " of " + row.item + " went to nobody for nothing");
    }
    line_row(entry, order);
}

/// Whether the clerk's note settled the row.
bool RetailImporter::note_row(const Entry& entry) {
    const RetailRow& row = entry.row;
    const Rule* note = codes_.note(row.description);
    if (note == nullptr) return false;
    catalogue_.see_item(row.item, {}, {});
    switch (note->sale.verb) {
    case Verb::adjust:
        import_.adjustments.push_back({std::string(row.document) + "/" + std::to_string(entry.ordinal),
                                       row.row, entry.at, row.item, row.quantity, note->sale.code});
        accept(row, "stock_adjustment");
        return true;
    case Verb::refuse: settle(import_, row.row, {Outcome::refused, note->sale.code, note->why}); return true;
    default: open_case(entry, note->sale.code, note->why); return true;
    }
}

void RetailImporter::line_row(const Entry& entry, ImportedOrder& order) {
    const RetailRow& row = entry.row;
    const auto number = static_cast<LineNumber>(order.lines.size() + 1);
    order.lines.push_back(
        {number, row.row, row.item, std::string(row.description), row.quantity, row.price, false});
    catalogue_.see_item(row.item, row.description, row.price);
    import_.folded_codes += row.folded ? 1U : 0U;
}

void RetailImporter::charge_row(const Entry& entry, const Rule& rule, ImportedOrder& order) {
    const RetailRow& row = entry.row;
    const ChargeKind kind = charge_kind(rule.meaning).value_or(ChargeKind::service);
    order.charges.push_back({row.row, kind, row.item, std::string(row.description), row.amount});
}

/// Lines and charges get their outcome here, because a charge without any goods has no shipment to go with.
void RetailImporter::close_order(ImportedOrder order, const RetailDocument& document) {
    if (order.lines.empty()) return open_charges(order, document);
    std::set<std::string_view> items;
    for (ImportedLine& line : order.lines) {
        const bool free = line.unit_price == Amount{};
        settle(import_, line.row, {Outcome::accepted, free ? "free_line" : "order_line", {}});
        catalogue_.see_order(line.item, line.quantity);
        line.repeats_item = !items.insert(line.item).second;
    }
    for (const ImportedCharge& charge : order.charges)
        settle(import_, charge.row, {Outcome::accepted, "charge", {}});
    if (!document.first().customer.empty()) book_.add(order);
    import_.orders.push_back(std::move(order));
}

/// Charges of a document without goods. They stand in the order of the rows.
void RetailImporter::open_charges(const ImportedOrder& order, const RetailDocument& document) {
    auto charge = order.charges.begin();
    for (std::size_t i = 0; i < document.rows.size() && charge != order.charges.end(); ++i) {
        const RetailRow& row = *document.rows[i];
        if (charge->row != row.row) continue;
        open_case({row, i + 1, document, document.first().at}, "charge_without_goods",
                  row.item + " stands in a document without goods: bill it by hand or join it to an order");
        ++charge;
    }
}

// ---------------------------------------------------------------- cancellations

void RetailImporter::take_cancellation(const RetailDocument& document) {
    const RetailRow& first = document.first();
    ImportedCancellation cancellation;
    cancellation.number = first.document;
    cancellation.row = first.row;
    cancellation.at = first.at;
    cancellation.customer = first.customer;
    for (std::size_t i = 0; i < document.rows.size(); ++i) {
        cancellation_row({*document.rows[i], i + 1, document, first.at}, cancellation);
    }
    if (!cancellation.withdrawals.empty()) import_.cancellations.push_back(std::move(cancellation));
}

void RetailImporter::cancellation_row(const Entry& entry, ImportedCancellation& cancellation) {
    const RetailRow& row = entry.row;
    const Rule* rule = codes_.item(row.item);
    if (stop_at(entry, rule, rule != nullptr ? rule->credit : Action{})) return;
    catalogue_.see_item(row.item, row.description, {});
    import_.folded_codes += row.folded ? 1U : 0U;
    if (row.quantity > 0) {
        return open_case(entry, "positive_cancellation_line", "a cancellation of " + units(-row.quantity));
    }
    if (row.customer.empty()) {
        return open_case(entry, "cancellation_without_customer",
                         units(-row.quantity) + " of " + row.item + " came back from nobody: find the buyer");
    }
    withdraw_row(entry, cancellation);
}

void RetailImporter::withdraw_row(const Entry& entry, ImportedCancellation& cancellation) {
    const RetailRow& row = entry.row;
    const Quantity wanted = -row.quantity;
    const auto taken = book_.take({row.customer, row.item, wanted, row.price});
    Quantity matched = 0;
    for (const SalesBook::Taken& part : taken) {
        matched += part.quantity;
        cancellation.withdrawals.push_back(
            {std::string(row.document), row.row, part.order, part.line, row.item, part.quantity});
    }
    cancellation.lines.push_back({row.row, row.item, wanted, matched, row.price});
    settle_withdrawal(entry, taken);
}

void RetailImporter::settle_withdrawal(const Entry& entry, const std::vector<SalesBook::Taken>& taken) {
    const RetailRow& row = entry.row;
    Open open{row.quantity, row.amount, {}, 0};
    for (const SalesBook::Taken& part : taken) {
        open.quantity += part.quantity;
        open.amount += times(part.unit_price, part.quantity);
        open.order = part.order;
        open.line = part.line;
    }
    const std::string what = units(-open.quantity) + " of " + row.item;
    if (taken.empty()) {
        open_case(entry, "unmatched_cancellation",
                  what + " come back, but customer " + std::string(row.customer) + " bought none before",
                  open);
    } else if (open.quantity != 0) {
        open_case(entry, "partly_matched_cancellation",
                  what + " come back beyond what customer " + std::string(row.customer) + " bought before",
                  open);
    } else if (open.amount != Amount{}) {
        open_case(entry, "price_differs",
                  "credited at " + money(row.price) + ", sold at " + money(taken.front().unit_price) +
                      " by order " + taken.front().order + ": the units go back at the price of the sale",
                  open);
    } else {
        accept(row, "withdrawal");
    }
}

// ---------------------------------------------------------------- outcomes

bool RetailImporter::stop_at(const Entry& entry, const Rule* rule, const Action& action) {
    const RetailRow& row = entry.row;
    const RetailRow& first = entry.document.first();
    const bool goods = action.verb == Verb::line || action.verb == Verb::withdraw;
    if (row.quantity == 0) {
        settle(import_, row.row, {Outcome::refused, "zero_quantity", "a row of no units says nothing"});
    } else if (row.customer != first.customer || row.country != first.country) {
        open_case(entry, "contradicts_document",
                  "the first row of the document names another customer or country");
    } else if (rule == nullptr || (goods && !is_printable_identifier(row.item, item_code_size_max))) {
        open_case(entry, "unknown_code",
                  "the table of codes does not know " + quoted(row.item) + ": add a row for it");
    } else if (action.verb == Verb::refuse) {
        settle(import_, row.row, {Outcome::refused, action.code, rule->why});
    } else if (action.verb == Verb::case_) {
        const std::string charge = book_.find_charge(row.customer, row.item, -row.amount);
        open_case(entry, action.code, rule->why, {row.quantity, row.amount, charge, 0});
    } else if (row.price < Amount{}) {
        open_case(entry, "negative_price", "a price of " + money(row.price) + " is no price");
    } else {
        return false;
    }
    return true;
}

void RetailImporter::accept(const RetailRow& row, std::string code) {
    settle(import_, row.row, {Outcome::accepted, std::move(code), {}});
}

void RetailImporter::open_case(const Entry& entry, std::string code, std::string sentence) {
    open_case(entry, std::move(code), std::move(sentence), {entry.row.quantity, entry.row.amount, {}, 0});
}

void RetailImporter::open_case(const Entry& entry, std::string code, std::string sentence, Open open) {
    const RetailRow& row = entry.row;
    settle(import_, row.row, {Outcome::case_, code, sentence});
    ImportCase opened;
    opened.key = std::string(row.document) + "/" + std::to_string(entry.ordinal);
    opened.row = row.row;
    opened.at = entry.at;
    opened.code = std::move(code);
    opened.sentence = std::move(sentence);
    opened.customer = row.customer;
    opened.item = row.item;
    opened.quantity = open.quantity;
    opened.amount = open.amount;
    opened.order = std::move(open.order);
    opened.line = open.line;
    import_.cases.push_back(std::move(opened));
}

std::string RetailImporter::account_of(const RetailRow& row) const {
    if (!row.customer.empty()) return std::string(row.customer);
    const std::string_view country = codes_.country_code(row.country);
    return "GUEST-" +
           std::string(country.empty() ? "ZZ" : country); // ZZ: unknown, a code that ISO leaves to its users
}

} // namespace truefill::connectors::shop

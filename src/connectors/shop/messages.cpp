#include "connectors/shop/messages.h"

#include "base/assert.h"

#include <map>
#include <set>
#include <utility>

namespace truefill::connectors::shop {
namespace {

/// What a message is called and when it says it happened.
struct Name {
    std::string id;
    Time at;
    std::string_view actor;
};

Name name_of(std::string id, Time at, const MessageOptions& options) {
    return {std::move(id), options.event_times ? at : Time{}, options.actor};
}

ShopMessage message_of(Name name, engine::Command command, std::vector<Row> rows) {
    ShopMessage result;
    std::string body;
    engine::encode_body(body, command);
    result.message.envelope.source = message_source;
    result.message.envelope.message_id = std::move(name.id);
    result.message.envelope.content_hash = hash128(body);
    result.message.envelope.actor = name.actor;
    result.message.envelope.event_time = name.at;
    result.message.command = std::move(command);
    result.rows = std::move(rows);
    return result;
}

std::string_view name_of(ChargeKind kind) {
    switch (kind) {
    case ChargeKind::freight: return "freight";
    case ChargeKind::fee: return "fee";
    case ChargeKind::service: return "service";
    }
    return "service";
}

ShopMessage message_of(const ImportedOrder& from, const MessageOptions& options) {
    orders::PlaceOrder command;
    std::vector<Row> rows;
    command.order = from.number;
    command.customer = from.customer;
    command.currency = from.currency;
    command.ordered_at = from.ordered_at;
    command.requested = from.requested_on;
    for (const auto& line : from.lines) {
        orders::PlacedLine placed;
        placed.line = line.number;
        placed.item = line.item;
        placed.quantity = line.quantity;
        placed.unit_price = line.unit_price;
        command.lines.push_back(std::move(placed));
        rows.push_back(line.row);
    }
    for (const auto& charge : from.charges) {
        command.charges.push_back(
            {std::string{name_of(charge.kind)}, charge.amount, ledger::ChargeTrigger::first_shipment});
        rows.push_back(charge.row);
    }
    return message_of(name_of("order/" + from.number, from.ordered_at, options),
                      engine::Command{orders::Command{std::move(command)}}, std::move(rows));
}

void append_messages(std::vector<ShopMessage>& out, const ImportedCancellation& from,
                     const MessageOptions& options) {
    std::int64_t ordinal = 0;
    for (const auto& withdrawal : from.withdrawals) {
        orders::WithdrawLine command;
        command.order = withdrawal.order;
        command.line = withdrawal.line;
        command.quantity = withdrawal.quantity;
        command.document = from.number;
        command.row = ++ordinal; // of the document: the row of the file would change with the file
        out.push_back(
            message_of(name_of("withdrawal/" + from.number + "/" + std::to_string(ordinal), from.at, options),
                       engine::Command{orders::Command{std::move(command)}}, {withdrawal.row}));
    }
}

/// Who must look at it, in the words of the case table (cases/categories.h); what is not here is a
/// contradiction.
std::string category_of(std::string_view code) {
    struct Row {
        std::string_view code, category;
    };
    static constexpr Row rows[] = {
        {"unmatched_cancellation", "unmatched_cancellation"},
        {"partly_matched_cancellation", "unmatched_cancellation"},
        {"cancellation_without_customer", "unmatched_cancellation"},
        {"positive_cancellation_line", "unmatched_cancellation"},
        {"price_differs", "price_mismatch"},
        {"negative_price", "price_mismatch"},
        {"money_credit", "credit_mismatch"},
        {"discount_as_line", "credit_mismatch"},
        {"charge_without_goods", "invoice_mismatch"},
        {"stock_in_doubt", "stock_mismatch"},
        {"other_channel", "stock_mismatch"},
        {"unexplained_adjustment", "stock_mismatch"},
        {"unknown_code", "unmapped"},
        {"sample_without_item", "unmapped"},
    };
    for (const auto& row : rows)
        if (row.code == code) return std::string{row.category};
    return "contradiction";
}

/// The document stands as the place that the case is about, so two rows are never taken for the same case.
cases::OpenCase case_of(std::string_view code, std::string_view key, std::string sentence) {
    cases::OpenCase command;
    command.category = category_of(code);
    command.sentence = std::move(sentence) + " (" + std::string{code} + ")";
    command.destination = "shop:" + std::string{key};
    return command;
}

ShopMessage message_of(const StockAdjustment& from, const MessageOptions& options) {
    const auto change = (from.quantity > 0 ? "+" : "") + std::to_string(from.quantity);
    const auto name = name_of("adjustment/" + from.key, from.at, options);
    if (options.site.empty()) {
        auto command = case_of("unexplained_adjustment", from.key,
                               "the shop changed its book of item " + from.item + " by " + change + " (" +
                                   from.reason + ") and names no site");
        return message_of(name, engine::Command{cases::Command{std::move(command)}}, {from.row});
    }
    inventory::RequestCount command;
    command.site = options.site;
    command.item = from.item;
    command.reason = "the shop changed its book by " + change + " (" + from.reason + ")";
    return message_of(name, engine::Command{inventory::Command{std::move(command)}}, {from.row});
}

ShopMessage message_of(const ImportCase& from, Currency currency, const MessageOptions& options) {
    auto sentence = from.sentence;
    if (!from.order.empty()) {
        sentence += " Perhaps order " + from.order;
        if (from.line != 0) sentence += " line " + std::to_string(from.line);
        sentence += " is meant.";
    }
    auto command = case_of(from.code, from.key, "document row " + from.key + ": " + sentence);
    command.quantity = from.quantity < 0 ? -from.quantity : from.quantity;
    const auto amount = from.amount < Amount{} ? -from.amount : from.amount;
    if (amount != Amount{} && currency) command.value = {amount, currency};
    return message_of(name_of("case/" + from.key, from.at, options),
                      engine::Command{cases::Command{std::move(command)}}, {from.row});
}

} // namespace

masterdata::Catalogue proposed_catalogue(const Import& import, const masterdata::MasterData& known) {
    masterdata::Catalogue catalogue;
    const auto add_item = [&](const ImportedItem& from) {
        if (known.find_item(from.code, message_source)) return;
        masterdata::Item item;
        item.code = from.code;
        item.description = from.description;
        catalogue.items.push_back(std::move(item));
    };
    for (const auto& item : import.items) add_item(item);
    std::map<std::string_view, Currency> currencies;
    for (const auto& order : import.orders) currencies.emplace(order.customer, order.currency);
    for (const auto& from : import.customers) {
        if (known.find_customer(from.code, message_source)) continue;
        masterdata::Customer customer;
        customer.code = from.code;
        customer.name = (from.house_account ? "Guests in " : "Customer " + from.code + " in ") + from.country;
        customer.country = from.country_code;
        customer.address = from.country.empty() ? "unknown" : from.country;
        if (const auto currency = currencies.find(from.code); currency != currencies.end())
            customer.currency = currency->second;
        else if (!import.orders.empty()) // only withdrew or is only named in cases; a file has one currency
            customer.currency = import.orders.front().currency;
        customer.payment_days = from.house_account ? 0 : 30;
        catalogue.customers.push_back(std::move(customer));
    }
    return catalogue;
}

masterdata::Catalogue proposed_catalogue(const StockStatement& stock, const masterdata::MasterData& known) {
    masterdata::Catalogue catalogue;
    std::map<std::string, bool> items; // code -> some balance names a lot
    std::set<std::string> sites;
    for (const auto& balance : stock.balances) {
        auto& has_lots = items[balance.item];
        has_lots = has_lots || !balance.lot.empty();
        sites.insert(balance.site);
    }
    for (const auto& [code, has_lots] : items) {
        if (known.find_item(code, message_source)) continue;
        masterdata::Item item;
        item.code = code;
        item.description = code;
        item.lot_controlled = has_lots;
        catalogue.items.push_back(std::move(item));
    }
    for (const auto& code : sites) {
        if (known.find_site(code, message_source)) continue;
        masterdata::Site site;
        site.code = code;
        site.name = code;
        catalogue.sites.push_back(std::move(site));
    }
    return catalogue;
}

bool is_empty(const masterdata::Catalogue& catalogue) {
    return catalogue.items.empty() && catalogue.sites.empty() && catalogue.customers.empty() &&
           catalogue.carriers.empty() && catalogue.prices.empty() && catalogue.cross_references.empty();
}

masterdata::Catalogue merged(const masterdata::Catalogue& first, const masterdata::Catalogue& second) {
    std::map<std::string_view, std::size_t> items;
    std::set<std::string_view> sites, customers;
    for (std::size_t i = 0; i < first.items.size(); ++i) items.emplace(first.items[i].code, i);
    for (const auto& site : first.sites) sites.insert(site.code);
    for (const auto& customer : first.customers) customers.insert(customer.code);
    auto result = first;
    for (const auto& item : second.items) {
        const auto known = items.find(item.code);
        if (known == items.end()) result.items.push_back(item);
        else if (item.lot_controlled) result.items[known->second].lot_controlled = true;
    }
    for (const auto& site : second.sites)
        if (!sites.contains(site.code)) result.sites.push_back(site);
    for (const auto& customer : second.customers)
        if (!customers.contains(customer.code)) result.customers.push_back(customer);
    return result;
}

ShopMessage load_message(masterdata::Catalogue catalogue, std::string_view actor) {
    auto result =
        message_of({"catalogue/", {}, actor},
                   engine::Command{masterdata::Command{masterdata::LoadCatalogue{std::move(catalogue)}}}, {});
    auto& envelope = result.message.envelope;
    append_hex(envelope.message_id, envelope.content_hash);
    return result;
}

std::vector<ShopMessage> messages(const Import& import, const MessageOptions& options) {
    std::vector<ShopMessage> result;
    result.reserve(import.in_order.size());
    const auto currency =
        import.orders.empty() ? Currency{} : import.orders.front().currency; // a file has one
    for (const auto& ref : import.in_order) {
        switch (ref.kind) {
        case DocumentKind::order: result.push_back(message_of(import.orders[ref.index], options)); break;
        case DocumentKind::cancellation:
            append_messages(result, import.cancellations[ref.index], options);
            break;
        case DocumentKind::adjustment:
            result.push_back(message_of(import.adjustments[ref.index], options));
            break;
        case DocumentKind::case_:
            result.push_back(message_of(import.cases[ref.index], currency, options));
            break;
        }
    }
    return result;
}

std::vector<ShopMessage> messages(const StockStatement& stock, std::string_view reference) {
    std::vector<ShopMessage> result;
    std::map<std::string, std::pair<inventory::OpenStock, std::vector<Row>>> by_site;
    for (const auto& balance : stock.balances) {
        if (balance.quantity == 0) continue; // nothing to open; the row is accepted all the same
        auto& [command, rows] = by_site[balance.site];
        inventory::OpeningLine line;
        line.item = balance.item;
        line.lot = balance.lot;
        line.quantity = balance.quantity;
        command.lines.push_back(std::move(line));
        rows.push_back(balance.row);
    }
    for (auto& [site, content] : by_site) {
        content.first.site = site;
        content.first.reference = reference;
        result.push_back(message_of({"stock/" + std::string{reference} + "/" + site, {}, "import"},
                                    engine::Command{inventory::Command{std::move(content.first)}},
                                    std::move(content.second)));
    }
    return result;
}

void reconcile(std::vector<RowOutcome>& outcomes, const ShopMessage& message, const engine::Result& result) {
    const bool refused = result.outcome == engine::Outcome::refused || result.was_refused;
    const bool reported = result.outcome == engine::Outcome::reported;
    if (!refused && !reported) return;
    for (const auto row : message.rows) {
        TF_ASSERT(row >= 1 && row <= outcomes.size(), "the rows are of this import");
        auto& outcome = outcomes[row - 1];
        if (outcome.outcome != Outcome::accepted) continue;
        outcome.outcome = reported ? Outcome::case_ : Outcome::refused;
        outcome.code = reported         ? "conflicting_message"
                       : result.refusal ? result.refusal->code
                                        : "refused_before";
        outcome.sentence =
            reported ? "the document came before with other content, or is too old; the first one stands"
            : result.refusal ? result.refusal->sentence
                             : "the document was refused when it came first";
    }
}

} // namespace truefill::connectors::shop

#include "cli/export.h"
#include "cli/terminal.h"
#include "ledger/rows.h"

#include <fmt/format.h>

#include <map>
#include <tuple>
#include <utility>

namespace truefill::cli {
namespace {

/// A part of an account name. A colon would open another part, two blanks would end the name, a semicolon
/// would begin a comment.
std::string part(std::string_view text) {
    std::string result;
    for (const char c : text) result += c == ':' || c == ';' || c == '"' || c == ' ' ? '_' : c;
    return result.empty() ? "none" : result;
}

std::string unit_account(std::string_view book, std::string_view bucket, const ledger::Order& order,
                         std::pair<LineNumber, bool> line) {
    auto account = fmt::format("units:{}:{}", book, bucket == "none" ? "outside" : bucket);
    if (line.second) account += fmt::format(":{}:{}", part(order.number), line.first);
    return account;
}

std::string stock_account(const engine::State& state, SiteId site, LotId lot, ledger::Stock bucket) {
    auto account =
        fmt::format("stock:{}:{}", site ? part(state.master.site(site).code) : "none", name_of(bucket));
    if (lot) account += ":" + part(state.master.lot(lot).code);
    return account;
}

std::string money_account(const engine::State& state, CustomerId customer, ledger::Account account) {
    return fmt::format("money:{}:{}", customer ? part(state.master.customer(customer).code) : "none",
                       name_of(account));
}

/// Collects the legs of one entry or state.
class Legs {
public:
    Legs(const engine::State& state, const LegOptions& options) : state_{state}, options_{options} {}

    bool has(Book book) const { return options_.book == Book::all || options_.book == book; }

    void stock(ItemId item, Quantity quantity, const ledger::StockMove& move) {
        if (!has(Book::stock)) return;
        units(stock_account(state_, move.site, move.lot, move.from), item, -quantity);
        units(stock_account(state_, move.site_to, move.lot_to, move.to), item, quantity);
    }

    void line(const ledger::Order& order, const ledger::Line& line, const ledger::UnitPosting& posting) {
        const std::pair at{line.number, options_.by_order};
        const auto move = [&](std::string_view book, std::string_view from, std::string_view to) {
            if (from == to) return;
            units(unit_account(book, from, order, at), line.item, -posting.quantity);
            units(unit_account(book, to, order, at), line.item, posting.quantity);
        };
        if (has(Book::pipeline)) move("pipeline", name_of(posting.from), name_of(posting.to));
        if (has(Book::billing)) move("billing", name_of(posting.billing_from), name_of(posting.billing_to));
    }

    void parcel(const ledger::Order& order, const ledger::Line& line, const ledger::Parcel& parcel) {
        const std::pair at{line.number, options_.by_order};
        if (has(Book::pipeline))
            units(unit_account("pipeline", name_of(parcel.pipeline), order, at), line.item, parcel.quantity);
        if (has(Book::billing) && parcel.billing != ledger::Billing::none)
            units(unit_account("billing", name_of(parcel.billing), order, at), line.item, parcel.quantity);
    }

    /// The other side of all units of a line.
    void outside(const ledger::Order& order, const ledger::Line& line) {
        const std::pair at{line.number, options_.by_order};
        if (has(Book::pipeline)) units(unit_account("pipeline", "none", order, at), line.item, -line.total);
        if (has(Book::billing) && order.kind == ledger::LineKind::sale)
            units(unit_account("billing", "none", order, at), line.item, -line.total);
    }

    void balance(const ledger::StockBalance& row, ledger::Stock bucket) {
        if (has(Book::stock)) units(stock_account(state_, row.site, row.lot, bucket), row.item, row[bucket]);
    }

    void money(CustomerId customer, ledger::Account account, const Money& money) {
        if (!has(Book::money)) return;
        Leg leg;
        leg.account = money_account(state_, customer, account);
        leg.commodity = money.currency.text();
        leg.amount = money.amount;
        leg.is_money = true;
        legs_.push_back(std::move(leg));
    }

    /// What the following legs are of.
    void about(std::string_view trigger, LineNumber line) {
        trigger_ = trigger;
        line_ = line;
    }

    std::vector<Leg> taken() { return std::move(legs_); }

private:
    void units(std::string account, ItemId item, Quantity quantity) {
        Leg leg;
        leg.account = std::move(account);
        leg.commodity = part(state_.master.item(item).code);
        leg.units = quantity;
        leg.trigger = trigger_;
        leg.line = line_;
        legs_.push_back(std::move(leg));
    }

    const engine::State& state_;
    LegOptions options_;
    std::string_view trigger_;
    LineNumber line_{};
    std::vector<Leg> legs_;
};

} // namespace

std::string Leg::number() const { return is_money ? say(amount) : std::to_string(units); }

std::vector<Leg> legs_of(const engine::State& state, const ledger::Entry& entry, const ledger::Order* order,
                         const LegOptions& options) {
    Legs legs{state, options};
    for (const auto& posting : entry.stock)
        legs.stock(posting.item, posting.quantity, ledger::move_of(posting));
    for (const auto& posting : entry.units) {
        const auto* line = order ? order->line(posting.line) : nullptr;
        if (!line) continue;
        legs.about(name_of(posting.trigger), posting.line);
        legs.line(*order, *line, posting);
        if (posting.stock_from != ledger::Stock::none)
            legs.stock(line->item, posting.quantity, ledger::move_of(posting));
    }
    legs.about({}, 0);
    for (const auto& posting : entry.money) {
        legs.money(posting.customer, posting.debit, posting.money);
        legs.money(posting.customer, posting.credit, -posting.money);
    }
    return legs.taken();
}

std::vector<Leg> summed(std::vector<Leg> legs) {
    std::map<std::tuple<std::string, std::string>, Leg> sums;
    for (auto& leg : legs) {
        auto& sum = sums[{leg.account, leg.commodity}];
        leg.units += sum.units;
        leg.amount += sum.amount;
        sum = std::move(leg);
    }
    std::vector<Leg> result;
    for (auto& [key, leg] : sums)
        if (leg.units != 0 || leg.amount != Amount{}) result.push_back(std::move(leg));
    return result;
}

std::vector<Leg> balances_of(const engine::State& state, const std::vector<ledger::Order>& archived,
                             const LegOptions& options) {
    Legs legs{state, options};
    const auto add = [&](const ledger::Order& order) {
        for (const auto& line : order.lines) legs.outside(order, line);
        order.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
            legs.parcel(order, line, parcel);
        });
    };
    state.ledger.orders().each([&](OrderId, const ledger::Order& order) { add(order); });
    for (const auto& order : archived) add(order);
    for (const auto& row : state.ledger.stock())
        for (const auto& bucket : enumerators<ledger::Stock>)
            if (bucket.value != ledger::Stock::none && row[bucket.value] != 0)
                legs.balance(row, bucket.value);
    for (const auto& row : state.ledger.money())
        for (const auto& account : enumerators<ledger::Account>)
            if (row[account.value] != Amount{})
                legs.money(row.customer, account.value, {row[account.value], row.currency});
    return summed(legs.taken());
}

} // namespace truefill::cli

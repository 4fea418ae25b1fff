#include "sim/demo_report.h"

#include "connectors/shop/messages.h"
#include "sim/demo_world.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace truefill::sim {
namespace {

using ledger::Billing;
using ledger::Pipeline;

std::string text_of(Date date) {
    std::string text;
    append_date(text, date);
    return text;
}

/// Adds parcels to named figures; each order and line counts once in a figure.
class Figures {
public:
    void add(const std::string& what, const ledger::Order& order, const ledger::Line& line,
             const ledger::Parcel& parcel) {
        auto& row = rows_[what];
        row.figure.what = what;
        if (row.last_order != order.id) ++row.figure.orders;
        if (row.last_order != order.id || row.last_line != line.number) ++row.figure.lines;
        row.last_order = order.id;
        row.last_line = line.number;
        row.figure.units += parcel.quantity;
        const auto price =
            parcel.pipeline >= Pipeline::shipped && parcel.shipment ? parcel.unit_price : line.unit_price;
        row.figure.value += times(price, parcel.quantity);
    }
    void owe(const std::string& what, Amount amount) {
        auto& figure = rows_[what].figure;
        figure.what = what;
        figure.to_pay += amount;
    }
    Figure find(const std::string& what) const {
        const auto found = rows_.find(what);
        return found == rows_.end() ? Figure{what, 0, 0, 0, {}, {}} : found->second.figure;
    }
    std::vector<Figure> by_value() const {
        std::vector<Figure> result;
        for (const auto& [what, row] : rows_) result.push_back(row.figure);
        std::ranges::stable_sort(result, std::greater<>{}, &Figure::value);
        return result;
    }

private:
    struct Row {
        Figure figure;
        OrderId last_order;
        LineNumber last_line{};
    };
    std::map<std::string, Row> rows_;
};

bool has_left(Pipeline bucket) {
    return bucket == Pipeline::shipped || bucket == Pipeline::delivered || bucket == Pipeline::lost ||
           bucket == Pipeline::returned;
}

/// Why units of an order are not delivered, billed and paid yet, in the words of the one who asks.
class Reasons {
public:
    Reasons(const engine::State& state, const ledger::Order& order) : state_{state}, order_{order} {
        billing::each_invoice(state.billing, order.id, [&](InvoiceId, const billing::Invoice& one) {
            if (one.is_pending()) pending_ = true;
        });
    }
    /// Empty when nothing is open.
    std::string why(const ledger::Line& line, const ledger::Parcel& parcel) const {
        using enum Pipeline;
        switch (parcel.pipeline) {
        case open:
        case backordered: return waits_for_stock(line, parcel);
        case promised: return "promised: waits for dated supply";
        case reserved:
            return is_held(line, parcel) ? "reserved, on hold: a person decides"
                                         : at("reserved for the next wave of ", parcel);
        case released:
        case picked:
        case packed: return at("in work at ", parcel);
        case shipped: return "on its way, no proof of delivery yet";
        case returned:
        case lost:
            return parcel.billing == Billing::credit_due ? "came back or lost, credit memo not posted yet"
                                                         : "";
        case delivered: return of_delivered(parcel);
        default: return {};
        }
    }

private:
    bool is_held(const ledger::Line& line, const ledger::Parcel& parcel) const {
        return state_.ledger.blocking(ledger::Trigger::release, order_, line, &parcel) != nullptr;
    }
    std::string at(const char* what, const ledger::Parcel& parcel) const {
        return what + (parcel.site ? state_.master.site(parcel.site).code : "a site");
    }
    std::string waits_for_stock(const ledger::Line& line, const ledger::Parcel& parcel) const {
        if (state_.ledger.blocking(ledger::Trigger::reserve, order_, line, &parcel))
            return "open, on hold: a person decides";
        return order_.ship_complete ? "backordered: ships complete and something of it is missing"
                                    : "backordered: no stock, no supply announced";
    }
    std::string of_delivered(const ledger::Parcel& parcel) const {
        if (parcel.billing == Billing::billable)
            return pending_ ? "delivered, invoice is with finance" : "delivered, to be billed";
        if (parcel.billing != Billing::invoiced) return {};
        const auto& invoice = state_.billing.invoices.at(parcel.invoice);
        if (invoice.open() <= Amount{}) return {};
        return invoice.due < date_of(state_.flow.now) ? "delivered and billed, payment overdue"
                                                      : "delivered and billed, not due yet";
    }

    const engine::State& state_;
    const ledger::Order& order_;
    bool pending_ = false;
};

/// The documents of the file that were played, and the rows that they carry.
void count_played(const connectors::shop::Import& import, Time last, CameIn& came) {
    came.rows_in_file = import.outcomes.size();
    const auto count = [last](const auto& documents,
                              Time(std::ranges::range_value_t<decltype(documents)>::* at)) {
        return static_cast<std::uint64_t>(
            std::ranges::count_if(documents, [&](Time when) { return when <= last; }, at));
    };
    using namespace connectors::shop;
    came.orders = count(import.orders, &ImportedOrder::ordered_at);
    came.adjustments = count(import.adjustments, &StockAdjustment::at);
    came.odd_rows = count(import.cases, &ImportCase::at);
    for (const auto& one : import.cancellations)
        if (one.at <= last) came.withdrawals += one.withdrawals.size();
    bool whole = true;
    std::set<Row> rows;
    for (const auto& one : messages(import, {.actor = "", .site = "", .event_times = true})) {
        const bool played = one.message.envelope.event_time <= last;
        whole = whole && played;
        if (played) rows.insert(one.rows.begin(), one.rows.end());
    }
    came.rows = whole ? came.rows_in_file : rows.size(); // a refused row belongs to no document
}

void count_came_in(World& world, CameIn& came) {
    for (const auto& letter : world.bus().letters()) {
        ++came.messages;
        if (letter.source != "shop" || !letter.answered) continue;
        if (letter.outcome == engine::Outcome::refused) ++came.refused;
        else if (letter.outcome == engine::Outcome::waiting) ++came.waiting;
        else ++came.accepted;
    }
    const auto& post = world.bus().count();
    came.sent = post.sent;
    came.lost = post.lost;
    came.doubled = post.doubled;
    came.delayed = post.delayed;
    came.answers_lost = post.answers_lost;
    const auto& flow = world.node().engine().state().flow;
    came.repeats = static_cast<std::uint64_t>(flow.duplicates);
    came.put_aside = flow.last_waiting;
    came.records = flow.position;
    came.record_bytes = world.watch().bytes();
}

void count_units(const engine::State& state, DemoReport& report) {
    Figures way, open;
    std::set<InvoiceId> owed;
    const auto owe = [&](const std::string& why, InvoiceId id) {
        const auto amount = id ? state.billing.invoices.at(id).open() : Amount{};
        if (amount > Amount{} && owed.insert(id).second) open.owe(why, amount);
    };
    state.ledger.orders().each([&](OrderId, const ledger::Order& order) {
        if (order.kind != ledger::LineKind::sale) return;
        const Reasons reasons{state, order};
        order.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
            way.add("ordered", order, line, parcel);
            if (parcel.pipeline == Pipeline::cancelled) way.add("cancelled", order, line, parcel);
            if (has_left(parcel.pipeline)) way.add("left a warehouse", order, line, parcel);
            if (parcel.pipeline == Pipeline::delivered) way.add("delivered", order, line, parcel);
            if (parcel.pipeline == Pipeline::returned) way.add("came back", order, line, parcel);
            if (parcel.pipeline == Pipeline::lost) way.add("lost on the way", order, line, parcel);
            if (parcel.billing == Billing::invoiced) way.add("billed", order, line, parcel);
            const auto why = reasons.why(line, parcel);
            if (why.empty()) return;
            open.add(why, order, line, parcel);
            owe(why, parcel.invoice);
        });
    });
    state.billing.invoices.each([&](InvoiceId id, const billing::Invoice&) {
        owe("billed, its goods are settled: freight or a rest is not paid", id);
    });
    for (const auto* what :
         {"ordered", "cancelled", "left a warehouse", "delivered", "billed", "came back", "lost on the way"})
        report.went_out.push_back(way.find(what));
    report.open = open.by_value();
}

void count_money(const engine::State& state, DemoReport& report) {
    using enum MoneyPart;
    MoneyLine invoiced{"invoices posted", addend, 0, {}}, credited{"credit memos posted", addend, 0, {}};
    MoneyLine paid{"payments received", addend, 0, {}}, written_off{"written off", addend, 0, {}};
    MoneyLine kept{
        "kept for customers: paid ahead, too much, or credited after they had paid", addend, 0, {}};
    MoneyLine all{"open on invoices", sum, 0, {}}, open{"not due yet", part_of_sum, 0, {}};
    MoneyLine overdue{"overdue", part_of_sum, 0, {}};
    MoneyLine asked{"invoices that finance has not posted yet, net", beside, 0, {}};
    MoneyLine earned{"shipped and not billed yet, net", beside, 0, {}};
    const auto add = [](MoneyLine& line, Amount amount) {
        ++line.documents;
        line.amount += amount;
    };
    state.billing.invoices.each([&](InvoiceId, const billing::Invoice& one) {
        if (one.is_pending()) add(asked, one.net);
        if (!one.is_posted()) return;
        if (report.currency.empty()) report.currency = one.currency.text();
        add(invoiced, one.net + one.tax);
        if (one.open() <= Amount{}) return;
        add(all, one.open());
        add(one.due < date_of(state.flow.now) ? overdue : open, one.open());
    });
    state.billing.credits.each([&](CreditId, const billing::Credit& one) {
        if (one.status == billing::CreditStatus::posted) add(credited, -(one.net + one.tax));
    });
    for (const auto& [reference, one] : state.billing.payments)
        if (!one.reversed) add(paid, -one.amount);
    for (const auto& row : state.ledger.money()) {
        earned.amount += row[ledger::Account::unbilled];
        kept.amount -= row[ledger::Account::prepaid]; // a credit balance
        written_off.amount -= row[ledger::Account::write_off];
    }
    report.money = {invoiced, credited, paid, kept};
    if (written_off.amount != Amount{}) report.money.push_back(written_off);
    report.money.insert(report.money.end(), {all, open, overdue, asked, earned});
}

void count_cases(const engine::State& state, DemoReport& report) {
    std::map<std::string, CaseLine> lines;
    state.cases.cases.each([&](CaseId, const cases::Case& one) {
        auto& line = lines[one.category];
        line.category = one.category;
        line.owner = cases::say(one.owner);
        ++line.opened;
        if (!one.is_open()) {
            ++line.resolved;
            return;
        }
        ++line.open;
        if (one.overdue) ++line.overdue;
        line.oldest_hours =
            std::max(line.oldest_hours, (state.flow.now - one.opened_at).micros / hours(1).micros);
    });
    for (auto& [category, line] : lines) report.cases.push_back(std::move(line));
    std::ranges::stable_sort(report.cases, std::greater<>{}, &CaseLine::open);
}

} // namespace

DemoReport make_report(World& world, const connectors::shop::Import& import, const DemoPlan& plan) {
    const auto& state = world.node().engine().state();
    DemoReport report;
    report.from = text_of(date_of(world.setup().start));
    report.to = text_of(date_of(state.flow.now));
    count_played(import, plan.last, report.came_in);
    count_came_in(world, report.came_in);
    count_units(state, report);
    count_money(state, report);
    count_cases(state, report);
    return report;
}

} // namespace truefill::sim

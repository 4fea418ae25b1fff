#include "ledger/random_history.h"

#include "ledger/test_desk.h"
#include "ledger/valuation.h"

#include <algorithm>

namespace truefill::ledger {

using P = Pipeline;
using F = Billing;
using T = Trigger;

namespace {

constexpr std::size_t items = 3, sites = 3, customers = 2, lots = 3;

/// Undone so often that a history which took them as gladly as the others would never ship.
bool goes_back(T trigger) {
    switch (trigger) {
    case T::backorder:
    case T::unpromise:
    case T::cut_supply:
    case T::unreserve:
    case T::unreserve_counted:
    case T::unreserve_held:
    case T::recall:
    case T::short_pick:
    case T::reject:
    case T::reject_held:
    case T::put_back:
    case T::swap_lot:
    case T::unpack:
    case T::damage:
    case T::lose_before_issue:
    case T::cancel:
    case T::substitute: return true;
    default: return false;
    }
}

/// The first item has no lots.
bool has_lots(ItemId item) { return item.value > 1; }

} // namespace

void perform(Ledger& ledger, const Act& act) {
    if (const auto* entry = std::get_if<Entry>(&act)) ledger.apply(*entry);
    else if (const auto* forgotten = std::get_if<Forgotten>(&act)) ledger.forget(forgotten->order);
    else ledger.restore(std::get<Restored>(act).order);
}

OrderId History::step() {
    if (choose_.one_in(25) && archive()) return {};
    auto entry = next();
    if (!entry) return {};
    const bool is_bent = choose_.one_in(4);
    if (is_bent) bend(*entry);
    if (const auto wrong = ledger.check(*entry)) {
        ++refused;
        if (!is_bent) refusals.push_back(*wrong);
        return {};
    }
    bent += is_bent;
    ledger.apply(*entry);
    acts.emplace_back(*entry);
    return entry->order;
}

std::optional<Entry> History::next() {
    const auto kind = choose_.below(20);
    if (ledger.orders().live() < 3 || (kind == 0 && ledger.orders().live() < 8)) return open();
    if (kind < 13) return move();
    if (kind < 16) return stock();
    if (kind < 18) return amend();
    return kind == 18 ? pay() : hold();
}

const Order* History::any_order() {
    std::vector<const Order*> live;
    ledger.orders().each([&](OrderId, const Order& order) { live.push_back(&order); });
    return live.empty() ? nullptr : choose_.of(live);
}

std::optional<StockBalance> History::any_row(ItemId item, Stock bucket, SiteId site) {
    std::vector<StockBalance> rows;
    ledger.each_stock(item, [&](const StockBalance& row) {
        if (row[bucket] > 0 && (!site || row.site == site)) rows.push_back(row);
    });
    if (rows.empty()) return std::nullopt;
    return choose_.of(rows);
}

Entry History::open() {
    Entry entry;
    entry.order = ledger.next_order();
    auto& opened = entry.opened.emplace_back();
    opened.number = "N-" + std::to_string(entry.order.value);
    opened.kind = choose_.one_in(4) ? LineKind::transfer : LineKind::sale;
    if (opened.kind == LineKind::sale) opened.customer = choose_.id<CustomerId>(customers);
    else opened.target = choose_.id<SiteId>(sites);
    opened.currency = choose_.one_in(3) ? usd : eur;
    opened.priority = static_cast<std::uint8_t>(choose_.below(10));
    if (choose_.one_in(2)) opened.charges.push_back({"freight", money(990), ChargeTrigger::first_shipment});
    for (std::size_t n = 1 + choose_.below(3); n > 0; --n) {
        auto& line = opened.lines.emplace_back();
        line.number =
            static_cast<LineNumber>(opened.lines.size() * (1 + choose_.below(2)) + 2 * opened.lines.size());
        line.item = choose_.id<ItemId>(items);
        line.unit_price = Amount{choose_.quantity(5'000'000)};
        entry.units.push_back(accepted(line.number, choose_.quantity(9), opened.kind));
    }
    return entry;
}

std::optional<Entry> History::move() {
    const auto* order = any_order();
    Draft draft{*order};
    for (std::size_t n = 1 + choose_.below(3); n > 0; --n) add_move(draft, *order);
    if (draft.empty()) return std::nullopt;
    return std::move(draft).take();
}

bool History::add_move(Draft& draft, const Order& order) {
    if (order.parcels.empty()) return false;
    const auto slot = static_cast<std::uint32_t>(choose_.below(order.parcels.size()));
    const auto& parcel = order.parcels[slot];
    if (parcel.quantity == 0) return false;
    std::vector<UnitRow> rows;
    for (std::size_t trigger = 1; trigger < trigger_count; ++trigger)
        for (std::size_t to = 1; to < pipeline_count; ++to)
            if (const auto row = find_unit(order.kind, static_cast<T>(trigger), parcel.pipeline,
                                           parcel.billing, static_cast<P>(to)))
                rows.push_back(*row);
    if (choose_.below(6) != 0) {
        const auto backward = [](const UnitRow& row) { return goes_back(row.trigger); };
        if (!std::ranges::all_of(rows, backward)) std::erase_if(rows, backward);
    }
    if (rows.empty()) return false;
    const auto& row = choose_.of(rows);
    auto quantity = choose_.quantity(parcel.quantity);
    // Stock comes from a row that has it; the draft takes what is there.
    UnitPosting where;
    if (row.stock_from != Stock::none && !parcel.site) {
        const auto stock = any_row(order.lines[parcel.line_index].item, row.stock_from);
        if (!stock) return false;
        where.site = stock->site;
        where.lot = stock->lot;
        quantity = std::min(quantity, (*stock)[row.stock_from]);
    }
    const auto before = draft.entry().units.size();
    auto* posting = draft.move(slot, quantity, row.trigger, row.to);
    if (!posting) return false;
    if (where.site) posting->site = where.site;
    if (where.lot) posting->lot = where.lot;
    if (!place(*posting, order, draft.entry())) {
        draft.entry().units.resize(before);
        return false;
    }
    const auto posted = *posting;
    if (order.kind == LineKind::sale) value(draft, posted);
    return true;
}

/// Sets keys and, where the row allows it, another site or lot.
bool History::place(UnitPosting& posting, const Order& order, Entry& entry) {
    const auto item = order.line(posting.line)->item;
    posting.release = choose_.id<ReleaseId>(3);
    posting.handling_unit = choose_.id<HandlingUnitId>(3);
    posting.shipment = choose_.id<ShipmentId>(3);
    if (posting.trigger == T::promise) posting.supply = choose_.id<SupplyId>(3);
    if (posting.billing_to == F::invoiced) posting.invoice = choose_.id<InvoiceId>(3);
    if (posting.trigger == T::issue && order.kind == LineKind::transfer) posting.site_to = order.target;
    if (posting.trigger == T::receive_return && choose_.one_in(3))
        posting.site_to = choose_.id<SiteId>(sites);
    if (posting.trigger == T::receive_promised && !posting.lot && has_lots(item))
        posting.lot_to = choose_.id<LotId>(lots);
    if (posting.trigger != T::swap_lot) return true;
    const auto other = any_row(item, Stock::available, posting.site);
    if (!posting.lot || !other || !other->lot || other->lot == posting.lot) return false;
    posting.quantity = std::min(posting.quantity, (*other)[Stock::available]);
    posting.lot_to = other->lot;
    entry.stock.push_back({item,
                           posting.quantity,
                           Stock::available,
                           Stock::available,
                           posting.site,
                           {},
                           other->lot,
                           posting.lot});
    return true;
}

/// Money that goes with units, as billing would post it.
void History::value(Draft& draft, const UnitPosting& posting) {
    const auto price = draft.order().line(posting.line)->unit_price;
    if (posting.trigger == T::issue)
        add_money(draft, Account::unbilled, Account::revenue,
                  add_value(draft, {posting.line, posting.quantity, price}, ValueStage::issued));
    if (posting.trigger == T::invoice)
        add_money(draft, Account::receivable, Account::unbilled,
                  add_value(draft, {posting.line, posting.quantity, price}, ValueStage::billed));
}

std::optional<Entry> History::stock() {
    const auto row = stock_rows()[choose_.below(stock_rows().size())];
    if (row.from == row.to) return std::nullopt; // comes with the exchange of lots
    StockPosting posting;
    posting.item = choose_.id<ItemId>(items);
    posting.from = row.from;
    posting.to = row.to;
    posting.site = choose_.id<SiteId>(sites);
    posting.quantity = choose_.quantity(20);
    if (!is_contra(row.from)) {
        const auto there = any_row(posting.item, row.from);
        if (!there) return std::nullopt;
        posting.site = there->site;
        posting.lot = there->lot;
        posting.quantity = std::min(posting.quantity, (*there)[row.from]);
    } else if (has_lots(posting.item) && row.to != Stock::inbound) {
        posting.lot = choose_.id<LotId>(lots);
    }
    const bool names_lot = has_lots(posting.item) && !posting.lot && row.from == Stock::inbound;
    if (names_lot && row.to == Stock::available) posting.lot_to = choose_.id<LotId>(lots);
    Entry entry;
    entry.stock.push_back(posting);
    return entry;
}

std::optional<Entry> History::amend() {
    const auto* order = any_order();
    Entry entry;
    entry.order = order->id;
    if (order->lines.empty() || choose_.one_in(4)) {
        auto& line = entry.lines.emplace_back();
        line.number = order->lines.empty() ? 1 : order->lines.back().number + 1;
        line.item = choose_.id<ItemId>(items);
        line.unit_price = Amount{choose_.quantity(5'000'000)};
        entry.units.push_back(accepted(line.number, choose_.quantity(5), order->kind));
        return entry;
    }
    const auto& line = order->lines[choose_.below(order->lines.size())];
    const auto more = static_cast<Quantity>(choose_.below(4));
    entry.amended.push_back({line.number, line.demanded + more, Amount{choose_.quantity(5'000'000)}});
    if (more > 0) entry.units.push_back(accepted(line.number, more, order->kind));
    return entry;
}

Entry History::pay() {
    Entry entry;
    MoneyPosting posting;
    posting.customer = choose_.id<CustomerId>(customers);
    posting.debit = static_cast<Account>(1 + choose_.below(account_count - 1));
    posting.credit = static_cast<Account>(1 + choose_.below(account_count - 1));
    if (posting.credit == posting.debit)
        posting.credit = posting.debit == Account::cash ? Account::tax : Account::cash;
    posting.money = {Amount{choose_.quantity(100'000'000)}, choose_.one_in(2) ? usd : eur};
    entry.money.push_back(posting);
    return entry;
}

Entry History::hold() {
    Entry entry;
    const auto& in_force = ledger.holds();
    if (in_force.size() > 4 || (!in_force.empty() && choose_.one_in(2))) {
        entry.lifted.push_back(in_force[choose_.below(in_force.size())].id);
        return entry;
    }
    auto& hold = entry.holds.emplace_back();
    hold.id = ledger.next_hold();
    hold.scope = static_cast<HoldScope>(choose_.below(6));
    hold.key = static_cast<std::uint32_t>(1 + choose_.below(3));
    hold.line = static_cast<LineNumber>(1 + choose_.below(6));
    if (choose_.one_in(3)) hold.site = choose_.id<SiteId>(sites);
    for (std::size_t n = 1 + choose_.below(3); n > 0; --n)
        hold.blocks.push_back(static_cast<T>(1 + choose_.below(trigger_count - 1)));
    return entry;
}

bool History::archive() {
    if (!away_.empty() && choose_.one_in(2)) {
        acts.emplace_back(Restored{away_.back()});
        away_.pop_back();
    } else {
        const Order* at_rest = nullptr;
        ledger.orders().each([&](OrderId, const Order& order) {
            if (order.at_rest()) at_rest = &order;
        });
        if (!at_rest) return false;
        away_.push_back(*at_rest);
        acts.emplace_back(Forgotten{at_rest->id});
    }
    perform(ledger, acts.back());
    return true;
}

void History::bend_unit(UnitPosting& p) {
    switch (choose_.below(18)) {
    case 0: p.line = static_cast<LineNumber>(choose_.below(8)); break;
    case 1: p.parcel = static_cast<std::uint32_t>(choose_.below(6)); break;
    case 2: p.quantity = static_cast<Quantity>(choose_.below(12)) - 2; break;
    case 3: p.trigger = static_cast<T>(choose_.below(trigger_count)); break;
    case 4: p.from = static_cast<P>(choose_.below(pipeline_count)); break;
    case 5: p.to = static_cast<P>(choose_.below(pipeline_count)); break;
    case 6: p.billing_from = static_cast<F>(choose_.below(billing_count)); break;
    case 7: p.billing_to = static_cast<F>(choose_.below(billing_count)); break;
    case 8: p.stock_from = static_cast<Stock>(choose_.below(stock_count)); break;
    case 9: p.stock_to = static_cast<Stock>(choose_.below(stock_count)); break;
    case 10: p.site = choose_.one_in(3) ? SiteId{} : choose_.id<SiteId>(sites); break;
    case 11: p.site_to = choose_.id<SiteId>(sites); break;
    case 12: p.lot = choose_.one_in(3) ? LotId{} : choose_.id<LotId>(lots); break;
    case 13: p.lot_to = choose_.id<LotId>(lots); break;
    case 14: p.handling_unit = {}; break;
    case 15: p.shipment = {}; break;
    case 16: p.release = {}; break;
    default: p.unit_price = Amount{static_cast<std::int64_t>(choose_.bits())}; break;
    }
}

void History::bend_stock(StockPosting& p) {
    switch (choose_.below(7)) {
    case 0: p.item = choose_.id<ItemId>(items + 1); break;
    case 1: p.quantity = static_cast<Quantity>(choose_.bits() >> choose_.below(64)); break;
    case 2: p.from = static_cast<Stock>(choose_.below(stock_count)); break;
    case 3: p.to = static_cast<Stock>(choose_.below(stock_count)); break;
    case 4: p.site_to = choose_.id<SiteId>(sites); break;
    case 5: p.lot = choose_.id<LotId>(lots); break;
    default: p.lot_to = choose_.id<LotId>(lots); break;
    }
}

/// Changes one thing in an entry, or doubles a posting: what a slip in a decision might do.
void History::bend(Entry& entry) {
    switch (choose_.below(8)) {
    case 0:
        if (!entry.units.empty()) entry.units.push_back(choose_.of(entry.units));
        break;
    case 1:
        if (!entry.stock.empty()) entry.stock.push_back(choose_.of(entry.stock));
        break;
    case 2: entry.order = OrderId{static_cast<std::uint32_t>(choose_.below(8))}; break;
    case 3:
        if (!entry.values.empty()) choose_.of(entry.values).quantity = -choose_.quantity(9);
        if (!entry.opened.empty()) entry.opened.push_back(entry.opened.front());
        if (!entry.lifted.empty()) entry.lifted.push_back(entry.lifted.front());
        break;
    case 4:
        if (!entry.holds.empty()) entry.holds.front().id.value += 1;
        if (!entry.amended.empty()) entry.amended.front().demanded -= 6;
        if (!entry.money.empty()) entry.money.front().money.amount = -entry.money.front().money.amount;
        if (!entry.lines.empty()) entry.lines.front().number = 1;
        break;
    default:
        if (!entry.units.empty()) bend_unit(choose_.of(entry.units));
        else if (!entry.stock.empty()) bend_stock(choose_.of(entry.stock));
    }
}

} // namespace truefill::ledger

#include "base/assert.h"
#include "ledger/digest.h"
#include "ledger/ledger.h"
#include "ledger/rows.h"

namespace truefill::ledger {
namespace {

bool same_keys(const Parcel& a, const Parcel& b) {
    return a.pipeline == b.pipeline && a.billing == b.billing && a.site == b.site && a.lot == b.lot &&
           a.supply == b.supply && a.release == b.release && a.handling_unit == b.handling_unit &&
           a.shipment == b.shipment && a.invoice == b.invoice && a.unit_price == b.unit_price;
}

void unlink(Order& order, Line& line, std::uint32_t slot) {
    auto* link = &line.first;
    while (*link != slot) link = &order.parcels[*link].next;
    *link = order.parcels[slot].next;
    order.parcels[slot] = Parcel{};
    order.parcels[slot].next = order.free;
    order.free = slot;
}

} // namespace

Keys keys_of(Pipeline bucket) {
    using P = Pipeline;
    const bool gone =
        bucket == P::shipped || bucket == P::delivered || bucket == P::lost || bucket == P::returned;
    const bool packed = gone || bucket == P::packed;
    const bool released = packed || bucket == P::released || bucket == P::picked;
    const bool placed = released || bucket == P::reserved || bucket == P::promised;
    return {.site = placed,
            .lot = placed,
            .supply = bucket == P::promised,
            .release = released,
            .handling_unit = packed,
            .shipment = gone};
}

Parcel moved(Parcel parcel, const UnitPosting& posting) {
    parcel.quantity = posting.quantity;
    parcel.pipeline = posting.to;
    parcel.billing = posting.billing_to;
    if (posting.site) parcel.site = posting.site;
    if (posting.site_to) parcel.site = posting.site_to;
    if (posting.lot) parcel.lot = posting.lot;
    if (posting.lot_to) parcel.lot = posting.lot_to;
    if (posting.supply) parcel.supply = posting.supply;
    if (posting.release) parcel.release = posting.release;
    if (posting.handling_unit) parcel.handling_unit = posting.handling_unit;
    if (posting.shipment) parcel.shipment = posting.shipment;
    if (posting.invoice) parcel.invoice = posting.invoice;
    if (posting.unit_price) parcel.unit_price = *posting.unit_price;
    const auto keys = keys_of(posting.to);
    if (!keys.site) parcel.site = {};
    if (!keys.lot) parcel.lot = {};
    if (!keys.supply) parcel.supply = {};
    if (!keys.release) parcel.release = {};
    if (!keys.handling_unit) parcel.handling_unit = {};
    if (!keys.shipment) parcel.shipment = {};
    if (posting.billing_to == Billing::not_due) parcel.unit_price = {};
    if (posting.billing_to == Billing::billable || posting.billing_to == Billing::not_due)
        parcel.invoice = {};
    return parcel;
}

void Ledger::move(Order& order, const UnitPosting& posting) {
    const auto index = order.index_of(posting.line);
    TF_ASSERT(index < order.lines.size() && posting.quantity > 0, "a posting moves units of a line");
    auto& line = order.lines[index];
    if (posting.stock_from != Stock::none) {
        const auto stock = move_of(posting);
        post_stock(line.item, posting.quantity, stock);
        if (order.kind == LineKind::transfer && posting.to == Pipeline::shipped)
            stock_row(line.item, stock.site_to, stock.lot_to).in_transit += posting.quantity;
        if (order.kind == LineKind::transfer && posting.from == Pipeline::shipped)
            stock_row(line.item, stock.site, stock.lot).in_transit -= posting.quantity;
    }
    Parcel target;
    target.line_index = static_cast<std::uint32_t>(index);
    if (posting.from == Pipeline::none) {
        subtract(digest_, weight(order.id, line));
        // The first units are what the customer asked for; later wishes come as LineAmended, over-shipments
        // as none.
        if (line.total == 0) line.demanded = posting.quantity;
        line.total += posting.quantity;
        add(digest_, weight(order.id, line));
    } else {
        TF_ASSERT(posting.parcel < order.parcels.size(), "a posting names a parcel of the order");
        auto& source = order.parcels[posting.parcel];
        TF_ASSERT(source.quantity >= posting.quantity && source.line_index == index,
                  "the parcel holds the units");
        TF_ASSERT(source.pipeline == posting.from && source.billing == posting.billing_from,
                  "and where it was said");
        target = source;
        subtract(digest_, weight(order.id, source));
        source.quantity -= posting.quantity;
        add(digest_, weight(order.id, source));
        if (source.quantity == 0) unlink(order, line, posting.parcel);
    }
    place(order, moved(target, posting));
    const bool was_open = posting.billing_from == Billing::not_due;
    const bool is_open = posting.billing_to == Billing::not_due;
    if (was_open != is_open) {
        auto& value = money_row(order.customer, order.currency).open_order_value;
        const auto moved_value = times(line.unit_price, posting.quantity);
        value = is_open ? value + moved_value : value - moved_value;
    }
    if (posting.from == Pipeline::backordered || posting.to == Pipeline::backordered)
        update_waiting(order, line);
}

void Ledger::place(Order& order, const Parcel& parcel) {
    auto& line = order.lines[parcel.line_index];
    for (auto slot = line.first; slot != no_parcel; slot = order.parcels[slot].next) {
        auto& same = order.parcels[slot];
        if (!same_keys(same, parcel)) continue;
        subtract(digest_, weight(order.id, same));
        same.quantity += parcel.quantity;
        add(digest_, weight(order.id, same));
        return;
    }
    auto slot = order.free;
    if (slot == no_parcel) {
        slot = static_cast<std::uint32_t>(order.parcels.size());
        order.parcels.emplace_back();
    } else {
        order.free = order.parcels[slot].next;
    }
    order.parcels[slot] = parcel;
    order.parcels[slot].next = line.first;
    line.first = slot;
    add(digest_, weight(order.id, parcel));
}

void Ledger::update_waiting(const Order& order, const Line& line) {
    const Waiting entry{line.item, order.priority, {order.id, line.number}};
    if (order.quantity(line, Pipeline::backordered) > 0) waiting_.insert(entry);
    else waiting_.erase(entry);
}

void Ledger::add_value(Order& order, const ValuePosting& posting) {
    const auto post = [&](Value& issued, Value& billed) {
        auto& value = posting.stage == ValueStage::issued ? issued : billed;
        value.quantity += posting.quantity;
        value.exact += posting.exact;
        value.amount += posting.amount;
        TF_ASSERT(value.quantity >= 0, "no more is taken back than was issued or billed");
    };
    if (posting.line != 0) {
        const auto index = order.index_of(posting.line);
        TF_ASSERT(index < order.lines.size(), "a value posting names a line of the order");
        auto& line = order.lines[index];
        subtract(digest_, weight(order.id, line));
        post(line.issued, line.billed);
        add(digest_, weight(order.id, line));
    } else {
        TF_ASSERT(posting.charge >= 1 && posting.charge <= order.charges.size(), "or one of its charges");
        auto& charge = order.charges[posting.charge - 1];
        subtract(digest_, weight(order.id, posting.charge, charge));
        post(charge.issued, charge.billed);
        add(digest_, weight(order.id, posting.charge, charge));
    }
}

void Ledger::post_stock(ItemId item, Quantity quantity, const StockMove& move) {
    TF_ASSERT(quantity > 0, "a posting moves something");
    add_stock(stock_row(item, move.site, move.lot), move.from, -quantity);
    add_stock(stock_row(item, move.site_to, move.lot_to), move.to, quantity);
}

StockBalance& Ledger::stock_row(ItemId item, SiteId site, LotId lot) {
    const auto key = stock_key(item, site, lot);
    const auto [found, fresh] = stock_index_.try_emplace(key, static_cast<std::uint32_t>(stock_.size()));
    if (fresh) {
        if (first_stock_.size() <= item.value) first_stock_.resize(item.value + 1, no_parcel);
        auto& row = stock_.emplace_back();
        row.item = item;
        row.site = site;
        row.lot = lot;
        // At the end of the item's chain, so that the order of first sight is kept.
        auto* link = &first_stock_[item.value];
        while (*link != no_parcel) link = &stock_[*link].next_of_item;
        *link = found->second;
    }
    auto& row = stock_[found->second];
    TF_ASSERT(row.item == item && row.site == site && row.lot == lot, "stock keys do not collide");
    return row;
}

void Ledger::add_stock(StockBalance& row, Stock bucket, Quantity quantity) {
    subtract(digest_, weight(row, bucket));
    row.units[static_cast<std::size_t>(bucket)] += quantity;
    add(digest_, weight(row, bucket));
    TF_ASSERT(is_contra(bucket) || row[bucket] >= 0, "stock is never negative (I8)");
}

MoneyBalance& Ledger::money_row(CustomerId customer, Currency currency) {
    const auto key = money_key(customer, currency);
    const auto [found, fresh] = money_index_.try_emplace(key, static_cast<std::uint32_t>(money_.size()));
    if (fresh) {
        auto& row = money_.emplace_back();
        row.customer = customer;
        row.currency = currency;
    }
    return money_[found->second];
}

void Ledger::post_money(const MoneyPosting& posting) {
    TF_ASSERT(posting.money.amount >= Amount{} && posting.debit != posting.credit,
              "money moves between accounts");
    auto& row = money_row(posting.customer, posting.money.currency);
    const auto post = [&](Account account, Amount amount) {
        subtract(digest_, weight(row, account));
        row.balances[static_cast<std::size_t>(account)] += amount;
        add(digest_, weight(row, account));
    };
    post(posting.debit, posting.money.amount);
    post(posting.credit, -posting.money.amount);
}

} // namespace truefill::ledger

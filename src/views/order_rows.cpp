// Orders: the account of the ledger as rows.
#include "base/enum_names.h"
#include "views/documents.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace truefill::views {
namespace {

using ledger::Pipeline;

bool has_left(Pipeline bucket) {
    return bucket == Pipeline::shipped || bucket == Pipeline::delivered || bucket == Pipeline::lost ||
           bucket == Pipeline::returned;
}

bool is_gone(Pipeline bucket) { return bucket == Pipeline::cancelled || bucket == Pipeline::substituted; }

/// a + price * quantity; a sum that leaves 64 bits stays at their end, for only a report reads it.
Amount plus(Amount a, Amount price, Quantity quantity) {
    std::int64_t product = 0, sum = 0;
    if (__builtin_mul_overflow(price.micros, quantity, &product) ||
        __builtin_add_overflow(a.micros, product, &sum))
        return {std::numeric_limits<std::int64_t>::max() / 2};
    return {sum};
}

struct Totals {
    Quantity units{}, left{};
    Amount value, unbilled;
};

/// Units of a line that stand in the same buckets at the same place.
struct Part {
    Pipeline bucket{};
    ledger::Billing billing{};
    SiteId site;
    ShipmentId shipment;
    InvoiceId invoice;
    Amount unit_price;
    Quantity quantity{};

    auto key() const { return std::tuple{bucket, billing, site, shipment, invoice, unit_price}; }
};

void add_parts(Rows& rows, const engine::State& state, const ledger::Order& order, const ledger::Line& line) {
    thread_local std::vector<Part> parts;
    parts.clear();
    order.each_parcel(line, [&](std::uint32_t, const ledger::Parcel& parcel) {
        const Part part{parcel.pipeline, parcel.billing,
                        parcel.site,     parcel.shipment,
                        parcel.invoice,  has_left(parcel.pipeline) ? parcel.unit_price : line.unit_price,
                        parcel.quantity};
        const auto same =
            std::ranges::find_if(parts, [&](const Part& one) { return one.key() == part.key(); });
        if (same == parts.end()) parts.push_back(part);
        else same->quantity += part.quantity;
    });
    std::ranges::sort(parts, {}, &Part::key);
    std::int64_t number = 0;
    for (const auto& part : parts) {
        rows.begin(TableId::line_quantities).integer(order.id.value).integer(line.number).integer(++number);
        rows.text(name_of(part.bucket)).text(name_of(part.billing)).code(site_code(state, part.site));
        rows.id(part.shipment).id(part.invoice).price(part.unit_price).integer(part.quantity).end();
    }
}

Totals totals_of(const ledger::Order& order) {
    Totals totals;
    order.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
        if (is_gone(parcel.pipeline)) return;
        const bool left = has_left(parcel.pipeline);
        totals.units += parcel.quantity;
        if (left) totals.left += parcel.quantity;
        totals.value = plus(totals.value, left ? parcel.unit_price : line.unit_price, parcel.quantity);
    });
    for (const auto& line : order.lines) totals.unbilled += line.issued.amount - line.billed.amount;
    for (const auto& charge : order.charges) {
        totals.value = plus(totals.value, charge.amount, 1);
        totals.unbilled += charge.issued.amount - charge.billed.amount;
    }
    return totals;
}

} // namespace

void add_order(Rows& rows, const engine::State& state, const ledger::Order& order) {
    const auto totals = totals_of(order);
    const auto status = orders::status(state.ledger, order);
    const auto* document = state.orders.documents.find(order.id);
    static const orders::Document none;
    if (document == nullptr) document = &none; // a transfer
    rows.orders.push_back(order.id.value);
    rows.begin(TableId::orders).integer(order.id.value).text(order.number).text(name_of(order.kind));
    rows.code(customer_code(state, order.customer)).code(site_code(state, order.target));
    rows.code(order.currency.text()).integer(order.priority).flag(order.ship_complete);
    rows.code(document->purchase_order).text(name_of(status)).time(document->ordered_at);
    rows.date(document->requested).integer(static_cast<std::int64_t>(order.lines.size()));
    rows.integer(totals.units).integer(totals.left).money(totals.value, order.currency);
    rows.money(totals.unbilled, order.currency);
    rows.flag(status != orders::Status::completed && status != orders::Status::cancelled).end();
    for (const auto& line : order.lines) {
        rows.begin(TableId::order_lines).integer(order.id.value).integer(line.number);
        rows.text(item_code(state, line.item));
        if (line.parent != 0) rows.integer(line.parent);
        else rows.null();
        rows.date(line.requested).price(line.unit_price).integer(line.demanded).integer(line.total);
        rows.integer(line.issued.quantity).money(line.issued.amount, order.currency);
        rows.integer(line.billed.quantity).money(line.billed.amount, order.currency).end();
        add_parts(rows, state, order, line);
    }
    std::int64_t number = 0;
    for (const auto& charge : order.charges) {
        rows.begin(TableId::order_charges).integer(order.id.value).integer(++number).text(charge.kind);
        rows.text(name_of(charge.trigger)).money(charge.amount, order.currency);
        rows.money(charge.issued.amount, order.currency).money(charge.billed.amount, order.currency).end();
    }
}

} // namespace truefill::views

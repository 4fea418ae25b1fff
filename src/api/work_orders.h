/// What an external worker gets with a job: everything that the destination must know, rendered from the
/// state at the moment when the worker takes it, so it is never stale. One of the parts is there.
#pragma once

#include "engine/engine.h"

#include <optional>
#include <string>
#include <vector>

namespace truefill::api {

struct WorkLine {
    static constexpr auto required = std::to_array<std::string_view>({"line", "quantity"});
    LineNumber line{};
    std::string item, description;
    std::string lot; ///< the one that was reserved
    Quantity quantity{};
    Amount unit_price;
};
TF_DESCRIBE(WorkLine, (line, item, description, lot, quantity, unit_price))

struct ShipTo {
    std::string customer, name, address, country;
};
TF_DESCRIBE(ShipTo, (customer, name, address, country))

/// To a site: pick these. Or, of a recall: stop these.
struct ReleaseWork {
    static constexpr auto required = std::to_array<std::string_view>({"release", "order", "site", "lines"});
    ReleaseId release;
    std::string order, site;
    ShipTo ship_to;
    std::vector<WorkLine> lines;
};
TF_DESCRIBE(ReleaseWork, (release, order, site, ship_to, lines))

struct CountWork {
    static constexpr auto required = std::to_array<std::string_view>({"count", "site", "item"});
    CountId count;
    std::string site, item, lot; ///< no lot: all of the item
};
TF_DESCRIBE(CountWork, (count, site, item, lot))

/// To a carrier: will you take this? To a customer: this is on its way.
struct ShipmentWork {
    static constexpr auto required = std::to_array<std::string_view>({"shipment", "order", "site"});
    ShipmentId shipment;
    ReleaseId release;
    std::string order, site, carrier, tracking;
    ShipTo ship_to;
    std::int64_t weight_grams{};
    std::vector<std::string> handling_units; ///< SSCC-18, or "HU-9" without one
    std::vector<WorkLine> lines;
};
TF_DESCRIBE(ShipmentWork,
            (shipment, release, order, site, carrier, tracking, ship_to, weight_grams, handling_units, lines))

/// To finance: post this.
struct InvoiceWork {
    static constexpr auto required = std::to_array<std::string_view>({"invoice", "customer", "net", "lines"});
    InvoiceId invoice;
    std::string order, purchase_order, customer;
    Money net;
    std::int32_t payment_days{};
    std::vector<WorkLine> lines;
};
TF_DESCRIBE(InvoiceWork, (invoice, order, purchase_order, customer, net, payment_days, lines))

struct CreditWork {
    static constexpr auto required = std::to_array<std::string_view>({"credit", "invoice", "net"});
    CreditId credit;
    InvoiceId invoice;
    std::string invoice_number, customer, order, reason;
    Money net, tax;
    std::vector<WorkLine> lines;
};
TF_DESCRIBE(CreditWork, (credit, invoice, invoice_number, customer, order, reason, net, tax, lines))

struct WorkOrder {
    std::optional<ReleaseWork> release;
    std::optional<ReleaseWork> recall;
    std::optional<CountWork> count;
    std::optional<ShipmentWork> shipment;
    std::optional<InvoiceWork> invoice;
    std::optional<CreditWork> credit;
};
TF_DESCRIBE(WorkOrder, (release, recall, count, shipment, invoice, credit))

WorkOrder work_order_of(const engine::State& state, const engine::Job& job);

} // namespace truefill::api

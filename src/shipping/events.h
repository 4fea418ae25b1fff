/// What happened in shipping: goods that left, arrived, were lost, or never were what they should be.
#pragma once

#include "base/one_of.h"
#include "ledger/entry.h"
#include "shipping/events_tender.h"

namespace truefill::shipping {

/// `made`: the shipment is new, for the goods left without one. `due` is the time to have arrived.
struct GoodsIssued {
    static constexpr std::string_view name = "shipping.goods_issued";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    Time due;
    ShipmentId shipment;
    OrderId order;
    ReleaseId release;
    SiteId site;
    CarrierId carrier;
    std::vector<HandlingUnitId> handling_units;
    std::vector<IssuedLine> lines;
    Time shipped_at;
    std::string tracking;
    bool made{};
};
TF_DESCRIBE(GoodsIssued, (entry, deviations, due, shipment, order, release, site, carrier, handling_units,
                          lines, shipped_at, tracking, made))

struct TrackingRecorded {
    static constexpr std::string_view name = "shipping.tracking_recorded";
    static constexpr int version = 1;
    std::vector<ledger::Deviation> deviations;
    ShipmentId shipment;
    OrderId order;
    std::string status;
    Time at;
    std::string place;
};
TF_DESCRIBE(TrackingRecorded, (deviations, shipment, order, status, at, place))

/// Posts nothing for a transfer: its units are received at the target site.
struct Delivered {
    static constexpr std::string_view name = "shipping.delivered";
    static constexpr int version = 1;
    ledger::Entry entry;
    ShipmentId shipment;
    OrderId order;
    std::vector<LineQuantity> lines;
    Time delivered_at;
    std::string signed_by;
};
TF_DESCRIBE(Delivered, (entry, shipment, order, lines, delivered_at, signed_by))

/// `due` is the new time to have arrived.
struct DeliveryRetracted {
    static constexpr std::string_view name = "shipping.delivery_retracted";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    Time due;
    ShipmentId shipment;
    OrderId order;
    std::vector<LineQuantity> lines;
    std::string reason;
};
TF_DESCRIBE(DeliveryRetracted, (entry, deviations, due, shipment, order, lines, reason))

/// `waived` units were not invoiced; `credit_due` ones are to be credited.
struct LossReported {
    static constexpr std::string_view name = "shipping.loss_reported";
    static constexpr int version = 1;
    ledger::Entry entry;
    ShipmentId shipment;
    OrderId order;
    std::vector<LineQuantity> lines;
    Quantity waived{};
    Quantity credit_due{};
    std::string approved_by;
};
TF_DESCRIBE(LossReported, (entry, shipment, order, lines, waived, credit_due, approved_by))

/// `billable` units are to be invoiced (again).
struct LossFound {
    static constexpr std::string_view name = "shipping.loss_found";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    ShipmentId shipment;
    OrderId order;
    std::vector<LineQuantity> lines;
    Quantity billable{};
};
TF_DESCRIBE(LossFound, (entry, deviations, shipment, order, lines, billable))

struct IssueReversed {
    static constexpr std::string_view name = "shipping.issue_reversed";
    static constexpr int version = 1;
    ledger::Entry entry;
    ShipmentId shipment;
    OrderId order;
    ReleaseId release;
    std::vector<LineQuantity> lines;
    std::string approved_by;
};
TF_DESCRIBE(IssueReversed, (entry, shipment, order, release, lines, approved_by))

/// The steps that follow are taken by others: of the `quantity` units, `invoiced` must be credited before
/// their issue can be reversed, and for `delivered` the delivery must be retracted. The entry takes the item
/// that went instead out of the book, as far as the book has it.
struct CorrectionStarted {
    static constexpr std::string_view name = "shipping.correction_started";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    ShipmentId shipment;
    OrderId order;
    ReleaseId release;
    SiteId site;
    LineNumber line{};
    Quantity quantity{};
    ItemId item;
    ItemId wrong_item;
    Quantity invoiced{};
    Quantity delivered{};
    std::string approved_by;
};
TF_DESCRIBE(CorrectionStarted, (entry, deviations, shipment, order, release, site, line, quantity, item,
                                wrong_item, invoiced, delivered, approved_by))

using Event = OneOf<ShipmentTendered, ShipmentPlanned, ShipmentExtended, TenderAccepted, TenderFailed,
                    ShipmentLate, ShipmentUnknown, GoodsIssued, TrackingRecorded, Delivered,
                    DeliveryRetracted, LossReported, LossFound, IssueReversed, CorrectionStarted>;

} // namespace truefill::shipping

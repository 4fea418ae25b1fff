/// What shipping can be asked or told. With both `shipment` and `tracking`, the one given counts. Persons who
/// approve are named; who may approve is settled before a command comes here.
#pragma once

#include "base/one_of.h"
#include "shipping/commands_tender.h"

#include <string_view>

namespace truefill::shipping {

/// The goods have left: the handling units named, or all that is packed of the shipment or the release.
/// `order_id` and `cancel_requested`, what the customer no longer wanted, are filled in by the engine.
struct IssueGoods {
    static constexpr std::string_view name = "shipping.issue_goods";
    static constexpr bool fact = true;
    ShipmentId shipment;
    ReleaseId release;
    OrderId order_id;
    std::vector<HandlingUnitId> handling_units;
    Time shipped_at;
    std::string tracking;
    std::vector<LineQuantity> cancel_requested;
    bool inferred{}; ///< a step of a late message of the site: its cartons may leave in the same second
};
TF_DESCRIBE(IssueGoods,
            (shipment, release, order_id, handling_units, shipped_at, tracking, cancel_requested, inferred))

/// A word of the carrier on the way. The status "exception" becomes a case.
struct RecordTracking {
    static constexpr std::string_view name = "shipping.record_tracking";
    static constexpr bool fact = true;
    ShipmentId shipment;
    std::string tracking;
    std::string status;
    Time at;
    std::string place;
};
TF_DESCRIBE(RecordTracking, (shipment, tracking, status, at, place))

struct ConfirmDelivery {
    static constexpr std::string_view name = "shipping.confirm_delivery";
    static constexpr bool fact = true;
    ShipmentId shipment;
    std::string tracking;
    Time delivered_at;
    std::string signed_by;
};
TF_DESCRIBE(ConfirmDelivery, (shipment, tracking, delivered_at, signed_by))

/// The proof of delivery was wrong. In this and the next three, line 0 is every line and quantity 0 every
/// unit.
struct RetractDelivery {
    static constexpr std::string_view name = "shipping.retract_delivery";
    static constexpr bool fact = true;
    ShipmentId shipment;
    LineNumber line{};
    Quantity quantity{};
    std::string reason;
};
TF_DESCRIBE(RetractDelivery, (shipment, line, quantity, reason))

/// The carrier lost units and we bear the risk: what is not invoiced is waived, the rest is to be credited.
struct ReportLoss {
    static constexpr std::string_view name = "shipping.report_loss";
    static constexpr bool fact = false;
    ShipmentId shipment;
    LineNumber line{};
    Quantity quantity{};
    std::string approved_by;
};
TF_DESCRIBE(ReportLoss, (shipment, line, quantity, approved_by))

/// Lost units turned up at the customer.
struct ReportFound {
    static constexpr std::string_view name = "shipping.report_found";
    static constexpr bool fact = true;
    ShipmentId shipment;
    LineNumber line{};
    Quantity quantity{};
};
TF_DESCRIBE(ReportFound, (shipment, line, quantity))

/// The goods issue was wrong: the units never left. Only units that are not invoiced.
struct ReverseIssue {
    static constexpr std::string_view name = "shipping.reverse_issue";
    static constexpr bool fact = false;
    ShipmentId shipment;
    LineNumber line{};
    Quantity quantity{};
    std::string approved_by;
};
TF_DESCRIBE(ReverseIssue, (shipment, line, quantity, approved_by))

/// Sent by a timer: looks whether a carrier is late with an answer or with the goods.
struct CheckShipment {
    static constexpr std::string_view name = "shipping.check_shipment";
    static constexpr bool fact = false;
    ShipmentId shipment;
};
TF_DESCRIBE(CheckShipment, (shipment))

/// Something else was sent than the line says. Quantity 0: every unit of the line on the shipment.
struct CorrectShipment {
    static constexpr std::string_view name = "shipping.correct_shipment";
    static constexpr bool fact = false;
    ShipmentId shipment;
    LineNumber line{};
    Quantity quantity{};
    std::string wrong_item; ///< what went instead; empty: not known
    std::string approved_by;
};
TF_DESCRIBE(CorrectShipment, (shipment, line, quantity, wrong_item, approved_by))

using Command = OneOf<PlanShipment, AcceptTender, RejectTender, IssueGoods, RecordTracking, ConfirmDelivery,
                      RetractDelivery, ReportLoss, ReportFound, ReverseIssue, CheckShipment, CorrectShipment>;

} // namespace truefill::shipping

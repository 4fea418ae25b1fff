/// Commands before the goods leave: the shipment is planned and offered to carriers.
#pragma once

#include "shipping/documents.h"

#include <string_view>

namespace truefill::shipping {

/// A release is packed: finds a carrier and tenders the shipment to it. Asked again, it takes the new list of
/// handling units for the same shipment as long as that has not left.
struct PlanShipment {
    static constexpr std::string_view name = "shipping.plan_shipment";
    static constexpr bool fact = false;
    ReleaseId release;
    OrderId order_id;
    SiteId site;
    std::vector<HandlingUnitId> handling_units;
    std::int64_t weight_grams{};
};
TF_DESCRIBE(PlanShipment, (release, order_id, site, handling_units, weight_grams))

/// The carrier takes it. `carrier` is the code of who says so; empty: the one that was asked last.
struct AcceptTender {
    static constexpr std::string_view name = "shipping.accept_tender";
    static constexpr bool fact = true;
    ShipmentId shipment;
    std::string tracking;
    std::string carrier;
};
TF_DESCRIBE(AcceptTender, (shipment, tracking, carrier))

/// The carrier does not take it: the next one is asked.
struct RejectTender {
    static constexpr std::string_view name = "shipping.reject_tender";
    static constexpr bool fact = true;
    ShipmentId shipment;
    std::string reason;
    std::string carrier; ///< as in AcceptTender
};
TF_DESCRIBE(RejectTender, (shipment, reason, carrier))

} // namespace truefill::shipping

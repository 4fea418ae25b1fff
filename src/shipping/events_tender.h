/// What happened between us and carriers before goods leave, and what was found late or unknown.
#pragma once

#include "ledger/deviation.h"
#include "shipping/documents.h"

#include <string_view>

namespace truefill::shipping {

/// A carrier is asked. `first`: the shipment is new; else `rejected` is who said no before, none when the
/// shipment had no carrier yet. `due` is the time to answer.
struct ShipmentTendered {
    static constexpr std::string_view name = "shipping.shipment_tendered";
    static constexpr int version = 1;
    ShipmentId shipment;
    OrderId order;
    ReleaseId release;
    SiteId site;
    CarrierId carrier;
    std::vector<HandlingUnitId> handling_units;
    std::int64_t weight_grams{};
    Time due;
    std::string rule;
    int rule_version{};
    bool first{};
    CarrierId rejected;
    std::string reason;
};
TF_DESCRIBE(ShipmentTendered, (shipment, order, release, site, carrier, handling_units, weight_grams, due,
                               rule, rule_version, first, rejected, reason))

/// A new shipment for which no carrier can be found.
struct ShipmentPlanned {
    static constexpr std::string_view name = "shipping.shipment_planned";
    static constexpr int version = 1;
    std::vector<ledger::Deviation> deviations;
    ShipmentId shipment;
    OrderId order;
    ReleaseId release;
    SiteId site;
    std::vector<HandlingUnitId> handling_units;
    std::int64_t weight_grams{};
};
TF_DESCRIBE(ShipmentPlanned, (deviations, shipment, order, release, site, handling_units, weight_grams))

/// Other handling units go with it than was planned. The list is the whole one.
struct ShipmentExtended {
    static constexpr std::string_view name = "shipping.shipment_extended";
    static constexpr int version = 1;
    ShipmentId shipment;
    OrderId order;
    ReleaseId release;
    std::vector<HandlingUnitId> handling_units;
    std::int64_t weight_grams{};
};
TF_DESCRIBE(ShipmentExtended, (shipment, order, release, handling_units, weight_grams))

struct TenderAccepted {
    static constexpr std::string_view name = "shipping.tender_accepted";
    static constexpr int version = 1;
    std::vector<ledger::Deviation> deviations;
    ShipmentId shipment;
    OrderId order;
    ReleaseId release;
    SiteId site;
    CarrierId carrier;
    std::string tracking;
    Time at;
};
TF_DESCRIBE(TenderAccepted, (deviations, shipment, order, release, site, carrier, tracking, at))

/// The carrier said no, and there is no other one to ask.
struct TenderFailed {
    static constexpr std::string_view name = "shipping.tender_failed";
    static constexpr int version = 1;
    std::vector<ledger::Deviation> deviations;
    ShipmentId shipment;
    OrderId order;
    ReleaseId release;
    CarrierId rejected;
    std::string reason;
};
TF_DESCRIBE(TenderFailed, (deviations, shipment, order, release, rejected, reason))

/// A deadline has passed. Each kind is told once.
struct ShipmentLate {
    static constexpr std::string_view name = "shipping.shipment_late";
    static constexpr int version = 1;
    std::vector<ledger::Deviation> deviations;
    ShipmentId shipment;
    OrderId order;
    CarrierId carrier;
    bool unanswered{};  ///< the tender
    bool undelivered{}; ///< the goods
};
TF_DESCRIBE(ShipmentLate, (deviations, shipment, order, carrier, unanswered, undelivered))

/// A carrier told something about a shipment that we do not have.
struct ShipmentUnknown {
    static constexpr std::string_view name = "shipping.shipment_unknown";
    static constexpr int version = 1;
    std::vector<ledger::Deviation> deviations;
    ShipmentId named; ///< as the message says
    std::string tracking;
    std::string said; ///< what the message wanted to tell
};
TF_DESCRIBE(ShipmentUnknown, (deviations, named, tracking, said))

} // namespace truefill::shipping

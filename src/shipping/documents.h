/// The documents of shipping. Which units are on a shipment is not among them: that is said by the parcels of
/// the ledger. Here stands what was agreed with the carrier, and what was told.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace truefill::shipping {

/// planned: no carrier yet. departed: goods issue posted. lost: nothing of it is on its way or arrived. Up to
/// the goods issue it says what was agreed; from then on what the units say (`settle` in shipping.h).
enum class ShipmentStatus : std::uint8_t {
    planned,
    tendered,
    accepted,
    departed,
    in_transit,
    delivered,
    exception,
    lost,
};
TF_DESCRIBE_ENUM(ShipmentStatus, planned, tendered, accepted, departed, in_transit, delivered, exception,
                 lost)

struct LineQuantity {
    LineNumber line{};
    Quantity quantity{};
};
TF_DESCRIBE(LineQuantity, (line, quantity))

/// Units of a line that left, at the price that was fixed with the goods issue. Transfers have no price.
struct IssuedLine {
    LineNumber line{};
    Quantity quantity{};
    Amount unit_price;
    Amount amount; ///< earned, rounded so that all issues of the line sum to the whole
};
TF_DESCRIBE(IssuedLine, (line, quantity, unit_price, amount))

struct Shipment {
    OrderId order;
    ReleaseId release;
    SiteId site;
    CarrierId carrier; ///< none: nobody took it yet, or it left without a tender
    ShipmentStatus status{};
    bool told_unanswered{}; ///< the tender without an answer is a case already
    bool told_late{};       ///< the late delivery is a case already
    std::uint16_t attempts{};
    std::vector<HandlingUnitId> handling_units;
    std::vector<CarrierId> rejected; ///< carriers that said no
    std::int64_t weight_grams{};
    std::string tracking;
    std::string last_word; ///< the carrier's last status
    Time last_word_at;
    Time accepted_at;
    Time issued_at;
    Time delivered_at;
    Time proof_at; ///< of a delivery that was retracted in part: it counts again when the rest is settled
    Time due;      ///< before the issue: answer to the tender; after it: delivery

    bool is_issued() const { return bool{issued_at}; }
};
TF_DESCRIBE(Shipment, (order, release, site, carrier, status, told_unanswered, told_late, attempts,
                       handling_units, rejected, weight_grams, tracking, last_word, last_word_at, accepted_at,
                       issued_at, delivered_at, proof_at, due))

} // namespace truefill::shipping

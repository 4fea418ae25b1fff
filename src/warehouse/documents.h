/// The documents that the warehouse keeps. Where units stand is not among them: that is the ledger's. A
/// 3-line order takes about 330 bytes here: a release of 270 and a handling unit of 60 with its index entry.
#pragma once

#include "base/table.h"
#include "base/time.h"
#include "warehouse/parts.h"

#include <compare>
#include <set>
#include <vector>

namespace truefill::warehouse {

/// A pick that was taken in; what it said tells a repeat from a contradiction.
struct PickSeen {
    std::uint64_t sequence{};
    LineNumber line{};
    std::uint32_t quantity{};
};
TF_DESCRIBE(PickSeen, (sequence, line, quantity))

/// Units that the site was asked to give back and has said nothing about yet.
struct PendingRecall {
    LineNumber line{};
    Quantity quantity{};
};
TF_DESCRIBE(PendingRecall, (line, quantity))

/// Some lines of an order, sent to one site. Its stage is a fold over the ledger (`stage_of`).
struct Release {
    OrderId order;
    SiteId site;
    bool told_unacknowledged{}; ///< each of the three is reported once
    bool told_overdue{};
    bool told_recall{};
    Time sent_at;
    Time acknowledged_at; ///< by word or by deed: the first pick acknowledges too
    Time due;             ///< to acknowledge, then to have shipped
    Time recall_due;
    std::vector<ReleasedLine> lines; ///< as sent
    std::vector<PickSeen> picks;
    std::vector<PendingRecall> recalls;
};
TF_DESCRIBE(Release, (order, site, told_unacknowledged, told_overdue, told_recall, sent_at, acknowledged_at,
                      due, recall_due, lines, picks, recalls))

/// A carton or pallet. What is in it says the ledger: parcels with its id.
struct HandlingUnit {
    std::uint64_t sscc{}; ///< 0: none
    ReleaseId release;
    OrderId order;
    std::int64_t weight_grams{};
};
TF_DESCRIBE(HandlingUnit, (sscc, release, order, weight_grams))

/// An order in the queue of a wave site: priority first, then the requested date, then age.
struct Queued {
    std::uint8_t priority{};
    Date requested;
    OrderId order;
    auto operator<=>(const Queued&) const = default;
};
TF_DESCRIBE(Queued, (priority, requested, order))

struct SiteQueue {
    Time cut_off; ///< the one that the timer knows
    std::set<Queued> orders;
};
TF_DESCRIBE(SiteQueue, (cut_off, orders))

/// A delivery note of a system that reports only at the end. `parts`: messages without a carton so far.
struct DeliveryNote {
    std::uint32_t parts{};
    std::vector<NoteLine> lines;
    std::vector<std::string> cartons;
};
TF_DESCRIBE(DeliveryNote, (parts, lines, cartons))

/// Where a release stands.
enum class Stage : std::uint8_t { sent, acknowledged, in_work, packed, partly_shipped, shipped, closed };
TF_DESCRIBE_ENUM(Stage, sent, acknowledged, in_work, packed, partly_shipped, shipped, closed)

} // namespace truefill::warehouse

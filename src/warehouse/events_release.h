/// Events about releases: sent, answered, called back.
#pragma once

#include "base/time.h"
#include "ledger/deviation.h"
#include "ledger/entry.h"
#include "warehouse/parts.h"

#include <vector>

namespace truefill::warehouse {

/// A site was sent lines of an order: the document for its system. `due`: to acknowledge.
struct LinesReleased {
    static constexpr std::string_view name = "warehouse.lines_released";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    Time due;
    ReleaseId release;
    OrderId order;
    SiteId site;
    std::vector<ReleasedLine> lines;
    Time sent_at;
};
TF_DESCRIBE(LinesReleased, (entry, deviations, due, release, order, site, lines, sent_at))

/// An order waits for the wave of a site. `due` is set once per site and cut-off.
struct ReleaseQueued {
    static constexpr std::string_view name = "warehouse.release_queued";
    static constexpr int version = 1;
    Time due;
    OrderId order;
    SiteId site;
    std::uint8_t priority{};
    Date requested;
    Time cut_off;
};
TF_DESCRIBE(ReleaseQueued, (due, order, site, priority, requested, cut_off))

/// The first orders of a site's queue are called. `more`: the queue holds others; call again, in a record of
/// its own.
struct WaveCalled {
    static constexpr std::string_view name = "warehouse.wave_called";
    static constexpr int version = 1;
    SiteId site;
    std::vector<OrderId> orders;
    bool more{};
};
TF_DESCRIBE(WaveCalled, (site, orders, more))

/// The site has it. `due`: to have shipped.
struct ReleaseAcknowledged {
    static constexpr std::string_view name = "warehouse.release_acknowledged";
    static constexpr int version = 1;
    std::vector<ledger::Deviation> deviations;
    Time due;
    ReleaseId release;
    OrderId order;
    SiteId site;
    Time acknowledged_at;
};
TF_DESCRIBE(ReleaseAcknowledged, (deviations, due, release, order, site, acknowledged_at))

/// Units are open again, to be sourced anew.
struct ReleaseRejected {
    static constexpr std::string_view name = "warehouse.release_rejected";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    ReleaseId release;
    OrderId order;
    SiteId site;
    std::vector<LineQuantity> lines;
    std::string reason;
    bool stock_good{};
    std::vector<CountWanted> counts;
    Time at;
    bool release_complete{};
    std::vector<PackedUnit> handling_units;
    std::int64_t weight_grams{};
};
TF_DESCRIBE(ReleaseRejected, (entry, deviations, release, order, site, lines, reason, stock_good, counts, at,
                              release_complete, handling_units, weight_grams))

/// The site is asked to stop. `due`: to answer.
struct RecallRequested {
    static constexpr std::string_view name = "warehouse.recall_requested";
    static constexpr int version = 1;
    Time due;
    ReleaseId release;
    OrderId order;
    SiteId site;
    std::vector<LineQuantity> lines;
    std::string reason;
};
TF_DESCRIBE(RecallRequested, (due, release, order, site, lines, reason))

/// The site has stopped, and units are reserved again; or, `refused`, it has not, and nothing moves. `lines`
/// are the units that the answer is about.
struct RecallAnswered {
    static constexpr std::string_view name = "warehouse.recall_answered";
    static constexpr int version = 1;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    ReleaseId release;
    OrderId order;
    SiteId site;
    bool refused{};
    std::vector<LineQuantity> lines;
    std::string reason;
    bool release_complete{};
    std::vector<PackedUnit> handling_units;
    std::int64_t weight_grams{};
};
TF_DESCRIBE(RecallAnswered, (entry, deviations, release, order, site, refused, lines, reason,
                             release_complete, handling_units, weight_grams))

/// The site is late with something; each reason is told once.
struct ReleaseLate {
    static constexpr std::string_view name = "warehouse.release_late";
    static constexpr int version = 1;
    std::vector<ledger::Deviation> deviations;
    ReleaseId release;
    bool unacknowledged{};
    bool overdue{};
    bool recall_unanswered{};
};
TF_DESCRIBE(ReleaseLate, (deviations, release, unacknowledged, overdue, recall_unanswered))

} // namespace truefill::warehouse

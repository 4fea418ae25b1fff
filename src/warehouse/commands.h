/// What the warehouse can be told. Facts come from the sites; `wave` and ids are for follow-ups of the
/// engine. A command with both `order` and `order_id` (or `site` and `site_id`) takes the one that is given.
#pragma once

#include "base/one_of.h"
#include "warehouse/commands_units.h"
#include "warehouse/parts.h"

#include <optional>
#include <vector>

namespace truefill::warehouse {

/// Sends what is reserved to its sites. `wave`: the wave is called, or a person wants it now: no queueing.
struct ReleaseOrder {
    static constexpr std::string_view name = "warehouse.release_order";
    static constexpr bool fact = false;
    std::string order;
    OrderId order_id;
    SiteId site_id; ///< only there; none: everywhere
    bool wave{};
};
TF_DESCRIBE(ReleaseOrder, (order, order_id, site_id, wave))

/// The cut-off of a wave site has come: calls the next orders of its queue.
struct ReleaseWave {
    static constexpr std::string_view name = "warehouse.release_wave";
    static constexpr bool fact = false;
    std::string site;
    SiteId site_id;
};
TF_DESCRIBE(ReleaseWave, (site, site_id))

/// The site has the release.
struct AcknowledgeRelease {
    static constexpr std::string_view name = "warehouse.acknowledge_release";
    static constexpr bool fact = true;
    ReleaseId release;
};
TF_DESCRIBE(AcknowledgeRelease, (release))

/// The site sends units back unpicked. Whether their stock is good is said, or follows from the reason
/// (reasons.h).
struct RejectRelease {
    static constexpr std::string_view name = "warehouse.reject_release";
    static constexpr bool fact = true;
    ReleaseId release;
    LineNumber line{};   ///< 0: all lines
    Quantity quantity{}; ///< 0: all units
    std::string reason;
    std::optional<bool> stock_good;
};
TF_DESCRIBE(RejectRelease, (release, line, quantity, reason, stock_good))

/// Asks the sites to stop. Moves nothing: until a site answers, the units stay where they are.
struct RequestRecall {
    static constexpr std::string_view name = "warehouse.request_recall";
    static constexpr bool fact = false;
    std::string order;
    OrderId order_id;
    LineNumber line{};   ///< 0: all lines
    Quantity quantity{}; ///< of the line; 0: all units
    std::string reason;
};
TF_DESCRIBE(RequestRecall, (order, order_id, line, quantity, reason))

/// The site has stopped; what it had picked it has put back before.
struct ConfirmRecall {
    static constexpr std::string_view name = "warehouse.confirm_recall";
    static constexpr bool fact = true;
    ReleaseId release;
    LineNumber line{};   ///< 0: everything that was asked for
    Quantity quantity{}; ///< 0: as asked
};
TF_DESCRIBE(ConfirmRecall, (release, line, quantity))

/// Too late, says the site.
struct RefuseRecall {
    static constexpr std::string_view name = "warehouse.refuse_recall";
    static constexpr bool fact = true;
    ReleaseId release;
    LineNumber line{}; ///< 0: everything that was asked for
    std::string reason;
};
TF_DESCRIBE(RefuseRecall, (release, line, reason))

/// Sent by a timer: looks whether the site is late with something.
struct CheckRelease {
    static constexpr std::string_view name = "warehouse.check_release";
    static constexpr bool fact = false;
    ReleaseId release;
};
TF_DESCRIBE(CheckRelease, (release))

/// Units of a line were picked, and perhaps some were not found. `sequence` is the site's number of the pick:
/// with release and line it is the business key; 0 = the site has none.
struct ConfirmPick {
    static constexpr std::string_view name = "warehouse.confirm_pick";
    static constexpr bool fact = true;
    ReleaseId release;
    LineNumber line{};
    Quantity quantity{};
    std::string lot;
    std::uint64_t sequence{};
    Quantity short_quantity{};
    std::string short_reason;
    bool close_short{};  ///< what is short shall not be backordered: the line is closed
    bool inferred{};     ///< concluded from a later message
    Quantity reported{}; ///< follow-up of a lot swap: what the site said at first; 0 = quantity
};
TF_DESCRIBE(ConfirmPick, (release, line, quantity, lot, sequence, short_quantity, short_reason, close_short,
                          inferred, reported))

/// Picked units went back to the shelf. `lot`: as for ReportDamage.
struct PutBack {
    static constexpr std::string_view name = "warehouse.put_back";
    static constexpr bool fact = true;
    ReleaseId release;
    LineNumber line{};
    Quantity quantity{};
    std::string lot{};
};
TF_DESCRIBE(PutBack, (release, line, quantity, lot))

using Command =
    OneOf<ReleaseOrder, ReleaseWave, AcknowledgeRelease, RejectRelease, RequestRecall, ConfirmRecall,
          RefuseRecall, CheckRelease, ConfirmPick, PutBack, Pack, Unpack, ReportDamage, ConfirmLegacy>;

} // namespace truefill::warehouse

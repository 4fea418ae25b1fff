/// Commands about stock itself: opening, holds, counts, explanations, relabelling. Quantities are smallest
/// units.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/time.h"
#include "ledger/buckets.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::inventory {

/// Bucket: available, held or return_quarantine. Inbound stock is announced as supply with `opening`.
struct OpeningLine {
    static constexpr auto required = std::to_array<std::string_view>({"item", "quantity"});
    std::string item, lot;
    Date expires;
    Quantity quantity{};
    ledger::Stock bucket{ledger::Stock::available};
};
TF_DESCRIBE(OpeningLine, (item, lot, expires, quantity, bucket))

/// Stock as the old system had it. A (reference, site) opens once.
struct OpenStock {
    static constexpr std::string_view name = "inventory.open_stock";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"site", "reference", "lines"});
    std::string site, reference;
    std::vector<OpeningLine> lines;
};
TF_DESCRIBE(OpenStock, (site, reference, lines))

/// Puts stock on hold, or lifts the hold. Quantity 0: all of it. With `reserved`, what is reserved for orders
/// and not yet released goes on hold too. People give codes, follow-ups ids.
struct HoldStock {
    static constexpr std::string_view name = "inventory.hold_stock";
    static constexpr bool fact = false;
    std::string site, item, lot;
    SiteId site_id;
    ItemId item_id;
    LotId lot_id;
    Quantity quantity{};
    bool lift{};
    bool reserved{};
    std::string reason;
};
TF_DESCRIBE(HoldStock, (site, item, lot, site_id, item_id, lot_id, quantity, lift, reserved, reason))

/// Asks the site for a count. `doubt`: so many units went on hold because somebody did not find them.
struct RequestCount {
    static constexpr std::string_view name = "inventory.request_count";
    static constexpr bool fact = false;
    std::string site, item, lot;
    SiteId site_id;
    ItemId item_id;
    LotId lot_id;
    Quantity doubt{};
    std::string reason;
};
TF_DESCRIBE(RequestCount, (site, item, lot, site_id, item_id, lot_id, doubt, reason))

/// Somebody counted what stands at the site: all units of the item (and lot) in the building, whoever they
/// are for, without returns in quarantine. A count that the site's system has approved itself names the
/// approver, who is neither the counter nor the sender.
struct CountStock {
    static constexpr std::string_view name = "inventory.count_stock";
    static constexpr bool fact = true;
    static constexpr auto required = std::to_array<std::string_view>({"counted_by"});
    CountId count; ///< the request that it answers; or the place
    std::string site, item, lot;
    Quantity counted{};
    std::string counted_by, approved_by;
};
TF_DESCRIBE(CountStock, (count, site, item, lot, counted, counted_by, approved_by))

/// Posts a count. `limit`: what the approver may decide alone; none: no limit. Approver none: the sender.
struct ApproveCount {
    static constexpr std::string_view name = "inventory.approve_count";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"count"});
    CountId count;
    std::string approved_by;
    std::optional<Money> limit;
};
TF_DESCRIBE(ApproveCount, (count, approved_by, limit))

/// Stock that left or came without explanation is explained: it was here all the time, or it is written off.
struct ExplainSuspense {
    static constexpr std::string_view name = "inventory.explain_suspense";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"site", "item", "quantity", "reason"});
    std::string site, item, lot;
    Quantity quantity{};
    bool write_off{};
    std::string approved_by; ///< for a write-off: somebody else than the sender
    std::optional<Money> limit;
    std::string reason;
};
TF_DESCRIBE(ExplainSuspense, (site, item, lot, quantity, write_off, approved_by, limit, reason))

struct RelabelPart {
    static constexpr auto required = std::to_array<std::string_view>({"item", "quantity"});
    std::string item, lot;
    Date expires; ///< of a made lot
    Quantity quantity{};
};
TF_DESCRIBE(RelabelPart, (item, lot, expires, quantity))

/// Available stock becomes other stock at the same site: another lot, an assembly, a repack.
struct RelabelStock {
    static constexpr std::string_view name = "inventory.relabel_stock";
    static constexpr bool fact = false;
    static constexpr auto required = std::to_array<std::string_view>({"site", "takes", "makes", "reason"});
    std::string site, reason;
    std::vector<RelabelPart> takes, makes;
};
TF_DESCRIBE(RelabelStock, (site, reason, takes, makes))

} // namespace truefill::inventory

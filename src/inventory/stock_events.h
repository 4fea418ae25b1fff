/// What happened to stock itself. `freed`: items for which somebody waits and of which more is to be had now.
#pragma once

#include "ledger/deviation.h"
#include "ledger/entry.h"
#include "masterdata/documents.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::inventory {

/// Reserved units of a line that must be given back, because their stock is not there or went on hold.
struct TakenBack {
    OrderId order;
    LineNumber line{};
    LotId lot;
    Quantity quantity{};
};
TF_DESCRIBE(TakenBack, (order, line, lot, quantity))

struct StockOpened {
    static constexpr std::string_view name = "inventory.stock_opened";
    static constexpr int version = 1;
    SiteId site;
    std::string reference;
    std::vector<masterdata::Lot> lots;
    ledger::Entry entry;
    std::vector<ItemId> freed;
};
TF_DESCRIBE(StockOpened, (site, reference, lots, entry, freed))

/// Stock went on hold or, with `lift`, came off it. `taken_back`: reserved units follow it, order by order;
/// `left` more units wait for another call after those.
struct StockHeld {
    static constexpr std::string_view name = "inventory.stock_held";
    static constexpr int version = 1;
    SiteId site;
    ItemId item;
    LotId lot;
    Quantity quantity{}; ///< in all: in the entry, taken back and left
    bool lift{};
    std::string reason;
    std::vector<TakenBack> taken_back;
    Quantity left{};
    ledger::Entry entry;
    std::vector<ItemId> freed;
};
TF_DESCRIBE(StockHeld, (site, item, lot, quantity, lift, reason, taken_back, left, entry, freed))

/// The site is asked to count, blind. A second request for the same place joins the open one. `due`: counted
/// by then.
struct CountRequested {
    static constexpr std::string_view name = "inventory.count_requested";
    static constexpr int version = 1;
    CountId count;
    SiteId site;
    ItemId item;
    LotId lot;
    Quantity doubt{};
    std::string reason;
    bool joined{};
    Time due;
};
TF_DESCRIBE(CountRequested, (count, site, item, lot, doubt, reason, joined, due))

/// A count is known and not posted: it waits for a recount by somebody else or for approval. `due`: by then.
struct CountRecorded {
    static constexpr std::string_view name = "inventory.count_recorded";
    static constexpr int version = 1;
    CountId count;
    SiteId site;
    ItemId item;
    LotId lot;
    Quantity counted{}, difference{};
    std::string counted_by;
    bool recount{};
    std::string rule;
    int rule_version{};
    Time due;
    std::vector<masterdata::Lot> lots;
    std::string entered_by; ///< the sender, when that is another than `counted_by`
};
TF_DESCRIBE(CountRecorded, (count, site, item, lot, counted, difference, counted_by, recount, rule,
                            rule_version, due, lots, entered_by))

/// An approved count is posted. `explained`: so many of what was found more stood in suspense. `taken_back`:
/// reserved units whose stock is not there, order by order; `missing` counts them and what waits for another
/// call after them (`more`).
struct StockCounted {
    static constexpr std::string_view name = "inventory.stock_counted";
    static constexpr int version = 1;
    CountId count;
    SiteId site;
    ItemId item;
    LotId lot;
    Quantity counted{}, difference{};
    std::string counted_by, approved_by;
    std::vector<TakenBack> taken_back;
    Quantity missing{};
    bool more{};
    std::vector<masterdata::Lot> lots;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
    std::vector<ItemId> freed;
    Quantity explained{};
};
TF_DESCRIBE(StockCounted, (count, site, item, lot, counted, difference, counted_by, approved_by, taken_back,
                           missing, more, lots, entry, deviations, freed, explained))

struct SuspenseExplained {
    static constexpr std::string_view name = "inventory.suspense_explained";
    static constexpr int version = 1;
    SiteId site;
    ItemId item;
    LotId lot;
    Quantity quantity{};
    bool write_off{};
    std::string approved_by, reason;
    ledger::Entry entry;
    std::vector<ItemId> freed;
};
TF_DESCRIBE(SuspenseExplained, (site, item, lot, quantity, write_off, approved_by, reason, entry, freed))

struct StockRelabelled {
    static constexpr std::string_view name = "inventory.stock_relabelled";
    static constexpr int version = 1;
    SiteId site;
    std::string reason;
    std::vector<masterdata::Lot> lots;
    ledger::Entry entry;
    std::vector<ItemId> freed;
};
TF_DESCRIBE(StockRelabelled, (site, reason, lots, entry, freed))

} // namespace truefill::inventory

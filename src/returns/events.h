/// What happened with goods that come back.
#pragma once

#include "base/one_of.h"
#include "ledger/deviation.h"
#include "ledger/entry.h"
#include "masterdata/documents.h"
#include "returns/commands.h"
#include "returns/documents.h"

namespace truefill::returns {

/// `due`: the authorisation ends then.
struct ReturnAuthorized {
    static constexpr std::string_view name = "returns.return_authorized";
    static constexpr int version = 1;
    ReturnId rma;
    OrderId order;
    LineNumber line{};
    ItemId item;
    Quantity quantity{};
    std::string reason;
    Time due;
    std::string rule;
    int rule_version{};
};
TF_DESCRIBE(ReturnAuthorized, (rma, order, line, item, quantity, reason, due, rule, rule_version))

/// Units taken off an authorisation.
struct Taken {
    ReturnId rma;
    Quantity quantity{};
};
TF_DESCRIBE(Taken, (rma, quantity))

/// Units of a known line are back. `fresh`: nobody had announced them, the document begins here. `taken`: the
/// authorisations that they use up. `due`: inspected by then, or a case.
struct ReturnReceived {
    static constexpr std::string_view name = "returns.return_received";
    static constexpr int version = 1;
    ReturnId rma;
    bool fresh{};
    OrderId order;
    LineNumber line{};
    ItemId item;
    SiteId site;
    Quantity quantity{};
    std::vector<Taken> taken;
    std::vector<Piece> pieces;
    std::string sscc, reference, reason;
    Time due;
    std::vector<masterdata::Lot> lots;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(ReturnReceived, (rma, fresh, order, line, item, site, quantity, taken, pieces, sscc, reference,
                             reason, due, lots, entry, deviations))

/// Units are back of which nobody knows who had them.
struct BlindReceived {
    static constexpr std::string_view name = "returns.blind_received";
    static constexpr int version = 1;
    ReturnId rma;
    ItemId item;
    SiteId site;
    LotId lot;
    Quantity quantity{};
    std::string sscc, reference, reason;
    Time due;
    std::vector<masterdata::Lot> lots;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(BlindReceived,
            (rma, item, site, lot, quantity, sscc, reference, reason, due, lots, entry, deviations))

/// A blind receipt has found its line. `rest`: the document of the units that have not.
struct ReturnMatched {
    static constexpr std::string_view name = "returns.return_matched";
    static constexpr int version = 1;
    ReturnId rma;
    OrderId order;
    LineNumber line{};
    ItemId item;
    SiteId site;
    Quantity quantity{};
    ReturnId rest;
    std::vector<Taken> taken;
    ledger::Entry entry;
};
TF_DESCRIBE(ReturnMatched, (rma, order, line, item, site, quantity, rest, taken, entry))

/// `pieces`: where the units were. `rebill`: shipments whose units are billable again.
struct ReturnInspected {
    static constexpr std::string_view name = "returns.return_inspected";
    static constexpr int version = 1;
    ReturnId rma;
    OrderId order;
    LineNumber line{};
    ItemId item;
    Quantity quantity{};
    Disposition disposition{};
    std::string inspected_by, note;
    std::vector<Piece> pieces;
    std::vector<ShipmentId> rebill;
    ledger::Entry entry;
};
TF_DESCRIBE(ReturnInspected,
            (rma, order, line, item, quantity, disposition, inspected_by, note, pieces, rebill, entry))

struct ReturnRejected {
    static constexpr std::string_view name = "returns.return_rejected";
    static constexpr int version = 1;
    ReturnId rma;
    OrderId order;
    std::string reason, rejected_by;
};
TF_DESCRIBE(ReturnRejected, (rma, order, reason, rejected_by))

struct ReturnExpired {
    static constexpr std::string_view name = "returns.return_expired";
    static constexpr int version = 1;
    ReturnId rma;
    OrderId order;
    Quantity quantity{}; ///< that never came
};
TF_DESCRIBE(ReturnExpired, (rma, order, quantity))

struct ReturnsTrimmed {
    static constexpr std::string_view name = "returns.returns_trimmed";
    static constexpr int version = 1;
    OrderId order;
    std::vector<Taken> taken;
};
TF_DESCRIBE(ReturnsTrimmed, (order, taken))

struct InspectionOverdue {
    static constexpr std::string_view name = "returns.inspection_overdue";
    static constexpr int version = 1;
    ReturnId rma;
    OrderId order;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(InspectionOverdue, (rma, order, deviations))

using Event = OneOf<ReturnAuthorized, ReturnReceived, BlindReceived, ReturnMatched, ReturnInspected,
                    ReturnRejected, ReturnExpired, ReturnsTrimmed, InspectionOverdue>;

} // namespace truefill::returns

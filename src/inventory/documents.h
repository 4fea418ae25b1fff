/// The documents that inventory keeps. Where units and stock are stands in the ledger alone; a document keeps
/// what the ledger does not know: dates, names, what is still to come, who counted.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/quantity.h"
#include "base/time.h"
#include "ledger/ledger.h"

#include <string>
#include <vector>

namespace truefill::inventory {

/// Goods on the dock that stand ready for promised lines.
struct Arrival {
    LotId lot;
    Quantity quantity{};
    Date expires; ///< of the lot
};
TF_DESCRIBE(Arrival, (lot, quantity, expires))

/// Goods from a supplier. Of its units, `booked` stand in INBOUND or INBOUND_ALLOC of (item, site). They are
///
///     booked = coming + arrived + void
///
/// where `coming` is still to come, `arrived` is here and waits to be handed to promised lines, and what is
/// left over (void) will never come and waits to be cut from the lines that it was promised to. How much is
/// promised is a fold over the parcels of the lines in `promised`: that list only says where to look, so a
/// cancelled line costs nothing.
struct Supply {
    std::string reference, supplier;
    ItemId item;
    SiteId site;
    Date due;
    Quantity ordered{}, received{}; ///< received: good and damaged
    Quantity coming{}, booked{};
    std::vector<Arrival> arrived;
    std::vector<ledger::LineRef> promised;
    std::vector<std::string> receipts; ///< "receipt|lot": each counts once
};
TF_DESCRIBE(Supply, (reference, supplier, item, site, due, ordered, received, coming, booked, arrived,
                     promised, receipts))

enum class CountState : std::uint8_t {
    requested,
    recount, ///< counted once; the difference is so big that another person counts again
    counted, ///< waits for approval
    posting, ///< approved; reservations are being taken back
    posted,
};
TF_DESCRIBE_ENUM(CountState, requested, recount, counted, posting, posted)

/// A count of one place. `difference` is against the book at the time of the count: goods may move until it
/// is posted.
struct Count {
    SiteId site;
    ItemId item;
    LotId lot;
    CountState state{};
    Quantity doubt{}; ///< units that went on hold because they were not found
    Quantity counted{}, difference{};
    Quantity missing{}; ///< while posting: reserved units that must still be taken back
    std::string reason;
    std::vector<std::string> counted_by; ///< as the senders say, in order; the last one made `counted`
    std::string approved_by;
    Time due;
    std::vector<std::string> entered_by; ///< who sent what another counted; they do not approve it either
};
TF_DESCRIBE(Count, (site, item, lot, state, doubt, counted, difference, missing, reason, counted_by,
                    approved_by, due, entered_by))

/// A transfer is an order in the ledger; what the ledger does not know is where it starts.
struct Transfer {
    OrderId order;
    SiteId from, to;
    std::vector<std::string> receipts;
};
TF_DESCRIBE(Transfer, (order, from, to, receipts))

/// Lines that may hold allocated stock of an item at a site: a list of where to look. When it has grown to
/// `prune_at` the lines that hold none are dropped, so it stays within twice what is true.
struct Holders {
    std::vector<ledger::LineRef> lines;
    std::uint32_t prune_at{16};
};
TF_DESCRIBE(Holders, (lines, prune_at))

} // namespace truefill::inventory

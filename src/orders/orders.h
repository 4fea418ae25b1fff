/// Orders: capture, validation, change, hold, cancel, archive.
///
/// An order that we can understand is accepted, even when something about it must be looked at: an exceeded
/// credit limit, a second purchase order, a price that differs or a missing address puts a hold on it that
/// blocks the release, and a case. So its demand is known and its stock is kept while people decide. Refused
/// is only what has no meaning here: an unknown customer or item, a unit that does not divide exactly, a
/// number that is taken.
///
/// Cancelling never reaches into a site: what is released or later is *asked back*; it is cancelled when the
/// site has given it back (ContinueCancel), and if it leaves first, the goods issue wins.
#pragma once

#include "base/table.h"
#include "journal/decision.h"
#include "journal/envelope.h"
#include "masterdata/facts.h"
#include "orders/commands.h"
#include "orders/events.h"

#include <boost/unordered/unordered_flat_map.hpp>

namespace truefill::orders {

/// What orders know beside the ledger's account.
struct Document {
    std::string purchase_order;
    std::string address;
    Time ordered_at;
    Date requested;
    std::vector<AskedBack> cancel_pending; ///< asked back from sites, not yet cancelled
};
TF_DESCRIBE(Document, (purchase_order, address, ordered_at, requested, cancel_pending))

/// Where an archived order can be found again.
struct Archived {
    Position position{};
    Digest digest;
};
TF_DESCRIBE(Archived, (position, digest))

struct State {
    Table<OrderId, Document> documents;
    boost::unordered_flat_map<Hash128, OrderId> purchase_orders; ///< customer and his number -> first order
    boost::unordered_flat_map<Hash128, OrderId> withdrawals;     ///< document and row -> order
    boost::unordered_flat_map<OrderId, Archived> archived;
};
TF_DESCRIBE(State, (documents, purchase_orders, withdrawals, archived))

/// Derived, never stored (I15): the words of the order document.
enum class Status : std::uint8_t {
    accepted,
    held,
    in_fulfilment,
    partially_shipped,
    shipped,
    partially_delivered,
    delivered,
    completed,
    cancelled
};
TF_DESCRIBE_ENUM(Status, accepted, held, in_fulfilment, partially_shipped, shipped, partially_delivered,
                 delivered, completed, cancelled)
/// `completed`: nothing is left to ship, deliver, bill or credit.
Status status(const ledger::Ledger& ledger, const ledger::Order& order);

using Decision = journal::Decision<Event>;
Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope);
void apply(State& state, const Event& event, const Facts& facts);
std::string tell(const Facts& facts, const Event& event);

} // namespace truefill::orders

/// Returns: goods that come back, announced or not, and what becomes of them.
///
/// An authorisation (RMA) says how many units of a line may come back; all open ones of a line together never
/// exceed what the customer has (I11): whatever comes in uses them up, oldest first, and `trim_returns` cuts
/// them when units are lost or taken back otherwise.
///
/// A receipt is a fact and always posts:
///
///     with an RMA, or to a known line       SHIPPED, DELIVERED -> RETURNED   CUSTOMER -> RETURN_QUARANTINE
///     lost by the carrier, who brings it    LOST -> RETURNED                 CUSTOMER -> RETURN_QUARANTINE
///     beyond that, or of unknown origin     -                                SUSPENSE -> RETURN_QUARANTINE
///     matched later                         SHIPPED, DELIVERED -> RETURNED   CUSTOMER -> SUSPENSE
///
/// What nobody announced, what exceeds its RMA and what is blind is a case besides. Billing follows in the
/// same entry: what was not invoiced is waived and its value goes back (REVENUE / UNBILLED); what was becomes
/// CREDIT_DUE, and the engine asks billing for the credit memo.
///
/// Inspection is stock alone (restock, hold, scrap), or denies the return: the units are the customer's
/// again, and what was credited or waived is billed anew. Not a hot path: one return for a few hundred lines;
/// no limit on speed but O(parcels of the line + returns of the order).
#pragma once

#include "base/names.h"
#include "base/table.h"
#include "journal/decision.h"
#include "journal/envelope.h"
#include "masterdata/facts.h"
#include "returns/commands.h"
#include "returns/events.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <string>

namespace truefill::returns {

struct State {
    Table<ReturnId, Return> returns;
    boost::unordered_flat_map<OrderId, ReturnId> last_of_order;
    TextMap<ReturnId> receipts; ///< the sites' references, kept for ever
};
TF_DESCRIBE(State, (returns, last_of_order, receipts))

using Decision = journal::Decision<Event>;

Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope);
/// `facts` is the ledger with the event's entry applied.
void apply(State& state, const Event& event, const Facts& facts);
/// One or two sentences for people.
std::string tell(const Facts& facts, const Event& event);

/// Whether a timer that is due now has anything to say; saves the command when it has not.
bool needs_check(const State& state, ReturnId rma, Time now);
/// Units of a line that are authorised to come back and have not (I11). Line 0: of the whole order.
Quantity open_units(const State& state, OrderId order, LineNumber line);

/// Calls f(id, document) for each return of an order, newest first.
template <class F> void each_return(const State& state, OrderId order, F&& f) {
    const auto last = state.last_of_order.find(order);
    if (last == state.last_of_order.end()) return;
    for (auto id = last->second; id; id = state.returns.at(id).previous_of_order) f(id, state.returns.at(id));
}

} // namespace truefill::returns

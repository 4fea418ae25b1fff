/// The verbs of returns, one decision each, and what they share. For the sources of this folder.
#pragma once

#include "ledger/draft.h"
#include "returns/returns.h"

#include <string>
#include <string_view>
#include <utility>

namespace truefill::returns {

using journal::Envelope;

Decision decide_one(const Facts&, const State&, const AuthorizeReturn&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReceiveReturn&, const Envelope&);
Decision decide_one(const Facts&, const State&, const MatchReturn&, const Envelope&);
Decision decide_one(const Facts&, const State&, const InspectReturn&, const Envelope&);
Decision decide_one(const Facts&, const State&, const RejectReturn&, const Envelope&);
Decision decide_one(const Facts&, const State&, const CheckReturn&, const Envelope&);
Decision decide_one(const Facts&, const State&, const TrimReturns&, const Envelope&);

/// A decision of one event, moved, not copied.
template <class E> Decision one(E&& event) {
    std::vector<Event> events;
    events.emplace_back(std::forward<E>(event));
    return events;
}

/// Units of a line that are with the customer or on their way to him.
Quantity with_customer(const ledger::Order& order, const ledger::Line& line);

/// Of the units that an entry brings back: those that the carrier had lost. Nobody authorises their return.
Quantity lost_in(const ledger::Entry& entry);

/// Units that come back to a place. No lot: they keep the one that they were issued with.
struct Incoming {
    ledger::Trigger trigger{};
    Quantity quantity{};
    SiteId site;
    LotId lot;
    bool refused{};      ///< at the door: these units were never delivered
    bool from_carrier{}; ///< it had lost them
};
/// Moves units of a line from the customer to a place, the likeliest ones first (see candidates); the
/// value of what was never invoiced goes back. Answers where they are; the line must have the units.
std::vector<Piece> take_back(ledger::Draft& draft, const ledger::Line& line, const Incoming& incoming);

/// The authorisations of a line that incoming units use up: `first` before the others, then the oldest.
std::vector<Taken> use_up(const State& state, OrderId order, const LineUnits& units, ReturnId first);

std::string say(ReturnId id);                                             ///< RMA-4
std::string say(Quantity quantity);                                       ///< 1 unit, 5 units
std::string say_line(const Facts& facts, OrderId order, LineNumber line); ///< SO-1 line 2
std::string say_item(const Facts& facts, ItemId item);
std::string say_site(const Facts& facts, SiteId site);

} // namespace truefill::returns

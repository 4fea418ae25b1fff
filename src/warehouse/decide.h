/// Inside of the warehouse: one decision per command, and what they have in common. Not for other rooms.
#pragma once

#include "warehouse/moves.h"
#include "warehouse/reasons.h"
#include "warehouse/suspense.h"
#include "warehouse/warehouse.h"

#include <expected>

namespace truefill::warehouse {

using journal::Envelope;

Decision decide_one(const Facts& facts, const State& state, const ReleaseOrder& command,
                    const Envelope& envelope);
Decision decide_one(const Facts& facts, const State& state, const ReleaseWave& command,
                    const Envelope& envelope);
Decision decide_one(const Facts& facts, const State& state, const AcknowledgeRelease& command,
                    const Envelope& envelope);
Decision decide_one(const Facts& facts, const State& state, const RejectRelease& command,
                    const Envelope& envelope);
Decision decide_one(const Facts& facts, const State& state, const RequestRecall& command,
                    const Envelope& envelope);
Decision decide_one(const Facts& facts, const State& state, const ConfirmRecall& command,
                    const Envelope& envelope);
Decision decide_one(const Facts& facts, const State& state, const RefuseRecall& command,
                    const Envelope& envelope);
Decision decide_one(const Facts& facts, const State& state, const CheckRelease& command,
                    const Envelope& envelope);
Decision decide_one(const Facts& facts, const State& state, const ConfirmPick& command,
                    const Envelope& envelope);
Decision decide_one(const Facts& facts, const State& state, const PutBack& command, const Envelope& envelope);
Decision decide_one(const Facts& facts, const State& state, const Pack& command, const Envelope& envelope);
Decision decide_one(const Facts& facts, const State& state, const Unpack& command, const Envelope& envelope);
Decision decide_one(const Facts& facts, const State& state, const ReportDamage& command,
                    const Envelope& envelope);
Decision decide_one(const Facts& facts, const State& state, const ConfirmLegacy& command,
                    const Envelope& envelope);

/// A release with its order.
struct Found {
    ReleaseId id;
    const Release* release{};
    const ledger::Order* order{};
};
std::expected<Found, journal::Refusal> find_release(const Facts& facts, const State& state, ReleaseId id);

/// The line of a found release's order; a refusal with a case when the order has no such line.
std::expected<const ledger::Line*, journal::Refusal> find_line(const Found& found, LineNumber number);

/// The order of a command that names it by id or by number.
const ledger::Order* find_order(const Facts& facts, OrderId id, std::string_view number);

/// What a message may count: not negative, and no more than the ledger takes.
constexpr bool is_amount(Quantity quantity) { return quantity >= 0 && quantity <= ledger::quantity_max; }

/// When it happened, as the source says; else when we wrote it down.
inline Time happened(const Envelope& envelope) {
    return envelope.event_time ? envelope.event_time : envelope.record_time;
}

/// Deadlines of a site.
Time acknowledge_due(const masterdata::Site& site, Time now);
Time ship_due(const masterdata::Site& site, Time now);

/// The stage of a draft: an event about a release gets its keys.
template <class Event> Event about(const Found& found) {
    Event event;
    event.release = found.id;
    event.order = found.order->id;
    event.site = found.release->site;
    return event;
}

/// Something off plan about units of a line at the release's site.
ledger::Deviation deviation(const Found& found, const ledger::Line* line, Quantity quantity);

/// Waits until the order moves again.
inline std::unexpected<journal::Refusal> wait_for(const Found& found, std::string_view code,
                                                  std::string sentence) {
    return journal::wait_for("order:" + found.order->number, code, std::move(sentence));
}

/// One event, as a decision.
template <class Event> Decision one(Event event) {
    std::vector<warehouse::Event> events;
    events.emplace_back(std::move(event));
    return events;
}

} // namespace truefill::warehouse

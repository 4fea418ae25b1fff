/// The warehouse: what sites are asked to pick, and what they say they did.
///
/// A *release* is some lines of an order sent to one site. It goes out as soon as its units are reserved
/// (site mode `stream`) or with the site's next wave (`wave`). Units stand at RELEASED from the moment it is
/// sent; the acknowledgement changes the document only. A *recall* is a question: until the site answers,
/// nothing moves.
///
/// What sites tell are facts. A fact is never refused because we dislike it:
///   - it came too early (a pack before its pick): it waits under "order:NUMBER" until that order moves again
///   - it says more than the book has: what fits is posted, the rest of the stock goes into SUSPENSE with a
///   deviation
///   - it says the same again (pick sequence, handling unit, delivery note line): `already_...`, nothing
///   changes
///   - it names a release that we never sent: a case, for there is no item and no site to post to
/// A pick proves stock: units of another lot that the book lacks are found (ADJUSTMENT -> AVAILABLE) in the
/// same entry, and a count is ordered. Another lot than reserved is exchanged first (`LotSwapped`), then
/// picked by the same command.
///
/// A *handling unit* is a carton or pallet with at most one SSCC, made from the site's GS1 prefix. What is in
/// it, and whether it has left, is read from the parcels of the ledger; here stand only its label, weight and
/// release.
///
/// When nothing of a release is left to pick or to pack, the event that made it so carries `release_complete`
/// and the handling units that can leave: the moment to plan the shipment.
///
/// Refusals that are no surprise, as answers to follow-ups and timers: `nothing_reserved`, `on_hold`,
/// `not_complete`, `lot_too_old`, `already_queued`, `nothing_queued`, `nothing_released`, and every
/// `already_...`. `CheckRelease` answers no event when nothing is late.
#pragma once

#include "base/names.h"
#include "journal/decision.h"
#include "journal/envelope.h"
#include "masterdata/facts.h"
#include "warehouse/commands.h"
#include "warehouse/documents.h"
#include "warehouse/events.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <map>
#include <string>
#include <string_view>

namespace truefill::warehouse {

struct State {
    Table<ReleaseId, Release> releases;
    Table<HandlingUnitId, HandlingUnit> handling_units;
    boost::unordered_flat_map<std::uint64_t, HandlingUnitId>
        sscc_index;                        ///< an SSCC is used once, for ever (I12)
    TextMap<HandlingUnitId> virtual_units; ///< by source, delivery note, carton
    TextMap<DeliveryNote> notes;           ///< by source and delivery note
    std::map<SiteId, SiteQueue> queues;
    std::map<std::string, std::uint64_t, std::less<>>
        serials; ///< last SSCC serial by GS1 prefix: sites share prefixes
};
TF_DESCRIBE(State, (releases, handling_units, sscc_index, virtual_units, notes, queues, serials))

using Decision = journal::Decision<Event>;

Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope);
/// The ledger has the event's entry already.
void apply(State& state, const Event& event, const Facts& facts);
/// One or two sentences for people.
std::string tell(const Facts& facts, const Event& event);

/// The handling unit of an SSCC, or none: for messages that name nothing else.
HandlingUnitId find_handling_unit(const State& state, std::string_view sscc);
/// For timers: whether CheckRelease would find something now.
bool needs_check(const Facts& facts, const State& state, ReleaseId release, Time now);
/// Where a release stands, as a fold over the ledger. Closed: everything of it came back.
Stage stage_of(const Facts& facts, const State& state, ReleaseId release);
/// Takes the documents of an archived order out of memory; SSCCs and delivery notes stay known. Call it while
/// the ledger still has the order.
void forget(State& state, const ledger::Order& order);

} // namespace truefill::warehouse

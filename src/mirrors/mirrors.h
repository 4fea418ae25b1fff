/// Mirrors: what other systems say, held against the ledger.
///
/// A mirror never changes the ledger. It says who agrees, and when somebody does not, it makes a case: a
/// message that got lost shows here days before a customer or an auditor finds it.
///
/// **Stock statements.** A site's system lists what stands in the building. The book is AVAILABLE, HELD,
/// ALLOCATED and STAGED; goods in return quarantine may be listed or not. Messages are under way at any time,
/// so the book is an interval: what is allocated or staged may have left, what is inbound may have come. A
/// difference inside it has as long as messages of the site may take (4 hours, or 26 where the site works in
/// waves); one outside it is raised when it is big and the statement fresh, or when it is there twice in a
/// row (questions.h). Raised means: one deviation and one count, once until the balance agrees again. A site
/// that has less on hold than the book is no matter: units in doubt are on hold only with us. One that has
/// more is, for we would sell them.
///
/// **Claims.** A system says that so many units of a line are shipped, delivered, invoiced, paid or cancelled
/// in all. Agreement is kept for each line, system and state. What the line can never come to contradicts at
/// once (cancelled units that have left, for example); other differences are in flight for 4 hours, are
/// looked at again then (`due`, ReviewClaims), and contradict if they stand. Of the claims of one system
/// about one line one makes a deviation, which names the system; when they agree again, be it that the system
/// corrects itself or that the ledger catches up, its case is over. `paid` is held against what is invoiced:
/// the ledger has payments by customer, not by line, and no more can be paid than was billed.
///
/// Claims of orders that have left memory are dropped, so there are at most about twice as many order mirrors
/// as open orders. 40 bytes a claim, 64 a balance that differs. Statements cost O(lines log lines), or
/// O(stock rows) when full.
#pragma once

#include "journal/decision.h"
#include "journal/envelope.h"
#include "masterdata/facts.h"
#include "mirrors/commands.h"
#include "mirrors/documents.h"
#include "mirrors/events.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace truefill::mirrors {

inline constexpr std::size_t lines_per_statement = 20'000;
/// What else is to be raised waits for the next statement: an empty statement must not make 10,000 cases.
inline constexpr std::size_t raised_per_statement = 50;
inline constexpr std::size_t statements_kept = 16;
inline constexpr std::size_t systems_max = 200;
inline constexpr Duration claim_patience = hours(4);

struct State {
    std::vector<System> systems;   ///< by id, from 1
    std::vector<SiteMirror> sites; ///< sorted by system and site
    boost::unordered_flat_map<OrderId, OrderMirror> orders;
    std::uint32_t prune_at{1024};
};
TF_DESCRIBE(State, (systems, sites, orders, prune_at))

using Decision = journal::Decision<Event>;

Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope);
void apply(State& state, const Event& event, const Facts& facts);
/// One or two sentences for people.
std::string tell(const Facts& facts, const Event& event);

/// Whether a timer that is due now has anything to say; saves the command when it has not.
bool needs_review(const State& state, OrderId order, Time now);

/// Whether the ledger has come to agree with a claim about the order that contradicted it: ReviewClaims then
/// says so. One look-up where nobody contradicts.
bool agrees_again(const Facts& facts, const State& state, OrderId order);
/// Whether a claim of the system about the line still contradicts.
// tidy: allow parameters, because a claim is named by the four
bool contradicts(const State& state, OrderId order, LineNumber line, SystemId system);

/// The id of a system, or none.
SystemId find_system(const State& state, std::string_view name);

/// For a console: how far each system agrees, in order of first sight.
struct Agreement {
    std::string system;
    Time heard;
    std::uint32_t lines_agree{}, lines_in_flight{}, lines_contradict{}; ///< claims about lines
    std::uint32_t balances{}, balances_differ{}; ///< in the latest statements of all its sites
};
TF_DESCRIBE(Agreement,
            (system, heard, lines_agree, lines_in_flight, lines_contradict, balances, balances_differ))
std::vector<Agreement> agreements(const State& state);
/// The claims about an order; none when nobody said anything.
const OrderMirror* claims_of(const State& state, OrderId order);

} // namespace truefill::mirrors

/// Cases: what went off plan, who owns it, by when, how it closed.
///
/// Every deviation of every module becomes a case with category, sentence, value at risk, an owner and a
/// deadline. The category table (categories.h) says who and by when, until a model says so. While a case is
/// open, the same thing happening again is counted on it (`CaseRepeated`), so a stuck interface makes one
/// case and not ten thousand. Three cases of one category at one site or destination within four hours have
/// one cause: they become an incident, further ones join it, and it is resolved as a whole.
///
///     open -> assigned -> in_progress -> (waiting_approval) -> resolved -> closed
///                ^------------------- reopened <------------------'-----------'
///
/// The clock runs from opening to resolution and stands still while somebody else has to approve. When it has
/// run out the case is overdue, once, and counts as graver. Nothing here moves a ledger.
///
/// Cost: a hash and two look-ups for each deviation, O(log open cases) to keep the list of open ones. About
/// 400 bytes a case.
#pragma once

#include "base/table.h"
#include "cases/commands.h"
#include "cases/documents.h"
#include "cases/events.h"
#include "journal/decision.h"
#include "journal/envelope.h"
#include "masterdata/facts.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::cases {

inline constexpr Duration incident_window = hours(4);
inline constexpr std::size_t incident_cases = 3;
/// An incident with more open cases is resolved in several commands.
inline constexpr std::size_t resolved_at_once = 1000;

struct State {
    Table<CaseId, Case> cases;
    Table<IncidentId, Incident> incidents;
    boost::unordered_flat_map<Hash128, CaseId> same; ///< open cases by what makes them the same
    boost::unordered_flat_map<Hash128, Cause> causes;
    boost::unordered_flat_map<OrderId, CaseId> last_of_order;
    std::set<CaseId> open;
};
TF_DESCRIBE(State, (cases, incidents, same, causes, last_of_order, open))

using Decision = journal::Decision<Event>;

Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope);
void apply(State& state, const Event& event, const Facts& facts);
/// One or two sentences for people.
std::string tell(const Facts& facts, const Event& event);

/// Whether a timer that is due now has anything to say; saves the command when it has not.
bool needs_check(const State& state, CaseId id, Time now);

/// Calls f(id, case) for each case of an order, newest first.
template <class F> void each_case(const State& state, OrderId order, F&& f) {
    const auto last = state.last_of_order.find(order);
    if (last == state.last_of_order.end()) return;
    for (auto id = last->second; id; id = state.cases.at(id).previous_of_order) f(id, state.cases.at(id));
}

/// Open cases of one category, for reports.
struct OpenRow {
    std::string category;
    Role owner{}; ///< by the category table; single cases may have been given to others
    std::uint32_t count{};
    std::uint32_t unassigned{};
    std::uint32_t overdue{};
    std::uint32_t times{}; ///< how often it happened, repeats included
    Time oldest;
    Duration oldest_age_micros;
};
TF_DESCRIBE(OpenRow, (category, owner, count, unassigned, overdue, times, oldest, oldest_age_micros))
/// Sorted by category. O(open cases).
std::vector<OpenRow> open_by_category(const State& state, Time now);

/// The open cases of a role, of a person, or of all (both empty): gravest first, then by deadline.
std::vector<CaseId> inbox(const State& state, std::optional<Role> role, std::string_view person);

} // namespace truefill::cases

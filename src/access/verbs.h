/// The verbs of access, one decision each, and what they share. For the sources of this folder.
#pragma once

#include "access/access.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::access {

using journal::Envelope;
using journal::Refusal;
using Refused = std::optional<Refusal>;

Decision decide_one(const Facts&, const State&, const CreateUser&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ChangeUser&, const Envelope&);
Decision decide_one(const Facts&, const State&, const DeactivateUser&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReactivateUser&, const Envelope&);
Decision decide_one(const Facts&, const State&, const SetCredential&, const Envelope&);
Decision decide_one(const Facts&, const State&, const SetLimit&, const Envelope&);
Decision decide_one(const Facts&, const State&, const SetSubstitute&, const Envelope&);
Decision decide_one(const Facts&, const State&, const CreateKey&, const Envelope&);
Decision decide_one(const Facts&, const State&, const RotateKey&, const Envelope&);
Decision decide_one(const Facts&, const State&, const RevokeKey&, const Envelope&);
Decision decide_one(const Facts&, const State&, const MapRole&, const Envelope&);
Decision decide_one(const Facts&, const State&, const GroupCustomers&, const Envelope&);
Decision decide_one(const Facts&, const State&, const IssueFirstRun&, const Envelope&);
Decision decide_one(const Facts&, const State&, const AcceptFirstRun&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ErasePerson&, const Envelope&);
Decision decide_one(const Facts&, const State&, const NoteWebhook&, const Envelope&);

/// A decision of one event, moved, not copied.
template <class E> Decision one(E&& event) {
    std::vector<Event> events;
    events.emplace_back(std::forward<E>(event));
    return events;
}
inline Refused no(std::string_view code, std::string sentence) {
    return journal::refuse(code, std::move(sentence)).error();
}
/// What a chain of checks found first; nothing when all pass.
template <class... Check> Refused first_of(Check&&... check) {
    Refused found;
    ((found = check(), found) || ...);
    return found;
}

/// Each says why not; nothing when it is right. `what` is "the user's name" and the like.
Refused check_name(std::string_view name, std::string_view what);
/// A name is one person's or one service's, and for ever.
Refused check_free(const State& state, std::string_view user);
Refused check_prefix(std::string_view prefix);
Refused check_display_name(std::string_view text);
Refused check_email_ref(std::string_view text);
Refused check_identity(const State& state, const Identity& identity, std::string_view user);
Refused check_credential(std::string_view text);
Refused check_roles(const std::vector<Role>& roles);
Refused check_scope(const Facts& facts, const State& state, const Scope& scope);
/// `what` expires after now, and no later than in `life`.
Refused check_expiry(std::string_view what, Time expires_at, std::pair<Time, Duration> now_and_life);
Refused check_text(std::string_view text, std::string_view what, std::size_t max);

bool has(const std::vector<Role>& roles, Role role);
/// Active, and by a role of his own.
bool is_administrator(const State& state, std::string_view user);
/// Whether an administrator who can log in remains when one user were another, or not there (nullptr).
bool remains_administrator(const State& state, std::string_view user, const User* instead);
/// Refuses when the actor is no administrator himself.
Refused needs_administrator(const State& state, const Envelope& envelope, std::string_view what);

/// Sorted, each once.
void settle(std::vector<Role>& roles);
void settle(std::vector<std::string>& codes);
void settle(Scope& scope);

std::string say(const std::vector<Role>& roles); ///< finance, credit
std::string say(const Scope& scope);             ///< at LYON, for the customer groups KEY; empty: unlimited
std::string say(const Money& money);             ///< 500.00 EUR
std::string say(Time time);                      ///< 2026-03-02 14:00 UTC
std::string say(Date date);                      ///< 2026-03-02
std::string say(const std::vector<std::string>& words);

} // namespace truefill::access

// What a user has besides roles: a password, limits, a substitute.
#include "access/permissions.h"
#include "access/verbs.h"

#include <algorithm>

namespace truefill::access {
namespace {

/// The active user, or why not; who touches an administrator has to be one.
std::expected<const User*, Refusal> find_active(const State& state, const std::string& user,
                                                const Envelope& envelope) {
    const auto* found = find_user(state, user);
    if (found == nullptr) return journal::refuse("user_unknown", "there is no user '" + user + "'");
    if (!found->active)
        return journal::refuse("user_inactive", user + " is not active; reactivate the user first");
    if (has(found->roles, Role::administrator))
        if (auto why = needs_administrator(state, envelope, "changes an administrator"))
            return std::unexpected(std::move(*why));
    return found;
}

Refused check_limit(const SetLimit& command) {
    if (!command.command.empty()) {
        const auto* row = find_row(command.command);
        if (row == nullptr || !row->asks_value())
            return no("command_without_value",
                      "'" + command.command + "' is no command that asks for a value");
    }
    if (!command.up_to.currency) return no("currency_missing", "say in which currency the limit is");
    if (!command.remove && command.up_to.amount <= Amount{})
        return no("limit_not_positive", "a limit is more than nothing; remove it instead");
    return {};
}

Refused check_substitute(const State& state, const SetSubstitute& command, const Envelope& envelope) {
    const auto* other = find_user(state, command.substitute);
    if (other == nullptr) return no("user_unknown", "there is no user '" + command.substitute + "'");
    if (!other->active) return no("user_inactive", command.substitute + " is not active");
    if (command.substitute == command.user) return no("own_substitute", "nobody stands in for himself");
    // Standing in is a grant; the table lets everybody grant his own, and nobody may take it.
    if (envelope.actor == command.substitute)
        if (auto why = needs_administrator(state, envelope, "makes himself another's substitute")) return why;
    const auto today = date_of(envelope.record_time);
    if (!command.from || !command.to || command.to < command.from)
        return no("dates_wrong", "give the first and the last day, in this order");
    if (command.to < today) return no("expiry_past", "the last day is over; today is " + say(today));
    if (command.to - command.from >= substitute_days_max)
        return no("expiry_too_late", "somebody stands in for at most " + std::to_string(substitute_days_max) +
                                         " days; renew it then");
    return {};
}

} // namespace

Decision decide_one(const Facts&, const State& state, const SetCredential& command,
                    const Envelope& envelope) {
    const auto user = find_active(state, command.user, envelope);
    if (!user) return std::unexpected(user.error());
    if (auto why = check_credential(command.credential)) return std::unexpected(std::move(*why));
    return one(CredentialSet{command.user, command.credential, envelope.actor != command.user, envelope.actor,
                             envelope.record_time});
}

Decision decide_one(const Facts&, const State& state, const SetLimit& command, const Envelope& envelope) {
    const auto user = find_active(state, command.user, envelope);
    if (!user) return std::unexpected(user.error());
    if (auto why = check_limit(command)) return std::unexpected(std::move(*why));
    const Limit limit{command.command, command.up_to};
    const auto& limits = (*user)->limits;
    const auto same = std::ranges::find_if(limits, [&](const Limit& one) {
        return one.command == limit.command && one.up_to.currency == limit.up_to.currency;
    });
    if (command.remove && same == limits.end())
        return journal::refuse("nothing_changes", command.user + " has no such limit");
    if (!command.remove && same != limits.end() && *same == limit)
        return journal::refuse("nothing_changes", command.user + " has this limit already");
    return one(LimitSet{command.user, command.remove ? *same : limit, command.remove, envelope.actor,
                        envelope.record_time});
}

Decision decide_one(const Facts&, const State& state, const SetSubstitute& command,
                    const Envelope& envelope) {
    const auto user = find_active(state, command.user, envelope);
    if (!user) return std::unexpected(user.error());
    SubstituteSet event{command.user, std::nullopt, envelope.actor, envelope.record_time};
    if (command.substitute.empty()) {
        if (!(*user)->substitute)
            return journal::refuse("nothing_changes", "nobody stands in for " + command.user);
        return one(std::move(event));
    }
    if (auto why = check_substitute(state, command, envelope)) return std::unexpected(std::move(*why));
    event.substitute = Substitute{command.substitute, command.from, command.to};
    return one(std::move(event));
}

} // namespace truefill::access

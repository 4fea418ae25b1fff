// Users: made, changed, put to rest, woken.
#include "access/verbs.h"

#include <algorithm>

namespace truefill::access {
namespace {

std::unexpected<Refusal> unknown_user(const std::string& user) {
    return journal::refuse("user_unknown", "there is no user '" + user + "'");
}

std::vector<Role> without(const std::vector<Role>& some, const std::vector<Role>& others) {
    std::vector<Role> left;
    std::ranges::set_difference(some, others, std::back_inserter(left));
    return left;
}

/// The user as the command would have him.
User changed(const User& user, const ChangeUser& command) {
    auto next = user;
    if (command.display_name) next.display_name = *command.display_name;
    if (command.email_ref) next.email_ref = *command.email_ref;
    if (command.identity) next.identity = *command.identity;
    if (command.roles) next.roles = *command.roles;
    if (command.scope) next.scope = *command.scope;
    settle(next.roles);
    settle(next.scope);
    return next;
}

bool is_same(const User& a, const User& b) {
    return a.display_name == b.display_name && a.email_ref == b.email_ref && a.identity == b.identity &&
           a.roles == b.roles && a.scope == b.scope;
}

Refused check_change(const State& state, const ChangeUser& command, const User& next,
                     const Envelope& envelope) {
    const auto& before = state.users.find(command.user)->second;
    if (has(before.roles, Role::administrator) || has(next.roles, Role::administrator))
        if (auto why = needs_administrator(state, envelope, "makes or changes an administrator")) return why;
    if (is_same(before, next)) return no("nothing_changes", command.user + " is like that already");
    if (!remains_administrator(state, command.user, &next) && has_administrator(state))
        return no("last_administrator", command.user + " is the last administrator who can log in; make "
                                                       "another one first");
    return {};
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const CreateUser& given,
                    const Envelope& envelope) {
    auto command = given;
    auto why = first_of([&] { return check_name(command.user, "the user's name"); },
                        [&] { return check_free(state, command.user); },
                        [&] { return check_display_name(command.display_name); },
                        [&] { return check_email_ref(command.email_ref); },
                        [&] { return check_identity(state, command.identity, command.user); },
                        [&] { return check_roles(command.roles); },
                        [&] { return check_scope(facts, state, command.scope); });
    if (why) return std::unexpected(std::move(*why));
    if (has(command.roles, Role::administrator))
        if ((why = needs_administrator(state, envelope, "makes an administrator")))
            return std::unexpected(std::move(*why));
    settle(command.roles);
    settle(command.scope);
    return one(UserCreated{std::move(command.user), std::move(command.display_name),
                           std::move(command.email_ref), std::move(command.identity),
                           std::move(command.roles), std::move(command.scope), envelope.actor,
                           envelope.record_time});
}

Decision decide_one(const Facts& facts, const State& state, const ChangeUser& command,
                    const Envelope& envelope) {
    const auto* before = find_user(state, command.user);
    if (before == nullptr) return unknown_user(command.user);
    auto next = changed(*before, command);
    auto why = first_of([&] { return check_display_name(next.display_name); },
                        [&] { return check_email_ref(next.email_ref); },
                        [&] { return check_identity(state, next.identity, command.user); },
                        [&] { return check_roles(next.roles); },
                        [&] { return command.scope ? check_scope(facts, state, next.scope) : Refused{}; },
                        [&] { return check_change(state, command, next, envelope); });
    if (why) return std::unexpected(std::move(*why));
    UserChanged event;
    event.user = command.user;
    event.given = without(next.roles, before->roles);
    event.taken = without(before->roles, next.roles);
    event.display_name = std::move(next.display_name);
    event.email_ref = std::move(next.email_ref);
    event.identity = std::move(next.identity);
    event.roles = std::move(next.roles);
    event.scope = std::move(next.scope);
    event.by = envelope.actor;
    event.at = envelope.record_time;
    return one(std::move(event));
}

Decision decide_one(const Facts&, const State& state, const DeactivateUser& command,
                    const Envelope& envelope) {
    const auto* user = find_user(state, command.user);
    if (user == nullptr) return unknown_user(command.user);
    if (!user->active) return journal::refuse("already_inactive", command.user + " is not active");
    if (auto why = check_text(command.reason, "the reason", 200)) return std::unexpected(std::move(*why));
    if (has(user->roles, Role::administrator)) {
        if (auto why = needs_administrator(state, envelope, "deactivates an administrator"))
            return std::unexpected(std::move(*why));
        if (!remains_administrator(state, command.user, nullptr))
            return journal::refuse("last_administrator",
                                   command.user + " is the last administrator who can log in; make another "
                                                  "one first");
    }
    return one(UserDeactivated{command.user, command.reason, envelope.actor, envelope.record_time});
}

Decision decide_one(const Facts&, const State& state, const ReactivateUser& command,
                    const Envelope& envelope) {
    const auto* user = find_user(state, command.user);
    if (user == nullptr) return unknown_user(command.user);
    if (user->active) return journal::refuse("already_active", command.user + " is active");
    if (auto why = check_text(command.reason, "the reason", 200)) return std::unexpected(std::move(*why));
    if (has(user->roles, Role::administrator))
        if (auto why = needs_administrator(state, envelope, "makes an administrator"))
            return std::unexpected(std::move(*why));
    return one(UserReactivated{command.user, command.reason, envelope.actor, envelope.record_time});
}

} // namespace truefill::access

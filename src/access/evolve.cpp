#include "access/verbs.h"
#include "base/assert.h"
#include "base/one_of_impl.h"

#include <algorithm>
#include <tuple>

namespace truefill::access {
namespace {

User& user_of(State& state, const std::string& name) {
    const auto found = state.users.find(name);
    TF_ASSERT(found != state.users.end(), "the user was there when it was decided");
    return found->second;
}

Key& key_of(State& state, const std::string& prefix) {
    const auto found = state.keys.find(prefix);
    TF_ASSERT(found != state.keys.end(), "the key was there when it was decided");
    return found->second;
}

void evolve(State& state, const UserCreated& event) {
    User user;
    user.display_name = event.display_name;
    user.email_ref = event.email_ref;
    user.identity = event.identity;
    user.roles = event.roles;
    user.scope = event.scope;
    user.active = true;
    user.created_at = user.changed_at = event.at;
    state.users.emplace(event.user, std::move(user));
}

void evolve(State& state, const UserChanged& event) {
    auto& user = user_of(state, event.user);
    if (user.roles != event.roles || user.scope != event.scope || user.identity != event.identity)
        user.changed_at = event.at;
    user.display_name = event.display_name;
    user.email_ref = event.email_ref;
    user.identity = event.identity;
    user.roles = event.roles;
    user.scope = event.scope;
}

void evolve(State& state, const UserDeactivated& event) {
    auto& user = user_of(state, event.user);
    user.active = false;
    user.changed_at = event.at;
}

void evolve(State& state, const UserReactivated& event) {
    auto& user = user_of(state, event.user);
    user.active = true;
    user.changed_at = event.at;
}

void evolve(State& state, const CredentialSet& event) {
    user_of(state, event.user).changed_at = event.at;
    state.credentials.insert_or_assign(event.user, Credential{event.credential, event.temporary, event.at});
}

void evolve(State& state, const LimitSet& event) {
    auto& limits = user_of(state, event.user).limits;
    std::erase_if(limits, [&](const Limit& one) {
        return one.command == event.limit.command && one.up_to.currency == event.limit.up_to.currency;
    });
    if (event.removed) return;
    limits.push_back(event.limit);
    std::ranges::sort(limits, {}, [](const Limit& one) { return std::tie(one.command, one.up_to.currency); });
}

void evolve(State& state, const SubstituteSet& event) {
    user_of(state, event.user).substitute = event.substitute;
}

void evolve(State& state, const KeyCreated& event) {
    Key key;
    key.principal = event.principal;
    key.source = event.source;
    key.roles = event.roles;
    key.scope = event.scope;
    key.created_at = event.at;
    key.expires_at = event.expires_at;
    state.keys.emplace(event.prefix, std::move(key));
    state.secrets.emplace(event.prefix, event.secret);
}

void evolve(State& state, const KeyRotated& event) {
    auto& old = key_of(state, event.prefix);
    auto next = old;
    old.replaced_by = event.new_prefix;
    old.expires_at = event.old_until;
    next.created_at = event.at;
    next.expires_at = event.expires_at;
    state.keys.emplace(event.new_prefix, std::move(next));
    state.secrets.emplace(event.new_prefix, event.secret);
}

void evolve(State& state, const KeyRevoked& event) { key_of(state, event.prefix).revoked_at = event.at; }

void evolve(State& state, const RoleMapped& event) {
    if (event.roles.empty()) state.mapped.erase({event.issuer, event.group});
    else state.mapped.insert_or_assign({event.issuer, event.group}, event.roles);
}

void evolve(State& state, const CustomersGrouped& event) {
    for (const auto& customer : event.customers) {
        if (event.group.empty()) state.group_of.erase(customer);
        else state.group_of.insert_or_assign(customer, event.group);
    }
}

void evolve(State& state, const FirstRunIssued& event) {
    state.first_run = event.token;
    state.first_run_expires_at = event.expires_at;
    state.first_run_recovery = event.recovery;
}

void evolve(State& state, const FirstRunAccepted& event) {
    User user;
    user.display_name = event.display_name;
    user.email_ref = event.email_ref;
    user.roles = {Role::administrator};
    user.active = true;
    user.created_at = user.changed_at = event.at;
    state.users.emplace(event.user, std::move(user));
    state.credentials.emplace(event.user, Credential{event.credential, false, event.at});
    state.first_run = {};
    state.first_run_expires_at = {};
    state.first_run_recovery = false;
}

void evolve(State& state, const PersonErased& event) {
    auto& erasure = state.erased[event.person];
    erasure.keys.insert(erasure.keys.end(), event.keys.begin(), event.keys.end());
    erasure.by = event.by;
    erasure.at = event.at;
    erasure.position = event.position;
}

/// Webhooks are no part of the state: their file lies beside the journal.
void evolve(State&, const WebhookNoted&) {}

} // namespace

void apply(State& state, const Event& event, const Facts&) {
    visit([&](const auto& what) { evolve(state, what); }, event);
}

} // namespace truefill::access

template struct truefill::KindsOf<truefill::access::Event>;

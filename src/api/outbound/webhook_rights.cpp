#include "api/outbound/webhook_rights.h"

#include <algorithm>
#include <utility>

namespace truefill::api {
namespace {

/// The last one of those that took each other's place.
std::string successor_of(const access::State& state, std::string prefix) {
    constexpr int rotations_max = 1'000;
    for (int i = 0; i < rotations_max; ++i) {
        const auto* key = access::find_key(state, prefix);
        if (key == nullptr || key->replaced_by.empty()) break;
        prefix = key->replaced_by;
    }
    return prefix;
}

WebhookRights none(std::string why) { return {std::move(why), {}}; }

} // namespace

WebhookOwner webhook_owner(const Caller& caller) {
    return {caller.principal.user, caller.principal.key, caller.is_operator};
}

WebhookOwner webhook_owner(const access::State& state, const Subscription& subscription) {
    const auto& name = subscription.created_by;
    const auto& owner = subscription.owner;
    if (owner.is_operator || !owner.user.empty() || !owner.key.empty()) return owner;
    if (access::find_user(state, name) != nullptr) return {name, {}, false};
    if (name == "operator") return {{}, {}, true};
    for (const auto& [prefix, key] : state.keys)
        if (key.principal == name && key.replaced_by.empty() && !key.revoked_at) return {{}, prefix, false};
    return {name, {}, false}; // nobody
}

std::string name_of(const access::State& state, const WebhookOwner& owner) {
    if (owner.is_operator) return "operator";
    const auto* key = access::find_key(state, owner.key);
    return key != nullptr ? key->principal : owner.user;
}

WebhookRights webhook_rights(Service& service, const WebhookOwner& owner) {
    auto& door = service.door;
    if (door.closed()) return none("who may do what cannot be read");
    Caller caller;
    caller.is_operator = owner.is_operator;
    if (owner.is_operator) {
        if (!door.operator_counts()) return none("the operator token counts no more");
        return {{}, reach_of(service, caller, "events")};
    }
    const auto state = door.mirror().state();
    caller.principal.user = owner.user;
    if (!owner.key.empty()) caller.principal.key = successor_of(*state, owner.key);
    if (auto good = access::usable(*state, caller.principal, door.now()); !good.allowed)
        return none(std::move(good.reason));
    const auto roles = access::roles_of(*state, caller.principal, door.now());
    const auto has = [&](access::Role role) { return std::ranges::find(roles, role) != roles.end(); };
    if (!has(access::Role::administrator) && !has(access::Role::integrator))
        return none(name_of(*state, owner) + " is neither administrator nor integrator");
    WebhookRights rights{{}, reach_of(service, caller, "events")};
    if (has(access::Role::integrator) && !rights.reach.refusal) {
        auto orders = reach_of(service, caller, "orders");
        if (!orders.everything) rights.reach = std::move(orders);
    }
    if (rights.reach.refusal) rights.why_not = rights.reach.refusal->detail;
    return rights;
}

bool covers(const WebhookRights& rights, const Board& board, OrderId order) {
    if (!rights.why_not.empty()) return false;
    if (rights.reach.everything) return true;
    if (!order) return false;
    const auto row = board.find(order);
    return row && !row->shown.number.empty() &&
           covers(rights.reach, row->shown.sites, row->shown.customer.code);
}

} // namespace truefill::api

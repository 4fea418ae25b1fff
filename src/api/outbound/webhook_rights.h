/// What a webhook may send: no more than whoever answers for it may see, asked again before each event.
///
/// That is who made it, or who took it over by a replay. Roles that an identity provider's groups gave him
/// count only while he is logged in, so they are none here. A key that was rotated goes on as its successor.
/// When his rights have ended the webhook is `stopped`: its place stays, and it goes on when they are back,
/// or when somebody else takes it over. With a scope, only events of orders within it are sent.
#pragma once

#include "api/outbound/webhook_store.h"
#include "api/scope.h"

#include <string>

namespace truefill::api {

WebhookOwner webhook_owner(const Caller& caller);
/// Of a subscription that an older Truefill kept: it knows a name only.
WebhookOwner webhook_owner(const access::State& state, const Subscription& subscription);

/// How messages of the webhook's owner would be named.
std::string name_of(const access::State& state, const WebhookOwner& owner);

struct WebhookRights {
    std::string why_not; ///< empty: it may be sent
    Reach reach;
};
WebhookRights webhook_rights(Service& service, const WebhookOwner& owner);
/// Whether an event of the order is within them; no order: only without a scope.
bool covers(const WebhookRights& rights, const Board& board, OrderId order);

} // namespace truefill::api

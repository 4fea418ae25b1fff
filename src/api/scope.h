/// May he? Every route and every command asks here; the answer is that of `access::may` (access/may.h).
///
/// Whoever has no scope, and sends what decides about no value, is answered from the mirror in a microsecond.
/// For the others the documents that a command names are looked up on the engine thread first, one look for a
/// command or for a whole chunk of them. A message that was taken before is let through to its first answer,
/// since its documents may be gone by now.
#pragma once

#include "api/places.h"
#include "api/service.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

/// How far somebody sees in a read area. A copy: it may go to any thread.
struct Reach {
    access::Reach of;
    AccessMirror::Copy access;      ///< for the groups of customers
    std::optional<Problem> refusal; ///< he sees nothing at all: 403
    bool everything{};              ///< no row needs to be asked about
};
Reach reach_of(Service& service, const Caller& caller, std::string_view area);
/// Of whoever sends the request; nobody: the refusal is 401.
Reach reach_of(Service& service, const http::ExchangePtr& exchange, std::string_view area);

/// Whether a row is shown.
bool covers(const Reach& reach, const Place& place);
bool covers(const Reach& reach, const std::vector<std::string>& sites, std::string_view customer);
/// The same for a document that places.h knows; asks nothing when everything is seen.
template <class T> bool covers(const Reach& reach, const engine::State& state, const T& document) {
    return reach.everything || covers(reach, place_of(state, document));
}

/// A command that somebody wants to send.
struct Sending {
    const Caller& caller;
    const engine::Message& message;
    std::string requester{}; ///< who asked for it, as the sender says, where the command itself does not
    bool own_route{};        ///< the route is the one made for this command
};

struct Verdict {
    bool settled{};                 ///< else the documents have to be looked up: `permit_in`
    std::optional<Problem> problem; ///< 403; none: he may
};
/// From the mirror alone; for any thread.
Verdict permit_at_once(Service& service, const Sending& sending);
/// With the documents; on the engine thread.
std::optional<Problem> permit_in(const engine::State& state, const Sending& sending, Time now);

/// Waits for the engine when it has to; for clerks.
std::optional<Problem> permit_command(Service& service, const Caller& caller, const engine::Message& message);
/// One look for all of them, when any needs one. One answer for each.
std::vector<std::optional<Problem>> permit_commands(Service& service, const Caller& caller,
                                                    std::span<const engine::Message> messages);
/// Looks the documents up for what was not settled at once, without a wait here: `then` is called on the
/// journal thread, once they are durable.
void permit_later(Service& service, std::shared_ptr<const Sending> sending,
                  std::function<void(std::optional<Problem>)> then);

/// What somebody may of an act that has a command, for pages; the reason also when he may.
access::Answer may_act(const access::State& access, const Caller& caller, const access::Question& question);

/// The same of a whole command, for pages that offer it: whoever asked for what it approves was another.
access::Answer may_send(const engine::State& state, const Caller& caller, const engine::Command& command);

/// 403 `not_allowed` with the sentence of `may`.
Problem not_allowed(const access::Answer& answer);

} // namespace truefill::api

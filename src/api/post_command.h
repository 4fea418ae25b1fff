/// POST /v1/commands/{name}: one command in, its answer when it is durable.
///
/// The header Idempotency-Key names the message within its source, so a retry with the same key and body gets
/// the answer of the first one. The content hash is over the canonical form of the body: white space and the
/// order of members do not make another message.
#pragma once

#include "api/service.h"
#include "engine/engine.h"

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace truefill::api {

struct CommandAnswer {
    static constexpr auto required = std::to_array<std::string_view>({"outcome", "position"});
    engine::Outcome outcome{};
    Position position{};
};
TF_DESCRIBE(CommandAnswer, (outcome, position))

/// Commands that only the engine sends to itself are not offered to anybody.
bool is_offered(std::string_view command);

/// A command from its name and body. 404 for an unknown name, 400 with the pointer for a body that is wrong,
/// 422 for one that says too little (command_texts.h).
std::expected<engine::Command, Problem> command_of(std::string_view name, json::Value body);
/// What a message is called by its sender: the key as it came, without the quotes of a structured header.
std::expected<std::string, Problem> message_id_of(std::string_view key);
/// Fills source, actor, trace and content hash.
engine::Message message_of(const http::Request& request, const Caller& caller, engine::Command command);
/// What an answer of the loop says to the sender: an answer or a problem. Reads the journal for a duplicate
/// that was refused, so it is for a clerk.
std::expected<CommandAnswer, Problem> answer_of(Service& service, const loop::Answer& answer);

/// A command that is about to be sent. `then` hears of the answer instead of the exchange; on the journal
/// thread, or for commands of access on a clerk's, when the answer counts everywhere.
struct Outgoing {
    engine::Command command;
    std::string message_id;
    std::optional<Hash128> content{}; ///< when it is not that of the body: a secret was made for it
    bool own_route{};                 ///< the route is the one made for this command
    std::function<void(std::expected<CommandAnswer, Problem>)> then{};
};
/// Asks whether the caller may, sends it, and answers the exchange when it is durable.
void send_command(Service& service, const http::ExchangePtr& exchange, Outgoing outgoing);
void send_command(Service& service, const http::ExchangePtr& exchange, engine::Command command,
                  std::string message_id);
/// The same for who is nobody yet: the first-run link.
void send_unasked(Service& service, const http::ExchangePtr& exchange, const Caller& caller,
                  Outgoing outgoing);
void post_command(Service& service, const http::ExchangePtr& exchange);

/// On what a command is taken, and who hears of the answer instead of the exchange; on the journal thread, or
/// a clerk's. A command whose condition does not hold is answered 412 `changed_since`.
struct Guarded {
    loop::Condition only_if{};
    std::function<void(std::expected<CommandAnswer, Problem>)> then{};
};
void post_guarded(Service& service, const http::ExchangePtr& exchange, Guarded guarded);

} // namespace truefill::api

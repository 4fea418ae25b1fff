/// A record as it stands in the journal: one outside message and everything that followed from it.
///
///     {"envelope":{"source":"shop","message_id":"m-1",...,"position":12},
///      "steps":[{"command":"orders.place_order","body":{...},
///                "events":[{"event":"orders.order_accepted","version":1,"body":{...}}]},
///               {"command":"inventory.reserve_order","body":{...},"refusal":{"code":...}}]}
///
/// Steps stand in the order in which they were done, depth first. A step has events or a refusal.
#pragma once

#include "base/json.h"
#include "engine/modules.h"
#include "journal/envelope.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace truefill::engine {

/// Appends one record to a buffer. begin, then for each step: step, then event... or refusal; then end.
class RecordWriter {
public:
    explicit RecordWriter(std::string& out) : out_{out} {}
    void begin(const journal::Envelope& envelope);
    template <class ModuleCommand> void step(const ModuleCommand& command);
    template <class ModuleEvent> void event(const ModuleEvent& event);
    void refusal(const journal::Refusal& refusal);
    void end();

    std::size_t steps() const { return steps_; }
    std::size_t bytes() const { return out_.size() - begin_; }

private:
    void close_step();

    std::string& out_;
    std::size_t begin_ = 0;
    std::size_t steps_ = 0;
    std::size_t events_ = 0; ///< of the open step
};

/// The name of a command; its body as JSON; a command from both.
std::string_view name_of(const Command& command);
void encode_body(std::string& out, const Command& command);
std::expected<Command, json::Problem> decode_command(std::string_view name, json::Value body);
/// The same from text: an unknown name or a malformed body is a Problem.
std::expected<Command, json::Problem> decode_command(std::string_view name, std::string_view body);
std::expected<Event, json::Problem> decode_event(std::string_view name, json::Value body);

} // namespace truefill::engine

#include "engine/engine.h"

namespace truefill::engine {

std::expected<void, std::string> Engine::replay(std::string_view record, Witness* witness) {
    const auto value = document_.parse(record);
    if (!value) return std::unexpected("the record is not JSON: " + value.error().detail);
    journal::Envelope envelope;
    if (auto done = json::decode(value->find("envelope"), envelope); !done)
        return std::unexpected("envelope" + done.error().pointer + ": " + done.error().detail);
    if (envelope.position != state_.flow.position + 1)
        return std::unexpected("record " + std::to_string(envelope.position) + " does not follow " +
                               std::to_string(state_.flow.position));
    state_.flow.now = envelope.record_time;
    bool first = true, refused = false, waits = false;
    for (const auto step : value->find("steps").elements()) {
        const auto refusal = step.find("refusal");
        if (first && refusal) {
            refused = true;
            waits = static_cast<bool>(refusal.find("wait_for"));
        }
        first = false;
        for (const auto stored : step.find("events").elements()) {
            const auto name = stored.find("event").as_string();
            if (!name) return std::unexpected("an event without a name");
            const auto event = decode_event(*name, stored.find("body"));
            if (!event)
                return std::unexpected(std::string{*name} + event.error().pointer + ": " +
                                       event.error().detail);
            if (witness) witness->before(state_, step.find("command").as_string().value_or(""), *event);
            visit([&](const auto& one) { engine::apply(state_, one); }, *event);
        }
    }
    state_.flow.position = envelope.position;
    if (envelope.source != own_source || !envelope.message_id.empty())
        state_.flow.seen.add(seen_key(envelope.source, envelope.message_id),
                             Seen::make(envelope.position, envelope.content_hash, refused && !waits),
                             envelope.record_time);
    return {};
}

} // namespace truefill::engine

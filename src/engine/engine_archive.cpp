// What every file would otherwise make for itself: the state's and the message's special members, and
// snapshots.
#include "base/archive.h"
#include "engine/engine.h"

namespace truefill::engine {

Message::Message() = default;
Message::~Message() = default;
Message::Message(Message&&) noexcept = default;
Message::Message(const Message&) = default;
Message& Message::operator=(Message&&) noexcept = default;
Message& Message::operator=(const Message&) = default;

Engine::Engine() = default;
Engine::~Engine() = default;

Digest State::digest() const { return archive::digest(*this); }

void Engine::save(std::string& out) const {
    archive::save(out, archive::format_hash<State>());
    archive::save(out, state_);
}

bool Engine::load(std::string_view snapshot) {
    archive::Reader reader{snapshot};
    std::uint64_t format = 0;
    archive::load(reader, format);
    if (!reader.ok() || format != archive::format_hash<State>()) return false;
    State loaded;
    archive::load(reader, loaded);
    if (!reader.ok()) return false;
    state_ = std::move(loaded);
    return true;
}

} // namespace truefill::engine

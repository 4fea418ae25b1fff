/// States from an engine that replays a journal as far as it is asked to: for building views without a
/// server, and for tests.
#pragma once

#include "engine/engine.h"
#include "views/projection.h"

#include <string>

namespace truefill::views {

class ReplayedStates final : public States {
public:
    /// `engine` stands somewhere in the journal already, or at its beginning.
    ReplayedStates(engine::Engine& engine, journal::Journal& journal) : engine_{engine}, journal_{journal} {}

    bool look(Position at_least, const std::function<void(const engine::State&)>& f) override {
        while (engine_.position() < at_least)
            if (!replay_to(at_least)) return false;
        f(engine_.state());
        return true;
    }
    /// Why the last look failed.
    const std::string& why() const { return why_; }

private:
    bool replay_to(Position position) {
        const auto done = journal_.read(engine_.position() + 1, std::size_t{1} << 20, batch_);
        if (!done || batch_.size() == 0) {
            why_ = done ? "The journal is shorter than it was." : done.error().sentence;
            return false;
        }
        for (std::size_t i = 0; i < batch_.size() && engine_.position() < position; ++i)
            if (auto replayed = engine_.replay(batch_.record(i)); !replayed) {
                why_ = "A record cannot be replayed: " + replayed.error();
                return false;
            }
        return true;
    }

    engine::Engine& engine_;
    journal::Journal& journal_;
    journal::Batch batch_;
    std::string why_;
};

} // namespace truefill::views

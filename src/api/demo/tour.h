/// The tour of a played day: four people, what each could do about what goes wrong, and what of it is done.
/// Nothing is ticked off by hand: a step is done when the state says so, and stays done.
#pragma once

#include "api/demo/demo.h"
#include "engine/state.h"

#include <string>
#include <vector>

namespace truefill::api {

struct TourStep {
    static constexpr auto required =
        std::to_array<std::string_view>({"id", "title", "hint", "where", "ready", "done"});
    std::string id, title, hint;
    std::string where; ///< a place in the console; empty until it is ready
    bool ready{};      ///< what the step is about has happened
    bool done{};
    Time done_at;
};
TF_DESCRIBE(TourStep, (id, title, hint, where, ready, done, done_at))

struct Persona {
    static constexpr auto required = std::to_array<std::string_view>({"id", "title", "who", "steps"});
    std::string id, title, who;
    std::vector<TourStep> steps;
};
TF_DESCRIBE(Persona, (id, title, who, steps))

struct Tour {
    static constexpr auto required =
        std::to_array<std::string_view>({"personas", "done", "total", "position", "now"});
    std::vector<Persona> personas;
    std::int64_t done{}, total{};
    Position position{};
    Time now;
};
TF_DESCRIBE(Tour, (personas, done, total, position, now))

/// On the engine thread.
Tour tour_of(const engine::State& state, DemoDesk& desk);

} // namespace truefill::api

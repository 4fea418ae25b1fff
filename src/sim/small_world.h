/// The world of one seed: 20 items (four of them with lots), three sites (one prompt, two nightly), two
/// carriers, a dozen customers, 60 to 150 orders in ten days, and time enough to deliver, bill and pay them.
/// Stock is set so that some lines run short, and supply comes on some days.
#pragma once

#include "sim/world.h"

#include <memory>

namespace truefill::sim {

/// Times of the world of a seed. All of it stays within the 30 days that the seen set reaches.
struct SmallPlan {
    Time start; ///< set-up
    Time last;  ///< of the orders and of the faults
    Time end;   ///< when everything is quiet
};
SmallPlan small_plan();

/// Built, set up and ready to run from `plan.start` on.
std::unique_ptr<World> make_small_world(std::uint64_t seed, Mood mood, Plant plant);
/// Runs it to its end and checks everything there.
void run_small_world(World& world);

} // namespace truefill::sim

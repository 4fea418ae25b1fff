/// What must be true when a world has come to rest: nothing that was answered is missing, nothing is in two
/// places, all that is off plan has an owner, and nothing is stuck.
#pragma once

#include "sim/world.h"

namespace truefill::sim {

/// All of the below; what is wrong goes to the world's watch.
void check_end(World& world);

/// Every answered letter is in the journal where its answer said, and is a duplicate when it comes again. The
/// chain holds.
void check_answers(World& world);
/// Pieces: what left a site is at the customer in the book, or in suspense; what stands in a building differs
/// from the book by what was miscounted at the beginning and by what counts have posted since. Where a
/// message is still out or a contradiction was noted, an open case owns the difference.
void check_goods(World& world);
void check_departed(World& world);
void check_buildings(World& world);
/// Suspense is owned, waiting facts have their timer.
void check_owners(World& world);
/// Every unit of every order is delivered, billed and paid; cancelled; or there is a reason that somebody can
/// see.
void check_not_stuck(World& world);

} // namespace truefill::sim

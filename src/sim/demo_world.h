/// The distributor of the demo, set up and ready to run.
#pragma once

#include "connectors/shop/import.h"
#include "sim/demo.h"
#include "sim/world.h"

#include <expected>
#include <memory>
#include <string>

namespace truefill::sim {

struct DemoPlan {
    Time start;  ///< master data and opening stock
    Time last;   ///< of the shop's documents, those up to here are played
    Time healed; ///< the post is good from here on, so that nothing is under way when the books are compared
    Time end;
};
DemoPlan demo_plan(const DemoOptions& options);

/// The shop's documents of a folder with online-retail.csv.gz and codes.csv.
std::expected<connectors::shop::Import, DemoFault> read_import(const std::string& folder);

std::unique_ptr<World> make_demo_world(const DemoOptions& options, const connectors::shop::Import& import);
/// Goes on until no message is under way, so that book and shelves can be compared.
void settle(World& world);

} // namespace truefill::sim

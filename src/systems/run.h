/// Runs one system until it is told to stop, by SIGTERM or SIGINT or because its parent is gone.
#pragma once

#include "systems/system.h"

#include <memory>
#include <string>
#include <string_view>

namespace truefill::systems {

/// shop, erp, wms, carrier or finance; `code` says which. Null when there is no such system.
std::unique_ptr<System> make_system(std::string_view kind, const SystemSetup& setup,
                                    const std::atomic<bool>& stop);

/// 0: told to stop; 2: no such system; 3: it could not begin.
int run_system(std::string_view kind, const SystemSetup& setup);

} // namespace truefill::systems

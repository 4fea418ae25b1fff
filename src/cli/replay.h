/// `truefill replay`: the state as it was after a record.
#pragma once

#include "base/ids.h"

#include <string>

namespace truefill::cli {

struct ReplayOptions {
    std::string file;
    Position to{}; ///< 0: the end
    bool json{};
};

int run_replay(const ReplayOptions& options);

} // namespace truefill::cli

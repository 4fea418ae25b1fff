/// `truefill explain`: an order in words. What happened to it, told from the journal event by event; where
/// its units and its money stand; why it is here and what happens next; which cases are open.
#pragma once

#include "base/ids.h"

#include <string>

namespace truefill::cli {

struct ExplainOptions {
    std::string order;
    std::string journal;
    Position to{}; ///< as of this record; 0: the end
    bool json{};
};

int run_explain(const ExplainOptions& options);

} // namespace truefill::cli

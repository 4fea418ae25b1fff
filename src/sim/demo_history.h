/// What happened before the live demo begins: the world of the main job, played in this process for its first
/// hours, so that every screen has something to show. Its people and machines are gone afterwards; systems
/// around Truefill take up what the journal says.
#pragma once

#include "sim/demo.h"

#include <cstdint>
#include <expected>
#include <string>

namespace truefill::sim {

struct HistoryOptions {
    std::string data{"examples/online-retail"};
    std::uint64_t seed{1};
    std::int32_t hours{29}; ///< from the first morning on, 2010-12-01 05:00
    std::string file;       ///< the new journal
};

/// Plays it and writes the journal. Answers when it ended.
std::expected<Time, DemoFault> play_history(const HistoryOptions& options);

} // namespace truefill::sim

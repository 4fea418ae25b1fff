/// The score of a played day: what went off plan, when it was noticed, who owned it, whether it is solved and
/// what it would have cost; and of each fault that was planted whether it was found, and how fast.
#pragma once

#include "api/demo/demo.h"
#include "engine/state.h"

#include <string>
#include <vector>

namespace truefill::api {

struct ScoredCase {
    static constexpr auto required = std::to_array<std::string_view>(
        {"code", "category", "sentence", "noticed_at", "owner", "solved", "value"});
    std::string code; ///< of the case, "CASE-31"
    std::string category, sentence;
    Time happened_at, noticed_at;
    std::string owner, person;
    bool solved{};
    Money value;           ///< at risk
    std::string unnoticed; ///< what it would have led to (unnoticed.h)
    std::string order;
};
TF_DESCRIBE(ScoredCase, (code, category, sentence, happened_at, noticed_at, owner, person, solved, value,
                         unnoticed, order))

struct FoundFault {
    static constexpr auto required =
        std::to_array<std::string_view>({"fault", "title", "planted", "found", "solved"});
    std::string fault, title;
    bool planted{}, found{};
    Time planted_at, noticed_at;
    Time due;               ///< of one that is not noticed: until then it need not be; none: not known
    std::int64_t minutes{}; ///< from planted to noticed
    std::string code, category, owner, person, order, site;
    bool solved{};
    Money value;
    std::string unnoticed; ///< what it would have led to (unnoticed.h)
};
TF_DESCRIBE(FoundFault, (fault, title, planted, found, planted_at, noticed_at, due, minutes, code, category,
                         owner, person, order, site, solved, value, unnoticed))

struct Score {
    static constexpr auto required = std::to_array<std::string_view>(
        {"from", "now", "ended", "planted", "deviations", "cases", "owned", "solved", "position"});
    Time from, now;
    bool ended{};
    std::vector<FoundFault> planted;
    std::vector<ScoredCase> deviations; ///< in the order in which they were noticed
    std::int64_t cases{}, owned{}, solved{};
    Money value_at_risk, value_open;
    Position position{};
};
TF_DESCRIBE(Score, (from, now, ended, planted, deviations, cases, owned, solved, value_at_risk, value_open,
                    position))

/// On the engine thread, or on a state that nobody changes.
Score score_of(const engine::State& state, DemoDesk& desk);
/// For a terminal.
std::string to_text(const Score& score);
/// What it says of a fault: found, missed, or not due yet and until when.
std::string line_of(const FoundFault& fault, Time now);

/// The case that a fault became; none while it was not noticed.
CaseId case_of(const engine::State& state, const PlantedFault& fault);

} // namespace truefill::api

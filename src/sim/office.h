/// The people of the distributor, who look at Truefill's lists every two hours of the working day and do what
/// only people may: approve counts, lift holds, tell customers that they may send something back, inspect
/// what came back, retry stuck jobs, take cases. They see what a console would show them, and send commands
/// like everybody else. What somebody has decided once is not decided again.
#pragma once

#include "sim/agent.h"
#include "sim/customers.h"
#include "sim/node.h"
#include "sim/site.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace truefill::sim {

class Office final : public Agent {
public:
    Office(Outside& outside, const Node& node, const std::vector<std::unique_ptr<Site>>& sites,
           Customers& customers)
        : Agent{outside, "office"}, node_{node}, sites_{sites}, customers_{customers} {}
    /// Rounds until a time.
    void work(Time until);

private:
    Taken take(const JobOrder&) override { return Taken::done; }
    void round();
    void look_at_counts(const engine::State& state);
    void look_at_holds(const engine::State& state);
    void look_at_returns(const engine::State& state);
    void inspect(const engine::State& state, ReturnId id, const returns::Return& rma);
    void look_at_jobs(const engine::State& state);
    void look_at_cases(const engine::State& state);
    /// True the first time.
    bool decide_once(std::string_view what, std::uint64_t id, std::uint64_t state);
    Site& site_of(const engine::State& state, SiteId id) const;

    const Node& node_;
    const std::vector<std::unique_ptr<Site>>& sites_;
    Customers& customers_;
    Time until_;
    std::set<std::string> decided_;
};

} // namespace truefill::sim

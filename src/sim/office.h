/// The people of the distributor, who look at Truefill's lists every two hours of the working day and do what
/// only people may: approve counts, lift holds, tell customers that they may send something back, inspect
/// what came back, retry stuck jobs, take cases. They see what a console would show them, and send commands
/// like everybody else. What somebody has decided once is not decided again.
#pragma once

#include "sim/carrier.h"
#include "sim/node.h"
#include "sim/site.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace truefill::sim {

class Office final : public Agent {
public:
    /// Whom they can call.
    struct Phones {
        const std::vector<std::unique_ptr<Site>>& sites;
        const std::vector<std::unique_ptr<Carrier>>& carriers;
        Customers& customers;
    };
    Office(Outside& outside, const Node& node, const Phones& phones)
        : Agent{outside, "office"},
          node_{node},
          sites_{phones.sites},
          carriers_{phones.carriers},
          customers_{phones.customers} {}
    /// A customer has got something else than he ordered.
    void correct(const Carton& carton, const PickedLine& piece);
    /// In a thousand rounds, so many take an order that is long over out of memory.
    void set_archiving(int permille) { archiving_ = permille; }
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
    void archive_some(const engine::State& state);
    void match(const engine::State& state, ReturnId id);
    void look_at_cases(const engine::State& state);
    /// What the owner of a case does besides waiting.
    void act(const engine::State& state, const cases::Case& one);
    void approve_bill(const engine::State& state, OrderId order);
    void find_carrier(const engine::State& state, OrderId order);
    /// The resolution, when there is nothing left to do about it.
    std::string_view settled(const engine::State& state, const cases::Case& one);
    /// True the first time.
    bool decide_once(std::string_view what, std::uint64_t id, std::uint64_t state);
    Site& site_of(const engine::State& state, SiteId id) const;

    const Node& node_;
    const std::vector<std::unique_ptr<Site>>& sites_;
    const std::vector<std::unique_ptr<Carrier>>& carriers_;
    Customers& customers_;
    Time until_;
    int archiving_ = 400;
    std::set<std::string> decided_;
};

} // namespace truefill::sim

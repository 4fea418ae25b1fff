/// Who brings what was ordered: on the day, a few days late (and says so, or not), now and then short or with
/// broken pieces among it.
#pragma once

#include "sim/site.h"

#include <string>

namespace truefill::sim {

struct SupplyPlan {
    std::string supply, item, lot;
    Date expires;
    Quantity quantity{};
    Date due;
};

class Supplier final : public Agent {
public:
    Supplier(Outside& outside, std::string name) : Agent{outside, std::move(name)} {}
    /// Announces a purchase order line now and has it brought.
    void promise(const SupplyPlan& plan, Site& to);

private:
    Taken take(const JobOrder&) override { return Taken::refused; }
    void bring(const SupplyPlan& plan, Site& to);
};

} // namespace truefill::sim

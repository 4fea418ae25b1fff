/// A carrier: takes or declines what is tendered, comes for it, tells where it is, and brings it. OWNVAN is
/// the van of the nightly warehouses: it is never asked and has what left without a carrier.
#pragma once

#include "systems/system.h"

namespace truefill::systems {

class Carrier final : public System {
public:
    Carrier(const SystemSetup& setup, const std::atomic<bool>& stop);

private:
    struct Load {
        std::int64_t shipment{};
        std::string tracking;
        Time left;
    };
    bool is_van() const { return setup().code == "OWNVAN"; }
    std::string destination() const override { return is_van() ? "" : "carrier:" + setup().code; }
    void look() override;
    void answer(std::int64_t shipment, Time at);
    void travel(const Load& load);
    void tell(const Load& load, const std::string& status, Time at);
    void deliver(const Load& load, Time at);
};

} // namespace truefill::systems

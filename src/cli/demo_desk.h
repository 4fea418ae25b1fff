/// What the server of a live demo is told about it: the clock, the systems, and the faults that they planted.
#pragma once

#include "api/demo/demo.h"
#include "systems/scaled_clock.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace truefill::cli {

class LiveDesk final : public api::DemoDesk {
public:
    struct Day {
        Time from, until;
        std::uint64_t seed{};
    };
    LiveDesk(std::shared_ptr<systems::ScaledClock> clock, const Day& day);

    api::DemoStatus status() override;
    void change(const api::DemoChange& change) override;
    std::vector<api::PlantedFault> faults() override;

    void set_systems(std::vector<api::DemoSystem> systems);
    /// "planted FAULT TIME ORDER", as a system prints it. Only the first word about a fault counts.
    void take(const std::string& line);
    /// The day is over: its time stands still.
    void end();

private:
    std::shared_ptr<systems::ScaledClock> clock_;
    Day day_;
    std::mutex mutex_;
    bool ended_ = false;
    std::vector<api::DemoSystem> systems_;
    std::vector<api::PlantedFault> faults_;
};

} // namespace truefill::cli

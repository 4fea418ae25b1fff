/// The bank: money of customers comes in, mostly shortly before it is due.
#pragma once

#include "systems/system.h"

namespace truefill::systems {

class Bank final : public System {
public:
    Bank(const SystemSetup& setup, const std::atomic<bool>& stop) : System{"finance", setup, stop} {}

private:
    void look() override;

    Time next_look_;
};

} // namespace truefill::systems

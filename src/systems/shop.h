/// The web shop: hands in what customers ordered, changed and withdrew, each document at its time. One of its
/// customers also orders by EDI, and one order comes by both ways.
#pragma once

#include "orders/commands.h"
#include "systems/script.h"
#include "systems/system.h"

#include <optional>

namespace truefill::systems {

class Shop final : public System {
public:
    Shop(const SystemSetup& setup, const std::atomic<bool>& stop);

private:
    /// Ship notices go to customers by it.
    std::string destination() const override { return "customer"; }
    void look() override;
    void order_twice(orders::PlaceOrder& order, Time at);
    void plan_day();

    connectors::shop::Import import_;
    bool is_planned_ = false;
};

/// The channel by which the order comes once more.
inline constexpr std::string_view twin_prefix = "EDI-";

} // namespace truefill::systems

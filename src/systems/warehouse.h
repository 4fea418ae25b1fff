/// Warehouse systems. Both know their releases from Truefill and their stock not at all: what is to be picked
/// is found on the shelf, but for a few times in a thousand.
#pragma once

#include "systems/system.h"

#include <string>
#include <vector>

namespace truefill::systems {

/// What both have in common: releases in work, and questions about stock.
class Warehouse : public System {
public:
    Warehouse(const SystemSetup& setup, const std::atomic<bool>& stop);

protected:
    struct Release {
        std::uint64_t id{};
        std::string order, stage;
        Time sent_at, acknowledged_at;
        std::int64_t asked_back{};
    };
    /// Units of a line of a release in one bucket.
    struct Units {
        std::uint32_t line{};
        std::string item, lot;
        std::int64_t quantity{};
    };

    std::string destination() const override { return "wms:" + setup().code; }
    bool take(const Job& job) override;
    void look() override;
    /// Once for each look, for each release that is not finished.
    virtual void work(const Release& release) = 0;
    std::vector<Units> units_of(const Release& release, std::string_view bucket);
    /// Every release that is not finished.
    std::vector<Release> releases();

private:
    void count(std::uint64_t job, std::uint32_t count, const std::string& item, const std::string& lot);
    void answer_recall(const Release& release);
};

/// Tells every step when it is taken.
class PromptWarehouse final : public Warehouse {
public:
    using Warehouse::Warehouse;

private:
    void look() override;
    void work(const Release& release) override;
    bool is_silent() const override;
    void heard(Time time) override;
    void acknowledge(const Release& release, Time at);
    void pick(const Release& release, Time at);
    void pack(const Release& release, Time at);
    void look_at_shipments();

    Time seen_;
};

/// Tells once a night what was picked, packed and loaded since the last one, as one message for each release.
class NightlyWarehouse final : public Warehouse {
public:
    using Warehouse::Warehouse;

private:
    void look() override;
    void work(const Release&) override {}
    void night(Time at);
    void state_stock(Time at);
    void ship(const Release& release, Time at);
};

} // namespace truefill::systems

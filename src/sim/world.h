/// A distributor and everybody it works with, from one seed: Truefill on its journal, a shop, warehouses with
/// real shelves, carriers, finance, a supplier, the office. Single-threaded; nothing in it knows the real
/// time.
#pragma once

#include "sim/carrier.h"
#include "sim/finance.h"
#include "sim/gossip.h"
#include "sim/node.h"
#include "sim/office.h"
#include "sim/run.h"
#include "sim/shop.h"
#include "sim/site.h"
#include "sim/supplier.h"
#include "sim/workers.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::sim {

struct WorldSetup {
    std::uint64_t seed{};
    Mood mood{};
    Plant plant{};
    Time start;
    std::unique_ptr<JournalDisk> disk;
    Watch::Pace pace;
    Ratio tax{0, 1};
    std::size_t batch_max{16};
    int mishaps{100}; ///< see Outside
};

class World {
public:
    explicit World(WorldSetup setup);

    void add_site(std::unique_ptr<Site> site);
    Carrier& add_carrier(const std::string& code);
    Site& site(std::string_view code) const;
    const std::vector<std::unique_ptr<Site>>& sites() const { return sites_; }
    Outside& outside() { return outside_; }
    Bus& bus() { return bus_; }
    const Bus& bus() const { return bus_; }
    Goods& goods() { return goods_; }
    const Goods& goods() const { return goods_; }
    Shop& shop() { return *shop_; }
    const Shop& shop() const { return *shop_; }
    Supplier& supplier() { return *supplier_; }
    Finance& finance() { return *finance_; }
    Office& office() { return *office_; }
    Customers& customers() { return *customers_; }
    Node& node() { return *node_; }
    const Node& node() const { return *node_; }
    Watch& watch() { return watch_; }
    JournalDisk& disk() { return *setup_.disk; }
    const WorldSetup& setup() const { return setup_; }

    /// Faults of the mood begin, and incidents to come before a time. Before it the world is set up in peace.
    void let_loose(Time until);
    /// Lets the world run to a time, or until something is wrong. `tick` is called once for each simulated
    /// day.
    void run(Time until, const std::function<void(Time)>& tick = {});
    /// The post is good again, the machine stays up, nobody makes mistakes any more.
    void calm_down();

private:
    void tick();
    void plan_incident(Time when);
    void set_faults();

    WorldSetup setup_;
    Random random_;
    Bus bus_;
    Goods goods_;
    Outside outside_;
    Watch watch_;
    std::unique_ptr<Node> node_;
    std::unique_ptr<Workers> workers_;
    std::unique_ptr<Shop> shop_;
    std::unique_ptr<Supplier> supplier_;
    std::unique_ptr<Finance> finance_;
    std::unique_ptr<Office> office_;
    std::unique_ptr<Customers> customers_;
    std::unique_ptr<Gossip> gossip_;
    std::vector<std::unique_ptr<Site>> sites_;
    std::vector<std::unique_ptr<Carrier>> carriers_;
    bool is_calm_ = false;
};

} // namespace truefill::sim

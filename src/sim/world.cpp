#include "sim/world.h"

#include "base/assert.h"

namespace truefill::sim {
namespace {

constexpr Duration tick_time = minutes(1);

} // namespace

World::World(WorldSetup setup)
    : setup_{std::move(setup)},
      random_{setup_.seed, "world"},
      bus_{setup_.seed, setup_.start},
      outside_{setup_.seed, bus_, goods_, true, setup_.mishaps},
      watch_{setup_.pace} {
    const bool crashing = setup_.mood == Mood::crashing;
    node_ = std::make_unique<Node>(
        NodeSetup{bus_, *setup_.disk, watch_, setup_.plant, setup_.seed, setup_.batch_max, crashing});
    workers_ = std::make_unique<Workers>(outside_, *node_);
    shop_ = std::make_unique<Shop>(outside_);
    supplier_ = std::make_unique<Supplier>(outside_, "supplier");
    finance_ = std::make_unique<Finance>(outside_, setup_.tax);
    customers_ = std::make_unique<Customers>(outside_);
    office_ = std::make_unique<Office>(outside_, *node_, Office::Phones{sites_, carriers_, *customers_});
    customers_->on_wrong(
        [this](const Carton& carton, const PickedLine& piece) { office_->correct(carton, piece); });
    gossip_ = std::make_unique<Gossip>(outside_, *node_);
    workers_->serve("finance", *finance_);
    workers_->serve("customer", *customers_);
    workers_->serve("people", *office_);
    bus_.set_receiver([this](LetterId letter) { node_->receive(letter); });
    node_->on_durable([this] { workers_->poll(); });
    TF_ASSERT(node_->start(), "a new journal can be opened");
    bus_.in(tick_time, [this] { tick(); });
}

void World::add_site(std::unique_ptr<Site> site) {
    workers_->serve("wms:" + site->code(), *site);
    sites_.push_back(std::move(site));
}

Carrier& World::add_carrier(const std::string& code) {
    carriers_.push_back(std::make_unique<Carrier>(outside_, code, sites_, *customers_));
    workers_->serve("carrier:" + code, *carriers_.back());
    return *carriers_.back();
}

Site& World::site(std::string_view code) const {
    for (const auto& site : sites_)
        if (site->code() == code) return *site;
    TF_ASSERT(false, "the site is in this world");
    return *sites_.front();
}

/// Once a minute: a machine that is down is started again, and workers look for jobs whose time has come.
void World::tick() {
    if (!node_->is_up()) {
        if (is_calm_ || random_.chance(400)) node_->start();
    } else {
        workers_->poll();
    }
    bus_.in(tick_time, [this] { tick(); });
}

void World::set_faults() {
    PostFaults post;
    if (setup_.mood == Mood::faulty) {
        post = {60, 60, 50, 30, minutes(2), minutes(5)};
        workers_->set_faults({30, 30});
    } else if (setup_.mood == Mood::crashing) {
        post = {10, 20, 10, 5, seconds(20), minutes(3)};
        workers_->set_faults({10, 10});
    } else {
        return;
    }
    for (const char* source : {"shop", "supplier", "finance", "office"}) bus_.set_faults(source, post);
    for (const auto& site : sites_) bus_.set_faults(site->source(), post);
    for (const auto& carrier : carriers_) bus_.set_faults(carrier->source(), post);
}

void World::let_loose(Time until) {
    set_faults();
    if (setup_.mood == Mood::hostile) gossip_->talk(until, 800);
    if (setup_.mood != Mood::crashing) return;
    const auto incidents = random_.between(6, 12);
    for (std::int64_t count = 0; count < incidents; ++count)
        plan_incident(Time{random_.between(bus_.now().micros, until.micros)});
}

/// Something happens to the machine.
void World::plan_incident(Time when) {
    bus_.at(when, [this, kind = random_.below(8)] {
        switch (kind) {
        case 0: node_->kill(); break;
        case 1:
        case 2:
        case 3: node_->kill_after(static_cast<std::uint64_t>(random_.between(1, 40))); break;
        case 4: setup_.disk->cut_power_soon(static_cast<std::uint64_t>(random_.between(1, 12))); break;
        case 5: setup_.disk->fail_soon(static_cast<std::uint64_t>(random_.between(1, 8))); break;
        case 6:
            setup_.disk->fill_up();
            bus_.in(random_.wait(minutes(10), hours(2)), [this] { setup_.disk->make_room(); });
            break;
        default:
            node_->set_skew(Duration{random_.between(-hours(30).micros, hours(30).micros)});
            bus_.in(random_.wait(hours(1), hours(20)), [this] { node_->set_skew({}); });
        }
    });
}

void World::run(Time until, const std::function<void(Time)>& daily) {
    auto day = date_of(bus_.now());
    while (!bus_.empty() && bus_.next() <= until && watch_.is_clean()) {
        bus_.step();
        if (!daily || date_of(bus_.now()) == day) continue;
        day = date_of(bus_.now());
        daily(bus_.now());
    }
}

void World::calm_down() {
    bus_.heal();
    workers_->set_faults({});
    setup_.disk->make_room();
    node_->set_skew({});
    outside_.rough = false;
    is_calm_ = true;
}

} // namespace truefill::sim

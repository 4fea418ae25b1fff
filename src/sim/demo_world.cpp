#include "sim/demo_world.h"

#include "sim/nightly_site.h"
#include "sim/prompt_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace truefill::sim {
namespace {

struct Warehouse {
    const char *code, *name, *prefix, *countries;
    masterdata::ReleaseMode mode;
    int batch_hour;
    int share; ///< of the stock, in a hundred
};
constexpr Warehouse warehouses[] = {
    {"LEEDS", "Leeds, every step at once", "5060121", "GB IE", masterdata::ReleaseMode::stream, 0, 50},
    {"BRISTOL", "Bristol, nightly batch", "5060122", "GB FR ES PT", masterdata::ReleaseMode::wave, 21, 30},
    {"PERTH", "Perth, nightly batch", "5060123", "GB DE NL", masterdata::ReleaseMode::wave, 22, 20},
};
constexpr const char* carrier_codes[] = {"ROYAL", "PARCELO"};

masterdata::Site site_of(const Warehouse& from) {
    masterdata::Site site;
    site.code = from.code;
    site.name = from.name;
    site.gs1_prefix = from.prefix;
    site.countries = from.countries;
    site.mode = from.mode;
    if (from.mode == masterdata::ReleaseMode::wave) {
        site.cut_off_minutes = 18 * 60;
        site.acknowledge_minutes = 36 * 60;
    }
    site.cost_per_shipment_cents = 250 + from.share;
    return site;
}

masterdata::Catalogue catalogue_of(const connectors::shop::Import& import, Random& random) {
    auto catalogue = connectors::shop::proposed_catalogue(import, {});
    // The file says nothing about terms. A week or two lets money come in while we watch.
    for (auto& customer : catalogue.customers)
        if (customer.payment_days > 0) customer.payment_days = random.chance(500) ? 7 : 14;
    for (const auto& warehouse : warehouses) catalogue.sites.push_back(site_of(warehouse));
    for (const auto* code : carrier_codes) {
        masterdata::Carrier carrier;
        carrier.code = code;
        carrier.name = code;
        carrier.transit_days = code == carrier_codes[0] ? 1 : 2;
        carrier.cost_cents = code == carrier_codes[0] ? 700 : 450;
        carrier.cost_cents_per_kg = 35;
        catalogue.carriers.push_back(std::move(carrier));
    }
    return catalogue;
}

/// What stands in the three warehouses on the first day, and what suppliers will bring: together between
/// three quarters and a little more than the customers will want, so some lines run short for a while and
/// some for good.
class Stocker {
public:
    Stocker(World& world, Random& random, const DemoPlan& plan)
        : world_{world}, random_{random}, plan_{plan} {
        for (std::size_t at = 0; at < std::size(warehouses); ++at) {
            openings_[at].site = warehouses[at].code;
            openings_[at].reference = "opening";
        }
    }

    void add(const connectors::shop::ImportedItem& item) {
        const auto all = item.units_ordered * random_.between(75, 125) / 100 + random_.between(0, 3);
        const auto later = random_.chance(400) ? all * random_.between(20, 50) / 100 : 0;
        auto left = all - later;
        for (std::size_t at = 0; at < std::size(warehouses); ++at) {
            const bool last = at + 1 == std::size(warehouses);
            const auto part = last ? left : (all - later) * warehouses[at].share / 100;
            left -= part;
            open(at, item.code, part);
        }
        if (later > 0) supply(item.code, later);
    }
    void send() {
        for (auto& opening : openings_) world_.shop().open_stock(std::move(opening));
        for (const auto& [plan, site] : supplies_) world_.supplier().promise(plan, *site);
    }

private:
    void open(std::size_t at, const std::string& item, Quantity booked) {
        if (booked <= 0) return;
        inventory::OpeningLine line;
        line.item = item;
        line.quantity = booked;
        openings_[at].lines.push_back(std::move(line));
        auto real = booked;
        if (random_.chance(15)) real = std::max<Quantity>(booked + random_.between(-4, 3), 0); // miscounted
        world_.goods().note_miscount(warehouses[at].code, item, "", real - booked);
        if (real > 0)
            world_.goods().move({Place::outside, "", item, ""}, {Place::shelf, warehouses[at].code, item, ""},
                                real);
    }
    void supply(const std::string& item, Quantity quantity) {
        SupplyPlan plan;
        plan.supply = fmt::format("PO-{}", 7000 + supplies_.size() / 12);
        plan.item = item;
        plan.quantity = quantity;
        plan.due = date_of(plan_.start) + static_cast<std::int32_t>(random_.between(4, 34));
        const auto luck = random_.below(100);
        const auto* code = warehouses[luck < 60 ? 0 : luck < 80 ? 1 : 2].code;
        supplies_.emplace_back(std::move(plan), &world_.site(code));
    }

    World& world_;
    Random& random_;
    DemoPlan plan_;
    std::array<inventory::OpenStock, std::size(warehouses)> openings_;
    std::vector<std::pair<SupplyPlan, Site*>> supplies_;
};

} // namespace

DemoPlan demo_plan(const DemoOptions& options) {
    const Time start = start_of(date_from({2010, 12, 1})) + hours(5);
    // What was ordered last still has to be packed, sent, billed and counted: then the books can be compared.
    constexpr std::int32_t settling_days = 28, whole_days = 42;
    const auto all_days = std::max(options.days, std::min(options.days + settling_days, whole_days));
    const Time end = start + days(all_days) + hours(1);
    return {start, start + days(options.days), end - hours(12), end};
}

std::unique_ptr<World> make_demo_world(const DemoOptions& options, const connectors::shop::Import& import) {
    const auto plan = demo_plan(options);
    WorldSetup setup;
    setup.seed = options.seed;
    setup.mood = options.mood;
    setup.start = plan.start;
    setup.disk = options.keep.empty() ? make_memory_disk() : make_file_disk(options.keep);
    setup.pace = {20'000, 50'000};
    setup.tax = {7, 40}; // 17.5 %
    setup.batch_max = 64;
    setup.mishaps = 40;
    auto world = std::make_unique<World>(std::move(setup));
    Random random{options.seed, "demo_world"};
    for (const auto* code : carrier_codes) world->add_carrier(code);
    auto& van = world->add_carrier("OWNVAN");
    for (const auto& warehouse : warehouses) {
        const SiteSetup site{warehouse.code, warehouse.prefix};
        if (warehouse.mode == masterdata::ReleaseMode::stream)
            world->add_site(std::make_unique<PromptSite>(world->outside(), site));
        else
            world->add_site(std::make_unique<NightlySite>(world->outside(), site, warehouse.batch_hour, van));
    }
    world->shop().load(catalogue_of(import, random));
    world->run(plan.start + minutes(20));
    Stocker stocker{*world, random, plan};
    for (const auto& item : import.items) stocker.add(item);
    stocker.send();
    world->run(plan.start + hours(1));
    connectors::shop::MessageOptions wording;
    wording.event_times = true;
    wording.site = warehouses[0].code;
    auto documents = connectors::shop::messages(import, wording);
    std::erase_if(documents, [&](const auto& one) { return one.message.envelope.event_time > plan.last; });
    world->shop().replay(documents);
    for (const auto& site : world->sites()) site->open_until(plan.end);
    world->office().set_archiving(0); // the figures at the end are about all orders
    world->office().work(plan.end);
    world->customers().set_returns(15);
    return world;
}

void settle(World& world) {
    for (int turn = 0; turn < 240 && (world.bus().unanswered() > 0 || !world.node().is_up()); ++turn)
        world.run(world.bus().now() + minutes(1));
    world.node().flush();
}

} // namespace truefill::sim

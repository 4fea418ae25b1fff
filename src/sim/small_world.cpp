#include "sim/small_world.h"

#include "base/assert.h"
#include "sim/checks.h"
#include "sim/nightly_site.h"
#include "sim/prompt_site.h"

#include <fmt/format.h>

#include <atomic>

namespace truefill::sim {
namespace {

constexpr std::size_t item_count = 20;
constexpr std::size_t customer_count = 12;
constexpr Currency euro{{'E', 'U', 'R'}};
constexpr const char* prompt_code = "LYON";
constexpr const char* catalogue_carriers[] = {"FASTEX", "PARCELO"};
constexpr const char* nightly_codes[] = {"LILLE", "METZ"};

std::string item_code(std::size_t index) { return fmt::format("SKU-{:02}", index + 1); }
bool has_lots(std::size_t index) { return index % 5 == 4; }
std::string lot_code(std::size_t item, std::size_t lot) { return fmt::format("L{:02}{}", item + 1, lot + 1); }

masterdata::Site site_of(const char* code, int number, masterdata::ReleaseMode mode) {
    masterdata::Site site;
    site.code = code;
    site.name = fmt::format("Warehouse {}", code);
    site.gs1_prefix = fmt::format("376012{}", number);
    site.countries = number == 1 ? "FR BE" : "FR DE";
    site.mode = mode;
    site.cut_off_minutes = mode == masterdata::ReleaseMode::wave ? 18 * 60 : 0;
    site.acknowledge_minutes = mode == masterdata::ReleaseMode::wave ? 36 * 60 : 0;
    site.cost_per_shipment_cents = 300 + 50 * number;
    return site;
}

masterdata::Catalogue catalogue_of(Random& random) {
    masterdata::Catalogue catalogue;
    for (std::size_t index = 0; index < item_count; ++index) {
        masterdata::Item item;
        item.code = item_code(index);
        item.description = fmt::format("Article {}", index + 1);
        item.lot_controlled = has_lots(index);
        item.weight_grams = random.between(50, 3000);
        catalogue.items.push_back(std::move(item));
    }
    catalogue.sites.push_back(site_of(prompt_code, 1, masterdata::ReleaseMode::stream));
    for (const auto* code : nightly_codes)
        catalogue.sites.push_back(
            site_of(code, static_cast<int>(catalogue.sites.size()) + 1, masterdata::ReleaseMode::wave));
    for (std::size_t index = 0; index < customer_count; ++index) {
        masterdata::Customer customer;
        customer.code = fmt::format("C-{:02}", index + 1);
        customer.name = fmt::format("Customer {}", index + 1);
        customer.country = index % 3 == 0 ? "DE" : "FR";
        customer.address = "1 Market Street";
        customer.currency = euro;
        customer.payment_days = static_cast<std::int32_t>(random.between(0, 5));
        if (index == 0) customer.credit_limit = Money{Amount{3'000'000'000}, euro};
        if (index == 1) customer.shelf_life_days = 20;
        catalogue.customers.push_back(std::move(customer));
    }
    for (const auto* code : catalogue_carriers) {
        masterdata::Carrier carrier;
        carrier.code = code;
        carrier.name = code;
        carrier.transit_days = catalogue.carriers.empty() ? 1 : 2;
        carrier.cost_cents = catalogue.carriers.empty() ? 900 : 600;
        carrier.cost_cents_per_kg = 40;
        catalogue.carriers.push_back(std::move(carrier));
    }
    return catalogue;
}

/// A lot's expiry; the second lot of an item lives longer.
Date expiry(Date today, std::size_t lot) { return today + (lot == 0 ? 45 : 300); }

/// The book of a site, and beside it what really stands there: miscounted now and then.
inventory::OpenStock open_site(World& world, Random& random, const Site& site, Quantity mean) {
    inventory::OpenStock stock;
    stock.site = site.code();
    stock.reference = "opening";
    const auto today = date_of(world.bus().now());
    for (std::size_t index = 0; index < item_count; ++index)
        for (std::size_t lot = 0; lot < (has_lots(index) ? 2U : 1U); ++lot) {
            inventory::OpeningLine line;
            line.item = item_code(index);
            if (has_lots(index)) {
                line.lot = lot_code(index, lot);
                line.expires = expiry(today, lot);
            }
            line.quantity = random.between(mean / 4, mean);
            auto real = line.quantity;
            if (random.chance(60)) real = std::max<Quantity>(real + random.between(-3, 2), 0);
            if (real > 0)
                world.goods().move({Place::outside, "", line.item, line.lot},
                                   {Place::shelf, site.code(), line.item, line.lot}, real);
            world.goods().note_miscount(site.code(), line.item, line.lot, real - line.quantity);
            if (line.quantity > 0) stock.lines.push_back(std::move(line));
        }
    return stock;
}

void promise_supply(World& world, Random& random, Time start) {
    const auto count = random.between(6, 14);
    for (std::int64_t number = 1; number <= count; ++number) {
        const auto item = random.below(item_count);
        SupplyPlan plan;
        plan.supply = fmt::format("PO-S{}", number);
        plan.item = item_code(item);
        plan.quantity = random.between(10, 60);
        plan.due = date_of(start) + static_cast<std::int32_t>(random.between(2, 9));
        if (has_lots(item)) {
            plan.lot = fmt::format("S{:02}{}", item + 1, number);
            plan.expires = plan.due + 200;
        }
        const auto& sites = world.sites();
        auto& site = *sites[random.below(sites.size())];
        world.bus().at(start + hours(random.between(0, 30)),
                       [&world, plan, &site] { world.supplier().promise(plan, site); });
    }
}

} // namespace

SmallPlan small_plan() {
    const Time start = start_of(date_from({2026, 3, 2})) + hours(5);
    return {start, start + days(11), start + days(27)};
}

std::unique_ptr<World> make_small_world(std::uint64_t seed, Mood mood, Plant plant) {
    static std::atomic<std::uint64_t> worlds{0}; // a name for the disk only: it decides nothing
    const auto plan = small_plan();
    WorldSetup setup;
    setup.seed = seed;
    setup.mood = mood;
    setup.plant = plant;
    setup.start = plan.start;
    setup.disk =
        mood == Mood::crashing ? make_twin_disk(fmt::format("world-{}", ++worlds)) : make_memory_disk();
    auto world = std::make_unique<World>(std::move(setup));
    Random random{seed, "small_world"};
    for (const auto& carrier : catalogue_carriers) world->add_carrier(carrier);
    auto& van = world->add_carrier("OWNVAN");
    world->add_site(std::make_unique<PromptSite>(world->outside(), SiteSetup{prompt_code, "3760121"}));
    int number = 1;
    for (const auto* code : nightly_codes) {
        ++number;
        world->add_site(std::make_unique<NightlySite>(
            world->outside(), SiteSetup{code, fmt::format("376012{}", number)}, 20 + number, van));
    }
    auto catalogue = catalogue_of(random);
    ShopPlan shop;
    for (const auto& item : catalogue.items) shop.items.push_back(item.code);
    for (const auto& customer : catalogue.customers) shop.customers.push_back(customer.code);
    shop.currency = euro;
    shop.first = plan.start + hours(2);
    shop.last = plan.start + days(10);
    shop.orders = static_cast<std::size_t>(random.between(60, 150));
    world->shop().load(std::move(catalogue));
    world->run(plan.start + minutes(20));
    const auto mean = static_cast<Quantity>(shop.orders) / 2;
    for (const auto& site : world->sites()) world->shop().open_stock(open_site(*world, random, *site, mean));
    world->run(plan.start + minutes(40));
    promise_supply(*world, random, plan.start + hours(1));
    world->shop().sell(shop);
    return world;
}

void run_small_world(World& world) {
    const auto plan = small_plan();
    for (const auto& site : world.sites()) site->open_until(plan.end - days(3));
    world.office().work(plan.end - days(1));
    world.customers().set_returns(40);
    world.let_loose(plan.last);
    world.run(plan.last);
    world.calm_down();
    world.run(plan.end);
    check_end(world);
}

} // namespace truefill::sim

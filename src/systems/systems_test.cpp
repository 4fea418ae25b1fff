#include "orders/commands.h"
#include "systems/scaled_clock.h"
#include "systems/script.h"
#include "systems/truefill.h"

#include <doctest/doctest.h>

namespace truefill::systems {
namespace {

const Time morning = start_of(date_from({2010, 12, 2})) + hours(8);

connectors::shop::ImportedOrder order(std::string number, Duration after, std::int64_t quantity) {
    connectors::shop::ImportedOrder made;
    made.number = std::move(number);
    made.ordered_at = morning + after;
    made.customer = "C" + made.number;
    for (std::int32_t line = 1; line <= 3; ++line) {
        connectors::shop::ImportedLine one;
        one.quantity = quantity;
        one.unit_price = Amount{2'000'000};
        made.lines.push_back(one);
    }
    return made;
}

connectors::shop::Import import_of(std::vector<connectors::shop::ImportedOrder> orders) {
    connectors::shop::Import import;
    for (const auto& one : orders) {
        connectors::shop::ImportedCustomer customer;
        customer.code = one.customer;
        customer.house_account = one.number == "HOUSE";
        import.customers.push_back(customer);
    }
    import.orders = std::move(orders);
    return import;
}

TEST_CASE("a paused world stands still, and its time never jumps when the pace changes") {
    ScaledClock clock{{morning, 60, true}};
    CHECK(clock.now() == morning);
    clock.set_speed(7'200);
    CHECK(clock.now() == morning);
    CHECK(clock.pace().speed == 7'200);
    clock.pause(false);
    const auto first = clock.now();
    CHECK(first >= morning);
    clock.set_speed(1);
    CHECK(clock.now() >= first);
    clock.pause(true);
    const auto stands = clock.now();
    CHECK(clock.now() == stands);
    clock.set({morning + hours(3), 60, true});
    CHECK(clock.now() == morning + hours(3));
}

TEST_CASE("the key account has the greatest order of a named customer in the first hours") {
    const auto import = import_of({order("EARLY", minutes(10), 900), order("SMALL", hours(1), 5),
                                   order("GREAT", hours(2), 50), order("HOUSE", hours(2), 500),
                                   order("LATE", hours(5), 900)});
    const auto* key = key_order(import, morning);
    REQUIRE(key);
    CHECK(key->number == "GREAT");
    CHECK(value_of(*key) == Amount{300'000'000});
}

TEST_CASE("another customer's order comes twice, not in the first hour and a half") {
    const auto import = import_of({order("FIRST", hours(1), 5), order("GREAT", hours(2), 50),
                                   order("HOUSE", minutes(130), 5), order("TWICE", minutes(140), 5)});
    const auto* twin = doubled_order(import, morning);
    REQUIRE(twin);
    CHECK(twin->number == "TWICE");
    CHECK(doubled_order(import_of({}), morning) == nullptr);
    CHECK(key_order(import_of({}), morning) == nullptr);
}

TEST_CASE("a letter has the name, the key and the body of its command") {
    orders::CancelLines command;
    command.order = "SO-1";
    command.line = 2;
    const auto made = letter("cancel/SO-1", morning, command);
    CHECK(made.command == "orders.cancel_lines");
    CHECK(made.key == "cancel/SO-1");
    CHECK(made.body == R"({"order":"SO-1","line":2})");
    CHECK(made.at == morning);
}

} // namespace
} // namespace truefill::systems

#include "api/outbound/lanes.h"

#include <doctest/doctest.h>

#include <future>
#include <vector>

namespace truefill::api {

TEST_CASE("a receiver that does not answer holds up nobody else") {
    std::promise<void> answer, began, told;
    const auto silent = answer.get_future().share();
    Lanes lanes{2};
    REQUIRE(lanes.give("dead.example", [&] {
        began.set_value();
        silent.wait();
    }));
    began.get_future().wait();
    REQUIRE(lanes.give("dead.example", [&] { silent.wait(); }));
    REQUIRE(lanes.give("well.example", [&] { told.set_value(); }));
    told.get_future().wait(); // hangs when one waits for the other
    CHECK(lanes.is_busy("dead.example"));
    answer.set_value();
    lanes.stop();
}

TEST_CASE("what is for one receiver goes out in its order, one after the other") {
    std::vector<int> order; // no lock: two at once would be seen by the thread sanitizer
    std::promise<void> done;
    Lanes lanes{4};
    for (int i = 0; i < 100; ++i)
        REQUIRE(lanes.give("one.example", [&, i] {
            order.push_back(i);
            if (i == 99) done.set_value();
        }));
    done.get_future().wait();
    lanes.stop();
    REQUIRE(order.size() == 100);
    for (int i = 0; i < 100; ++i) CHECK(order[static_cast<std::size_t>(i)] == i);
    CHECK_FALSE(lanes.give("one.example", [] {}));
}

TEST_CASE("a lane takes no more than its bound") {
    std::promise<void> answer;
    const auto silent = answer.get_future().share();
    Lanes lanes{1};
    std::size_t taken = 0;
    while (lanes.give("dead.example", [silent] { silent.wait(); })) ++taken;
    CHECK(taken >= Lanes::waiting_max);
    CHECK(taken <= Lanes::waiting_max + 1);
    answer.set_value();
    lanes.stop();
}

} // namespace truefill::api

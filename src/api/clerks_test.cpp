#include "api/clerks.h"

#include <doctest/doctest.h>

#include <future>

namespace truefill::api {

TEST_CASE("who has enough to do takes no more") {
    std::promise<void> go_on;
    std::promise<void> began;
    int done = 0;
    Clerks clerks{1};
    REQUIRE(clerks.try_give(2, [&, waits = go_on.get_future().share()] {
        began.set_value();
        waits.wait();
        ++done;
    }));
    began.get_future().wait(); // he has it in his hands
    CHECK(clerks.try_give(2, [&] { ++done; }));
    CHECK(clerks.try_give(2, [&] { ++done; }));
    CHECK_FALSE(clerks.try_give(2, [&] { ++done; }));
    go_on.set_value();
    clerks.stop();
    CHECK(done == 3);
}

} // namespace truefill::api

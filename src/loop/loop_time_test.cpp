#include "loop/loop_fixture.h"

#include <doctest/doctest.h>

using namespace truefill;
using namespace truefill::loop;

namespace {

/// A fact that waits for an order that never comes: its deadline is `engine::precursor_wait` away.
engine::Message waiting_fact(int n) {
    engine::PutAside aside;
    aside.key = "order:NEVER-" + std::to_string(n);
    aside.command = "orders.lift_hold";
    aside.body = R"({"hold":1})";
    aside.sentence = "there is no such order";
    return message("fact-" + std::to_string(n), engine::FlowCommand{aside});
}

std::int64_t journaled_repeats(Loop& loop) {
    return loop.read([](const engine::State& state) { return state.flow.duplicates; }).value();
}

} // namespace

TEST_CASE("when a deadline comes, time is advanced once, by the clock of the loop") {
    Network network;
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());
    REQUIRE(loop->call(waiting_fact(1)).has_value());
    network.clock.advance(engine::precursor_wait - hours(1));
    std::this_thread::sleep_for(a_moment);
    CHECK(network.journal.count("engine.advance_time") == 0);

    network.clock.advance(hours(2));
    REQUIRE(eventually([&] { return network.journal.count("engine.advance_time") > 0; }));
    std::this_thread::sleep_for(a_moment);
    CHECK(network.journal.count("engine.advance_time") == 1);
    const auto now = loop->read([](const engine::State& state) { return state.flow.now; }).value();
    CHECK(now == morning + engine::precursor_wait + hours(1));
}

TEST_CASE("work that was put off is continued while messages keep coming") {
    Network network;
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());
    engine::DeferWork work;
    for (int n = 0; n < 30; ++n) work.work.push_back({"orders.lift_hold", R"({"hold":1})"});
    REQUIRE(loop->call(message("work", engine::FlowCommand{work})).has_value());
    Answers answers;
    for (int n = 1; n <= 300; ++n) loop->submit(order(n), &answers);
    answers.wait_for(300);
    REQUIRE(eventually([&] { return network.journal.count(R"("engine.continue_work")") >= 2; }));
    loop->stop(Stop::drain);
    CHECK(!network.engine.work_deferred());
}

TEST_CASE("repeats are counted and journaled once for each source and hour, and at the end") {
    Network network;
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());
    for (int n = 0; n < 5; ++n) CHECK(loop->call(catalogue())->outcome == engine::Outcome::duplicate);
    std::this_thread::sleep_for(a_moment);
    CHECK(journaled_repeats(*loop) == 0);
    network.clock.advance(hours(1));
    REQUIRE(eventually([&] { return journaled_repeats(*loop) == 5; }));
    CHECK(network.journal.count("engine.count_duplicates") == 1);

    for (int n = 0; n < 3; ++n) CHECK(loop->call(catalogue())->outcome == engine::Outcome::duplicate);
    loop->stop(Stop::drain);
    CHECK(network.engine.state().flow.duplicates == 8);
    CHECK(network.journal.count("engine.count_duplicates") == 2);
}

TEST_CASE("record time does not go back when the clock does") {
    Network network;
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());
    network.clock.advance(-hours(5));
    REQUIRE(loop->call(order(1)).has_value());
    CHECK(loop->read([](const engine::State& state) { return state.flow.now; }).value() == morning);
}

TEST_CASE("after the clock went back, what is due by record time comes at once") {
    Network network;
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());
    network.clock.advance(-hours(5));
    orders::PlaceHold hold;
    hold.scope = ledger::HoldScope::customer;
    hold.customer = "ACME";
    hold.reason = "call them first";
    hold.blocks = {ledger::Trigger::release};
    hold.expires_at = morning - hours(1);
    REQUIRE(loop->call(message("hold", orders::Command{hold}))->outcome == engine::Outcome::committed);
    CHECK(eventually([&] {
        return loop->read([](const engine::State& state) { return state.ledger.holds().empty(); }).value();
    }));
    CHECK(network.journal.count("orders.hold_lifted") == 1);
    CHECK(network.clock.now() == morning - hours(5));
}

#include "loop/loop_fixture.h"

#include <doctest/doctest.h>

using namespace truefill;
using namespace truefill::loop;

namespace {

const journal::Fault disk_is_gone{journal::FaultKind::io, "The disk does not answer."};

FaultKind kind_of(const Answer& answer) {
    REQUIRE(!answer.has_value());
    return answer.error().kind;
}

} // namespace

TEST_CASE("a failed append is told to everybody in flight and to everybody after") {
    Network network;
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());
    network.journal.hold(true);
    Answers answers;
    for (int n = 1; n <= 100; ++n) loop->submit(order(n), &answers);
    network.journal.wait_for_append(2);
    std::optional<Fault> read_fault;
    Waiter<bool> read_done;
    loop->look([](const engine::State&) {},
               [&](std::optional<Fault> fault) {
                   read_fault = std::move(fault);
                   read_done.set(true);
               });
    network.journal.fail_appends(disk_is_gone);
    network.journal.hold(false);

    for (const auto& one : answers.wait_for(100)) CHECK(kind_of(one.answer) == FaultKind::journal_failed);
    read_done.wait();
    REQUIRE(read_fault.has_value());
    CHECK(read_fault->kind == FaultKind::journal_failed);
    CHECK(loop->failed());
    CHECK(network.alarms == 1);

    const auto after = loop->call(order(101));
    CHECK(kind_of(after) == FaultKind::journal_failed);
    CHECK(after.error().sentence.find("The disk does not answer.") != std::string::npos);
    CHECK(!loop->read([](const engine::State&) { return 1; }).has_value());
    CHECK(loop->durable() == 1);
    CHECK(network.journal.end() == 1);
    loop->stop(Stop::drain);
    CHECK(network.alarms == 1);
}

TEST_CASE(
    "after a failed append a new start goes on from the disk, and reads only until a test write succeeds") {
    Network network;
    {
        const auto loop = network.start();
        REQUIRE(loop->call(catalogue()).has_value());
        network.journal.fail_appends(disk_is_gone);
        CHECK(kind_of(loop->call(order(1))) == FaultKind::journal_failed);
    }
    engine::Engine engine;
    REQUIRE(restore(engine, network.journal).has_value());
    network.journal.fail_puts(disk_is_gone);
    const auto loop = std::make_unique<Loop>(Ports{engine, network.journal, network.clock}, network.options);
    CHECK(kind_of(loop->call(order(1))) == FaultKind::read_only);
    CHECK(loop->read([](const engine::State& state) { return state.flow.position; }).value() == 1);
    CHECK(!loop->failed());

    network.journal.fail_appends(std::nullopt);
    network.journal.fail_puts(std::nullopt);
    REQUIRE(eventually([&] { return !loop->closed(); }));
    const auto placed = loop->call(order(1));
    REQUIRE(placed.has_value());
    CHECK(placed->position == 2);
}

TEST_CASE("little space on the disk closes the door before an append fails, and more space opens it") {
    Network network;
    std::atomic<std::uint64_t> free{std::uint64_t{600} << 20};
    network.disk_space = [&] { return std::optional{free.load()}; };
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());

    free = std::uint64_t{400} << 20;
    REQUIRE(eventually([&] { return loop->closed().has_value(); }));
    const auto refused = loop->call(order(1));
    CHECK(kind_of(refused) == FaultKind::disk_low);
    CHECK(refused.error().sentence.find("400 MB") != std::string::npos);
    CHECK(refused.error().sentence.find("1024 MB") != std::string::npos);
    CHECK(loop->read([](const engine::State& state) { return state.flow.position; }).value() == 1);
    network.clock.advance(hours(3)); // Nothing of its own is written either.
    std::this_thread::sleep_for(a_moment);
    CHECK(network.journal.end() == 1);

    const auto fact = loop->call(delivered(1)); // what has happened is taken all the same
    REQUIRE_MESSAGE(fact.has_value(), fact.error().sentence);
    CHECK(network.journal.end() == 2);
    CHECK(network.journal.record(2).find("shipping.confirm_delivery") != std::string::npos);

    free = std::uint64_t{100} << 20;
    REQUIRE(eventually([&] { return loop->closed()->kind == FaultKind::disk_full; }));
    CHECK(kind_of(loop->call(delivered(2))) == FaultKind::disk_full);
    CHECK(kind_of(loop->call(order(1))) == FaultKind::disk_full);

    free = std::uint64_t{700} << 20;
    std::this_thread::sleep_for(a_moment);
    CHECK(kind_of(loop->call(order(1))) == FaultKind::disk_full);
    free = std::uint64_t{2} << 30;
    REQUIRE(eventually([&] { return !loop->closed(); }));
    CHECK(loop->call(order(1)).has_value());
}

TEST_CASE("a system that does not say how much space is left closes nothing") {
    Network network;
    network.disk_space = [] { return std::optional<std::uint64_t>{}; };
    const auto loop = network.start();
    CHECK(loop->call(catalogue()).has_value());
}

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

namespace {

SideChange key_row(std::string key, std::function<void(std::optional<Fault>)> then = {}) {
    return {"person_keys", {{std::move(key), "secret"}}, {}, std::move(then)};
}

std::size_t keys_in(journal::Journal& journal) {
    const auto rows = journal.list("person_keys");
    REQUIRE(rows.has_value());
    return rows->size();
}

} // namespace

TEST_CASE("a row of a side table is durable before the record of a message that was sent after it") {
    Network network;
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());
    network.journal.hold(true);
    Answers answers;
    loop->submit(order(1), &answers);
    network.journal.wait_for_append(2);
    const auto before = network.journal.side_changes();
    for (int n = 0; n < 50; ++n) {
        loop->change_side(key_row("k-" + std::to_string(n)));
        loop->submit(order(n + 2), &answers);
    }
    CHECK(network.journal.side_changes() == before);
    network.journal.hold(false);
    answers.wait_for(51);
    CHECK(keys_in(network.journal) == 50);
    CHECK(network.journal.side_changes() - before <= 3); // one wait for the disk for many rows
}

TEST_CASE("when a row cannot be stored, the record that needs it is not stored either") {
    Network network;
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());
    network.journal.hold(true);
    Answers first, second;
    loop->submit(order(1), &first);
    network.journal.wait_for_append(2);
    Waiter<std::optional<Fault>> told;
    loop->change_side(key_row("k-1", [&](std::optional<Fault> fault) { told.set(std::move(fault)); }));
    loop->submit(order(2), &second);
    network.journal.fail_puts(disk_is_gone);
    network.journal.hold(false);
    CHECK(first.wait_for(1).front().answer.has_value());
    CHECK(kind_of(second.wait_for(1).front().answer) == FaultKind::journal_failed);
    CHECK(told.wait().has_value());
    CHECK(network.journal.end() == 2);
    CHECK(keys_in(network.journal) == 0);
}

TEST_CASE("an idle loop changes side tables too, in order, and tells it") {
    Network network;
    const auto loop = network.start();
    loop->change_side(key_row("k-1"));
    loop->change_side(key_row("k-2"));
    Waiter<std::optional<Fault>> told;
    loop->change_side({"person_keys", {}, {"k-1", "nobody"}, [&](std::optional<Fault> fault) {
                           told.set(std::move(fault));
                       }});
    CHECK_FALSE(told.wait().has_value());
    CHECK(keys_in(network.journal) == 1);
    loop->change_side(key_row("k-3"));
    loop->stop(Stop::drain);
    CHECK(keys_in(network.journal) == 2);
    bool refused = false;
    loop->change_side(key_row("k-4", [&](std::optional<Fault> fault) { refused = fault.has_value(); }));
    CHECK(refused);
    CHECK(keys_in(network.journal) == 2);
}

TEST_CASE("a side table is changed while intents are refused for want of space") {
    Network network;
    network.disk_space = [] { return std::optional<std::uint64_t>{DiskMarks{}.low_bytes - 1}; };
    const auto loop = network.start();
    REQUIRE(eventually([&] { return loop->closed().has_value(); }));
    Waiter<std::optional<Fault>> told;
    loop->change_side(
        {"person_keys", {}, {"k-1"}, [&](std::optional<Fault> fault) { told.set(std::move(fault)); }});
    CHECK_FALSE(told.wait().has_value());
}

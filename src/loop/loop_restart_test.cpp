/// What was promised before a restart is kept after it: from the records alone, and from a snapshot and the
/// tail.
#include "loop/follower.h"
#include "loop/loop_fixture.h"

#include <doctest/doctest.h>

using namespace truefill;
using namespace truefill::loop;

namespace {

/// Another life of the same journal.
struct NextLife {
    explicit NextLife(Network& before, const std::string& snapshots = {}) : clock{before.clock.now()} {
        auto done = restore(engine, before.journal, {.snapshots = snapshots, .progress = {}});
        REQUIRE_MESSAGE(done.has_value(), done.error().sentence);
        restored = *done;
        CHECK(engine.state().digest() == before.engine.state().digest());
        loop = std::make_unique<Loop>(Ports{engine, before.journal, clock}, before.options);
    }
    engine::Engine engine;
    ManualClock clock;
    Restored restored;
    std::unique_ptr<Loop> loop;
};

engine::Message cancel(int n) {
    orders::CancelLines command;
    command.order = "SO-" + std::to_string(n);
    command.reason = "customer";
    return message("cancel-" + std::to_string(n), orders::Command{command});
}

Quantity cancelled(Loop& loop, const std::string& number) {
    return loop
        .read([&](const engine::State& state) {
            return state.ledger.order(state.ledger.find_number(number)).quantity(ledger::Pipeline::cancelled);
        })
        .value();
}

} // namespace

TEST_CASE("a message that was answered before the restart is a repeat after it, at the same position") {
    const Folder folder;
    Network network;
    network.fill(40);
    std::string snapshots;
    SUBCASE("from the records") {}
    SUBCASE("from a snapshot and the records after it") {
        snapshots = folder.path();
        REQUIRE(write_snapshot(snapshots, network.engine, network.journal.head()).has_value());
    }
    Position of_refusal = 0;
    {
        const auto loop = network.start();
        REQUIRE(loop->call(order(41)).has_value());
        auto refused = order(41);
        refused.envelope.message_id = "again";
        const auto answer = loop->call(refused);
        REQUIRE(answer->outcome == engine::Outcome::refused);
        of_refusal = answer->position;
    }
    const NextLife life{network, snapshots};
    CHECK(life.restored.from_snapshot == (snapshots.empty() ? 0U : 41U));
    const auto end = network.journal.end();
    for (const int n : {1, 40, 41}) {
        const auto answer = life.loop->call(order(n));
        REQUIRE(answer.has_value());
        CHECK(answer->outcome == engine::Outcome::duplicate);
        CHECK(answer->position == static_cast<Position>(n) + 1);
    }
    auto refused = order(41);
    refused.envelope.message_id = "again";
    const auto answer = life.loop->call(refused);
    CHECK(answer->outcome == engine::Outcome::duplicate);
    CHECK(answer->was_refused);
    CHECK(answer->position == of_refusal);
    CHECK(network.journal.end() == end);
}

TEST_CASE("a message that waits for its precursor goes on after a restart, or becomes a case in time") {
    const Folder folder;
    Network network;
    network.fill(3);
    std::string snapshots;
    SUBCASE("the precursor comes") {}
    SUBCASE("the precursor comes after a snapshot") { snapshots = folder.path(); }
    {
        const auto loop = network.start();
        REQUIRE(loop->call(cancel(9))->outcome == engine::Outcome::waiting);
    }
    if (!snapshots.empty())
        REQUIRE(write_snapshot(snapshots, network.engine, network.journal.head()).has_value());
    const NextLife life{network, snapshots};
    REQUIRE(life.loop->call(order(9)).has_value());
    CHECK(cancelled(*life.loop, "SO-9") == 1 + 9 % 7);
    CHECK(life.loop->read([](const auto& state) { return state.flow.waiting.size(); }).value() == 0);
}

TEST_CASE("a message that waits in vain through a restart becomes a case when its deadline comes") {
    Network network;
    network.fill(3);
    REQUIRE(network.start()->call(cancel(9))->outcome == engine::Outcome::waiting);
    NextLife life{network};
    CHECK(network.journal.count("fact_waiting") == 0);
    life.clock.advance(engine::precursor_wait + hours(1));
    CHECK(eventually([&] { return network.journal.count("fact_waiting") == 1; }));
    CHECK(life.loop->read([](const auto& state) { return state.flow.waiting.size(); }).value() == 0);
}

TEST_CASE("work that was put off before a restart is done after it") {
    Network network;
    network.fill(1);
    {
        engine::DeferWork work;
        for (int n = 0; n < 45; ++n) work.work.push_back({"orders.lift_hold", R"({"hold":1})"});
        auto sent = message("work", engine::FlowCommand{work});
        std::string record;
        network.engine.handle(sent, morning, record);
        journal::Batch batch;
        batch.first = 3;
        batch.bytes = record;
        batch.ends.push_back(static_cast<std::uint32_t>(record.size()));
        journal::seal(batch, network.journal.head());
        REQUIRE(network.journal.append(batch).has_value());
    }
    NextLife life{network};
    CHECK(eventually([&] {
        return life.loop->read([](const auto& state) { return state.flow.deferred.empty(); }).value();
    }));
    CHECK(network.journal.count(R"("engine.continue_work")") == 3);
}

TEST_CASE("many lives, each ended in the middle, come to the same state as their journal") {
    const Folder folder;
    Network network; // only its journal is used after the beginning
    network.fill(1);
    int placed = 1;
    for (int life = 0; life < 8; ++life) {
        engine::Engine live, replayed;
        REQUIRE(restore(live, network.journal, {.snapshots = folder.path(), .progress = {}}).has_value());
        Loop loop{Ports{live, network.journal, network.clock}, network.options};
        Answers answers;
        for (int n = 1; n <= 50; ++n) loop.submit(order(placed + n), &answers);
        loop.stop(life % 2 == 0 ? Stop::drain : Stop::abandon);
        answers.wait_for(50);
        placed = static_cast<int>(network.journal.end()) - 1; // what was not taken is sent again
        if (life % 3 == 0) REQUIRE(write_snapshot(folder.path(), live, network.journal.head()).has_value());
        REQUIRE(restore(replayed, network.journal).has_value());
        REQUIRE(replayed.state().digest() == live.state().digest());
    }
    CHECK(placed >= 200);
    CHECK(verify_chain(network.journal).value() == network.journal.end());
}

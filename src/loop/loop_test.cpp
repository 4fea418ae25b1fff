#include "loop/loop.h"

#include "loop/loop_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace truefill;
using namespace truefill::loop;

TEST_CASE("nobody hears of a result before its batch is durable") {
    Network network;
    network.journal.hold(true);
    const auto loop = network.start();
    Answers answers;
    loop->submit(catalogue(), &answers, 7);
    network.journal.wait_for_append(1);
    std::this_thread::sleep_for(a_moment);
    CHECK(answers.size() == 0);
    CHECK(loop->durable() == 0);

    network.journal.hold(false);
    const auto told = answers.wait_for(1);
    CHECK(told[0].ticket == 7);
    REQUIRE(told[0].answer.has_value());
    CHECK(told[0].answer->outcome == engine::Outcome::committed);
    CHECK(told[0].answer->position == 1);
    CHECK(loop->durable() == 1);
    CHECK(network.journal.end() == 1);
}

TEST_CASE("answers come in the order of the messages, refusals and repeats among them") {
    Network network;
    const auto loop = network.start();
    Answers answers;
    loop->submit(catalogue(), &answers, 0);
    std::vector<engine::Message> messages;
    for (int n = 1; n <= 300; ++n) {
        messages.push_back(order(n));
        if (n % 10 == 0) messages.push_back(order(n));
        if (n % 15 == 0) {
            auto again = order(n);
            again.envelope.message_id += "-other"; // the same order number under another message
            messages.push_back(again);
        }
    }
    const auto count = messages.size();
    loop->submit_many(messages, &answers, 1);
    const auto told = answers.wait_for(count + 1);
    Position last = 0;
    int repeats = 0, refusals = 0;
    for (std::size_t i = 0; i < told.size(); ++i) {
        REQUIRE(told[i].ticket == i);
        REQUIRE(told[i].answer.has_value());
        const auto& result = *told[i].answer;
        if (result.outcome == engine::Outcome::duplicate) {
            ++repeats;
            CHECK(result.position == last);
            continue;
        }
        CHECK(result.position == last + 1);
        last = result.position;
        if (result.outcome == engine::Outcome::refused) {
            ++refusals;
            REQUIRE(result.refusal.has_value());
            CHECK(!result.refusal->code.empty());
        }
    }
    CHECK(repeats == 30);
    CHECK(refusals == 20);
    CHECK(network.journal.end() == last);
}

TEST_CASE("while one batch is being made durable, the next one grows, and one commit serves it") {
    Network network;
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());
    network.journal.hold(true);
    Answers answers;
    loop->submit(order(1), &answers, 1);
    network.journal.wait_for_append(2);
    for (int n = 2; n <= 500; ++n) loop->submit(order(n), &answers, static_cast<std::uint64_t>(n));
    // The engine has them all before the first is on the disk.
    REQUIRE(eventually(
        [&] { return loop->try_submit(*std::make_unique<engine::Message>(order(501)), nullptr); }));
    std::this_thread::sleep_for(a_moment);
    network.journal.hold(false);
    answers.wait_for(500);
    CHECK(network.journal.appends() < 20);
}

TEST_CASE("a repeat in flight waits for the original") {
    Network network;
    network.journal.hold(true);
    const auto loop = network.start();
    Answers answers;
    loop->submit(catalogue(), &answers, 1);
    network.journal.wait_for_append(1);
    loop->submit(catalogue(), &answers, 2);
    std::this_thread::sleep_for(a_moment);
    CHECK(answers.size() == 0);
    network.journal.hold(false);
    const auto told = answers.wait_for(2);
    CHECK(told[0].answer->outcome == engine::Outcome::committed);
    CHECK(told[1].answer->outcome == engine::Outcome::duplicate);
    CHECK(told[1].answer->position == told[0].answer->position);
}

TEST_CASE("a read sees what was answered, and is told only when what it saw is durable") {
    Network network;
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());
    CHECK(loop->read([](const engine::State& state) { return state.flow.position; }).value() == 1);

    network.journal.hold(true);
    loop->submit(order(1), nullptr);
    network.journal.wait_for_append(2);
    std::atomic<Position> seen{0};
    Waiter<std::optional<Fault>> told;
    std::atomic<bool> is_told{false};
    loop->look([&](const engine::State& state) { seen = state.flow.position; },
               [&](std::optional<Fault> fault) {
                   is_told = true;
                   told.set(std::move(fault));
               });
    REQUIRE(eventually([&] { return seen == 2; }));
    std::this_thread::sleep_for(a_moment);
    CHECK(!is_told);
    network.journal.hold(false);
    CHECK(!told.wait().has_value());
    CHECK(loop->durable() == 2);
}

TEST_CASE("a full intake makes producers wait until the disk comes along") {
    Network network;
    network.options.intake_max = 8;
    network.options.ahead_bytes_max = 4'000;
    network.journal.hold(true);
    const auto loop = network.start();
    Answers answers;
    std::atomic<int> submitted{0};
    std::thread producer{[&] {
        loop->submit(catalogue(), &answers);
        for (int n = 1; n <= 2'000; ++n) {
            loop->submit(order(n), &answers);
            ++submitted;
        }
    }};
    network.journal.wait_for_append(1);
    int before = -1;
    REQUIRE(eventually([&] {
        std::this_thread::sleep_for(a_moment);
        return std::exchange(before, submitted.load()) == submitted;
    }));
    CHECK(submitted < 500);
    engine::Message one_more = order(3'000);
    CHECK(!loop->try_submit(one_more, &answers));
    CHECK(one_more.envelope.message_id == "m-3000");
    network.journal.hold(false);
    producer.join();
    answers.wait_for(2'001);
    CHECK(network.journal.end() == 2'001);
}

TEST_CASE("a stop with drain handles and answers all that was taken") {
    Network network;
    const auto loop = network.start();
    Answers answers;
    loop->submit(catalogue(), &answers);
    for (int n = 1; n <= 400; ++n) loop->submit(order(n), &answers);
    loop->stop(Stop::drain);
    CHECK(answers.size() == 401);
    CHECK(network.journal.end() == 401);

    loop->submit(order(401), &answers);
    const auto late = answers.wait_for(402).back().answer;
    REQUIRE(!late.has_value());
    CHECK(late.error().kind == FaultKind::stopped);
    CHECK(!loop->read([](const engine::State&) { return 1; }).has_value());
    loop->stop(Stop::drain);
}

TEST_CASE("an abandoned loop answers everybody once, and what it confirmed is in the journal") {
    Network network;
    network.journal.hold(true);
    network.options.ahead_bytes_max = 4'000;
    auto loop = network.start();
    Answers answers;
    loop->submit(catalogue(), &answers, 0);
    for (int n = 1; n <= 1'000; ++n) loop->submit(order(n), &answers, static_cast<std::uint64_t>(n));
    std::thread release{[&] {
        std::this_thread::sleep_for(a_moment);
        network.journal.hold(false);
    }};
    loop->stop(Stop::abandon);
    release.join();
    const auto told = answers.wait_for(1'001);
    CHECK(told.size() == 1'001);
    std::vector<std::uint64_t> tickets;
    Position confirmed = 0, refused = 0;
    for (const auto& one : told) {
        tickets.push_back(one.ticket);
        if (one.answer) confirmed = std::max(confirmed, one.answer->position);
        else ++refused;
    }
    std::ranges::sort(tickets);
    for (std::size_t i = 0; i < tickets.size(); ++i) REQUIRE(tickets[i] == i);
    CHECK(refused > 0);
    CHECK(network.journal.end() == confirmed);
    CHECK(confirmed + refused == 1'001);
}

TEST_CASE("many producers at once lose nothing") {
    Network network;
    network.options.intake_max = 32;
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());
    constexpr int producers = 4, each = 300;
    std::vector<Answers> answers(producers);
    std::vector<std::thread> threads;
    for (int p = 0; p < producers; ++p)
        threads.emplace_back([&, p] {
            for (int n = 0; n < each; ++n) {
                loop->submit(order(p * each + n), &answers[static_cast<std::size_t>(p)],
                             static_cast<std::uint64_t>(n));
                if (n % 50 == 0)
                    CHECK(loop->read([](const auto& state) { return state.flow.position; }).has_value());
            }
        });
    for (auto& thread : threads) thread.join();
    for (auto& mine : answers) {
        const auto told = mine.wait_for(each);
        for (std::size_t i = 0; i < told.size(); ++i) REQUIRE(told[i].ticket == i);
    }
    CHECK(network.journal.end() == 1 + producers * each);
    loop->stop(Stop::drain);
    CHECK(verify_chain(network.journal).value() == 1 + producers * each);
}

TEST_CASE("a message is handled only if its condition holds in its own turn") {
    Network network;
    const auto loop = network.start();
    REQUIRE(loop->call(catalogue()).has_value());
    Answers answers;
    // Each wants to be the first one; they stand in the intake together.
    const Condition is_first = [](const engine::State& state, const Asked&) {
        return state.ledger.orders().issued() == 0;
    };
    std::vector<engine::Message> many;
    for (int i = 1; i <= 3; ++i) many.push_back(order(i));
    loop->submit_many(many, &answers, 1, is_first);
    auto one = order(4);
    while (!loop->try_submit(one, &answers, 4, is_first)) std::this_thread::sleep_for(a_moment);
    auto told = answers.wait_for(4);
    std::ranges::sort(told, {}, &Answers::One::ticket);
    REQUIRE(told[0].answer.has_value());
    CHECK(told[0].answer->outcome == engine::Outcome::committed);
    for (std::size_t i = 1; i < told.size(); ++i) {
        REQUIRE_FALSE(told[i].answer.has_value());
        CHECK(told[i].answer.error().kind == FaultKind::changed);
    }
    CHECK_FALSE(loop->closed().has_value());
    // It was not handled, so its name is still free.
    CHECK(loop->call(order(2))->outcome == engine::Outcome::committed);
}

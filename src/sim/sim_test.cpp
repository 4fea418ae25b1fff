#include "sim/run.h"

#include <doctest/doctest.h>

#include <sstream>

// Each world here is one of those that `truefill sim` runs; make sim runs 200 of them.

using namespace truefill;
using namespace truefill::sim;

namespace {

std::string first_wrong(const SimReport& report) {
    return report.details.empty() ? "" : report.details.front().what + "\n" + report.details.front().repeat;
}

} // namespace

TEST_CASE("a world of each mood keeps every promise") {
    for (const auto mood : {Mood::calm, Mood::faulty, Mood::crashing, Mood::hostile}) {
        const auto report = run_seed(1, mood);
        CAPTURE(truefill::name_of(mood));
        CHECK_MESSAGE(report.violations == 0, first_wrong(report));
        CHECK(report.orders > 50);
        CHECK(report.records > 1000);
        if (mood == Mood::crashing) CHECK(report.crashes > 0);
    }
}

TEST_CASE("the same seed makes the same journal, byte for byte") {
    const auto once = run_seed(2, Mood::faulty);
    const auto again = run_seed(2, Mood::faulty);
    REQUIRE(once.worlds.size() == 1);
    REQUIRE(again.worlds.size() == 1);
    CHECK(once.worlds.front().head == again.worlds.front().head);
    CHECK(once.worlds.front().head != run_seed(3, Mood::faulty).worlds.front().head);
}

TEST_CASE("the simulator finds a dropped posting, a lost seen entry and an answer before the sync") {
    for (const auto& report : find_plants()) {
        CAPTURE(report.plant);
        CHECK(report.found);
        CHECK(report.repeat.find("--plant " + report.plant) != std::string::npos);
    }
}

TEST_CASE("a range of seeds is read or refused") {
    CHECK(parse_seeds("17") == std::pair<std::uint64_t, std::uint64_t>{17, 17});
    CHECK(parse_seeds("1..200") == std::pair<std::uint64_t, std::uint64_t>{1, 200});
    for (const auto* wrong : {"", "..", "1..", "..2", "3..2", "1-2", "x", "1..2..3"}) {
        CAPTURE(wrong);
        CHECK(!parse_seeds(wrong));
    }
}

TEST_CASE("a violation names the one command that repeats it") {
    CHECK(repeat_command(17, Mood::crashing) == "truefill sim --seeds 17..17 --mood crashing");
    CHECK(repeat_command(4, Mood::calm, Plant::drop_posting) ==
          "truefill sim --seeds 4..4 --mood calm --plant drop_posting");
}

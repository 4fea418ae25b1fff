#include "inventory/inventory_fixture.h"
#include "inventory/questions.h"

namespace truefill::inventory {
namespace {

SourceQuestion wants(const std::vector<Quantity>& demands) {
    SourceQuestion question;
    for (std::uint32_t i = 0; i < demands.size(); ++i)
        question.demands.push_back({ItemId{i + 1}, demands[i]});
    return question;
}

// tidy: allow parameters, because they are one row of the question
void offer(SourceQuestion& question, SiteId site, bool serves, std::int64_t cost,
           std::vector<Quantity> available) {
    question.sites.push_back({site, serves, cost, std::move(available)});
}

} // namespace

TEST_CASE("one site that has all goes before two that are cheaper") {
    auto question = wants({5, 5});
    offer(question, lyon, true, 100, {5, 0});
    offer(question, lille, true, 100, {0, 5});
    offer(question, lodz, false, 900, {5, 5});
    CHECK(answer(question).sites == std::vector{lodz});
}

TEST_CASE("of sites that have all, the one that serves the country goes first, then the cheapest, then the "
          "fullest, then the one known longest") {
    auto question = wants({5});
    offer(question, lyon, false, 100, {9});
    offer(question, lille, true, 900, {5});
    CHECK(answer(question).sites == std::vector{lille});
    offer(question, lodz, true, 800, {5});
    CHECK(answer(question).sites == std::vector{lodz});
    offer(question, SiteId{4}, true, 800, {6});
    CHECK(answer(question).sites == std::vector{SiteId{4}});
    offer(question, SiteId{5}, true, 800, {6});
    CHECK(answer(question).sites == std::vector{SiteId{4}});
}

TEST_CASE("the best pair is found where no site has all; the one that gives more is drawn from first") {
    auto question = wants({5, 5});
    offer(question, lyon, true, 100, {5, 1});
    offer(question, lille, true, 900, {0, 5});
    offer(question, lodz, true, 200, {0, 4});
    const auto found = answer(question);
    CHECK(found.sites == std::vector{lyon, lodz});
    CHECK(found.rule == "fewest_sites");
    CHECK(found.version == 1);
}

TEST_CASE("three sites are taken when two are not enough, the one that gives most first") {
    auto question = wants({9});
    offer(question, lyon, true, 100, {2});
    offer(question, lille, true, 100, {4});
    offer(question, lodz, true, 100, {3});
    CHECK(answer(question).sites == std::vector{lille, lodz, lyon});
}

TEST_CASE("what no site has is asked of none: sites that cover all that is there are enough") {
    auto question = wants({9, 4});
    offer(question, lyon, true, 100, {7, 0});
    offer(question, lille, true, 100, {0, 0});
    CHECK(answer(question).sites == std::vector{lyon});
    CHECK(answer(wants({1})).sites.empty());
}

TEST_CASE("a site that declined is asked again only when the others cannot give as much") {
    auto question = wants({9});
    offer(question, lyon, true, 100, {9});
    offer(question, lille, false, 900, {9});
    CHECK(answer(question).sites == std::vector{lyon});
    question.sites.front().declined = true;
    CHECK(answer(question).sites == std::vector{lille});
    question.sites.back().available = {8};
    CHECK(answer(question).sites.front() == lyon);
}

TEST_CASE("many sites are answered without trying all pairs") {
    auto question = wants({100});
    for (std::uint16_t i = 1; i <= 200; ++i) offer(question, SiteId{i}, true, 100, {i == 150 ? 60 : 1});
    const auto found = answer(question);
    CHECK(found.sites.front() == SiteId{150});
    CHECK(found.sites.size() == 41);
}

TEST_CASE("a small difference is not counted again, a big one is, unless it is the doubt or two agree") {
    CHECK(!answer(CountQuestion{.book = 10, .counted = 8}).recount);
    CHECK(answer(CountQuestion{.book = 10, .counted = 7}).recount);
    CHECK(answer(CountQuestion{.book = 10, .counted = 13}).recount);
    CHECK(!answer(CountQuestion{.book = 1000, .counted = 980}).recount);
    CHECK(answer(CountQuestion{.book = 1000, .counted = 979}).recount);
    CHECK(!answer(CountQuestion{.book = 10, .counted = 3, .doubt = 7}).recount);
    CHECK(answer(CountQuestion{.book = 10, .counted = 3, .repeated = true}).recount);
    CHECK(!answer(CountQuestion{.book = 10, .counted = 3, .repeated = true, .agrees = true}).recount);
}

} // namespace truefill::inventory

#include "ledger/search.h"

#include "ledger/search_space.h"
#include "ledger/test_desk.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace truefill::ledger {

using P = Pipeline;
using F = Billing;

namespace {

constexpr const char* golden = "src/ledger/search_golden.txt";

const space::Setup one_line{
    "test", space::Layout::one_place, {{LineKind::sale, 2}}, {{0, Stock::available, 2}}};

std::string broken(const std::vector<space::UnitAt>& units,
                   std::initializer_list<std::pair<Stock, int>> stock) {
    space::State state;
    for (std::size_t i = 0; i < units.size(); ++i) state.units[i] = units[i];
    for (const auto& [bucket, count] : stock)
        state.stock[0][static_cast<std::size_t>(bucket)] = static_cast<std::int8_t>(count);
    const auto* invariant = space::broken(one_line, state);
    return invariant ? invariant : "";
}

} // namespace

TEST_CASE("reaches no state that breaks an invariant, and catches each coupled effect that is dropped") {
    std::ifstream file{golden};
    std::stringstream expected;
    expected << file.rdbuf();
    const auto report = search_report();
    MESSAGE(report.substr(0, report.find("effects")));
    CHECK(report.find("broken") == std::string::npos);
    CHECK(report.find("NOT CAUGHT") == std::string::npos);
    CHECK_MESSAGE(report == expected.str(), "the space has changed; when that is meant: truefill search > ",
                  golden);
}

TEST_CASE("sees each invariant broken by a state that breaks it alone") {
    CHECK(broken({}, {{Stock::available, 2}}) == "");
    CHECK(broken({{P::open, F::not_due}}, {{Stock::available, 2}}) == "");
    CHECK(broken({{P::none, F::not_due}}, {{Stock::available, 2}}) == "I1");
    CHECK(broken({{P::open, F::none}}, {{Stock::available, 2}}) == "I2");
    CHECK(broken({{P::open, F::billable}}, {{Stock::available, 2}}) == "I3");
    CHECK(broken({{P::cancelled, F::waived}}, {{Stock::available, 2}}) == "I4");
    CHECK(broken({{P::shipped, F::waived}}, {{Stock::available, 1}, {Stock::customer, 1}}) == "I5");
    CHECK(broken({{P::returned, F::waived}}, {{Stock::available, 1}, {Stock::scrap, 1}}) == "");
    CHECK(broken({{P::reserved, F::not_due}}, {{Stock::available, 2}}) == "I7");
    CHECK(broken({{P::reserved, F::not_due}}, {{Stock::available, 1}, {Stock::allocated, 1}}) == "");
    CHECK(broken({}, {{Stock::available, 1}}) == "I8");
    CHECK(broken({}, {{Stock::available, 3}, {Stock::held, -1}}) == "I8");
}

TEST_CASE("finds a hole in the table when there is one, with the shortest way to it") {
    auto rules = space::table_rules();
    // Billing that stays behind on the way to the customer.
    for (auto& rule : rules)
        if (rule.row.trigger == Trigger::issue && rule.kind == LineKind::sale)
            rule.row.billing_to = F::not_due;
    const auto searched = space::walk(one_line, rules);
    CHECK(searched.violation.invariant == "I3");
    CHECK(searched.violation.path == "accept, reserve, release, pick, pack, issue");
}

} // namespace truefill::ledger

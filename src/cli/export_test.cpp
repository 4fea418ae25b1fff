#include "cli/export.h"

#include "cli/import.h"
#include "cli/journal_file.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>

namespace truefill::cli {
namespace {

using Sums = std::map<std::pair<std::string, std::string>, std::int64_t>;

std::int64_t value_of(const Leg& leg) { return leg.is_money ? leg.amount.micros : leg.units; }

/// The user's own orders and stock in an engine, and its records.
struct Network {
    Network() {
        ImportOptions options;
        options.files = {"examples/own-csv/orders.csv", "examples/own-csv/stock.csv"};
        const auto files = read_files(options);
        const auto& import = get<connectors::shop::Import>(files[0].content);
        const auto& stock = get<connectors::shop::StockStatement>(files[1].content);
        const auto& known = engine.state().master;
        take(connectors::shop::load_message(
            connectors::shop::merged(connectors::shop::proposed_catalogue(import, known),
                                     connectors::shop::proposed_catalogue(stock, known))));
        for (auto& message : connectors::shop::messages(stock, "stock.csv")) take(std::move(message));
        for (auto& message : connectors::shop::messages(import)) take(std::move(message));
    }

    void take(connectors::shop::ShopMessage message) {
        std::string record;
        const auto result =
            engine.handle(std::move(message.message), *parse_time("2026-03-02T10:00:00Z"), record);
        REQUIRE(result.outcome == engine::Outcome::committed);
        records.push_back(std::move(record));
    }

    engine::Engine engine;
    std::vector<std::string> records;
};

} // namespace

TEST_CASE("every transaction of the export balances, and all of them come to what the state says") {
    const Network network;
    for (const bool by_order : {false, true}) {
        const LegOptions options{Book::all, by_order};
        Sums sums;
        for (const auto& record : network.records) {
            json::Document document;
            const auto stored = read_record(document, record);
            for (const auto& step : stored.steps)
                for (const auto& one : step.events) {
                    const auto event = read_event(one);
                    const auto* entry = api::entry_of(event);
                    if (!entry) continue;
                    const auto& state = network.engine.state();
                    std::map<std::string, std::int64_t> by_commodity;
                    for (const auto& leg : legs_of(state, *entry, state.ledger.find(entry->order), options)) {
                        by_commodity[leg.commodity] += value_of(leg);
                        sums[{leg.account, leg.commodity}] += value_of(leg);
                    }
                    for (const auto& [commodity, sum] : by_commodity) CHECK_MESSAGE(sum == 0, commodity);
                }
        }
        Sums balances;
        for (const auto& leg : balances_of(network.engine.state(), {}, options))
            balances[{leg.account, leg.commodity}] = value_of(leg);
        std::erase_if(sums, [](const auto& sum) { return sum.second == 0; });
        CHECK(sums.size() > 10);
        CHECK(sums == balances);
    }
}

TEST_CASE("a book leaves the others out") {
    const Network network;
    for (const auto& leg : balances_of(network.engine.state(), {}, {Book::stock, false}))
        CHECK_MESSAGE(leg.account.starts_with("stock:"), leg.account);
    CHECK(balances_of(network.engine.state(), {}, {Book::money, false}).empty());
    CHECK_FALSE(balances_of(network.engine.state(), {}, {Book::pipeline, false}).empty());
}

} // namespace truefill::cli

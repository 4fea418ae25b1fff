#include "connectors/shop/messages.h"

#include "connectors/shop/file.h"
#include "connectors/shop/own_import.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>

namespace truefill::connectors::shop {
namespace {

Import own_orders() {
    const auto mapping = parse_mapping(*read_file("examples/own-csv/orders.map"));
    REQUIRE(mapping);
    auto import = import_orders(*read_file("examples/own-csv/orders.csv"), *mapping);
    REQUIRE(import);
    return std::move(*import);
}

StockStatement own_stock() {
    const auto mapping = parse_mapping(*read_file("examples/own-csv/stock.map"));
    REQUIRE(mapping);
    auto stock = import_stock(*read_file("examples/own-csv/stock.csv"), *mapping);
    REQUIRE(stock);
    return std::move(*stock);
}

} // namespace

TEST_CASE("messages are named by their documents, and the same import gives the same bytes") {
    const auto first = messages(own_orders());
    const auto second = messages(own_orders());
    REQUIRE(first.size() == 3);
    CHECK(first.front().message.envelope.message_id == "order/SO-1001");
    CHECK(first.front().rows == std::vector<Row>{1, 2});
    for (std::size_t i = 0; i < first.size(); ++i)
        CHECK(first[i].message.envelope.content_hash == second[i].message.envelope.content_hash);
    auto other = own_orders();
    other.orders.front().lines.front().quantity += 1;
    CHECK(messages(other).front().message.envelope.content_hash !=
          first.front().message.envelope.content_hash);
}

TEST_CASE("a catalogue of orders and stock has the descriptions of the one and the lots of the other") {
    const masterdata::MasterData known;
    const auto catalogue =
        merged(proposed_catalogue(own_orders(), known), proposed_catalogue(own_stock(), known));
    std::set<std::string> codes;
    for (const auto& item : catalogue.items) {
        CHECK_MESSAGE(codes.insert(item.code).second, item.code);
        if (item.code == "HD-4411") {
            CHECK(item.lot_controlled);
            CHECK(item.description == "Bit set 1/4\", 12 pieces");
        }
        if (item.code == "HD-4410") CHECK_FALSE(item.lot_controlled);
    }
    CHECK(codes == std::set<std::string>{"HD-4410", "HD-4411", "HD-4499"});
    CHECK(catalogue.sites.size() == 2);
    CHECK(catalogue.customers.size() == 2);
    masterdata::MasterData loaded;
    loaded.load(catalogue);
    CHECK(
        is_empty(merged(proposed_catalogue(own_orders(), loaded), proposed_catalogue(own_stock(), loaded))));
}

TEST_CASE("rows of a refused document are refused with its code; those of a reported one are cases") {
    const auto import = own_orders();
    const auto all = messages(import);
    auto outcomes = import.outcomes;
    engine::Result refused;
    refused.outcome = engine::Outcome::refused;
    refused.refusal = journal::Refusal{"number_taken", "SO-1001 is taken", {}, {}};
    reconcile(outcomes, all[0], refused);
    CHECK(outcomes[0].outcome == Outcome::refused);
    CHECK(outcomes[1].code == "number_taken");
    CHECK(outcomes[2] == import.outcomes[2]);
    engine::Result reported;
    reported.outcome = engine::Outcome::reported;
    reconcile(outcomes, all[1], reported);
    CHECK(outcomes[2].outcome == Outcome::case_);
    engine::Result duplicate;
    duplicate.outcome = engine::Outcome::duplicate;
    reconcile(outcomes, all[2], duplicate);
    CHECK(outcomes[3] == import.outcomes[3]);
}

} // namespace truefill::connectors::shop

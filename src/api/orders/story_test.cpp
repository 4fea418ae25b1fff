#include "api/orders/story.h"

#include "api/outlook.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace truefill::api {
namespace {

/// A site, a customer, an item with five pieces, and orders for it.
struct StoryDesk {
    StoryDesk() {
        masterdata::LoadCatalogue load;
        load.catalogue.items.push_back({.code = "SKU-1", .description = "Cup"});
        load.catalogue.sites.push_back({.code = "LYON", .name = "Lyon"});
        load.catalogue.customers.push_back({.code = "C-1",
                                            .name = "Cafe",
                                            .country = "FR",
                                            .address = "Rue 1",
                                            .currency = *parse_currency("EUR")});
        send("catalogue", masterdata::Command{load});
        inventory::OpenStock stock;
        stock.site = "LYON";
        stock.reference = "open";
        stock.lines.push_back({.item = "SKU-1", .quantity = 5});
        send("stock", inventory::Command{stock});
    }

    engine::Result place(const std::string& number, Quantity quantity) {
        orders::PlaceOrder order;
        order.order = number;
        order.customer = "C-1";
        order.currency = *parse_currency("EUR");
        order.lines.push_back(
            {.line = 1, .item = "SKU-1", .quantity = quantity, .unit_price = Amount{2'000'000}});
        return send("order/" + number, orders::Command{order});
    }

    engine::Result send(const std::string& id, engine::Command command) {
        engine::Message message;
        message.envelope.source = "shop";
        message.envelope.message_id = id;
        message.command = std::move(command);
        std::string record;
        const auto result = engine.handle(std::move(message), *parse_time("2026-03-02T10:00:00Z"), record);
        REQUIRE(story.see(engine.state(), record));
        return result;
    }

    Outlook outlook(std::string_view number) const {
        return outlook_of(engine.state(),
                          engine.state().ledger.order(engine.state().ledger.find_number(number)));
    }

    engine::Engine engine;
    Story story{"SO-1"};
};

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("the story of an order names no other order's events") {
    StoryDesk desk;
    REQUIRE(desk.place("SO-10", 1).outcome == engine::Outcome::committed);
    CHECK(desk.story.chapters().empty());
    REQUIRE(desk.place("SO-1", 2).outcome == engine::Outcome::committed);
    REQUIRE(desk.place("SO-11", 1).outcome == engine::Outcome::committed);
    REQUIRE(desk.story.chapters().size() == 1);
    const auto& chapter = desk.story.chapters().front();
    CHECK(chapter.message_id == "order/SO-1");
    REQUIRE_FALSE(chapter.events.empty());
    CHECK(chapter.events.front().event == "orders.order_accepted");
    CHECK(desk.story.account()->number == "SO-1");
}

TEST_CASE("a message about the order that was refused is part of its story") {
    StoryDesk desk;
    desk.place("SO-1", 2);
    orders::CancelLines cancel;
    cancel.order = "SO-1";
    cancel.line = 9;
    REQUIRE(desk.send("cancel", orders::Command{cancel}).outcome == engine::Outcome::refused);
    REQUIRE(desk.story.chapters().size() == 2);
    CHECK(says(desk.story.chapters().back().events.front().text, "was refused"));
}

TEST_CASE("an archived order keeps its story and its ledgers") {
    StoryDesk desk;
    desk.place("SO-0", 5); // takes all there is, so SO-1 waits and can be cancelled at once
    desk.place("SO-1", 50);
    orders::CancelLines cancel;
    cancel.order = "SO-1";
    REQUIRE(desk.send("cancel", orders::Command{cancel}).outcome == engine::Outcome::committed);
    const auto id = desk.story.order();
    REQUIRE(desk.engine.state().ledger.order(id).at_rest());
    REQUIRE(desk.send("archive", orders::Command{orders::ArchiveOrder{"SO-1"}}).outcome ==
            engine::Outcome::committed);
    CHECK(desk.engine.state().ledger.find(id) == nullptr);
    REQUIRE(desk.story.account());
    CHECK(desk.story.account()->lines.front().total == 50);
    CHECK(desk.story.chapters().back().events.front().event == "orders.order_archived");
}

TEST_CASE("says what an order waits for and what comes next") {
    StoryDesk desk;
    desk.place("SO-1", 5);
    CHECK(says(desk.outlook("SO-1").why, "5 units are released on release R-1 at LYON"));
    REQUIRE_FALSE(desk.outlook("SO-1").next.empty());
    CHECK(says(desk.outlook("SO-1").next.front(), "LYON acknowledges R-1 by 2026-03-02"));
    desk.place("SO-2", 1);
    CHECK(says(desk.outlook("SO-2").why, "1 unit is waiting for stock of SKU-1"));
    CHECK(says(desk.outlook("SO-2").next.front(), "no supply is announced of SKU-1"));
}

TEST_CASE("names the hold that keeps units back, and only theirs") {
    StoryDesk desk;
    orders::PlaceHold hold;
    hold.scope = ledger::HoldScope::customer;
    hold.customer = "C-1";
    hold.reason = "credit check";
    hold.blocks = {ledger::Trigger::release};
    REQUIRE(desk.send("hold", orders::Command{hold}).outcome == engine::Outcome::committed);
    desk.place("SO-1", 2);
    CHECK(says(desk.outlook("SO-1").why, "2 units are reserved and held back: credit check"));
    CHECK(says(desk.outlook("SO-1").next.front(), "must be lifted"));
}

} // namespace truefill::api

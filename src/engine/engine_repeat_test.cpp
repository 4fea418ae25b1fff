#include "engine/engine_fixture.h"

namespace truefill::engine {
namespace {

Message order_message(std::string id, std::string address) {
    orders::PlaceOrder place;
    place.order = "SO-" + id;
    place.customer = "ACME";
    place.currency = parse_currency("EUR").value();
    place.address = std::move(address);
    orders::PlacedLine line;
    line.line = 1;
    line.item = "BOLT";
    line.quantity = 1;
    line.unit_price = parse_amount("2.50").value();
    place.lines.push_back(line);
    Message message;
    message.command = orders::Command{place};
    std::string body;
    encode_body(body, message.command);
    message.envelope.source = "shop";
    message.envelope.message_id = std::move(id);
    message.envelope.content_hash = hash128(body);
    message.envelope.actor = "test";
    return message;
}

/// An engine that takes messages as an edge makes them.
struct Bare {
    Bare() {
        Message load;
        load.command = masterdata::Command{masterdata::LoadCatalogue{small_catalogue()}};
        load.envelope.source = "shop";
        load.envelope.message_id = "catalogue";
        REQUIRE(handle(load).outcome == Outcome::committed);
    }
    Result handle(const Message& message) {
        std::string record;
        return engine.handle(message, *parse_time("2026-03-02T08:00:00Z"), record);
    }
    Engine engine;
};

} // namespace

TEST_CASE("a repeat is known by the hash of its content from before it was sealed") {
    Bare world;
    const auto plain = order_message("m-1", "Rue 1");
    const auto first = world.handle(plain);
    REQUIRE(first.outcome == Outcome::committed);
    auto sealed = order_message("m-1", "~p1.sealed");
    sealed.plain_hash = plain.envelope.content_hash;
    CHECK(world.handle(sealed).outcome == Outcome::duplicate);
    CHECK(world.handle(sealed).position == first.position);
    sealed.plain_hash = hash128("another");
    CHECK(world.handle(sealed).outcome == Outcome::reported);
}

TEST_CASE("what was sealed before its person was erased is a repeat, what was sealed after it is compared") {
    Bare world;
    const auto first = world.handle(order_message("m-1", "~p1.old key"));
    REQUIRE(first.outcome == Outcome::committed);
    auto again = order_message("m-1", "~p1.new key");
    again.erased_at = first.position + 1;
    const auto said = world.handle(again);
    CHECK(said.outcome == Outcome::duplicate);
    CHECK(said.position == first.position);
    again.erased_at = first.position;
    CHECK(world.handle(again).outcome == Outcome::reported);
    auto fresh = order_message("m-2", "~p1.new key");
    fresh.erased_at = first.position + 1;
    CHECK(world.handle(fresh).outcome == Outcome::committed);
}

} // namespace truefill::engine

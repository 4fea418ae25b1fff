#include "api/commands/post_commands.h"
#include "api/lists/master_lists.h"
#include "api/orders/order_page.h"
#include "api/person_desk.h"
#include "api/post_command.h"
#include "server/server_fixture.h"

using namespace truefill;
using namespace truefill::server;
using namespace truefill::api;

namespace {

/// A desk that seals. Its loop does not know the person desk as a listener, so nobody is erased here.
struct SealingDesk : Desk {
    SealingDesk() {
        REQUIRE(persons.open(network.journal, network.engine.state()).has_value());
        persons.start(*loop);
        service->persons = &persons;
    }
    ~SealingDesk() { keys_go_to_the_journal(); }
    void keys_go_to_the_journal() {
        loop::Waiter<std::optional<loop::Fault>> told;
        persons.when_destroyed([&](std::optional<loop::Fault> fault) { told.set(std::move(fault)); });
        CHECK_FALSE(told.wait().has_value());
    }
    template <class F> http::Response read(F handler, http::Request asked) {
        const auto exchange = std::make_shared<TestExchange>(std::move(asked));
        handler(*service, unsealing(*service, exchange));
        return exchange->wait();
    }
    std::vector<std::string> persons_with_keys() {
        std::vector<std::string> found;
        const auto rows = network.journal.list(personal::keys_table);
        for (const auto& row : *rows) found.push_back(row.value.substr(40));
        std::ranges::sort(found);
        return found;
    }
    PersonDesk persons;
};

std::string order_body(std::string_view number, std::string_view address) {
    std::string body =
        R"({"order":")" + std::string{number} + R"(","customer":"ACME","currency":"EUR","address":)";
    json::encode(body, address);
    return body + R"(,"lines":[{"line":1,"item":"SKU-1","quantity":2,"unit_price":"2.50"}]})";
}

} // namespace

TEST_CASE("an order's address is sealed in the record and read on its page, and a retry is a retry") {
    SealingDesk house;
    const auto placed =
        house.ask(post_command, house.command("orders.place_order", "k-1", order_body("SO-1", "Rue 9")));
    REQUIRE(placed.status == 200);
    CHECK(house.network.journal.count("Rue 9") == 0);
    CHECK(house.network.journal.count("~p1.") == 1);
    CHECK(house.persons_with_keys() == std::vector<std::string>{"customer:ACME"});
    house.settle();
    auto asked = Desk::request(http::Method::get, "/v1/orders/SO-1");
    asked.parts.emplace_back("number", "SO-1");
    const auto page = house.read(get_order, asked);
    CHECK(has(page.body, R"("address":"Rue 9")"));
    const auto again =
        house.ask(post_command, house.command("orders.place_order", "k-1", order_body("SO-1", "Rue 9")));
    CHECK(has(again.body, "duplicate"));
    const auto other =
        house.ask(post_command, house.command("orders.place_order", "k-1", order_body("SO-1", "Rue 8")));
    CHECK(has(other.body, "reported"));
    CHECK(house.network.journal.count("Rue") == 1); // of the catalogue, which came before
}

TEST_CASE("an answer to who sends a sealed text along stays sealed, however it is written") {
    SealingDesk house;
    const auto token = house.persons.keys().seal("customer:ACME", "Rue 9");
    const auto says = [&](http::Request asked) {
        return house
            .read(
                [&](Service&, const http::ExchangePtr& exchange) {
                    http::Response said;
                    said.body = '"' + token + '"';
                    exchange->reply(std::move(said));
                },
                std::move(asked))
            .body;
    };
    const std::string sealed = '"' + token + '"';
    const auto plain = Desk::request(http::Method::get, "/v1/orders/SO-1");
    CHECK(says(plain) == R"("Rue 9")");
    auto asked = plain;
    asked.body = R"({"a":"\u007d \\ ~p1 \u00"})";
    CHECK(says(asked) == R"("Rue 9")");
    CHECK(says(Desk::request(http::Method::get, "/v1/orders/" + token)) == sealed);
    for (const auto pairs : {&http::Request::parts, &http::Request::query, &http::Request::headers}) {
        asked = plain;
        (asked.*pairs).emplace_back("number", token);
        CHECK(says(asked) == sealed);
        (asked.*pairs).back() = {token, "x"};
        CHECK(says(asked) == sealed);
    }
    for (const auto* body :
         {"x~p1.", R"(\u007ep1.)", R"(\u007E\u00701\u002e)", R"(~\u0070\u0031.)", R"(\\~p1.)"}) {
        asked = plain;
        asked.body = body;
        CHECK_MESSAGE(says(asked) == sealed, body);
    }
}

TEST_CASE("what was sealed before a person's key was set aside is not taken once he is erased") {
    SealingDesk house;
    auto& keys = house.persons.keys();
    orders::PlaceOrder place;
    place.customer = "ACME";
    place.address = keys.seal("customer:ACME", "Rue 9");
    engine::State state;
    const auto readable = [&] {
        return is_readable(*house.service, state, engine::Command{orders::Command{place}});
    };
    keys.retire("customer:ACME");
    CHECK(readable()); // nobody is erased: the erasure is still to come, and erases this, too
    state.access.erased["customer:ACME"] = {};
    CHECK_FALSE(readable());
    place.address = keys.seal("customer:ACME", "Rue 9");
    CHECK(readable());
    const auto told = sealed_before();
    CHECK(told.status == 503);
    CHECK(has(told.detail, "send it again"));
}

TEST_CASE(
    "what was journaled in the clear is read as it stands, and its retry is known after sealing began") {
    SealingDesk house;
    house.service->persons = nullptr;
    REQUIRE(house.ask(post_command, house.command("orders.place_order", "k-1", order_body("SO-1", "Rue 9")))
                .status == 200);
    house.service->persons = &house.persons;
    house.settle();
    auto asked = Desk::request(http::Method::get, "/v1/orders/SO-1");
    asked.parts.emplace_back("number", "SO-1");
    CHECK(has(house.read(get_order, asked).body, R"("address":"Rue 9")"));
    const auto again =
        house.ask(post_command, house.command("orders.place_order", "k-1", order_body("SO-1", "Rue 9")));
    CHECK(has(again.body, "duplicate"));
}

TEST_CASE("what a decision cannot see any more is looked at before it is sealed") {
    SealingDesk house;
    const auto made = [&](std::string_view name, std::string_view ref) {
        return house.ask(post_command, house.command("access.create_user", "u-1",
                                                     R"({"user":"bob","display_name":")" + std::string{name} +
                                                         R"(","email_ref":")" + std::string{ref} + R"("})"));
    };
    CHECK(has(made("", "").body, "display_name_missing"));
    CHECK(has(made(" Bob", "").body, "text_not_clean"));
    CHECK(has(made("Bob", "bob@example.com").body, "email_not_reference"));
    CHECK(house.network.journal.count("Bob") == 0);
    CHECK(house.network.journal.end() == 1); // none of them is journaled, for they cannot be sealed
    CHECK(made("Bob Marrow", "ref-1").status == 200);
    CHECK(house.network.journal.count("Marrow") == 0);
    CHECK(house.network.journal.count("ref-1") == 0);
}

TEST_CASE("many commands at once are sealed too, and one that brings a token is told by its line") {
    SealingDesk house;
    const auto line = [](std::string_view id, const std::string& body, std::string_view name) {
        return R"({"command":")" + std::string{name} + R"(","message_id":")" + std::string{id} +
               R"(","body":)" + body + "}\n";
    };
    auto asked = Desk::request(http::Method::post, "/v1/commands");
    asked.headers.emplace_back("content-type", "application/x-ndjson");
    asked.body = line("m-1", order_body("SO-1", "Rue 9"), "orders.place_order") +
                 line("m-2", order_body("SO-2", "x ~p1. y"), "orders.place_order") +
                 line("m-3", R"({"tracking":"T-1","signed_by":"Otto"})", "shipping.confirm_delivery") +
                 line("m-4", order_body("SO-4", ""), "orders.place_order");
    const auto said = house.ask(post_commands, asked);
    CHECK(has(said.body, R"({"line":2,"problem":)"));
    CHECK(has(said.body, "text_reserved"));
    CHECK(has(said.body, R"({"line":4,"outcome":"committed")"));
    for (const auto* text : {"Rue 9", "Otto"}) CHECK_MESSAGE(house.network.journal.count(text) == 0, text);
    CHECK(house.persons_with_keys() == std::vector<std::string>{"consignee:tracking:T-1", "customer:ACME"});
}

TEST_CASE("a source's own word for a customer and a later cross-reference lead to one person") {
    SealingDesk house;
    CHECK(house.persons.customer("shop", "theirs") == "theirs");
    auto load = loop::catalogue();
    auto& catalogue = get<masterdata::LoadCatalogue>(get<masterdata::Command>(load.command)).catalogue;
    catalogue.cross_references.push_back({"shop", "customer", "theirs", "ACME"});
    catalogue.cross_references.push_back({"shop", "item", "theirs", "SKU-1"});
    load.envelope.message_id = "with-references";
    load.envelope.content_hash = hash128("with-references");
    REQUIRE(house.loop->call(std::move(load)).has_value());
    journal::Batch batch;
    REQUIRE(house.network.journal.read(house.loop->durable(), 1, batch).has_value());
    house.persons.committed(batch, {});
    CHECK(house.persons.customer("shop", "theirs") == "ACME");
    CHECK(house.persons.customer("edi", "theirs") == "theirs");
    PersonDesk again;
    REQUIRE(again.open(house.network.journal, house.network.engine.state()).has_value());
    CHECK(again.customer("shop", "theirs") == "ACME");
}

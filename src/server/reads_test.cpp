#include "api/feed.h"
#include "api/lists/document_lists.h"
#include "api/lists/master_lists.h"
#include "api/lists/overview.h"
#include "api/orders/order_list.h"
#include "api/orders/order_page.h"
#include "api/orders/timeline.h"
#include "api/post_command.h"
#include "server/server_fixture.h"

#include <algorithm>

namespace truefill::server {

using namespace api;
namespace {

void send(Desk& desk, const std::string& id, engine::Command command) {
    const auto answer = desk.loop->call(loop::message(id, std::move(command)));
    REQUIRE(answer.has_value());
    REQUIRE(answer->outcome == engine::Outcome::committed);
}

void open_stock(Desk& desk, Quantity quantity) {
    inventory::OpenStock stock;
    stock.site = "LYON";
    stock.reference = "open";
    stock.lines.push_back({.item = "SKU-1", .quantity = quantity});
    send(desk, "stock", inventory::Command{stock});
}

http::Request order_request(std::string number, const std::string& more = "") {
    auto made = Desk::request(http::Method::get, "/v1/orders/" + number + more);
    made.parts.emplace_back("number", std::move(number));
    return made;
}

void place(Desk& desk, int count) {
    for (int i = 1; i <= count; ++i) REQUIRE(desk.loop->call(loop::order(i)).has_value());
    desk.settle();
}

std::string list(Desk& desk, const std::string& query) {
    return desk.ask(get_orders, Desk::request(http::Method::get, "/v1/orders" + query)).body;
}

std::string value_of(const std::string& body, std::string_view name) {
    const auto key = "\"" + std::string{name} + "\":\"";
    const auto at = body.find(key);
    if (at == std::string::npos) return {};
    return body.substr(at + key.size(), body.find('"', at + key.size()) - at - key.size());
}

std::size_t count_of(const std::string& body, std::string_view part) {
    std::size_t count = 0;
    for (auto at = body.find(part); at != std::string::npos; at = body.find(part, at + 1)) ++count;
    return count;
}

} // namespace

TEST_CASE("the page of an order says where its units are, why, and what may be done") {
    Desk desk;
    open_stock(desk, 50);
    place(desk, 1);
    const auto page = desk.ask(get_order, order_request("SO-1"));
    CHECK(page.status == 200);
    CHECK(has(page.body, R"("bucket":"released","billing":"not_due","quantity":2,"site":"LYON")"));
    CHECK(has(page.body, "2 units are released on release R-1 at LYON"));
    CHECK(has(page.body, R"("value":{"amount":"5.00","currency":"EUR"})"));
    CHECK(has(page.body, R"("command":"orders.cancel_lines","title":"Cancel the order","allowed":true)"));
    CHECK(has(page.body, R"("command":"orders.archive_order","title":"Archive it","allowed":false)"));
    CHECK(has(page.body, R"("code":"R-1","order":"SO-1","site":"LYON","stage":"sent")"));
    CHECK(has(page.body, "\"position\":"));
    CHECK(desk.ask(get_order, order_request("SO-9")).status == 404);
}

TEST_CASE("what the page allows is what the engine does") {
    Desk desk;
    place(desk, 1); // no stock: it waits
    const auto page = desk.ask(get_order, order_request("SO-1")).body;
    REQUIRE(has(page, R"("command":"orders.cancel_lines","title":"Cancel the order","allowed":true)"));
    orders::CancelLines cancel;
    cancel.order = "SO-1";
    send(desk, "cancel", orders::Command{cancel});
    const auto after = desk.ask(get_order, order_request("SO-1")).body;
    CHECK(has(after,
              R"("command":"orders.cancel_lines","title":"Cancel the order","allowed":false,"reason":)"));
    CHECK(has(after, R"("command":"orders.archive_order","title":"Archive it","allowed":true)"));
}

TEST_CASE("an archived order is still shown, with its lines and its story") {
    Desk desk;
    place(desk, 1);
    orders::CancelLines cancel;
    cancel.order = "SO-1";
    send(desk, "cancel", orders::Command{cancel});
    send(desk, "archive", orders::Command{orders::ArchiveOrder{"SO-1"}});
    desk.settle();
    const auto page = desk.ask(get_order, order_request("SO-1"));
    CHECK(page.status == 200);
    CHECK(has(page.body, "\"archived\":true"));
    CHECK(has(page.body, R"("bucket":"cancelled")"));
    CHECK(has(desk.ask(get_timeline, order_request("SO-1", "/timeline")).body, "orders.order_archived"));
    CHECK(has(list(desk, "?archived=true"), "SO-1"));
    CHECK_FALSE(has(list(desk, ""), "SO-1"));

    Board other{desk.network.journal}; // after a start it is read from its record
    other.start(*desk.loop);
    REQUIRE(other.wait_for(desk.loop->durable(), loop::long_enough));
    for (int i = 0; i < 1000 && other.number_of(OrderId{1}).empty(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    CHECK(other.number_of(OrderId{1}) == "SO-1");
    CHECK(other.find(OrderId{1})->archived);
    other.stop();
}

TEST_CASE("the timeline tells each message with what came of it, refusals too, and page by page") {
    Desk desk;
    open_stock(desk, 50);
    place(desk, 2);
    auto cancel = desk.command("orders.cancel_lines", "c-1", R"({"order":"SO-1","line":9})");
    CHECK(desk.ask(post_command, cancel).status == 422);
    desk.settle();
    const auto all = desk.ask(get_timeline, order_request("SO-1", "/timeline")).body;
    CHECK(has(all, "Order SO-1 of ACME accepted with 1 line."));
    CHECK(has(all, "orders.cancel_lines was refused"));
    CHECK_FALSE(has(all, "SO-2"));
    const auto last = desk.ask(get_timeline, order_request("SO-1", "/timeline?limit=1")).body;
    CHECK(has(last, "was refused"));
    CHECK_FALSE(has(last, "accepted with"));
    const auto before = desk.ask(get_timeline, order_request("SO-1", "/timeline?limit=1&cursor=" +
                                                                         value_of(last, "next_cursor")))
                            .body;
    CHECK(has(before, "accepted with"));
    CHECK(desk.ask(get_timeline, order_request("SO-9", "/timeline")).status == 404);
}

TEST_CASE("the list of orders is filtered, sorted, counted and paged") {
    Desk desk;
    open_stock(desk, 8); // for the first ones
    place(desk, 7);
    CHECK(has(list(desk, ""), "\"total\":7"));
    CHECK(count_of(list(desk, "?status=accepted"), "\"number\"") +
              count_of(list(desk, "?status=in_fulfilment"), "\"number\"") ==
          7);
    CHECK(count_of(list(desk, "?site=LYON"), "\"number\"") > 0);
    CHECK(has(list(desk, "?site=NOWHERE"), "\"total\":0"));
    CHECK(has(list(desk, "?q=so-3"), "\"SO-3\""));
    CHECK(has(list(desk, "?q=acme"), "\"total\":7"));
    CHECK(has(list(desk, "?customer=OTHER"), "\"total\":0"));

    std::string seen, cursor;
    for (const std::string sort : {"", "&sort=oldest", "&sort=value"}) {
        seen.clear();
        cursor.clear();
        do {
            const auto page = list(desk, "?limit=3" + sort + (cursor.empty() ? "" : "&cursor=" + cursor));
            CHECK(has(page, "\"total\":7"));
            for (int i = 1; i <= 7; ++i)
                if (has(page, "\"SO-" + std::to_string(i) + "\"")) seen += std::to_string(i);
            cursor = value_of(page, "next_cursor");
        } while (!cursor.empty() && seen.size() < 20);
        std::ranges::sort(seen);
        CHECK(seen == "1234567");
    }
    CHECK(list(desk, "?sort=oldest").find("SO-1") < list(desk, "?sort=oldest").find("SO-7"));
    CHECK(list(desk, "").find("SO-7") < list(desk, "").find("SO-1"));
}

TEST_CASE("an order is found by its purchase order and by the items of its lines") {
    Desk desk;
    place(desk, 3);
    auto numbered = loop::order(4);
    get<orders::PlaceOrder>(get<orders::Command>(numbered.command)).purchase_order = "Po-4711";
    REQUIRE(desk.loop->call(std::move(numbered)).has_value());
    desk.settle();
    CHECK(has(list(desk, "?q=Sku-1"), "\"total\":4"));
    CHECK(has(list(desk, "?q=sku-9"), "\"total\":0"));
    CHECK(has(list(desk, "?q=PO-4711"), "\"total\":1"));
    CHECK(has(list(desk, "?q=po-47"), "\"SO-4\""));
    CHECK(has(list(desk, "?q=po-4712"), "\"total\":0"));
}

TEST_CASE("whoever has written sees it when he asks for his position") {
    Desk desk;
    for (int i = 1; i <= 50; ++i) {
        const auto answer = desk.loop->call(loop::order(i));
        REQUIRE(answer.has_value());
        const auto position = "min_position=" + std::to_string(answer->position);
        const auto number = "SO-" + std::to_string(i);
        CAPTURE(number);
        CHECK(has(list(desk, "?limit=1&" + position), "\"" + number + "\""));
        CHECK(has(desk.ask(get_timeline, order_request(number, "/timeline?" + position)).body,
                  "accepted with"));
    }
    const auto ahead = Desk::request(http::Method::get, "/v1/orders?min_position=9999");
    CHECK(desk.ask(get_orders, ahead).status == 400);
}

TEST_CASE("a list refuses what it does not know") {
    Desk desk;
    desk.settle();
    for (const std::string query :
         {"?state=held", "?status=hold", "?limit=0", "?limit=501", "?cursor=-", "?sort=up"}) {
        CAPTURE(query);
        CHECK(desk.ask(get_orders, Desk::request(http::Method::get, "/v1/orders" + query)).status == 400);
    }
}

TEST_CASE("a hold on the customer shows on all his orders") {
    Desk desk;
    place(desk, 3);
    orders::PlaceHold hold;
    hold.scope = ledger::HoldScope::customer;
    hold.customer = "ACME";
    hold.reason = "credit check";
    hold.blocks = {ledger::Trigger::release};
    send(desk, "hold", orders::Command{hold});
    desk.settle();
    CHECK(has(list(desk, "?hold=credit"), "\"total\":3"));
    CHECK(has(list(desk, "?hold=true"), "\"total\":3"));
    orders::LiftHold lift;
    lift.hold = HoldId{1};
    send(desk, "lift", orders::Command{lift});
    desk.settle();
    CHECK(has(list(desk, "?hold=true"), "\"total\":0"));
}

TEST_CASE("documents, stock and master data are listed") {
    Desk desk;
    open_stock(desk, 50);
    place(desk, 3);
    const auto ask = [&](auto handler, const std::string& path) {
        return desk.ask(handler, Desk::request(http::Method::get, path)).body;
    };
    CHECK(count_of(ask(get_releases, "/v1/releases?site=LYON&limit=2"), "\"code\":\"R-") == 2);
    CHECK(has(ask(get_releases, "/v1/releases?status=shipped"), "\"total\":0"));
    CHECK(has(ask(get_releases, "/v1/releases?order=SO-2"), "\"total\":1"));
    CHECK(has(ask(get_stock, "/v1/stock?item=SKU-1&site=LYON"), R"("item":"SKU-1")"));
    CHECK(has(ask(get_stock, "/v1/stock?item=OTHER"), "\"total\":0"));
    CHECK(has(ask(get_items, "/v1/items?q=sku"), "\"total\":1"));
    CHECK(has(ask(get_customers, "/v1/customers?q=acme"), "\"total\":1"));
    CHECK(has(ask(get_sites, "/v1/sites"), "\"code\":\"LYON\""));
    CHECK(has(ask(get_carriers, "/v1/carriers"), "\"total\":0"));
    CHECK(has(ask(get_shipments, "/v1/shipments"), "\"total\":0"));
    CHECK(has(ask(get_invoices, "/v1/invoices?status=posted"), "\"total\":0"));
    CHECK(has(ask(get_returns, "/v1/returns"), "\"total\":0"));
    const auto overview = ask(get_overview, "/v1/overview");
    CHECK(has(overview, R"("site":"LYON","status":"in_fulfilment")"));
    CHECK(has(overview, "\"orders_open\":3"));
}

TEST_CASE("cases are listed by owner and deadline, and shown one by one") {
    Desk desk;
    cases::OpenCase open;
    open.category = "unmapped";
    open.sentence = "nobody knows this code";
    send(desk, "case", cases::Command{open});
    const auto ask = [&](auto handler, http::Request request) {
        return desk.ask(handler, std::move(request));
    };
    const auto path = [](const std::string& query) {
        return Desk::request(http::Method::get, "/v1/cases" + query);
    };
    CHECK(has(ask(get_cases, path("")).body, "\"total\":1"));
    CHECK(has(ask(get_cases, path("?sort=due")).body, "nobody knows this code"));
    CHECK(has(ask(get_cases, path("?category=stock_mismatch")).body, "\"total\":0"));
    CHECK(has(ask(get_cases, path("?status=closed")).body, "\"total\":0"));
    CHECK(ask(get_cases, path("?owner=nobody")).status == 400);
    auto one = path("/1");
    one.parts = {{"id", "CASE-1"}};
    CHECK(has(ask(get_case, one).body, "\"code\":\"CASE-1\""));
    one.parts = {{"id", "7"}};
    CHECK(ask(get_case, one).status == 404);
}

TEST_CASE("the feed gives every event from any position, and goes on live") {
    Desk desk;
    place(desk, 2);
    const auto all = desk.ask(get_events, Desk::request(http::Method::get, "/v1/events?after=0&limit=10"));
    CHECK(all.content_type == "application/cloudevents-batch+json");
    CHECK(has(all.body, R"("id":"1.1","source":"/truefill","type":"masterdata.catalogue_loaded")"));
    CHECK(
        has(all.body, R"("id":"2.1","source":"/truefill","type":"orders.order_accepted","subject":"SO-1")"));
    CHECK(has(all.body, "\"messageid\":\"m-2\""));
    json::Document document;
    CHECK(document.parse(all.body).has_value());
    const auto later = desk.ask(get_events, Desk::request(http::Method::get, "/v1/events?after=2"));
    CHECK_FALSE(has(later.body, "\"SO-1\""));
    CHECK(has(later.body, "\"SO-2\""));
    CHECK(desk.ask(get_events, Desk::request(http::Method::get, "/v1/events?after=x")).status == 400);

    auto live = Desk::request(http::Method::get, "/v1/events");
    live.headers.emplace_back("accept", "text/event-stream");
    live.headers.emplace_back("last-event-id", "2");
    const auto exchange = std::make_shared<TestExchange>(live);
    get_events(*desk.service, exchange);
    CHECK(exchange->wait().content_type == "text/event-stream");
    const auto text = exchange->streamed->wait_for("id: 3\n");
    CHECK_FALSE(has(text, "\"SO-1\""));
    REQUIRE(desk.loop->call(loop::order(3)).has_value());
    exchange->streamed->wait_for("id: 4\n");
    desk.feed.stop();
    CHECK(exchange->streamed->ended());
}

TEST_CASE("a board that starts on a journal knows what is in it") {
    Desk desk;
    place(desk, 5);
    Board other{desk.network.journal};
    other.start(*desk.loop);
    REQUIRE(other.wait_for(desk.loop->durable(), loop::long_enough));
    CHECK(other.size() == 5);
    CHECK(other.history(OrderId{2}, "SO-2") == desk.board.history(OrderId{2}, "SO-2"));
    other.stop();
}

} // namespace truefill::server

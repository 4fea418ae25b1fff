#include "api/commands/plan.h"
#include "api/csv.h"
#include "api/export.h"
#include "api/lists/document_lists.h"
#include "api/lists/master_lists.h"
#include "api/lists/overview.h"
#include "api/order_watch.h"
#include "api/orders/order_list.h"
#include "server/server_fixture.h"

#include <algorithm>
#include <set>

namespace truefill::server {

using namespace api;
namespace {

void send_in(Desk& desk, const std::string& id, engine::Command command) {
    const auto answer = desk.loop->call(loop::message(id, std::move(command)));
    REQUIRE(answer.has_value());
    REQUIRE(answer->outcome == engine::Outcome::committed);
}

void stock_in(Desk& desk, Quantity quantity) {
    inventory::OpenStock stock;
    stock.site = "LYON";
    stock.reference = "open";
    stock.lines.push_back({.item = "SKU-1", .quantity = quantity});
    send_in(desk, "stock", inventory::Command{stock});
}

void place_orders(Desk& desk, int from, int to) {
    for (int i = from; i <= to; ++i) {
        auto message = loop::order(i);
        auto& place = get<orders::PlaceOrder>(get<orders::Command>(message.command));
        place.ordered_at = desk.network.clock.now();
        REQUIRE(desk.loop->call(std::move(message)).has_value());
    }
}

/// The path of a list as a client would ask for it.
http::Request request_of(std::string_view list) {
    std::string path{list};
    for (auto at = path.find("%3E"); at != std::string::npos; at = path.find("%3E")) path.replace(at, 3, ">");
    return Desk::request(http::Method::get, path);
}

std::uint64_t total_of(Desk& desk, std::string_view list) {
    const auto handler = list.starts_with("/v1/orders") ? get_orders : get_cases;
    const auto answer = desk.ask(handler, request_of(list));
    CAPTURE(list);
    REQUIRE(answer.status == 200);
    json::Document document;
    const auto body = document.parse(answer.body);
    REQUIRE(body.has_value());
    return body->find("total").as_uint().value();
}

/// A file as its lines.
std::vector<std::string> lines_of(Desk& desk, void (*handler)(Service&, const http::ExchangePtr&),
                                  const std::string& path) {
    const auto exchange = std::make_shared<TestExchange>(Desk::request(http::Method::get, path));
    handler(*desk.service, exchange);
    const auto head = exchange->wait();
    REQUIRE(head.status == 200);
    CHECK(head.content_type == "text/csv; charset=utf-8; header=present");
    for (int i = 0; i < 2000 && !exchange->streamed->ended(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    REQUIRE(exchange->streamed->ended());
    const auto text = exchange->streamed->wait_for("\r\n");
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        lines.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

/// Orders of several ages and states: some are released, some wait for stock, some are held.
void fill(Desk& desk) {
    stock_in(desk, 20);
    place_orders(desk, 1, 4);
    desk.network.clock.set(loop::morning + days(2));
    place_orders(desk, 5, 9);
    desk.network.clock.set(loop::morning + days(2) + hours(10));
    place_orders(desk, 10, 12);
    orders::PlaceHold hold;
    hold.scope = ledger::HoldScope::order;
    hold.order = "SO-11";
    hold.reason = "credit check";
    hold.blocks = {ledger::Trigger::release};
    send_in(desk, "hold", orders::Command{hold});
    cases::OpenCase open;
    open.category = "unmapped";
    open.sentence = "nobody knows this code";
    send_in(desk, "case", cases::Command{open});
    desk.settle();
}

} // namespace

TEST_CASE("every number of the tower opens the list that has so many rows") {
    Desk desk;
    fill(desk);
    desk.network.clock.set(loop::morning + days(9));
    place_orders(desk, 13, 13); // time has passed for the engine, too
    desk.settle();
    const auto answer = desk.ask(get_overview, Desk::request(http::Method::get, "/v1/overview"));
    REQUIRE(answer.status == 200);
    json::Document document;
    const auto overview = document.parse(answer.body);
    REQUIRE(overview.has_value());
    std::set<std::string> ages, sites;
    std::uint64_t seen = 0;
    for (const auto cell : overview->find("matrix").elements()) {
        ages.emplace(cell.find("age").as_string().value());
        sites.emplace(cell.find("site").as_string().value_or(""));
        seen += cell.find("orders").as_uint().value();
        CHECK(total_of(desk, cell.find("list").as_string().value()) == cell.find("orders").as_uint().value());
    }
    CHECK(seen >= 13);
    CHECK(ages.size() >= 3);
    CHECK(sites == std::set<std::string>{"", "LYON"});
    std::size_t counted = 0;
    for (const auto kpi : overview->find("kpis").elements()) {
        const auto unit = kpi.find("unit").as_string().value();
        if (unit != "orders" && unit != "cases") continue;
        ++counted;
        CHECK(std::to_string(total_of(desk, kpi.find("list").as_string().value())) ==
              kpi.find("value").as_string().value());
    }
    CHECK(counted == 6);
    for (const auto name : {"cases", "clusters", "incidents"})
        for (const auto cell : overview->find(name).elements()) {
            const auto list = std::string{cell.find("list").as_string().value()};
            CHECK(total_of(desk, list) == cell.find("open").as_uint().value());
            if (const auto overdue = cell.find("overdue"))
                CHECK(total_of(desk, list + "&overdue=true") == overdue.as_uint().value());
        }
    CHECK(overview->find("cases").size() > 0);
    for (const auto cell : overview->find("cutoffs").elements())
        CHECK(total_of(desk, cell.find("list").as_string().value()) ==
              cell.find("waiting_orders").as_uint().value_or(0));
}

TEST_CASE("ages begin where they say") {
    OrderRow row;
    row.ordered_at = loop::morning;
    const auto named = [&](Duration later) { return name_of_age(age_of(row, loop::morning + later)); };
    CHECK(named(hours(4) - seconds(1)) == "0-4h");
    CHECK(named(hours(4)) == "4-24h");
    CHECK(named(hours(24)) == "1-3d");
    CHECK(named(days(3)) == "3-7d");
    CHECK(named(days(7)) == ">7d");
    CHECK(age_named(">7d") == 4);
    CHECK_FALSE(age_named("7d").has_value());
}

TEST_CASE("an order is late when its day is over, and at risk the day before") {
    OrderRow row;
    row.status = orders::Status::accepted;
    row.requested = date_of(loop::morning) + 2;
    CHECK_FALSE(is_at_risk(row, loop::morning));
    CHECK(is_at_risk(row, loop::morning + days(2)));
    CHECK_FALSE(is_late(row, loop::morning + days(2)));
    CHECK(is_late(row, loop::morning + days(3)));
    CHECK_FALSE(is_at_risk(row, loop::morning + days(3)));
    row.promised = row.requested + 5; // supply comes too late
    CHECK(is_at_risk(row, loop::morning));
    row.status = orders::Status::shipped;
    CHECK_FALSE(is_at_risk(row, loop::morning));
    CHECK_FALSE(is_late(row, loop::morning + days(30)));
}

TEST_CASE("a window in the middle of a list is found without those before it") {
    Desk desk;
    place_orders(desk, 1, 30);
    desk.settle();
    const auto ask = [&](const std::string& query) {
        return desk.ask(get_orders, Desk::request(http::Method::get, "/v1/orders?limit=3" + query)).body;
    };
    for (const std::string sort : {"", "&sort=oldest"}) {
        const auto first = ask(sort);
        json::Document document;
        const auto cursor = std::string{document.parse(first)->find("next_cursor").as_string().value()};
        const auto window = ask(sort + "&skip=9&cursor=" + cursor); // rows 13 to 15
        CHECK(has(window, sort.empty() ? "\"SO-18\"" : "\"SO-13\""));
        CHECK(has(window, "\"total\":30"));
    }
    CHECK(has(ask("&skip=40"), "\"items\":[]"));
    CHECK(has(ask("&count=exact&skip=40"), "\"total\":30"));
    CHECK(desk.ask(get_orders, Desk::request(http::Method::get, "/v1/orders?skip=x")).status == 400);
    CHECK(desk.ask(get_orders, Desk::request(http::Method::get, "/v1/orders?age=old")).status == 400);
}

TEST_CASE("a cell of text is quoted as it must be, and never runs in a spreadsheet") {
    const auto cell = [](std::string_view text) {
        std::string out;
        csv::append_text(out, text);
        return out;
    };
    CHECK(cell("plain") == "plain");
    CHECK(cell("a,b") == "\"a,b\"");
    CHECK(cell("say \"no\"") == "\"say \"\"no\"\"\"");
    CHECK(cell("two\r\nlines") == "\"two\r\nlines\"");
    for (const std::string_view bad : {"=1+2", "+44", "-5", "@cmd", "\tx"}) {
        CAPTURE(bad);
        CHECK(cell(bad) == "'" + std::string{bad});
    }
    CHECK(cell("=A1,B1") == "\"'=A1,B1\"");
    CHECK(cell("") == "");
}

TEST_CASE("a list is written to a file as a whole, in the order that is asked for") {
    Desk desk;
    stock_in(desk, 5);
    const int many = 2 * static_cast<int>(Export::rows_per_piece) + 7;
    place_orders(desk, 1, many);
    desk.settle();
    const auto newest = lines_of(desk, get_orders, "/v1/orders?format=csv");
    REQUIRE(newest.size() == many + 1);
    CHECK(
        newest.front().starts_with("number,customer_code,customer_name,status,sites,holds,lines,units,value,"
                                   "value_currency,ordered_at"));
    CHECK(newest[1].starts_with("SO-" + std::to_string(many) + ",ACME,,"));
    const auto columns = std::ranges::count(newest.front(), ',');
    CHECK(std::ranges::all_of(newest,
                              [&](const auto& line) { return std::ranges::count(line, ',') == columns; }));
    CHECK(lines_of(desk, get_orders, "/v1/orders?format=csv&sort=oldest")[1].starts_with("SO-1,"));
    CHECK(lines_of(desk, get_orders, "/v1/orders?format=csv&q=so-3&limit=1").size() > 10);
    CHECK(lines_of(desk, get_releases, "/v1/releases?format=csv").size() > 1);
    CHECK(lines_of(desk, get_stock, "/v1/stock?format=csv")[0].find("buckets_available") !=
          std::string::npos);
    CHECK(lines_of(desk, get_items, "/v1/items?format=csv").size() == 2);
    CHECK(lines_of(desk, get_invoices, "/v1/invoices?format=csv").size() == 1);
    auto by_header = Desk::request(http::Method::get, "/v1/orders?limit=1");
    by_header.headers.emplace_back("accept", "text/csv");
    const auto exchange = std::make_shared<TestExchange>(by_header);
    get_orders(*desk.service, exchange);
    CHECK(exchange->wait().content_type.starts_with("text/csv"));
}

TEST_CASE("cases are sorted by deadline and by value, on the screen and in the file") {
    Desk desk;
    const auto open = [&](const std::string& id, std::string_view amount) {
        cases::OpenCase one;
        one.category = "unmapped";
        one.sentence = "case " + id;
        one.destination = id;
        one.value = {parse_amount(amount).value(), parse_currency("EUR").value()};
        send_in(desk, id, cases::Command{one});
        desk.network.clock.set(desk.network.clock.now() + hours(1));
    };
    open("small", "5");
    open("great", "500");
    open("middle", "50");
    const auto order_of = [&](const std::string& sort) {
        const auto body =
            desk.ask(get_cases, Desk::request(http::Method::get, "/v1/cases?sort=" + sort)).body;
        std::vector<std::pair<std::size_t, std::string>> places;
        for (const std::string name : {"small", "great", "middle"})
            places.emplace_back(body.find("case " + name), name);
        std::ranges::sort(places);
        return places[0].second + " " + places[1].second + " " + places[2].second;
    };
    CHECK(order_of("value") == "great middle small");
    CHECK(order_of("sla") == "small great middle");
    const auto file = lines_of(desk, get_cases, "/v1/cases?sort=value&format=csv");
    REQUIRE(file.size() == 4);
    CHECK(file[1].find("case great") != std::string::npos);
    CHECK(file[0].find("acts") == std::string::npos);
}

TEST_CASE("a plan says for each order what would be done, and why not") {
    Desk desk;
    stock_in(desk, 2);
    place_orders(desk, 1, 3);
    orders::PlaceHold hold;
    hold.scope = ledger::HoldScope::order;
    hold.order = "SO-2";
    hold.reason = "credit check";
    hold.blocks = {ledger::Trigger::release};
    send_in(desk, "hold", orders::Command{hold});
    const auto durable = desk.loop->durable();
    const auto plan = [&](std::string body) {
        auto request = Desk::request(http::Method::post, "/v1/plan");
        request.body = std::move(body);
        return desk.ask(post_plan, std::move(request));
    };
    const auto lift = plan(R"({"command":"orders.lift_hold","orders":["SO-1","SO-2","SO-9"]})");
    CHECK(lift.status == 200);
    CHECK(has(lift.body, R"({"order":"SO-1","title":"","allowed":false,"reason":"it has nothing)"));
    CHECK(has(lift.body, R"("order":"SO-2","title":"Lift the hold: credit check","allowed":true)"));
    CHECK(has(lift.body, R"("body":"{\"hold\":1}")"));
    CHECK(has(lift.body, R"("order":"SO-9","title":"","allowed":false)"));
    const auto archive = plan(R"({"command":"orders.archive_order","orders":["SO-3"]})");
    CHECK(has(archive.body, R"("allowed":false,"reason":")"));
    CHECK(plan(R"({"command":"orders.lift_hold","orders":[]})").status == 400);
    CHECK(plan(R"({"command":"orders.lift_hold"})").status == 400);
    CHECK(plan(R"({"command":"billing.void_invoice","orders":["SO-1"],"invoices":["INV-1"]})").status == 400);
    const auto unknown = plan(R"({"command":"billing.void_invoice","invoices":["INV-1","SO-1"]})");
    CHECK(has(unknown.body, R"("order":"","invoice":"INV-1","title":"","allowed":false)"));
    CHECK(has(unknown.body, R"("invoice":"SO-1","title":"","allowed":false)"));
    CHECK(has(unknown.body, R"("code":"invoice_unknown")"));
    CHECK(desk.loop->durable() == durable);
}

} // namespace truefill::server

#include "api/lists/inbox.h"

#include "api/csv.h"
#include "api/post_command.h"
#include "server/server_fixture.h"

#include <algorithm>

namespace truefill::server {

using namespace api;
namespace {

using access::Role;

/// A case, a hold on an order, a hold that a case is about, and a count that somebody else has to make again.
struct Office : Desk {
    Office() {
        send("inventory.open_stock",
             R"({"site":"LYON","reference":"o-1","lines":[{"item":"SKU-1","quantity":50}]})");
        for (const std::string order : {"SO-1", "SO-2"})
            send("orders.place_order",
                 R"({"order":")" + order +
                     R"(","customer":"ACME","currency":"EUR","lines":[{"line":1,"item":"SKU-1","quantity":2,)"
                     R"("unit_price":"2.50"}]})");
        send("cases.open_case", R"({"category":"misship","sentence":"Look here","order":"SO-1",)"
                                R"("value":{"amount":"3.00","currency":"EUR"}})");
        send("cases.open_case", R"({"category":"address_invalid","sentence":"No street","order":"SO-2"})");
        hold("SO-1", "a question");
        hold("SO-2", "address_invalid");
        counter = key({Role::warehouse}, {});
        send("inventory.count_stock", R"({"site":"LYON","item":"SKU-1","counted":10,"counted_by":"joe"})",
             counter);
        settle();
    }
    void send(std::string name, std::string body, const std::string& bearer = {}) {
        auto made = command(name, name + std::to_string(++sent), std::move(body));
        if (!bearer.empty()) made.headers.front().second = "Bearer " + bearer;
        const auto said = ask(post_command, std::move(made));
        REQUIRE_MESSAGE(said.status == 200, said.body);
    }
    void hold(const std::string& order, const std::string& reason) {
        send("orders.place_hold", R"({"scope":"order","order":")" + order + R"(","reason":")" + reason +
                                      R"(","blocks":["release"]})");
    }
    /// A key of its own for somebody with these roles and this scope; its bearer token.
    std::string key(std::vector<Role> roles, access::Scope scope) {
        const auto prefix = "key0000" + std::to_string(++sent);
        auto make = loop::message(
            "make-" + prefix,
            access::Command{access::CreateKey{prefix, sha256(prefix + "secret"), prefix, prefix,
                                              std::move(roles), std::move(scope), loop::morning + days(9)}});
        const auto said = loop->call(std::move(make));
        REQUIRE(said.has_value());
        REQUIRE(door.mirror().wait_for(said->position, loop::long_enough));
        return "tf_" + prefix + "_" + prefix + "secret";
    }
    http::Response inbox(const std::string& query = {}, const std::string& bearer = {}) {
        auto made = request(http::Method::get, "/v1/inbox" + query);
        if (!bearer.empty()) made.headers.front().second = "Bearer " + bearer;
        return ask(get_inbox, std::move(made));
    }
    /// The codes of the rows, in their order.
    std::vector<std::string> codes(const std::string& query = {}, const std::string& bearer = {}) {
        const auto said = inbox(query, bearer);
        REQUIRE_MESSAGE(said.status == 200, said.body);
        json::Document document;
        const auto body = document.parse(said.body);
        REQUIRE(body.has_value());
        std::vector<std::string> found;
        for (const auto& row : body->find("items").elements())
            found.emplace_back(row.find("code").as_string().value());
        return found;
    }
    http::Response work(const std::string& code) {
        auto made = request(http::Method::get, "/v1/inbox/" + code);
        made.parts.emplace_back("code", code);
        return ask(get_work, std::move(made));
    }
    int sent = 0;
    std::string counter; ///< the key of somebody at the shelf
};

using Codes = std::vector<std::string>;

Codes sorted(Codes codes) {
    std::ranges::sort(codes);
    return codes;
}

} // namespace

TEST_CASE("cases and approvals are one list; a hold that a case is about stands with its case") {
    Office desk;
    CHECK(sorted(desk.codes()) == Codes{"CASE-1", "CASE-2", "CNT-1", "HOLD-1"});
    CHECK(desk.codes("?kind=hold") == Codes{"HOLD-1"});
    CHECK(desk.codes("?kind=count,hold&order=SO-1") == Codes{"HOLD-1"});
    CHECK(desk.codes("?category=misship") == Codes{"CASE-1"});
    CHECK(desk.codes("?incident=INC-1").empty());
    CHECK(sorted(desk.codes("?assignee=-")) == Codes{"CASE-1", "CASE-2", "CNT-1", "HOLD-1"});
    CHECK(desk.codes("?assignee=joe").empty());
    CHECK(desk.inbox("?kind=wish").status == 400);
    CHECK(desk.inbox("?sort=colour").status == 400);
    CHECK(desk.inbox("?status=open").status == 400);
}

TEST_CASE("the inbox goes by gravity, by deadline or by value, page by page") {
    Office desk;
    // A misship is grave; a hold has four hours, a count a day.
    CHECK(desk.codes("?sort=due").front() == "CASE-1");
    CHECK(desk.codes("?sort=sla").back() == "CNT-1");
    const auto by_value = desk.codes("?sort=value");
    CHECK(Codes{by_value.begin(), by_value.begin() + 2} == Codes{"HOLD-1", "CASE-1"}); // 5.00 and 3.00
    json::Document document;
    const auto page = desk.inbox("?sort=sla&limit=3").body;
    const auto first = document.parse(page);
    REQUIRE(first.has_value());
    CHECK(first->find("total").as_uint().value() == 4);
    const std::string cursor{first->find("next_cursor").as_string().value()};
    CHECK(desk.codes("?sort=sla&limit=3&cursor=" + cursor) == Codes{"CNT-1"});
}

TEST_CASE("what is equal goes by its code, and pages follow each other") {
    Office desk;
    for (int i = 11; i <= 20; ++i) {
        const auto order = "SO-" + std::to_string(i);
        desk.send("orders.place_order",
                  R"({"order":")" + order +
                      R"(","customer":"ACME","currency":"EUR","lines":[{"line":1,"item":"SKU-1",)"
                      R"("quantity":1,"unit_price":"2.50"}]})");
        desk.send("cases.open_case",
                  R"({"category":"misship","sentence":"Look here","order":")" + order + "\"}");
    }
    const auto all = desk.codes("?category=misship&sort=due");
    REQUIRE(all.size() == 11);
    CHECK(std::ranges::is_sorted(all, {},
                                 [](const std::string& code) { return std::pair{code.size(), code}; }));
    Codes pages;
    std::string cursor;
    for (int page = 0; page < 3; ++page) {
        const auto said = desk.inbox("?category=misship&sort=due&limit=4" + cursor).body;
        json::Document document;
        const auto body = document.parse(said);
        REQUIRE(body.has_value());
        for (const auto& row : body->find("items").elements())
            pages.emplace_back(row.find("code").as_string().value());
        cursor = "&cursor=" + std::string{body->find("next_cursor").as_string().value_or("")};
    }
    CHECK(pages == all);
    CHECK(cursor == "&cursor=");
    CHECK(desk.codes("?category=misship&sort=value").front() == "CASE-1");
    CHECK(desk.codes("?category=misship&sort=value&limit=1") == Codes{"CASE-1"});
}

TEST_CASE("each row says what may be done about it, and why not") {
    Office desk;
    const auto count = desk.work("CNT-1").body;
    CHECK(has(count,
              "LYON counted 10 of SKU-1 where the book had 50: 40 less; somebody else has to count again"));
    CHECK(has(count, R"("command":"inventory.approve_count")"));
    CHECK(has(count, "waits for a recount by somebody else than joe"));
    CHECK(has(count, R"("asked_by":"joe")"));
    const auto hold = desk.work("HOLD-1").body;
    CHECK(has(hold, R"("command":"orders.lift_hold","title":"Lift the hold: a question","allowed":true)"));
    CHECK(has(hold, R"({\"hold\":1})"));
    // The case about a hold lifts it.
    CHECK(has(desk.work("CASE-2").body, R"("title":"Lift the hold: address_invalid")"));
    CHECK(!has(desk.work("CASE-1").body, "orders.lift_hold"));
    CHECK(has(desk.work("CASE-1").body, "cases.resolve_case"));
    for (const auto* code : {"HOLD-9", "CNT-9", "RMA-1", "CASE-9", "CASE-", "WISH-1", "1", ""})
        CHECK_MESSAGE(desk.work(code).status == 404, code);
}

TEST_CASE("what is decided leaves the inbox") {
    Office desk;
    desk.send("orders.lift_hold", R"({"hold":1,"reason":"answered"})");
    CHECK(desk.codes("?kind=hold").empty());
    desk.send("inventory.count_stock", R"({"count":1,"counted":10,"counted_by":"ann"})", desk.counter);
    CHECK(has(desk.work("CNT-1").body,
              R"("command":"inventory.approve_count","title":"Approve the count","allowed":true)"));
    desk.send("inventory.approve_count", R"({"count":1})");
    CHECK(desk.codes("?kind=count").empty());
    CHECK(desk.codes("?kind=case").size() >= 2);
}

TEST_CASE("goods that came back wait for their inspection in the inbox") {
    Office desk;
    desk.send("returns.receive_return", R"({"item":"SKU-1","site":"LYON","quantity":3,"reference":"r-1"})");
    const auto rows = desk.inbox("?kind=return,case&item=SKU-1").body;
    CHECK(has(rows, "SKU-1"));
    const auto rma = desk.work("RMA-1").body;
    CHECK(
        has(rma, R"("command":"returns.inspect_return","title":"Say what becomes of them","allowed":true)"));
    CHECK(has(rma, R"("command":"returns.match_return")"));
    CHECK(has(rma, "3 units of SKU-1 came back to LYON on RMA-1 and wait to be inspected"));
    desk.send("returns.inspect_return",
              R"({"rma":1,"quantity":3,"disposition":"restock","inspected_by":"ann"})");
    CHECK(desk.codes("?kind=return").empty());
}

TEST_CASE("nobody sees work beyond his scope") {
    Office desk;
    const auto other_site = desk.key({Role::inventory_control}, {{"LILLE"}, {}});
    CHECK(desk.codes("?kind=count", other_site).empty());
    CHECK(desk.codes("?kind=count", desk.key({Role::inventory_control}, {{"LYON"}, {}})) == Codes{"CNT-1"});
    const auto other_customers = desk.key({Role::credit}, {{}, {"KEY"}});
    CHECK(desk.codes("?kind=hold", other_customers).empty());
    CHECK(desk.codes("?kind=hold", desk.key({Role::credit}, {})) == Codes{"HOLD-1"});
}

TEST_CASE("the inbox as a file has all its rows") {
    Office desk;
    const auto exchange =
        std::make_shared<TestExchange>(Desk::request(http::Method::get, "/v1/inbox?format=csv&limit=1"));
    get_inbox(*desk.service, exchange);
    CHECK(exchange->wait().status == 200);
    const auto text = exchange->streamed->wait_for("CNT-1,count,");
    CHECK(text.starts_with("code,kind,category,"));
    CHECK(!has(text.substr(0, text.find('\n')), "acts"));
    for (const auto* code : {"CASE-1,case", "CASE-2,case", "HOLD-1,hold"})
        CHECK_MESSAGE(has(text, code), code);
}

} // namespace truefill::server

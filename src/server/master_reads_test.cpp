#include "api/lists/document_lists.h"
#include "api/lists/master_lists.h"
#include "api/lists/mirror_list.h"
#include "api/lists/price_lists.h"
#include "api/post_command.h"
#include "server/server_fixture.h"

#include <set>

namespace truefill::server {

using namespace api;
namespace {

/// Master data of every kind, two customers of which BETA is of no group, stock, and two orders of them.
struct Filled : Desk {
    Filled() {
        send("masterdata.load_catalogue",
             R"({"catalogue":{"items":[{"code":"SKU-2","units":[{"code":"CS","factor":{"numerator":12,)"
             R"("denominator":1},"valid_from":"2026-01-01"},{"code":"PAL","factor":{"numerator":480,)"
             R"("denominator":1},"valid_from":"2026-01-01"}]},{"code":"SKU-3"}],)"
             R"("sites":[{"code":"LILLE"}],"carriers":[{"code":"POST"}],)"
             R"("customers":[{"code":"BETA","currency":"EUR","address":"Rue 2"}],)"
             R"("prices":[{"item":"SKU-1","price":{"amount":"2.50","currency":"EUR"},)"
             R"("valid_from":"2026-01-01"},{"item":"SKU-1","customer":"ACME","price":{"amount":"2.25",)"
             R"("currency":"EUR"},"valid_from":"2026-01-01"},{"item":"SKU-3","customer":"BETA",)"
             R"("price":{"amount":"9","currency":"EUR"},"valid_from":"2026-02-01"}],)"
             R"("cross_references":[{"source":"shop","kind":"item","theirs":"85123A","ours":"SKU-1"},)"
             R"({"source":"shop","kind":"customer","theirs":"c-9","ours":"BETA"},)"
             R"({"source":"edi","kind":"item","theirs":"4711","ours":"SKU-2"}]}})");
        send("access.group_customers", R"({"group":"KEY","customers":["ACME"]})");
        send("inventory.open_stock",
             R"({"site":"LYON","reference":"o-1","lines":[{"item":"SKU-1","quantity":50}]})");
        place("SO-1", "ACME");
        place("SO-2", "BETA");
    }
    void send(std::string name, std::string body) {
        const auto said = ask(post_command, command(name, name + std::to_string(++sent), std::move(body)));
        REQUIRE_MESSAGE(said.status == 200, said.body);
    }
    void place(const std::string& number, const std::string& customer) {
        const std::string line = R"({"line":1,"item":"SKU-1","quantity":2})";
        send("orders.place_order", R"({"order":")" + number + R"(","customer":")" + customer +
                                       R"(","currency":"EUR","lines":[)" + line + "]}");
    }
    /// A key with a scope: group KEY, and sites.
    std::string key(access::Role role, std::vector<std::string> sites) {
        const auto prefix = "key0000" + std::to_string(++sent);
        const auto said =
            loop->call(loop::message(prefix, access::Command{access::CreateKey{prefix,
                                                                               sha256(prefix + "secret"),
                                                                               prefix,
                                                                               prefix,
                                                                               {role},
                                                                               {std::move(sites), {"KEY"}},
                                                                               loop::morning + days(9)}}));
        REQUIRE(said.has_value());
        REQUIRE_MESSAGE(!said->refusal, said->refusal->sentence);
        REQUIRE(door.mirror().wait_for(said->position, loop::long_enough));
        return "tf_" + prefix + "_" + prefix + "secret";
    }
    template <class F> std::string get(F handler, const std::string& path, const std::string& bearer = {}) {
        auto made = request(http::Method::get, path);
        if (!bearer.empty()) made.headers.front().second = "Bearer " + bearer;
        const auto said = ask(handler, std::move(made));
        REQUIRE_MESSAGE(said.status == 200, said.body);
        return said.body;
    }
    template <class F> http::Response single(F handler, const std::string& code,
                                             const std::string& bearer = {}) {
        auto made = request(http::Method::get, "/v1/x/" + code);
        made.parts.emplace_back("code", code);
        if (!bearer.empty()) made.headers.front().second = "Bearer " + bearer;
        return ask(handler, std::move(made));
    }
    int sent = 0;
};

std::uint64_t total_in(const std::string& body) {
    json::Document document;
    const auto value = document.parse(body);
    REQUIRE(value.has_value());
    return value->find("total").as_uint().value_or(0);
}

/// Follows the pages of a list with one row each; the rows as they stand.
template <class F> std::vector<std::string> page_by_page(Filled& desk, F handler, const std::string& path) {
    std::vector<std::string> rows;
    std::string cursor;
    do {
        const auto body = desk.get(handler, path + "?limit=1" + (cursor.empty() ? "" : "&cursor=" + cursor));
        json::Document document;
        const auto page = document.parse(body);
        REQUIRE(page.has_value());
        for (const auto row : page->find("items").elements()) rows.emplace_back(row.raw());
        cursor = page->find("next_cursor").as_string().value_or("");
    } while (!cursor.empty() && rows.size() < 100);
    return rows;
}

template <class F> std::string file_of(Filled& desk, F handler, const std::string& path) {
    const auto exchange = std::make_shared<TestExchange>(Desk::request(http::Method::get, path));
    handler(*desk.service, exchange);
    CHECK(exchange->wait().content_type.starts_with("text/csv"));
    for (int i = 0; i < 2000 && !exchange->streamed->ended(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    return exchange->streamed->wait_for("\r\n");
}

} // namespace

TEST_CASE("prices are read row by row, and those of a customer only by who may see him") {
    Filled desk;
    CHECK(total_in(desk.get(get_prices, "/v1/prices")) == 3);
    const auto rows = page_by_page(desk, get_prices, "/v1/prices");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == R"({"item":"SKU-3","customer":"BETA","price":{"amount":"9.00","currency":"EUR"},)"
                     R"("valid_from":"2026-02-01"})");
    CHECK(std::set<std::string>(rows.begin(), rows.end()).size() == 3);
    CHECK(total_in(desk.get(get_prices, "/v1/prices?item=SKU-1")) == 2);
    CHECK(has(desk.get(get_prices, "/v1/prices?item=SKU-1&customer=ACME"), R"("amount":"2.25")"));
    CHECK(total_in(desk.get(get_prices, "/v1/prices?item=NOPE")) == 0);
    CHECK(total_in(desk.get(get_prices, "/v1/prices?currency=USD")) == 0);
    const auto scoped = desk.get(get_prices, "/v1/prices", desk.key(access::Role::customer_service, {}));
    CHECK(has(scoped, "ACME"));
    CHECK_FALSE(has(scoped, "BETA"));
    CHECK(has(file_of(desk, get_prices, "/v1/prices?format=csv"), "\r\nSKU-3,BETA,9.00,EUR,2026-02-01\r\n"));
    CHECK(desk.ask(get_prices, Desk::request(http::Method::get, "/v1/prices?itme=SKU-1")).status == 400);
}

TEST_CASE("units are read with their factors") {
    Filled desk;
    CHECK(page_by_page(desk, get_units, "/v1/units").size() == 2);
    CHECK(has(desk.get(get_units, "/v1/units?unit=CS"),
              R"([{"item":"SKU-2","unit":"CS","numerator":12,"denominator":1,"valid_from":"2026-01-01"}])"));
    CHECK(total_in(desk.get(get_units, "/v1/units?item=SKU-1")) == 0);
}

TEST_CASE("cross-references are read in their order") {
    Filled desk;
    const auto rows = page_by_page(desk, get_cross_references, "/v1/cross-references");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == R"({"source":"edi","kind":"item","theirs":"4711","ours":"SKU-2"})");
    CHECK(has(rows[1], R"("kind":"customer")"));
    CHECK(total_in(desk.get(get_cross_references, "/v1/cross-references?source=shop&kind=item")) == 1);
    CHECK(total_in(desk.get(get_cross_references, "/v1/cross-references?ours=SKU-2")) == 1);
    const auto shop = desk.key(access::Role::customer_service, {});
    CHECK_FALSE(has(desk.get(get_cross_references, "/v1/cross-references", shop), "BETA"));
    CHECK(has(file_of(desk, get_cross_references, "/v1/cross-references?format=csv"),
              "shop,item,85123A,SKU-1\r\n"));
}

TEST_CASE("what other systems said is read with whether it agrees") {
    Filled desk;
    CHECK(total_in(desk.get(get_mirrors, "/v1/mirrors")) == 0);
    desk.send("mirrors.report_claim",
              R"({"system":"erp","order":"SO-1","line":1,"state":"shipped","quantity":2})");
    desk.send("mirrors.report_claim",
              R"({"system":"erp","order":"SO-2","line":1,"state":"cancelled","quantity":0})");
    desk.send("mirrors.report_stock",
              R"({"system":"wms","site":"LYON","statement":"S-1","lines":[{"item":"SKU-1","on_hand":44}]})");
    const auto rows = page_by_page(desk, get_mirrors, "/v1/mirrors");
    REQUIRE(rows.size() == 4);
    CHECK(has(rows[0], R"({"kind":"line","system":"erp","order":"SO-2","item":"SKU-1")"));
    CHECK(has(rows[0], R"("verdict":"agrees")"));
    CHECK(has(rows[1], R"("state":"shipped","stated":2,"verdict":"in_flight","differs":true)"));
    CHECK(has(rows[2], R"({"kind":"balance","system":"wms","item":"SKU-1","site":"LYON","state":"on_hand",)"
                       R"("stated":44,"book":50)"));
    CHECK(has(rows[3], R"("statement":"S-1","compared":1,"differing":1)"));
    CHECK(total_in(desk.get(get_mirrors, "/v1/mirrors?differs=true")) == 3);
    CHECK(total_in(desk.get(get_mirrors, "/v1/mirrors?kind=balance")) == 1);
    CHECK(total_in(desk.get(get_mirrors, "/v1/mirrors?system=wms")) == 2);
    CHECK(total_in(desk.get(get_mirrors, "/v1/mirrors?order=SO-1")) == 1);
    CHECK(total_in(desk.get(get_mirrors, "/v1/mirrors?order=NOPE")) == 0);
    CHECK(total_in(desk.get(get_mirrors, "/v1/mirrors?site=LILLE")) == 0);
    CHECK(desk.ask(get_mirrors, Desk::request(http::Method::get, "/v1/mirrors?kind=x")).status == 400);
    CHECK(has(file_of(desk, get_mirrors, "/v1/mirrors?format=csv"), "line,erp,SO-1,SKU-1,"));
    // Of the customer and the site that a scope names, and of no other.
    const auto lille =
        desk.get(get_mirrors, "/v1/mirrors", desk.key(access::Role::customer_service, {"LILLE"}));
    CHECK_FALSE(has(lille, "LYON"));
    CHECK_FALSE(has(lille, "SO-2"));
    const auto lyon =
        desk.get(get_mirrors, "/v1/mirrors", desk.key(access::Role::customer_service, {"LYON"}));
    CHECK(has(lyon, "SO-1"));
    CHECK_FALSE(has(lyon, "SO-2"));
}

TEST_CASE("single documents and master data are read by their codes, within the scope") {
    Filled desk;
    CHECK(has(desk.single(get_item, "SKU-1").body, R"({"code":"SKU-1")"));
    CHECK(has(desk.single(get_customer, "BETA").body, R"("code":"BETA")"));
    CHECK(has(desk.single(get_site, "LYON").body, R"("code":"LYON")"));
    CHECK(has(desk.single(get_carrier, "POST").body, R"("code":"POST")"));
    CHECK(has(desk.single(get_release, "R-1").body, R"("code":"R-1","order":"SO-1")"));
    CHECK(desk.single(get_release, "1").status == 200);
    CHECK(desk.single(get_release, "R-99").status == 404);
    CHECK(desk.single(get_release, "R-x").status == 404);
    CHECK(desk.single(get_item, "NOPE").status == 404);
    CHECK(desk.single(get_shipment, "SH-1").status == 404);
    CHECK(desk.single(get_return, "RMA-1").status == 404);
    const auto clerk = desk.key(access::Role::customer_service, {});
    CHECK(desk.single(get_customer, "ACME", clerk).status == 200);
    CHECK(desk.single(get_customer, "BETA", clerk).status == 404);
    CHECK(desk.single(get_release, "R-1", desk.key(access::Role::customer_service, {"LILLE"})).status == 404);
}

} // namespace truefill::server

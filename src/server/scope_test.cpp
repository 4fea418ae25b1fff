#include "api/scope.h"

#include "api/commands/if_match.h"
#include "api/commands/post_commands.h"
#include "api/lists/overview.h"
#include "api/operation/health.h"
#include "api/orders/order_list.h"
#include "api/orders/order_page.h"
#include "api/orders/timeline.h"
#include "api/post_command.h"
#include "server/server_fixture.h"

namespace truefill::server {

using namespace api;
namespace {

using access::Role;

/// Two sites, two customers, of which ACME is of the group KEY; an order of each, shipped from nowhere yet.
struct TwoSites : Desk {
    TwoSites() {
        send("masterdata.load_catalogue",
             R"({"catalogue":{"sites":[{"code":"LILLE"}],"customers":[{"code":"BETA","currency":"EUR"}]}})");
        send("access.group_customers", R"({"group":"KEY","customers":["ACME"]})");
        send("inventory.open_stock",
             R"({"site":"LYON","reference":"o-1","lines":[{"item":"SKU-1","quantity":50}]})");
        place("SO-1", "ACME");
        place("SO-2", "BETA");
        settle();
    }
    void send(std::string name, std::string body) {
        const auto said = ask(post_command, command(name, name + std::to_string(++sent), std::move(body)));
        REQUIRE_MESSAGE(said.status == 200, said.body);
    }
    void place(const std::string& number, const std::string& customer) {
        send("orders.place_order",
             "{\"order\":\"" + number + "\",\"customer\":\"" + customer +
                 "\",\"currency\":\"EUR\",\"lines\":[{\"line\":1,\"item\":\"SKU-1\",\"quantity\":2,"
                 "\"unit_price\":\"2.50\"}]}");
    }
    /// A key of its own for somebody with these roles and this scope; its bearer token. `user`: whose it is.
    std::string key(std::vector<Role> roles, access::Scope scope, std::string user = {}) {
        const auto prefix = "key0000" + std::to_string(++sent);
        if (user.empty()) user = prefix;
        engine::Message make = loop::message(
            "make-" + prefix,
            access::Command{access::CreateKey{prefix, sha256(prefix + "secret"), std::move(user), prefix,
                                              std::move(roles), std::move(scope), loop::morning + days(9)}});
        const auto said = loop->call(std::move(make));
        REQUIRE(said.has_value());
        REQUIRE_MESSAGE(!said->refusal, said->refusal->sentence);
        REQUIRE(door.mirror().wait_for(said->position, loop::long_enough));
        return "tf_" + prefix + "_" + prefix + "secret";
    }
    template <class F> http::Response ask_as(const std::string& bearer, F handler, http::Request made) {
        made.headers.front().second = "Bearer " + bearer;
        return ask(handler, std::move(made));
    }
    http::Response send_as(const std::string& bearer, std::string name, std::string body) {
        const auto id = "as-" + std::to_string(++sent);
        return ask_as(bearer, post_command, command(std::move(name), id, std::move(body)));
    }
    void person(const std::string& name, const std::string& role) {
        send("access.create_user",
             R"({"user":")" + name + R"(","display_name":"N","roles":[")" + role + "\"]}");
    }
    /// SO-1 leaves LYON, and is billed and claimed about.
    void ship() {
        send("warehouse.acknowledge_release", R"({"release":1})");
        send("warehouse.confirm_pick", R"({"release":1,"line":1,"quantity":2})");
        send("warehouse.pack",
             R"({"release":1,"sscc":"340123450000000018","lines":[{"line":1,"quantity":2}]})");
        send("shipping.issue_goods", R"({"release":1,"tracking":"T-1"})");
        send("billing.confirm_invoice",
             R"({"invoice":1,"number":"F-1","total":{"amount":"5.00","currency":"EUR"}})");
        send("mirrors.report_claim",
             R"({"system":"erp","order":"SO-1","line":1,"state":"shipped","quantity":2})");
        settle();
    }
    int sent = 0;
};

http::Request named(http::Request made, std::string number) {
    made.parts.emplace_back("number", std::move(number));
    return made;
}

constexpr auto count_lyon = R"({"site":"LYON","item":"SKU-1","reason":"asked for"})";
constexpr auto count_lille = R"({"site":"LILLE","item":"SKU-1","reason":"asked for"})";

} // namespace

TEST_CASE("when a record about access cannot be read, nobody is let in and the server says why") {
    TwoSites desk;
    const auto clerk = desk.key({Role::customer_service}, {});
    const auto passes = [&](const std::string& bearer, std::string_view route) {
        auto made = Desk::request(http::Method::get, std::string{route});
        made.headers.front().second = "Bearer " + bearer;
        made.route = route;
        const auto exchange = std::make_shared<TestExchange>(std::move(made));
        return admits(*desk.service, exchange) ? http::Response{} : exchange->wait();
    };
    const auto ready = [&] { return desk.ask(get_readiness, Desk::request(http::Method::get, "/readyz")); };
    CHECK(passes(clerk, "/v1/orders").status == 200);
    CHECK(ready().status == 200);
    journal::Batch batch;
    batch.first = desk.loop->durable() + 1;
    batch.bytes = R"({"steps":[{"events":[{"event":"access.key_revoked","body":)"; // cut off
    batch.ends.push_back(static_cast<std::uint32_t>(batch.bytes.size()));
    const auto before = desk.door.mirror().version();
    desk.door.mirror().committed(batch, {});
    CHECK(desk.door.mirror().version() > before); // streams ask again
    for (const auto& bearer : {clerk, std::string{test_token}}) {
        const auto said = passes(bearer, "/v1/orders");
        CHECK(said.status == 503);
        CHECK(has(said.body, "access_unreadable"));
    }
    CHECK(passes("", "/v1/session").status == 503); // log-ins, too
    CHECK(ready().status == 503);
    CHECK(has(ready().body, "access_unreadable"));
    CHECK_FALSE(desk.door.is_token(test_token));
}

TEST_CASE("a command needs its role, and then its site in the scope") {
    TwoSites desk;
    const auto lead = desk.key({Role::shift_lead}, {{"LYON"}, {}});
    const auto clerk = desk.key({Role::customer_service}, {});
    CHECK(desk.send_as(lead, "inventory.request_count", count_lyon).status == 200);
    const auto out = desk.send_as(lead, "inventory.request_count", count_lille);
    CHECK(out.status == 403);
    CHECK(has(out.body, "\"not_allowed\""));
    CHECK(has(out.body, "site_out_of_scope"));
    const auto other = desk.send_as(clerk, "inventory.request_count", count_lyon);
    CHECK(other.status == 403);
    CHECK(has(other.body, "Needs the role shift_lead or inventory_control"));
}

TEST_CASE("a command about an order needs its customer's group in the scope") {
    TwoSites desk;
    const auto clerk = desk.key({Role::customer_service}, {{}, {"KEY"}});
    const auto cancel = [](std::string_view order) {
        return "{\"order\":\"" + std::string{order} + "\",\"reason\":\"asked for\"}";
    };
    CHECK(desk.send_as(clerk, "orders.cancel_lines", cancel("SO-2")).status == 403);
    CHECK(desk.send_as(clerk, "orders.cancel_lines", cancel("SO-9")).status == 403);
    CHECK(desk.send_as(clerk, "orders.cancel_lines", cancel("SO-1")).status == 200);
}

TEST_CASE("lists and pages show what is in the scope; the rest is not there") {
    TwoSites desk;
    const auto clerk = desk.key({Role::customer_service}, {{}, {"KEY"}});
    const auto list = desk.ask_as(clerk, get_orders, Desk::request(http::Method::get, "/v1/orders"));
    CHECK(has(list.body, "SO-1"));
    CHECK_FALSE(has(list.body, "SO-2"));
    CHECK(has(list.body, "\"total\":1"));
    const auto get = [&](std::string number) {
        return named(Desk::request(http::Method::get, "/v1/orders/" + number), number);
    };
    CHECK(desk.ask_as(clerk, get_order, get("SO-1")).status == 200);
    const auto hidden = desk.ask_as(clerk, get_order, get("SO-2"));
    const auto missing = desk.ask_as(clerk, get_order, get("SO-3"));
    CHECK(hidden.status == 404);
    CHECK(missing.status == 404);
    CHECK(has(hidden.body, "\"order_unknown\""));
    CHECK(desk.ask_as(clerk, get_timeline, get("SO-1")).status == 200);
    CHECK(desk.ask_as(clerk, get_timeline, get("SO-2")).status == 404);
}

TEST_CASE("orders without a site are counted for nobody who is at one") {
    TwoSites desk;
    desk.send("masterdata.load_catalogue", R"({"catalogue":{"items":[{"code":"SKU-2"}]}})");
    desk.send("orders.place_order",
              R"({"order":"SO-3","customer":"ACME","currency":"EUR",)"
              R"("lines":[{"line":1,"item":"SKU-2","quantity":2,"unit_price":"2.50"}]})");
    desk.settle();
    const auto count = [&](const std::string& who) {
        return desk.ask_as(who, get_overview, Desk::request(http::Method::get, "/v1/overview")).body;
    };
    CHECK(has(count(desk.key({Role::warehouse}, {})), R"("orders":3,)"));
    CHECK(has(count(desk.key({Role::warehouse}, {{"LYON"}, {}})), R"("orders":2,)"));
}

TEST_CASE("acts on a page are forbidden with the sentence of access to who may not") {
    TwoSites desk;
    const auto clerk = desk.key({Role::customer_service}, {});
    const auto buyer = desk.key({Role::buyer}, {});
    const auto page = [&](const std::string& who) {
        return desk.ask_as(who, get_order, named(Desk::request(http::Method::get, "/v1/orders/SO-1"), "SO-1"))
            .body;
    };
    CHECK(has(page(clerk), R"({"command":"orders.cancel_lines","title":"Cancel the order","allowed":true)"));
    CHECK(has(page(buyer), R"({"command":"orders.cancel_lines","title":"Cancel the order","allowed":false)"));
    CHECK(has(page(buyer), "needs the role customer_service"));
}

TEST_CASE("a message that was taken before gets its first answer, whatever its documents are now") {
    TwoSites desk;
    const auto clerk = desk.key({Role::customer_service}, {{}, {"KEY"}});
    const auto body = R"({"order":"SO-1","reason":"asked for"})";
    const auto first = desk.ask_as(clerk, post_command, desk.command("orders.cancel_lines", "c-1", body));
    REQUIRE(first.status == 200);
    desk.send("access.group_customers", R"({"customers":["ACME"]})");
    const auto again = desk.ask_as(clerk, post_command, desk.command("orders.cancel_lines", "c-1", body));
    CHECK(has(again.body, "\"duplicate\""));
    CHECK(desk.ask_as(clerk, post_command, desk.command("orders.cancel_lines", "c-2", body)).status == 403);
}

TEST_CASE("who approves is who sends, and a count that is approved at once asks for both rights") {
    TwoSites desk;
    const auto worker = desk.key({Role::warehouse}, {});
    const auto count = [](std::string_view by) {
        return R"({"site":"LYON","item":"SKU-1","counted":40,"counted_by":"joe","approved_by":")" +
               std::string{by} + "\"}";
    };
    const auto other = desk.send_as(worker, "inventory.count_stock", count("the boss"));
    CHECK(has(other.body, "approver_not_sender"));
    const auto name = worker.substr(3, 8);
    CHECK(has(desk.send_as(worker, "inventory.count_stock", count(name)).body, "role_missing"));
    CHECK(desk.send_as(worker, "inventory.count_stock",
                       R"({"site":"LYON","item":"SKU-1","counted":40,"counted_by":"joe"})")
              .status == 200);
}

TEST_CASE("who asked for what is approved is an active user, and another than the sender") {
    TwoSites desk;
    desk.ship();
    desk.person("fin", "finance");
    desk.person("ann", "customer_service");
    desk.person("gone", "customer_service");
    desk.send("access.deactivate_user", R"({"user":"gone"})");
    desk.send("access.set_limit", R"({"user":"fin","up_to":{"amount":"50.00","currency":"EUR"}})");
    const auto fin = desk.key({Role::finance}, {}, "fin");
    const auto grant = [&](const std::string& requester) {
        return desk.send_as(
            fin, "billing.grant_credit",
            R"({"invoice":1,"line":1,"money":{"amount":"1.00","currency":"EUR"},"reason":"late",)"
            R"("requested_by":")" +
                requester + R"(","approved_by":"fin"})");
    };
    for (const char* nobody : {"nobody-who-exists", "gone", ""}) {
        const auto said = grant(nobody);
        CHECK(said.status == 403);
        CHECK(has(said.body, "requester_unknown"));
    }
    CHECK(has(grant("gone").body, "gone is no active user"));
    CHECK(has(grant("fin").body, "same_person"));
    CHECK(grant("ann").status == 200);

    const auto write_off = [&](const std::string& requester) {
        auto made = desk.command("billing.write_off", "w-" + requester,
                                 R"({"invoice":1,"amount":"1.00","reason":"small","approved_by":"fin"})");
        made.headers.emplace_back("truefill-requested-by", requester);
        return desk.ask_as(fin, post_command, std::move(made));
    };
    CHECK(has(write_off("nobody-who-exists").body, "requester_unknown"));
    CHECK(has(write_off("fin").body, "same_person"));
    CHECK(write_off("ann").status == 200);
}

TEST_CASE("who sends a count does not approve it, whomever he names as counter") {
    TwoSites desk;
    desk.send("masterdata.load_catalogue",
              R"({"catalogue":{"prices":[{"item":"SKU-1","price":{"amount":"1.00","currency":"EUR"}}]}})");
    std::string keys[2];
    for (const std::string name : {"ivy", "eve"}) {
        desk.person(name, "inventory_control");
        desk.send("access.set_limit",
                  R"({"user":")" + name + R"(","up_to":{"amount":"500.00","currency":"EUR"}})");
        keys[name == "eve"] = desk.key({Role::inventory_control}, {}, name);
    }
    const auto& [ivy, eve] = keys;
    desk.send("inventory.request_count", count_lyon);
    const auto count = [&](std::string_view by, std::string_view approved) {
        return desk.send_as(ivy, "inventory.count_stock",
                            R"({"site":"LYON","item":"SKU-1","counted":40,"counted_by":")" + std::string{by} +
                                "\"" + std::string{approved} + "}");
    };
    for (const char* counter : {"joe", "eve", "ivy"}) // nobody, another, himself
        CHECK(has(count(counter, R"(,"approved_by":"ivy")").body, "same_person"));
    CHECK(count("joe", "").status == 200);
    CHECK(has(desk.send_as(ivy, "inventory.approve_count", R"({"count":1,"approved_by":"ivy"})").body,
              "same_person"));
    const auto approved = desk.send_as(eve, "inventory.approve_count", R"({"count":1,"approved_by":"eve"})");
    CHECK_MESSAGE(approved.status != 403, approved.body); // joe needs no log-in of his own
}

TEST_CASE("the page of an order has what the areas of its parts show") {
    TwoSites desk;
    desk.ship();
    desk.send("cases.open_case", R"({"category":"other","sentence":"Look here","order":"SO-1"})");
    const auto page = [&](const std::string& who) {
        return desk.ask_as(who, get_order, named(Desk::request(http::Method::get, "/v1/orders/SO-1"), "SO-1"))
            .body;
    };
    const auto office = page(desk.key({Role::finance}, {}));
    CHECK(has(office, R"("code":"INV-1")"));
    CHECK(has(office, R"("open":{"amount":"5.00")"));
    CHECK(has(office, R"("system":"erp")"));
    CHECK(has(office, "Look here"));
    const auto floor = page(desk.key({Role::warehouse}, {}));
    CHECK(has(floor, R"("number":"SO-1")"));
    CHECK(has(floor, R"("invoices":[],"credits":[])"));
    CHECK(has(floor, R"("money":{"value":{"amount":"5.00","currency":"EUR"}})"));
    CHECK_MESSAGE(!has(floor, R"("billed":")"), floor);
    CHECK(has(floor, R"("systems":[])"));
    CHECK(has(floor, "Look here"));
    CHECK(has(office, "invoice F-1"));
    CHECK_MESSAGE(!has(floor, "F-1"), floor); // neither in why nor in next
    const auto story = [&](const std::string& who) {
        return desk
            .ask_as(who, get_timeline,
                    named(Desk::request(http::Method::get, "/v1/orders/SO-1/timeline"), "SO-1"))
            .body;
    };
    CHECK(has(story(desk.key({Role::finance}, {})), "billing."));
    const auto told = story(desk.key({Role::warehouse}, {}));
    CHECK(has(told, "shipping.goods_issued"));
    CHECK_MESSAGE((!has(told, "billing.") && !has(told, "F-1") && !has(told, "INV-")), told);
}

TEST_CASE("who sees an order by one of its sites does not see the documents of the others") {
    TwoSites desk;
    desk.send("inventory.open_stock",
              R"({"site":"LILLE","reference":"o-2","lines":[{"item":"SKU-1","quantity":30}]})");
    desk.send("orders.place_order", R"({"order":"SO-3","customer":"ACME","currency":"EUR","lines":[)"
                                    R"({"line":1,"item":"SKU-1","quantity":70,"unit_price":"2.50"}]})");
    desk.settle();
    const auto releases = [&](access::Scope scope) {
        const auto body = desk.ask_as(desk.key({Role::shift_lead}, std::move(scope)), get_order,
                                      named(Desk::request(http::Method::get, "/v1/orders/SO-3"), "SO-3"))
                              .body;
        const auto begin = body.find(R"("releases":[)");
        REQUIRE_MESSAGE(begin != std::string::npos, body);
        return body.substr(begin, body.find(R"("shipments":)") - begin);
    };
    const auto all = releases({});
    REQUIRE_MESSAGE((has(all, "LYON") && has(all, "LILLE")), all);
    const auto lyon = releases({{"LYON"}, {}});
    CHECK(has(lyon, "LYON"));
    CHECK_FALSE(has(lyon, "LILLE"));
}

TEST_CASE("an If-Match tells nothing of an order that its sender does not see") {
    TwoSites desk;
    const auto clerk = desk.key({Role::customer_service}, {{}, {"KEY"}});
    const auto hold = [&](const std::string& order) {
        auto made =
            desk.command("orders.place_hold", "match-" + order,
                         R"({"scope":"order","order":")" + order + R"(","reason":"x","blocks":["release"]})");
        made.headers.emplace_back("if-match", "\"1\"");
        return desk.ask_as(
            clerk,
            [](Service& service, const http::ExchangePtr& exchange) {
                post_command_when_it_matches(service, exchange);
            },
            std::move(made));
    };
    CHECK(hold("SO-1").status == 412);
    const auto hidden = hold("SO-2");
    CHECK(hidden.status == 403);
    CHECK(has(hidden.body, "customer_out_of_scope"));
}

TEST_CASE("each line of a bulk request is asked for itself") {
    TwoSites desk;
    const auto lead = desk.key({Role::shift_lead}, {{"LYON"}, {}});
    auto bulk = Desk::request(http::Method::post, "/v1/commands");
    bulk.headers.emplace_back("content-type", "application/x-ndjson");
    const auto line = [](std::string_view id, std::string_view body) {
        return R"({"command":"inventory.request_count","message_id":")" + std::string{id} +
               "\",\"body\":" + std::string{body} + "}\n";
    };
    bulk.body = line("b-1", count_lille) + line("b-2", count_lyon);
    const auto said = desk.ask_as(lead, post_commands, std::move(bulk));
    CHECK(has(said.body, R"({"line":1,"problem":{)"));
    CHECK(has(said.body, R"({"line":2,"outcome":"committed")"));
}

TEST_CASE("a route that says nothing is for administrators, and one that cannot filter refuses a scope") {
    TwoSites desk;
    const auto passes = [&](const std::string& bearer, http::Method method, std::string_view route) {
        auto made = Desk::request(method, std::string{route});
        made.headers.front().second = "Bearer " + bearer;
        made.route = route;
        const auto exchange = std::make_shared<TestExchange>(std::move(made));
        return admits(*desk.service, exchange);
    };
    const auto machine = desk.key({Role::integrator}, {}),
               scoped = desk.key({Role::integrator}, {{"LYON"}, {}});
    CHECK(passes(machine, http::Method::get, "/v1/jobs"));
    CHECK_FALSE(passes(scoped, http::Method::get, "/v1/jobs"));
    CHECK(passes(scoped, http::Method::get, "/v1/orders"));
    CHECK_FALSE(passes(machine, http::Method::post, "/v1/backups"));
    CHECK_FALSE(passes(machine, http::Method::get, "/v1/users"));
    CHECK_FALSE(passes(machine, http::Method::get, "/v1/nobody-knows"));
    CHECK(passes(std::string{test_token}, http::Method::post, "/v1/backups"));
}

} // namespace truefill::server

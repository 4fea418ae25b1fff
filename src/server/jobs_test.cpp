#include "server/jobs.h"

#include "server/server_fixture.h"

namespace truefill::server {
namespace {

/// An order that is released: a job for its site.
struct JobTest : Desk {
    JobTest() {
        inventory::OpenStock stock;
        stock.site = "LYON";
        stock.reference = "open";
        stock.lines.push_back({.item = "SKU-1", .quantity = 50});
        REQUIRE(loop->call(loop::message("stock", inventory::Command{stock})).has_value());
    }
    void place(int n) { REQUIRE(loop->call(loop::order(n)).has_value()); }
    std::shared_ptr<TestExchange> post(const std::string& path, std::string body, std::string id = "") {
        auto made = request(http::Method::post, path);
        made.body = std::move(body);
        if (!id.empty()) made.parts.emplace_back("id", std::move(id));
        return std::make_shared<TestExchange>(std::move(made));
    }
    http::Response activate(const std::string& body) {
        const auto exchange = post("/v1/jobs/activate", body);
        post_activate(*service, exchange);
        return exchange->wait();
    }
    template <class F> http::Response end(F handler, const std::string& id, const std::string& body) {
        const auto exchange = post("/v1/jobs/" + id, body, id);
        handler(*service, exchange);
        return exchange->wait();
    }
};

} // namespace

TEST_CASE("a job is taken by one worker with all it needs, and done once") {
    JobTest test;
    test.place(1);
    const auto taken =
        test.activate(R"({"worker":"wms-1","types":["send_release"],"destinations":["wms"],"max":5})");
    CHECK(taken.status == 200);
    CHECK(has(taken.body, R"("type":"send_release","destination":"wms:LYON")"));
    CHECK(has(taken.body, R"("release":{"release":1,"order":"SO-1","site":"LYON")"));
    CHECK(has(taken.body, R"("item":"SKU-1")"));
    CHECK(has(test.activate(R"({"worker":"wms-2"})").body, "\"jobs\":[]"));
    const auto open = test.ask(get_jobs, Desk::request(http::Method::get, "/v1/jobs?destination=wms:LYON"));
    CHECK(has(open.body, "\"worker\":\"wms-1\""));
    CHECK(has(test.end(post_complete, "1", R"({"worker":"wms-1","reference":"W-7"})").body, "\"committed\""));
    CHECK(has(test.end(post_complete, "1", R"({"worker":"wms-1","reference":"W-7"})").body, "\"duplicate\""));
    CHECK(has(test.ask(get_jobs, Desk::request(http::Method::get, "/v1/jobs")).body, "\"total\":0"));
}

TEST_CASE("a lease ends, and can be made longer by its worker alone") {
    JobTest test;
    test.place(1);
    REQUIRE(has(test.activate(R"({"worker":"a","lease_seconds":60})").body, "\"id\":1"));
    CHECK(test.end(post_extend, "1", R"({"worker":"b","lease_seconds":60})").status == 409);
    CHECK(test.end(post_extend, "1", R"({"worker":"a","lease_seconds":120})").status == 200);
    test.network.clock.advance(seconds(90));
    CHECK(has(test.activate(R"({"worker":"b"})").body, "\"jobs\":[]"));
    test.network.clock.advance(seconds(90));
    CHECK(test.end(post_fail, "1", R"({"worker":"a","outcome":"not_done"})").status == 409);
    CHECK(has(test.activate(R"({"worker":"b"})").body, "\"id\":1"));
}

TEST_CASE("what failed is tried again after a while, under another message") {
    JobTest test;
    test.place(1);
    for (int attempt = 1; attempt <= 3; ++attempt) {
        CAPTURE(attempt);
        REQUIRE(has(test.activate(R"({"worker":"a"})").body, "\"id\":1"));
        CHECK(has(test.end(post_fail, "1", R"({"worker":"a","outcome":"not_done","reason":"down"})").body,
                  "\"committed\""));
        test.network.clock.advance(minutes(10));
    }
    CHECK(has(test.activate(R"({"worker":"a"})").body, "\"attempts\":3"));
}

TEST_CASE("who waits for a job gets it when it comes") {
    JobTest test;
    const auto waiting = test.post("/v1/jobs/activate", R"({"worker":"a","wait_seconds":60})");
    post_activate(*test.service, waiting);
    test.place(1);
    CHECK(has(waiting->wait().body, "\"order\":\"SO-1\""));
}

TEST_CASE("a worker that asks for nonsense is told so") {
    JobTest test;
    for (const std::string body :
         {"{}", R"({"worker":""})", R"({"worker":"a","max":0})", R"({"worker":"a","max":101})",
          R"({"worker":"a","lease_seconds":0})", R"({"worker":"a","wait_seconds":61})",
          R"({"worker":"a","types":["fly"]})"}) {
        CAPTURE(body);
        CHECK(test.activate(body).status == 400);
    }
    CHECK(test.end(post_complete, "x", R"({"worker":"a"})").status == 404);
    CHECK(test.end(post_complete, "99", R"({"worker":"a"})").status == 422);
}

} // namespace truefill::server

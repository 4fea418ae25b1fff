#include "api/commands/jobs.h"

#include "server/server_fixture.h"

#include <future>

namespace truefill::server {

using namespace api;
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

/// The engine does nothing else while it is there.
class Busy {
public:
    explicit Busy(loop::Loop& loop) {
        loop.look(
            [this, let_go = let_go_.get_future().share()](const engine::State&) {
                begun_.set_value();
                let_go.wait();
            },
            [](std::optional<loop::Fault>) {});
        begun_.get_future().wait();
    }
    ~Busy() { let_go_.set_value(); }
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;

private:
    std::promise<void> begun_, let_go_;
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

TEST_CASE("a job is its worker's until the answer says that it was completed or failed") {
    JobTest test;
    test.place(1);
    REQUIRE(has(test.activate(R"({"worker":"a"})").body, "\"id\":1"));
    const auto holder = [&] {
        return test.service->jobs.leases().holder(JobId{1}, test.network.clock.now());
    };
    bool completes = false;
    SUBCASE("completed") { completes = true; }
    SUBCASE("failed") { completes = false; }
    const auto first = test.post(
        "/v1/jobs/1", completes ? R"({"worker":"a"})" : R"({"worker":"a","outcome":"not_done"})", "1");
    const auto second = test.post("/v1/jobs/activate", R"({"worker":"b"})");
    {
        const Busy busy{*test.loop};
        completes ? post_complete(*test.service, first) : post_fail(*test.service, first);
        post_activate(*test.service, second);
        CHECK(holder() == "a");
    }
    CHECK(has(first->wait().body, "\"committed\""));
    CHECK(has(second->wait().body, "\"jobs\":[]"));
    CHECK(holder().empty());
}

TEST_CASE("a job whose end was not taken stays its worker's") {
    JobTest test;
    test.place(1);
    REQUIRE(has(test.activate(R"({"worker":"a"})").body, "\"id\":1"));
    test.loop->stop(loop::Stop::drain);
    const auto holder = [&] {
        return test.service->jobs.leases().holder(JobId{1}, test.network.clock.now());
    };
    CHECK(test.end(post_fail, "1", R"({"worker":"a","outcome":"not_done"})").status == 503);
    CHECK(holder() == "a");
    CHECK(test.end(post_complete, "1", R"({"worker":"a"})").status == 503);
    CHECK(holder() == "a");
}

TEST_CASE("what failed drops no lease that another worker has meanwhile") {
    Leases leases;
    const auto now = loop::morning;
    REQUIRE(leases.take(JobId{1}, {"a", now + seconds(1), 0}, now));
    const auto ended = leases.find(JobId{1}, "a", now);
    REQUIRE(ended.has_value());
    CHECK(!leases.find(JobId{1}, "b", now));
    const auto later = now + seconds(2);
    REQUIRE(leases.take(JobId{1}, {"b", later + seconds(60), 0}, later));
    leases.drop(JobId{1}, *ended);
    CHECK(leases.holder(JobId{1}, later) == "b");
}

TEST_CASE("who closed the connection while it waited gets no job") {
    JobTest test;
    const auto gone = test.post("/v1/jobs/activate", R"({"worker":"gone","wait_seconds":60})");
    post_activate(*test.service, gone);
    gone->close();
    test.place(1);
    CHECK(has(gone->wait().body, "\"jobs\":[]"));
    CHECK(has(test.activate(R"({"worker":"here"})").body, "\"id\":1"));
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

#include "api/commands/jobs.h"
#include "api/failure_log.h"
#include "api/post_command.h"
#include "server/server_fixture.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace truefill::server {

using namespace api;
namespace {

constexpr std::string_view trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
constexpr std::string_view trace_id = "4bf92f3577b34da6a3ce929d0e0e4736";

/// What is written to stderr meanwhile.
template <class F> std::string log_of(F f) {
    char path[] = "/tmp/truefill-log-XXXXXX";
    const int file = ::mkstemp(path);
    REQUIRE(file >= 0);
    std::fflush(stderr);
    const int kept = ::dup(STDERR_FILENO);
    REQUIRE(::dup2(file, STDERR_FILENO) >= 0);
    f();
    std::fflush(stderr);
    ::dup2(kept, STDERR_FILENO);
    ::close(kept);
    ::close(file);
    std::ifstream in{path};
    std::stringstream text;
    text << in.rdbuf();
    ::unlink(path);
    return text.str();
}

http::Request traced(std::string_view route) {
    auto request = Desk::request(http::Method::get, std::string{route});
    request.route = route;
    request.traceparent = trace;
    return request;
}

} // namespace

TEST_CASE("the trace of a request is that of its events and of the job that a worker takes") {
    Desk desk;
    const auto send = [&](std::string name, std::string body, std::string_view with) {
        auto made = desk.command(name, name, std::move(body));
        if (!with.empty()) made.traceparent = with;
        const auto said = desk.ask(post_command, std::move(made));
        REQUIRE_MESSAGE(said.status == 200, said.body);
    };
    send("inventory.open_stock",
         R"({"site":"LYON","reference":"o-1","lines":[{"item":"SKU-1","quantity":50}]})", "");
    send("orders.place_order",
         R"({"order":"SO-1","customer":"ACME","currency":"EUR",)"
         R"("lines":[{"line":1,"item":"SKU-1","quantity":2,"unit_price":"2.50"}]})",
         trace);
    desk.settle();

    const auto feed = desk.ask(get_events, Desk::request(http::Method::get, "/v1/events?after=2")).body;
    json::Document document;
    const auto events = document.parse(feed);
    REQUIRE(events.has_value());
    bool job_created = false;
    for (const auto event : events->elements()) {
        CHECK(event.find("traceparent").as_string() == trace);
        job_created = job_created || event.find("type").as_string() == "engine.job_created";
    }
    CHECK(job_created);

    const auto open = desk.ask(get_jobs, Desk::request(http::Method::get, "/v1/jobs")).body;
    CHECK(has(open, "\"trace\":\"" + std::string{trace} + "\""));
    auto activate = Desk::request(http::Method::post, "/v1/jobs/activate");
    activate.body = R"({"worker":"wms-1"})";
    const auto taken = desk.ask(post_activate, std::move(activate)).body;
    json::Document answer;
    const auto jobs = answer.parse(taken);
    REQUIRE(jobs.has_value());
    REQUIRE(jobs->find("jobs").size() == 1);
    for (const auto job : jobs->find("jobs").elements()) CHECK(job.find("trace").as_string() == trace);
}

TEST_CASE("a request that fails is told in the log with its trace, others are not") {
    const auto line = log_of([] {
        const auto exchange = std::make_shared<TestExchange>(traced("/v1/orders/{number}"));
        logging_failures(exchange)->reply({.status = 500});
        CHECK(exchange->wait().status == 500);
    });
    CHECK(has(line, R"("event":"request_failed")"));
    CHECK(has(line, R"("route":"/v1/orders/{number}")"));
    CHECK(has(line, R"("status":"500")"));
    CHECK(has(line, R"("trace_id":")" + std::string{trace_id} + '"'));
    const auto dropped =
        log_of([] { logging_failures(std::make_shared<TestExchange>(traced("/v1/orders"))); });
    CHECK(has(dropped, trace_id));
    const auto quiet = log_of([] {
        for (const int status : {200, 404, 422})
            logging_failures(std::make_shared<TestExchange>(traced("/v1/orders")))->reply({.status = status});
        const auto gone = std::make_shared<TestExchange>(traced("/v1/orders"));
        gone->close();
        logging_failures(gone);
    });
    CHECK(quiet.empty());
    // Many of a kind are one line.
    const auto busy = log_of([] {
        for (int i = 0; i < 100; ++i)
            logging_failures(std::make_shared<TestExchange>(traced("/v1/orders")))->reply({.status = 503});
    });
    CHECK(std::ranges::count(busy, '\n') <= 2);
    CHECK(has(busy, R"("status":"503")"));
}

} // namespace truefill::server

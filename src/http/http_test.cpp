#include "http/http.h"

#include "http/http_fixture.h"

#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

using namespace truefill;
using namespace truefill::http;

namespace {

/// What the request was, as text.
std::string told(const Request& request) {
    std::string text{name_of(request.method)};
    text += " " + request.path;
    for (const auto& [name, value] : request.parts) text += " " + name + "=" + value;
    for (const auto& [name, value] : request.query) text += " ?" + name + "=" + value;
    if (!request.body.empty()) text += " body " + request.body;
    return text;
}

Handler echo() {
    return [](const ExchangePtr& exchange) {
        exchange->reply({.content_type = "text/plain", .body = told(exchange->request())});
    };
}

Router echoing() {
    Router router;
    router.add(Method::get, "/", echo());
    router.add(Method::get, "/echo", echo());
    router.add(Method::post, "/echo", echo());
    router.add(Method::get, "/orders/{number}", echo());
    router.add(Method::get, "/orders/open", echo());
    router.add(Method::get, "/orders/{number}/lines/{line}", echo());
    router.add(Method::get, "/assets/{file...}", echo());
    return router;
}

} // namespace

TEST_CASE("answers requests one after the other on one connection") {
    Running running{echoing()};
    Client client{running.server.port()};
    for (int round = 0; round < 3; ++round) {
        const Answer answer = client.get("/echo?round=" + std::to_string(round));
        CHECK(answer.status == 200);
        CHECK(answer.body == "GET /echo ?round=" + std::to_string(round));
        CHECK(answer.header("Content-Type") == "text/plain");
        CHECK(answer.header("Date").ends_with(" GMT"));
        CHECK(answer.header("Connection").empty());
    }
    CHECK(running.server.connections() == 1);
}

TEST_CASE("answers pipelined requests in their order, also when handlers answer later") {
    std::mutex mutex;
    std::vector<std::thread> threads;
    Router router = echoing();
    router.add(Method::get, "/later/{n}", [&](const ExchangePtr& exchange) {
        const std::lock_guard lock{mutex};
        threads.emplace_back([exchange] { exchange->reply({.body = told(exchange->request())}); });
    });
    Running running{std::move(router)};
    Client client{running.server.port()};
    std::string all;
    for (int n = 0; n < 200; ++n) {
        all += "GET /" + std::string{n % 3 == 0 ? "later/" : "orders/"} + std::to_string(n) +
               " HTTP/1.1\r\nHost: here\r\n\r\n";
    }
    REQUIRE(client.send(all));
    for (int n = 0; n < 200; ++n) CHECK(client.read().body.ends_with("=" + std::to_string(n)));
    for (std::thread& thread : threads) thread.join();
}

TEST_CASE("takes a request in single bytes") {
    Running running{echoing()};
    Client client{running.server.port()};
    for (const std::string_view text :
         {"POST /echo HTTP/1.1\r\nHost: here\r\nContent-Length: 3\r\n\r\nabc",
          "POST /echo HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n"
          "2;a=b\r\nab\r\n1\r\nc\r\n0\r\nTrailer: x\r\n\r\n",
          "\r\nPOST /echo HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: "
          "Chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"}) {
        for (const char c : text) {
            REQUIRE(client.send({&c, 1}));
            std::this_thread::yield();
        }
        CHECK(client.read().body == "POST /echo body abc");
    }
    const std::string empty =
        "POST /echo HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    for (const char c : empty) {
        REQUIRE(client.send({&c, 1}));
        std::this_thread::sleep_for(std::chrono::milliseconds{1}); // so that the end comes in pieces
    }
    CHECK(client.read().body == "POST /echo");
}

TEST_CASE("finds routes: a literal before a name, a name before a rest") {
    Running running{echoing()};
    Client client{running.server.port()};
    CHECK(client.get("/").body == "GET /");
    CHECK(client.get("/orders/open").body == "GET /orders/open");
    CHECK(client.get("/orders/SO-1").body == "GET /orders/SO-1 number=SO-1");
    CHECK(client.get("/orders/A%2F1/lines/2").body == "GET /orders/A/1/lines/2 number=A/1 line=2");
    CHECK(client.get("/orders/open/lines/2").body == "GET /orders/open/lines/2 number=open line=2");
    CHECK(client.get("/assets/a/b/c.js?v=1&w").body == "GET /assets/a/b/c.js file=a/b/c.js ?v=1 ?w=");
    CHECK(client.get("/orders/%C3%A9+%2B").body == "GET /orders/\xC3\xA9++ number=\xC3\xA9++");
    CHECK(client.get("http://other/echo?a=b+c%20d").body == "GET /echo ?a=b c d");
}

TEST_CASE("unknown paths are 404, other methods 405 with Allow, and the connection goes on") {
    Running running{echoing()};
    Client client{running.server.port()};
    for (const std::string_view path :
         {"/nothing", "/orders", "/orders/", "/orders//lines/1", "/echo/", "/orders/a/lines", "/assets/"}) {
        const Answer answer = client.get(path);
        CHECK(answer.status == 404);
        CHECK(answer.header("Content-Type") == "application/problem+json");
        CHECK(answer.body.contains("\"code\":\"not_found\""));
        CHECK(answer.body.contains("\"trace_id\":\""));
    }
    const Answer wrong = client.ask("DELETE", "/echo");
    CHECK(wrong.status == 405);
    CHECK(wrong.header("Allow") == "GET, HEAD, POST");
    CHECK(client.post("/orders/1", "{}").status == 405); // its body is passed over
    CHECK(client.ask("OPTIONS", "/echo").status == 405); // a method of HTTP, but not one of ours
    CHECK(client.ask("BREW", "/echo").status == 501);
    CHECK(client.is_ended());
}

TEST_CASE("HEAD is GET without the body") {
    Running running{echoing()};
    Client client{running.server.port()};
    const Answer answer = client.ask("HEAD", "/echo");
    CHECK(answer.status == 200);
    CHECK(answer.header("Content-Length") == std::to_string(std::string{"HEAD /echo"}.size()));
    CHECK(client.get("/echo").body == "GET /echo");
}

TEST_CASE("HTTP/1.0 and Connection: close end the connection, after the answer") {
    Running running{echoing()};
    for (const std::string_view text :
         {"GET /echo HTTP/1.0\r\n\r\n", "GET /echo HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"}) {
        Client client{running.server.port()};
        REQUIRE(client.send(text));
        const Answer answer = client.read();
        CHECK(answer.body == "GET /echo");
        CHECK(answer.header("Connection") == "close");
        CHECK(client.is_ended());
    }
    Client client{running.server.port()};
    REQUIRE(client.send("GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
    CHECK(client.read().header("Connection") == "keep-alive");
    CHECK(client.get("/echo").status == 200);
}

TEST_CASE("a client that shuts down its side still gets its answer") {
    Running running{echoing()};
    Client client{running.server.port()};
    REQUIRE(client.send("GET /echo HTTP/1.1\r\nHost: here\r\n\r\n"));
    client.send_no_more();
    CHECK(client.read().status == 200);
    CHECK(client.is_ended());
}

TEST_CASE("an exchange that is dropped replies 500, and so does a handler that throws") {
    std::promise<void> dropped;
    Router router = echoing();
    router.add(Method::get, "/drop", [](const ExchangePtr&) {});
    router.add(Method::get, "/drop/later", [&](const ExchangePtr& exchange) {
        std::thread{[held = ExchangePtr{exchange}, &dropped]() mutable {
            held.reset();
            dropped.set_value();
        }}.detach();
    });
    router.add(Method::get, "/throw", [](const ExchangePtr&) { throw std::runtime_error{"no"}; });
    router.add(Method::get, "/header", [](const ExchangePtr& exchange) {
        exchange->reply({.headers = {{"Location", "/a\r\nSet-Cookie: b=c"}}});
    });
    Running running{std::move(router)};
    Client client{running.server.port()};
    for (const std::string_view path : {"/drop", "/drop/later", "/throw", "/header"}) {
        const Answer answer = client.get(path);
        CHECK(answer.status == 500);
        CHECK(answer.body.contains("\"code\":\"internal_error\""));
        CHECK_FALSE(answer.head.contains("Set-Cookie"));
    }
    CHECK(client.get("/echo").status == 200);
    dropped.get_future().wait();
}

TEST_CASE("only the first answer counts") {
    Router router;
    router.add(Method::get, "/twice", [](const ExchangePtr& exchange) {
        exchange->reply({.body = "one"});
        exchange->reply({.body = "two"});
        CHECK_FALSE(exchange->stream({})->write("three"));
    });
    Running running{std::move(router)};
    Client client{running.server.port()};
    CHECK(client.get("/twice").body == "one");
    CHECK(client.get("/twice").body == "one");
}

TEST_CASE("the guard sees requests before their bodies, and may answer them") {
    Router router = echoing();
    router.guard([](const ExchangePtr& exchange) {
        CHECK(exchange->request().body.empty());
        CHECK_FALSE(exchange->request().route.empty());
        if (exchange->request().header("authorization") == "Bearer yes") return true;
        exchange->reply({.status = 401});
        return false;
    });
    Running running{std::move(router)};
    Client client{running.server.port()};
    CHECK(client.get("/echo").status == 401);
    CHECK(client.post("/echo", "short").status == 401); // came with the head, so the connection goes on
    REQUIRE(client.send(
        "POST /echo HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer yes\r\nContent-Length: 2\r\n\r\nok"));
    CHECK(client.read().body == "POST /echo body ok");
    REQUIRE(client.send("POST /echo HTTP/1.1\r\nHost: here\r\nContent-Length: 5000\r\n\r\nnot all"));
    CHECK(client.read().status == 401);
    CHECK(client.is_ended());
}

TEST_CASE("headers of the options are on every answer, traces are kept or made") {
    Options options = quick_options();
    options.headers = {{"X-Frame-Options", "DENY"}, {"Cache-Control", "no-store"}};
    Router router;
    router.add(Method::get, "/trace", [](const ExchangePtr& exchange) {
        exchange->reply(
            {.body = exchange->request().traceparent, .headers = {{"cache-control", "max-age=1"}}});
    });
    Running running{std::move(router), options};
    Client client{running.server.port()};
    CHECK(client.get("/none").header("X-Frame-Options") == "DENY");
    const Answer made = client.get("/trace");
    CHECK(made.body.size() == 55);
    CHECK(made.header("Cache-Control").empty());
    CHECK(made.header("cache-control") == "max-age=1");
    const std::string trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    client.send("GET /trace HTTP/1.1\r\nHost: here\r\nTraceparent: " + trace + "\r\n\r\n");
    CHECK(client.read().body == trace);
    client.send("GET /trace HTTP/1.1\r\nHost: here\r\nTraceparent: 00-" + std::string(32, '0') + "\r\n\r\n");
    CHECK(client.read().body.size() == 55);
}

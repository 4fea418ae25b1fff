// What the edge does not take: too much, too slow, too many, malformed.
#include "http/http.h"
#include "http/http_fixture.h"

#include <sys/resource.h>

#include <chrono>
#include <deque>
#include <future>
#include <mutex>
#include <string>
#include <vector>

using namespace truefill;
using namespace truefill::http;
using std::chrono::milliseconds;

namespace {

Router small_router() {
    Router router;
    router.add(Method::get, "/ok", [](const ExchangePtr& exchange) { exchange->reply({.body = "ok"}); });
    router.add(Method::get, "/healthz",
               [](const ExchangePtr& exchange) { exchange->reply({.body = "lives"}); });
    router.add(Method::post, "/size", [](const ExchangePtr& exchange) {
        exchange->reply({.body = std::to_string(exchange->request().body.size())});
    });
    return router;
}

/// Sends the text and expects an error of the edge that ends the connection.
void check_refused(Running& running, std::string_view text, int status, std::string_view code) {
    CAPTURE(text.substr(0, 100));
    Client client{running.server.port()};
    client.send(text);
    const Answer answer = client.read();
    CHECK(answer.status == status);
    CHECK(answer.body.contains("\"code\":\"" + std::string{code} + "\""));
    CHECK(answer.header("Content-Type") == "application/problem+json");
    CHECK(answer.header("Connection") == "close");
    CHECK(client.is_ended());
    CHECK(client.rest().empty());
}

std::string get(std::string_view target, std::string_view headers = "") {
    return "GET " + std::string{target} + " HTTP/1.1\r\nHost: here\r\n" + std::string{headers} + "\r\n";
}

std::string post(std::string_view headers, std::string_view body) {
    return "POST /size HTTP/1.1\r\nHost: here\r\n" + std::string{headers} + "\r\n" + std::string{body};
}

} // namespace

TEST_CASE("malformed requests are answered with 400, and the connection ends") {
    Running running{small_router()};
    for (const std::string& text : {
             std::string{"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 TLS on a plain port\r\n\r\n"},
             std::string{"GET /ok\r\nHost: here\r\n\r\n"},
             std::string{"GET /ok HTTP/1.1\nHost: here\n\n\r\n\r\n"},
             std::string{"GET /ok HTTP/2.0\r\nHost: here\r\n\r\n"},
             std::string{"GET /ok HTTP/1.1\r\n\r\n"},
             get("/ok", "Host: there\r\n"),
             get("/ok", "No colon\r\n"),
             get("/ok", "Space : before\r\n"),
             get("/ok", "X: not \xff UTF-8\r\n"),
             get("/ok", std::string{"X: nul "} + '\0' + "\r\n"),
             post("Content-Length: 2\r\nContent-Length: 3\r\n", "abc"),
             post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"),
             post("Content-Length: 3, 3\r\n", "abc"),
             post("Content-Length: +3\r\n", "abc"),
             post("Content-Length: -1\r\n", ""),
             post("Content-Length: 99999999999999999999\r\n", ""),
             post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "3\r\nabc\r\n0\r\n\r\n"),
             post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"),
             post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n", "x\r\nabc\r\n0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n", "3\r\nabcde\r\n0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n"),
             post("Transfer-Encoding: chunked\r\n", "3\nabc\n0\n\n"),
             post("Transfer-Encoding: chunked\r\n", "3;a=\"b\nabc\r\n0\r\n\r\n"),
             post("Transfer-Encoding: chunked\r\n", ";\r\n"),
             post("Transfer-Encoding: chunked\r\n", "0\r\nA: b\nB: c\r\n\r\n"),
             std::string{"POST /size HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
         }) {
        check_refused(running, text, 400, "malformed_request");
    }
}

TEST_CASE("bad targets are answered with 400") {
    Running running{small_router()};
    for (const std::string_view target :
         {"/%", "/%4", "/%zz", "/a%00b", "/%ff", "/%c0%ae", "/a/../b", "/./ok", "/%2e%2e/etc/passwd",
          "/ok?a=%ff", "/ok?a=%", "/ok?%00=1", "/\x7f", "ok", "*", "/ok#top", "/a%0d%0ab", "/%ed%a0%80"}) {
        CAPTURE(target);
        Client client{running.server.port()};
        client.send(get(target));
        CHECK(client.read().status == 400);
        CHECK(client.is_ended());
    }
}

TEST_CASE("heads have a length and a number of headers") {
    Options options = quick_options();
    options.head_bytes_max = 4000;
    options.headers_max = 20;
    Running running{small_router(), options};
    Client client{running.server.port()};
    CHECK(client.get("/ok?" + std::string(3500, 'a')).status == 200);
    check_refused(running, get("/ok?" + std::string(4000, 'a')), 431, "head_too_large");
    check_refused(running, get("/ok", "X: " + std::string(4000, 'a') + "\r\n"), 431, "head_too_large");
    check_refused(running, get("/ok?" + std::string(2500, 'a'), "X: " + std::string(2500, 'a') + "\r\n"), 431,
                  "head_too_large");
    check_refused(running, std::string(100'000, 'A'), 431, "head_too_large");
    std::string flood;
    for (int n = 0; n < 20; ++n) flood += "A: b\r\n";
    check_refused(running, get("/ok", flood), 431, "head_too_large");
}

TEST_CASE("bodies have a length") {
    Options options = quick_options();
    options.body_bytes_max = 1000;
    Running running{small_router(), options};
    Client client{running.server.port()};
    CHECK(client.post("/size", std::string(1000, 'a')).body == "1000");
    check_refused(running, post("Content-Length: 1001\r\n", ""), 413, "body_too_large");
    check_refused(running, post("Content-Length: 100000000\r\n", std::string(1 << 20, 'a')), 413,
                  "body_too_large");
    check_refused(running, post("Transfer-Encoding: chunked\r\n", "3e9\r\n"), 413, "body_too_large");
    const std::string chunk = "190\r\n" + std::string(400, 'a') + "\r\n";
    check_refused(running, post("Transfer-Encoding: chunked\r\n", chunk + chunk + chunk), 413,
                  "body_too_large");
}

TEST_CASE("the lines of chunks and their trailers have a length") {
    Running running{small_router()};
    check_refused(running, post("Transfer-Encoding: chunked\r\n", "1;" + std::string(100'000, 'a')), 431,
                  "head_too_large");
    check_refused(running, post("Transfer-Encoding: chunked\r\n", "0\r\nA: " + std::string(100'000, 'a')),
                  431, "head_too_large");
}

TEST_CASE("the bodies of all requests together have a length") {
    Options options = quick_options();
    options.bodies_bytes_max = 100'000;
    Running running{small_router(), options};
    {
        Client first{running.server.port()};
        first.send(post("Content-Length: 90000\r\n", std::string(80'000, 'a')));
        while (running.server.bodies_bytes() < 80'000) std::this_thread::yield();
        Client second{running.server.port()};
        Client third{running.server.port()};
        const Answer answer = third.post("/size", std::string(50'000, 'a'));
        CHECK(answer.status == 503);
        CHECK(answer.header("Retry-After") == "1");
        CHECK(second.post("/size", std::string(1000, 'a')).body == "1000");
        first.send(std::string(10'000, 'a'));
        CHECK(first.read().body == "90000");
    }
    Client later{running.server.port()};
    CHECK(later.post("/size", std::string(99'000, 'a')).body == "99000");
}

TEST_CASE("Expect: 100-continue is answered before the body is sent") {
    Options options = quick_options();
    options.body_bytes_max = 1000;
    Running running{small_router(), options};
    Client client{running.server.port()};
    client.send(post("Expect: 100-continue\r\nContent-Length: 3\r\n", ""));
    CHECK(client.read(true).status == 100);
    client.send("abc");
    CHECK(client.read().body == "3");
    client.send(post("Expect: 100-continue\r\nContent-Length: 3\r\n", "abc")); // did not wait
    CHECK(client.read().body == "3");
    check_refused(running, post("Expect: 100-continue\r\nContent-Length: 1001\r\n", ""), 413,
                  "body_too_large");
    check_refused(running, post("Expect: 200-fine\r\nContent-Length: 1\r\n", ""), 417, "expectation_failed");
    client.send("POST /none HTTP/1.1\r\nHost: here\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    CHECK(client.read().status == 404); // and no 100 before it
    CHECK(client.is_ended());
}

TEST_CASE("a head that does not come in time is answered with 408, however busily it trickles") {
    Options options = quick_options();
    options.head_time = milliseconds{300};
    Running running{small_router(), options};
    Client client{running.server.port()};
    const std::string endless = get("/ok", "X: " + std::string(10'000, 'a'));
    std::size_t at = 0;
    while (!client.has_bytes() && at < endless.size() && client.send(endless.substr(at, 1))) {
        ++at;
        std::this_thread::sleep_for(milliseconds{5});
    }
    CHECK(at < endless.size());
    CHECK(client.read().status == 408);
    CHECK(client.is_ended());
}

TEST_CASE("a body that does not come in time is answered with 408") {
    Options options = quick_options();
    options.body_time = milliseconds{200};
    Running running{small_router(), options};
    Client client{running.server.port()};
    client.send(post("Content-Length: 10\r\n", "abc"));
    const Answer answer = client.read();
    CHECK(answer.status == 408);
    CHECK(answer.body.contains("too_slow"));
    CHECK(client.is_ended());
}

TEST_CASE("idle connections end after their time, without a word") {
    Options options = quick_options();
    options.idle_time = milliseconds{200};
    Running running{small_router(), options};
    Client never{running.server.port()};
    Client once{running.server.port()};
    CHECK(once.get("/ok").status == 200);
    CHECK(once.is_ended());
    CHECK(once.rest().empty());
    CHECK(never.is_ended());
    CHECK(never.rest().empty());
}

TEST_CASE("a client that does not take its answer ends") {
    Options options = quick_options();
    options.write_time = milliseconds{300};
    Router router;
    router.add(Method::get, "/large",
               [](const ExchangePtr& exchange) { exchange->reply({.body = std::string(20'000'000, 'a')}); });
    Running running{std::move(router), options};
    Client client{running.server.port(), 4096};
    client.send(get("/large"));
    while (running.server.connections() == 0) std::this_thread::yield();
    while (running.server.connections() > 0) std::this_thread::sleep_for(milliseconds{5});
    CHECK(client.read().body.size() < 20'000'000);
    CHECK(client.is_ended());
}

TEST_CASE("answers that nobody takes have a length together; the slowest client ends") {
    Options options = quick_options();
    options.threads = 1;
    options.answers_bytes_max = 30'000'000;
    Router router;
    router.add(Method::get, "/large",
               [](const ExchangePtr& exchange) { exchange->reply({.body = std::string(25'000'000, 'a')}); });
    Running running{std::move(router), options};
    Client first{running.server.port(), 4096};
    first.send(get("/large"));
    while (!first.has_bytes()) std::this_thread::yield();
    Client second{running.server.port(), 4096};
    second.send(get("/large"));
    CHECK(second.read().body.size() == 25'000'000);
    CHECK(running.server.connections() == 1);
    CHECK(first.read().body.size() < 25'000'000);
}

TEST_CASE("many idle connections do not hinder a new request") {
    rlimit files{};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &files) == 0);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    REQUIRE(files.rlim_cur >= 5000);
    Running running{small_router()};
    std::deque<Client> idle;
    for (int n = 0; n < 2000; ++n) idle.emplace_back(running.server.port());
    Client client{running.server.port()};
    CHECK(client.get("/ok").body == "ok");
    CHECK(running.server.connections() >= 2000);
    CHECK(idle.front().get("/ok").body == "ok");
    CHECK(idle.back().get("/ok").body == "ok");
}

TEST_CASE("near the cap the connection that was idle for longest makes room") {
    Options options = quick_options();
    options.connections_max = 10;
    options.threads = 1;
    Running running{small_router(), options};
    std::deque<Client> idle;
    for (int n = 0; n < 10; ++n) {
        idle.emplace_back(running.server.port());
        CHECK(idle.back().get("/ok").status == 200);
    }
    CHECK(idle[0].get("/ok").status == 200); // now the second is the oldest
    Client client{running.server.port()};
    CHECK(client.get("/ok").status == 200);
    CHECK(idle[1].is_ended());
    CHECK(idle[0].get("/ok").status == 200);
    CHECK(running.server.connections() == 10);
}

TEST_CASE("without descriptors newcomers are told so, and idle connections make room") {
    Options options = quick_options();
    options.threads = 1;
    Running running{small_router(), options};
    Client idle{running.server.port()};
    CHECK(idle.get("/ok").status == 200);
    const int outside = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int lowest = ::dup(outside);
    ::close(lowest);
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    const rlimit none_left{.rlim_cur = static_cast<rlim_t>(lowest), .rlim_max = files.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &none_left);
    sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(running.server.port())};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int connected = ::connect(outside, reinterpret_cast<sockaddr*>(&address), sizeof address);
    std::string told(12, ' ');
    const ssize_t got = ::recv(outside, told.data(), told.size(), MSG_WAITALL);
    ::setrlimit(RLIMIT_NOFILE, &files);
    ::close(outside);
    CHECK(connected == 0);
    CHECK(got == 12);
    CHECK(told == "HTTP/1.1 503");
    CHECK(idle.is_ended());
    CHECK(Client{running.server.port()}.get("/ok").status == 200);
}

TEST_CASE("over the cap there is 503 with Retry-After, but health is told") {
    Options options = quick_options();
    options.connections_max = 4;
    std::mutex mutex;
    std::vector<ExchangePtr> held;
    Router router = small_router();
    router.add(Method::get, "/hold", [&](const ExchangePtr& exchange) {
        const std::lock_guard lock{mutex};
        held.push_back(exchange);
    });
    Running running{std::move(router), options};
    std::deque<Client> busy;
    for (int n = 0; n < 4; ++n) {
        busy.emplace_back(running.server.port());
        busy.back().send(get("/hold"));
        const auto is_held = [&] {
            const std::lock_guard lock{mutex};
            return held.size() == busy.size();
        };
        while (!is_held()) std::this_thread::yield();
    }
    for (int round = 0; round < 3; ++round) {
        Client client{running.server.port()};
        const Answer answer = client.get("/ok");
        CHECK(answer.status == 503);
        CHECK(answer.header("Retry-After") == "1");
        CHECK(client.is_ended());
        Client probe{running.server.port()};
        CHECK(probe.get("/healthz").body == "lives");
    }
    std::deque<Client> flood; // of those who ask nothing only the last ones stay
    for (int n = 0; n < 200; ++n) flood.emplace_back(running.server.port());
    CHECK(flood.back().get("/ok").status == 503);
    CHECK(flood.front().is_ended());
    CHECK(running.server.connections() <= 4 + 64);
    for (const ExchangePtr& exchange : held) exchange->reply({.body = "held"});
    for (Client& client : busy) CHECK(client.read().body == "held");
}

#include "connectors/web/web_client.h"

#include "connectors/web/listener_fixture.h"

#include <cstdlib>
#include <mutex>
#include <vector>

using namespace truefill::connectors::web;

namespace {

WebClient free_client() { return WebClient{{.guard = Guard::off()}}; }

std::string answer(std::string_view status, std::string_view body, std::string_view headers = "") {
    return "HTTP/1.1 " + std::string{status} + "\r\n" + std::string{headers} +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string{body};
}

/// Answers each request of each connection with the same.
struct Fixed {
    explicit Fixed(std::string says)
        : listener{[this, says = std::move(says)](Line& line) {
              for (auto request = line.hear_request(); !request.empty(); request = line.hear_request()) {
                  {
                      const std::scoped_lock lock{mutex};
                      requests.push_back(request);
                  }
                  line.say(says);
              }
          }} {}
    std::mutex mutex;
    std::vector<std::string> requests;
    Listener listener; // the last one: its thread uses the others
};

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

FaultKind kind_of(const std::expected<Answer, Fault>& answered) {
    REQUIRE(!answered.has_value());
    CHECK(!answered.error().sentence.empty());
    return answered.error().kind;
}

} // namespace

TEST_CASE("a body goes out as it is, and the answer comes back with its headers") {
    Fixed there{answer("201 Created", "{\"ok\":true}", "X-Thing:  a b \r\nX-THING: second\r\n")};
    auto client = free_client();
    const auto got = client.send({.method = "POST",
                                  .url = there.listener.url("/hooks?x=1"),
                                  .headers = {{"Content-Type", "application/json"}, {"webhook-id", "7.1"}},
                                  .body = std::string{"{\"a\":1}\0b", 9}});
    REQUIRE(got.has_value());
    CHECK(got->status == 201);
    CHECK(got->body == "{\"ok\":true}");
    CHECK(got->header("x-thing") == "a b");
    CHECK(got->header("absent") == "");
    REQUIRE(there.requests.size() == 1);
    const auto& request = there.requests.front();
    CHECK(request.starts_with("POST /hooks?x=1 HTTP/1.1\r\n"));
    CHECK(contains(request, "\r\nwebhook-id: 7.1\r\n"));
    CHECK(contains(request, "\r\nContent-Type: application/json\r\n"));
    CHECK(contains(request, "\r\nUser-Agent: Truefill\r\n"));
    CHECK(!contains(request, "Expect:"));
    CHECK(!contains(request, "Accept-Encoding:"));
    CHECK(request.ends_with(std::string{"\r\n\r\n{\"a\":1}\0b", 13}));
}

TEST_CASE("every method arrives under its name") {
    Fixed there{answer("200 OK", "")};
    auto client = free_client();
    for (const auto* method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
        REQUIRE(client.send({.method = method, .url = there.listener.url()}).has_value());
        CHECK(there.requests.back().starts_with(std::string{method} + " / HTTP/1.1\r\n"));
    }
    REQUIRE(client.send({.method = "HEAD", .url = there.listener.url()}).has_value());
    CHECK(there.requests.back().starts_with("HEAD / "));
    CHECK(kind_of(client.send({.method = "TRACE", .url = there.listener.url()})) == FaultKind::bad_ask);
}

TEST_CASE("a connection is used again") {
    Fixed there{answer("200 OK", "x")};
    auto client = free_client();
    for (int i = 0; i < 5; ++i) REQUIRE(client.send({.url = there.listener.url()}).has_value());
    CHECK(there.listener.connections() == 1);
    CHECK(there.requests.size() == 5);
}

TEST_CASE("a redirect is an answer and is not followed") {
    Fixed target{answer("200 OK", "secret")};
    Fixed there{answer("302 Found", "", "Location: " + target.listener.url() + "\r\n")};
    auto client = free_client();
    const auto got = client.send({.url = there.listener.url()});
    REQUIRE(got.has_value());
    CHECK(got->status == 302);
    CHECK(got->header("location") == target.listener.url());
    CHECK(target.listener.connections() == 0);
}

TEST_CASE("the guard refuses addresses at the socket, however they are spelt") {
    Fixed there{answer("200 OK", "secret")};
    WebClient client{{}};
    const auto port = ":" + std::to_string(there.listener.port()) + "/";
    for (const auto* host : {"127.0.0.1", "localhost", "LOCALHOST", "127.1", "2130706433", "0x7f000001",
                             "0177.0.0.1", "0", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"}) {
        const auto got = client.send({.url = "http://" + std::string{host} + port});
        CHECK_MESSAGE(kind_of(got) == FaultKind::forbidden, std::string{host});
    }
    for (const auto* host : {"10.0.0.1", "169.254.169.254", "192.168.1.1", "[fd00::1]", "[fe80::1]"})
        CHECK_MESSAGE(kind_of(client.send({.url = "http://" + std::string{host} + "/"})) ==
                          FaultKind::forbidden,
                      std::string{host});
    CHECK(there.listener.connections() == 0);
}

TEST_CASE("an allowed network is reached by its number and by its name") {
    Fixed there{answer("200 OK", "x")};
    WebClient client{{.guard = Guard::on(*parse_networks("127.0.0.0/8"))}};
    CHECK(client.send({.url = there.listener.url()}).has_value());
    WebClient by_name{{.guard = Guard::on(*parse_networks("127.0.0.0/8"))}};
    CHECK(
        by_name.send({.url = "http://localhost:" + std::to_string(there.listener.port()) + "/"}).has_value());
    CHECK(there.listener.connections() == 2);
}

TEST_CASE("a proxy in the environment is not asked") {
    Fixed proxy{answer("200 OK", "from the proxy")};
    Fixed there{answer("200 OK", "from there")};
    ::setenv("http_proxy", proxy.listener.url().c_str(), 1);
    auto client = free_client();
    const auto got = client.send({.url = there.listener.url()});
    ::unsetenv("http_proxy");
    REQUIRE(got.has_value());
    CHECK(got->body == "from there");
    CHECK(proxy.listener.connections() == 0);
}

TEST_CASE("an answer that is longer than allowed is given up") {
    Fixed there{answer("200 OK", std::string(1'001, 'x'))};
    auto client = free_client();
    CHECK(kind_of(client.send({.url = there.listener.url(), .answer_bytes_max = 1'000})) ==
          FaultKind::too_long);
    CHECK(client.send({.url = there.listener.url(), .answer_bytes_max = 1'001}).has_value());
    Fixed endless{"HTTP/1.1 200 OK\r\nX: " + std::string(90'000, 'y') + "\r\nContent-Length: 0\r\n\r\n"};
    CHECK(kind_of(client.send({.url = endless.listener.url()})) == FaultKind::too_long);
}

TEST_CASE("who does not answer in time may have acted") {
    Listener silent{[](Line& line) {
        line.hear_request();
        line.hear_to("never");
    }};
    auto client = free_client();
    CHECK(kind_of(client.send({.url = silent.url(), .timeout = std::chrono::milliseconds{200}})) ==
          FaultKind::unknown);
}

TEST_CASE("who breaks off in the middle may have acted") {
    Listener broken{[](Line& line) {
        line.hear_request();
        line.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    }};
    auto client = free_client();
    CHECK(kind_of(client.send({.url = broken.url()})) == FaultKind::unknown);
    Listener rude{[](Line& line) { line.hear_request(); }};
    CHECK(kind_of(client.send({.method = "POST", .url = rude.url(), .body = "x"})) == FaultKind::unknown);
}

TEST_CASE("where nobody listens nothing was sent") {
    std::string url;
    {
        const Listener gone{[](Line&) {}};
        url = gone.url();
    }
    auto client = free_client();
    CHECK(kind_of(client.send({.url = url})) == FaultKind::unreachable);
    CHECK(kind_of(client.send({.url = "http://no-such-name.invalid/"})) == FaultKind::unreachable);
    // Whoever speaks no TLS is not spoken to.
    Fixed plain{answer("200 OK", "x")};
    const auto got = client.send({.url = "https://127.0.0.1:" + std::to_string(plain.listener.port()) + "/"});
    CHECK(kind_of(got) == FaultKind::unreachable);
    CHECK(plain.listener.connections() == 1);
}

TEST_CASE("a header cannot bring another one, nor the length") {
    Fixed there{answer("200 OK", "x")};
    auto client = free_client();
    const auto with = [&](std::string name, std::string value) {
        return client.send({.url = there.listener.url(), .headers = {{std::move(name), std::move(value)}}});
    };
    for (const auto* value : {"a\r\nX: b", "a\nb", "a\rb", "\x7F"})
        CHECK(kind_of(with("X-A", value)) == FaultKind::bad_ask);
    CHECK(kind_of(with("X-A", std::string{"a\0b", 3})) == FaultKind::bad_ask);
    for (const auto* name : {"", "X A", "X:A", "X\r\nB", "Host", "content-length", "Transfer-Encoding"})
        CHECK(kind_of(with(name, "1")) == FaultKind::bad_ask);
    CHECK(there.listener.connections() == 0);
    CHECK(with("X-Empty", "").has_value());
    CHECK(contains(there.requests.back(), "\r\nX-Empty:\r\n"));
}

TEST_CASE("other schemes and users in an address are refused; the sentence does not repeat the address") {
    auto client = free_client();
    for (const auto* url : {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "dict://x/",
                            "http://user:hidden@127.0.0.1/", "nothing"}) {
        const auto got = client.send({.url = url});
        CHECK_MESSAGE(kind_of(got) == FaultKind::bad_ask, std::string{url});
        CHECK(!contains(got.error().sentence, "hidden"));
    }
    const auto got = client.send({.url = "http://no-such-name.invalid/hidden?key=hidden"});
    CHECK(!contains(got.error().sentence, "hidden"));
    CHECK(contains(got.error().sentence, "no-such-name.invalid"));
}

TEST_CASE("what is under way gives up at the end, and nothing is sent after it") {
    std::atomic<bool> asked{false};
    Listener silent{[&](Line& line) {
        line.hear_request();
        asked = true;
        line.hear_to("never");
    }};
    auto client = free_client();
    std::thread other{[&] {
        while (!asked) std::this_thread::yield();
        client.end();
    }};
    CHECK(kind_of(client.send({.url = silent.url()})) == FaultKind::ended);
    other.join();
    CHECK(kind_of(client.send({.url = silent.url()})) == FaultKind::ended);
    CHECK(silent.connections() == 1);
}

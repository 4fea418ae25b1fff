#include "api/public_side.h"

#include "api/serve_options.h"

#include <doctest/doctest.h>

namespace truefill::api {
namespace {

http::Request from(std::string peer, http::Pairs headers) {
    http::Request request;
    request.peer = std::move(peer);
    request.headers = std::move(headers);
    return request;
}

http::Request seen(const TrustedProxies& proxies, http::Request request) {
    proxies.read(request);
    return request;
}

} // namespace

TEST_CASE("what anybody writes about who he is counts only from a trusted proxy") {
    const auto none = TrustedProxies::of("").value();
    const auto nginx = TrustedProxies::of("10.20.0.5, fd00::/64").value();
    const http::Pairs said{{"x-forwarded-for", "198.51.100.7"}, {"x-forwarded-proto", "https"}};
    CHECK(seen(none, from("10.20.0.5", said)).peer == "10.20.0.5");
    CHECK(seen(nginx, from("203.0.113.9", said)).peer == "203.0.113.9");
    CHECK_FALSE(seen(nginx, from("203.0.113.9", said)).secure);
    CHECK(seen(nginx, from("10.20.0.5", said)).peer == "198.51.100.7");
    CHECK(seen(nginx, from("10.20.0.5", said)).secure);
    CHECK(seen(nginx, from("fd00::1", said)).peer == "198.51.100.7");
    CHECK_FALSE(TrustedProxies::of("nginx.example").has_value());
}

TEST_CASE("the client of a chain is the last one that no trusted proxy is") {
    const auto two = TrustedProxies::of("10.0.0.0/8").value();
    const auto peer = [&](std::string list) {
        return seen(two, from("10.0.0.1", {{"x-forwarded-for", std::move(list)}})).peer;
    };
    CHECK(peer("6.6.6.6, 198.51.100.7, 10.0.0.2") == "198.51.100.7"); // he wrote 6.6.6.6 himself
    CHECK(peer("6.6.6.6, nobody, 10.0.0.2") == "10.0.0.2");
    CHECK(peer("2001:db8::7") == "2001:db8::7");
    CHECK(peer("") == "10.0.0.1");
    CHECK(seen(two, from("10.0.0.1", {{"x-forwarded-for", "6.6.6.6"}, {"x-forwarded-for", "198.51.100.7"}}))
              .peer == "198.51.100.7");
}

TEST_CASE("the public side is https, or this machine") {
    const auto url = [](std::string text) {
        ServeOptions options;
        options.public_url = std::move(text);
        return public_url_of(options);
    };
    CHECK(url("").value().empty());
    CHECK(url("https://orders.example.com/").value() == "https://orders.example.com");
    CHECK(url("http://127.0.0.1:8080").value() == "http://127.0.0.1:8080");
    for (const char* wrong : {"http://orders.example.com", "orders.example.com", "https://", "https://a/b",
                              "https://ann@a", "https://a?b", "http://localhost.evil.example"})
        CHECK_MESSAGE(!url(wrong).has_value(), wrong);
    ServeOptions options;
    CHECK_FALSE(is_public_https(options));
    options.certificate = "own.pem";
    CHECK(is_public_https(options));
    CHECK_FALSE(sends_hsts(options)); // other programs are on localhost, too
    options.address = "192.0.2.1";
    CHECK(sends_hsts(options));
    options.public_url = "https://orders.example.com";
    options.certificate.clear();
    options.address = "127.0.0.1";
    CHECK(sends_hsts(options));
}

} // namespace truefill::api

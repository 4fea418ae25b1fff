#include "connectors/web/guard.h"

#include "connectors/web/web_client.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace truefill::connectors::web;

namespace {

bool is_refused(std::string_view address, const Guard& guard = Guard::on()) {
    const auto parsed = parse_ip(address);
    REQUIRE_MESSAGE(parsed.has_value(), std::string{address});
    return guard.refuses(*parsed).has_value();
}

Guard allowing(std::string_view networks) {
    auto parsed = parse_networks(networks);
    REQUIRE(parsed.has_value());
    return Guard::on(std::move(*parsed));
}

} // namespace

TEST_CASE("public addresses are reached") {
    for (const auto* one :
         {"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
          "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
          "192.167.255.255", "192.169.0.0", "223.255.255.255", "2606:4700:4700::1111",
          "2a00:1450:4001:82a::200e", "::ffff:8.8.8.8", "64:ff9b::808:808"})
        CHECK_MESSAGE(!is_refused(one), std::string{one});
}

TEST_CASE("what only this machine or its network reaches is refused") {
    for (const auto* one :
         {"0.0.0.0",         "0.1.2.3",         "10.0.0.1",    "10.255.255.255", "100.64.0.1",
          "100.100.100.200", "100.127.255.255", "127.0.0.1",   "127.1.2.3",      "168.63.129.16",
          "169.254.169.254", "169.254.0.0",     "172.16.0.1",  "172.31.255.255", "192.0.0.192",
          "192.0.2.1",       "192.88.99.1",     "192.168.0.1", "198.18.0.1",     "198.19.255.255",
          "198.51.100.7",    "203.0.113.9",     "224.0.0.1",   "239.1.1.1",      "240.0.0.1",
          "255.255.255.255"})
        CHECK_MESSAGE(is_refused(one), std::string{one});
}

TEST_CASE("the same in IPv6, and IPv4 inside it") {
    for (const auto* one : {"::",
                            "::1",
                            "::2",
                            "::127.0.0.1",
                            "::ffff:127.0.0.1",
                            "::ffff:10.0.0.1",
                            "::ffff:169.254.169.254",
                            "::ffff:0:127.0.0.1",
                            "64:ff9b::7f00:1",
                            "64:ff9b::a9fe:a9fe",
                            "64:ff9b:1::1",
                            "100::1",
                            "2001::1",
                            "2001:db8::1",
                            "2002:7f00:1::",
                            "3fff::1",
                            "4000::1",
                            "fc00::1",
                            "fd00:ec2::254",
                            "fdff::1",
                            "fe80::1",
                            "febf::1",
                            "fec0::1",
                            "ff02::1",
                            "ff0e::1"})
        CHECK_MESSAGE(is_refused(one), std::string{one});
}

TEST_CASE("an allowed network is reached, and its neighbours are not") {
    const auto guard = allowing("10.20.0.0/16, fd00:1::/32 127.0.0.1");
    CHECK(!is_refused("10.20.0.1", guard));
    CHECK(!is_refused("::ffff:10.20.255.255", guard));
    CHECK(!is_refused("64:ff9b::a14:1", guard));
    CHECK(is_refused("10.21.0.1", guard));
    CHECK(!is_refused("fd00:1:2::3", guard));
    CHECK(is_refused("fd00:2::3", guard));
    CHECK(!is_refused("127.0.0.1", guard));
    CHECK(is_refused("127.0.0.2", guard));
    CHECK(!is_refused("169.254.169.254", Guard::off()));
}

TEST_CASE("an address is read in numbers only") {
    for (const auto* one : {"", "localhost", "127.1", "0x7f.0.0.1", "0177.0.0.1", "2130706433", "1.2.3.4.5",
                            "256.1.1.1", "1.2.3.4 ", " 1.2.3.4", "fe80::1%eth0", "[::1]", ":::", "1::2::3"})
        CHECK_MESSAGE(!parse_ip(one).has_value(), std::string{one});
    CHECK(text_of(*parse_ip("192.0.2.7")) == "192.0.2.7");
    CHECK(text_of(*parse_ip("2001:DB8:0:0::1")) == "2001:db8::1");
}

TEST_CASE("a network that is not well written is refused with a sentence") {
    for (const auto* one : {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8x", "10.0.0.1/8",
                            "fd00::/129", "fd00::1/64", "ten/8", "/8"})
        CHECK_MESSAGE(!parse_network(one).has_value(), std::string{one});
    CHECK(parse_network("0.0.0.0/0").has_value());
    CHECK(parse_network("::/0").has_value());
    CHECK(parse_networks("")->empty());
    CHECK(parse_networks("10.0.0.0/8,fd00::/8")->size() == 2);
    CHECK(parse_networks("10.0.0.0/8, x").error() == "x is no network as 10.0.0.0/8 or fd00::/8");
}

TEST_CASE("where only some networks are allowed, public ones are not") {
    const auto guard = Guard::only(*parse_networks("10.20.0.0/16"));
    CHECK(!is_refused("10.20.0.1", guard));
    CHECK(is_refused("8.8.8.8", guard));
    CHECK(is_refused("64:ff9b::808:808", guard));
    CHECK(!is_refused("64:ff9b::a14:1", guard));
    CHECK(is_refused("2606:4700:4700::1111", guard));
}

TEST_CASE("all of IPv4 is not all of IPv6") {
    const auto guard = allowing("0.0.0.0/0");
    CHECK(!is_refused("127.0.0.1", guard));
    CHECK(is_refused("::1", guard));
}

TEST_CASE("an address of a webhook is checked before it is kept") {
    const auto refused = [](std::string_view url) { return !check_url(url, Guard::on()).has_value(); };
    CHECK(!refused("https://example.com/hooks?a=b"));
    CHECK(!refused("http://example.com:8080/"));
    CHECK(!refused("https://1.1.1.1/"));
    for (const auto* one : {"",
                            "example.com",
                            "//example.com",
                            "ftp://example.com/",
                            "file:///etc/passwd",
                            "gopher://x/",
                            "https://",
                            "https:///x",
                            "https://user@example.com/",
                            "https://user:word@example.com/",
                            "https://:word@example.com/",
                            "https://example.com/#part",
                            "https://exa mple.com/",
                            "https://example.com/\r\nX: y",
                            "https://example.com:99999/",
                            "https://example.com\\@10.0.0.1/",
                            "https://127.0.0.1/",
                            "https://[::1]/",
                            "https://[::ffff:10.0.0.1]/",
                            "https://[fe80::1%25eth0]/",
                            "http://169.254.169.254/latest/meta-data/",
                            "http://2130706433/",
                            "http://0x7f000001/",
                            "http://017700000001/",
                            "http://127.1/",
                            "http://0/"})
        CHECK_MESSAGE(refused(one), std::string{one});
    CHECK(refused("https://example.com/" + std::string(2'000, 'x')));
    CHECK(check_url("http://127.0.0.1:1/", allowing("127.0.0.0/8")).has_value());
}

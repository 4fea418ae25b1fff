#include "http/target.h"

#include <doctest/doctest.h>

using namespace truefill::http;

TEST_CASE("a path is split before it is decoded") {
    const auto target = parse_target("/v1/orders/A%2F1?limit=10&q=a+b%26&flag&=x");
    REQUIRE(target);
    CHECK(target->path == "/v1/orders/A/1");
    CHECK(target->parts == std::vector<std::string>{"v1", "orders", "A/1"});
    CHECK(target->query == Pairs{{"limit", "10"}, {"q", "a b&"}, {"flag", ""}, {"", "x"}});
}

TEST_CASE("the root has one empty part, a slash at the end one more") {
    CHECK(parse_target("/")->parts == std::vector<std::string>{""});
    CHECK(parse_target("/a/")->parts == std::vector<std::string>{"a", ""});
    CHECK(parse_target("/a?")->query.empty());
    CHECK(parse_target("http://host:80/a?b=c")->path == "/a");
    CHECK(parse_target("https://host?b=c").error() == "the target does not start with a slash");
    CHECK(parse_target("http://host")->path == "/");
}

TEST_CASE("percent-encoding is read strictly") {
    CHECK(decode_percent("a%41%c3%A9+") == "aA\xC3\xA9+");
    CHECK(decode_percent("a+b", true) == "a b");
    CHECK_FALSE(decode_percent("%"));
    CHECK_FALSE(decode_percent("%4"));
    CHECK_FALSE(decode_percent("%4g"));
    CHECK_FALSE(decode_percent("%-1"));
    CHECK(parse_target("/%e2%82").error() == "the decoded target is not UTF-8");
    CHECK(parse_target("/a%1fb").error() == "the path has a control character");
    CHECK(parse_target("/?a=%00").error() == "the decoded target has a control character");
    CHECK(parse_target("/?a=one%0Atwo")->query == Pairs{{"a", "one\ntwo"}}); // values may have lines
    CHECK(parse_target("/a/%2e%2E/b").error() == "the target has a part . or ..");
    CHECK(parse_target("/...")->path == "/...");
    CHECK_FALSE(parse_target(""));
    CHECK_FALSE(parse_target("/a#b"));
}

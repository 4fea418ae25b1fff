#include "http/media.h"

#include <doctest/doctest.h>

#include <array>

using namespace truefill::http;

namespace {

constexpr std::array<std::string_view, 2> pages{"text/html", "application/json"};

} // namespace

TEST_CASE("the media type that the client likes best is chosen, of equals our first") {
    CHECK(choose_media("", pages) == "text/html");
    CHECK(choose_media("*/*", pages) == "text/html");
    CHECK(choose_media("application/json", pages) == "application/json");
    CHECK(choose_media("text/html;q=0.5, application/*;q=0.6", pages) == "application/json");
    CHECK(choose_media("text/*;q=0.9, text/html;q=0.1, */*;q=0.2", pages) == "application/json");
    CHECK(choose_media("Text/HTML ; level=1 ; q=0.8 , */* ; q=0.1", pages) == "text/html");
    CHECK_FALSE(choose_media("image/png", pages));
    CHECK_FALSE(choose_media("application/json;q=0", pages));
    CHECK_FALSE(choose_media("application/json;q=much", pages));
    CHECK(media_weight("text/event-stream;q=0.25", "text/event-stream") == 250);
    CHECK(media_weight("text/event-stream;q=1.000", "text/event-stream") == 1000);
    CHECK(media_type("Application/JSON; charset=utf-8") == "application/json");
}

TEST_CASE("a coding must be asked for") {
    CHECK(coding_weight("", "gzip") == 0);
    CHECK(coding_weight("br, gzip;q=0.5", "gzip") == 500);
    CHECK(coding_weight("gzip;q=0, *", "gzip") == 0);
    CHECK(coding_weight("gzip;q=0, *", "br") == 1000);
}

TEST_CASE("tags are compared weakly or strongly") {
    CHECK(has_etag("\"1\"", "\"1\""));
    CHECK(has_etag("W/\"1\"", "\"1\""));
    CHECK(has_etag(" \"a,b\" , W/\"2\"", "W/\"2\""));
    CHECK(has_etag("*", "\"1\""));
    CHECK_FALSE(has_etag("\"11\"", "\"1\""));
    CHECK_FALSE(has_etag("1", "\"1\""));
    CHECK_FALSE(has_etag("", "\"1\""));
    CHECK(has_strong_etag("\"0\", \"1\"", "\"1\""));
    CHECK_FALSE(has_strong_etag("W/\"1\"", "\"1\""));
    CHECK_FALSE(has_strong_etag("W/\"1\"", "W/\"1\""));
}

TEST_CASE("a cookie is found by its whole name") {
    CHECK(cookie("a=1; session=xyz; b=2", "session") == "xyz");
    CHECK(cookie("session=\"xyz\"", "session") == "xyz");
    CHECK(cookie("session=a=b", "session") == "a=b");
    CHECK(cookie("session=", "session") == "");
    CHECK_FALSE(cookie("mysession=1; Session=2; session", "session"));
    CHECK_FALSE(cookie("", "session"));
}

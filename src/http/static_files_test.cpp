#include "http/static_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace truefill::http;

namespace {

constexpr std::array<StaticFile, 2> files{{
    {.path = "/index.html", .content_type = "text/html; charset=utf-8", .bytes = "<html>"},
    {.path = "/assets/app-1.js",
     .content_type = "text/javascript",
     .bytes = "let a = 1",
     .gzip = "GZIP",
     .brotli = "BR",
     .immutable = true},
}};

std::string_view header(const Response& response, std::string_view name) {
    const auto found = std::ranges::find(response.headers, name, &Pairs::value_type::first);
    return found == response.headers.end() ? std::string_view{} : std::string_view{found->second};
}

Request asking(Pairs headers) { return {.headers = std::move(headers)}; }

} // namespace

TEST_CASE("files are served in the coding that the client takes") {
    const StaticFiles served{files};
    const auto plain = served.find("/assets/app-1.js", asking({}));
    REQUIRE(plain);
    CHECK(plain->body == "let a = 1");
    CHECK(plain->content_type == "text/javascript");
    CHECK(header(*plain, "Content-Encoding").empty());
    CHECK(header(*plain, "Vary") == "Accept-Encoding");
    CHECK(header(*plain, "Cache-Control") == "public, max-age=31536000, immutable");

    const auto gzip = served.find("/assets/app-1.js", asking({{"accept-encoding", "gzip, deflate"}}));
    CHECK(gzip->body == "GZIP");
    CHECK(header(*gzip, "Content-Encoding") == "gzip");
    const auto brotli = served.find("/assets/app-1.js", asking({{"accept-encoding", "gzip, br"}}));
    CHECK(brotli->body == "BR");
    CHECK(header(*brotli, "ETag") != header(*gzip, "ETag"));
    const auto likes_gzip = served.find("/assets/app-1.js", asking({{"accept-encoding", "gzip, br;q=0.5"}}));
    CHECK(likes_gzip->body == "GZIP");
}

TEST_CASE("what the client has already is not sent again") {
    const StaticFiles served{files};
    const auto first = served.find("/index.html", asking({{"accept-encoding", "br"}}));
    REQUIRE(first);
    CHECK(first->body == "<html>");
    CHECK(header(*first, "Cache-Control") == "no-cache");
    CHECK(header(*first, "Vary").empty());
    const auto again =
        served.find("/index.html", asking({{"if-none-match", std::string{header(*first, "ETag")}}}));
    CHECK(again->status == 304);
    CHECK(again->body.empty());
    CHECK(header(*again, "ETag") == header(*first, "ETag"));
    CHECK(served.find("/index.html", asking({{"if-none-match", "\"other\""}}))->status == 200);
}

TEST_CASE("only what is in the table is a file") {
    const StaticFiles served{files};
    CHECK_FALSE(served.find("/", asking({})));
    CHECK_FALSE(served.find("/assets/../index.html", asking({})));
    CHECK_FALSE(served.find("/assets/app-1.js/", asking({})));
}

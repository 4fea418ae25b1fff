#include "personal/exits.h"

#include "base/json.h"

#include <doctest/doctest.h>

using namespace truefill;
using namespace truefill::personal;

namespace {

struct Ring {
    KeyRing keys;
    std::string seal(std::string_view text) { return keys.seal("customer:ACME", text); }
    std::string out(std::string bytes, Written how) const { return unsealed(keys, std::move(bytes), how); }
};

} // namespace

TEST_CASE("tokens inside a JSON body become their texts, and the body stays JSON") {
    Ring ring;
    const std::string hard = "O\"Neil \\ \n\x01 \xC3\xA9 ~p1.";
    const auto body = R"({"name":")" + ring.seal(hard) + R"(","said":"to )" + ring.seal("Rue 1") +
                      R"(, twice )" + ring.seal("Rue 1") + R"("})";
    auto out = body;
    CHECK(unseal_all(ring.keys, out, Written::json));
    json::Document document;
    const auto value = document.parse(out);
    REQUIRE(value.has_value());
    CHECK(value->find("name").as_string() == hard);
    CHECK(value->find("said").as_string() == "to Rue 1, twice Rue 1");
}

TEST_CASE("a token in JSON that stands in a string of JSON is escaped for both") {
    Ring ring;
    const std::string hard = "O\"Neil \\";
    std::string body = R"({"body":)";
    json::encode(body, R"({"address":")" + ring.seal(hard) + R"("})");
    body += '}';
    const auto out = ring.out(body, Written::json);
    json::Document outer, inner;
    const auto value = outer.parse(out);
    REQUIRE(value.has_value());
    const std::string text{value->find("body").as_string().value()};
    const auto within = inner.parse(text);
    REQUIRE(within.has_value());
    CHECK(within->find("address").as_string() == hard);
}

TEST_CASE("bytes without a token, and what only looks like one, go out as they are") {
    Ring ring;
    for (const std::string bytes : {"", "{}", "~", "~p1.", "a ~p1.AAAAAAAAAAA.x~ b", "~p1.~p1.~p1."}) {
        auto out = bytes;
        CHECK_FALSE(unseal_all(ring.keys, out, Written::json));
        CHECK(out == bytes);
        CHECK(ring.out(bytes + ",\r\n", Written::csv) == bytes + ",\r\n");
    }
    const auto token = ring.seal("Rue 1");
    CHECK(ring.out("~p1." + token + "~p1.", Written::plain) == "~p1.Rue 1~p1.");
    CHECK(ring.out(token.substr(0, token.size() - 1), Written::plain) == token.substr(0, token.size() - 1));
}

TEST_CASE("what was sealed is not unsealed once more") {
    Ring ring;
    const auto inner = ring.seal("secret");
    const auto outer = ring.keys.seal("customer:EVE", "x" + inner);
    CHECK(ring.out(outer, Written::plain) == "x" + inner);
}

TEST_CASE("without the key a token is told as erased") {
    Ring ring;
    const auto token = ring.seal("Rue 1");
    const KeyRing none;
    CHECK(unsealed(none, "{\"address\":\"" + token + "\"}", Written::json) == R"x({"address":"(erased)"})x");
}

TEST_CASE("a cell of CSV gets the quotes and the guard that its text needs") {
    Ring ring;
    const auto cell = [&](std::string_view text) {
        return ring.out("1," + ring.seal(text) + ",x\r\n", Written::csv);
    };
    CHECK(cell("Rue 1") == "1,Rue 1,x\r\n");
    CHECK(cell("Rue 1, Lyon") == "1,\"Rue 1, Lyon\",x\r\n");
    CHECK(cell("the \"Port\"") == "1,\"the \"\"Port\"\"\",x\r\n");
    CHECK(cell("=1+2") == "1,'=1+2,x\r\n");
    CHECK(cell("a\r\nb") == "1,\"a\r\nb\",x\r\n");
    const auto quoted = "\"a, \"\"b\"\" " + ring.seal("c,d") + "\",\"e,f\"\r\n" + ring.seal("g") + "\r\n";
    CHECK(ring.out(quoted, Written::csv) == "\"a, \"\"b\"\" c,d\",\"e,f\"\r\ng\r\n");
    CHECK(ring.out("\"" + ring.seal("open"), Written::csv) == "open"); // cut off: no row of ours
}

TEST_CASE("HTML and single lines are written so that the text stays text") {
    Ring ring;
    const auto token = ring.seal("<b>\"R\" & 'S'</b>\r\nBcc: x");
    CHECK(ring.out(token, Written::html) == "&lt;b&gt;&quot;R&quot; &amp; &#39;S&#39;&lt;/b&gt;\r\nBcc: x");
    CHECK(ring.out("To " + token, Written::line) == "To <b>\"R\" & 'S'</b>  Bcc: x");
}

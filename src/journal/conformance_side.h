/// The part of conformance.h about side tables: kept, changed several at once, listed.
#pragma once

#include "journal/conformance.h"

namespace truefill::journal::conformance {

template <class Harness> void keeps_side_tables() {
    Harness harness;
    const auto value = [&](std::string_view table, std::string_view key) {
        const auto got = harness.journal().get(table, key);
        REQUIRE_MESSAGE(got.has_value(), (got ? "" : got.error().sentence));
        return got->value_or("(none)");
    };
    const std::string bytes{"\0\xFF key", 6};
    CHECK(value("person", "p-1") == "(none)");
    REQUIRE(harness.journal().put("person", "p-1", "Ann").has_value());
    REQUIRE(harness.journal().put("person", bytes, bytes + bytes).has_value());
    REQUIRE(harness.journal().put("key", "p-1", "").has_value());
    REQUIRE(harness.journal().put("key", "", "no name").has_value());
    REQUIRE(harness.journal().put("person", "p-1", "Bea").has_value());
    REQUIRE(harness.journal().remove("person", "nobody").has_value());
    harness.reopen();
    CHECK(value("person", "p-1") == "Bea");
    CHECK(value("person", bytes) == bytes + bytes);
    CHECK(value("key", "p-1").empty());
    CHECK(value("key", "") == "no name");
    REQUIRE(harness.journal().remove("person", "p-1").has_value());
    CHECK(value("person", "p-1") == "(none)");
    CHECK(value("key", "p-1").empty());
    harness.reopen();
    CHECK(value("person", "p-1") == "(none)");
    CHECK(harness.journal().end() == 0);
}

template <class Harness> void lists_side_tables() {
    Harness harness;
    const auto rows = [&](std::string_view table) {
        auto got = harness.journal().list(table);
        REQUIRE_MESSAGE(got.has_value(), (got ? "" : got.error().sentence));
        return std::move(*got);
    };
    CHECK(rows("keys").empty());
    const std::string bytes{"\0\xFF key", 6};
    const std::vector<SideRow> some{{"b", "Bea"}, {"a", "Ann"}, {bytes, bytes + bytes}};
    REQUIRE(harness.journal().put_all("keys", some).has_value());
    REQUIRE(harness.journal().put_all("keys", {}).has_value());
    REQUIRE(harness.journal().put("other", "a", "another").has_value());
    const std::vector<SideRow> sorted{some[2], some[1], some[0]};
    CHECK(rows("keys") == sorted);
    harness.reopen();
    CHECK(rows("keys") == sorted);
    SUBCASE("several rows change at once") {
        REQUIRE(harness.journal().put_all("keys", std::vector<SideRow>{{"c", "Cem"}, {"a", "Ada"}}));
        REQUIRE(harness.journal().remove_all("keys", std::vector<std::string>{"b", "nobody", bytes}));
        CHECK(rows("keys") == std::vector<SideRow>{{"a", "Ada"}, {"c", "Cem"}});
        harness.reopen();
        CHECK(rows("keys") == std::vector<SideRow>{{"a", "Ada"}, {"c", "Cem"}});
        CHECK(rows("other") == std::vector<SideRow>{{"a", "another"}});
    }
    SUBCASE("all of them or none when the disk says no") {
        harness.break_disk();
        std::vector<SideRow> many;
        for (int i = 0; i < 100; ++i) many.push_back({"many-" + std::to_string(i), std::string(10'000, 'x')});
        CHECK_FALSE(harness.journal().put_all("keys", many).has_value());
        harness.mend_disk();
        CHECK(rows("keys") == sorted);
        append(harness.journal(), {"{}"});
        harness.reopen();
        CHECK(rows("keys") == sorted);
    }
}

} // namespace truefill::journal::conformance

#include "server/openapi.h"

#include "api/command_texts.h"
#include "api/post_command.h"
#include "server/routes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

namespace truefill::server {

using namespace api;
namespace {

struct Inner {
    static constexpr auto required = std::to_array<std::string_view>({"item"});
    std::string item;
    std::optional<Amount> price;
};
TF_DESCRIBE(Inner, (item, price))

enum class Colour : std::uint8_t { red, green };
TF_DESCRIBE_ENUM(Colour, red, green)

struct Outer {
    std::vector<Inner> inner;
    Colour colour{};
    Time at;
    std::uint8_t small{};
};
TF_DESCRIBE(Outer, (inner, colour, at, small))

std::string_view method_name(http::Method method) {
    switch (method) {
    case http::Method::post: return "post";
    case http::Method::remove: return "delete";
    default: return "get";
    }
}

} // namespace

TEST_CASE("a described struct becomes a component with its members") {
    CHECK(component_name("truefill::orders::PlaceOrder") == "OrdersPlaceOrder");
    CHECK(component_name("truefill::server::ListOf<truefill::server::OrderRow>") == "OrderRowList");
    Schemas schemas;
    schemas.set_strict(true);
    const auto name = component_name(type_name<Outer>());
    CHECK(schemas.of<Outer>() == R"({"$ref":"#/components/schemas/)" + name + "\"}");
    json::Document document;
    const auto text = schemas.components();
    const auto all = document.parse(text);
    REQUIRE(all);
    const auto outer = all->find(name).find("properties");
    CHECK(outer.find("colour").raw() == R"({"type":"string","enum":["red","green"]})");
    CHECK(outer.find("at").find("format").as_string() == "date-time");
    CHECK(outer.find("small").find("maximum").as_int() == 255);
    CHECK(outer.find("inner").find("type").as_string() == "array");
    const auto inner = all->find(component_name(type_name<Inner>()));
    CHECK(inner.find("required").raw() == R"(["item"])");
    CHECK(inner.find("additionalProperties").as_bool() == false);
}

TEST_CASE("the contract names every route and every command, and each reference leads somewhere") {
    const auto text = openapi();
    json::Document document;
    const auto all = document.parse(text);
    REQUIRE(all);
    const auto paths = all->find("paths");
    for (const auto& route : routes()) {
        if (route.path == "/v1/commands/{name}") continue; // each command has a path of its own
        CAPTURE(route.path);
        CHECK(paths.find(route.path).find(method_name(route.method)));
    }
    Schemas schemas;
    for (const auto& command : command_schemas(schemas)) {
        CAPTURE(command.name);
        CHECK(paths.find("/v1/commands/" + std::string{command.name}).find("post").find("requestBody"));
    }
    CHECK_FALSE(paths.find("/v1/commands/engine.advance_time"));

    const auto components = all->find("components").find("schemas");
    std::size_t references = 0;
    constexpr std::string_view mark = R"("$ref":"#/components/schemas/)";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
        const auto begin = at + mark.size();
        const auto name = text.substr(begin, text.find('"', begin) - begin);
        CAPTURE(name);
        CHECK(components.find(name).find("properties"));
        ++references;
    }
    CHECK(references > 200);
}

TEST_CASE("each command says what it does, and each of its members what it means") {
    const auto text = openapi();
    json::Document document;
    const auto all = document.parse(text);
    REQUIRE(all);
    const auto components = all->find("components").find("schemas");
    Schemas schemas;
    std::set<std::string, std::less<>> offered;
    for (const auto& command : command_schemas(schemas)) {
        CAPTURE(command.name);
        offered.emplace(command.name);
        CHECK_MESSAGE(text_of_command(command.name), "it has no row in src/api/command_table.cpp");
        const auto name = command.schema.substr(command.schema.rfind('/') + 1);
        const auto members = components.find(name.substr(0, name.find('"'))).find("properties");
        for (const auto& [member, schema] : members.members()) {
            CAPTURE(member);
            CHECK_MESSAGE(schema.find("description"), "say what it means in src/api/command_texts.cpp");
        }
        const auto* row = text_of_command(command.name);
        if (row == nullptr) continue;
        for (const auto& own : row->members) CHECK_MESSAGE(members.find(own.name), own.name);
        std::string needs{row->needs};
        std::ranges::replace(needs, '|', ' ');
        for (std::size_t at = 0; at < needs.size();) {
            const auto end = std::min(needs.find(' ', at), needs.size());
            CHECK_MESSAGE(members.find(needs.substr(at, end - at)), needs);
            at = end + 1;
        }
    }
    for (const auto& row : command_texts()) CHECK_MESSAGE(offered.contains(row.command), row.command);
}

TEST_CASE("the contract names no route that is not there") {
    const auto text = openapi();
    json::Document document;
    const auto all = document.parse(text);
    REQUIRE(all);
    std::size_t seen = 0;
    for (const auto& [path, operations] : all->find("paths").members()) {
        if (path.starts_with("/v1/commands/")) continue; // one route for all of them
        for (const auto& [method, unused] : operations.members()) {
            CAPTURE(path);
            CAPTURE(method);
            CHECK(std::ranges::any_of(routes(), [&](const Route& route) {
                return route.path == path && method_name(route.method) == method;
            }));
            ++seen;
        }
    }
    CHECK(seen > 30);
}

TEST_CASE("operations have names of their own") {
    const auto text = openapi();
    std::set<std::string> names;
    constexpr std::string_view mark = R"("operationId":")";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
        const auto begin = at + mark.size();
        CHECK(names.insert(text.substr(begin, text.find('"', begin) - begin)).second);
    }
    CHECK(names.size() > 100);
}

} // namespace truefill::server

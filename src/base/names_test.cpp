#include "base/names.h"

#include <doctest/doctest.h>

#include <string>

using namespace truefill;

TEST_CASE("names get ids in order of first sight and keep them") {
    Names<ItemId> names;
    CHECK_FALSE(names.find("SKU-1"));
    CHECK(names.add("SKU-1") == ItemId{1});
    CHECK(names.add("SKU-2") == ItemId{2});
    CHECK(names.add("SKU-1") == ItemId{1});
    CHECK(names.find("SKU-2") == ItemId{2});
    CHECK(names.name(ItemId{2}) == "SKU-2");
    CHECK(names.name(ItemId{}).empty());
    CHECK(names.size() == 2);
}

TEST_CASE("names survive a snapshot and are found again") {
    Names<ItemId> names;
    for (int i = 1; i <= 3'000; ++i) names.add("SKU-" + std::to_string(i));
    std::string bytes;
    archive::save(bytes, names);
    Names<ItemId> again;
    again.add("left over");
    archive::Reader reader{bytes};
    REQUIRE(archive::load(reader, again));
    CHECK(reader.at_end());
    CHECK(again.size() == 3'000);
    CHECK(again.find("SKU-2999") == ItemId{2'999});
    CHECK_FALSE(again.find("left over"));
}

TEST_CASE("a snapshot that holds a name twice is refused") {
    std::string bytes;
    archive::save(bytes, std::vector<std::string>{"A", "B", "A"});
    Names<ItemId> names;
    archive::Reader reader{bytes};
    CHECK_FALSE(archive::load(reader, names));
}

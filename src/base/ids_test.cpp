#include "base/ids.h"

#include <boost/container_hash/hash.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <doctest/doctest.h>

#include <bit>
#include <set>
#include <type_traits>

using namespace truefill;

TEST_CASE("an id of zero is none, every other one is somebody") {
    CHECK_FALSE(ItemId{});
    CHECK(ItemId{1});
    CHECK(ItemId{7} == ItemId{7});
    CHECK(ItemId{7} < ItemId{8});
}

TEST_CASE("ids of different kinds do not mix") {
    CHECK_FALSE(std::is_convertible_v<ItemId, OrderId>);
    CHECK_FALSE(std::is_constructible_v<ItemId, OrderId>);
    CHECK_FALSE(std::is_convertible_v<ItemId, std::uint32_t>);
    CHECK_FALSE(std::is_same_v<ItemId, OrderId>);
}

TEST_CASE("an id is as small as its number") {
    CHECK(sizeof(SiteId) == 2);
    CHECK(sizeof(OrderId) == 4);
    CHECK(sizeof(JobId) == 8);
}

TEST_CASE("both hashes agree and find ids again") {
    CHECK(std::hash<OrderId>{}(OrderId{42}) == boost::hash<OrderId>{}(OrderId{42}));
    boost::unordered_flat_map<OrderId, int> map;
    for (std::uint32_t i = 1; i <= 10'000; ++i) map[OrderId{i}] = static_cast<int>(i);
    for (std::uint32_t i = 1; i <= 10'000; ++i) CHECK(map.at(OrderId{i}) == static_cast<int>(i));
    CHECK_FALSE(map.contains(OrderId{10'001}));
}

TEST_CASE("neighbouring ids land far apart in a table") {
    std::set<std::size_t> low_bits;
    std::set<std::size_t> high_bits;
    for (std::uint32_t i = 1; i <= 256; ++i) {
        low_bits.insert(hash_value(OrderId{i}) % 256);
        high_bits.insert(hash_value(OrderId{i}) >> 56);
    }
    // 256 balls in 256 bins fill about 162 of them.
    CHECK(low_bits.size() > 140);
    CHECK(high_bits.size() > 140);
}

TEST_CASE("one changed bit changes about half of the mixed bits") {
    for (int bit = 0; bit < 64; ++bit) {
        const int changed = std::popcount(mix64(12345) ^ mix64(12345 ^ std::uint64_t{1} << bit));
        CHECK(changed > 12);
        CHECK(changed < 52);
    }
}

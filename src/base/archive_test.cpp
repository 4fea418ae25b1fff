#include "base/archive.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::archive_test {

enum class Stage : std::uint8_t { open, picked, shipped };
TF_DESCRIBE_ENUM(Stage, open, picked, shipped)

/// No padding, no bool, no enum: copied in one piece.
struct Balance {
    ItemId item;
    SiteId site;
    SiteId owner;
    Quantity on_hand{};
    bool operator==(const Balance&) const = default;
};
TF_DESCRIBE(Balance, (item, site, owner, on_hand))

/// The same members with padding behind the first.
struct Padded {
    SiteId site;
    Quantity on_hand{};
    bool operator==(const Padded&) const = default;
};
TF_DESCRIBE(Padded, (site, on_hand))

/// Described in another order than declared.
struct Crossed {
    std::uint32_t declared_first{};
    std::uint32_t declared_second{};
};
TF_DESCRIBE(Crossed, (declared_second, declared_first))

struct Order {
    OrderId id;
    std::string number;
    Stage stage{};
    bool complete{};
    Money total;
    Time placed;
    std::optional<Date> due;
    std::vector<Balance> balances;
    std::vector<std::string> notes;
    std::array<Padded, 2> pair{};
    Digest digest;
    bool operator==(const Order&) const = default;
};
TF_DESCRIBE(Order, (id, number, stage, complete, total, placed, due, balances, notes, pair, digest))

struct State {
    boost::unordered_flat_map<OrderId, Order> orders;
    boost::unordered_flat_map<std::string, OrderId> by_number;
    boost::unordered_flat_set<std::uint64_t> seen;
    std::map<std::pair<SiteId, ItemId>, Quantity> stock;
    std::set<std::string> names;
    std::uint64_t next{};
    bool operator==(const State&) const = default;
};
TF_DESCRIBE(State, (orders, by_number, seen, stock, names, next))

struct Tree {
    std::string name;
    std::vector<Tree> children;
    bool operator==(const Tree&) const = default;
};
TF_DESCRIBE(Tree, (name, children))

struct Nothing {
    bool operator==(const Nothing&) const = default;
};
TF_DESCRIBE(Nothing, ())

/// Keeps its own form.
class Counter {
public:
    std::uint64_t value{};
    void save(archive::Output& output) const { archive::save(output, ~value); }
    void load(archive::Reader& reader) {
        archive::load(reader, value);
        value = ~value;
    }
    static constexpr std::uint64_t format_hash() { return 77; }
};

static_assert(archive::is_flat<Balance>());
static_assert(archive::is_flat<std::array<Balance, 3>>());
static_assert(!archive::is_flat<Padded>());
static_assert(!archive::is_flat<Crossed>());
static_assert(!archive::is_flat<Stage>());
static_assert(!archive::is_flat<bool>());
static_assert(!archive::is_flat<Money>());
static_assert(!archive::is_flat<Order>());

template <class T>
std::string saved(const T& value) {
    std::string bytes;
    archive::save(bytes, value);
    return bytes;
}

/// Loads into something that is not fresh; nothing when the bytes are not exactly a T.
template <class T>
std::optional<T> loaded(std::string_view bytes, T value = {}) {
    archive::Reader reader{bytes};
    if (!archive::load(reader, value) || !reader.ok() || !reader.at_end()) return std::nullopt;
    return value;
}

State sample_state(bool backwards) {
    State state;
    std::vector<std::uint32_t> ids(200);
    for (std::uint32_t i = 0; i < ids.size(); ++i) ids[i] = i + 1;
    if (backwards) std::ranges::reverse(ids);
    for (const std::uint32_t id : ids) {
        Order order;
        order.id = {id};
        order.number = "SO-" + std::to_string(id);
        order.stage = static_cast<Stage>(id % 3);
        order.complete = id % 2 == 0;
        order.total = {{id * 1'000LL}, {{'E', 'U', 'R'}}};
        order.placed = {id};
        if (id % 5 == 0) order.due = Date{static_cast<std::int32_t>(id)};
        order.balances.assign(id % 4, Balance{{id}, {1}, {2}, -7});
        order.notes.assign(id % 3, std::string(id, 'n'));
        order.pair[1].on_hand = id;
        order.digest = sha256(order.number);
        state.by_number.emplace(order.number, order.id);
        state.seen.insert(mix64(id));
        state.stock[{SiteId{static_cast<std::uint16_t>(id % 7)}, ItemId{id}}] = id;
        state.names.insert(order.number);
        state.orders.emplace(order.id, std::move(order));
    }
    state.next = 201;
    return state;
}

} // namespace truefill::archive_test

using namespace truefill;
using namespace truefill::archive_test;

TEST_CASE("a state survives being saved and loaded over another one") {
    const State state = sample_state(false);
    State other;
    other.names.insert("left over");
    other.orders[OrderId{999}].number = "left over";
    CHECK(loaded(saved(state), other) == state);
    CHECK(loaded<State>(saved(State{})) == State{});
}

TEST_CASE("equal states have equal bytes, whatever the history of their tables") {
    State forwards = sample_state(false);
    const State backwards = sample_state(true);
    forwards.orders.reserve(10'000);
    REQUIRE(forwards == backwards);
    CHECK(saved(forwards) == saved(backwards));
    CHECK(archive::digest(forwards) == archive::digest(backwards));
    forwards.orders[OrderId{7}].complete = !forwards.orders[OrderId{7}].complete;
    CHECK(archive::digest(forwards) != archive::digest(backwards));
}

TEST_CASE("the digest is the hash of the saved bytes, also beyond the buffer") {
    CHECK(archive::digest(State{}) == sha256(saved(State{})));
    const State state = sample_state(false);
    CHECK(archive::digest(state) == sha256(saved(state)));
    for (const std::size_t size : {65'535U, 65'536U, 65'537U, 1'000'000U}) {
        const std::vector<std::string> large{"before", std::string(size, 'x'), "behind"};
        CHECK(archive::digest(large) == sha256(saved(large)));
        CHECK(loaded<std::vector<std::string>>(saved(large)) == large);
    }
    const std::vector<std::uint8_t> many(300'000, 7);
    CHECK(loaded<std::vector<std::uint8_t>>(saved(many)) == many);
    const std::vector<std::string> short_ones(100'000, "ab");
    CHECK(loaded<std::vector<std::string>>(saved(short_ones)) == short_ones);
}

TEST_CASE("the layout is the one in the header") {
    CHECK(saved(std::uint32_t{0x01020304}) == std::string("\x04\x03\x02\x01", 4));
    CHECK(saved(OrderId{5}) == std::string("\x05\0\0\0", 4));
    CHECK(saved(true) == "\x01");
    CHECK(saved(Stage::shipped) == "\x02");
    CHECK(saved(std::string(200, 'a')) == "\xc8\x01" + std::string(200, 'a'));
    CHECK(saved(std::optional<std::uint8_t>{}) == std::string(1, '\0'));
    CHECK(saved(std::optional<std::uint8_t>{9}) == "\x01\x09");
    CHECK(saved(Padded{{1}, 2}) == std::string("\x01\0\x02\0\0\0\0\0\0\0", 10));
    CHECK(saved(Crossed{1, 2}) == std::string("\x02\0\0\0\x01\0\0\0", 8));
    CHECK(saved(Money{{1}, {{'E', 'U', 'R'}}}) == std::string("\x01\0\0\0\0\0\0\0EUR", 11));
    CHECK(saved(std::map<std::uint8_t, std::uint8_t>{{2, 20}, {1, 10}}) == "\x02\x01\x0a\x02\x14");
    CHECK(saved(boost::unordered_flat_map<std::uint8_t, std::uint8_t>{{2, 20}, {1, 10}}) ==
          "\x02\x01\x0a\x02\x14");
    CHECK(saved(std::vector<Balance>{{{1}, {2}, {3}, 4}}) ==
          std::string("\x01\x01\0\0\0\x02\0\x03\0\x04\0\0\0\0\0\0\0", 17));
    CHECK(saved(Nothing{}) == std::string(1, '\0'));
}

TEST_CASE("a type with a form of its own is saved by it") {
    CHECK(saved(Counter{1}) == "\xfe\xff\xff\xff\xff\xff\xff\xff");
    Counter counter;
    archive::Reader reader{"\xfe\xff\xff\xff\xff\xff\xff\xff"};
    CHECK(archive::load(reader, counter));
    CHECK(counter.value == 1);
    archive::Reader torn{"\xfe\xff"};
    CHECK_FALSE(archive::load(torn, counter));
}

TEST_CASE("lengths of every size are read back") {
    for (const std::uint64_t length :
         {0ULL, 1ULL, 127ULL, 128ULL, 16'383ULL, 16'384ULL, 1ULL << 35, 1ULL << 63, ~0ULL}) {
        std::string bytes;
        {
            archive::StringOutput output{bytes};
            output.put_length(length);
        }
        archive::Reader reader{bytes};
        std::uint64_t found = 1;
        CHECK(reader.get_length(found));
        CHECK(found == length);
        CHECK(reader.at_end());
    }
    for (const std::string_view bad :
         {std::string_view{}, std::string_view{"\x80"}, std::string_view{"\x80\0", 2},
          std::string_view{"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02"},
          std::string_view{"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"}}) {
        archive::Reader reader{bad};
        std::uint64_t found = 0;
        CHECK_FALSE(reader.get_length(found));
        CHECK_FALSE(reader.ok());
    }
}

TEST_CASE("torn bytes fail as a value, at every length") {
    State state = sample_state(false);
    while (state.orders.size() > 3) state.orders.erase(state.orders.begin());
    while (state.by_number.size() > 3) state.by_number.erase(state.by_number.begin());
    while (state.seen.size() > 3) state.seen.erase(state.seen.begin());
    while (state.stock.size() > 3) state.stock.erase(state.stock.begin());
    while (state.names.size() > 3) state.names.erase(state.names.begin());
    const std::string bytes = saved(state);
    REQUIRE(loaded<State>(bytes) == state);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const std::string torn =
            bytes.substr(0, size); // its own allocation, so that a sanitizer sees every overrun
        CHECK_FALSE(loaded<State>(torn));
    }
    CHECK_FALSE(loaded<State>(bytes + '\0'));
}

TEST_CASE("hostile bytes never crash and never allocate the machine away") {
    const std::string huge = "\xff\xff\xff\xff\xff\xff\xff\xff\x7f";
    CHECK_FALSE(loaded<std::string>(huge));
    CHECK_FALSE(loaded<std::vector<Balance>>(huge + "xxxx"));
    CHECK_FALSE(loaded<std::vector<std::string>>(huge));
    CHECK_FALSE(loaded<std::vector<Order>>(huge + std::string(100, '\0')));
    CHECK_FALSE(loaded<State>(huge));
    CHECK_FALSE(loaded<std::set<std::string>>(huge));
    CHECK_FALSE(loaded<bool>("\x02"));
    CHECK_FALSE(loaded<Stage>("\x03"));
    CHECK_FALSE(loaded<std::optional<std::uint8_t>>("\x02\x01"));
    CHECK_FALSE(loaded<std::map<std::uint8_t, std::uint8_t>>("\x02\x01\x0a\x01\x14"));
    CHECK_FALSE(loaded<boost::unordered_flat_map<std::uint8_t, std::uint8_t>>("\x02\x02\x0a\x01\x14"));
    CHECK(rc::check("changed bytes", [](std::vector<std::pair<std::uint16_t, char>> changes) {
        static const std::string bytes = saved(sample_state(false));
        std::string changed = bytes;
        for (const auto& [place, byte] : changes) changed[place % changed.size()] = byte;
        const auto state = loaded<State>(changed);
        return !state || saved(*state) == changed;
    }));
}

TEST_CASE("a type that contains itself loads, and stops at a depth that nobody needs") {
    const Tree tree{"root", {{"left", {}}, {"right", {{"leaf", {}}}}}};
    CHECK(loaded<Tree>(saved(tree)) == tree);
    std::string deep;
    for (int i = 0; i < 1'000'000; ++i) deep += std::string("\0\x01", 2);
    CHECK_FALSE(loaded<Tree>(deep));
}

namespace truefill::archive_test {

struct Renamed {
    ItemId item;
    SiteId site;
    SiteId holder;
    Quantity on_hand{};
};
TF_DESCRIBE(Renamed, (item, site, holder, on_hand))

struct Retyped {
    ItemId item;
    SiteId site;
    SiteId owner;
    std::uint64_t on_hand{};
};
TF_DESCRIBE(Retyped, (item, site, owner, on_hand))

struct Same {
    ItemId item;
    SiteId site;
    SiteId owner;
    Quantity on_hand{};
};
TF_DESCRIBE(Same, (item, site, owner, on_hand))

enum class Longer : std::uint8_t { open, picked, shipped, lost };
TF_DESCRIBE_ENUM(Longer, open, picked, shipped, lost)

} // namespace truefill::archive_test

TEST_CASE("another layout has another format hash") {
    using archive::format_hash;
    CHECK(format_hash<Balance>() == format_hash<Same>());
    CHECK(format_hash<Balance>() != format_hash<Renamed>());
    CHECK(format_hash<Balance>() != format_hash<Retyped>());
    CHECK(format_hash<Stage>() != format_hash<Longer>());
    CHECK(format_hash<std::vector<Balance>>() != format_hash<std::vector<Renamed>>());
    CHECK(format_hash<std::vector<int>>() != format_hash<std::set<int>>());
    CHECK(format_hash<std::array<int, 2>>() != format_hash<std::array<int, 3>>());
    CHECK(format_hash<std::optional<int>>() != format_hash<int>());
    CHECK(format_hash<std::map<int, bool>>() != format_hash<std::map<bool, int>>());
    CHECK(format_hash<std::uint32_t>() != format_hash<std::int32_t>());
    CHECK(format_hash<std::uint32_t>() != format_hash<OrderId>());
    CHECK(format_hash<Time>() != format_hash<Duration>());
    CHECK(format_hash<Tree>() != format_hash<Nothing>());
    CHECK(format_hash<Counter>() != format_hash<std::uint64_t>());
    // A map has one form on disk, however it is held in memory.
    CHECK(format_hash<std::map<int, int>>() == format_hash<boost::unordered_flat_map<int, int>>());
}

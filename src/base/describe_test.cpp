#include "base/describe.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::test {

enum class Channel : std::uint8_t { phone, edi, shop };
TF_DESCRIBE_ENUM(Channel, phone, edi, shop)

enum class Sparse : std::int32_t { lost = -7, none = 0, far = 1'000'000 };
TF_DESCRIBE_ENUM(Sparse, lost, none, far)

enum class Holed : std::uint8_t { two = 2, five = 5 };
TF_DESCRIBE_ENUM(Holed, two, five)

// Names that agree in length and in most of their characters.
enum class Alike : std::uint8_t {
    awaiting_customer_reply,
    awaiting_supplier_reply,
    awaiting_carriers_reply,
    x,
    y
};
TF_DESCRIBE_ENUM(Alike, awaiting_customer_reply, awaiting_supplier_reply, awaiting_carriers_reply, x, y)

struct Nothing {};
TF_DESCRIBE(Nothing, ())

struct Parcel {
    int weight_grams{};
    std::string label;
    Channel channel{};
};
TF_DESCRIBE(Parcel, (weight_grams, label, channel))

struct Plain {
    int value{};
};

static_assert(Described<Parcel>);
static_assert(Described<Nothing>);
static_assert(!Described<Plain>);
static_assert(!Described<int>);
static_assert(DescribedEnum<Channel>);
static_assert(!DescribedEnum<Parcel>);
static_assert(name_of(Channel::edi) == "edi");
static_assert(parse_enum<Channel>("shop") == Channel::shop);

} // namespace truefill::test

using namespace truefill;
using namespace truefill::test;

TEST_CASE("members are told by name, in order, with their type") {
    CHECK(members_of<Parcel>::count == 3);
    CHECK(members_of<Nothing>::count == 0);
    CHECK(member_names<Parcel> == std::array<std::string_view, 3>{"weight_grams", "label", "channel"});
    Parcel parcel{1'200, "L-1", Channel::shop};
    int seen = 0;
    members_of<Parcel>::each([&]<class D>(D) {
        if constexpr (std::is_same_v<member_type<Parcel, D>, int>) seen += parcel.*D::pointer;
        ++seen;
    });
    CHECK(seen == 1'203);
}

TEST_CASE("each enumerator is found by its name and gives it back") {
    const auto round_trips = []<class E>(E) {
        for (const auto& [value, name] : enumerators<E>) {
            CHECK(name_of(value) == name);
            CHECK(parse_enum<E>(name) == value);
            CHECK(is_enumerator(value));
        }
    };
    round_trips(Channel{});
    round_trips(Sparse{});
    round_trips(Holed{});
    round_trips(Alike{});
    CHECK(enumerators<Alike>.size() == 5);
}

TEST_CASE("a name that is no enumerator is nothing") {
    for (const std::string_view name :
         {"", "p", "Phone", "phone ", "phon", "fax", "xhop", "awaiting_customer_reply"}) {
        CHECK_MESSAGE(!parse_enum<Channel>(name), name);
    }
    CHECK_FALSE(parse_enum<Alike>("awaiting_customer_repla"));
    CHECK_FALSE(parse_enum<Sparse>("0"));
}

TEST_CASE("a value that is no enumerator has no name") {
    CHECK(name_of(static_cast<Channel>(3)).empty());
    CHECK(name_of(static_cast<Channel>(255)).empty());
    CHECK(name_of(static_cast<Holed>(3)).empty());
    CHECK(name_of(static_cast<Holed>(0)).empty());
    CHECK(name_of(static_cast<Sparse>(-8)).empty());
    CHECK_FALSE(is_enumerator(static_cast<Sparse>(1)));
}

#include "ledger/digest.h"

#include "ledger/test_desk.h"

#include <set>

namespace truefill::ledger {

using P = Pipeline;
using T = Trigger;

namespace {

/// A value that is not the one before: for whatever a described struct may hold.
template <class V> void change(V& value) {
    if constexpr (std::is_same_v<V, bool>) value = !value;
    else if constexpr (std::is_enum_v<V>) value = static_cast<V>(static_cast<int>(value) + 1);
    else if constexpr (std::is_integral_v<V>) value = static_cast<V>(value + 1);
    else if constexpr (is_id<V>) ++value.value;
    else if constexpr (std::is_same_v<V, Amount>) ++value.micros;
    else if constexpr (std::is_same_v<V, std::string>) value += "x";
    else if constexpr (std::is_same_v<V, Time>) ++value.micros;
    else if constexpr (std::is_same_v<V, Date>) ++value.days;
    else if constexpr (std::is_same_v<V, Currency>) ++value.code[2];
    else if constexpr (std::is_same_v<V, Value>) ++value.exact.micros;
    else if constexpr (std::is_same_v<V, std::vector<Trigger>>) value.push_back(T::pick);
}

/// Each member changed, one at a time, must give another weight; those named are links, not truth.
template <class Thing, class Weight>
void tells_each_member(const Thing& thing, const Weight& weight_of, const std::set<std::string_view>& links) {
    const auto before = weight_of(thing);
    members_of<Thing>::each([&](auto member) {
        CAPTURE(std::string_view{member.name});
        Thing other = thing;
        change(other.*member.pointer);
        CHECK((weight_of(other) == before) == links.contains(member.name));
    });
}

} // namespace

TEST_CASE("tells any two parcels, lines, charges, orders or holds apart that differ in one member") {
    const OrderId id{7};
    Parcel parcel;
    parcel.quantity = 3;
    tells_each_member(parcel, [&](const Parcel& p) { return weight(id, p); }, {"next"});
    tells_each_member(Line{}, [&](const Line& line) { return weight(id, line); }, {"first"});
    tells_each_member(Charge{}, [&](const Charge& charge) { return weight(id, 1, charge); }, {});
    tells_each_member(Order{}, [&](const Order& order) { return weight(order); },
                      {"free", "lines", "parcels", "charges"});
    tells_each_member(Hold{}, [&](const Hold& hold) { return weight(hold); }, {});
    CHECK(weight(OrderId{8}, parcel) != weight(id, parcel));
    CHECK(weight(id, 2, Charge{}) != weight(id, 1, Charge{}));
}

TEST_CASE("tells balances apart by place, bucket and amount, and gives nothing to what is empty") {
    StockBalance row;
    CHECK(weight(row) == Hash128{});
    CHECK(weight(MoneyBalance{}) == Hash128{});
    CHECK(weight(OrderId{1}, Parcel{}) == Hash128{});
    std::set<Hash128> seen;
    for (const Quantity units : {1, 2, 3, -1})
        for (const auto bucket : {Stock::available, Stock::customer})
            for (std::uint32_t n = 1; n < 4; ++n) {
                row = {};
                row.units[static_cast<std::size_t>(bucket)] = units;
                row.item = ItemId{n};
                CHECK(seen.insert(weight(row)).second);
                row.site = SiteId{1};
                CHECK(seen.insert(weight(row)).second);
                row.lot = LotId{n};
                CHECK(seen.insert(weight(row)).second);
            }
}

TEST_CASE("tells two equal parcels from none") {
    // What an exclusive-or would not.
    Parcel parcel;
    parcel.quantity = 3;
    Hash128 sum{};
    add(sum, weight(OrderId{1}, parcel));
    add(sum, weight(OrderId{1}, parcel));
    CHECK(sum != Hash128{});
    subtract(sum, weight(OrderId{1}, parcel));
    subtract(sum, weight(OrderId{1}, parcel));
    CHECK(sum == Hash128{});
}

} // namespace truefill::ledger

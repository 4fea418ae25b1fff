#include "base/one_of_impl.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

namespace {

struct Counted {
    explicit Counted(std::shared_ptr<int> what) : alive{std::move(what)} {}
    Counted() = default;
    std::shared_ptr<int> alive;
};
struct Text {
    std::string text;
};
using Inner = truefill::OneOf<Text, Counted>;
struct Number {
    int number = 7;
};
using Outer = truefill::OneOf<Number, Inner>;

} // namespace

template struct truefill::KindsOf<Inner>;
template struct truefill::KindsOf<Outer>;

namespace truefill {

TEST_CASE("what a OneOf is made with is what it holds, also when types nest") {
    const Outer outer = Text{"a text that is too long to be kept without memory of its own"};
    REQUIRE(holds<Inner>(outer));
    CHECK(get<Text>(get<Inner>(outer)).text.starts_with("a text"));
    CHECK(get_if<Number>(&outer) == nullptr);
    CHECK(get<Number>(Outer{}).number == 7);
}

TEST_CASE("a OneOf ends each value once: copied, moved, replaced and assigned to itself") {
    const auto count = std::make_shared<int>(1);
    {
        Outer one = Counted{count};
        CHECK(count.use_count() == 2);
        Outer copy = one;
        CHECK(count.use_count() == 3);
        Outer moved = std::move(copy);
        CHECK(count.use_count() == 3);
        auto& same = moved;
        moved = same;
        CHECK(count.use_count() == 3);
        one = moved;
        CHECK(count.use_count() == 3);
        one.emplace<Number>().number = 3;
        CHECK(count.use_count() == 2);
        std::vector<Outer> many(3, moved);
        many.resize(100);
        CHECK(count.use_count() == 5);
    }
    CHECK(count.use_count() == 1);
}

TEST_CASE("visiting a OneOf gives the value itself, to look at or to change") {
    Outer outer = Number{1};
    visit(
        [](auto& value) {
            if constexpr (requires { value.number; }) value.number = 5;
        },
        outer);
    CHECK(visit(
              [](const auto& value) {
                  if constexpr (requires { value.number; }) return value.number;
                  else return 0;
              },
              std::as_const(outer)) == 5);
}

} // namespace truefill

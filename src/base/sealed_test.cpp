#include "base/sealed.h"

#include <doctest/doctest.h>

#include <string>

using namespace truefill;

namespace {

/// A token of a text of so many bytes; nobody ever sealed it.
std::string token_of(std::size_t clear) {
    return "~p1.AAAAAAAAAAA." + std::string(((40 + clear) * 4 + 2) / 3, 'x') + "~";
}

} // namespace

TEST_CASE("a sealed text tells how long it was before") {
    for (const std::size_t size : {1, 2, 3, 4, 5, 100, 1'000, 16'384}) {
        CAPTURE(size);
        CHECK(is_sealed(token_of(size)));
        CHECK(clear_size(token_of(size)) == size);
    }
    CHECK(clear_size("Rue 1") == 5);
    CHECK(clear_size("") == 0);
}

TEST_CASE("what only looks like a sealed text is none") {
    const auto good = token_of(9);
    for (const std::string& wrong :
         {std::string{"~p1."}, good + " ", " " + good, good.substr(0, good.size() - 1),
          "~p2" + good.substr(3), "~p1.AAAAAAAAAA." + good.substr(16), "~p1.AAAAAAAAAA*" + good.substr(15),
          token_of(0), token_of(16'385), "~p1.AAAAAAAAAAA." + std::string(57, 'x') + "~"}) {
        CAPTURE(wrong);
        CHECK_FALSE(is_sealed(wrong));
        CHECK(clear_size(wrong) == wrong.size());
    }
    CHECK(sealed_token(good + " and more").has_value());
    CHECK(sealed_token(good + " and more")->all == good);
}

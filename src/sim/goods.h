/// Where every piece really is: the world's own truth, which no message can change. Agents move goods;
/// messages only talk about it. The book is held against this at the end of every world (checks.h).
///
/// A move asserts that the pieces are there, so an agent that ships twice what it has is a bug of the agent,
/// found here and not blamed on the program under test.
#pragma once

#include "base/quantity.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace truefill::sim {

enum class Place : std::uint8_t {
    outside,  ///< suppliers and the time before: may be negative
    shelf,    ///< at a site
    staged,   ///< at a site: picked or packed
    damaged,  ///< at a site: on hold
    returns,  ///< at a site: came back
    van,      ///< with a carrier; `where` is the site that it left
    customer, ///< `where` is the site that it left, as the book keeps it
    gone,     ///< lost on the way; `where` is the site that it left
    scrap     ///< thrown away by the site
};

struct GoodsKey {
    Place place{};
    std::string where; ///< site code
    std::string item, lot;
    auto operator<=>(const GoodsKey&) const = default;
};

class Goods {
public:
    Quantity at(Place place, std::string_view where, std::string_view item, std::string_view lot) const;
    /// Over all lots.
    Quantity at(Place place, std::string_view where, std::string_view item) const;
    /// What stands in the building: shelf, staged, damaged; without returns.
    Quantity in_building(std::string_view site, std::string_view item, std::string_view lot,
                         bool any_lot) const;
    /// Pieces that left a site and did not come back: in vans, at customers, gone.
    Quantity departed(std::string_view site, std::string_view item) const;

    /// The book of the first day says so many less (or, negative, more) than really stood on the shelf.
    void note_miscount(std::string_view site, std::string_view item, std::string_view lot, Quantity more);
    Quantity miscounted(std::string_view site, std::string_view item, std::string_view lot) const;

    /// Pieces of `item` left a site, and everybody believes that they are `instead_of`: so many more
    /// (negative: fewer) have left than any book can know until the customer calls. `more` is negative when
    /// he has.
    void note_mixed_up(std::string_view site, std::string_view item, std::string_view instead_of,
                       Quantity more);
    Quantity mixed_up(std::string_view site, std::string_view item) const;
    /// Over all items: pieces that left under another name, and nobody has noticed.
    Quantity mixed_up() const;

    void move(const GoodsKey& from, Place to, Quantity quantity);
    /// Between sites: what came back to another one than it left.
    void move(const GoodsKey& from, const GoodsKey& to, Quantity quantity);
    /// Calls f(lot, quantity) for what there is of an item in a place, lots in order of their code.
    template <class F> void each_lot(Place place, std::string_view where, std::string_view item,
                                     F&& f) const {
        for (auto at = pieces_.lower_bound(GoodsKey{place, std::string{where}, std::string{item}, {}});
             at != pieces_.end() && at->first.place == place && at->first.where == where &&
             at->first.item == item;
             ++at)
            if (at->second != 0) f(at->first.lot, at->second);
    }
    const std::map<GoodsKey, Quantity>& all() const { return pieces_; }

private:
    std::map<GoodsKey, Quantity> pieces_;
    std::map<GoodsKey, Quantity> miscounts_;
    std::map<GoodsKey, Quantity> mix_ups_;
};

} // namespace truefill::sim

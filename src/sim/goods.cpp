#include "sim/goods.h"

#include "base/assert.h"

#include <algorithm>

namespace truefill::sim {

Quantity Goods::at(Place place, std::string_view where, std::string_view item, std::string_view lot) const {
    const auto found = pieces_.find(GoodsKey{place, std::string{where}, std::string{item}, std::string{lot}});
    return found == pieces_.end() ? 0 : found->second;
}

Quantity Goods::at(Place place, std::string_view where, std::string_view item) const {
    Quantity sum = 0;
    each_lot(place, where, item, [&](const std::string&, Quantity quantity) { sum += quantity; });
    return sum;
}

Quantity Goods::in_building(std::string_view site, std::string_view item, std::string_view lot,
                            bool any_lot) const {
    Quantity sum = 0;
    for (const auto place : {Place::shelf, Place::staged, Place::damaged})
        sum += any_lot ? at(place, site, item) : at(place, site, item, lot);
    return sum;
}

Quantity Goods::departed(std::string_view site, std::string_view item) const {
    Quantity sum = 0;
    for (const auto place : {Place::van, Place::customer, Place::gone}) sum += at(place, site, item);
    return sum;
}

void Goods::note_miscount(std::string_view site, std::string_view item, std::string_view lot, Quantity more) {
    if (more == 0) return;
    miscounts_[{Place::shelf, std::string{site}, std::string{item}, std::string{lot}}] += more;
}

Quantity Goods::miscounted(std::string_view site, std::string_view item, std::string_view lot) const {
    const auto found =
        miscounts_.find({Place::shelf, std::string{site}, std::string{item}, std::string{lot}});
    return found == miscounts_.end() ? 0 : found->second;
}

void Goods::note_mixed_up(std::string_view site, std::string_view item, std::string_view instead_of,
                          Quantity more) {
    mix_ups_[{Place::customer, std::string{site}, std::string{item}, {}}] += more;
    mix_ups_[{Place::customer, std::string{site}, std::string{instead_of}, {}}] -= more;
}

Quantity Goods::mixed_up(std::string_view site, std::string_view item) const {
    const auto found = mix_ups_.find({Place::customer, std::string{site}, std::string{item}, {}});
    return found == mix_ups_.end() ? 0 : found->second;
}

Quantity Goods::mixed_up() const {
    Quantity sum = 0;
    for (const auto& [key, more] : mix_ups_) sum += std::max<Quantity>(more, 0);
    return sum;
}

void Goods::move(const GoodsKey& from, Place to, Quantity quantity) {
    move(from, GoodsKey{to, from.where, from.item, from.lot}, quantity);
}

void Goods::move(const GoodsKey& from, const GoodsKey& to, Quantity quantity) {
    TF_ASSERT(quantity > 0, "something moves");
    auto& source = pieces_[from];
    TF_ASSERT(from.place == Place::outside || source >= quantity, "nobody moves pieces that are not there");
    source -= quantity;
    pieces_[to] += quantity;
}

} // namespace truefill::sim

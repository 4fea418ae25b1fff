#include "sim/customers.h"

#include <algorithm>

namespace truefill::sim {

void Customers::accept(Site& from, const Carton& carton) {
    for (const auto& piece : carton.content) {
        goods().move({Place::van, from.code(), piece.item, piece.lot}, Place::customer, piece.quantity);
        if (piece.instead_of.empty()) {
            pieces_[{carton.order, piece.line}].push_back({&from, piece});
        } else { // they keep it and call
            bus().in(random_.wait(hours(20), days(2)), [this, site = from.code(), carton, piece] {
                goods().note_mixed_up(site, piece.item, piece.instead_of, -piece.quantity);
                call_(carton, piece);
            });
        }
    }
    if (carton.content.empty() || !random_.chance(returns_)) return;
    const auto& piece = carton.content[random_.below(carton.content.size())];
    bus().in(random_.wait(hours(8), days(3)), [this, order = carton.order, line = piece.line] {
        const auto found = pieces_.find({order, line});
        if (found == pieces_.end() || found->second.empty()) return;
        const auto quantity = random_.between(1, found->second.front().what.quantity);
        post_back(order, found->second.front(), quantity, random_.chance(250));
    });
}

void Customers::send_back(const std::string& order, LineNumber line, Quantity quantity, int patience) {
    const auto found = pieces_.find({order, line});
    while (found != pieces_.end() && !found->second.empty() && quantity > 0) {
        const auto part = std::min(quantity, found->second.front().what.quantity);
        post_back(order, found->second.front(), part, false);
        quantity -= part;
    }
    if (quantity > 0 && patience > 0)
        bus().in(days(1),
                 [this, order, line, quantity, patience] { send_back(order, line, quantity, patience - 1); });
}

/// Takes the pieces from where they are kept and puts them into the post, which loses nothing here.
void Customers::post_back(const std::string& order, Piece piece, Quantity quantity, bool blind) {
    auto& kept = pieces_.at({order, piece.what.line});
    kept.front().what.quantity -= quantity;
    if (kept.front().what.quantity == 0) kept.erase(kept.begin());
    piece.what.quantity = quantity;
    bus().in(random_.wait(days(1), days(3)),
             [piece, order, blind] { piece.from->receive_return({order, piece.what, blind, "unwanted"}); });
}

} // namespace truefill::sim

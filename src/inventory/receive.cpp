#include "inventory/receipt.h"
#include "inventory/say.h"
#include "inventory/shelf.h"
#include "inventory/supply.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::inventory {
namespace {

using ledger::Stock;

class Receiving {
public:
    Receiving(const Facts& facts, Receipt& receipt, SupplyReceived& event)
        : facts_{facts},
          receipt_{receipt},
          supply_{receipt.supply},
          before_{receipt.supply},
          event_{event},
          good_{receipt.command.quantity},
          damaged_{receipt.command.damaged} {}

    void run() {
        const bool announced = supply_.ordered > 0;
        const bool elsewhere = announced && receipt_.site != supply_.site;
        const auto total = good_ + damaged_;
        const auto matched = announced ? std::min(total, supply_.coming) : 0;
        event_.over = total - matched;
        supply_.coming -= matched;
        supply_.received += total;
        if (total > 0) {
            if (!announced) bring_unannounced();
            else if (elsewhere) bring_elsewhere(matched);
            else bring(matched);
        }
        if (receipt_.command.last) close();
        event_.coming = supply_.coming;
        event_.booked = supply_.booked;
        name_orders(settle(facts_, receipt_.id, supply_, receipt_.today), event_);
        if (event_.over > 0 && announced) say_over();
    }

private:
    Place here() const { return {receipt_.site, receipt_.item, event_.lot}; }

    /// The lot may be one that this very receipt makes known.
    Date expires() const {
        const auto known = event_.lot.value <= facts_.master.lots();
        return receipt_.command.expires || !known ? receipt_.command.expires : expiry_of(facts_, event_.lot);
    }

    /// Units in INBOUND that nobody is promised. `booked` falls with each part that this receipt takes.
    Quantity free_inbound() const {
        const auto in_book = inventory::free_inbound(facts_.ledger, receipt_.id, before_);
        return std::max<Quantity>(in_book - (before_.booked - supply_.booked), 0);
    }

    void from_inbound(Quantity quantity, Stock to) {
        if (quantity <= 0) return;
        auto posting = move_stock({supply_.site, supply_.item, {}}, quantity, Stock::inbound, to);
        if (to != Stock::supplier) posting.lot_to = event_.lot;
        event_.entry.stock.push_back(posting);
        supply_.booked -= quantity;
    }

    /// Straight from the supplier, on hold when it is not good.
    void from_supplier(Quantity quantity, bool hold) {
        if (quantity <= 0) return;
        event_.entry.stock.push_back(move_stock(here(), quantity, Stock::supplier, Stock::available));
        if (hold) event_.entry.stock.push_back(move_stock(here(), quantity, Stock::available, Stock::held));
    }

    void bring(Quantity matched) {
        const auto good = std::min(good_, matched);
        const auto damaged = matched - good;
        if (good > 0) supply_.arrived.push_back({event_.lot, good, expires()});
        Quantity left = 0; // of this lot, that no promised line gets
        for (const auto& arrival : settle(facts_, receipt_.id, supply_, receipt_.today).left)
            if (arrival.lot == event_.lot) left += arrival.quantity;
        const auto to_shelf = std::min({left, free_inbound(), good});
        if (good > 0) supply_.arrived.back().quantity -= to_shelf;
        event_.for_promises = good - to_shelf;
        if (good > 0 && event_.for_promises == 0) supply_.arrived.pop_back();
        from_inbound(to_shelf, Stock::available);
        const auto to_hold = std::min(damaged, free_inbound());
        from_inbound(to_hold, Stock::held);
        // The announced units are promised, but damaged ones keep no promise: they come anew and the promises
        // are cut.
        from_supplier(damaged - to_hold, true);
        from_supplier(good_ - good, false);
        from_supplier(damaged_ - damaged, true);
        if (to_shelf > 0 || good_ > good) note_free(facts_, receipt_.item, event_.freed);
    }

    /// Nothing came where it was announced; the same came in somewhere else.
    void bring_elsewhere(Quantity matched) {
        from_inbound(std::min(matched, free_inbound()), Stock::supplier);
        from_supplier(good_, false);
        from_supplier(damaged_, true);
        if (good_ > 0) note_free(facts_, receipt_.item, event_.freed);
        say("contradiction",
            fmt::format("{} came in at {} and was announced for {}",
                        say_units(facts_, good_ + damaged_, receipt_.item), say_site(facts_, receipt_.site),
                        say_site(facts_, supply_.site)),
            good_ + damaged_);
    }

    void bring_unannounced() {
        event_.reference = receipt_.command.supply;
        from_supplier(good_, true);
        from_supplier(damaged_, true);
        say("over_receipt",
            fmt::format("{} came in at {} as supply {}, which nobody announced; they are on hold",
                        say_units(facts_, good_ + damaged_, receipt_.item), say_site(facts_, receipt_.site),
                        receipt_.command.supply),
            good_ + damaged_);
    }

    /// Nothing more comes: what is missing is cut, and whoever was promised it looks elsewhere at once.
    void close() {
        const auto missing = supply_.coming;
        if (missing == 0) return;
        supply_.coming = 0;
        // The dock holds promised goods in INBOUND_ALLOC, so all that is free in INBOUND was still to come.
        from_inbound(std::min(missing, free_inbound()), Stock::supplier);
        say("supply_short",
            fmt::format("{} of {} did not come to {}", say_units(facts_, missing, receipt_.item),
                        say_supply(supply_), say_site(facts_, supply_.site)),
            missing);
    }

    void say_over() {
        say("over_receipt",
            fmt::format("{} more than announced came in at {} from {}",
                        say_units(facts_, event_.over, receipt_.item), say_site(facts_, receipt_.site),
                        say_supply(supply_)),
            event_.over);
    }

    void say(std::string_view category, std::string sentence, Quantity quantity) {
        auto deviation = off_plan(category, std::move(sentence), receipt_.site, receipt_.item);
        deviation.quantity = quantity;
        deviation.value = worth(facts_, receipt_.item, quantity, receipt_.today);
        event_.deviations.push_back(std::move(deviation));
    }

    const Facts& facts_;
    Receipt& receipt_;
    Supply& supply_;
    const Supply before_;
    SupplyReceived& event_;
    Quantity good_, damaged_;
};

} // namespace

std::string receipt_key(std::string_view receipt, std::string_view lot) {
    return std::string{receipt} + '|' + std::string{lot};
}

Decision receive(const Facts& facts, Receipt receipt) {
    const auto& command = receipt.command;
    SupplyReceived event;
    event.supply = receipt.id;
    if (!command.receipt.empty()) event.receipt = receipt_key(command.receipt, command.lot);
    event.item = receipt.item;
    event.site = receipt.site;
    event.quantity = command.quantity;
    event.damaged = command.damaged;
    event.last = command.last;
    if (command.quantity + command.damaged > 0) {
        const auto lot = Lots{facts, event.lots}.find_or_add(receipt.item, command.lot, command.expires);
        if (!lot) return std::unexpected(lot.error());
        event.lot = *lot;
    }
    Receiving{facts, receipt, event}.run();
    return one(std::move(event));
}

} // namespace truefill::inventory

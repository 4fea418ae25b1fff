/// Inside the inventory folder: one decision per command, and what they share.
#pragma once

#include "inventory/inventory.h"

#include <expected>
#include <string>
#include <string_view>

namespace truefill::inventory {

using journal::Envelope;

Decision decide_one(const Facts&, const State&, const OpenStock&, const Envelope&);
Decision decide_one(const Facts&, const State&, const AnnounceSupply&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ChangeSupply&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReceiveSupply&, const Envelope&);
Decision decide_one(const Facts&, const State&, const SettlePromise&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReserveOrder&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReserveWaiting&, const Envelope&);
Decision decide_one(const Facts&, const State&, const Unreserve&, const Envelope&);
Decision decide_one(const Facts&, const State&, const RequestCount&, const Envelope&);
Decision decide_one(const Facts&, const State&, const CountStock&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ApproveCount&, const Envelope&);
Decision decide_one(const Facts&, const State&, const HoldStock&, const Envelope&);
Decision decide_one(const Facts&, const State&, const PlaceTransfer&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ReceiveTransfer&, const Envelope&);
Decision decide_one(const Facts&, const State&, const ExplainSuspense&, const Envelope&);
Decision decide_one(const Facts&, const State&, const RelabelStock&, const Envelope&);

template <class E> Decision one(E event) {
    std::vector<Event> events;
    events.emplace_back(std::move(event));
    return events;
}

using ledger::quantity_max;

/// Where stock stands.
struct Place {
    SiteId site;
    ItemId item;
    LotId lot;
};
ledger::StockPosting move_stock(const Place& place, Quantity quantity, ledger::Stock from, ledger::Stock to);
std::uint64_t place_key(const Place& place);
std::uint64_t holder_key(ItemId item, SiteId site);
std::string opening_key(std::string_view reference, SiteId site);

template <class T> using Found = std::expected<T, journal::Refusal>;

Found<SiteId> find_site(const Facts& facts, const std::string& code, const Envelope& envelope);
Found<ItemId> find_item(const Facts& facts, const std::string& code, const Envelope& envelope);
/// Refuses ids that were never given out; none is not refused.
Found<void> check_ids(const Facts& facts, const Place& place);
/// A place by ids or, where they are not given, by codes. The lot is none for an item without lots. An
/// unknown lot is no place.
template <class Command> Found<Place> find_place(const Facts& facts, const Command& command,
                                                 const Envelope& envelope);
Found<LotId> find_lot(const Facts& facts, ItemId item, const std::string& code);

/// Lots that a decision meets: known ones, and new ones that its event brings.
class Lots {
public:
    Lots(const Facts& facts, std::vector<masterdata::Lot>& fresh) : facts_{facts}, fresh_{fresh} {}
    /// The id of a lot; refused where an item with lots comes without one. An item without lots has none.
    Found<LotId> find_or_add(ItemId item, const std::string& code, Date expires);

private:
    const Facts& facts_;
    std::vector<masterdata::Lot>& fresh_;
};

/// Units at a place that an open count must find or write off before anybody may use them.
Quantity doubt_at(const Facts& facts, const State& state, const Place& place);

/// The lots of a place, the one that expires first in front: its own or, when it names none, all that the
/// site has.
std::vector<LotId> lots_at(const Facts& facts, const Place& place);

/// Notes that more of an item is to be had, when somebody waits for it.
void note_free(const Facts& facts, ItemId item, std::vector<ItemId>& freed);

/// Reserved units of a place, as orders that would lose them: lowest priority first, then newest. At most
/// `units` in all, and at most `taken_back_per_call` lines now.
struct Taking {
    std::vector<TakenBack> taken;
    Quantity quantity{}; ///< of `taken`
    Quantity further{};  ///< reserved units beyond them
};
Taking take_reserved(const Facts& facts, const State& state, const Place& place, Quantity units);

/// What somebody decides about.
struct Stake {
    ItemId item;
    Quantity units{};
    Date day;
};
/// Refuses what is worth more than the limit of the one who decides.
Found<void> check_limit(const Facts& facts, const std::optional<Money>& limit, const Stake& stake);

template <class Command>
Found<Place> find_place(const Facts& facts, const Command& command, const Envelope& envelope) {
    Place place;
    if constexpr (requires { command.site_id; }) place = {command.site_id, command.item_id, command.lot_id};
    if (auto checked = check_ids(facts, place); !checked) return std::unexpected(std::move(checked.error()));
    if (!place.site) {
        auto site = find_site(facts, command.site, envelope);
        if (!site) return std::unexpected(std::move(site.error()));
        place.site = *site;
    }
    if (!place.item) {
        auto item = find_item(facts, command.item, envelope);
        if (!item) return std::unexpected(std::move(item.error()));
        place.item = *item;
    }
    if (!place.lot && !command.lot.empty()) {
        auto lot = find_lot(facts, place.item, command.lot);
        if (!lot) return std::unexpected(std::move(lot.error()));
        place.lot = *lot;
    }
    return place;
}

} // namespace truefill::inventory

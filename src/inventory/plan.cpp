#include "inventory/plan.h"

#include "inventory/shelf.h"
#include "inventory/supply.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace truefill::inventory {
namespace {

using ledger::Pipeline;
using ledger::Stock;
using ledger::Trigger;

/// Stock of a group's item that this order may have.
struct Shelf {
    std::uint32_t site_index{};
    SiteId site;
    LotId lot;
    Quantity available{};
    std::uint32_t rank{}; ///< place of its site in the answer
    std::int32_t expires{};
};

/// All demands of the order for one item.
struct Group {
    ItemId item;
    Quantity quantity{};
    std::uint32_t demand{};       ///< its first
    std::uint32_t first{}, end{}; ///< its shelves
};

bool contains_word(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const auto blank = std::min(words.find(' '), words.size());
        if (words.substr(0, blank) == word) return true;
        words.remove_prefix(std::min(blank + 1, words.size()));
    }
    return false;
}

class Planner {
public:
    Planner(const Facts& facts, const State& state, const Planned& planned)
        : facts_{facts},
          state_{state},
          order_{planned.order},
          today_{planned.today},
          declined_{planned.declined},
          days_{shelf_life_days(facts, order_)} {
        const auto& order = order_;
        const auto transfer = order.kind == ledger::LineKind::transfer
                                  ? state.transfer_of_order.find(order.id)
                                  : state.transfer_of_order.end();
        if (transfer != state.transfer_of_order.end()) only_ = state.transfers.at(transfer->second).from;
        reserve_holds_ = may_be_held(facts.ledger, Trigger::reserve);
        promise_holds_ = may_be_held(facts.ledger, Trigger::promise);
    }

    Plan run() {
        collect_demands();
        group_demands();
        collect_shelves();
        ask_sites();
        draw();
        promise();
        finish();
        return std::move(plan_);
    }

private:
    const ledger::Line& line_of(const Demand& demand) const { return order_.lines[demand.line_index]; }

    void collect_demands() {
        plan_.demands.reserve(order_.lines.size());
        for (std::uint32_t index = 0; index < order_.lines.size(); ++index) {
            const auto& line = order_.lines[index];
            const auto first = plan_.demands.size();
            bool held = false;
            order_.each_parcel(line, [&](std::uint32_t slot, const ledger::Parcel& parcel) {
                if (parcel.pipeline == Pipeline::promised) promised_before_ = true;
                if (parcel.pipeline != Pipeline::open && parcel.pipeline != Pipeline::backordered) return;
                held = held ||
                       (reserve_holds_ && facts_.ledger.blocking(Trigger::reserve, order_, line, nullptr));
                const bool open = parcel.pipeline == Pipeline::open;
                plan_.demands.push_back({index, slot, parcel.quantity, 0, open});
            });
            if (!held) continue;
            plan_.demands.resize(first);
            held_ = true;
        }
    }

    void group_demands() {
        std::vector<std::pair<ItemId, std::uint32_t>> by_item;
        by_item.reserve(plan_.demands.size());
        for (std::uint32_t i = 0; i < plan_.demands.size(); ++i)
            by_item.emplace_back(line_of(plan_.demands[i]).item, i);
        std::ranges::sort(by_item);
        groups_.reserve(by_item.size());
        for (const auto& [item, index] : by_item) {
            if (groups_.empty() || groups_.back().item != item) groups_.push_back({item, 0, index, 0, 0});
            auto& demand = plan_.demands[index];
            demand.group = static_cast<std::uint32_t>(groups_.size() - 1);
            groups_.back().quantity += demand.quantity;
        }
    }

    std::uint32_t index_of_site(SiteId site) {
        const auto found = std::ranges::find(sites_, site);
        const auto index = static_cast<std::uint32_t>(found - sites_.begin());
        if (found == sites_.end()) sites_.push_back(site);
        return index;
    }

    bool is_held(const Group& group, const ledger::StockBalance& row) const {
        if (!reserve_holds_) return false;
        ledger::Parcel there;
        there.site = row.site;
        there.lot = row.lot;
        // Holds on lines were asked before: any line of the group speaks for the item.
        const auto& line = line_of(plan_.demands[group.demand]);
        return facts_.ledger.blocking(Trigger::reserve, order_, line, &there) != nullptr;
    }

    void collect_shelves() {
        shelves_.reserve(groups_.size() * 4);
        for (auto& group : groups_) {
            group.first = static_cast<std::uint32_t>(shelves_.size());
            facts_.ledger.each_stock(group.item, [&](const ledger::StockBalance& row) {
                const auto available = row[Stock::available];
                if (available <= 0 || (only_ && row.site != only_)) return;
                const auto expires = expiry_of(facts_, row.lot);
                if (!is_fit(expires, days_, today_) || is_held(group, row)) return;
                shelves_.push_back({index_of_site(row.site), row.site, row.lot, available, 0,
                                    fefo_rank(expires, row.lot).first});
            });
            group.end = static_cast<std::uint32_t>(shelves_.size());
        }
    }

    void ask_sites() {
        SourceQuestion question;
        question.ship_complete = order_.ship_complete;
        question.demands.reserve(groups_.size());
        for (const auto& group : groups_) question.demands.push_back({group.item, group.quantity});
        std::string_view country;
        if (order_.customer) country = facts_.master.customer(order_.customer).country;
        question.sites.reserve(sites_.size());
        for (const auto id : sites_) {
            const auto& site = facts_.master.site(id);
            question.sites.push_back({id,
                                      contains_word(site.countries, country),
                                      site.cost_per_shipment_cents,
                                      {},
                                      id == declined_});
            question.sites.back().available.resize(groups_.size());
        }
        for (std::size_t g = 0; g < groups_.size(); ++g)
            for (auto i = groups_[g].first; i < groups_[g].end; ++i)
                question.sites[shelves_[i].site_index].available[g] += shelves_[i].available;
        auto answered = answer(question);
        rank_shelves(answered.sites);
        plan_.rule = std::move(answered.rule);
        plan_.rule_version = answered.version;
    }

    /// Puts each group's shelves in the order in which they are drawn from; sites that were not chosen give
    /// nothing.
    void rank_shelves(const std::vector<SiteId>& chosen) {
        for (auto& shelf : shelves_) {
            const auto at = std::ranges::find(chosen, shelf.site);
            if (at == chosen.end()) shelf.available = 0;
            shelf.rank = static_cast<std::uint32_t>(at - chosen.begin());
        }
        for (const auto& group : groups_)
            std::sort(shelves_.begin() + group.first, shelves_.begin() + group.end,
                      [](const Shelf& a, const Shelf& b) {
                          return std::tie(a.rank, a.expires, a.lot, a.site) <
                                 std::tie(b.rank, b.expires, b.lot, b.site);
                      });
    }

    void draw() {
        plan_.missing.resize(plan_.demands.size());
        plan_.stock.reserve(plan_.demands.size());
        for (std::uint32_t d = 0; d < plan_.demands.size(); ++d) {
            const auto& demand = plan_.demands[d];
            auto& group = groups_[demand.group];
            auto left = demand.quantity;
            while (left > 0 && group.first < group.end) {
                auto& shelf = shelves_[group.first];
                const auto part = std::min(left, shelf.available);
                if (part > 0) plan_.stock.push_back({d, shelf.site, shelf.lot, part});
                left -= part;
                shelf.available -= part;
                if (shelf.available == 0) ++group.first;
            }
            plan_.missing[d] = left;
        }
    }

    bool is_promise_held(const Demand& demand, SiteId site) const {
        if (!promise_holds_) return false;
        ledger::Parcel there;
        there.site = site;
        return facts_.ledger.blocking(Trigger::promise, order_, line_of(demand), &there) != nullptr;
    }

    /// What a supply can still give, counted once for this plan.
    Quantity& free_of(SupplyId id) {
        for (auto& [known, left] : free_)
            if (known == id) return left;
        return free_.emplace_back(id, free_to_promise(facts_.ledger, id, state_.supplies.at(id))).second;
    }

    void promise() {
        for (std::uint32_t d = 0; d < plan_.demands.size(); ++d) {
            if (plan_.missing[d] == 0) continue;
            const auto& demand = plan_.demands[d];
            const auto item = groups_[demand.group].item.value;
            if (item >= state_.supplies_of_item.size()) continue;
            for (const auto id : state_.supplies_of_item[item]) {
                const auto& supply = state_.supplies.at(id);
                // What should have come before today has no date any more that could be promised.
                if (supply.due < today_ || (only_ && supply.site != only_)) continue;
                if (is_promise_held(demand, supply.site)) continue;
                auto& left = free_of(id);
                const auto part = std::min(left, plan_.missing[d]);
                if (part > 0) plan_.promises.push_back({d, id, part});
                left -= part;
                plan_.missing[d] -= part;
                if (plan_.missing[d] == 0) break;
            }
        }
    }

    void finish() {
        const bool covered = std::ranges::all_of(plan_.missing, [](Quantity left) { return left == 0; });
        plan_.complete = covered && !held_;
        if (order_.ship_complete && !plan_.complete) {
            plan_.stock.clear();
            plan_.promises.clear();
            for (std::size_t d = 0; d < plan_.demands.size(); ++d)
                plan_.missing[d] = plan_.demands[d].quantity;
        }
        plan_.on_hand = plan_.complete && plan_.promises.empty() && !promised_before_;
    }

    const Facts& facts_;
    const State& state_;
    const ledger::Order& order_;
    Date today_;
    SiteId declined_;
    std::int32_t days_;
    SiteId only_; ///< of a transfer: where it starts
    bool reserve_holds_ = false, promise_holds_ = false;
    bool held_ = false;
    bool promised_before_ = false;
    Plan plan_;
    std::vector<Group> groups_;
    std::vector<Shelf> shelves_;
    std::vector<SiteId> sites_;
    std::vector<std::pair<SupplyId, Quantity>> free_;
};

} // namespace

bool may_be_held(const ledger::Ledger& ledger, ledger::Trigger trigger) {
    if (ledger.holds().size() > 32) return true;
    return std::ranges::any_of(ledger.holds(), [&](const ledger::Hold& hold) {
        return std::ranges::find(hold.blocks, trigger) != hold.blocks.end();
    });
}

Plan make_plan(const Facts& facts, const State& state, const Planned& planned) {
    return Planner{facts, state, planned}.run();
}

} // namespace truefill::inventory

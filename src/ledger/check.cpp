#include "ledger/ledger.h"
#include "ledger/rows.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include <algorithm>

namespace truefill::ledger {
namespace {

using Wrong = std::optional<std::string>;

std::string of_line(LineNumber line) { return "line " + std::to_string(line); }

template <class E> std::string said(E value) { return std::string{name_of(value)}; }

bool is_too_much(Amount price, Quantity quantity) {
    std::int64_t value = 0;
    return __builtin_mul_overflow(price.micros, quantity, &value) || value > value_max.micros;
}

bool is_quantity(Quantity quantity) { return quantity > 0 && quantity <= quantity_max; }

/// Triggers whose units come from somewhere else than where they were.
bool may_change_site(LineKind kind, Trigger trigger) {
    return trigger == Trigger::receive_return || trigger == Trigger::match_return ||
           trigger == Trigger::carrier_return || (kind == LineKind::transfer && trigger == Trigger::issue);
}

/// Returns bring what they bring; otherwise one lot becomes another only by exchange.
bool may_change_lot(Trigger trigger) {
    return trigger == Trigger::swap_lot || trigger == Trigger::receive_return ||
           trigger == Trigger::match_return || trigger == Trigger::carrier_return;
}

/// A lot that was not known may get its name at any move; a known one keeps it.
bool is_other_lot(const auto& posting) {
    return posting.lot && posting.lot_to && posting.lot_to != posting.lot;
}

/// Stands for `StockBalance::in_transit` among the cells.
constexpr auto in_transit = Stock::none;

struct StockCell {
    ItemId item;
    SiteId site;
    LotId lot;
    Stock bucket{};
    auto operator<=>(const StockCell&) const = default;
    friend std::size_t hash_value(const StockCell& cell) {
        return mix64(stock_key(cell.item, cell.site, cell.lot) ^ static_cast<std::uint64_t>(cell.bucket)
                                                                     << 58);
    }
};

/// Goes through an entry in the order in which `apply` does, with what earlier postings of it have changed.
class Check {
public:
    Check(const Ledger& ledger, const Entry& entry) : ledger_{ledger}, entry_{entry} {}

    Wrong run() {
        if (auto wrong = check_order()) return wrong;
        for (const auto& line : entry_.lines)
            if (auto wrong = check_line(line)) return wrong;
        for (const auto& amended : entry_.amended)
            if (auto wrong = check_amended(amended)) return wrong;
        for (const auto& posting : entry_.stock)
            if (auto wrong = check_stock(posting)) return wrong;
        for (const auto& posting : entry_.units)
            if (auto wrong = check_unit(posting)) return wrong;
        if (auto wrong = check_exchanges()) return wrong;
        for (const auto& posting : entry_.values)
            if (auto wrong = check_value(posting)) return wrong;
        for (const auto& posting : entry_.money)
            if (auto wrong = check_money(posting)) return wrong;
        return check_holds();
    }

private:
    Wrong check_order() {
        const bool needs_order = !entry_.units.empty() || !entry_.values.empty() || !entry_.lines.empty() ||
                                 !entry_.amended.empty() || !entry_.opened.empty();
        if (needs_order && !entry_.order) return "the entry posts to no order";
        if (!entry_.opened.empty()) return check_opened();
        if (!entry_.order) return std::nullopt;
        order_ = ledger_.find(entry_.order);
        if (!order_) return "order " + std::to_string(entry_.order.value) + " is not in the ledger";
        kind_ = order_->kind;
        charges_ = order_->charges.size();
        if (!order_->lines.empty()) last_line_ = order_->lines.back().number;
        return std::nullopt;
    }

    Wrong check_opened() {
        const auto& opened = entry_.opened.front();
        const auto name = "order " + opened.number;
        if (entry_.opened.size() != 1) return "an entry opens one order at most";
        if (entry_.order != ledger_.next_order())
            return name + " would be order " + std::to_string(entry_.order.value) + ", but the next one is " +
                   std::to_string(ledger_.next_order().value);
        if (opened.number.empty()) return "an order without a number cannot be opened";
        if (ledger_.find_number(opened.number)) return name + " exists already";
        const bool sale = opened.kind == LineKind::sale;
        if (sale != bool{opened.customer}) return name + ": a sale has a customer and a transfer has none";
        if (sale == bool{opened.target}) return name + ": a transfer has a target site and a sale has none";
        if (sale && !opened.currency) return name + " has no currency";
        for (const auto& charge : opened.charges)
            if (is_too_much(charge.amount < Amount{} ? -charge.amount : charge.amount, 1))
                return name + ": a charge is beyond what the ledger takes";
        kind_ = opened.kind;
        charges_ = opened.charges.size();
        for (const auto& line : opened.lines)
            if (auto wrong = check_line(line)) return wrong;
        return std::nullopt;
    }

    Wrong check_line(const LineOpened& line) {
        if (line.number <= last_line_)
            return of_line(line.number) + " comes after line " + std::to_string(last_line_);
        if (!line.item) return of_line(line.number) + " has no item";
        if (line.unit_price < Amount{}) return of_line(line.number) + " has a negative price";
        last_line_ = line.number;
        return std::nullopt;
    }

    /// The line, be it in the ledger or opened by this entry: what a check needs of it, or nothing.
    struct Known {
        ItemId item;
        Amount unit_price;
        Quantity total{};
    };
    std::optional<Known> find_line(LineNumber number) const {
        if (order_)
            if (const auto* line = order_->line(number))
                return Known{line->item, line->unit_price, line->total};
        const auto look = [&](const std::vector<LineOpened>& lines) -> std::optional<Known> {
            const auto found = std::ranges::lower_bound(lines, number, {}, &LineOpened::number);
            if (found == lines.end() || found->number != number) return std::nullopt;
            return Known{found->item, found->unit_price, 0};
        };
        if (!entry_.opened.empty())
            if (auto line = look(entry_.opened.front().lines)) return line;
        return look(entry_.lines);
    }

    Wrong check_amended(const LineAmended& amended) {
        const auto line = find_line(amended.number);
        if (!line) return "the order has no " + of_line(amended.number);
        if (amended.demanded < 0 || amended.demanded > quantity_max)
            return of_line(amended.number) + " is amended to " + std::to_string(amended.demanded) + " units";
        if (amended.unit_price < Amount{} ||
            is_too_much(amended.unit_price, std::max(amended.demanded, line->total)))
            return of_line(amended.number) + " is amended to a price that the ledger does not take";
        return std::nullopt;
    }

    Wrong check_stock(const StockPosting& p) {
        if (!is_quantity(p.quantity) || !p.item || !p.site) return "a stock posting moves nothing or nowhere";
        if (!find_stock(p.from, p.to))
            return "no row of the transition table moves stock from " + said(p.from) + " to " + said(p.to);
        if (p.site_to && p.site_to != p.site) return "stock goes to another site by a transfer line only";
        if (is_other_lot(p)) {
            if (p.from != Stock::available || p.to != Stock::available)
                return "stock of one lot becomes another lot's only by the exchange for a picked lot";
            note_exchange(p.item, move_of(p), p.quantity);
        }
        return take_stock(p.item, move_of(p), p.quantity);
    }

    Wrong check_unit(const UnitPosting& p) {
        const auto line = find_line(p.line);
        if (!line) return "the order has no " + of_line(p.line);
        if (!is_quantity(p.quantity)) return "a posting of " + of_line(p.line) + " moves nothing or too much";
        const auto row = find_unit(kind_, p.trigger, p.from, p.billing_from, p.to);
        const bool same = row && row->billing_to == p.billing_to && row->stock_from == p.stock_from &&
                          row->stock_to == p.stock_to;
        if (!same)
            return "no row of the transition table moves a unit of " + of_line(p.line) + " from " +
                   said(p.from) + "/" + said(p.billing_from) + " to " + said(p.to) + "/" +
                   said(p.billing_to) + " by " + said(p.trigger);
        const auto price = p.unit_price.value_or(line->unit_price);
        if (price < Amount{} || is_too_much(price, p.quantity + (p.from == Pipeline::none ? line->total : 0)))
            return "the value of " + of_line(p.line) + " is beyond what the ledger takes";
        const Parcel* parcel = nullptr;
        if (p.from != Pipeline::none) {
            if (auto wrong = take_parcel(p, parcel)) return wrong;
        }
        if (auto wrong = check_place(p, parcel)) return wrong;
        if (auto wrong = check_keys(p, parcel)) return wrong;
        if (p.stock_from == Stock::none) return std::nullopt;
        const auto stock = move_of(p);
        if (p.trigger == Trigger::swap_lot && is_other_lot(p)) note_exchange(line->item, stock, p.quantity);
        if (kind_ == LineKind::transfer && p.to == Pipeline::shipped)
            change({line->item, stock.site_to, stock.lot_to, in_transit}, p.quantity);
        if (kind_ == LineKind::transfer && p.from == Pipeline::shipped)
            change({line->item, stock.site, stock.lot, in_transit}, -p.quantity);
        return take_stock(line->item, stock, p.quantity);
    }

    Wrong take_parcel(const UnitPosting& p, const Parcel*& parcel) {
        const auto missing = [&](Quantity there) {
            return of_line(p.line) + " has " + std::to_string(there) + " units in parcel " +
                   std::to_string(p.parcel) + " at " + said(p.from) + "/" + said(p.billing_from) + ", not " +
                   std::to_string(p.quantity);
        };
        if (!order_ || p.parcel >= order_->parcels.size()) return missing(0);
        parcel = &order_->parcels[p.parcel];
        const bool is_it = parcel->quantity > 0 && order_->lines[parcel->line_index].number == p.line &&
                           parcel->pipeline == p.from && parcel->billing == p.billing_from;
        if (!is_it) return missing(0);
        auto& taken = taken_[p.parcel];
        taken += p.quantity;
        if (taken > parcel->quantity) return missing(parcel->quantity - taken + p.quantity);
        return std::nullopt;
    }

    /// Stock must move where the units stand, else the ledgers of units and stock would part (I7).
    Wrong check_place(const UnitPosting& p, const Parcel* parcel) const {
        const auto keys = keys_of(p.from);
        const bool moves_stock = p.stock_from != Stock::none;
        if (moves_stock && !p.site) return "stock of " + of_line(p.line) + " moves at no site";
        if (keys.site && (moves_stock || p.site) && p.site != parcel->site)
            return of_line(p.line) + " stands at site " + std::to_string(parcel->site.value) + ", not " +
                   std::to_string(p.site.value);
        if (keys.lot && (moves_stock || p.lot) && p.lot != parcel->lot)
            return of_line(p.line) + " stands in lot " + std::to_string(parcel->lot.value) + ", not " +
                   std::to_string(p.lot.value);
        if (p.site_to && p.site_to != p.site) {
            if (!may_change_site(kind_, p.trigger))
                return of_line(p.line) + " does not go to another site by " + said(p.trigger);
        }
        const bool transfer_issue = kind_ == LineKind::transfer && p.trigger == Trigger::issue;
        const auto target = order_ ? order_->target : SiteId{};
        if (transfer_issue && p.site_to != target)
            return of_line(p.line) + " is sent to site " + std::to_string(p.site_to.value) +
                   ", but the transfer goes to " + std::to_string(target.value);
        if (is_other_lot(p) && !may_change_lot(p.trigger))
            return of_line(p.line) + " does not change its lot by " + said(p.trigger);
        if (!moves_stock && (p.site_to || (p.lot_to && p.lot_to != p.lot)))
            return of_line(p.line) + " changes site or lot without its stock";
        return std::nullopt;
    }

    /// What a bucket owns must be known on the way in (I12 for handling units).
    Wrong check_keys(const UnitPosting& p, const Parcel* parcel) const {
        const auto lacks = [&](const char* what) {
            return of_line(p.line) + " is moved to " + said(p.to) + " without " + what;
        };
        Parcel before;
        if (parcel) before = *parcel;
        const auto after = moved(before, p);
        const auto keys = keys_of(p.to);
        if (keys.release && !after.release) return lacks("a release");
        if (keys.handling_unit && !after.handling_unit) return lacks("a handling unit");
        if (keys.shipment && !after.shipment) return lacks("a shipment");
        if (p.billing_to == Billing::invoiced && !after.invoice) return lacks("an invoice");
        if (p.trigger == Trigger::issue && kind_ == LineKind::sale && !p.unit_price) return lacks("a price");
        return std::nullopt;
    }

    Wrong take_stock(ItemId item, const StockMove& move, Quantity quantity) {
        const auto left = change(StockCell{item, move.site, move.lot, move.from}, -quantity);
        if (left < 0 && !is_contra(move.from))
            return "item " + std::to_string(item.value) + " has " + std::to_string(left + quantity) +
                   " units " + said(move.from) + " at site " + std::to_string(move.site.value) +
                   (move.lot ? " in lot " + std::to_string(move.lot.value) : "") + ", not " +
                   std::to_string(quantity);
        change(StockCell{item, move.site_to, move.lot_to, move.to}, quantity);
        if (move.from != Stock::inbound && move.from != Stock::inbound_alloc) return std::nullopt;
        const auto there = [&](Stock bucket) { return change({item, move.site, move.lot, bucket}, 0); };
        const auto expected = there(Stock::inbound) + there(Stock::inbound_alloc);
        if (expected < there(in_transit))
            return "of item " + std::to_string(item.value) + " " + std::to_string(there(in_transit)) +
                   " units are on their way to site " + std::to_string(move.site.value) +
                   " by transfer; only the transfer's line receives or loses them";
        return std::nullopt;
    }

    /// Answers what the cell comes to.
    Quantity change(const StockCell& cell, Quantity quantity) {
        const auto [found, fresh] = stock_.try_emplace(cell, 0);
        if (fresh) {
            const auto& row = ledger_.stock(cell.item, cell.site, cell.lot);
            found->second = cell.bucket == in_transit ? row.in_transit : row[cell.bucket];
        }
        return found->second += quantity;
    }

    void note_exchange(ItemId item, const StockMove& move, Quantity quantity) {
        exchanged_.push_back({StockCell{item, move.site, move.lot, Stock::none}, -quantity});
        exchanged_.push_back({StockCell{item, move.site_to, move.lot_to, Stock::none}, quantity});
    }

    /// What a picked lot gives to the line, the line's old lot gets back: each lot comes out even.
    Wrong check_exchanges() {
        std::ranges::sort(exchanged_);
        for (std::size_t i = 0; i < exchanged_.size();) {
            const auto& cell = exchanged_[i].first;
            Quantity sum = 0;
            for (; i < exchanged_.size() && exchanged_[i].first == cell; ++i) sum += exchanged_[i].second;
            if (sum != 0)
                return "the exchange of lots leaves lot " + std::to_string(cell.lot.value) + " of item " +
                       std::to_string(cell.item.value) + " with " + std::to_string(sum) + " units";
        }
        return std::nullopt;
    }

    Wrong check_value(const ValuePosting& p) {
        const bool of_charge = p.line == 0;
        if (of_charge ? p.charge == 0 || p.charge > charges_ : !find_line(p.line))
            return "a value is posted to neither a line nor a charge of the order";
        const auto biggest = std::max({p.exact, -p.exact, p.amount, -p.amount});
        if (biggest > value_max) return "a value is beyond what the ledger takes";
        Quantity before = 0;
        if (order_ && !of_charge && order_->line(p.line)) {
            const auto& line = *order_->line(p.line);
            before = p.stage == ValueStage::issued ? line.issued.quantity : line.billed.quantity;
        } else if (order_ && of_charge) {
            const auto& charge = order_->charges[p.charge - 1];
            before = p.stage == ValueStage::issued ? charge.issued.quantity : charge.billed.quantity;
        }
        for (const auto* other = entry_.values.data(); other != &p; ++other)
            if (other->line == p.line && other->charge == p.charge && other->stage == p.stage)
                before += other->quantity;
        if (before + p.quantity < 0)
            return of_line(p.line) + " has " + std::to_string(before) + " units " + said(p.stage) +
                   ", of which " + std::to_string(-p.quantity) + " cannot be taken back";
        return std::nullopt;
    }

    static Wrong check_money(const MoneyPosting& p) {
        if (!p.customer || !p.money.currency) return "a money posting names a customer and a currency";
        if (p.debit == p.credit || p.debit == Account::none || p.credit == Account::none)
            return "a money posting has two accounts";
        if (p.money.amount < Amount{} || p.money.amount > value_max)
            return "the amount of a money posting is not negative and not beyond what the ledger takes";
        return std::nullopt;
    }

    Wrong check_holds() const {
        auto next = ledger_.next_hold();
        for (const auto& hold : entry_.holds) {
            if (hold.id != next) return "the next hold is " + std::to_string(next.value);
            if (hold.key == 0 || hold.blocks.empty()) return "a hold names what it holds and what it blocks";
            ++next.value;
        }
        boost::unordered_flat_set<HoldId> seen;
        for (const auto id : entry_.lifted) {
            const auto found = std::ranges::lower_bound(ledger_.holds(), id, {}, &Hold::id);
            const bool in_force = found != ledger_.holds().end() && found->id == id;
            if (!in_force || !seen.insert(id).second)
                return "hold " + std::to_string(id.value) + " is not in force";
        }
        return std::nullopt;
    }

    const Ledger& ledger_;
    const Entry& entry_;
    const Order* order_ = nullptr; ///< none when the entry opens it
    LineKind kind_{};
    std::size_t charges_ = 0;
    LineNumber last_line_ = 0;
    boost::unordered_flat_map<std::uint32_t, Quantity> taken_;
    boost::unordered_flat_map<StockCell, Quantity> stock_;
    std::vector<std::pair<StockCell, Quantity>> exchanged_;
};

} // namespace

std::optional<std::string> Ledger::check(const Entry& entry) const { return Check{*this, entry}.run(); }

} // namespace truefill::ledger

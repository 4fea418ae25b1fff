#include "api/outlook.h"

#include "api/documents_of.h"
#include "api/say.h"
#include "api/sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <map>
#include <utility>

namespace truefill::api {
namespace {

using ledger::Billing;
using ledger::Pipeline;

/// Units of an order that are in the same situation.
struct Standing {
    Pipeline bucket{};
    SiteId site;
    SupplyId supply;
    ReleaseId release;
    ShipmentId shipment;
    HoldId hold; ///< that keeps them from the next step
    auto operator<=>(const Standing&) const = default;
};

struct Stay {
    Quantity units{};
    std::vector<ItemId> items;
};
using Standings = std::map<Standing, Stay>;

std::string units(Quantity count) { return plural(static_cast<std::uint64_t>(count), "unit"); }

/// "a, b, c and 2 others".
std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t named_max = 3;
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < named_max; ++i) text += (i > 0 ? ", " : "") + names[i];
    if (names.size() > named_max) text += fmt::format(" and {} more", names.size() - named_max);
    return text;
}

/// What is said of the first few of many, when all of them say the same.
constexpr std::size_t told_max = 3;

/// "1 unit is", "3 units are".
std::string are(Quantity count) { return units(count) + (count == 1 ? " is" : " are"); }

class Reader {
public:
    Reader(const engine::State& state, const ledger::Order& order, bool tells_money)
        : state_{state}, order_{order}, tells_money_{tells_money} {}

    Outlook read() {
        std::map<Pipeline, Standings> buckets;
        order_.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
            auto& stay = buckets[parcel.pipeline][standing_of(line, parcel)];
            stay.units += parcel.quantity;
            if (std::ranges::find(stay.items, line.item) == stay.items.end()) stay.items.push_back(line.item);
        });
        for (const auto& [bucket, places] : buckets) {
            if (bucket == Pipeline::promised) wait_for_supplies(places);
            else if (bucket == Pipeline::shipped) on_the_way(places);
            else
                for (const auto& [place, stay] : places) read(place, stay);
        }
        if (tells_money_) read_money();
        read_returns();
        read_work();
        return {sentence(), std::move(next_)};
    }

private:
    std::string site(SiteId id) const { return id ? state_.master.site(id).code : "a site"; }
    void because(std::string clause) { clauses_.push_back(std::move(clause)); }
    void then(std::string what) { next_.push_back(std::move(what)); }

    /// A deadline that the engine watches.
    std::string by(Time due) const {
        return fmt::format("by {}{}", say(due),
                           due <= state_.flow.now ? "; that has passed" : ", or a case is opened");
    }

    Standing standing_of(const ledger::Line& line, const ledger::Parcel& parcel) const {
        Standing place{parcel.pipeline, parcel.site, parcel.supply, parcel.release, parcel.shipment, {}};
        const bool waits = parcel.pipeline == Pipeline::open || parcel.pipeline == Pipeline::backordered;
        if (waits || parcel.pipeline == Pipeline::reserved) {
            const auto trigger = waits ? ledger::Trigger::reserve : ledger::Trigger::release;
            if (const auto* hold = state_.ledger.blocking(trigger, order_, line, &parcel))
                place.hold = hold->id;
        }
        return place;
    }

    void read(const Standing& place, const Stay& stay) {
        if (place.hold) return held(place, stay);
        switch (place.bucket) {
        case Pipeline::open:
        case Pipeline::backordered: return wait_for_stock(stay);
        case Pipeline::reserved: return wait_for_release(place, stay);
        case Pipeline::released:
        case Pipeline::picked: return at_the_site(place, stay);
        case Pipeline::packed: return packed(place, stay);
        case Pipeline::lost: return because(fmt::format("{} lost on the way", are(stay.units)));
        case Pipeline::returned: back_ += stay.units; return;
        default: return;
        }
    }

    void held(const Standing& place, const Stay& stay) {
        const auto& holds = state_.ledger.holds();
        const auto hold = std::ranges::find(holds, place.hold, &ledger::Hold::id);
        because(fmt::format("{} {} and held back: {}", are(stay.units), name_of(place.bucket), hold->reason));
        then(fmt::format("the hold ({}, since {}) must be lifted{}", hold->reason, say(hold->placed_at),
                         hold->expires_at ? "; it expires " + say(hold->expires_at) : ""));
    }

    void wait_for_stock(const Stay& stay) {
        std::vector<std::string> codes, without;
        std::vector<std::pair<Date, std::string>> coming;
        const auto& by_item = state_.inventory.supplies_of_item;
        for (const auto item : stay.items) {
            const auto& code = state_.master.item(item).code;
            codes.push_back(code);
            if (item.value >= by_item.size() || by_item[item.value].empty()) {
                without.push_back(code);
                continue;
            }
            const auto& supply = state_.inventory.supplies.at(by_item[item.value].front());
            coming.emplace_back(supply.due,
                                fmt::format("supply {} of item {} is due {}; others may have been "
                                            "promised it",
                                            supply.reference, code, say(supply.due)));
        }
        because(fmt::format("{} waiting for stock of {}", are(stay.units), listed(codes)));
        then_first(std::move(coming));
        if (!without.empty())
            then(fmt::format("no supply is announced of {}; the next that comes in goes to the oldest order",
                             listed(without)));
    }

    /// The first few, by date.
    void then_first(std::vector<std::pair<Date, std::string>> dated) {
        std::ranges::sort(dated);
        for (std::size_t i = 0; i < dated.size() && i < told_max; ++i) then(dated[i].second);
        if (dated.size() > told_max)
            then(fmt::format("and {} more of the kind, the last on {}", dated.size() - told_max,
                             say(dated.back().first)));
    }

    void wait_for_supplies(const Standings& places) {
        Quantity all = 0;
        std::vector<std::string> names;
        std::vector<std::pair<Date, std::string>> coming;
        for (const auto& [place, stay] : places) {
            all += stay.units;
            const auto* supply = state_.inventory.supplies.find(place.supply);
            if (!supply) continue;
            if (std::ranges::find(names, supply->reference) == names.end())
                names.push_back(supply->reference);
            coming.emplace_back(supply->due,
                                fmt::format("supply {} with {} is due {} at {}", supply->reference,
                                            units(stay.units), say(supply->due), site(place.site)));
        }
        because(fmt::format("{} promised from {}", are(all), listed(names)));
        then_first(std::move(coming));
    }

    void wait_for_release(const Standing& place, const Stay& stay) {
        const auto queue = state_.warehouse.queues.find(place.site);
        const bool queued = queue != state_.warehouse.queues.end() &&
                            std::ranges::any_of(queue->second.orders,
                                                [&](const auto& one) { return one.order == order_.id; });
        if (queued) {
            because(fmt::format("{} reserved at {} for its next wave", are(stay.units), site(place.site)));
            then(fmt::format("{} gets its wave at {}", site(place.site), say(queue->second.cut_off)));
        } else if (order_.ship_complete) {
            because(fmt::format("{} reserved at {}, and the order ships complete", are(stay.units),
                                site(place.site)));
            then("everything is released when the last unit is reserved");
        } else {
            because(fmt::format("{} reserved at {}", are(stay.units), site(place.site)));
            then(fmt::format("{} gets a release for it", site(place.site)));
        }
    }

    void at_the_site(const Standing& place, const Stay& stay) {
        const auto* release = state_.warehouse.releases.find(place.release);
        because(fmt::format("{} {} on release R-{} at {}", are(stay.units), name_of(place.bucket),
                            place.release.value, site(place.site)));
        if (!release || !told_releases_.insert(place.release).second) return;
        if (!release->recalls.empty())
            then(fmt::format("{} was asked to stop, not confirmed; a case is opened at {}", site(place.site),
                             say(release->recall_due)));
        then(fmt::format("{} {} R-{} {}", site(place.site),
                         release->acknowledged_at ? "ships" : "acknowledges", place.release.value,
                         by(release->due)));
    }

    void packed(const Standing& place, const Stay& stay) {
        const auto found = state_.shipping.by_release.find(place.release);
        const auto* shipment = found == state_.shipping.by_release.end()
                                   ? nullptr
                                   : state_.shipping.shipments.find(found->second);
        because(fmt::format("{} packed at {}", are(stay.units), site(place.site)));
        if (!shipment)
            return then(
                fmt::format("the rest of R-{} is packed, then a shipment is planned", place.release.value));
        const auto name = fmt::format("SH-{}", found->second.value);
        const auto carrier = shipment->carrier ? state_.master.carrier(shipment->carrier).code : "a carrier";
        switch (shipment->status) {
        case shipping::ShipmentStatus::planned: return then(name + " is tendered to a carrier");
        case shipping::ShipmentStatus::tendered:
            return then(fmt::format("{} answers to the tender of {} {}", carrier, name, by(shipment->due)));
        default:
            return then(
                fmt::format("{} picks up {}, and {} posts the goods issue", carrier, name, site(place.site)));
        }
    }

    void on_the_way(const Standings& places) {
        Quantity all = 0;
        std::vector<std::string> names;
        std::vector<std::pair<Date, std::string>> coming;
        for (const auto& [place, stay] : places) {
            all += stay.units;
            const auto* shipment = state_.shipping.shipments.find(place.shipment);
            if (!shipment) continue;
            const auto carrier =
                shipment->carrier ? " with " + state_.master.carrier(shipment->carrier).code : "";
            const auto name = fmt::format("SH-{}", place.shipment.value);
            names.push_back(name + carrier);
            coming.emplace_back(date_of(shipment->due),
                                fmt::format("{} is delivered {}", name, by(shipment->due)));
        }
        because(fmt::format("{} on the way on {}", are(all), listed(names)));
        then_first(std::move(coming));
    }

    void read_money() {
        const auto billable = sum(Billing::billable);
        bool pending = false;
        std::vector<std::string> unpaid;
        Money open;
        std::vector<std::pair<Date, std::string>> coming;
        billing::each_invoice(state_.billing, order_.id, [&](InvoiceId id, const billing::Invoice& invoice) {
            const auto name = fmt::format("INV-{}", id.value);
            if (invoice.is_pending()) {
                pending = true;
                coming.emplace_back(date_of(invoice.check_at),
                                    fmt::format("finance posts {} {}", name, by(invoice.check_at)));
            } else if (invoice.status == billing::InvoiceStatus::match_failed) {
                because(fmt::format("{} does not match what left", name));
            } else if (invoice.open() > Amount{}) {
                unpaid.push_back(invoice.number);
                open = {limited_sum(open.amount, invoice.open()), invoice.currency};
                coming.emplace_back(
                    invoice.due,
                    fmt::format("invoice {} is to be paid by {}{}", invoice.number, say(invoice.due),
                                invoice.due < date_of(state_.flow.now) ? "; that has passed" : ""));
            }
        });
        if (!unpaid.empty())
            because(
                fmt::format("{} of {} {} not paid", say(open),
                            unpaid.size() == 1 ? "invoice " + unpaid.front() : "invoices " + listed(unpaid),
                            unpaid.size() == 1 ? "is" : "are"));
        then_first(std::move(coming));
        if (billable > 0 && pending)
            because(fmt::format("the invoice of {} is with finance", units(billable)));
        else if (billable > 0) because(fmt::format("{} not billed yet", are(billable)));
        if (const auto due = sum(Billing::credit_due); due > 0)
            because(fmt::format("{} to be credited", are(due)));
    }

    void read_returns() {
        returns::each_return(state_.returns, order_.id, [&](ReturnId id, const returns::Return& rma) {
            if (rma.open > 0)
                then(fmt::format("{} may come back on RMA-{} until {}", units(rma.open), id.value,
                                 say(rma.expires_at)));
            if (const auto waiting = rma.received - rma.inspected; waiting > 0)
                then(fmt::format("{} on RMA-{} to be inspected by {}", are(waiting), id.value,
                                 say(rma.inspect_by)));
        });
    }

    void read_work() {
        const auto& jobs = state_.flow.jobs;
        for (const auto id : documents_of(state_, order_).jobs) {
            const auto& job = *jobs.find(id);
            using engine::JobKind;
            const bool of_money = job.kind == JobKind::post_invoice || job.kind == JobKind::post_credit;
            if (of_money && !tells_money_) continue;
            const auto what = fmt::format("job J-{} ({} to {})", id.value, words(name_of(job.kind)),
                                          jobs.destination(job.destination));
            switch (job.status) {
            case engine::JobStatus::ready:
                then(job.attempts == 0 ? what + " is ready to be done"
                                       : fmt::format("{} is tried again at {} after {}", what,
                                                     say(job.not_before), plural(job.attempts, "attempt")));
                break;
            case engine::JobStatus::asking: then(what + ": the destination is asked whether it acted"); break;
            case engine::JobStatus::stuck: then(what + " is stuck: a person decides"); break;
            }
        }
        const auto waiting = state_.flow.waiting_by_key.find("order:" + order_.number);
        if (waiting == state_.flow.waiting_by_key.end()) return;
        for (const auto id : waiting->second)
            if (const auto fact = state_.flow.waiting.find(id);
                fact != state_.flow.waiting.end() &&
                (tells_money_ || !fact->second.command.starts_with("billing.")))
                then(fmt::format("{} came early and waits: {}", fact->second.command, fact->second.sentence));
    }

    Quantity sum(Billing bucket) const {
        Quantity result = 0;
        for (const auto& line : order_.lines) result += order_.quantity(line, bucket);
        return result;
    }

    /// Units that came back, and what became of their price.
    std::string came_back() const {
        const auto credited = sum(Billing::credited);
        const auto text = fmt::format("{} came back", units(back_));
        if (!tells_money_ || sum(Billing::credit_due) > 0) return text;
        if (credited >= back_) return text + fmt::format(" and {} credited", back_ == 1 ? "is" : "are");
        if (credited == 0) return text + " and nothing is charged for " + (back_ == 1 ? "it" : "them");
        return text + fmt::format(", {} of them after the invoice and credited", credited);
    }

    /// Nothing is left to do: how it ended.
    std::string ending() const {
        const auto status = orders::status(state_.ledger, order_);
        if (status == orders::Status::cancelled) return "All of it is cancelled.";
        const auto cancelled = order_.quantity(Pipeline::cancelled);
        const auto arrived = order_.quantity(Pipeline::delivered);
        std::string text = "All of it has arrived";
        if (back_ > 0 || cancelled > 0) {
            text.clear();
            const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
            if (arrived > 0) add(units(arrived) + (arrived == 1 ? " has arrived" : " have arrived"));
            if (cancelled > 0) add(are(cancelled) + " cancelled");
            if (back_ > 0) add(came_back());
        }
        if (order_.kind == ledger::LineKind::transfer || !tells_money_)
            return text + "; nothing is left to do.";
        return text + "; what was billed is paid; nothing is left to do.";
    }

    std::string sentence() const {
        if (clauses_.empty()) return ending();
        std::string text;
        for (const auto& clause : clauses_) text += (text.empty() ? "" : "; ") + clause;
        if (back_ > 0) text += "; " + came_back();
        return text + ".";
    }

    const engine::State& state_;
    const ledger::Order& order_;
    bool tells_money_;
    std::set<ReleaseId> told_releases_;
    Quantity back_ = 0;
    std::vector<std::string> clauses_;
    std::vector<std::string> next_;
};

} // namespace

Outlook outlook_of(const engine::State& state, const ledger::Order& order, bool tells_money) {
    return Reader{state, order, tells_money}.read();
}

} // namespace truefill::api

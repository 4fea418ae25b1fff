#include "cli/explain.h"
#include "cli/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <map>
#include <utility>

namespace truefill::cli {
namespace {

using ledger::Billing;
using ledger::Pipeline;

/// Units of an order that are in the same situation.
struct Place {
    Pipeline bucket{};
    SiteId site;
    SupplyId supply;
    ReleaseId release;
    ShipmentId shipment;
    auto operator<=>(const Place&) const = default;
};

struct Stay {
    Quantity units{};
    const ledger::Line* line{}; ///< one of them, with its parcel
    const ledger::Parcel* parcel{};
    std::vector<ItemId> items;
};

std::string say(Date date) {
    std::string text;
    if (date) append_date(text, date);
    return text.empty() ? "an unknown day" : text;
}

std::string units(Quantity count) { return plural(static_cast<std::uint64_t>(count), "unit"); }

/// "1 unit is", "3 units are".
std::string are(Quantity count) { return units(count) + (count == 1 ? " is" : " are"); }

class Reader {
public:
    Reader(const engine::State& state, const ledger::Order& order) : state_{state}, order_{order} {}

    Outlook read() {
        std::map<Place, Stay> places;
        order_.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
            auto& stay =
                places[{parcel.pipeline, parcel.site, parcel.supply, parcel.release, parcel.shipment}];
            stay.units += parcel.quantity;
            stay.line = &line;
            stay.parcel = &parcel;
            if (std::ranges::find(stay.items, line.item) == stay.items.end()) stay.items.push_back(line.item);
        });
        for (const auto& [place, stay] : places) read(place, stay);
        read_money();
        read_returns();
        read_work();
        return {sentence(), std::move(next_)};
    }

private:
    std::string site(SiteId id) const { return id ? state_.master.site(id).code : "a site"; }
    void because(std::string clause) { clauses_.push_back(std::move(clause)); }
    void then(std::string what) { next_.push_back(std::move(what)); }

    std::string items_of(const Stay& stay) const {
        constexpr std::size_t named_max = 3;
        std::string text;
        for (std::size_t i = 0; i < stay.items.size() && i < named_max; ++i)
            text += (i > 0 ? ", " : "") + state_.master.item(stay.items[i]).code;
        if (stay.items.size() > named_max)
            text += " and " + plural(stay.items.size() - named_max, "other item");
        return text;
    }

    void read(const Place& place, const Stay& stay) {
        switch (place.bucket) {
        case Pipeline::open:
        case Pipeline::backordered: return wait_for_stock(stay);
        case Pipeline::promised: return wait_for_supply(place, stay);
        case Pipeline::reserved: return wait_for_release(place, stay);
        case Pipeline::released:
        case Pipeline::picked: return at_the_site(place, stay);
        case Pipeline::packed: return packed(place, stay);
        case Pipeline::shipped: return on_the_way(place, stay);
        case Pipeline::lost: return because(fmt::format("{} lost on the way", are(stay.units)));
        case Pipeline::returned: return because(fmt::format("{} back", are(stay.units)));
        default: return;
        }
    }

    bool is_blocked(ledger::Trigger trigger, const Stay& stay) {
        const auto* hold = state_.ledger.blocking(trigger, order_, *stay.line, stay.parcel);
        if (!hold) return false;
        because(fmt::format("{} held back: {}", are(stay.units), hold->reason));
        then(fmt::format("the hold (\"{}\", since {}) must be lifted{}", hold->reason,
                         cli::say(hold->placed_at),
                         hold->expires_at ? "; it expires " + cli::say(hold->expires_at) : ""));
        return true;
    }

    void wait_for_stock(const Stay& stay) {
        if (is_blocked(ledger::Trigger::reserve, stay)) return;
        because(fmt::format("{} waiting for stock of {}", are(stay.units), items_of(stay)));
        const auto& by_item = state_.inventory.supplies_of_item;
        for (const auto item : stay.items) {
            const auto& code = state_.master.item(item).code;
            const bool has_supply = item.value < by_item.size() && !by_item[item.value].empty();
            if (!has_supply) {
                then(fmt::format("item {} has no announced supply; the line takes the next that comes in",
                                 code));
                continue;
            }
            const auto& supply = state_.inventory.supplies.at(by_item[item.value].front());
            then(fmt::format("supply {} of item {} is due {}; others may have been promised it",
                             supply.reference, code, say(supply.due)));
        }
    }

    void wait_for_supply(const Place& place, const Stay& stay) {
        const auto* supply = state_.inventory.supplies.find(place.supply);
        const auto name = supply ? supply->reference : "a supply";
        because(fmt::format("{} promised from supply {}", are(stay.units), name));
        if (supply) then(fmt::format("supply {} is due {} at {}", name, say(supply->due), site(place.site)));
    }

    void wait_for_release(const Place& place, const Stay& stay) {
        if (is_blocked(ledger::Trigger::release, stay)) return;
        const auto queue = state_.warehouse.queues.find(place.site);
        const bool queued = queue != state_.warehouse.queues.end() &&
                            std::ranges::any_of(queue->second.orders,
                                                [&](const auto& one) { return one.order == order_.id; });
        if (queued) {
            because(fmt::format("{} reserved at {} for its next wave", are(stay.units), site(place.site)));
            then(fmt::format("{} gets its wave at {}", site(place.site), cli::say(queue->second.cut_off)));
        } else if (order_.ship_complete) {
            because(fmt::format("{} reserved at {}, and the order ships complete", are(stay.units),
                                site(place.site)));
            then("everything is released when the last unit is reserved");
        } else {
            because(fmt::format("{} reserved at {}", are(stay.units), site(place.site)));
            then(fmt::format("{} gets a release for it", site(place.site)));
        }
    }

    void at_the_site(const Place& place, const Stay& stay) {
        const auto* release = state_.warehouse.releases.find(place.release);
        because(fmt::format("{} {} on release R-{} at {}", are(stay.units), name_of(place.bucket),
                            place.release.value, site(place.site)));
        if (!release || !told_releases_.insert(place.release).second) return;
        if (!release->recalls.empty())
            then(fmt::format("{} was asked to stop, not confirmed; a case is opened at {}", site(place.site),
                             cli::say(release->recall_due)));
        then(release->acknowledged_at
                 ? fmt::format("{} ships R-{} by {}, or a case is opened", site(place.site),
                               place.release.value, cli::say(release->due))
                 : fmt::format("{} acknowledges R-{} by {}, or a case is opened", site(place.site),
                               place.release.value, cli::say(release->due)));
    }

    void packed(const Place& place, const Stay& stay) {
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
            return then(fmt::format("{} answers to the tender of {} by {}, or a case is opened", carrier,
                                    name, cli::say(shipment->due)));
        default:
            return then(
                fmt::format("{} picks up {}, and {} posts the goods issue", carrier, name, site(place.site)));
        }
    }

    void on_the_way(const Place& place, const Stay& stay) {
        const auto* shipment = state_.shipping.shipments.find(place.shipment);
        if (!shipment) return because(fmt::format("{} on the way", are(stay.units)));
        const auto carrier =
            shipment->carrier ? " with " + state_.master.carrier(shipment->carrier).code : "";
        because(fmt::format("{} on the way{} on SH-{}", are(stay.units), carrier, place.shipment.value));
        then(fmt::format("SH-{} is delivered by {}, or a case is opened", place.shipment.value,
                         cli::say(shipment->due)));
    }

    void read_money() {
        const auto billable = sum(Billing::billable);
        bool pending = false;
        billing::each_invoice(state_.billing, order_.id, [&](InvoiceId id, const billing::Invoice& invoice) {
            if (invoice.is_pending()) {
                pending = true;
                then(fmt::format("finance posts INV-{} by {}, or a case is opened", id.value,
                                 cli::say(invoice.check_at)));
            } else if (invoice.status == billing::InvoiceStatus::match_failed) {
                because(fmt::format("INV-{} does not match what left", id.value));
            } else if (invoice.open() > Amount{}) {
                because(fmt::format("{} of invoice {} is not paid",
                                    cli::say(Money{invoice.open(), invoice.currency}), invoice.number));
                then(fmt::format("invoice {} is to be paid by {}", invoice.number, say(invoice.due)));
            }
        });
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
                                 cli::say(rma.expires_at)));
            if (const auto waiting = rma.received - rma.inspected; waiting > 0)
                then(fmt::format("{} on RMA-{} to be inspected by {}", are(waiting), id.value,
                                 cli::say(rma.inspect_by)));
        });
    }

    void read_work() {
        const auto& jobs = state_.flow.jobs;
        jobs.all().each([&](JobId id, const engine::Job& job) {
            if (job.order != order_.id) return;
            const auto what = fmt::format("job J-{} ({} to {})", id.value, words(name_of(job.kind)),
                                          jobs.destination(job.destination));
            switch (job.status) {
            case engine::JobStatus::ready:
                return then(job.attempts == 0
                                ? what + " is ready to be done"
                                : fmt::format("{} is tried again at {} after {}", what,
                                              cli::say(job.not_before), plural(job.attempts, "attempt")));
            case engine::JobStatus::asking: return then(what + ": the destination is asked whether it acted");
            case engine::JobStatus::stuck: return then(what + " is stuck: a person decides");
            }
        });
        const auto waiting = state_.flow.waiting_by_key.find("order:" + order_.number);
        if (waiting == state_.flow.waiting_by_key.end()) return;
        for (const auto id : waiting->second)
            if (const auto fact = state_.flow.waiting.find(id); fact != state_.flow.waiting.end())
                then(fmt::format("{} came early and waits: {}", fact->second.command, fact->second.sentence));
    }

    Quantity sum(Billing bucket) const {
        Quantity result = 0;
        for (const auto& line : order_.lines) result += order_.quantity(line, bucket);
        return result;
    }

    std::string sentence() const {
        if (clauses_.empty()) {
            const auto status = orders::status(state_.ledger, order_);
            if (status == orders::Status::cancelled) return "All of it is cancelled.";
            return "All of it has arrived, is billed and paid; nothing is left to do.";
        }
        std::string text;
        for (const auto& clause : clauses_) text += (text.empty() ? "" : "; ") + clause;
        return text + ".";
    }

    const engine::State& state_;
    const ledger::Order& order_;
    std::set<ReleaseId> told_releases_;
    std::vector<std::string> clauses_;
    std::vector<std::string> next_;
};

} // namespace

Outlook outlook_of(const engine::State& state, const ledger::Order& order) {
    return Reader{state, order}.read();
}

} // namespace truefill::cli

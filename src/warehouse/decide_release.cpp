// Sends reserved units to their sites: at once, or with the site's wave.
#include "warehouse/decide.h"
#include "warehouse/sentences.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::warehouse {
namespace {

using ledger::Pipeline;
using ledger::Trigger;

constexpr std::size_t wave_orders_max = 40; ///< with their steps they fit into one record (100 steps)

struct Candidate {
    SiteId site;
    std::uint32_t slot{};
};

/// What of an order can go, and what keeps the rest.
struct Sorted {
    std::vector<Candidate> ready;
    const ledger::Hold* hold{}; ///< the first that blocks
    Quantity held{};
    Quantity too_old{};
    Quantity missing{}; ///< no stock yet
    std::vector<ledger::Deviation> deviations;
};

/// A lot must have the customer's days left today (shelf_life_days; on the last day it may still be sold).
bool too_old(const Facts& facts, const ledger::Order& order, LotId lot, Time now) {
    if (!lot || order.kind != ledger::LineKind::sale) return false;
    const auto expires = facts.master.lot(lot).expires;
    return expires && expires - date_of(now) < facts.master.customer(order.customer).shelf_life_days;
}

void keep_back(Sorted& sorted, const Facts& facts, const ledger::Order& order, const ledger::Parcel& parcel) {
    const auto& line = order.lines[parcel.line_index];
    sorted.too_old += parcel.quantity;
    ledger::Deviation deviation;
    deviation.category = "shelf_life";
    deviation.sentence = fmt::format(
        "{} of {} line {} are reserved from lot {}, which is too old for the customer; reserve another lot",
        units(parcel.quantity), order.number, line.number, code_of(facts, parcel.lot));
    deviation.order = order.id;
    deviation.line = line.number;
    deviation.item = line.item;
    deviation.site = parcel.site;
    deviation.quantity = parcel.quantity;
    deviation.value = value_of(order, line, parcel.quantity);
    sorted.deviations.push_back(std::move(deviation));
}

Sorted sort_out(const Facts& facts, const ledger::Order& order, SiteId only, Time now) {
    Sorted sorted;
    sorted.ready.reserve(order.lines.size());
    order.each_parcel([&](const ledger::Line& line, std::uint32_t slot, const ledger::Parcel& parcel) {
        const auto bucket = parcel.pipeline;
        if (bucket == Pipeline::open || bucket == Pipeline::promised || bucket == Pipeline::backordered)
            sorted.missing += parcel.quantity;
        if (bucket != Pipeline::reserved) return;
        if (const auto* hold = facts.ledger.blocking(Trigger::release, order, line, &parcel)) {
            if (!sorted.hold) sorted.hold = hold;
            sorted.held += parcel.quantity;
        } else if (too_old(facts, order, parcel.lot, now)) {
            keep_back(sorted, facts, order, parcel);
        } else if (!only || parcel.site == only) {
            sorted.ready.push_back({parcel.site, slot});
        }
    });
    std::ranges::stable_sort(sorted.ready, {}, &Candidate::site);
    return sorted;
}

std::optional<journal::Refusal> refusal(const ledger::Order& order, const Sorted& sorted) {
    const auto say = [](std::string_view code, std::string sentence) {
        return journal::refuse(code, std::move(sentence)).error();
    };
    const bool nothing = sorted.ready.empty();
    if (sorted.hold && (nothing || order.ship_complete))
        return say("on_hold", fmt::format("{} is on hold: {}; lift the hold, then it is released",
                                          order.number, sorted.hold->reason));
    if (order.ship_complete && sorted.missing > 0)
        return say("not_complete",
                   fmt::format("{} ships complete and {} have no stock yet; it is released when the "
                               "last one is reserved",
                               order.number, units(sorted.missing)));
    if (sorted.too_old > 0 && (nothing || order.ship_complete))
        return say("lot_too_old",
                   fmt::format("{} of {} are reserved from lots that are too old for the customer; "
                               "reserve other lots",
                               units(sorted.too_old), order.number));
    if (nothing)
        return say("nothing_reserved",
                   fmt::format("nothing of {} is reserved and still to be released", order.number));
    return std::nullopt;
}

LinesReleased release_at(const ledger::Order& order, std::span<const Candidate> candidates, ReleaseId id) {
    LinesReleased event;
    event.release = id;
    event.order = order.id;
    event.site = candidates.front().site;
    event.lines.reserve(candidates.size());
    ledger::Draft draft{order};
    draft.entry().units.reserve(candidates.size());
    for (const auto& candidate : candidates) {
        const auto& parcel = order.parcels[candidate.slot];
        auto* posting = draft.move(candidate.slot, parcel.quantity, Trigger::release, Pipeline::released);
        TF_ASSERT(posting, "a reserved parcel can be released");
        posting->release = id;
        event.lines.push_back({posting->line, parcel.quantity, parcel.lot});
    }
    event.entry = std::move(draft).take();
    return event;
}

/// The next instant at which the site's clock shows its cut-off.
Time next_cut_off(const masterdata::Site& site, Time now) {
    const auto zone = minutes(site.zone_minutes);
    const auto local = now + zone;
    auto cut = start_of(date_of(local)) + minutes(site.cut_off_minutes);
    if (local >= cut) cut = cut + days(1);
    return cut - zone;
}

Queued place_in_queue(const ledger::Order& order) {
    Queued queued;
    queued.priority = order.priority;
    queued.order = order.id;
    for (const auto& line : order.lines)
        if (line.requested && (!queued.requested || line.requested < queued.requested))
            queued.requested = line.requested;
    return queued;
}

/// Nothing when the order waits there already.
std::optional<ReleaseQueued> queue_at(const State& state, const ledger::Order& order, SiteId site,
                                      Time cut_off) {
    const auto place = place_in_queue(order);
    const auto queue = state.queues.find(site);
    const bool known = queue != state.queues.end();
    if (known && queue->second.orders.contains(place)) return std::nullopt;
    ReleaseQueued event;
    event.order = order.id;
    event.site = site;
    event.priority = place.priority;
    event.requested = place.requested;
    event.cut_off = cut_off;
    if (!known || queue->second.cut_off != cut_off) event.due = cut_off;
    return event;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const ReleaseOrder& command,
                    const Envelope& envelope) {
    const auto* order = find_order(facts, command.order_id, command.order);
    if (!order)
        return journal::refuse_with_case("unmapped", "order_unknown",
                                         fmt::format("there is no order {}", command.order));
    const auto now = envelope.record_time;
    auto sorted = sort_out(facts, *order, command.site_id, now);
    if (auto no = refusal(*order, sorted)) return std::unexpected(std::move(*no));

    std::vector<Event> events;
    auto next = state.releases.next_id();
    const std::span<const Candidate> ready{sorted.ready};
    for (std::size_t from = 0, to = 0; from < ready.size(); from = to) {
        const auto site_id = ready[from].site;
        while (to < ready.size() && ready[to].site == site_id) ++to;
        const auto& site = facts.master.site(site_id);
        if (site.mode == masterdata::ReleaseMode::wave && !command.wave) {
            const auto cut_off = next_cut_off(site, now);
            if (auto queued = queue_at(state, *order, site_id, cut_off))
                events.emplace_back(std::move(*queued));
            continue;
        }
        auto event = release_at(*order, ready.subspan(from, to - from), next);
        event.sent_at = now;
        event.due = acknowledge_due(site, now);
        event.deviations = std::exchange(sorted.deviations, {});
        events.emplace_back(std::move(event));
        next = ReleaseId{next.value + 1};
    }
    if (events.empty())
        return journal::refuse("already_queued",
                               fmt::format("{} waits for the next wave already", order->number));
    return events;
}

Decision decide_one(const Facts& facts, const State& state, const ReleaseWave& command, const Envelope&) {
    const auto site = command.site_id ? command.site_id : facts.master.find_site(command.site);
    if (!site)
        return journal::refuse_with_case("unmapped", "site_unknown",
                                         fmt::format("there is no site {}", command.site));
    const auto queue = state.queues.find(site);
    if (queue == state.queues.end() || queue->second.orders.empty())
        return journal::refuse("nothing_queued",
                               fmt::format("no order waits for a wave at {}", code_of(facts, site)));
    WaveCalled event;
    event.site = site;
    event.more = queue->second.orders.size() > wave_orders_max;
    for (const auto& queued : queue->second.orders) {
        if (event.orders.size() == wave_orders_max) break;
        event.orders.push_back(queued.order);
    }
    return one(std::move(event));
}

} // namespace truefill::warehouse

#include "sim/office.h"

#include "base/assert.h"
#include "sim/render.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::sim {

void Office::work(Time until) {
    until_ = until;
    bus().in(hours(2), [this] { round(); });
}

void Office::round() {
    if (node_.is_up()) {
        const auto& state = node_.engine().state();
        look_at_counts(state);
        look_at_holds(state);
        look_at_returns(state);
        look_at_jobs(state);
        look_at_cases(state);
        archive_some(state);
    }
    if (now() < until_) bus().in(hours(2), [this] { round(); });
}

bool Office::decide_once(std::string_view what, std::uint64_t id, std::uint64_t state) {
    return decided_.insert(fmt::format("{} {} {}", what, id, state)).second;
}

Site& Office::site_of(const engine::State& state, SiteId id) const {
    const auto& code = state.master.site(id).code;
    const auto found = std::ranges::find_if(sites_, [&](const auto& site) { return site->code() == code; });
    TF_ASSERT(found != sites_.end(), "the site is in this world");
    return **found;
}

void Office::look_at_counts(const engine::State& state) {
    state.inventory.counts.each([&](CountId id, const inventory::Count& count) {
        if (count.state == inventory::CountState::recount &&
            decide_once("recount", id.value, count.counted_by.size())) {
            CountWork work{id, state.master.item(count.item).code,
                           count.lot ? state.master.lot(count.lot).code : std::string{}, !count.lot};
            site_of(state, count.site).recount(id, work);
        }
        if (count.state == inventory::CountState::counted &&
            decide_once("approve", id.value, count.counted_by.size())) {
            inventory::ApproveCount command;
            command.count = id;
            command.approved_by = "inventory-lead";
            send(inventory::Command{command});
        }
    });
}

void Office::look_at_holds(const engine::State& state) {
    for (const auto& hold : state.ledger.holds()) {
        if (hold.scope != ledger::HoldScope::order || now() < hold.placed_at + hours(20)) continue;
        if (!decide_once("hold", hold.id.value, 0)) continue;
        const auto* order = state.ledger.find(OrderId{hold.key});
        if (order && random_.chance(150)) {
            orders::CancelLines cancel;
            cancel.order = order->number;
            cancel.reason = "not_cleared";
            send(orders::Command{cancel});
            continue;
        }
        orders::LiftHold lift;
        lift.hold = hold.id;
        lift.reason = "cleared";
        send(orders::Command{lift});
    }
}

void Office::look_at_returns(const engine::State& state) {
    state.returns.returns.each([&](ReturnId id, const returns::Return& rma) {
        if (rma.status == returns::Status::authorized && rma.order && rma.open > 0 &&
            decide_once("rma", id.value, 0))
            if (const auto* order = state.ledger.find(rma.order))
                customers_.send_back(order->number, rma.line, rma.open, 10);
        if (rma.is_blind() && decide_once("match", id.value, 0)) match(state, id);
        inspect(state, id, rma);
    });
}

void Office::inspect(const engine::State& state, ReturnId id, const returns::Return& rma) {
    for (std::size_t at = 0; at < rma.pieces.size(); ++at) {
        const auto& piece = rma.pieces[at];
        const auto left = piece.quantity - piece.inspected;
        if (left <= 0 ||
            !decide_once("inspect", id.value, at * 1'000'000 + static_cast<std::uint64_t>(piece.quantity)))
            continue;
        returns::InspectReturn command;
        command.rma = id;
        command.quantity = left;
        command.inspected_by = "inspector";
        const auto luck = random_.below(10);
        command.disposition = luck < 8   ? returns::Disposition::restock
                              : luck < 9 ? returns::Disposition::hold
                                         : returns::Disposition::scrap;
        const auto to = luck < 8 ? Place::shelf : luck < 9 ? Place::damaged : Place::scrap;
        site_of(state, piece.site)
            .dispose(state.master.item(rma.item).code,
                     piece.lot ? state.master.lot(piece.lot).code : std::string{}, left, to);
        send(returns::Command{command});
        return; // the next piece in the next round
    }
}

void Office::look_at_jobs(const engine::State& state) {
    state.flow.jobs.all().each([&](JobId id, const engine::Job& job) {
        if (job.status != engine::JobStatus::stuck || !decide_once("job", id.value, job.attempts)) return;
        send(engine::FlowCommand{engine::SettleJob{id, false, "looked at, try again"}});
    });
}

void Office::correct(const Carton& carton, const PickedLine& piece) {
    shipping::CorrectShipment command;
    command.shipment = carton.shipment;
    command.line = piece.line;
    command.quantity = piece.quantity;
    command.wrong_item = piece.item;
    command.approved_by = "service-lead";
    send(shipping::Command{command});
}

/// Now and then an order that is long over leaves memory.
void Office::archive_some(const engine::State& state) {
    if (!random_.chance(archiving_)) return;
    std::vector<std::string> finished;
    state.ledger.orders().each([&](OrderId id, const ledger::Order& order) {
        const auto* document = state.orders.documents.find(id);
        if (document && now() > document->ordered_at + days(8) && order.at_rest() &&
            orders::status(state.ledger, order) == orders::Status::completed)
            finished.push_back(order.number);
    });
    if (finished.empty()) return;
    orders::ArchiveOrder command;
    command.order = finished[random_.below(finished.size())];
    send(orders::Command{command});
}

/// The customer calls and asks where his money is.
void Office::match(const engine::State& state, ReturnId id) {
    if (random_.chance(200)) return; // nobody calls
    for (const auto& [reference, rma] : state.returns.receipts) {
        if (rma != id) continue;
        for (const auto& site : sites_)
            if (const auto* parcel = site->parcel_of(reference)) {
                returns::MatchReturn command;
                command.rma = id;
                command.order = parcel->order;
                command.line = parcel->piece.line;
                send(returns::Command{command});
            }
        return;
    }
}

} // namespace truefill::sim

#include "sim/carrier.h"

#include "base/assert.h"

#include <algorithm>

namespace truefill::sim {

Taken Carrier::take(const JobOrder& job) {
    const auto* work = get_if<TenderWork>(&job.work);
    if (!work) return Taken::refused;
    if (mishap(10)) return Taken::busy;
    bus().in(random_.wait(minutes(3), minutes(50)), [this, tender = *work] { answer(tender); });
    return Taken::done;
}

void Carrier::answer(const TenderWork& work) {
    if (mishap(40)) {
        shipping::RejectTender no;
        no.shipment = work.shipment;
        no.reason = "no_capacity";
        no.carrier = code_;
        send(shipping::Command{no});
    } else {
        accept(work);
    }
}

void Carrier::accept(const TenderWork& work) {
    shipping::AcceptTender yes;
    yes.shipment = work.shipment;
    yes.tracking = code_ + "-" + std::to_string(++numbers_);
    yes.carrier = code_;
    send(shipping::Command{yes});
    bus().in(random_.wait(hours(1), hours(7)),
             [this, work, tracking = yes.tracking] { pick_up(work, tracking); });
}

void Carrier::pick_up(const TenderWork& work, const std::string& tracking) {
    const auto site =
        std::ranges::find_if(sites_, [&](const auto& candidate) { return candidate->code() == work.site; });
    TF_ASSERT(site != sites_.end(), "the tender names a site of this world");
    auto cartons = (*site)->collect(work.shipment, work.release, tracking);
    if (cartons.empty()) return; // another driver was faster
    travel(std::make_shared<const Load>(
        Load{work.shipment, tracking, site->get(), std::move(cartons), work.transit_days}));
}

void Carrier::take_over(Site& from, const Carton& carton, std::string tracking) {
    travel(std::make_shared<const Load>(Load{{}, std::move(tracking), &from, {carton}, 1}));
}

void Carrier::travel(const LoadPtr& load) {
    if (random_.chance(400))
        bus().in(random_.wait(hours(2), hours(9)), [this, load] { tell(load, "in_transit", "hub"); });
    auto way = days(load->transit_days) + random_.wait(hours(2), hours(16));
    if (mishap(25)) { // it lies somewhere, and then goes on
        bus().in(way, [this, load] { tell(load, "exception", "depot"); });
        way = way + random_.wait(days(1), days(3));
    }
    const bool wrong = std::ranges::any_of(load->cartons, [](const Carton& carton) {
        return std::ranges::any_of(carton.content,
                                   [](const PickedLine& piece) { return !piece.instead_of.empty(); });
    });
    const bool lost = !wrong && load->shipment && mishap(8);
    const bool refused = !wrong && !lost && mishap(8);
    const bool mixed_up = load->shipment && mishap(10);
    bus().in(way, [this, load, lost, refused, mixed_up] {
        if (lost) return lose(load);
        if (refused) return bring_back(load);
        if (mixed_up) return deliver_wrongly(load);
        deliver(load);
    });
}

void Carrier::tell(const LoadPtr& load, std::string status, std::string place) {
    shipping::RecordTracking command;
    command.shipment = load->shipment;
    command.tracking = load->tracking;
    command.status = std::move(status);
    command.at = now();
    command.place = std::move(place);
    send(shipping::Command{command});
}

void Carrier::deliver(const LoadPtr& load) {
    for (const auto& carton : load->cartons) customers_.accept(*load->from, carton);
    tell_delivered(load);
}

void Carrier::deliver_wrongly(const LoadPtr& load) {
    tell_delivered(load);
    bus().in(random_.wait(hours(4), hours(9)), [this, load] {
        shipping::RetractDelivery command;
        command.shipment = load->shipment;
        command.reason = "wrong parcel scanned";
        send(shipping::Command{command});
    });
    bus().in(random_.wait(hours(18), hours(30)), [this, load] { deliver(load); });
}

/// It lay behind the shelf all the time, and the customer gets it after all.
void Carrier::find(const LoadPtr& load) {
    for (const auto& carton : load->cartons) {
        for (const auto& piece : carton.content)
            goods().move({Place::gone, load->from->code(), piece.item, piece.lot}, Place::van,
                         piece.quantity);
        customers_.accept(*load->from, carton);
    }
    shipping::ReportFound command;
    command.shipment = load->shipment;
    send(shipping::Command{command});
}

void Carrier::tell_delivered(const LoadPtr& load) {
    shipping::ConfirmDelivery command;
    command.shipment = load->shipment;
    command.tracking = load->tracking;
    command.delivered_at = now();
    command.signed_by = "reception";
    send(shipping::Command{command});
}

/// Nobody finds it; after some days of search we bear the loss.
void Carrier::lose(const LoadPtr& load) {
    for (const auto& carton : load->cartons)
        for (const auto& piece : carton.content)
            goods().move({Place::van, load->from->code(), piece.item, piece.lot}, Place::gone,
                         piece.quantity);
    tell(load, "exception", "depot, not found");
    bus().in(days(4), [this, load] {
        shipping::ReportLoss command;
        command.shipment = load->shipment;
        command.approved_by = "carrier-desk";
        send(shipping::Command{command});
    });
    if (random_.chance(300)) bus().in(random_.wait(days(5), days(6)), [this, load] { find(load); });
}

/// The customer does not open the door, or does not want it.
void Carrier::bring_back(const LoadPtr& load) {
    tell(load, "exception", "refused at the door");
    bus().in(random_.wait(days(1), days(2)), [load] {
        for (const auto& carton : load->cartons)
            for (const auto& piece : carton.content)
                load->from->receive_return({carton.order, piece, false, "refused", Place::van});
    });
}

} // namespace truefill::sim

#include "engine/schedule.h"

#include "engine/table.h"

#include <tuple>

namespace truefill::engine {
namespace {

/// A row: the event's `due` is a deadline of a kind, about the document under one of its members.
template <class E, auto Member> constexpr auto due(TimerKind kind) {
    return on<E>("", [kind](const E& event, Timers& timers) {
        timers.set(kind, std::uint64_t{(event.*Member).value}, event.due);
    });
}

constexpr auto deadlines = std::tuple{
    due<orders::HoldPlaced, &orders::HoldPlaced::hold>(TimerKind::hold),
    due<inventory::SupplyAnnounced, &inventory::SupplyAnnounced::supply>(TimerKind::supply),
    due<inventory::SupplyChanged, &inventory::SupplyChanged::supply>(TimerKind::supply),
    due<inventory::CountRequested, &inventory::CountRequested::count>(TimerKind::count),
    due<inventory::CountRecorded, &inventory::CountRecorded::count>(TimerKind::count),
    due<warehouse::LinesReleased, &warehouse::LinesReleased::release>(TimerKind::release),
    due<warehouse::ReleaseAcknowledged, &warehouse::ReleaseAcknowledged::release>(TimerKind::release),
    due<warehouse::PickConfirmed, &warehouse::PickConfirmed::release>(TimerKind::release),
    due<warehouse::RecallRequested, &warehouse::RecallRequested::release>(TimerKind::release),
    due<warehouse::ReleaseQueued, &warehouse::ReleaseQueued::site>(TimerKind::wave),
    due<shipping::ShipmentTendered, &shipping::ShipmentTendered::shipment>(TimerKind::shipment),
    due<shipping::GoodsIssued, &shipping::GoodsIssued::shipment>(TimerKind::shipment),
    due<shipping::DeliveryRetracted, &shipping::DeliveryRetracted::shipment>(TimerKind::shipment),
    due<billing::InvoicePrepared, &billing::InvoicePrepared::invoice>(TimerKind::invoice),
    due<billing::InvoicePosted, &billing::InvoicePosted::invoice>(TimerKind::invoice),
    due<billing::CreditPrepared, &billing::CreditPrepared::credit>(TimerKind::credit),
    due<returns::ReturnAuthorized, &returns::ReturnAuthorized::rma>(TimerKind::authorisation),
    due<returns::ReturnReceived, &returns::ReturnReceived::rma>(TimerKind::authorisation),
    due<returns::BlindReceived, &returns::BlindReceived::rma>(TimerKind::authorisation),
    due<cases::CaseOpened, &cases::CaseOpened::case_id>(TimerKind::case_due),
    due<cases::CaseStarted, &cases::CaseStarted::case_id>(TimerKind::case_due),
    due<mirrors::ClaimCompared, &mirrors::ClaimCompared::order>(TimerKind::claim),
    due<cases::CaseReopened, &cases::CaseReopened::case_id>(TimerKind::case_due),
};

} // namespace

template <class ModuleEvent> void schedule(Timers& timers, const ModuleEvent& event) {
    run_rows(deadlines, event, timers);
}

template void schedule(Timers&, const masterdata::Event&);
template void schedule(Timers&, const orders::Event&);
template void schedule(Timers&, const inventory::Event&);
template void schedule(Timers&, const warehouse::Event&);
template void schedule(Timers&, const shipping::Event&);
template void schedule(Timers&, const billing::Event&);
template void schedule(Timers&, const returns::Event&);
template void schedule(Timers&, const cases::Event&);
template void schedule(Timers&, const mirrors::Event&);
template void schedule(Timers&, const access::Event&);
template void schedule(Timers&, const FlowEvent&);

} // namespace truefill::engine

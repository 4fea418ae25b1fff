#include "base/one_of_impl.h"
#include "engine/follow_ups.h"
#include "engine/modules.h"
#include "engine/relevance.h"

#include <algorithm>

namespace truefill::engine {
namespace {

using journal::refuse;
using Flows = Decision<FlowEvent>;

template <class E> Flows one(E event) { return std::vector<FlowEvent>{std::move(event)}; }

ledger::Deviation deviation(std::string_view category, std::string sentence, OrderId order = {},
                            std::string_view destination = {}) {
    ledger::Deviation result;
    result.category = category;
    result.sentence = std::move(sentence);
    result.order = order;
    result.destination = destination;
    return result;
}

Flows decide_one(const State& s, const AdvanceTime&, const journal::Envelope& envelope) {
    constexpr std::size_t examined_max = 10'000;
    constexpr std::size_t fired_max = 40;
    TimeAdvanced event;
    event.now = envelope.record_time;
    const auto due = s.flow.timers.due(event.now, examined_max);
    for (const auto& timer : due) {
        if (event.fired.size() == fired_max) break;
        ++event.examined;
        if (is_relevant(s, timer)) event.fired.push_back(timer);
    }
    event.more = event.examined < due.size() || due.size() == examined_max;
    return one(std::move(event));
}

Flows decide_one(const State& s, const CreateJob& command, const journal::Envelope&) {
    JobCreated event;
    event.job = s.flow.jobs.next_id();
    event.kind = command.kind;
    event.destination = command.destination;
    event.order = command.order;
    event.subject = command.subject;
    return one(std::move(event));
}

std::unexpected<journal::Refusal> no_such_job(JobId job) {
    return refuse("job_ended",
                  "job " + std::to_string(job.value) + " is not open; it ended before or never was");
}

Flows decide_one(const State& s, const CompleteJob& command, const journal::Envelope&) {
    const auto* job = s.flow.jobs.find(command.job);
    if (!job) return no_such_job(command.job);
    return one(JobCompleted{command.job, job->kind, job->subject, command.reference});
}

Flows decide_one(const State& s, const FailJob& command, const journal::Envelope& envelope) {
    const auto* job = s.flow.jobs.find(command.job);
    if (!job) return no_such_job(command.job);
    const auto destination = s.flow.jobs.destination(job->destination);
    JobFailed event;
    event.job = command.job;
    event.reason = command.reason;
    const auto attempt = static_cast<std::uint16_t>(job->attempts + 1);
    const std::string what =
        std::string{name_of(job->kind)} + " to " + std::string{destination} + ": " + command.reason;
    if (command.outcome == JobOutcome::refused || attempt >= attempts_max) {
        event.status = JobStatus::stuck;
        event.deviations.push_back(deviation("job_failed", what, job->order, destination));
    } else if (command.outcome == JobOutcome::unknown &&
               destination_kind(destination) != DestinationKind::idempotent) {
        const bool can_ask = destination_kind(destination) == DestinationKind::queryable;
        event.status = can_ask ? JobStatus::asking : JobStatus::stuck;
        if (!can_ask)
            event.deviations.push_back(deviation("job_unknown_outcome", what, job->order, destination));
    }
    if (event.status != JobStatus::stuck)
        event.retry_at = Time{envelope.record_time.micros + retry_wait(command.job, attempt).micros};
    return one(std::move(event));
}

Flows decide_one(const State& s, const SettleJob& command, const journal::Envelope& envelope) {
    const auto* job = s.flow.jobs.find(command.job);
    if (!job) return no_such_job(command.job);
    if (command.give_up) return one(JobGivenUp{command.job, command.reason});
    JobFailed event;
    event.job = command.job;
    event.status = JobStatus::ready;
    event.retry_at = envelope.record_time;
    event.reason = command.reason;
    return one(std::move(event));
}

Flows decide_one(const State& s, const PutAside& command, const journal::Envelope& envelope) {
    FactPutAside event;
    event.waiting = s.flow.last_waiting + 1;
    event.key = command.key;
    event.command = command.command;
    event.body = command.body;
    event.sentence = command.sentence;
    event.due = Time{envelope.record_time.micros + precursor_wait.micros};
    return one(std::move(event));
}

Flows decide_one(const State& s, const TakeUp& command, const journal::Envelope&) {
    const auto found = s.flow.waiting.find(command.waiting);
    if (found == s.flow.waiting.end()) return refuse("not_waiting", "this fact does not wait any more");
    return one(FactTakenUp{command.waiting, found->second.command, found->second.body});
}

Flows decide_one(const State& s, const GiveUpWaiting& command, const journal::Envelope&) {
    const auto found = s.flow.waiting.find(command.waiting);
    if (found == s.flow.waiting.end()) return refuse("not_waiting", "this fact does not wait any more");
    FactGivenUp event;
    event.waiting = command.waiting;
    const auto& fact = found->second;
    OrderId order;
    if (fact.key.starts_with("order:")) order = s.ledger.find_number(std::string_view{fact.key}.substr(6));
    event.deviations.push_back(deviation(
        "fact_waiting", fact.command + " waited in vain for " + fact.key + ": " + fact.sentence, order));
    return one(std::move(event));
}

Flows decide_one(const State&, const DeferWork& command, const journal::Envelope&) {
    return one(WorkDeferred{command.work});
}

Flows decide_one(const State& s, const ContinueWork&, const journal::Envelope&) {
    if (s.flow.deferred.empty()) return refuse("nothing_deferred", "no work waits to be continued");
    constexpr std::ptrdiff_t slice = 20;
    const auto count = std::min<std::ptrdiff_t>(slice, static_cast<std::ptrdiff_t>(s.flow.deferred.size()));
    return one(WorkContinued{{s.flow.deferred.begin(), s.flow.deferred.begin() + count}});
}

Flows decide_one(const State&, const CountDuplicates& command, const journal::Envelope&) {
    if (command.count <= 0) return refuse("nothing_counted", "no repeats to count");
    return one(DuplicatesCounted{command.source, command.hour, command.count});
}

Flows decide_one(const State&, const ReportMessage& command, const journal::Envelope&) {
    MessageReported event;
    event.source = command.source;
    event.message_id = command.message_id;
    std::string sentence = command.source + " message " + command.message_id + " (" + command.command + ")";
    if (command.category == "conflicting_message")
        sentence += " came again with other content; the first one stands";
    if (command.category == "stale") sentence += " is older than 30 days and unknown; it did not take effect";
    if (command.category == "quarantined") sentence += " stopped the program twice and is kept out";
    event.deviations.push_back(deviation(command.category, std::move(sentence)));
    return one(std::move(event));
}

/// The hold is placed, and a site has units of the order that it must not send.
bool must_stop(const ledger::Order& order, const ResumeOrders& hold) {
    return std::ranges::any_of(order.parcels, [&](const ledger::Parcel& parcel) {
        return parcel.quantity > 0 && is_at_site(parcel) && is_held_by(hold, order, parcel);
    });
}

bool concerns(const ledger::Order& order, const ResumeOrders& hold) {
    if (hold.stop) return must_stop(order, hold);
    const bool waits = std::ranges::any_of(order.parcels, [](const ledger::Parcel& parcel) {
        using enum ledger::Pipeline;
        return parcel.quantity > 0 &&
               (parcel.pipeline == reserved || parcel.pipeline == open || parcel.pipeline == backordered ||
                parcel.billing == ledger::Billing::billable);
    });
    if (!waits) return false;
    if (hold.scope == ledger::HoldScope::customer) return order.customer.value == hold.key;
    if (hold.scope == ledger::HoldScope::item)
        return std::ranges::any_of(order.lines, [&](auto& line) { return line.item.value == hold.key; });
    return true; // a lot or a site may be what any of them waits for
}

Flows decide_one(const State& s, const ResumeOrders& command, const journal::Envelope&) {
    constexpr std::uint32_t examined_max = 20'000;
    constexpr std::size_t orders_max = 20;
    OrdersResumed event;
    event.scope = command.scope;
    event.key = command.key;
    event.stop = command.stop;
    const auto end = s.ledger.next_order().value;
    auto id = command.after.value + 1;
    for (std::uint32_t seen = 0; id < end && seen < examined_max && event.orders.size() < orders_max;
         ++id, ++seen) {
        const auto* order = s.ledger.find(OrderId{id});
        if (order && concerns(*order, command)) event.orders.push_back(OrderId{id});
    }
    event.after = OrderId{id - 1};
    event.more = id < end;
    return one(std::move(event));
}

} // namespace

Decision<FlowEvent> decide(const State& s, const FlowCommand& command, const journal::Envelope& envelope) {
    return visit([&](const auto& wanted) { return decide_one(s, wanted, envelope); }, command);
}

Decision<shipping::Event> decide(const State& s, const shipping::Command& command,
                                 const journal::Envelope& envelope) {
    const auto* issue = get_if<shipping::IssueGoods>(&command);
    if (!issue) return shipping::decide(s.facts(), s.shipping, command, envelope);
    auto told = *issue;
    told.order_id = order_of(s, Command{command});
    if (const auto* document = s.orders.documents.find(told.order_id))
        for (const auto& part : document->cancel_pending)
            told.cancel_requested.push_back({part.line, part.quantity});
    return shipping::decide(s.facts(), s.shipping, shipping::Command{std::move(told)}, envelope);
}

Decision<billing::Event> decide(const State& s, const billing::Command& command,
                                const journal::Envelope& envelope) {
    const auto* prepare = get_if<billing::PrepareInvoice>(&command);
    const auto* shipment =
        prepare && !prepare->order_id ? s.shipping.shipments.find(prepare->shipment) : nullptr;
    if (!shipment) return billing::decide(s.facts(), s.billing, command, envelope);
    auto told = *prepare;
    told.order_id = shipment->order;
    return billing::decide(s.facts(), s.billing, billing::Command{std::move(told)}, envelope);
}

Decision<masterdata::Event> decide(const State& s, const masterdata::Command& command,
                                   const journal::Envelope&) {
    const auto& load = get<masterdata::LoadCatalogue>(command);
    if (auto wrong = s.master.check(load.catalogue)) return refuse("catalogue_invalid", *wrong);
    return std::vector<masterdata::Event>{masterdata::CatalogueLoaded{load.catalogue}};
}

void evolve(State& s, const masterdata::Event& event) {
    s.master.load(get<masterdata::CatalogueLoaded>(event).catalogue);
}

} // namespace truefill::engine

template struct truefill::KindsOf<truefill::engine::FlowCommand>;

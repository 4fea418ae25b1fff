#include "sim/watch.h"

#include "ledger/audit.h"

#include <algorithm>

namespace truefill::sim {
namespace {

constexpr std::size_t enough = 20; ///< violations; the first one is what matters

void note_order(json::Value id, std::vector<OrderId>& into) {
    const auto number = id.as_int();
    if (!number || *number <= 0) return;
    const OrderId order{static_cast<std::uint32_t>(*number)};
    if (std::ranges::find(into, order) == into.end()) into.push_back(order);
}

} // namespace

void Watch::report(Position position, std::string what) {
    if (violations_.size() < enough) violations_.push_back({position, std::move(what)});
}

void Watch::made(const engine::Engine& live, std::string_view record) {
    const auto position = live.position();
    const auto value = document_.parse(record);
    if (!value) return report(position, "the record is not JSON: " + value.error().detail);
    const auto steps = value->find("steps");
    touched_.clear();
    for (const auto step : steps.elements())
        for (const auto event : step.find("events").elements()) {
            const auto body = event.find("body");
            note_order(body.find("entry").find("order"), touched_);
            if (touched_.empty()) note_order(body.find("order"), touched_);
        }
    for (const auto order : touched_)
        for (auto& wrong : ledger::audit_order(live.state().ledger, order))
            report(position, std::move(wrong));
    check_cases(position, steps);
    if (position % pace_.audit_every == 0) audit(live);
}

/// Each deviation of an event is followed by its case in the same record, or in the work that the record puts
/// off.
void Watch::check_cases(Position position, json::Value steps) {
    std::size_t deviations = 0, cases = 0;
    for (const auto step : steps.elements()) {
        const auto command = step.find("command").as_string();
        if (command && *command == "cases.open_case") {
            ++cases;
            const auto refusal = step.find("refusal");
            if (refusal && step.offset() != steps.elements().begin().operator*().offset())
                report(position, "a case was refused: " + std::string{refusal.raw()});
        }
        for (const auto event : step.find("events").elements()) {
            const auto body = event.find("body");
            deviations += body.find("deviations").size();
            for (const auto work : body.find("work").elements())
                if (work.find("command").as_string() == "cases.open_case") ++cases;
        }
    }
    if (cases < deviations)
        report(position,
               std::to_string(deviations) + " deviations, but only " + std::to_string(cases) + " cases");
}

void Watch::durable(std::string_view record) {
    bytes_ += record.size();
    if (const auto done = follower_.replay(record); !done)
        report(follower_.position() + 1, "the record cannot be replayed: " + done.error());
}

void Watch::caught_up(const engine::Engine& live) {
    if (live.position() < compared_ + pace_.compare_every) return;
    compared_ = live.position();
    compare(live);
}

void Watch::compare(const engine::Engine& live) {
    if (live.position() != follower_.position()) return;
    if (live.state().ledger.digest() != follower_.state().ledger.digest())
        return report(live.position(), "the replayed ledger differs from the live one");
    if (live.state().digest() != follower_.state().digest())
        report(live.position(), "the replayed state differs from the live one");
}

void Watch::restored(const engine::Engine& live) {
    if (live.position() != follower_.position())
        return report(live.position(), "the journal ends at " + std::to_string(live.position()) +
                                           ", but records up to " + std::to_string(follower_.position()) +
                                           " were durable");
    compare(live);
}

void Watch::audit(const engine::Engine& live) {
    for (auto& wrong : ledger::audit(live.state().ledger)) report(live.position(), std::move(wrong));
}

} // namespace truefill::sim

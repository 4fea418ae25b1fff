#include "cli/explain.h"
#include "cli/journal_file.h"
#include "cli/postings.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace truefill::cli {
namespace {

/// `"job":12` in a record, with what may stand behind it.
std::vector<std::string> member(std::string_view name, std::uint64_t value) {
    return {fmt::format("\"{}\":{},", name, value), fmt::format("\"{}\":{}}}", name, value)};
}

std::string json_end(const std::string& text) {
    std::string out;
    json::encode(out, text);
    return out.substr(1);
}

/// A refused message in words: what it wanted is in its name.
Told told(const StoredStep& step) {
    return {std::string{step.command} + " refused",
            fmt::format("{} was refused: {}.", step.command, step.refusal->sentence)};
}

} // namespace

Story::Story(std::string number) : number_{std::move(number)}, quoted_end_{json_end(number_)} {}

bool Story::mentions(std::string_view record) const {
    if (record.find(quoted_end_) != std::string_view::npos) return true;
    return std::ranges::any_of(
        needles_, [&](const std::string& needle) { return record.find(needle) != std::string_view::npos; });
}

bool Story::is_about(const engine::FlowEvent& event) {
    return std::visit(
        [&]<class E>(const E& one) {
            const auto add = [&](std::set<std::uint64_t>& ids, std::string_view name, std::uint64_t id) {
                if (!ids.insert(id).second) return;
                for (auto& needle : member(name, id)) needles_.push_back(std::move(needle));
            };
            if constexpr (std::is_same_v<E, engine::JobCreated>) {
                if (one.order != id_) return false;
                add(jobs_, "job", one.job.value);
                return true;
            } else if constexpr (std::is_same_v<E, engine::FactPutAside>) {
                if (one.key != "order:" + number_) return false;
                add(waiting_, "waiting", one.waiting);
                return true;
            } else if constexpr (requires { one.job; }) {
                return jobs_.contains(one.job.value);
            } else if constexpr (requires { one.waiting; }) {
                return waiting_.contains(one.waiting);
            } else {
                return false;
            }
        },
        event);
}

bool Story::is_about(const engine::Event& event) {
    if (const auto* flow = std::get_if<engine::FlowEvent>(&event)) return is_about(*flow);
    if (id_ && order_of(event) == id_) return true;
    if (const auto* entry = entry_of(event)) {
        for (const auto& hold : entry->holds) {
            const bool on_order =
                hold.scope == ledger::HoldScope::order || hold.scope == ledger::HoldScope::line;
            const bool on_customer =
                hold.scope == ledger::HoldScope::customer && account_ && hold.key == account_->customer.value;
            if (!(on_order && id_ && hold.key == id_.value) && !on_customer) continue;
            holds_.insert(hold.id.value);
            for (auto& needle : member("hold", hold.id.value)) needles_.push_back(std::move(needle));
            return true;
        }
        if (std::ranges::any_of(entry->lifted, [&](HoldId id) { return holds_.contains(id.value); }))
            return true;
    }
    const auto* deviations = deviations_of(event);
    return deviations && id_ &&
           std::ranges::any_of(*deviations, [&](const auto& one) { return one.order == id_; });
}

void Story::remember(const engine::State& after, std::string_view record) {
    if (!id_) {
        id_ = after.ledger.find_number(number_);
        if (id_) needles_ = member("order", id_.value);
    }
    if (const auto* order = after.ledger.find(id_); order && mentions(record)) account_ = *order;
}

void Story::see(const engine::State& after, std::string_view record) {
    if (!mentions(record)) return;
    remember(after, record);
    json::Document document;
    const auto stored = read_record(document, record);
    const auto& envelope = stored.envelope;
    Chapter chapter{envelope.position, envelope.record_time, envelope.event_time,
                    envelope.source,   envelope.message_id,  {}};
    bool first = true;
    for (const auto& step : stored.steps) {
        // Follow-ups are refused when nothing is left to do; a refusal that matters opens a case.
        const bool asked_for_it = first && step.body.raw().find(quoted_end_) != std::string_view::npos;
        if (step.refusal && asked_for_it && step.refusal->wait_for.empty())
            chapter.events.push_back(told(step));
        first = false;
        for (const auto& event : step.events) {
            const auto decoded = decode(event);
            if (is_about(decoded))
                chapter.events.push_back({std::string{event.name}, engine::tell(after, decoded)});
        }
    }
    if (!chapter.events.empty()) chapters_.push_back(std::move(chapter));
}

} // namespace truefill::cli

#include "api/orders/story.h"

#include "engine/follow_ups.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace truefill::api {
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

/// What somebody asked for, or what the engine would have done next; its name says what.
Told told(const StoredStep& step, bool asked_for) {
    return {std::string{step.command} + " refused",
            fmt::format("{} {}: {}.", step.command, asked_for ? "was refused" : "was not possible",
                        step.refusal->sentence)};
}

} // namespace

bool is_silent(std::string_view code) {
    return code.starts_with("already_") || code.starts_with("nothing_") || code == "not_waiting" ||
           code == "not_a_sale";
}

Story::Story(std::string number) : number_{std::move(number)}, quoted_end_{json_end(number_)} {}

bool Story::mentions(std::string_view record) const {
    if (record.find(quoted_end_) != std::string_view::npos) return true;
    return std::ranges::any_of(
        needles_, [&](const std::string& needle) { return record.find(needle) != std::string_view::npos; });
}

bool Story::is_about(const engine::FlowEvent& event) {
    return visit(
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
    if (const auto* flow = get_if<engine::FlowEvent>(&event)) return is_about(*flow);
    if (id_ && order_of(event) == id_) return true;
    if (const auto* entry = entry_of(event)) {
        for (const auto& hold : entry->holds) {
            const bool on_order =
                hold.scope == ledger::HoldScope::order || hold.scope == ledger::HoldScope::line;
            const bool on_customer =
                hold.scope == ledger::HoldScope::customer && customer_ && hold.key == customer_.value;
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

/// A refused step names the order by its number, or by its id when the engine made the command.
bool Story::is_about(const StoredStep& step) const {
    const auto body = step.body.raw();
    if (body.find(quoted_end_) != std::string_view::npos) return true;
    return id_ && std::ranges::any_of(member("order", id_.value), [&](const std::string& needle) {
               return body.find(needle) != std::string_view::npos;
           });
}

void Story::know(OrderId id, CustomerId customer) {
    if (id != id_) needles_ = member("order", id.value);
    id_ = id;
    customer_ = customer;
}

void Story::remember(const engine::State& after, std::string_view record) {
    if (!id_)
        if (const auto* order = after.ledger.find(after.ledger.find_number(number_)))
            know(order->id, order->customer);
    if (const auto* order = after.ledger.find(id_); order && mentions(record)) account_ = *order;
}

std::expected<void, std::string> Story::see(const engine::State& after, std::string_view record) {
    if (!mentions(record)) return {};
    remember(after, record);
    auto done = take(record);
    tell(after);
    return done;
}

std::expected<void, std::string> Story::take(std::string_view record) {
    json::Document document;
    auto stored = open_record(document, record);
    if (!stored) return std::unexpected(std::move(stored.error()));
    auto& envelope = stored->envelope;
    Chapter chapter{envelope.position,
                    envelope.record_time,
                    envelope.event_time,
                    envelope.source,
                    envelope.message_id,
                    envelope.actor,
                    {}};
    bool first = true;
    for (const auto& step : stored->steps) {
        const bool news = step.refusal && step.refusal->wait_for.empty() &&
                          (first || !is_silent(step.refusal->code)) && is_about(step);
        if (news) chapter.events.push_back(told(step, first));
        first = false;
        for (const auto& event : step.events) {
            auto decoded = decode(event);
            if (!decoded) return std::unexpected(std::move(decoded.error()));
            if (!is_about(*decoded)) continue;
            untold_.push_back({chapters_.size(), chapter.events.size(), std::move(*decoded)});
            chapter.events.push_back({std::string{event.name}, {}});
        }
    }
    if (!chapter.events.empty()) chapters_.push_back(std::move(chapter));
    return {};
}

void Story::tell(const engine::State& state) {
    for (const auto& one : untold_)
        chapters_[one.chapter].events[one.place].text = engine::tell(state, one.event);
    untold_.clear();
}

} // namespace truefill::api

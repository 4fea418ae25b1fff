#include "api/history.h"

#include "base/assert.h"
#include "base/ids.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace truefill::api {
namespace {

constexpr std::string_view order_key = "order:";

std::size_t hash_of(std::string_view number) { return std::hash<std::string_view>{}(number); }

OrderId id_of(json::Value value) {
    const auto number = value.as_uint();
    return OrderId{static_cast<std::uint32_t>(number.value_or(0))};
}

} // namespace

void History::touch(OrderId id) {
    if (!id || id.value > by_order_.size()) return; // a sender may name an order that never was
    if (std::ranges::find(touched_.orders, id) != touched_.orders.end()) return;
    touched_.orders.push_back(id);
    by_order_[id.value - 1].push_back(position_);
}

void History::touch_case(std::uint64_t id) {
    constexpr std::uint64_t beyond = std::uint64_t{1} << 32;
    if (id == 0 || id >= beyond) return;
    if (by_case_.size() < id) by_case_.resize(id);
    by_case_[id - 1] = position_;
}

void History::touch_number(std::string_view number) {
    auto& positions = by_number_[hash_of(number)];
    if (positions.empty() || positions.back() != position_) positions.push_back(position_);
}

std::expected<const History::Touched*, std::string> History::add(Position position, std::string_view record) {
    position_ = position;
    touched_.orders.clear();
    touched_.many = false;
    const auto value = document_.parse(record);
    if (!value) return std::unexpected(value.error().detail);
    const auto trace = value->find("envelope").find("trace").as_string().value_or("");
    trace_ = trace.empty() ? nullptr : std::make_shared<const std::string>(trace);
    for (const auto step : value->find("steps").elements()) see_step(step);
    if (touched_.orders.size() == 1) {
        only_order_.resize(std::max<std::size_t>(only_order_.size(), position));
        only_order_[position - 1] = touched_.orders.front();
    }
    return &touched_;
}

void History::see_step(json::Value step) {
    const auto body = step.find("body");
    if (step.find("refusal")) {
        if (const auto number = body.find("order").as_string()) touch_number(*number);
        touch(id_of(body.find("order")));
        touch(id_of(body.find("order_id")));
    }
    for (const auto event : step.find("events").elements())
        see_event(event.find("event").as_string().value_or(""), event.find("body"));
}

void History::see_event(std::string_view name, json::Value body) {
    const auto entry = body.find("entry");
    const auto own = id_of(body.find("order"));
    if (entry.find("opened").size() > 0) {
        const auto opened = own ? own : id_of(entry.find("order"));
        TF_ASSERT(opened.value <= by_order_.size() + 1, "ids of orders are dense");
        by_order_.resize(std::max<std::size_t>(by_order_.size(), opened.value));
    }
    touch(own);
    if (entry) {
        touch(id_of(entry.find("order")));
        see_holds(entry);
    }
    for (const auto deviation : body.find("deviations").elements()) touch(id_of(deviation.find("order")));
    if (name.starts_with("cases.")) touch_case(body.find("case_id").as_uint().value_or(0));
    if (!name.starts_with("engine.")) return;
    if (const auto job = body.find("job").as_uint()) see_job(name, body, *job);
    if (const auto waiting = body.find("waiting").as_uint()) {
        const auto key = body.find("key").as_string().value_or("");
        if (key.starts_with(order_key)) {
            waiting_[*waiting] = hash_of(key.substr(order_key.size()));
            touch_number(key.substr(order_key.size()));
        } else if (const auto known = waiting_.find(*waiting); known != waiting_.end()) {
            by_number_[known->second].push_back(position_);
            waiting_.erase(known);
        }
    }
}

void History::see_job(std::string_view name, json::Value body, std::uint64_t job) {
    if (name == "engine.job_created") {
        jobs_[job] = {id_of(body.find("order")), trace_};
        return;
    }
    const auto known = jobs_.find(job);
    if (known == jobs_.end()) return;
    touch(known->second.order);
    if (name != "engine.job_failed") jobs_.erase(known);
}

void History::see_holds(json::Value entry) {
    for (const auto hold : entry.find("holds").elements()) {
        const auto scope = hold.find("scope").as_string().value_or("order"); // the first one is left out
        if (scope == "order" || scope == "line") {
            const auto id = id_of(hold.find("key"));
            touch(id);
            holds_[hold.find("id").as_uint().value_or(0)] = id;
        } else {
            touched_.many = true;
        }
    }
    for (const auto lifted : entry.find("lifted").elements()) {
        const auto known = holds_.find(lifted.as_uint().value_or(0));
        if (known == holds_.end()) touched_.many = true;
        else {
            touch(known->second);
            holds_.erase(known);
        }
    }
}

std::vector<Position> History::of(OrderId id, std::string_view number) const {
    static const std::vector<Position> none;
    const auto& by_id = id && id.value <= by_order_.size() ? by_order_[id.value - 1] : none;
    const auto found = by_number_.find(hash_of(number));
    const auto& by_name = found == by_number_.end() ? none : found->second;
    std::vector<Position> all;
    std::ranges::set_union(by_id, by_name, std::back_inserter(all));
    return all;
}

Position History::last_of(OrderId id) const {
    if (!id || id.value > by_order_.size() || by_order_[id.value - 1].empty()) return 0;
    return by_order_[id.value - 1].back();
}

Position History::last_of(CaseId id) const {
    return id && id.value <= by_case_.size() ? by_case_[id.value - 1] : Position{};
}

std::optional<std::string> History::trace_of(JobId id) const {
    const auto known = jobs_.find(id.value);
    if (known == jobs_.end()) return std::nullopt;
    return known->second.trace ? *known->second.trace : std::string{};
}

OrderId History::only_order_at(Position position) const {
    return position > 0 && position <= only_order_.size() ? only_order_[position - 1] : OrderId{};
}

} // namespace truefill::api

#include "api/stored_record.h"

#include <utility>

namespace truefill::api {
namespace {

std::unexpected<std::string> broken(std::string_view part, const json::Problem& problem) {
    return std::unexpected(std::string{part} + problem.pointer + ": " + problem.detail);
}

std::expected<StoredStep, std::string> open_step(json::Value from) {
    StoredStep step;
    step.command = from.find("command").as_string().value_or("");
    step.body = from.find("body");
    if (const auto refusal = from.find("refusal")) {
        journal::Refusal read;
        if (const auto done = json::decode(refusal, read); !done) return broken("refusal", done.error());
        step.refusal = std::move(read);
    }
    for (const auto event : from.find("events").elements())
        step.events.push_back({event.find("event").as_string().value_or(""),
                               event.find("version").as_int().value_or(0), event.find("body")});
    return step;
}

/// f(event), whatever module it is of.
template <class F> auto with(const engine::Event& event, F&& f) {
    return visit([&](const auto& module_event) { return visit(f, module_event); }, event);
}

} // namespace

std::expected<StoredRecord, std::string> open_record(json::Document& document, std::string_view record) {
    const auto value = document.parse(record);
    if (!value) return broken("record", value.error());
    StoredRecord result;
    if (const auto done = json::decode(value->find("envelope"), result.envelope); !done)
        return broken("envelope", done.error());
    for (const auto from : value->find("steps").elements()) {
        auto step = open_step(from);
        if (!step) return std::unexpected(std::move(step.error()));
        result.steps.push_back(std::move(*step));
    }
    return result;
}

std::expected<engine::Event, std::string> decode(const StoredEvent& event) {
    auto decoded = engine::decode_event(event.name, event.body);
    if (!decoded) return broken(event.name, decoded.error());
    return std::move(*decoded);
}

std::expected<ledger::Order, std::string> archived_account(std::string_view record, OrderId id) {
    json::Document document;
    const auto stored = open_record(document, record);
    if (!stored) return std::unexpected(stored.error());
    for (const auto& step : stored->steps)
        for (const auto& event : step.events) {
            if (event.name != orders::OrderArchived::name) continue;
            auto decoded = decode(event);
            if (!decoded) return std::unexpected(std::move(decoded.error()));
            auto& archived = get<orders::OrderArchived>(get<orders::Event>(*decoded));
            if (archived.order == id) return std::move(archived.account);
        }
    return std::unexpected("the record archives another order");
}

const ledger::Entry* entry_of(const engine::Event& event) {
    return with(event, [](const auto& one) -> const ledger::Entry* {
        if constexpr (requires { one.entry; }) return &one.entry;
        else return nullptr;
    });
}

OrderId order_of(const engine::Event& event) {
    return with(event, [](const auto& one) -> OrderId {
        if constexpr (requires { OrderId{one.order}; })
            if (one.order) return one.order;
        if constexpr (requires { one.entry; }) return one.entry.order;
        else return {};
    });
}

const std::vector<ledger::Deviation>* deviations_of(const engine::Event& event) {
    return with(event, [](const auto& one) -> const std::vector<ledger::Deviation>* {
        if constexpr (requires { one.deviations; }) return &one.deviations;
        else return nullptr;
    });
}

} // namespace truefill::api

#include "api/views.h"

#include "api/log.h"
#include "api/query.h"
#include "api/service.h"

#include <charconv>
#include <filesystem>
#include <utility>

namespace truefill::api {
namespace {

views::ProjectorOptions options_for(const std::string& file,
                                    std::function<std::string(std::string_view)> unseal) {
    views::ProjectorOptions options;
    options.file = file;
    options.unseal = std::move(unseal);
    options.alarm = [](const std::string& fault) {
        if (fault.empty()) log(Level::info, "views", "The views are written again.");
        else log(Level::error, "views", fault);
    };
    return options;
}

/// A whole number in a parameter; nothing when it is none or out of bounds.
std::optional<std::uint64_t> number_in(std::string_view text, std::uint64_t most) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number > most) return std::nullopt;
    return number;
}

ViewsAnswer answer_of(ViewsDesk& desk) {
    const auto status = desk.projector().status();
    ViewsAnswer answer;
    answer.position = status.position;
    answer.lag_records = status.durable - std::min(status.durable, status.position);
    answer.lag_milliseconds = static_cast<std::int64_t>(status.lag_seconds * 1000);
    answer.rebuilding = status.is_rebuilding;
    if (status.is_rebuilding) {
        answer.done = status.done;
        answer.total = status.total;
    }
    answer.fault = status.fault;
    answer.file = std::filesystem::path{desk.file()}.filename().string();
    return answer;
}

} // namespace

ViewsDesk::ViewsDesk(journal::Journal& journal, std::string file,
                     std::function<std::string(std::string_view)> unseal)
    : file_{std::move(file)}, projector_{journal, states_, options_for(file_, std::move(unseal))} {}

void ViewsDesk::start(loop::Loop& loop) {
    states_.loop = &loop;
    projector_.start(loop.durable());
}

void ViewsDesk::stop() {
    constexpr std::chrono::milliseconds moment{1000};
    const auto status = projector_.status();
    if (states_.loop && !status.is_rebuilding && status.fault.empty())
        projector_.wait_for(states_.loop->durable(), moment);
    projector_.stop();
}

void ViewsDesk::committed(const journal::Batch& batch, std::span<const loop::Mark>) {
    if (batch.size() > 0) projector_.committed(batch.first + batch.size() - 1);
}

bool ViewsDesk::LoopStates::look(Position, const std::function<void(const engine::State&)>& f) {
    // The engine is never behind what is durable.
    return loop
        ->read([&](const engine::State& state) {
            f(state);
            return true;
        })
        .has_value();
}

void get_views(Service& service, const http::ExchangePtr& exchange) {
    auto* desk = service.views;
    if (!desk) return respond(exchange, not_found("This server keeps no SQL views (views.enabled)"));
    const auto& request = exchange->request();
    const auto wanted = request.parameter("wait_for");
    if (!wanted) return respond_with(exchange, answer_of(*desk));
    const auto position = number_in(*wanted, std::uint64_t{1} << 62);
    if (!position) return respond(exchange, bad_parameter("wait_for", "it is a position of the journal"));
    const auto seconds = number_in(request.parameter("wait_seconds").value_or("5"), 30);
    if (!seconds || *seconds == 0)
        return respond(exchange, bad_parameter("wait_seconds", "it is a number from 1 to 30"));
    desk->projector().when(*position, std::chrono::seconds{*seconds}, [exchange, desk](bool reached) {
        auto answer = answer_of(*desk);
        answer.reached = reached;
        respond_with(exchange, answer);
    });
}

void append_views_metrics(std::string& out, Service& service) {
    if (!service.views) return;
    const auto status = service.views->projector().status();
    const auto gauge = [&](std::string_view name, std::string_view help, double value) {
        append_metric(out, {name, "gauge", help}, value);
    };
    const auto lag = status.durable - std::min(status.durable, status.position);
    gauge("truefill_views_position", "The last record that stands in the SQL views.",
          static_cast<double>(status.position));
    gauge("truefill_views_lag_records", "Durable records that do not stand in the SQL views.",
          static_cast<double>(lag));
    gauge("truefill_views_lag_seconds", "Since when the oldest of these records waits.", status.lag_seconds);
    gauge("truefill_views_rebuilding", "1 while the SQL views are made anew.", status.is_rebuilding ? 1 : 0);
    gauge("truefill_views_up", "0 while the SQL views cannot be written.", status.fault.empty() ? 1 : 0);
}

} // namespace truefill::api

#include "cli/demo_desk.h"

#include "systems/script.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace truefill::cli {
namespace {

std::vector<api::PlantedFault> script() {
    using namespace systems;
    const auto one = [](std::string_view fault, std::string title, std::string category) {
        return api::PlantedFault{std::string{fault}, std::move(title), std::move(category), {}, {}, {}};
    };
    return {one(fault_credit, "A key account over its credit limit", "credit_exceeded"),
            one(fault_doubled, "The same purchase order by two channels", "duplicate_purchase_order"),
            one(fault_partial, "The ERP reads a partial shipment as a complete one", "contradiction"),
            one(fault_outage, "A warehouse system that does not answer for hours", "release_unacknowledged"),
            one(fault_billed, "The ERP bills what did not ship", "invoice_mismatch")};
}

} // namespace

LiveDesk::LiveDesk(std::shared_ptr<systems::ScaledClock> clock, const Day& day)
    : clock_{std::move(clock)}, day_{day}, faults_{script()} {}

api::DemoStatus LiveDesk::status() {
    const auto pace = clock_->pace();
    const std::scoped_lock lock{mutex_};
    return {pace.now, day_.from, day_.until, pace.speed, pace.paused, ended_, day_.seed, systems_};
}

void LiveDesk::change(const api::DemoChange& change) {
    const std::scoped_lock lock{mutex_};
    if (ended_) return;
    if (change.paused) clock_->pause(*change.paused);
    if (change.speed) clock_->set_speed(*change.speed);
}

std::vector<api::PlantedFault> LiveDesk::faults() {
    const std::scoped_lock lock{mutex_};
    return faults_;
}

void LiveDesk::set_systems(std::vector<api::DemoSystem> systems) {
    const std::scoped_lock lock{mutex_};
    systems_ = std::move(systems);
}

void LiveDesk::take(const std::string& line) {
    std::istringstream words{line};
    std::string what, fault, at, about;
    if (!(words >> what >> fault >> at >> about) || what != "planted") return;
    const auto time = parse_time(at);
    const std::scoped_lock lock{mutex_};
    const auto found = std::ranges::find(faults_, fault, &api::PlantedFault::fault);
    if (!time || found == faults_.end() || found->is_planted()) return;
    found->planted_at = *time;
    (fault == systems::fault_outage ? found->site : found->order) = about;
}

void LiveDesk::end() {
    clock_->pause(true);
    const std::scoped_lock lock{mutex_};
    ended_ = true;
}

} // namespace truefill::cli

#include "cli/demo_systems.h"

#include "base/text.h"
#include "cli/failure.h"
#include "systems/truefill.h"

#include <fmt/format.h>

#include <atomic>
#include <utility>

namespace truefill::cli {
namespace {

constexpr std::chrono::seconds restart_wait{1};
constexpr int stop_milliseconds = 3'000;

} // namespace

std::string DemoSystems::One::name() const { return code.empty() ? kind : kind + "-" + code; }

DemoSystems::DemoSystems(SystemsPlan plan, LiveDesk& desk) : plan_{std::move(plan)}, desk_{desk} {
    constexpr std::pair<const char*, const char*> all[] = {
        {"shop", ""},          {"wms", "LEEDS"},     {"wms", "BRISTOL"},
        {"wms", "PERTH"},      {"carrier", "ROYAL"}, {"carrier", "PARCELO"},
        {"carrier", "OWNVAN"}, {"erp", ""},          {"finance", ""}};
    for (const auto& [kind, code] : all) {
        One one;
        one.kind = kind;
        one.code = code;
        systems_.push_back(std::move(one));
    }
}

/// As an operator makes one for a partner: under the system's own name, so that Truefill knows who speaks.
std::string DemoSystems::make_key(const One& one) {
    static const std::atomic<bool> never{false};
    systems::Truefill truefill{{plan_.url, plan_.token, {}}, never};
    const auto name = to_lower_ascii(one.name()); // names of access have no capitals
    const auto roles = one.kind == "shop" ? R"("integrator","inventory_control")" : R"("integrator")";
    const auto made =
        truefill.post("/v1/keys",
                      fmt::format(R"({{"principal":"{}","source":"{}","roles":[{}],"expires_in_days":30}})",
                                  name, name, roles),
                      "key/" + one.name());
    auto key = made ? systems::text_in(*made, "key") : std::string{};
    if (key.empty()) fail(exit_wrong, "no_key", "no key could be made for " + one.name());
    return key;
}

void DemoSystems::start() {
    for (auto& one : systems_) one.key = make_key(one);
    for (auto& one : systems_) start(one);
    tell();
}

void DemoSystems::start(One& one) {
    ChildPlan plan;
    plan.arguments = {"demo",
                      "system",
                      one.kind,
                      "--url",
                      plan_.url,
                      "--code",
                      one.code,
                      "--data",
                      plan_.data,
                      "--seed",
                      std::to_string(plan_.seed)};
    plan.secrets = {{"TRUEFILL_KEY", one.key}};
    ++one.starts;
    if (auto child = Child::start(plan)) one.child = std::move(*child);
    else one.again = Steady::now() + restart_wait;
}

void DemoSystems::watch() {
    for (auto& one : systems_) {
        for (const auto& line : one.child.lines()) desk_.take(line);
        if (one.child.ended()) one.again = Steady::now() + restart_wait;
        if (!one.child.is_running() && one.again <= Steady::now()) start(one);
    }
    tell();
}

void DemoSystems::tell() {
    std::vector<api::DemoSystem> told;
    for (const auto& one : systems_) told.push_back({one.name(), one.child.is_running(), one.starts});
    desk_.set_systems(std::move(told));
}

void DemoSystems::stop() {
    for (const auto& one : systems_) one.child.tell_to_stop();
    for (auto& one : systems_) one.child.wait(stop_milliseconds);
    for (auto& one : systems_)
        for (const auto& line : one.child.lines()) desk_.take(line);
    tell();
}

} // namespace truefill::cli

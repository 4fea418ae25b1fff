#include "systems/system.h"

#include "base/mix.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <thread>
#include <utility>

namespace truefill::systems {
namespace {

/// How long it does nothing between two looks: less when the world runs fast.
constexpr std::chrono::milliseconds calm_nap{400}, quick_nap{60};
constexpr std::int64_t quick_speed = 300;

} // namespace

System::System(std::string source, const SystemSetup& setup, const std::atomic<bool>& stop)
    : source_{std::move(source)},
      setup_{setup},
      stop_{stop},
      truefill_{{setup.url, setup.key, source_}, stop} {}

void System::run() {
    while (!stop_) {
        follow_clock();
        heard(now());
        if (from_ && !is_silent()) {
            take_jobs();
            if (!stop_) look();
            do_due();
        }
        nap();
    }
}

void System::nap() {
    const auto quick = clock_.pace().speed >= quick_speed;
    const auto end = std::chrono::steady_clock::now() + (quick ? quick_nap : calm_nap);
    while (!stop_ && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
}

void System::follow_clock() {
    const auto demo = truefill_.get("/v1/demo");
    if (!demo) return;
    clock_.set(
        {time_in(*demo, "now"), number_in(*demo, "speed"), demo->find("paused").as_bool().value_or(false)});
    from_ = time_in(*demo, "from");
    until_ = time_in(*demo, "until");
}

void System::take_jobs() {
    const auto mine = destination();
    if (mine.empty() || stop_) return;
    const auto taken = truefill_.post(
        "/v1/jobs/activate",
        fmt::format(R"({{"destinations":["{}"],"worker":"{}","max":100,"lease_seconds":3600}})", mine,
                    source_));
    if (!taken) return;
    std::vector<std::uint64_t> done;
    for (const auto one : taken->find("jobs").elements()) {
        const Job job{static_cast<std::uint64_t>(number_in(one, "id")), text_in(one, "type"),
                      one.find("work")};
        if (take(job)) done.push_back(job.id);
    }
    for (const auto id : done) complete(id);
}

void System::complete(std::uint64_t job) {
    truefill_.post(fmt::format("/v1/jobs/{}/complete", job),
                   fmt::format(R"({{"worker":"{0}","reference":"{0}-{1}"}})", source_, job));
}

void System::do_due() {
    while (!stop_ && !agenda_.empty() && agenda_.begin()->first <= now()) {
        auto next = agenda_.extract(agenda_.begin());
        next.mapped()(next.key());
    }
}

void System::plan(const std::string& deed, Time due, std::function<void(Time)> act) {
    if (planned_.insert(deed).second) agenda_.emplace(due, std::move(act));
}

std::uint64_t System::dice(std::string_view deed) const {
    std::uint64_t hash = mix64(setup_.seed);
    for (const char c : source_) hash = mix64(hash ^ static_cast<unsigned char>(c));
    for (const char c : deed) hash = mix64(hash ^ static_cast<unsigned char>(c));
    return hash;
}

Duration System::wait(std::string_view deed, Duration shortest, Duration longest) const {
    const auto span = static_cast<std::uint64_t>((longest - shortest).micros) + 1;
    return shortest + Duration{static_cast<std::int64_t>(dice(deed) % span)};
}

bool System::chance(std::string_view deed, int permille) const {
    return static_cast<int>(mix64(dice(deed)) % 1000) < permille;
}

void System::confess(std::string_view fault, std::string_view about, Time at) {
    if (!confessed_.insert(std::string{fault}).second) return;
    std::string line = "planted ";
    line += fault;
    line += ' ';
    append_time(line, at);
    line += ' ';
    line += about;
    std::puts(line.c_str());
    std::fflush(stdout);
}

} // namespace truefill::systems

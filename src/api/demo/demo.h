/// The live demo as its server knows it: a day of a distributor, played faster than ours, with things that go
/// wrong on purpose.
///
///     GET  /v1/demo          the world's time, its pace and the systems that run
///     POST /v1/demo          {paused, speed}: both may be left out
///     GET  /v1/demo/tour     what four people could do on that day, and what of it is done
///     GET  /v1/demo/score    every deviation of the day: noticed when, owned by whom, worth how much
///
/// Whoever plays the day implements DemoDesk; without one, all four answer 404 `not_a_demo`.
#pragma once

#include "base/describe.h"
#include "base/time.h"
#include "http/http.h"

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

struct Service;

struct DemoSystem {
    static constexpr auto required = std::to_array<std::string_view>({"name", "running", "starts"});
    std::string name;
    bool running{};
    std::int32_t starts{};
};
TF_DESCRIBE(DemoSystem, (name, running, starts))

struct DemoStatus {
    static constexpr auto required = std::to_array<std::string_view>(
        {"now", "from", "until", "speed", "paused", "ended", "seed", "systems"});
    Time now, from, until;
    std::int64_t speed{}; ///< seconds of the world in one of ours
    bool paused{}, ended{};
    std::uint64_t seed{};
    std::vector<DemoSystem> systems;
};
TF_DESCRIBE(DemoStatus, (now, from, until, speed, paused, ended, seed, systems))

struct DemoChange {
    std::optional<bool> paused;
    std::optional<std::int64_t> speed; ///< 1 to 7200
};
TF_DESCRIBE(DemoChange, (paused, speed))

/// Something that goes wrong on purpose, and by what it must be noticed.
struct PlantedFault {
    std::string fault, title;
    std::string category; ///< of the case that it must become
    std::string order, site;
    Time planted_at; ///< none: not yet
    bool is_planted() const { return static_cast<bool>(planted_at); }
};

/// All of it is for any thread.
class DemoDesk {
public:
    virtual ~DemoDesk() = default;
    virtual DemoStatus status() = 0;
    virtual void change(const DemoChange& change) = 0;
    virtual std::vector<PlantedFault> faults() = 0;

    /// When a step of the tour was seen done for the first time: it stays done.
    Time keep_done(const std::string& step, Time at);
    Time done_at(const std::string& step);

private:
    std::mutex mutex_;
    std::map<std::string, Time> done_;
};

void get_demo(Service& service, const http::ExchangePtr& exchange);
void post_demo(Service& service, const http::ExchangePtr& exchange);
void get_tour(Service& service, const http::ExchangePtr& exchange);
void get_score(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api

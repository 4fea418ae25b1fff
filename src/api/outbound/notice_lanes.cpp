// Who is sent notices at the same time, and who is left alone for a while.
#include "api/log.h"
#include "api/outbound/notices.h"
#include "loop/clock.h"

#include <algorithm>
#include <utility>

namespace truefill::api {
namespace {

namespace web = connectors::web;

constexpr std::int64_t notices_at_once = 100;
constexpr std::size_t notices_in_lane = 20;
constexpr std::chrono::seconds first_pause{5}, longest_pause{300};

/// Who shares a connection, and its silence: the mail server, or a host with its port.
std::string lane_of(std::string_view receiver) {
    const auto begin = receiver.find("://");
    if (begin == std::string_view::npos) return "mail";
    return std::string{receiver.substr(0, receiver.find_first_of("/?#", begin + 3))};
}

} // namespace

bool Notices::is_paused(const std::string& lane) {
    const std::scoped_lock lock{mutex_};
    const auto found = pauses_.find(lane);
    return found != pauses_.end() && std::chrono::steady_clock::now() < found->second.until;
}

/// The others in the lane would wait for the same server, each as long.
void Notices::pause(const std::string& lane) {
    const std::scoped_lock lock{mutex_};
    auto& found = pauses_[lane];
    found.wait = std::clamp(found.wait * 2, first_pause, longest_pause);
    found.until = std::chrono::steady_clock::now() + found.wait;
}

/// What is given to a lane stays due until it was sent; the lane is left alone until then.
void Notices::send_due() {
    const auto skips = [this](const std::string& receiver) {
        const auto lane = lane_of(receiver);
        return lanes_->is_busy(lane) || is_paused(lane);
    };
    auto due = store_.due(loop::SystemClock{}.now(), notices_at_once, skips);
    if (!due) return log(Level::error, "notices", due.error());
    std::map<std::string, std::vector<KeptNotice>> by_lane;
    for (auto& one : *due) {
        auto& some = by_lane[lane_of(one.receiver)];
        if (some.size() < notices_in_lane) some.push_back(std::move(one));
    }
    for (auto& [lane, some] : by_lane)
        lanes_->give(lane,
                     [this, lane, some = std::move(some)]() mutable { send_lane(lane, std::move(some)); });
}

void Notices::send_lane(const std::string& lane, std::vector<KeptNotice> notices) {
    for (auto& one : notices) {
        {
            const std::scoped_lock lock{mutex_};
            if (ending_) return;
        }
        if (!send(std::move(one))) return pause(lane);
        const std::scoped_lock lock{mutex_};
        pauses_.erase(lane);
    }
}

web::WebClient& Notices::client_of(const std::string& receiver) {
    const auto lane = lane_of(receiver);
    const std::scoped_lock lock{clients_mutex_};
    const auto found = clients_.find(lane);
    if (found != clients_.end()) return found->second;
    web::WebOptions options{.guard = plan_.plain, .user_agent = "Truefill-Notices"};
    if (!lane.starts_with("http:")) {
        options.guard = plan_.secure;
        options.authorities_file = plan_.authorities;
    }
    return clients_.emplace(lane, web::WebClient{std::move(options)}).first->second;
}

} // namespace truefill::api

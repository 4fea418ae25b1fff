#include "api/limits.h"

#include "api/extra_fields.h"
#include "api/service.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace truefill::api {
namespace {

Limits::Now now() {
    // tidy: allow clock, because how fast somebody asks is nothing that is decided or kept
    return std::chrono::steady_clock::now();
}

std::int64_t seconds_for(double tokens, const LimitRule& rule) {
    return static_cast<std::int64_t>(std::ceil(std::max(0.0, tokens) / static_cast<double>(rule.per_second)));
}

bool pass(Service& service, const http::ExchangePtr& exchange, Limits::Of of, const Limits::Taken& taken) {
    if (taken.granted) return true;
    auto response = response_of(
        make_problem(429, "too_many_requests",
                     fmt::format("More is asked than this server grants one {}; ask again in {} s",
                                 of == Limits::Of::caller ? "caller" : "address", taken.retry_after_seconds)),
        exchange->request());
    std::erase_if(response.headers, [](const auto& one) { return one.first == "Retry-After"; });
    response.headers.emplace_back("Retry-After", std::to_string(taken.retry_after_seconds));
    for (auto& field : service.limits->headers(of, taken)) response.headers.push_back(std::move(field));
    respond(exchange, std::move(response));
    return false;
}

} // namespace

double Limits::tokens_at(const LimitRule& rule, const Bucket& bucket, Now now) const {
    const std::chrono::duration<double> since = now - bucket.at;
    return std::min(static_cast<double>(rule.burst),
                    bucket.tokens + std::max(0.0, since.count()) * static_cast<double>(rule.per_second));
}

Limits::Taken Limits::take(Of of, std::string_view who, std::int64_t cost, Now now) {
    const auto& limit = rule(of);
    if (limit.per_second == 0) return {};
    std::string key{of == Of::caller ? 'c' : 'a'};
    key += who;
    auto& shard = shards_[std::hash<std::string>{}(key) % shards];
    const std::scoped_lock lock{shard.mutex};
    auto found = shard.buckets.find(key);
    if (found == shard.buckets.end()) {
        if (shard.buckets.size() >= buckets_max) make_room(shard, now);
        found = shard.buckets.emplace(std::move(key), Bucket{static_cast<double>(limit.burst), now}).first;
    }
    auto& bucket = found->second;
    const double tokens = tokens_at(limit, bucket, now);
    const auto wanted = static_cast<double>(cost);
    Taken taken;
    taken.limited = true;
    taken.granted = tokens >= wanted;
    const double left = taken.granted ? tokens - wanted : tokens;
    bucket = {left, std::max(bucket.at, now)};
    taken.left = static_cast<std::int64_t>(left);
    taken.full_after_seconds = seconds_for(static_cast<double>(limit.burst) - left, limit);
    if (!taken.granted)
        taken.retry_after_seconds = std::max<std::int64_t>(1, seconds_for(wanted - left, limit));
    return taken;
}

/// Full buckets go; when there is none, the one that is nearest to it: its owner gains the least.
void Limits::make_room(Shard& shard, Now now) const {
    const auto missing = [&](const auto& one) {
        const auto& limit = rule(one.first.front() == 'c' ? Of::caller : Of::address);
        return static_cast<double>(limit.burst) - tokens_at(limit, one.second, now);
    };
    std::erase_if(shard.buckets, [&](const auto& one) { return missing(one) <= 0; });
    if (shard.buckets.size() < buckets_max) return;
    shard.buckets.erase(std::ranges::min_element(shard.buckets, {}, missing));
}

http::Pairs Limits::headers(Of of, const Taken& taken) const {
    if (!taken.limited) return {};
    const std::string_view name = of == Of::caller ? "caller" : "address";
    const auto& limit = rule(of);
    return {{"RateLimit-Policy", fmt::format("\"{}\";q={};w={}", name, limit.burst,
                                             seconds_for(static_cast<double>(limit.burst), limit))},
            {"RateLimit", fmt::format("\"{}\";r={};t={}", name, std::max<std::int64_t>(0, taken.left),
                                      taken.full_after_seconds)}};
}

std::size_t Limits::size() const {
    std::size_t all = 0;
    for (const auto& shard : shards_) {
        const std::scoped_lock lock{shard.mutex};
        all += shard.buckets.size();
    }
    return all;
}

std::string network_of(std::string_view address) {
    in6_addr parsed{};
    if (inet_pton(AF_INET6, std::string{address}.c_str(), &parsed) != 1) return std::string{address};
    if (IN6_IS_ADDR_V4MAPPED(&parsed) || IN6_IS_ADDR_LOOPBACK(&parsed)) return std::string{address};
    const auto group = [&](int at) { return parsed.s6_addr[at] * 256 + parsed.s6_addr[at + 1]; };
    return fmt::format("{:x}:{:x}:{:x}:{:x}", group(0), group(2), group(4), group(6));
}

bool within_limits(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    if (!service.limits || request.route == "/healthz" || request.route == "/readyz") return true;
    if (const auto caller = service.door.caller(request))
        return caller->is_operator || pass(service, exchange, Limits::Of::caller,
                                           service.limits->take(Limits::Of::caller, caller->name, 1, now()));
    const bool wrong_key = !request.header("authorization").empty();
    return pass(service, exchange, Limits::Of::address,
                service.limits->take(Limits::Of::address, network_of(request.peer),
                                     wrong_key ? Limits::failed_cost : 1, now()));
}

http::ExchangePtr telling_limits(Service& service, const http::ExchangePtr& exchange) {
    if (!service.limits) return exchange;
    const auto caller = service.door.caller(exchange->request());
    if (!caller || caller->is_operator) return exchange;
    const auto left = service.limits->take(Limits::Of::caller, caller->name, 0, now());
    if (!left.limited) return exchange;
    return std::make_shared<ExtraFields>(exchange, service.limits->headers(Limits::Of::caller, left));
}

} // namespace truefill::api

/// How much one caller may ask: a bucket of tokens for each, filled at a steady rate up to a burst. A request
/// takes one, and who finds none is answered 429 with the time after which there is one again.
///
/// Callers are counted by who they are (a key's or a user's name), so that one integration that runs wild
/// does not slow the others down. Requests of nobody, and those whose key is wrong, are counted by address,
/// IPv6 by its /64; a failed one takes ten. The operator token has no limit.
///
/// Answers carry what is left, in the fields of the IETF draft (draft-ietf-httpapi-ratelimit-headers-10):
///
///     RateLimit-Policy: "caller";q=4000;w=2       4000 at once, full again after 2 s
///     RateLimit: "caller";r=3999;t=1              3999 are left; full again in 1 s
///
/// Memory is bounded: 16 shards of 1,024 buckets, about 2 MB. A full bucket is forgotten first, as it says no
/// more than none at all.
#pragma once

#include "http/exchange.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace truefill::api {

struct Service;

struct LimitRule {
    std::int64_t per_second{}; ///< 0: no limit
    std::int64_t burst{};
};

class Limits {
public:
    using Now = std::chrono::steady_clock::time_point;
    static constexpr std::size_t shards = 16, buckets_max = 1024;
    /// What a request with a wrong key costs.
    static constexpr std::int64_t failed_cost = 10;

    /// What was left, or how long to wait.
    struct Taken {
        bool granted = true;
        bool limited{}; ///< else there is no rule, and nothing to tell
        std::int64_t left{};
        std::int64_t full_after_seconds{};
        std::int64_t retry_after_seconds{}; ///< when it was not granted
    };

    enum class Of : std::uint8_t { caller, address };

    Limits(LimitRule callers, LimitRule addresses) : rules_{callers, addresses} {}

    /// Cost 0 only looks.
    Taken take(Of of, std::string_view who, std::int64_t cost, Now now);
    /// The header fields for an answer; nothing when there is no rule.
    http::Pairs headers(Of of, const Taken& taken) const;
    /// Buckets that are remembered.
    std::size_t size() const;

private:
    struct Bucket {
        double tokens{};
        Now at;
    };
    struct Shard {
        mutable std::mutex mutex;
        std::unordered_map<std::string, Bucket> buckets;
    };
    const LimitRule& rule(Of of) const { return rules_[static_cast<std::size_t>(of)]; }
    double tokens_at(const LimitRule& rule, const Bucket& bucket, Now now) const;
    void make_room(Shard& shard, Now now) const;

    std::array<LimitRule, 2> rules_;
    std::array<Shard, shards> shards_;
};

/// "192.0.2.7" as it is, "2001:db8:1:2:3::4" as "2001:db8:1:2": what one customer of a network has.
std::string network_of(std::string_view address);

/// Counts a request; false when it was answered with 429. Health is never limited.
bool within_limits(Service& service, const http::ExchangePtr& exchange);
/// The exchange whose answers say what is left; the same one where there is no limit.
http::ExchangePtr telling_limits(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api

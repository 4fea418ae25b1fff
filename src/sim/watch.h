/// What is looked at while a world runs: after every record the orders that it touched and the cases that it
/// owes, every so often the whole ledger, and always the replay: a follower applies each durable record and
/// must come to the same state. It says what is wrong and changes nothing.
#pragma once

#include "engine/engine.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::sim {

struct Violation {
    Position position{};
    std::string what;
};

class Watch {
public:
    struct Pace {
        std::uint64_t audit_every{64};   ///< records
        std::uint64_t compare_every{64}; ///< durable records
    };

    explicit Watch(Pace pace) : pace_{pace} {}

    /// A record was made; `live` is the state after it.
    void made(const engine::Engine& live, std::string_view record);
    /// It is durable: the follower applies it.
    void durable(std::string_view record);
    /// Live engine and follower stand at the same record: now and then they are compared.
    void caught_up(const engine::Engine& live);
    /// The engine was restored from the journal; it must be what the follower is.
    void restored(const engine::Engine& live);
    /// Whole ledger now.
    void audit(const engine::Engine& live);
    void compare(const engine::Engine& live);

    const engine::Engine& follower() const { return follower_; }
    void report(Position position, std::string what);
    const std::vector<Violation>& violations() const { return violations_; }
    /// Of the durable records.
    std::uint64_t bytes() const { return bytes_; }
    bool is_clean() const { return violations_.empty(); }

private:
    void check_cases(Position position, json::Value steps);

    Pace pace_;
    engine::Engine follower_;
    Position compared_{};
    std::uint64_t bytes_ = 0;
    json::Document document_;
    std::vector<OrderId> touched_;
    std::vector<Violation> violations_;
};

} // namespace truefill::sim

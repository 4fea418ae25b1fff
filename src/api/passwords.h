/// Passwords: hashed and compared with argon2id by one thread of its own, one after the other, so that a
/// flood of log-ins takes one core and 64 MB at most and stops no connection. About 0.1 s each.
#pragma once

#include "api/clerks.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace truefill::api {

class Passwords {
public:
    static constexpr std::size_t shortest = 12;
    static constexpr std::size_t longest = 200; ///< bytes
    static constexpr std::size_t waiting_max = 32;

    Passwords();

    /// Why a password will not do, as a sentence; none when it will. `name` is the user's.
    static std::optional<std::string> weakness(std::string_view password, std::string_view name);

    /// Calls `then` on the clerk's thread. False: too many wait already, and `then` is not called.
    /// `hash` empty: there is none to compare with; it takes as long and is never right.
    bool check(std::string password, std::string hash, std::function<void(bool right)> then);
    /// The argon2id string; empty when there was no memory for it.
    bool hash(std::string password, std::function<void(std::string)> then);

    /// Does what waits, and ends.
    void stop() { clerk_.stop(); }

private:
    std::string of_nobody_; ///< a hash that no password has
    Clerks clerk_{1};
};

} // namespace truefill::api

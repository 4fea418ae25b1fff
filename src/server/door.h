/// The door: who is asking. One operator token, made at the first start and shown once; of it only the
/// SHA-256 is kept, in a file that nobody else may read. A browser changes the token for a session: a random
/// cookie that scripts cannot see and other sites cannot send, and a CSRF token that every write must carry
/// in a header of its own. Sessions live in memory: after a restart people log in again.
///
/// Until users and roles are wired in, whoever has the token may do everything.
#pragma once

#include "base/sha256.h"
#include "base/time.h"
#include "http/http.h"
#include "loop/clock.h"

#include <expected>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace truefill::server {

/// 32 random bytes as hex; the operating system's generator.
std::string random_hex();

/// A token as it is shown once, and what is kept of it.
struct OperatorToken {
    Digest hash;
    std::string made; ///< the token itself when it was made just now, else empty
};
/// Reads the hash from the file, or makes a token and writes it (mode 0600). The sentence says what is wrong.
std::expected<OperatorToken, std::string> operator_token(const std::string& file);

struct Caller {
    std::string name;
    std::string source; ///< of messages
    std::string csrf;   ///< of the session; empty: came with the token itself
    Time expires;       ///< of the session
    bool by_cookie{};
};

class Door {
public:
    static constexpr Duration session_time = hours(12);
    static constexpr std::size_t sessions_max = 1000;
    static constexpr std::string_view cookie = "truefill_session";

    Door(const Digest& token_hash, loop::Clock& clock) : token_hash_{token_hash}, clock_{clock} {}

    /// By bearer token or session cookie; nobody when neither is good.
    std::optional<Caller> caller(const http::Request& request);
    bool is_token(std::string_view token) const;

    struct Opened {
        std::string cookie; ///< its value
        Caller caller;
    };
    Opened open_session();
    void close_session(const http::Request& request);
    std::size_t sessions() const;

private:
    struct Session {
        std::string csrf;
        Time expires;
    };
    std::optional<Digest> cookie_of(const http::Request& request) const;
    void forget_expired(Time now);

    Digest token_hash_;
    loop::Clock& clock_;
    mutable std::mutex mutex_;
    std::map<Digest, Session> sessions_; ///< by the hash of the cookie
};

} // namespace truefill::server

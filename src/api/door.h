/// The door: who is asking.
///
///   - a key, `Authorization: Bearer tf_<prefix>_<secret>`, compared as access.h says;
///   - a person, by a session: a random cookie that scripts cannot see and other sites cannot send, and a
///     CSRF token that every write must carry in a header of its own. Each log-in makes a new one and ends
///     the one that the browser had. Sessions live in memory: after a restart people log in again. A session
///     ends after 12 hours, and when its user is changed or not active any more;
///   - the operator token, made at the first start and shown once; of it only the SHA-256 is kept, in a file
///     that nobody else may read. It has every role and no limit, for setting up: when there is an
///     administrator it counts no more, unless the rules say so (demonstrations and tests).
#pragma once

#include "access/may.h"
#include "api/access_mirror.h"
#include "api/lockout.h"
#include "api/operator_token.h"
#include "api/passwords.h"
#include "api/problem.h"
#include "http/http.h"
#include "loop/clock.h"

#include <expected>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

struct Caller {
    access::Principal principal; ///< empty for the operator
    bool is_operator{};
    bool must_change_password{}; ///< somebody else chose it: nothing else is allowed before
    std::string name;            ///< the actor of messages
    std::string source;          ///< of messages
    std::string csrf;            ///< of the session; empty: no session
    Time expires;                ///< of the session or the key; none: never
    bool by_cookie{};
};

struct DoorRules {
    bool operator_always{}; ///< the operator token counts although there is an administrator
    bool secure_cookie{};   ///< only over TLS, even where a request came without
    std::string origin; ///< of its pages as people reach it, as https://orders.example.com; empty: the host
};

class Door {
public:
    static constexpr Duration session_time = hours(12);
    static constexpr std::size_t sessions_max = 1000;
    static constexpr std::size_t sessions_of_user_max = 20;
    static constexpr std::string_view cookie = "truefill_session";

    Door(const Digest& token_hash, loop::Clock& clock, DoorRules rules = {})
        : token_hash_{token_hash}, clock_{clock}, rules_{rules} {}

    /// Or why not: 401.
    std::expected<Caller, Problem> ask(const http::Request& request);
    /// The same without the reason.
    std::optional<Caller> caller(const http::Request& request);
    /// The operator token, while it counts.
    bool is_token(std::string_view token) const;
    /// Whether it counts: there is no administrator yet, or the rules say so.
    bool operator_counts() const;
    /// 503 when nobody can know who may do what (AccessMirror::lost).
    std::optional<Problem> closed() const;

    struct Opened {
        std::string cookie; ///< its value
        Caller caller;
    };
    Opened open_operator_session() { return open({}, true); }
    /// Of a user who has proven who he is; issuer and groups are what the identity provider said. The session
    /// that came with the request ends: nobody goes on with a cookie that another knows.
    Opened open_session(access::Principal principal) { return open(std::move(principal), false); }
    void close_session(const http::Request& request);
    std::size_t sessions() const;
    /// The line of the header Set-Cookie; value empty: the browser forgets it.
    std::string set_cookie(const http::Request& request, std::string_view value) const;
    const std::string& origin() const { return rules_.origin; }

    AccessMirror& mirror() { return mirror_; }
    Passwords& passwords() { return passwords_; }
    LogIns& log_ins() { return log_ins_; }
    Time now() const { return clock_.now(); }
    /// Ends the thread of the passwords.
    void stop() { passwords_.stop(); }

private:
    /// What makes a session end when it changes. Times alone would not do: two changes may have one.
    struct Standing {
        Time changed_at;
        std::vector<access::Role> roles;
        access::Scope scope;
        std::string credential;
        bool operator==(const Standing&) const = default;
    };
    static Standing standing_of(const access::State& state, std::string_view user);
    struct Session {
        access::Principal principal;
        bool is_operator{};
        std::string csrf;
        Time expires;
        Standing standing{}; ///< of the user at the log-in; another one: the session has ended
    };
    Opened open(access::Principal principal, bool is_operator);
    std::expected<Caller, Problem> by_bearer(const http::Request& request, std::string_view token) const;
    std::expected<Caller, Problem> by_session(const Digest& key);
    bool counts(const Session& session, const access::State& state, Time now) const;
    std::optional<Digest> cookie_of(const http::Request& request) const;
    void make_room(const access::Principal& principal, Time now);

    Digest token_hash_;
    loop::Clock& clock_;
    DoorRules rules_;
    AccessMirror mirror_;
    LogIns log_ins_;
    mutable std::mutex mutex_;
    std::map<Digest, Session> sessions_; ///< by the hash of the cookie
    Passwords passwords_;                ///< the last one: its thread uses the others
};

} // namespace truefill::api

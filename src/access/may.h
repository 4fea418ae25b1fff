/// The one answer to "may he?". The edge asks before it hands a command to the loop and before it shows
/// something; the console shows the reason beside an act that is not allowed.
///
///     const auto answer = may(state.access, principal, {.what = "billing.write_off", ...});
///
/// Deny by default. A user has an authority of his own (roles, scope, limits) and one for each active user
/// who named him as substitute for today; what one of them allows is allowed, and the answer says on whose
/// behalf. Authorities are not mixed: a role of mine with the limit of another is nothing. What was lent is
/// not lent on. A person's key has at most the person's own authority, and never a lent one.
#pragma once

#include "access/access.h"
#include "access/permissions.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::access {

/// Whoever asks, as the edge has authenticated him: a user by log-in, or a key. `groups` are what the
/// identity provider said at the log-in.
struct Principal {
    std::string user;
    std::string key; ///< its prefix; then `user` is empty
    std::string issuer;
    std::vector<std::string> groups;
};

/// What is asked for. Sites are codes; of a command all have to be in the scope, of a read any one.
struct Question {
    std::string_view what; ///< name of a command, or a read area
    std::vector<std::string> sites;
    std::string_view customer_group; ///< `group_of` the customer; empty: none, or no customer is meant
    bool has_customer{};             ///< a customer is meant, in a group or not
    Money value;                     ///< currency none: not known
    std::string_view requester;      ///< who asked for what is approved here
    std::string_view about;          ///< user that the command is about, or the principal of the key
    bool own_route{};                ///< the route is the one made for this command
    Time at;
};

/// Codes are stable; `reason` is a sentence for people, also when it is allowed.
struct Answer {
    bool allowed{};
    std::string code;
    std::string reason;
    std::string on_behalf_of; ///< for whom a substitute acts
};
TF_DESCRIBE(Answer, (allowed, code, reason, on_behalf_of))

Answer may(const State& state, const Principal& principal, const Question& question);

/// Whether the answer depends on more than the roles: on where it is, what it is worth, who asked for it.
/// Then those members of the question have to be filled in before `may` is asked.
bool asks_more(const State& state, const Principal& principal, std::string_view what, Time at);

/// Whether the principal can act at all: the key is known, not expired, not revoked, the user active.
Answer usable(const State& state, const Principal& principal, Time at);

/// The name that stands as actor in the envelope: the user's, or the key's principal's.
std::string_view actor_of(const State& state, const Principal& principal);

/// The roles somebody has at a time, lent ones included, for the console's menus. Sorted.
std::vector<Role> roles_of(const State& state, const Principal& principal, Time at);

/// Who approves is another than who asked.
Answer four_eyes(std::string_view requester, std::string_view approver);

/// How far somebody sees in a read area, for lists: a row is shown when `covers` says so of its sites and its
/// customer. Not allowed at all: `answer` says why and `parts` is empty. A copy, so an edge thread may keep
/// it.
struct Reach {
    struct Part {
        Scope own;
        Scope key; ///< of a person's key, besides
    };
    Answer answer;
    const Row* row{};
    std::vector<Part> parts;

    /// Everything; no row needs to be asked about.
    bool is_unlimited() const;
};
Reach reach(const State& state, const Principal& principal, std::string_view area, Time at);
bool covers(const Reach& reach, const Question& question);

} // namespace truefill::access

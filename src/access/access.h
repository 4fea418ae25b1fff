/// Access: who may do what. Users, keys, roles and scopes are journaled like the rest, so the journal says
/// who could do what at any time; sessions, failed log-ins and lockouts are the edge's and are not.
///
/// A command or read is asked for by a principal: a user who logged in, or a key. `may` (may.h) answers from
/// the table in permissions.h and from the state here. What no row and no grant allows is denied.
///
/// What the edge must do, since this module has neither randomness nor clock and compares no secret:
///   - A secret (of a key, of the first-run link, of a session) is 32 bytes from the system's generator,
///     written in base64url. A key reads `tf_<prefix>_<secret>`. It is shown once, in the answer to the
///     request that made it; only its SHA-256 gets into the command. With 256 random bits a plain hash is
///     enough: there is nothing to guess.
///   - A password is hashed with argon2id before the command is made. Neither password nor secret may be in a
///     command, an event, a log or a URL.
///   - To check a key: `find_key` by prefix, SHA-256 of what came, compared with `secret_of` in constant time
///     (`CRYPTO_memcmp`), then `usable`. An unknown prefix costs the same comparison against a hash that
///     nothing has. A password is checked by the library's own verifier, and an unknown user against a hash
///     made at start, so that time does not tell names.
///   - A session ends when `User::changed_at` is later than its beginning, and when the user is not active.
///   - The actor of the envelope is the principal's name and the source is the key's (or "console"); neither
///     is ever taken from the request. Names of people in a body are claims: who approves is the sender
///     himself, so an `approved_by` that is another's name is refused, and `requested_by` goes into the
///     question.
///
/// Administrators: only a person who is one by a role of his own makes, changes or represents one, or gives
/// the role away, whatever the table says. A role that is lent, or that a group of the identity provider
/// brings, is not enough. One administrator who can log in always remains.
///
/// Cost: a few maps of a few hundred entries; a decision is O(users) at most, `may` O(scope + log users).
#pragma once

#include "access/commands.h"
#include "access/events.h"
#include "base/archive.h"
#include "journal/decision.h"
#include "journal/envelope.h"
#include "masterdata/facts.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::access {

inline constexpr Duration key_life_max = days(400);
inline constexpr Duration overlap_max = days(30);
inline constexpr Duration first_run_life_max = days(7);
inline constexpr std::int32_t substitute_days_max = 92;

template <class V> using TextTree = std::map<std::string, V, std::less<>>;

struct Documents {
    TextTree<User> users;             ///< by name
    TextTree<Credential> credentials; ///< by user
    TextTree<Key> keys;               ///< by prefix; never removed, so a prefix is unique for ever
    TextTree<Digest> secrets;         ///< by prefix
    std::map<std::pair<std::string, std::string>, std::vector<Role>> mapped; ///< by issuer and group
    TextTree<std::string> group_of;                                          ///< by code of the customer
    Digest first_run;                                                        ///< none: no link is open
    Time first_run_expires_at;
    bool first_run_recovery{}; ///< counts although there is an administrator
};
TF_DESCRIBE(Documents, (users, credentials, keys, secrets, mapped, group_of, first_run, first_run_expires_at,
                        first_run_recovery))

/// An empty state is saved as nothing at all, and so it has to stand last in a snapshot: journals from before
/// there were users, and from before persons were erased, keep the digests of their states.
struct State : Documents {
    TextTree<Erasure> erased; ///< by person
    bool is_empty() const;
    void save(archive::Output& output) const;
    void load(archive::Reader& reader);
    static constexpr std::uint64_t format_hash() {
        return mix64(archive::format_hash<Documents>() ^ mix64(archive::format_hash<Erasure>()));
    }
};

using Decision = journal::Decision<Event>;

Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope);
void apply(State& state, const Event& event, const Facts& facts);
/// One or two sentences for people. No hash is in them.
std::string tell(const Facts& facts, const Event& event);

const User* find_user(const State& state, std::string_view name);
/// The name of the user with this identity; empty when there is none.
std::string_view find_identity(const State& state, const Identity& identity);
/// None when the user has no password.
const Credential* find_credential(const State& state, std::string_view user);
const Key* find_key(const State& state, std::string_view prefix);
/// SHA-256 of the key's secret; zero for an unknown prefix. For the edge, and for nothing that is shown.
Digest secret_of(const State& state, std::string_view prefix);
/// Empty when the customer is in none.
std::string_view group_of(const State& state, std::string_view customer);
/// Why a name for people or a reference cannot be a user's; nothing when both are right. The edge asks before
/// it seals them (base/sealed.h): of a sealed text a decision sees only how long it was.
std::optional<journal::Refusal> check_person(std::string_view display_name, std::string_view email_ref);
/// Whether there is an administrator who can log in; without one the server issues a first-run link.
bool has_administrator(const State& state);

} // namespace truefill::access

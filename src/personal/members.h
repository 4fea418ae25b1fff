/// Which members of commands hold personal data, whose they are, and how they are sealed. The table is in
/// members.cpp: one line for each member. Sealing happens where a message enters, after it was decoded and
/// checked and before the loop takes it, so neither records, events and snapshots nor logs ever hold what it
/// said. What is not in the table is not sealed: codes, numbers, and texts that people write freely (reasons,
/// sentences of cases), which are no place for personal data.
#pragma once

#include "engine/engine.h"
#include "personal/key_ring.h"

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::personal {

/// Whose a text is.
enum class Whose : std::uint8_t {
    customer,  ///< by the code that the sender uses
    user,      ///< by name
    consignee, ///< who took the goods: by the shipment's id or the tracking number
};

/// The person: customer:CODE with our own code, user:NAME. A consignee belongs to the shipment's customer.
using PersonOf = std::function<std::string(Whose, std::string_view code)>;
/// Kind and code; a code that no person can have is told by its hash.
std::string person_named(std::string_view kind, std::string_view code);

/// Whether a text of it belongs to somebody whom only the state knows (Whose::consignee).
bool needs_state(const engine::Command& command);
/// The persons of the texts that `seal` would seal; each once.
std::vector<std::string> persons_in(const engine::Command& command, const PersonOf& person_of);
/// Why a message cannot be taken that brings a token with it: nobody but us makes them, or somebody could
/// have another's read for him. `raw`: the JSON that the command was decoded from, which mostly tells at
/// once; empty: not known.
std::optional<journal::Refusal> brings_token(const engine::Message& message, std::string_view raw);
/// Seals every member of the table. When there was one, the content hash is made anew from the sealed body;
/// `plain_hash` keeps the one that was there. Refused is a text that is too long.
std::expected<void, journal::Refusal> seal(KeyRing& keys, engine::Message& message,
                                           const PersonOf& person_of);
/// False when a text of it was sealed with a key that was set aside since: what it says could not be read.
bool is_current(const KeyRing& keys, const engine::Command& command);

/// The table: name of the struct's member list as "display_name of access.create_user".
std::vector<std::string> sealed_members();
/// Members of commands that hold text and are not in the table, in the same words: for the test that asks
/// about names like "phone".
std::vector<std::string> unsealed_members();

} // namespace truefill::personal

/// The table of what each role may: one row for each command and for each read area, as data. `may` (may.h)
/// is its only reader in the program; `permissions_text` prints it for the reference and for the golden test.
///
/// A command without a row is denied to everybody, and a test fails. No row has a wildcard.
///
/// Who may is kept apart where one person could otherwise do damage alone: customer service asks for money
/// back and finance grants it; who counts does not approve; the administrator gives rights and has no
/// business act; the auditor reads everything and does nothing. The role integrator is for middleware that
/// speaks for everybody; a partner's own key gets the role of the people it stands for, with a scope: the WMS
/// of LYON that of a shift lead at LYON, a carrier transport, the books finance, the shop customer service.
#pragma once

#include "access/documents.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace truefill::access {

/// Roles as bits, by their place in the enumeration.
using RoleSet = std::uint32_t;

constexpr RoleSet bit(Role role) { return RoleSet{1} << static_cast<unsigned>(role); }
RoleSet set_of(const std::vector<Role>& roles);
/// "credit or finance".
std::string say_any(RoleSet roles);
/// "credit, finance".
std::string say_all(RoleSet roles);

/// How a command may come in.
enum class Way : std::uint8_t {
    api,    ///< by any route
    route,  ///< only by a route of its own, which makes part of the command: hashes, recalled documents
    inside, ///< only from the program: follow-ups, timers, the loop
    link,   ///< only with the first-run link, by nobody who is known yet
    read,   ///< no command: a read area
};
TF_DESCRIBE_ENUM(Way, api, route, inside, link, read)

/// What has to be right besides the role.
struct Checks {
    bool site{};     ///< every site that a command names is in the scope; of a read, any
    bool customer{}; ///< the customer's group is in the scope
    bool value{};    ///< the value is within the limit
    bool if_named{}; ///< these three only as far as the question names them
    bool other{};    ///< not who asked for it: four eyes
    bool himself{};  ///< without any role, when logged in, about oneself
};

struct Row {
    std::string_view name; ///< of the command, or of the read area, which has no dot
    Way way{};
    RoleSet roles{};
    Checks checks;

    bool asks_value() const { return checks.value; }
};

/// Sorted by name: commands have a dot, read areas have none.
std::span<const Row> rows();
/// The row of a name; none when there is none.
const Row* find_row(std::string_view name);

/// The table as text: a column of two letters for each role, and what is checked.
std::string permissions_text();

} // namespace truefill::access

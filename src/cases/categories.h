/// What can go off plan, as one readable table: how grave, who owns it, by when, what to do. Printed by the
/// program as reference; the default answer to `OwnerQuestion`.
#pragma once

#include "base/describe.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace truefill::cases {

/// Who owns a case until a person takes it.
enum class Role : std::uint8_t {
    integration,
    customer_service,
    warehouse_lead,
    inventory_control,
    credit_control,
    billing,
    carrier_desk,
    purchasing,
    master_data,
};
TF_DESCRIBE_ENUM(Role, integration, customer_service, warehouse_lead, inventory_control, credit_control,
                 billing, carrier_desk, purchasing, master_data)

struct Category {
    std::string_view name;
    std::uint8_t severity{}; ///< 1: goods or money are wrong outside; 2: an order suffers; 3: to be tidied up
    Role owner{};
    std::int32_t due_minutes{};
    std::string_view action; ///< what the owner does, one sentence
};

/// Sorted by name.
std::span<const Category> categories();
/// The row of a name; an unknown one is handled like a contradiction between systems.
const Category& category_of(std::string_view name);
/// "warehouse lead".
std::string say(Role role);

} // namespace truefill::cases

#include "access/permissions.h"

#include <algorithm>
#include <array>

namespace truefill::access {
namespace {

constexpr RoleSet service = bit(Role::customer_service), floor = bit(Role::warehouse),
                  lead = bit(Role::shift_lead), stock = bit(Role::inventory_control),
                  transport = bit(Role::transport), credit = bit(Role::credit), finance = bit(Role::finance),
                  buyer = bit(Role::buyer), quality = bit(Role::quality), master = bit(Role::master_data),
                  machine = bit(Role::integrator), process = bit(Role::process_owner),
                  operations = bit(Role::operations_lead), auditor = bit(Role::auditor),
                  admin = bit(Role::administrator);
/// Who takes part in the work of a day.
constexpr RoleSet workers =
    service | floor | lead | stock | transport | credit | finance | buyer | quality | master | operations;
constexpr RoleSet money = credit | finance;
constexpr RoleSet office = service | money;
/// Who looks over everything.
constexpr RoleSet overseers = process | operations | auditor | admin;
constexpr RoleSet everybody = workers | overseers | machine;
constexpr RoleSet nobody = 0;

// What is checked, see Checks: site, customer, value, if_named, other, himself.
constexpr Checks none{};
constexpr Checks at_site{.site = true};
constexpr Checks of_customer{.customer = true};
constexpr Checks both{.site = true, .customer = true};
constexpr Checks both_if_named{.site = true, .customer = true, .if_named = true};
constexpr Checks released_value{.site = true, .customer = true, .value = true, .if_named = true};
constexpr Checks customer_value{.customer = true, .value = true};
constexpr Checks customer_value_other{.customer = true, .value = true, .other = true};
constexpr Checks site_value_other{.site = true, .value = true, .other = true};
constexpr Checks site_value_if_named{.site = true, .value = true, .if_named = true};
constexpr Checks or_himself{.himself = true};

// clang-format off
constexpr auto table = std::to_array<Row>({
    {"access",                        Way::read,   admin | auditor, none},
    {"access.accept_first_run",       Way::link,   nobody, none},
    {"access.change_user",            Way::api,    admin, none},
    {"access.create_key",             Way::route,  admin, none},
    {"access.create_user",            Way::api,    admin, none},
    {"access.deactivate_user",        Way::api,    admin, none},
    {"access.erase_person",           Way::route,  admin, none},
    {"access.group_customers",        Way::api,    admin | master, of_customer},
    {"access.issue_first_run",        Way::inside, nobody, none},
    {"access.map_role",               Way::api,    admin, none},
    {"access.note_webhook",           Way::route,  admin | machine, none},
    {"access.reactivate_user",        Way::api,    admin, none},
    {"access.revoke_key",             Way::api,    admin, or_himself},
    {"access.rotate_key",             Way::route,  admin, or_himself},
    {"access.set_credential",         Way::route,  admin, or_himself},
    {"access.set_limit",              Way::api,    admin, none},
    {"access.set_substitute",         Way::api,    admin, or_himself},

    {"billing.apply_prepayment",      Way::api,    money, of_customer},
    {"billing.check_credit",          Way::inside, nobody, none},
    {"billing.check_invoice",         Way::inside, nobody, none},
    {"billing.confirm_credit",        Way::api,    finance | machine, of_customer},
    {"billing.confirm_invoice",       Way::api,    finance | machine, of_customer},
    {"billing.grant_credit",          Way::api,    finance | operations, customer_value_other},
    {"billing.prepare_invoice",       Way::api,    finance, of_customer},
    {"billing.record_payment",        Way::api,    money | machine, of_customer},
    {"billing.reject_credit",         Way::api,    finance | machine, of_customer},
    {"billing.reject_invoice",        Way::api,    finance | machine, of_customer},
    {"billing.request_credit",        Way::api,    service | finance | operations, of_customer},
    {"billing.reverse_invoice",       Way::api,    finance, customer_value},
    {"billing.reverse_payment",       Way::api,    finance | machine, of_customer},
    {"billing.void_invoice",          Way::api,    finance, of_customer},
    {"billing.write_off",             Way::api,    money, customer_value_other},

    {"carriers",                      Way::read,   everybody, none},
    {"cases",                         Way::read,   everybody, both_if_named},
    {"cases.assign_case",             Way::api,    workers, both_if_named},
    {"cases.auto_resolve",            Way::inside, nobody, none},
    {"cases.check_case",              Way::inside, nobody, none},
    {"cases.close_case",              Way::api,    workers, both_if_named},
    {"cases.open_case",               Way::api,    workers | machine, both_if_named},
    {"cases.pause_case",              Way::api,    workers, both_if_named},
    {"cases.reopen_case",             Way::api,    workers, both_if_named},
    {"cases.resolve_case",            Way::api,    workers, both_if_named},
    {"cases.resolve_incident",        Way::api,    workers, both_if_named},
    {"cases.start_case",              Way::api,    workers, both_if_named},
    {"customers",                     Way::read,   everybody & ~floor, of_customer},

    {"engine.advance_time",           Way::inside, nobody, none},
    {"engine.complete_job",           Way::api,    machine, both},
    {"engine.continue_work",          Way::inside, nobody, none},
    {"engine.count_duplicates",       Way::inside, nobody, none},
    {"engine.create_job",             Way::inside, nobody, none},
    {"engine.defer_work",             Way::inside, nobody, none},
    {"engine.fail_job",               Way::api,    machine, both},
    {"engine.give_up_waiting",        Way::inside, nobody, none},
    {"engine.put_aside",              Way::inside, nobody, none},
    {"engine.report_message",         Way::inside, nobody, none},
    {"engine.resume_orders",          Way::inside, nobody, none},
    {"engine.settle_job",             Way::api,    machine | operations, both},
    {"engine.take_up",                Way::inside, nobody, none},
    {"events",                        Way::read,   machine | overseers, both},

    {"inventory.announce_supply",     Way::api,    buyer | machine, at_site},
    {"inventory.approve_count",       Way::api,    stock | operations, site_value_other},
    {"inventory.change_supply",       Way::api,    buyer | machine, at_site},
    {"inventory.count_stock",         Way::api,    floor | lead | stock | machine, at_site},
    {"inventory.explain_suspense",    Way::api,    stock | operations, site_value_if_named},
    {"inventory.hold_stock",          Way::api,    lead | stock | quality, at_site},
    {"inventory.open_stock",          Way::api,    stock | machine, at_site},
    {"inventory.place_transfer",      Way::api,    stock | buyer | machine | operations, at_site},
    {"inventory.receive_supply",      Way::api,    floor | lead | machine, at_site},
    {"inventory.receive_transfer",    Way::api,    floor | lead | machine, at_site},
    {"inventory.relabel_stock",       Way::api,    stock | quality, at_site},
    {"inventory.request_count",       Way::api,    lead | stock | quality | operations, at_site},
    {"inventory.reserve_order",       Way::api,    service | stock | operations, of_customer},
    {"inventory.reserve_waiting",     Way::inside, nobody, none},
    {"inventory.settle_promise",      Way::inside, nobody, none},
    {"inventory.unreserve",           Way::api,    service | stock | operations, of_customer},
    {"invoices",                      Way::read,   office | machine | overseers, of_customer},
    {"items",                         Way::read,   everybody, none},
    {"jobs",                          Way::read,   machine | overseers, both},
    {"journal",                       Way::read,   auditor | admin, both},

    {"masterdata.load_catalogue",     Way::api,    master | machine, none},
    {"metrics",                       Way::read,   machine | overseers, none},
    {"mirrors",                       Way::read,   office | stock | machine | overseers, both_if_named},
    {"mirrors.report_claim",          Way::api,    machine, of_customer},
    {"mirrors.report_stock",          Way::api,    stock | machine, at_site},
    {"mirrors.review_claims",         Way::inside, nobody, none},

    {"orders",                        Way::read,   everybody, both},
    {"orders.add_line",               Way::api,    service | machine | operations, of_customer},
    {"orders.amend_line",             Way::api,    service | machine | operations, of_customer},
    {"orders.archive_order",          Way::api,    operations, of_customer},
    {"orders.cancel_lines",           Way::api,    service | machine | operations, of_customer},
    {"orders.continue_cancel",        Way::inside, nobody, none},
    {"orders.lift_hold",              Way::api,    money | quality | operations, released_value},
    {"orders.place_hold",             Way::api,    office | quality | operations, both_if_named},
    {"orders.place_order",            Way::api,    service | machine | operations, of_customer},
    {"orders.recall_order",           Way::route,  service | finance | operations, of_customer},
    {"orders.withdraw_line",          Way::api,    service | machine | operations, of_customer},
    {"overview",                      Way::read,   everybody, both_if_named},

    {"releases",                      Way::read,   everybody, at_site},
    {"returns",                       Way::read,   everybody, both_if_named},
    {"returns.authorize_return",      Way::api,    service | machine | operations, of_customer},
    {"returns.check_return",          Way::inside, nobody, none},
    {"returns.inspect_return",        Way::api,    floor | lead | quality | machine, at_site},
    {"returns.match_return",          Way::api,    service | stock | operations, at_site},
    {"returns.receive_return",        Way::api,    floor | lead | machine, at_site},
    {"returns.reject_return",         Way::api,    service | quality | operations, of_customer},
    {"returns.trim_returns",          Way::inside, nobody, none},

    {"shipments",                     Way::read,   everybody, both_if_named},
    {"shipping.accept_tender",        Way::api,    transport | machine, at_site},
    {"shipping.check_shipment",       Way::inside, nobody, none},
    {"shipping.confirm_delivery",     Way::api,    transport | machine, at_site},
    {"shipping.correct_shipment",     Way::api,    lead | stock | operations, at_site},
    {"shipping.issue_goods",          Way::api,    floor | lead | machine, at_site},
    {"shipping.plan_shipment",        Way::api,    lead | transport, at_site},
    {"shipping.record_tracking",      Way::api,    transport | machine, at_site},
    {"shipping.reject_tender",        Way::api,    transport | machine, at_site},
    {"shipping.report_found",         Way::api,    transport | machine, at_site},
    {"shipping.report_loss",          Way::api,    transport | operations, at_site},
    {"shipping.retract_delivery",     Way::api,    transport | machine, at_site},
    {"shipping.reverse_issue",        Way::api,    lead | stock | operations, at_site},
    {"sites",                         Way::read,   everybody, none},
    {"stock",                         Way::read,   everybody, at_site},

    {"warehouse.acknowledge_release", Way::api,    lead | machine, at_site},
    {"warehouse.check_release",       Way::inside, nobody, none},
    {"warehouse.confirm_legacy",      Way::api,    lead | machine, at_site},
    {"warehouse.confirm_pick",        Way::api,    floor | lead | machine, at_site},
    {"warehouse.confirm_recall",      Way::api,    lead | machine, at_site},
    {"warehouse.pack",                Way::api,    floor | lead | machine, at_site},
    {"warehouse.put_back",            Way::api,    floor | lead | machine, at_site},
    {"warehouse.refuse_recall",       Way::api,    lead | machine, at_site},
    {"warehouse.reject_release",      Way::api,    lead | machine, at_site},
    {"warehouse.release_order",       Way::api,    service | lead | operations, both_if_named},
    {"warehouse.release_wave",        Way::api,    lead | operations, at_site},
    {"warehouse.report_damage",       Way::api,    floor | lead | quality | machine, at_site},
    {"warehouse.request_recall",      Way::api,    service | lead | operations, both_if_named},
    {"warehouse.unpack",              Way::api,    floor | lead | machine, at_site},
});
// clang-format on

static_assert(std::ranges::is_sorted(table, {}, &Row::name), "find_row searches by halves");
static_assert(std::ranges::adjacent_find(table, {}, &Row::name) == table.end(), "one row for each name");

} // namespace

std::span<const Row> rows() { return table; }

const Row* find_row(std::string_view name) {
    const auto found = std::ranges::lower_bound(table, name, {}, &Row::name);
    return found == table.end() || found->name != name ? nullptr : &*found;
}

} // namespace truefill::access

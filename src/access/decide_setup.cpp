// What is set up around users: groups of the identity provider, groups of customers, the first administrator.
#include "access/verbs.h"
#include "base/one_of_impl.h"
#include "base/text.h"

#include <algorithm>

namespace truefill::access {
namespace {

Refused check_link(const State& state, const AcceptFirstRun& command, Time now) {
    if (has_administrator(state) && !state.first_run_recovery)
        return no("already_set_up", "there is an administrator already; ask that one for a user");
    if (!state.first_run) return no("no_first_run", "no first-run link is open; start the server to get one");
    if (state.first_run != command.token)
        return no("first_run_wrong", "this is not the first-run link, or no longer");
    if (state.first_run_expires_at <= now)
        return no("first_run_expired", "the first-run link expired on " + say(state.first_run_expires_at) +
                                           "; start the server to get another");
    return {};
}

} // namespace

Decision decide(const Facts& facts, const State& state, const Command& command, const Envelope& envelope) {
    return visit([&](const auto& verb) { return decide_one(facts, state, verb, envelope); }, command);
}

Decision decide_one(const Facts&, const State&, const NoteWebhook& command, const Envelope& envelope) {
    if (!is_printable_identifier(command.webhook, 64))
        return journal::refuse("name_not_canonical", "a webhook's name has at most 64 characters");
    if (auto why = check_text(command.host, "the host", 300)) return std::unexpected(std::move(*why));
    return one(
        WebhookNoted{command.webhook, command.act, command.host, envelope.actor, envelope.record_time});
}

Decision decide_one(const Facts&, const State& state, const MapRole& given, const Envelope& envelope) {
    auto command = given;
    if (!command.issuer.starts_with("https://") || !is_printable_identifier(command.issuer, 200))
        return journal::refuse("identity_not_canonical", "the issuer is an https address");
    auto why = first_of(
        [&] {
            return command.group.empty() ? no("group_missing", "say which group has the roles") : Refused{};
        },
        [&] { return check_text(command.group, "the group", 200); },
        [&] { return check_roles(command.roles); });
    if (why) return std::unexpected(std::move(*why));
    settle(command.roles);
    const auto found = state.mapped.find({command.issuer, command.group});
    const auto before = found == state.mapped.end() ? std::vector<Role>{} : found->second;
    if (has(command.roles, Role::administrator) || has(before, Role::administrator))
        if ((why = needs_administrator(state, envelope, "says which group brings administrators")))
            return std::unexpected(std::move(*why));
    if (before == command.roles)
        return journal::refuse("nothing_changes", "the group '" + command.group + "' has these roles");
    return one(RoleMapped{std::move(command.issuer), std::move(command.group), std::move(command.roles),
                          envelope.actor, envelope.record_time});
}

Decision decide_one(const Facts& facts, const State& state, const GroupCustomers& command,
                    const Envelope& envelope) {
    constexpr std::size_t customers_max = 10'000;
    if (!command.group.empty() && !is_printable_identifier(command.group, 40))
        return journal::refuse("name_not_canonical",
                               "a customer group has at most 40 characters without blanks and quotes");
    if (command.customers.empty() || command.customers.size() > customers_max)
        return journal::refuse("customers_missing", "name 1 to 10000 customers");
    CustomersGrouped event;
    event.group = command.group;
    for (const auto& code : command.customers) {
        const auto id = facts.master.find_customer(code, envelope.source);
        if (!id) return journal::refuse("customer_unknown", "the customer '" + code + "' is not known");
        const auto& ours = facts.master.customer(id).code;
        if (group_of(state, ours) != command.group) event.customers.push_back(ours);
    }
    if (event.customers.empty())
        return journal::refuse("nothing_changes", "these customers are grouped like that already");
    settle(event.customers);
    event.by = envelope.actor;
    event.at = envelope.record_time;
    return one(std::move(event));
}

Decision decide_one(const Facts&, const State& state, const IssueFirstRun& command,
                    const Envelope& envelope) {
    if (has_administrator(state) && !command.recovery)
        return journal::refuse("already_set_up", "there is an administrator already");
    if (!command.token) return journal::refuse("secret_missing", "the link needs the SHA-256 of its token");
    if (auto why = check_expiry("the link", command.expires_at, {envelope.record_time, first_run_life_max}))
        return std::unexpected(std::move(*why));
    return one(FirstRunIssued{command.token, command.expires_at, command.recovery, envelope.record_time});
}

Decision decide_one(const Facts&, const State& state, const AcceptFirstRun& command,
                    const Envelope& envelope) {
    auto why = first_of([&] { return check_link(state, command, envelope.record_time); },
                        [&] { return check_name(command.user, "the user's name"); },
                        [&] { return check_free(state, command.user); },
                        [&] { return check_display_name(command.display_name); },
                        [&] { return check_email_ref(command.email_ref); },
                        [&] { return check_credential(command.credential); });
    if (why) return std::unexpected(std::move(*why));
    return one(FirstRunAccepted{command.user, command.display_name, command.email_ref, command.credential,
                                envelope.record_time});
}

} // namespace truefill::access

template struct truefill::KindsOf<truefill::access::Command>;

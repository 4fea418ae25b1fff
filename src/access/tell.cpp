#include "access/verbs.h"

namespace truefill::access {
namespace {

std::string who(const std::string& person) { return person.empty() ? "Truefill" : person; }

std::string because(const std::string& reason) { return reason.empty() ? "" : ": " + reason; }

/// " with the roles finance, credit", or " without a role".
std::string with(const std::vector<Role>& roles) {
    if (roles.empty()) return " without a role";
    return (roles.size() == 1 ? " with the role " : " with the roles ") + say(roles);
}

std::string where(const Scope& scope) {
    const auto text = say(scope);
    return text.empty() ? "" : ", " + text;
}

std::string tell_one(const UserCreated& event) {
    return who(event.by) + " made the user " + event.user + " (" + event.display_name + ")" +
           with(event.roles) + where(event.scope) + ".";
}

std::string tell_one(const UserChanged& event) {
    auto text = who(event.by) + " changed the user " + event.user;
    if (!event.given.empty()) text += ", gave " + say(event.given);
    if (!event.taken.empty()) text += ", took " + say(event.taken);
    return text + ". " + event.user + " is now " + event.display_name + with(event.roles) +
           where(event.scope) + ".";
}

std::string tell_one(const UserDeactivated& event) {
    return who(event.by) + " deactivated the user " + event.user + because(event.reason) + ".";
}

std::string tell_one(const UserReactivated& event) {
    return who(event.by) + " reactivated the user " + event.user + because(event.reason) + ".";
}

std::string tell_one(const CredentialSet& event) {
    if (event.by == event.user) return event.user + " chose a new password.";
    return who(event.by) + " set a password for " + event.user + ", who chooses another at the next log-in.";
}

std::string tell_one(const LimitSet& event) {
    const auto what = event.limit.command.empty() ? std::string{} : " for " + event.limit.command;
    if (event.removed)
        return who(event.by) + " took the limit of " + say(event.limit.up_to) + what + " from " + event.user +
               ".";
    return who(event.by) + " lets " + event.user + " decide up to " + say(event.limit.up_to) + what + ".";
}

std::string tell_one(const SubstituteSet& event) {
    if (!event.substitute)
        return "Nobody stands in for " + event.user + " any more, says " + who(event.by) + ".";
    return event.substitute->user + " stands in for " + event.user + " from " + say(event.substitute->from) +
           " to " + say(event.substitute->to) + ", says " + who(event.by) + ".";
}

std::string tell_one(const KeyCreated& event) {
    return who(event.by) + " made the key " + event.prefix + " for " + event.principal +
           ", whose messages come as " + event.source + "," + with(event.roles) + where(event.scope) +
           "; it works until " + say(event.expires_at) + ".";
}

std::string tell_one(const KeyRotated& event) {
    return who(event.by) + " replaced the key " + event.prefix + " of " + event.principal + " by " +
           event.new_prefix + ", which works until " + say(event.expires_at) + "; the old one works until " +
           say(event.old_until) + ".";
}

std::string tell_one(const KeyRevoked& event) {
    return who(event.by) + " revoked the key " + event.prefix + " of " + event.principal +
           because(event.reason) + ".";
}

std::string tell_one(const RoleMapped& event) {
    if (event.roles.empty())
        return who(event.by) + " took all roles from the group " + event.group + " of " + event.issuer + ".";
    return who(event.by) + " gave the group " + event.group + " of " + event.issuer + " the roles " +
           say(event.roles) + ".";
}

std::string tell_one(const CustomersGrouped& event) {
    constexpr std::size_t named = 5;
    auto some = event.customers;
    const auto more = some.size() > named ? some.size() - named : 0;
    some.resize(some.size() - more);
    return who(event.by) + " put " + say(some) + (more ? " and " + std::to_string(more) + " more" : "") +
           (event.group.empty() ? " into no customer group."
                                : " into the customer group " + event.group + ".");
}

std::string tell_one(const FirstRunIssued& event) {
    return std::string{event.recovery ? "A link to a new administrator" : "A first-run link"} +
           " was made; it works once, until " + say(event.expires_at) + ".";
}

std::string tell_one(const FirstRunAccepted& event) {
    return event.user + " (" + event.display_name + ") used the first-run link and is an administrator.";
}

std::string tell_one(const PersonErased& event) {
    const auto count = event.keys.size();
    return who(event.by) + " erased what is known of " + event.person + because(event.reason) + "; " +
           std::to_string(count) + (count == 1 ? " key was destroyed." : " keys were destroyed.");
}

std::string tell_one(const WebhookNoted& event) {
    constexpr std::string_view done[] = {"made", "replays", "made another secret for", "ended"};
    return who(event.by) + ' ' + std::string{done[static_cast<std::size_t>(event.act)]} + " the webhook " +
           event.webhook + (event.host.empty() ? "." : " to " + event.host + ".");
}

} // namespace

std::string tell(const Facts&, const Event& event) {
    return visit([](const auto& what) { return tell_one(what); }, event);
}

std::string say(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string say(const std::vector<Role>& roles) {
    std::string text;
    for (const auto role : roles) {
        if (!text.empty()) text += ", ";
        text += name_of(role);
    }
    return text;
}

std::string say(const Scope& scope) {
    std::string text;
    if (!scope.sites.empty()) text = "at " + say(scope.sites);
    if (!scope.customer_groups.empty())
        text += (text.empty() ? "" : ", ") + ("for the customer groups " + say(scope.customer_groups));
    return text;
}

std::string say(const Money& money) {
    std::string text;
    append_amount(text, money.amount);
    return text + " " + std::string{money.currency.text()};
}

std::string say(Time time) {
    std::string text;
    append_time(text, time);
    return text.substr(0, 10) + " " + text.substr(11, 5) + " UTC";
}

std::string say(Date date) {
    std::string text;
    append_date(text, date);
    return text;
}

} // namespace truefill::access

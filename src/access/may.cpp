#include "access/may.h"

#include "access/verbs.h"

#include <algorithm>

namespace truefill::access {
namespace {

/// What somebody may by himself, by his key, or in the place of another.
struct Authority {
    std::string_view user;
    bool lent{};
    Date until; ///< of what is lent
    RoleSet roles{};
    const Scope* own{};
    const Scope* key{};
    const std::vector<Limit>* limits{};
};

Answer deny(std::string_view code, std::string reason) {
    return {false, std::string{code}, std::move(reason), {}};
}

RoleSet mapped_roles(const State& state, const Principal& principal) {
    RoleSet roles = 0;
    for (const auto& group : principal.groups)
        if (const auto found = state.mapped.find({principal.issuer, group}); found != state.mapped.end())
            roles |= set_of(found->second);
    return roles;
}

/// Of a principal that is usable; the own authority first.
std::vector<Authority> authorities(const State& state, const Principal& principal, Time at) {
    std::vector<Authority> found;
    if (!principal.key.empty()) {
        const auto& key = *find_key(state, principal.key);
        Authority mine{.user = key.principal, .roles = set_of(key.roles), .own = &key.scope};
        if (const auto* user = find_user(state, key.principal)) {
            mine.roles &= set_of(user->roles);
            mine.own = &user->scope;
            mine.key = &key.scope;
            mine.limits = &user->limits;
        }
        found.push_back(mine);
        return found;
    }
    const auto& me = *find_user(state, principal.user);
    found.push_back({.user = principal.user,
                     .roles = set_of(me.roles) | mapped_roles(state, principal),
                     .own = &me.scope,
                     .limits = &me.limits});
    const auto today = date_of(at);
    for (const auto& [name, user] : state.users) {
        const auto& other = user.substitute;
        if (!user.active || !other || other->user != principal.user) continue;
        if (today < other->from || other->to < today) continue;
        found.push_back({.user = name,
                         .lent = true,
                         .until = other->to,
                         .roles = set_of(user.roles),
                         .own = &user.scope,
                         .limits = &user.limits});
    }
    return found;
}

bool holds(const std::vector<std::string>& list, std::string_view code) {
    return list.empty() || std::ranges::find(list, code) != list.end();
}

Answer check_sites(const Authority& mine, const Row& row, const Question& question) {
    for (const auto* scope : {mine.own, mine.key}) {
        if (scope == nullptr || scope->sites.empty()) continue;
        if (question.sites.empty() && row.checks.if_named) continue;
        const auto inside = [&](const std::string& site) { return holds(scope->sites, site); };
        const bool right = row.way == Way::read ? std::ranges::any_of(question.sites, inside)
                                                : std::ranges::all_of(question.sites, inside);
        if (right && !question.sites.empty()) continue;
        return deny("site_out_of_scope",
                    "counts for the sites " + say(scope->sites) + "; this is about " +
                        (question.sites.empty() ? "no named site" : say(question.sites)));
    }
    return {.allowed = true};
}

Answer check_customer(const Authority& mine, const Row& row, const Question& question) {
    for (const auto* scope : {mine.own, mine.key}) {
        if (scope == nullptr || scope->customer_groups.empty()) continue;
        if (!question.has_customer && row.checks.if_named) continue;
        if (!question.customer_group.empty() && holds(scope->customer_groups, question.customer_group))
            continue;
        auto about = question.customer_group.empty()
                         ? std::string{"a customer without a group"}
                         : "a customer of " + std::string{question.customer_group};
        if (!question.has_customer) about = "no named customer";
        return deny("customer_out_of_scope", "counts for the customer groups " + say(scope->customer_groups) +
                                                 "; this is about " + about);
    }
    return {.allowed = true};
}

/// The limit of the command, else the general one, in the currency.
const Limit* limit_of(const Authority& mine, const Question& question) {
    if (mine.limits == nullptr) return nullptr;
    const Limit* general = nullptr;
    for (const auto& limit : *mine.limits) {
        if (limit.up_to.currency != question.value.currency) continue;
        if (limit.command == question.what) return &limit;
        if (limit.command.empty()) general = &limit;
    }
    return general;
}

Answer check_value(const Authority& mine, const Row& row, const Question& question) {
    if (!question.value.currency) {
        if (row.checks.if_named) return {.allowed = true};
        return deny("value_unknown", "decides about a value, and this one is not known");
    }
    const auto* limit = limit_of(mine, question);
    if (limit == nullptr)
        return deny("no_limit", "has no value limit in " + std::string{question.value.currency.text()} +
                                    "; an administrator sets one");
    if (question.value.amount > limit->up_to.amount)
        return deny("over_limit", "decides up to " + say(limit->up_to) + "; this is " + say(question.value));
    return {.allowed = true};
}

Answer check_other(const Authority& mine, const Question& question, std::string_view actor) {
    if (question.requester.empty())
        return deny("requester_unknown", "this approves what another asked for; say who did");
    if (auto eyes = four_eyes(question.requester, actor); !eyes.allowed) return eyes;
    if (mine.lent && mine.user == question.requester)
        return deny("same_person", "you act in the place of " + std::string{mine.user} +
                                       ", who asked for this; somebody else has to approve it");
    return {.allowed = true};
}

struct Verdict {
    int step{}; ///< how far it came
    Answer answer;
};

Verdict judge(const Authority& mine, const Row& row, const Question& question, std::string_view actor) {
    if ((mine.roles & row.roles) == 0) {
        auto reason = "needs the role " + say_any(row.roles) + "; ";
        reason += mine.roles == 0 ? "you have none" : "you have " + say_all(mine.roles);
        return {0, deny("role_missing", std::move(reason))};
    }
    const auto told = [&](Answer answer) {
        answer.reason =
            (mine.lent ? "what " + std::string{mine.user} + " lent you " : "your role ") + answer.reason;
        return answer;
    };
    if (row.checks.site)
        if (auto answer = check_sites(mine, row, question); !answer.allowed) return {1, told(answer)};
    if (row.checks.customer)
        if (auto answer = check_customer(mine, row, question); !answer.allowed) return {2, told(answer)};
    if (row.checks.value)
        if (auto answer = check_value(mine, row, question); !answer.allowed) return {3, told(answer)};
    if (row.checks.other)
        if (auto answer = check_other(mine, question, actor); !answer.allowed) return {4, std::move(answer)};
    Answer yes{true, "allowed", "you have the role " + say_all(mine.roles & row.roles), {}};
    if (mine.lent) {
        yes.on_behalf_of = mine.user;
        yes.reason = "you stand in for " + yes.on_behalf_of + ", who has the role " +
                     say_all(mine.roles & row.roles) + ", until " + say(mine.until);
    }
    return {5, std::move(yes)};
}

/// No for everybody, or yes without a role; nothing when the roles decide.
std::optional<Answer> before_roles(const Row* row, const Principal& principal, const Question& question) {
    if (row == nullptr)
        return deny("unknown_act", "there is no command or read area '" + std::string{question.what} + "'");
    if (row->way == Way::inside) return deny("inside_only", "Truefill does this itself; nobody sends it");
    if (row->way == Way::link) return deny("link_only", "this needs the first-run link and no log-in");
    if (row->way == Way::route && !question.own_route)
        return deny("own_route_only", "this has an address of its own, which makes part of the command");
    const bool himself = principal.key.empty() && !question.about.empty() && question.about == principal.user;
    if (row->checks.himself && himself) return Answer{true, "allowed", "this is about yourself", {}};
    return {};
}

} // namespace

Answer usable(const State& state, const Principal& principal, Time at) {
    const auto check_active = [](const User& user, std::string_view name) {
        if (user.active) return Answer{true, "allowed", {}, {}};
        return deny("user_inactive", "the user " + std::string{name} + " is not active");
    };
    if (principal.key.empty()) {
        const auto* user = find_user(state, principal.user);
        if (user == nullptr) return deny("user_unknown", "there is no such user");
        return check_active(*user, principal.user);
    }
    const auto* key = find_key(state, principal.key);
    if (key == nullptr) return deny("key_unknown", "there is no such key");
    if (key->revoked_at && key->revoked_at <= at)
        return deny("key_revoked", "the key " + principal.key + " is revoked");
    if (key->expires_at <= at) {
        const auto next = key->replaced_by.empty() ? "" : "; its successor is " + key->replaced_by;
        return deny("key_expired", "the key " + principal.key + " expired on " + say(key->expires_at) + next);
    }
    if (const auto* user = find_user(state, key->principal)) return check_active(*user, key->principal);
    return {true, "allowed", {}, {}};
}

std::string_view actor_of(const State& state, const Principal& principal) {
    if (principal.key.empty()) return principal.user;
    const auto* key = find_key(state, principal.key);
    return key == nullptr ? std::string_view{} : std::string_view{key->principal};
}

Answer may(const State& state, const Principal& principal, const Question& question) {
    if (auto out = usable(state, principal, question.at); !out.allowed) return out;
    const auto* row = find_row(question.what);
    if (auto early = before_roles(row, principal, question)) return *std::move(early);
    Verdict best{-1, {}};
    for (const auto& mine : authorities(state, principal, question.at)) {
        auto verdict = judge(mine, *row, question, actor_of(state, principal));
        if (verdict.step > best.step) best = std::move(verdict);
        if (best.answer.allowed) break;
    }
    return std::move(best.answer);
}

bool asks_more(const State& state, const Principal& principal, std::string_view what, Time at) {
    const auto* row = find_row(what);
    if (row == nullptr || !usable(state, principal, at).allowed) return false;
    const auto limits = [](const Scope* scope, const Checks& checks) {
        return scope != nullptr && ((checks.site && !scope->sites.empty()) ||
                                    (checks.customer && !scope->customer_groups.empty()));
    };
    return std::ranges::any_of(authorities(state, principal, at), [&](const Authority& mine) {
        if ((mine.roles & row->roles) == 0) return false;
        const auto& checks = row->checks;
        return checks.value || checks.other || limits(mine.own, checks) || limits(mine.key, checks);
    });
}

std::vector<Role> roles_of(const State& state, const Principal& principal, Time at) {
    std::vector<Role> roles;
    if (!usable(state, principal, at).allowed) return roles;
    RoleSet set = 0;
    for (const auto& mine : authorities(state, principal, at)) set |= mine.roles;
    for (const auto& role : enumerators<Role>)
        if ((set & bit(role.value)) != 0) roles.push_back(role.value);
    return roles;
}

Answer four_eyes(std::string_view requester, std::string_view approver) {
    if (requester.empty() || approver.empty())
        return deny("requester_unknown", "it has to be known who asks and who approves");
    if (requester == approver)
        return deny("same_person", "you asked for this yourself; somebody else has to approve it");
    return {true, "allowed", {}, {}};
}

Reach reach(const State& state, const Principal& principal, std::string_view area, Time at) {
    Reach result;
    result.answer = usable(state, principal, at);
    if (!result.answer.allowed) return result;
    const auto* row = find_row(area);
    if (row == nullptr || row->way != Way::read) {
        result.answer = deny("unknown_act", "there is no read area '" + std::string{area} + "'");
        return result;
    }
    result.row = row;
    Answer first_no;
    for (const auto& mine : authorities(state, principal, at)) {
        // The scope is for the rows; here only the role counts.
        Row any_place = *row;
        any_place.checks = {};
        auto verdict = judge(mine, any_place, {.what = area, .at = at}, {});
        if (!verdict.answer.allowed) {
            if (first_no.code.empty()) first_no = std::move(verdict.answer);
            continue;
        }
        if (result.parts.empty()) result.answer = std::move(verdict.answer);
        result.parts.push_back({*mine.own, mine.key ? *mine.key : Scope{}});
    }
    if (result.parts.empty()) result.answer = std::move(first_no);
    return result;
}

bool Reach::is_unlimited() const {
    return std::ranges::any_of(parts, [&](const Part& part) {
        const bool sites = row->checks.site && (!part.own.sites.empty() || !part.key.sites.empty());
        const bool groups =
            row->checks.customer && (!part.own.customer_groups.empty() || !part.key.customer_groups.empty());
        return !sites && !groups;
    });
}

bool covers(const Reach& reach, const Question& question) {
    return std::ranges::any_of(reach.parts, [&](const Reach::Part& part) {
        const Authority mine{.own = &part.own, .key = &part.key};
        const auto& checks = reach.row->checks;
        return (!checks.site || check_sites(mine, *reach.row, question).allowed) &&
               (!checks.customer || check_customer(mine, *reach.row, question).allowed);
    });
}

} // namespace truefill::access

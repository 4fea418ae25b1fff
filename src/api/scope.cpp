#include "api/scope.h"

#include "engine/codec.h"

#include <algorithm>
#include <array>
#include <utility>

namespace truefill::api {
namespace {

access::Answer allowed_to_operator() { return {true, "allowed", "you hold the operator token", {}}; }

std::string_view name_of_command(const engine::Command& command) {
    return visit([]<class M>(const M& of_module) { return engine::Codec<M>::name(of_module); }, command);
}

/// Whose approval a command claims; empty: nobody's.
std::string_view approver_in(const engine::Command& command) {
    return visit(
        [](const auto& of_module) {
            return visit(
                [](const auto& one) -> std::string_view {
                    if constexpr (requires { std::string_view{one.approved_by}; }) return one.approved_by;
                    else return {};
                },
                of_module);
        },
        command);
}

/// Whom a command of access is about: oneself is a special case.
std::string about_in(const access::State& state, const engine::Command& command) {
    const auto* of_access = get_if<access::Command>(&command);
    if (of_access == nullptr) return {};
    return visit(
        [&](const auto& one) -> std::string {
            if constexpr (requires {
                              one.prefix;
                              one.principal;
                          })
                return {};
            else if constexpr (requires { std::string{one.prefix}; }) {
                const auto* key = access::find_key(state, one.prefix);
                return key ? key->principal : std::string{};
            } else if constexpr (requires { std::string{one.user}; }) return one.user;
            else return {};
        },
        *of_access);
}

/// The operator may do what any role may. What only the program or a link does is nobody's.
access::Answer may_operator(std::string_view what, bool own_route) {
    const auto* row = access::find_row(what);
    if (row != nullptr && (row->way == access::Way::api || (row->way == access::Way::route && own_route)))
        return allowed_to_operator();
    return {false, "own_route_only", "nobody sends this here", {}};
}

std::optional<Problem> problem_of(const access::Answer& answer) {
    if (answer.allowed) return std::nullopt;
    return not_allowed(answer);
}

/// Names of people in a body are claims: who approves is the sender himself.
std::optional<Problem> check_approver(const Sending& sending) {
    const auto claimed = approver_in(sending.message.command);
    if (claimed.empty() || claimed == sending.caller.name || sending.caller.is_operator) return std::nullopt;
    return not_allowed({false,
                        "approver_not_sender",
                        "who approves sends it himself; this names " + std::string{claimed} +
                            ", and you are " + sending.caller.name,
                        {}});
}

/// A count that is approved in the same breath asks for both.
bool approves_count(const engine::Command& command) {
    const auto* of_inventory = get_if<inventory::Command>(&command);
    const auto* count = of_inventory ? get_if<inventory::CountStock>(of_inventory) : nullptr;
    return count != nullptr && !count->approved_by.empty();
}

access::Question bare_question(const Sending& sending, Time now) {
    access::Question question;
    question.what = name_of_command(sending.message.command);
    question.own_route = sending.own_route;
    question.requester = sending.requester;
    question.at = now;
    return question;
}

/// Who asked, as a document says, else as the sender says.
Requester requester_in(const engine::State& state, const Sending& sending) {
    auto who = requester_of(state, sending.message.command, sending.caller.name);
    if (who.name.empty()) who = {sending.requester, false};
    return who;
}

/// Whom only the sender names has to be somebody: an active user.
bool may_have_asked(const access::State& state, const Requester& requester) {
    if (requester.documented) return true;
    const auto* user = access::find_user(state, requester.name);
    return user != nullptr && user->active;
}

/// The answer of `may`; where it asks who asked for it, a name that no active user has is none.
std::optional<Problem> judge(const engine::State& state, const Sending& sending, access::Question question) {
    const auto requester = requester_in(state, sending);
    const bool known = may_have_asked(state.access, requester);
    question.requester = known ? std::string_view{requester.name} : std::string_view{};
    auto answer = may_act(state.access, sending.caller, question);
    if (answer.code == "requester_unknown" && !requester.name.empty())
        answer.reason = "this approves what another asked for, and " + requester.name + " is no active user";
    return problem_of(answer);
}

bool was_taken(const engine::State& state, const engine::Message& message) {
    const auto& envelope = message.envelope;
    const auto* seen = state.flow.seen.find(engine::seen_key(envelope.source, envelope.message_id));
    return seen != nullptr && engine::is_repeat(*seen, message);
}

} // namespace

Problem not_allowed(const access::Answer& answer) {
    auto sentence = answer.reason;
    if (!sentence.empty() && sentence.front() >= 'a' && sentence.front() <= 'z')
        sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
    auto problem = make_problem(403, "not_allowed", sentence);
    problem.errors.push_back({"", answer.code, std::move(sentence)});
    return problem;
}

access::Answer may_act(const access::State& access, const Caller& caller, const access::Question& question) {
    if (caller.is_operator) return may_operator(question.what, question.own_route);
    return access::may(access, caller.principal, question);
}

access::Answer may_send(const engine::State& state, const Caller& caller, const engine::Command& command) {
    access::Question question;
    question.what = name_of_command(command);
    question.at = state.flow.now;
    if (!caller.is_operator) {
        const auto place = place_of(state, command, caller.source);
        question.sites = place.sites;
        question.has_customer = place.has_customer;
        question.customer_group = access::group_of(state.access, place.customer);
        question.value = value_of(state, command);
        question.requester = "-"; // nobody's name
    }
    return may_act(state.access, caller, question);
}

Reach reach_of(Service& service, const Caller& caller, std::string_view area) {
    Reach reach;
    reach.access = service.door.mirror().state();
    if (caller.is_operator) {
        reach.of.answer = allowed_to_operator();
        reach.everything = true;
        return reach;
    }
    reach.of = access::reach(*reach.access, caller.principal, area, service.door.now());
    if (!reach.of.answer.allowed) reach.refusal = not_allowed(reach.of.answer);
    else reach.everything = reach.of.is_unlimited();
    return reach;
}

Reach reach_of(Service& service, const http::ExchangePtr& exchange, std::string_view area) {
    const auto caller = service.door.ask(exchange->request());
    if (caller) return reach_of(service, *caller, area);
    Reach reach;
    reach.refusal = caller.error();
    return reach;
}

bool covers(const Reach& reach, const Place& place) {
    if (reach.everything) return true;
    if (reach.refusal) return false;
    access::Question question;
    question.sites = place.sites;
    question.has_customer = place.has_customer;
    question.customer_group = access::group_of(*reach.access, place.customer);
    return access::covers(reach.of, question);
}

bool covers(const Reach& reach, const std::vector<std::string>& sites, std::string_view customer) {
    if (reach.everything) return true;
    return covers(reach, Place{sites, std::string{customer}, !customer.empty()});
}

Verdict permit_at_once(Service& service, const Sending& sending) {
    if (auto wrong = check_approver(sending)) return {true, std::move(wrong)};
    const auto& caller = sending.caller;
    const auto what = name_of_command(sending.message.command);
    if (caller.is_operator) return {true, problem_of(may_operator(what, sending.own_route))};
    const auto state = service.door.mirror().state();
    const auto now = service.door.now();
    if (approves_count(sending.message.command) || access::asks_more(*state, caller.principal, what, now))
        return {};
    auto question = bare_question(sending, now);
    const auto about = about_in(*state, sending.message.command);
    question.about = about;
    return {true, problem_of(access::may(*state, caller.principal, question))};
}

std::optional<Problem> permit_in(const engine::State& state, const Sending& sending, Time now) {
    if (auto wrong = check_approver(sending)) return wrong;
    const auto& message = sending.message;
    if (was_taken(state, message)) return std::nullopt;
    auto question = bare_question(sending, now);
    const auto place = place_of(state, message.command, message.envelope.source);
    question.sites = place.sites;
    question.has_customer = place.has_customer;
    question.customer_group = access::group_of(state.access, place.customer);
    const auto about = about_in(state.access, message.command);
    question.about = about;
    const bool approves = approves_count(message.command);
    if (!approves) question.value = value_of(state, message.command);
    if (auto no = judge(state, sending, question); no || !approves) return no;
    question.what = inventory::ApproveCount::name;
    question.value = value_of(state, message.command);
    return judge(state, sending, question);
}

std::optional<Problem> permit_command(Service& service, const Caller& caller,
                                      const engine::Message& message) {
    return std::move(permit_commands(service, caller, {&message, 1}).front());
}

std::vector<std::optional<Problem>> permit_commands(Service& service, const Caller& caller,
                                                    std::span<const engine::Message> messages) {
    std::vector<std::optional<Problem>> said(messages.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        auto verdict = permit_at_once(service, {caller, messages[i]});
        if (verdict.settled) said[i] = std::move(verdict.problem);
        else open.push_back(i);
    }
    if (open.empty()) return said;
    const auto now = service.door.now();
    const auto done = service.loop.read([&](const engine::State& state) {
        for (const auto i : open) said[i] = permit_in(state, {caller, messages[i]}, now);
        return true;
    });
    if (!done)
        for (const auto i : open) said[i] = closed(done.error());
    return said;
}

void permit_later(Service& service, std::shared_ptr<const Sending> sending,
                  std::function<void(std::optional<Problem>)> then) {
    const auto said = std::make_shared<std::optional<Problem>>();
    const auto now = service.door.now();
    service.loop.look([said, sending = std::move(sending),
                       now](const engine::State& state) { *said = permit_in(state, *sending, now); },
                      [said, then = std::move(then)](std::optional<loop::Fault> fault) {
                          if (fault) return then(closed(*fault));
                          then(std::move(*said));
                      });
}

} // namespace truefill::api

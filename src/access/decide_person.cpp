// Persons: what is known of them is erased.
#include "access/verbs.h"
#include "base/sealed.h"

#include <algorithm>
#include <array>

namespace truefill::access {
namespace {

constexpr std::size_t erased_keys_max = 10'000;

/// Who signed for goods before their shipment was known is a person of his own.
constexpr auto kinds = std::to_array<std::string_view>({"customer", "user", "consignee"});

/// The code behind "customer:" and the like; empty when the person does not read like that.
std::string_view code_in(std::string_view person, std::string_view kind) {
    if (!person.starts_with(kind) || !person.substr(kind.size()).starts_with(':')) return {};
    return person.substr(kind.size() + 1);
}

bool is_somebody(const Facts& facts, const State& state, std::string_view person) {
    if (const auto code = code_in(person, "customer"); !code.empty())
        return static_cast<bool>(facts.master.find_customer(code));
    if (const auto name = code_in(person, "user"); !name.empty()) return find_user(state, name) != nullptr;
    return false;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const ErasePerson& command,
                    const Envelope& envelope) {
    constexpr std::size_t person_max = 200;
    if (std::ranges::all_of(kinds, [&](auto kind) { return code_in(command.person, kind).empty(); }))
        return journal::refuse("person_not_canonical", "a person reads customer:CODE or user:NAME");
    auto why = first_of([&] { return check_text(command.person, "the person", person_max); },
                        [&] { return check_text(command.reason, "the reason", 200); });
    if (why) return std::unexpected(std::move(*why));
    if (command.reason.empty()) return journal::refuse("reason_missing", "say why the person is erased");
    const bool proper = std::ranges::all_of(
        command.keys, [](const std::string& key) { return key.size() == sealed_key_size; });
    if (!proper || command.keys.size() > erased_keys_max)
        return journal::refuse("keys_not_proper", "the keys of a person are at most 10000 ids");
    if (command.keys.empty())
        return is_somebody(facts, state, command.person)
                   ? journal::refuse("nothing_to_erase", "nothing is sealed for " + command.person)
                   : journal::refuse("person_unknown", "nothing is known of " + command.person);
    return one(PersonErased{command.person, command.reason, command.keys, envelope.actor,
                            envelope.record_time, envelope.position});
}

} // namespace truefill::access

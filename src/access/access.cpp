#include "access/access.h"

#include "access/verbs.h"

namespace truefill::access {

bool State::is_empty() const {
    return users.empty() && credentials.empty() && keys.empty() && secrets.empty() && mapped.empty() &&
           group_of.empty() && !first_run && !first_run_expires_at && erased.empty();
}

void State::save(archive::Output& output) const {
    if (!is_empty()) archive::save(output, static_cast<const Documents&>(*this));
    if (!erased.empty()) archive::save(output, erased);
}

void State::load(archive::Reader& reader) {
    *this = State{};
    if (reader.ok() && !reader.at_end()) archive::load(reader, static_cast<Documents&>(*this));
    if (reader.ok() && !reader.at_end()) archive::load(reader, erased);
}

const User* find_user(const State& state, std::string_view name) {
    const auto found = state.users.find(name);
    return found == state.users.end() ? nullptr : &found->second;
}

std::string_view find_identity(const State& state, const Identity& identity) {
    if (!identity) return {};
    for (const auto& [name, user] : state.users)
        if (user.identity == identity) return name;
    return {};
}

const Credential* find_credential(const State& state, std::string_view user) {
    const auto found = state.credentials.find(user);
    return found == state.credentials.end() ? nullptr : &found->second;
}

const Key* find_key(const State& state, std::string_view prefix) {
    const auto found = state.keys.find(prefix);
    return found == state.keys.end() ? nullptr : &found->second;
}

Digest secret_of(const State& state, std::string_view prefix) {
    const auto found = state.secrets.find(prefix);
    return found == state.secrets.end() ? Digest{} : found->second;
}

std::string_view group_of(const State& state, std::string_view customer) {
    const auto found = state.group_of.find(customer);
    return found == state.group_of.end() ? std::string_view{} : std::string_view{found->second};
}

bool has_administrator(const State& state) { return remains_administrator(state, {}, nullptr); }

} // namespace truefill::access

#include "api/bounds.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace truefill::api {
namespace {

const Time first = start_of(date_from({1900, 1, 1}));
const Time end = start_of(date_from({2200, 1, 1}));

using Found = std::optional<json::Problem>;

Found found(std::string detail) { return json::Problem{"", std::move(detail), 0}; }
Found below(std::string step, Found inner) {
    if (inner) inner->pointer = '/' + std::move(step) + inner->pointer;
    return inner;
}

template <class T> Found outside(const T& value);

template <class T> Found outside_of_one(const std::optional<T>& value) {
    return value ? outside(*value) : std::nullopt;
}

template <class T> Found outside_of_one(const std::vector<T>& values) {
    for (std::size_t i = 0; i < values.size(); ++i)
        if (auto one = outside(values[i])) return below(std::to_string(i), std::move(one));
    return std::nullopt;
}

bool is_beyond(Amount amount) { return amount > ledger::value_max || amount < -ledger::value_max; }

template <class T> Found outside_of_one(const T& value) {
    if constexpr (std::is_same_v<T, Time>) {
        if (is_outside(value)) return found("it lies between 1900 and 2199");
    } else if constexpr (std::is_same_v<T, Date>) {
        if (value && is_outside(start_of(value))) return found("it lies between 1900 and 2199");
    } else if constexpr (std::is_same_v<T, Amount>) {
        if (is_beyond(value)) return found("it is at most 100000000000");
    } else if constexpr (std::is_same_v<T, Money>) {
        if (is_beyond(value.amount)) return below("amount", found("it is at most 100000000000"));
    } else if constexpr (Described<T>) {
        Found first_one;
        members_of<T>::all([&](auto member) {
            first_one = below(member.name, outside(value.*member.pointer));
            return !first_one;
        });
        return first_one;
    }
    return std::nullopt;
}

template <class T> Found outside(const T& value) { return outside_of_one(value); }

/// A case that somebody reports says what is wrong, in a category that has an owner.
Found outside(const cases::OpenCase& command) {
    if (command.sentence.empty()) return json::Problem{"/sentence", "say in a sentence what is wrong", 0};
    const auto known = [&](const cases::Category& one) { return one.name == command.category; };
    if (std::ranges::none_of(cases::categories(), known))
        return json::Problem{"/category", "there is no such category; `other` is for what no other one says",
                             0};
    return outside_of_one(command);
}

} // namespace

bool is_own_member(std::string_view name) {
    static constexpr auto own =
        std::to_array<std::string_view>({"order_id", "item_id", "site_id", "lot_id", "virtual_key",
                                         "inferred", "reported", "cancel_requested"});
    return std::ranges::find(own, name) != own.end();
}

bool is_outside(Time time) { return time && (time < first || time >= end); }

std::optional<json::Problem> value_outside(const engine::Command& command) {
    return visit(
        [](const auto& of_module) { return visit([](const auto& one) { return outside(one); }, of_module); },
        command);
}

} // namespace truefill::api

/// Names of described enums, both ways, out of tables made by the compiler. A journal line holds about four
/// of them, so they are on the hot path of every append and every replay: name_of is one array access when
/// the values are dense, parse_enum one short hash, about one table slot and one comparison.
#pragma once

#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace truefill {

/// An enum with TF_DESCRIBE_ENUM.
template <class E>
concept DescribedEnum = std::is_enum_v<E> && boost::describe::has_describe_enumerators<E>::value;

namespace detail {

template <class E>
struct Enumerator {
    E value{};
    std::string_view name;
};

template <template <class...> class List, class... D>
constexpr auto enumerators_of(List<D...>) {
    using E = std::common_type_t<std::remove_cv_t<decltype(D::value)>...>;
    return std::array<Enumerator<E>, sizeof...(D)>{Enumerator<E>{D::value, D::name}...};
}

/// Looks at the length and four characters only. Names that agree in those stand one slot further, which
/// costs one more comparison.
constexpr std::uint32_t name_hash(std::string_view name) {
    if (name.empty()) return 0;
    const auto at = [&](std::size_t place) { return std::uint32_t{static_cast<unsigned char>(name[place])}; };
    const std::size_t last = name.size() - 1;
    const std::uint32_t seen = at(0) | at(last / 3) << 8 | at(last / 2) << 16 | at(last) << 24;
    const std::uint32_t hash = (seen ^ static_cast<std::uint32_t>(name.size()) * 0x85ebca6bU) * 0x9e3779b1U;
    return hash ^ (hash >> 15);
}

} // namespace detail

/// All enumerators with their names, in the order of the description.
template <DescribedEnum E>
inline constexpr auto enumerators = detail::enumerators_of(boost::describe::describe_enumerators<E>{});

namespace detail {

template <class E>
inline constexpr std::size_t enum_count = enumerators<E>.size();

template <class E>
constexpr auto enum_index(E value) {
    return static_cast<std::uint64_t>(static_cast<std::underlying_type_t<E>>(value));
}

/// One above the greatest value; huge when any is negative.
template <class E>
inline constexpr std::uint64_t enum_end = [] {
    std::uint64_t end = 0;
    for (const auto& e : enumerators<E>) end = std::max(end, enum_index(e.value) + 1);
    return end;
}();

template <class E>
inline constexpr bool enum_is_dense = enum_end<E> != 0 && enum_end<E> <= 4 * enum_count<E> + 16;

template <class E>
inline constexpr auto names_by_value = [] {
    std::array<std::string_view, enum_is_dense<E> ? enum_end<E> : 0> names{};
    if constexpr (enum_is_dense<E>) {
        for (const auto& e : enumerators<E>) names[enum_index(e.value)] = e.name;
    }
    return names;
}();

/// Open addressing, at most half full: slot 0 is empty, else the enumerator's index + 1.
template <class E>
inline constexpr auto slots_by_name = [] {
    std::array<std::uint8_t, std::bit_ceil(2 * enum_count<E>)> slots{};
    for (std::size_t i = 0; i < enum_count<E>; ++i) {
        std::size_t slot = name_hash(enumerators<E>[i].name) % slots.size();
        while (slots[slot] != 0) slot = (slot + 1) % slots.size();
        slots[slot] = static_cast<std::uint8_t>(i + 1);
    }
    return slots;
}();

} // namespace detail

/// The enumerator's name; empty when the value is none of them, which only a cast can bring about.
template <DescribedEnum E>
constexpr std::string_view name_of(E value) {
    if constexpr (detail::enum_is_dense<E>) {
        const auto index = detail::enum_index(value);
        return index < detail::names_by_value<E>.size() ? detail::names_by_value<E>[index]
                                                        : std::string_view{};
    } else {
        for (const auto& e : enumerators<E>) {
            if (e.value == value) return e.name;
        }
        return {};
    }
}

/// The enumerator of that exact name.
template <DescribedEnum E>
constexpr std::optional<E> parse_enum(std::string_view name) {
    constexpr auto& slots = detail::slots_by_name<E>;
    for (std::size_t slot = detail::name_hash(name) % slots.size(); slots[slot] != 0;
         slot = (slot + 1) % slots.size()) {
        const auto& e = enumerators<E>[slots[slot] - 1U];
        if (e.name == name) return e.value;
    }
    return std::nullopt;
}

/// True when the value is one of the enumerators: what comes from a snapshot may be anything.
template <DescribedEnum E>
constexpr bool is_enumerator(E value) {
    return !name_of(value).empty();
}

} // namespace truefill

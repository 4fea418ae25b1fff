#pragma once

#include "base/archive_flat.h"

#include <cstdint>
#include <string_view>

namespace truefill::archive {

namespace detail {

constexpr std::uint64_t stir(std::uint64_t hash, std::uint64_t more) { return mix64(hash ^ mix64(more)); }

constexpr std::uint64_t stir(std::uint64_t hash, std::string_view text) {
    for (const char c : text) hash = stir(hash, static_cast<unsigned char>(c));
    return stir(hash, text.size());
}

template <class T, class... Outer>
constexpr std::uint64_t format_of();

template <class T, class... Outer>
constexpr std::uint64_t format_of_container() {
    if constexpr (is_vector<T>) {
        return stir(format_of<typename T::value_type, Outer...>(), "vector");
    } else if constexpr (is_array<T>) {
        return stir(stir(format_of<typename T::value_type, Outer...>(), "array"), std::tuple_size_v<T>);
    } else if constexpr (is_optional<T>) {
        return stir(format_of<typename T::value_type, Outer...>(), "optional");
    } else if constexpr (is_pair<T>) {
        return stir(stir(format_of<typename T::first_type, Outer...>(), "pair"),
                    format_of<typename T::second_type, Outer...>());
    } else if constexpr (is_set<T> || is_flat_set<T>) {
        return stir(format_of<typename T::key_type, Outer...>(), "set");
    } else {
        return stir(stir(format_of<typename T::key_type, Outer...>(), "map"),
                    format_of<typename T::mapped_type, Outer...>());
    }
}

template <class T, class... Outer>
constexpr std::uint64_t format_of_struct() {
    std::uint64_t hash = stir(0, "struct");
    members_of<T>::each([&]<class D>(D) {
        hash = stir(hash, D::name);
        hash = stir(hash, format_of<member_type<T, D>, T, Outer...>());
    });
    return hash;
}

template <class E>
constexpr std::uint64_t format_of_enum() {
    std::uint64_t hash = stir(sizeof(E), "enum");
    for (const auto& e : enumerators<E>)
        hash = stir(stir(hash, e.name), truefill::detail::enum_index(e.value));
    return hash;
}

template <class T>
constexpr std::string_view plain_name() {
    if constexpr (is_id<T>) return "id";
    else if constexpr (std::same_as<T, Amount>) return "amount";
    else if constexpr (std::same_as<T, Money>) return "money";
    else if constexpr (std::same_as<T, Currency>) return "currency";
    else if constexpr (std::same_as<T, Ratio>) return "ratio";
    else if constexpr (std::same_as<T, Time>) return "time";
    else if constexpr (std::same_as<T, Date>) return "date";
    else if constexpr (std::same_as<T, Duration>) return "duration";
    else if constexpr (std::same_as<T, Digest>) return "digest";
    else if constexpr (std::same_as<T, Hash128>) return "hash128";
    else if constexpr (std::same_as<T, bool>) return "bool";
    else if constexpr (std::integral<T>) return std::is_signed_v<T> ? "int" : "uint";
    else return {};
}

template <class T, class... Outer>
constexpr std::uint64_t format_of() {
    if constexpr (HasCodec<T>) return Codec<T>::format_hash();
    else if constexpr ((std::same_as<T, Outer> || ...))
        return stir(0, "itself"); // a type that contains itself
    else if constexpr (std::same_as<T, std::string>) return stir(0, "string");
    else if constexpr (!plain_name<T>().empty()) return stir(sizeof(T), plain_name<T>());
    else if constexpr (std::is_enum_v<T>) return format_of_enum<T>();
    else if constexpr (Described<T>) return format_of_struct<T, Outer...>();
    else return format_of_container<T, Outer...>();
}

} // namespace detail

/// A hash over everything that decides how a T is saved: names, order, types and sizes of members, names and
/// values of enumerators, all the way down. Two builds with the same hash read each other's snapshots.
template <class T>
constexpr std::uint64_t format_hash() {
    /// Raised by hand when the rules in archive.h change.
    constexpr std::uint64_t rules = 1;
    return detail::stir(detail::format_of<T>(), rules);
}

} // namespace truefill::archive

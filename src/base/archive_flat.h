/// What the snapshot codec knows about types: which containers, and which values are nothing but their bytes.
#pragma once

#include "base/archive_types.h"
#include "base/describe.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/sha256.h"
#include "base/time.h"

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace truefill::archive {

static_assert(std::endian::native == std::endian::little,
              "snapshots are little-endian and copied as they are");

/// The value types of base: integers inside, every bit pattern a value, no padding.
template <class T>
inline constexpr bool is_plain =
    (std::integral<T> && !std::same_as<T, bool>) || is_id<T> || std::same_as<T, Amount> ||
    std::same_as<T, Currency> || std::same_as<T, Ratio> || std::same_as<T, Time> || std::same_as<T, Date> ||
    std::same_as<T, Duration> || std::same_as<T, Digest> || std::same_as<T, Hash128>;

/// True when the saved bytes are the bytes in memory and any bytes are a value: plain values and what is made
/// of them without padding, in the order of declaration. Not bool and enums, whose bytes must be checked when
/// loaded.
template <class T>
constexpr bool is_flat();

namespace detail {

template <class T>
constexpr bool is_flat_struct() {
    if constexpr (std::is_trivially_copyable_v<T> && std::is_default_constructible_v<T>) {
        using Mine = members_of<T>;
        if (Mine::count == 0 || !Mine::all([]<class D>(D) { return is_flat<member_type<T, D>>(); }))
            return false;
        const T object{};
        const void* last = nullptr;
        std::size_t sum = 0;
        const bool in_order = Mine::all([&]<class D>(D) {
            const void* here = &(object.*D::pointer);
            const bool after = last == nullptr || last < here;
            last = here;
            sum += sizeof(member_type<T, D>);
            return after;
        });
        return in_order && sum == sizeof(T);
    } else {
        return false;
    }
}

} // namespace detail

template <class T>
constexpr bool is_flat() {
    if constexpr (is_plain<T>) return true;
    else if constexpr (is_array<T>) return is_flat<typename T::value_type>();
    else if constexpr (Described<T>) return detail::is_flat_struct<T>();
    else return false;
}

/// A type that writes itself, for containers of our own: specialise it with
///     static void save(Output&, const T&);
///     static bool load(Reader&, T&);                    false, or a failed reader, when the bytes are no T
///     static constexpr std::uint64_t format_hash();
template <class T>
struct Codec;

template <class T>
concept HasCodec = requires { Codec<T>::format_hash(); };

class Output;
class Reader;

/// A class with private state does the same by members: save(Output&) const, load(Reader&), static
/// format_hash().
template <class T>
concept SavesItself = requires(const T& from, T& to, Output& output, Reader& reader) {
    from.save(output);
    to.load(reader);
    T::format_hash();
};

template <SavesItself T>
struct Codec<T> {
    static void save(Output& output, const T& value) { value.save(output); }
    static bool load(Reader& reader, T& value) {
        value.load(reader);
        return true; // a failed reader says no
    }
    static constexpr std::uint64_t format_hash() { return T::format_hash(); }
};

} // namespace truefill::archive

/// How each kind of value becomes text, and the simplest kinds. An encoder is
///   is_empty(value)         whether a member of this value is left out
///   is_bounded              true: write() needs at most `bound` bytes and the caller has ensured them
///                           false: write() ensures what it needs, and `bound` is 0
///   write(writer, value)
#pragma once

#include "base/assert.h"
#include "base/digits.h"
#include "base/enum_names.h"
#include "base/ids.h"
#include "base/json_writer.h"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace truefill::json {

template <class T>
struct Encoder;

namespace detail {

template <std::size_t Bound>
struct Bounded {
    static constexpr bool is_bounded = true;
    static constexpr std::size_t bound = Bound;
};

struct Unbounded {
    static constexpr bool is_bounded = false;
    static constexpr std::size_t bound = 0;
};

} // namespace detail

template <>
struct Encoder<bool> : detail::Bounded<5> {
    static constexpr bool is_empty(bool value) { return !value; }
    static void write(Writer& writer, bool value) {
        if (value) writer.put_literal<4>("true");
        else writer.put_literal<5>("false");
    }
};

template <std::integral T>
struct Encoder<T> : detail::Bounded<20> {
    static constexpr bool is_empty(T value) { return value == 0; }
    static void write(Writer& writer, T value) {
        if constexpr (std::is_signed_v<T>) writer.move_to(write_int(writer.at(), value));
        else writer.move_to(write_uint(writer.at(), value));
    }
};

template <class Tag, class Rep>
struct Encoder<Id<Tag, Rep>> : detail::Bounded<20> {
    static constexpr bool is_empty(Id<Tag, Rep> id) { return !id; }
    static void write(Writer& writer, Id<Tag, Rep> id) { writer.move_to(write_uint(writer.at(), id.value)); }
};

template <DescribedEnum E>
struct Encoder<E> : detail::Bounded<[] {
    std::size_t longest = 0;
    for (const auto& e : enumerators<E>) longest = std::max(longest, e.name.size());
    return longest + 2;
}()> {
    static constexpr bool is_empty(E value) {
        return value == E{} && truefill::detail::enum_index(enumerators<E>[0].value) == 0;
    }
    static void write(Writer& writer, E value) {
        const std::string_view name = name_of(value);
        TF_ASSERT(!name.empty(), "an enum holds one of its enumerators");
        writer.put_plain(name);
    }
};

} // namespace truefill::json

/// Struct to text. What becomes of a type:
///
///   bool, integers, ids                 true, 12, 7
///   enums                               "ship_complete", the enumerator's name
///   std::string, std::string_view       string
///   Amount, Money                       "12.50", {"amount":"12.50","currency":"GBP"}
///   Time, Date                          "2026-03-02T10:00:00.000000Z", "2026-03-02"
///   Duration                            integer, microseconds; the member's name ends in _micros where
///   people read it Ratio                               {"numerator":1,"denominator":6} Digest, Hash128 64 or
///   32 hex digits, as a string std::vector, std::array             array std::optional its value; an empty
///   one can only be a member, and is left out described struct                    object
///
/// Left out are members that say nothing: none ids, false, zero integers, Time, Date, Duration and digests,
/// empty optionals, vectors and strings, a Money of zero without currency, an enum at its first enumerator
/// when that is 0. Written all the same: what stands in an array or an optional; zero Amounts and Ratios,
/// where zero is a statement; members of which the struct's own default says something (`std::int32_t
/// days{3}`: leaving out a 0 would read back as 3); and members that the struct names as required:
///
///     static constexpr auto required = std::to_array<std::string_view>({"order", "lines"});
///
/// A type of your own becomes a leaf by specialising Encoder (json_encoder.h) and Decoder (json_read.h).
#pragma once

#include "base/assert.h"
#include "base/describe.h"
#include "base/json_encoder_containers.h"
#include "base/json_encoder_values.h"
#include "base/json_writer.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::json {

namespace detail {

/// ,"name": as characters, made by the compiler. The first comma of an object becomes its brace.
template <class Member>
inline constexpr auto key_literal = [] {
    constexpr std::string_view name = Member::name;
    std::array<char, name.size() + 4> text{};
    text[0] = ',';
    text[1] = '"';
    std::copy(name.begin(), name.end(), text.begin() + 2);
    text[name.size() + 2] = '"';
    text[name.size() + 3] = ':';
    return text;
}();

template <class T, class Member>
consteval bool is_required() {
    if constexpr (HasRequired<T>) {
        return std::ranges::find(T::required, std::string_view{Member::name}) != T::required.end();
    } else {
        return false;
    }
}

/// Whether leaving the member out would not read back as the same: see above.
template <class T, class Member>
consteval bool is_always_written() {
    if (is_required<T, Member>()) return true;
    T defaults{}; // not const: g++ 12 takes the building of a constant string for a write to one
    return !Encoder<truefill::member_type<T, Member>>::is_empty(defaults.*Member::pointer);
}

template <class T>
consteval bool required_names_exist() {
    if constexpr (HasRequired<T>) {
        for (const std::string_view name : T::required) {
            if (std::ranges::find(member_names<T>, name) == member_names<T>.end()) return false;
        }
    }
    return true;
}

} // namespace detail

template <Described T>
struct Encoder<T> {
    static_assert(detail::required_names_exist<T>(), "T::required names a member that is not described");

    static constexpr bool is_empty(const T&) { return false; }

    /// Room for the keys of all members and the values of those with a bound.
    static constexpr std::size_t bound_inside = [] {
        std::size_t sum = 2;
        members_of<T>::each([&]<class Member>(Member) {
            sum += detail::key_literal<Member>.size() + Encoder<member_type<T, Member>>::bound;
        });
        return sum;
    }();
    static constexpr bool is_bounded =
        members_of<T>::all([]<class Member>(Member) { return Encoder<member_type<T, Member>>::is_bounded; });
    static constexpr std::size_t bound = is_bounded ? bound_inside : 0;

    static void write(Writer& writer, const T& value) {
        if constexpr (!is_bounded) writer.ensure(bound_inside);
        const std::size_t begin = writer.position();
        members_of<T>::each([&](auto member) { write_member(writer, value, member); });
        if (writer.position() == begin) writer.put(',');
        writer.overwrite(begin, '{');
        writer.put('}');
    }

private:
    template <class Member>
    static void write_member(Writer& writer, const T& value, Member) {
        using Leaf = Encoder<member_type<T, Member>>;
        const auto& member = value.*Member::pointer;
        if constexpr (!detail::is_always_written<T, Member>()) {
            if (Leaf::is_empty(member)) return;
        }
        constexpr auto& key = detail::key_literal<Member>;
        writer.put_literal<key.size()>(key.data());
        Leaf::write(writer, member);
        if constexpr (!Leaf::is_bounded) writer.ensure(bound_inside);
    }
};

template <class T>
void encode(std::string& out, const T& value) {
    Writer writer{out};
    writer.ensure(Encoder<T>::bound);
    Encoder<T>::write(writer, value);
}

} // namespace truefill::json

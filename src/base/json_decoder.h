/// How each kind of leaf is read. A decoder is read(value, out, problem): true, or false with the problem
/// filled and its pointer relative to `value`. Whoever holds the value prepends the step that led to it on
/// the way out, so pointers cost nothing as long as nothing is wrong.
#pragma once

#include "base/enum_names.h"
#include "base/ids.h"
#include "base/json_value.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/sha256.h"
#include "base/time.h"

#include <concepts>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace truefill::json {

template <class T>
struct Decoder;

/// "expected an object, found a number". Always false.
[[gnu::cold]] bool fail_kind(Value value, std::string_view expected, Problem& problem);
/// A sentence of your own. Always false.
[[gnu::cold]] bool fail(Value value, std::string sentence, Problem& problem);
/// Puts "/name" (escaped by RFC 6901) or "/3" before the pointer.
[[gnu::cold]] void prepend_pointer(Problem& problem, std::string_view name);
[[gnu::cold]] void prepend_pointer(Problem& problem, std::size_t index);

namespace detail {

struct Range {
    std::int64_t low{};
    std::int64_t high{};
};
bool read_signed(Value value, Range range, std::int64_t& out, Problem& problem);
bool read_unsigned(Value value, std::uint64_t high, std::uint64_t& out, Problem& problem);
[[gnu::cold]] bool fail_unknown_member(const Member& member, Problem& problem);
[[gnu::cold]] bool fail_missing_member(Value object, std::string_view name, Problem& problem);
[[gnu::cold]] bool fail_enum(Value value, std::string_view first_name, std::string_view last_name,
                             Problem& problem);

} // namespace detail

#define TF_JSON_LEAF(Type)                                                                                   \
    template <>                                                                                              \
    struct Decoder<Type> {                                                                                   \
        static bool read(Value value, Type& out, Problem& problem);                                          \
    };
TF_JSON_LEAF(bool)
TF_JSON_LEAF(std::string)
TF_JSON_LEAF(Amount)
TF_JSON_LEAF(Currency)
TF_JSON_LEAF(Money)
TF_JSON_LEAF(Ratio)
TF_JSON_LEAF(Time)
TF_JSON_LEAF(Date)
TF_JSON_LEAF(Duration)
TF_JSON_LEAF(Digest)
TF_JSON_LEAF(Hash128)
/// A view into the text or the document, for code that looks and does not keep.
TF_JSON_LEAF(std::string_view)
#undef TF_JSON_LEAF

template <std::integral T>
struct Decoder<T> {
    static bool read(Value value, T& out, Problem& problem) {
        using Limits = std::numeric_limits<T>;
        if constexpr (std::is_signed_v<T>) {
            std::int64_t wide{};
            if (!detail::read_signed(value, {Limits::min(), Limits::max()}, wide, problem)) return false;
            out = static_cast<T>(wide);
        } else {
            std::uint64_t wide{};
            if (!detail::read_unsigned(value, Limits::max(), wide, problem)) return false;
            out = static_cast<T>(wide);
        }
        return true;
    }
};

template <class Tag, class Rep>
struct Decoder<Id<Tag, Rep>> {
    static bool read(Value value, Id<Tag, Rep>& out, Problem& problem) {
        return Decoder<Rep>::read(value, out.value, problem);
    }
};

template <DescribedEnum E>
struct Decoder<E> {
    static bool read(Value value, E& out, Problem& problem) {
        const auto name = value.as_string();
        const auto parsed = name ? parse_enum<E>(*name) : std::nullopt;
        if (!parsed)
            return detail::fail_enum(value, enumerators<E>.front().name, enumerators<E>.back().name, problem);
        out = *parsed;
        return true;
    }
};

} // namespace truefill::json

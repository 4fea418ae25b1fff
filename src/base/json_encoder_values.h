/// The value types of base as text: each between quotes, but for the two that have members.
#pragma once

#include "base/assert.h"
#include "base/json_encoder.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/sha256.h"
#include "base/time.h"

#include <cstddef>
#include <cstdint>

namespace truefill::json {

namespace detail {

/// Between quotes, what `write` writes from a cursor on.
template <class T, char* (*write)(char*, T)>
inline void put_quoted(Writer& writer, T value) {
    char* at = writer.at();
    *at++ = '"';
    at = write(at, value);
    *at++ = '"';
    writer.move_to(at);
}

} // namespace detail

template <>
struct Encoder<Amount> : detail::Bounded<24> {
    static constexpr bool is_empty(Amount) { return false; }
    static void write(Writer& writer, Amount value) {
        detail::put_quoted<Amount, write_amount>(writer, value);
    }
};

template <>
struct Encoder<Money> : detail::Bounded<56> {
    static constexpr bool is_empty(const Money& value) { return value.amount.micros == 0 && !value.currency; }
    static void write(Writer& writer, const Money& value) {
        TF_ASSERT(value.currency || value.amount == Amount{}, "an amount that is not zero has its currency");
        writer.put_literal<10>("{\"amount\":");
        Encoder<Amount>::write(writer, value.amount);
        writer.put_literal<12>(",\"currency\":");
        writer.put_plain(value.currency.text());
        writer.put('}');
    }
};

template <>
struct Encoder<Currency> : detail::Bounded<5> {
    static constexpr bool is_empty(Currency value) { return !value; }
    static void write(Writer& writer, Currency value) { writer.put_plain(value.text()); }
};

template <>
struct Encoder<Ratio> : detail::Bounded<72> {
    static constexpr bool is_empty(const Ratio&) { return false; }
    static void write(Writer& writer, const Ratio& value) {
        writer.put_literal<13>("{\"numerator\":");
        Encoder<std::int64_t>::write(writer, value.numerator);
        writer.put_literal<15>(",\"denominator\":");
        Encoder<std::int64_t>::write(writer, value.denominator);
        writer.put('}');
    }
};

template <>
struct Encoder<Time> : detail::Bounded<29> {
    static constexpr bool is_empty(Time value) { return !value; }
    static void write(Writer& writer, Time value) { detail::put_quoted<Time, write_time>(writer, value); }
};

template <>
struct Encoder<Date> : detail::Bounded<12> {
    static constexpr bool is_empty(Date value) { return !value; }
    static void write(Writer& writer, Date value) { detail::put_quoted<Date, write_date>(writer, value); }
};

template <>
struct Encoder<Digest> : detail::Bounded<66> {
    static constexpr bool is_empty(const Digest& value) { return !value; }
    static void write(Writer& writer, const Digest& value) {
        detail::put_quoted<const Digest&, write_hex>(writer, value);
    }
};

template <>
struct Encoder<Hash128> : detail::Bounded<34> {
    static constexpr bool is_empty(const Hash128& value) { return !value; }
    static void write(Writer& writer, const Hash128& value) {
        detail::put_quoted<const Hash128&, write_hex>(writer, value);
    }
};

template <>
struct Encoder<Duration> : detail::Bounded<20> {
    static constexpr bool is_empty(Duration value) { return value.micros == 0; }
    static void write(Writer& writer, Duration value) {
        writer.move_to(write_int(writer.at(), value.micros));
    }
};

} // namespace truefill::json

/// Strings, optionals and arrays as text.
#pragma once

#include "base/json_encoder.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::json {

template <>
struct Encoder<std::string_view> : detail::Unbounded {
    static constexpr bool is_empty(std::string_view value) { return value.empty(); }
    static void write(Writer& writer, std::string_view value) { writer.put_string(value); }
};

template <>
struct Encoder<std::string> : detail::Unbounded {
    static constexpr bool is_empty(const std::string& value) { return value.empty(); }
    static void write(Writer& writer, const std::string& value) { writer.put_string(value); }
};

template <class T>
struct Encoder<std::optional<T>> {
    static constexpr bool is_bounded = Encoder<T>::is_bounded;
    static constexpr std::size_t bound = is_bounded ? std::max<std::size_t>(Encoder<T>::bound, 4) : 0;

    static constexpr bool is_empty(const std::optional<T>& value) { return !value; }
    static void write(Writer& writer, const std::optional<T>& value) {
        if (value) {
            Encoder<T>::write(writer, *value);
        } else {
            if constexpr (!is_bounded) writer.ensure(4);
            writer.put_literal<4>("null");
        }
    }
};

namespace detail {

template <class Array>
struct ArrayEncoder : Unbounded {
    using T = typename Array::value_type;

    static void write(Writer& writer, const Array& array) {
        writer.ensure(2);
        const std::size_t begin = writer.position();
        for (const auto& element : array) {
            writer.ensure(Encoder<T>::bound + 2);
            writer.put(',');
            Encoder<T>::write(writer, element);
        }
        writer.ensure(2);
        if (array.empty()) writer.put(',');
        writer.overwrite(begin, '[');
        writer.put(']');
    }
};

} // namespace detail

template <class T>
struct Encoder<std::vector<T>> : detail::ArrayEncoder<std::vector<T>> {
    static constexpr bool is_empty(const std::vector<T>& value) { return value.empty(); }
};

template <class T, std::size_t N>
struct Encoder<std::array<T, N>> : detail::ArrayEncoder<std::array<T, N>> {
    static constexpr bool is_empty(const std::array<T, N>&) { return N == 0; }
};

} // namespace truefill::json

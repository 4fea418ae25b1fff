/// Optionals and arrays, read element by element.
#pragma once

#include "base/json_decoder.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace truefill::json {

template <class T>
struct Decoder<std::optional<T>> {
    static bool read(Value value, std::optional<T>& out, Problem& problem) {
        if (value.kind() == Kind::null) {
            out.reset();
            return true;
        }
        return Decoder<T>::read(value, out.emplace(), problem);
    }
};

template <class T>
struct Decoder<std::vector<T>> {
    static bool read(Value value, std::vector<T>& out, Problem& problem) {
        if (value.kind() != Kind::array) return fail_kind(value, "an array", problem);
        out.clear();
        out.reserve(value.size());
        for (const Value element : value.elements()) {
            if (Decoder<T>::read(element, out.emplace_back(), problem)) continue;
            prepend_pointer(problem, out.size() - 1);
            return false;
        }
        return true;
    }
};

template <class T, std::size_t N>
struct Decoder<std::array<T, N>> {
    static bool read(Value value, std::array<T, N>& out, Problem& problem) {
        if (value.kind() != Kind::array) return fail_kind(value, "an array", problem);
        if (value.size() != N) return fail(value, "expected " + std::to_string(N) + " elements", problem);
        std::size_t index = 0;
        for (const Value element : value.elements()) {
            if (!Decoder<T>::read(element, out[index], problem)) {
                prepend_pointer(problem, index);
                return false;
            }
            ++index;
        }
        return true;
    }
};

} // namespace truefill::json

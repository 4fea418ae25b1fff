/// Lists (scan.h) of what stands within documents: an id is a document's and the place of a row in it, so
/// that a page ends anywhere and the next one goes on there.
#pragma once

#include "api/scan.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace truefill::api {

struct Nested {
    std::uint64_t outer{}; ///< id of the document, from 1
    std::uint64_t inner{}; ///< of its row, from 0
    bool is_row{};         ///< else it is where a document without rows stands

    static constexpr unsigned inner_bits = 24; ///< 16 million rows in one document
    static constexpr std::uint64_t rows_max = (std::uint64_t{1} << inner_bits) - 1;
    static Nested of(std::uint64_t place) {
        const auto inner = place & rows_max;
        return {place >> inner_bits, inner == 0 ? 0 : inner - 1, inner > 0};
    }
    /// The last of so many rows.
    static std::uint64_t end_of(std::uint64_t outer, std::uint64_t rows) {
        return (outer << inner_bits) | std::min(rows, rows_max);
    }
};

struct NestedIn {
    std::function<std::uint64_t(const engine::State&)> last;                       ///< newest document
    std::function<std::uint64_t(const engine::State&, std::uint64_t outer)> count; ///< its rows
    /// The only documents that are asked for, unknown ones as 0; none: all of them.
    std::function<std::vector<std::uint64_t>(const engine::State&)> only;
    std::function<bool(const engine::State&, Nested)> fits; ///< of a row that is there
};

/// A scan without `row`. Rows that go between two looks are passed over.
template <class Row> Scan<Row> scan_nested(const Page& page, NestedIn in) {
    const auto down_from = [in](const engine::State& state, std::uint64_t outer) -> std::uint64_t {
        const auto only = in.only(state);
        if (!only.empty()) {
            std::uint64_t next = 0;
            for (const auto one : only)
                if (one <= outer) next = std::max(next, one);
            outer = next;
        }
        return outer == 0 ? 0 : Nested::end_of(outer, in.count(state, outer));
    };
    Scan<Row> scan;
    scan.page = page;
    scan.last = [in, down_from](const engine::State& state) { return down_from(state, in.last(state)); };
    scan.before = [in, down_from](const engine::State& state, std::uint64_t place) {
        const auto at = Nested::of(place);
        if (at.is_row && at.inner > 0)
            return Nested::end_of(at.outer, std::min(at.inner, in.count(state, at.outer)));
        return down_from(state, at.outer - 1);
    };
    scan.matches = [in](const engine::State& state, std::uint64_t place) {
        const auto at = Nested::of(place);
        return at.is_row && at.inner < in.count(state, at.outer) && in.fits(state, at);
    };
    return scan;
}

} // namespace truefill::api

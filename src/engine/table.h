/// How the two tables of the engine are written: rows of (event, what happens, function), looked up at
/// compile time. A row costs nothing for events of other kinds, and the whole table can be printed.
#pragma once

#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

namespace truefill::engine {

template <class E, class F> struct Row {
    using event_type = E;
    std::string_view what;
    F run;
};

/// `on<orders::OrderAccepted>("reserve what is on hand", [](auto& state, auto& event, auto& then) { ... })`
template <class E, class F> constexpr Row<E, F> on(std::string_view what, F run) { return {what, run}; }

/// Runs the rows of a table that are about the alternative that a variant holds, in order.
template <class Table, class Variant, class... Arguments>
void run_rows(const Table& table, const Variant& event, Arguments&... arguments) {
    std::visit(
        [&]<class E>(const E& one) {
            std::apply(
                [&](const auto&... row) {
                    const auto try_row = [&]<class R>(const R& candidate) {
                        if constexpr (std::is_same_v<typename R::event_type, E>)
                            candidate.run(one, arguments...);
                    };
                    (try_row(row), ...);
                },
                table);
        },
        event);
}

} // namespace truefill::engine

/// How the two tables of the engine are written: rows of (event, what happens, function), looked up at
/// compile time. A row costs nothing for events of other kinds, and the whole table can be printed.
#pragma once

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace truefill::engine {

template <class E, class F> struct Row {
    using event_type = E;
    std::string_view what;
    F run;
};

/// `on<orders::OrderAccepted>("reserve what is on hand", [](auto& state, auto& event, auto& then) { ... })`
template <class E, class F> constexpr Row<E, F> on(std::string_view what, F run) { return {what, run}; }

/// The places of the rows of a table that are about E, as mp_size_t.
template <class E, class Table> struct AboutEvent {
    template <class I>
    using fn = std::is_same<typename std::tuple_element_t<I::value, Table>::event_type, E>;
};
template <class E, class Table>
using RowsAbout =
    boost::mp11::mp_copy_if_q<boost::mp11::mp_iota_c<std::tuple_size_v<Table>>, AboutEvent<E, Table>>;

/// Runs the rows of a table that are about what a OneOf holds, in order.
template <class Table, class Variant, class... Arguments>
void run_rows(const Table& table, const Variant& event, Arguments&... arguments) {
    visit(
        [&]<class E>(const E& one) {
            boost::mp11::mp_for_each<RowsAbout<E, Table>>(
                [&](auto place) { std::get<place.value>(table).run(one, arguments...); });
        },
        event);
}

} // namespace truefill::engine

/// Every struct of a command, an event or a state is described once, by the list of its members. JSON,
/// snapshots, schemas, reference pages and the console's types come from that list, so they cannot disagree.
///
///     struct Stock { ItemId item; Quantity on_hand{}; };
///     TF_DESCRIBE(Stock, (item, on_hand))
///
///     enum class Channel : std::uint8_t { phone, edi, shop };
///     TF_DESCRIBE_ENUM(Channel, phone, edi, shop)
///
/// Both stand at namespace scope, in the namespace of the type, after it, without a semicolon needed. List
/// the members in the order of their declaration; that order is the order in JSON and in snapshots. A member
/// that is not listed is neither written nor compared: list them all. At most 52 members or enumerators
/// (Boost.Describe's preprocessor limit); a struct that comes near wants to be two.
#pragma once

#include "base/enum_names.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#define TF_DESCRIBE(Type, members) BOOST_DESCRIBE_STRUCT(Type, (), members)
#define TF_DESCRIBE_ENUM(Enum, ...) BOOST_DESCRIBE_ENUM(Enum, __VA_ARGS__)

namespace truefill {

/// A struct with TF_DESCRIBE.
template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

namespace detail {

template <class List>
struct Members;

/// Descriptor has `name` (a C string) and `pointer` (to member).
template <template <class...> class List, class... Descriptor>
struct Members<List<Descriptor...>> {
    static constexpr std::size_t count = sizeof...(Descriptor);

    /// Calls f(Descriptor{}) for each member, in order.
    template <class F>
    static constexpr void each(F&& f) {
        (f(Descriptor{}), ...);
    }

    /// The same until f returns false; true when none did.
    template <class F>
    static constexpr bool all(F&& f) {
        return (f(Descriptor{}) && ...);
    }
};

} // namespace detail

/// The described members of T: members_of<T>::count, ::each(f), ::all(f).
template <Described T>
using members_of = detail::Members<boost::describe::describe_members<T, boost::describe::mod_any_access>>;

/// The type of the member behind a descriptor.
template <class T, class Descriptor>
using member_type = std::remove_cvref_t<decltype(std::declval<T&>().*Descriptor::pointer)>;

/// A struct that names members that must be there:
///     static constexpr auto required = std::to_array<std::string_view>({"order", "lines"});
template <class T>
concept HasRequired = requires { T::required.size(); };

/// The names of the members in order.
template <Described T>
inline constexpr auto member_names = [] {
    std::array<std::string_view, members_of<T>::count> names{};
    std::size_t at = 0;
    members_of<T>::each([&](auto member) { names[at++] = member.name; });
    return names;
}();

} // namespace truefill

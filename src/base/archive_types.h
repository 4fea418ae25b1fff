/// The containers that the snapshot codec knows.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace truefill::archive {

template <class T>
inline constexpr bool is_map = false;
template <class K, class V, class C>
inline constexpr bool is_map<std::map<K, V, C>> = true;

template <class T>
inline constexpr bool is_set = false;
template <class K, class C>
inline constexpr bool is_set<std::set<K, C>> = true;

template <class T>
inline constexpr bool is_flat_map = false;
template <class K, class V, class H, class E>
inline constexpr bool is_flat_map<boost::unordered_flat_map<K, V, H, E>> = true;

template <class T>
inline constexpr bool is_flat_set = false;
template <class K, class H, class E>
inline constexpr bool is_flat_set<boost::unordered_flat_set<K, H, E>> = true;

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

template <class T>
inline constexpr bool is_array = false;
template <class T, std::size_t N>
inline constexpr bool is_array<std::array<T, N>> = true;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_pair = false;
template <class A, class B>
inline constexpr bool is_pair<std::pair<A, B>> = true;

} // namespace truefill::archive

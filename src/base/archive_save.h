/// Values to snapshot bytes. The layout is told in archive.h.
#pragma once

#include "base/archive_flat.h"
#include "base/archive_output.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace truefill::archive {

template <class T>
void save(Output& output, const T& value);

namespace detail {

template <class Vector>
void save_vector(Output& output, const Vector& vector) {
    using T = typename Vector::value_type;
    output.put_length(vector.size());
    if constexpr (is_flat<T>()) {
        if (!vector.empty()) output.put(vector.data(), vector.size() * sizeof(T));
    } else {
        for (const T& element : vector) save(output, element);
    }
}

template <class Table>
inline constexpr bool has_mapped = is_map<Table> || is_flat_map<Table>;

template <class Table>
const auto& key_of(const typename Table::value_type& entry) {
    if constexpr (has_mapped<Table>) return entry.first;
    else return entry;
}

template <class Table>
void save_entry(Output& output, const typename Table::value_type& entry) {
    save(output, key_of<Table>(entry));
    if constexpr (has_mapped<Table>) save(output, entry.second);
}

/// Entries may be large and are not ours to move, so pointers are sorted; with a copy of the key beside each
/// where that is cheap, as a comparison through the pointer would miss the cache twice.
template <class Table>
void save_sorted(Output& output, const Table& table) {
    using Entry = typename Table::value_type;
    if constexpr (std::is_trivially_copyable_v<typename Table::key_type>) {
        std::vector<std::pair<typename Table::key_type, const Entry*>> entries;
        entries.reserve(table.size());
        for (const Entry& entry : table) entries.emplace_back(key_of<Table>(entry), &entry);
        std::ranges::sort(entries, std::less<>{}, &decltype(entries)::value_type::first);
        for (const auto& [key, entry] : entries) save_entry<Table>(output, *entry);
    } else {
        std::vector<const Entry*> entries;
        entries.reserve(table.size());
        for (const Entry& entry : table) entries.push_back(&entry);
        std::ranges::sort(entries, std::less<>{},
                          [](const Entry* entry) -> const auto& { return key_of<Table>(*entry); });
        for (const Entry* entry : entries) save_entry<Table>(output, *entry);
    }
}

} // namespace detail

template <class T>
void save(Output& output, const T& value) {
    if constexpr (HasCodec<T>) {
        Codec<T>::save(output, value);
    } else if constexpr (is_flat<T>()) {
        output.put(&value, sizeof(T));
    } else if constexpr (std::same_as<T, bool>) {
        const char byte = value ? 1 : 0;
        output.put(&byte, 1);
    } else if constexpr (std::is_enum_v<T>) {
        output.put(&value, sizeof(T));
    } else if constexpr (std::same_as<T, Money>) {
        save(output, value.amount);
        save(output, value.currency);
    } else if constexpr (std::same_as<T, std::string>) {
        output.put_length(value.size());
        output.put(value.data(), value.size());
    } else if constexpr (is_vector<T>) {
        detail::save_vector(output, value);
    } else if constexpr (is_array<T>) {
        for (const auto& element : value) save(output, element);
    } else if constexpr (is_optional<T>) {
        save(output, value.has_value());
        if (value) save(output, *value);
    } else if constexpr (is_pair<T>) {
        save(output, value.first);
        save(output, value.second);
    } else if constexpr (is_map<T> || is_set<T>) {
        output.put_length(value.size());
        for (const auto& entry : value) detail::save_entry<T>(output, entry);
    } else if constexpr (is_flat_map<T> || is_flat_set<T>) {
        output.put_length(value.size());
        detail::save_sorted(output, value);
    } else {
        static_assert(Described<T>, "describe this type with TF_DESCRIBE or give it an archive::Codec");
        if constexpr (members_of<T>::count == 0) save(output, false);
        members_of<T>::each([&](auto member) { save(output, value.*member.pointer); });
    }
}

} // namespace truefill::archive

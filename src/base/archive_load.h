/// Snapshot bytes to values. The layout is told in archive.h.
#pragma once

#include "base/archive_flat.h"
#include "base/archive_reader.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace truefill::archive {

/// Overwrites `value`. False, and the reader not ok, when the bytes end early or are not a T; `value` is then
/// anything.
template <class T>
bool load(Reader& reader, T& value);

namespace detail {

/// As many elements as the remaining bytes could reasonably hold: a hostile length must not allocate the
/// machine away.
template <class T>
std::size_t sane_reserve(const Reader& reader, std::uint64_t length) {
    return static_cast<std::size_t>(std::min<std::uint64_t>(length, 2 * reader.remaining() / sizeof(T) + 16));
}

template <class Vector>
bool load_vector(Reader& reader, Vector& vector) {
    using T = typename Vector::value_type;
    std::uint64_t length = 0;
    vector.clear();
    if (!reader.get_length(length)) return false;
    if constexpr (is_flat<T>()) {
        if (length > reader.remaining() / sizeof(T)) return reader.fail();
        vector.resize(static_cast<std::size_t>(length));
        return length == 0 || reader.get(vector.data(), vector.size() * sizeof(T));
    } else {
        const Reader::Nesting nesting{reader};
        vector.reserve(sane_reserve<T>(reader, length));
        for (; length != 0 && reader.ok(); --length) {
            T element{};
            load(reader, element);
            vector.push_back(std::move(element));
        }
        return reader.ok();
    }
}

/// Sets and maps: keys must rise strictly, as save writes them, so that no entry is lost to a duplicate.
template <class Table>
bool load_table(Reader& reader, Table& table) {
    using Key = typename Table::key_type;
    std::uint64_t length = 0;
    table.clear();
    if (!reader.get_length(length)) return false;
    const Reader::Nesting nesting{reader};
    if constexpr (is_flat_map<Table> || is_flat_set<Table>) {
        table.reserve(sane_reserve<typename Table::value_type>(reader, length));
    }
    Key last{};
    for (bool first = true; length != 0 && reader.ok(); --length, first = false) {
        Key key{};
        if (!load(reader, key)) return false;
        if (!first && !(last < key)) return reader.fail();
        last = key;
        if constexpr (is_map<Table> || is_flat_map<Table>) {
            typename Table::mapped_type mapped{};
            if (!load(reader, mapped)) return false;
            table.emplace_hint(table.end(), std::move(key), std::move(mapped));
        } else {
            table.emplace_hint(table.end(), std::move(key));
        }
    }
    return reader.ok();
}

inline bool load_string(Reader& reader, std::string& value) {
    std::uint64_t length = 0;
    if (!reader.get_length(length)) return false;
    if (length > reader.remaining()) return reader.fail();
    value.assign(reader.take(static_cast<std::size_t>(length)));
    return true;
}

template <class T>
bool load_optional(Reader& reader, std::optional<T>& value) {
    bool present = false;
    if (!load(reader, present)) return false;
    if (present) return load(reader, value.emplace());
    value.reset();
    return true;
}

inline bool load_bool(Reader& reader, bool& value) {
    unsigned char byte = 0;
    if (!reader.get(&byte, 1)) return false;
    value = byte == 1;
    return byte <= 1 || reader.fail();
}

} // namespace detail

template <class T>
bool load(Reader& reader, T& value) {
    if constexpr (HasCodec<T>) {
        return (Codec<T>::load(reader, value) && reader.ok()) || reader.fail();
    } else if constexpr (is_flat<T>()) {
        return reader.get(&value, sizeof(T));
    } else if constexpr (std::same_as<T, bool>) {
        return detail::load_bool(reader, value);
    } else if constexpr (std::is_enum_v<T>) {
        static_assert(DescribedEnum<T>, "describe this enum with TF_DESCRIBE_ENUM");
        return reader.get(&value, sizeof(T)) && (is_enumerator(value) || reader.fail());
    } else if constexpr (std::same_as<T, Money>) {
        return load(reader, value.amount) && load(reader, value.currency);
    } else if constexpr (std::same_as<T, std::string>) {
        return detail::load_string(reader, value);
    } else if constexpr (is_vector<T>) {
        return detail::load_vector(reader, value);
    } else if constexpr (is_array<T>) {
        return std::ranges::all_of(value, [&](auto& element) { return load(reader, element); });
    } else if constexpr (is_optional<T>) {
        return detail::load_optional(reader, value);
    } else if constexpr (is_pair<T>) {
        return load(reader, value.first) && load(reader, value.second);
    } else if constexpr (is_map<T> || is_set<T> || is_flat_map<T> || is_flat_set<T>) {
        return detail::load_table(reader, value);
    } else {
        static_assert(Described<T>, "describe this type with TF_DESCRIBE or give it an archive::Codec");
        bool empty = false;
        if constexpr (members_of<T>::count == 0) return load(reader, empty);
        return members_of<T>::all([&](auto member) { return load(reader, value.*member.pointer); });
    }
}

} // namespace truefill::archive

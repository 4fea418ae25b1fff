/// Snapshots: the state of a module as bytes, generic over described structs. A snapshot is a cache of the
/// journal, so the format may change with every build: a file begins with format_hash<State>(), and another
/// hash discards it. Inside there are no names, no versions and no tolerance, only the members in order.
///
///   integers, ids, enums, Time, Date, Duration, Amount, Digest   fixed width, little-endian
///   bool                                                         1 byte, 0 or 1
///   lengths                                                      varint, 7 bits a byte, low bits first
///   std::string, std::vector                                     length, elements
///   std::array, std::pair, described struct                      members one after another
///   std::optional                                                0 or 1, then the value
///   std::map, std::set, boost::unordered_flat_map and _set       length, entries in the order of their keys
///
/// Unordered containers are written sorted, so equal states have equal bytes whatever the history of their
/// tables. That is what makes digest() the proof that a replay rebuilt the state. Keys need operator<.
///
///     std::string bytes;                      archive::Reader reader{bytes};
///     archive::save(bytes, state);            archive::load(reader, state);
///                                             if (!reader.ok() || !reader.at_end()) ...
///
/// A vector of plain structs without padding, bools and enums is copied in one piece both ways.
#pragma once

#include "base/archive_format.h"
#include "base/archive_load.h"
#include "base/archive_save.h"
#include "base/sha256.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace truefill::archive {

/// Appends to the string.
template <class T>
void save(std::string& out, const T& value) {
    StringOutput output{out};
    save(output, value);
}

/// SHA-256 of what save would write, through a buffer of 64 KB: a state of two gigabytes needs no second
/// copy.
template <class T>
Digest digest(const T& value) {
    HashOutput output;
    save(output, value);
    return output.finish();
}

} // namespace truefill::archive

/// Sentences for people out of SQLite's codes: what happened to which file, and what mends it.
#pragma once

#include "journal/port.h"
#include "stores/sqlite/connection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace truefill::stores {

/// What stands at a path. With a VFS of its own a folder is never seen, and an empty file counts as missing.
/// A file of one byte is told apart because SQLite takes it for an empty one and would write over it.
enum class Look : std::uint8_t { missing, missing_folder, folder, empty_file, one_byte, file };
Look look_at(const Place& place);

/// Why nothing can be opened there, or nothing when there is hope. `create` forgives a missing or empty file.
std::optional<journal::Fault> obstacle(const Place& place, bool create);

/// What to do about a damaged journal, for the end of a sentence about it.
inline constexpr std::string_view after_damage = "Keep this file, and go on with the last backup: `truefill "
                                                 "verify` says of either up to which record it is "
                                                 "sound.";

/// Whether this account may write a file that is there.
bool may_write_file(const Place& place);
/// Whether this account may write in the folder of a path; true under a VFS of its own, which has no folders.
bool may_write_folder(const Place& place);

/// The fault behind a code of SQLite. `doing` continues "while": "storing 3 records".
journal::Fault fault_of(int code, const Connection& connection, const Place& place, std::string_view doing);

} // namespace truefill::stores

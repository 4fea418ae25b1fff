/// Files from outside, into memory, bounded. The only I/O of this room.
#pragma once

#include "connectors/shop/problem.h"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace truefill::connectors::shop {

/// Unpacked size. A small gzip file can hold gigabytes; unpacking stops here.
inline constexpr std::size_t file_bytes_max = 256 * 1024 * 1024;

/// The whole file; unpacked when it is gzip (by its first two bytes, not by its name). Problems:
/// `cannot_read`, `file_too_long`, `damaged_gzip`.
[[nodiscard]] std::expected<std::string, Problem> read_file(const std::string& path,
                                                            std::size_t bytes_max = file_bytes_max);

/// Pure: the bytes of a gzip file of one or more members (RFC 1952), checksums checked.
[[nodiscard]] std::expected<std::string, Problem> gunzip(std::string_view packed,
                                                         std::size_t bytes_max = file_bytes_max);

[[nodiscard]] inline bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

} // namespace truefill::connectors::shop

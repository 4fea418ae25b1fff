/// Free space of a file system, for the free-space mark under which a server turns read-only.
#pragma once

#include "journal/port.h"

#include <cstdint>
#include <expected>
#include <string>

namespace truefill::stores {

/// Bytes that this account may still write on the file system of a file or folder. The file may be missing,
/// its folder not. About 2 us.
std::expected<std::uint64_t, journal::Fault> free_bytes(const std::string& path);

} // namespace truefill::stores

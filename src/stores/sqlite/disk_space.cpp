#include "stores/sqlite/disk_space.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace truefill::stores {

using journal::Fault;
using journal::FaultKind;

std::expected<std::uint64_t, Fault> free_bytes(const std::string& path) {
    std::error_code error;
    std::filesystem::path asked{path};
    if (!std::filesystem::exists(asked, error)) asked = asked.has_parent_path() ? asked.parent_path() : ".";
    const std::filesystem::space_info space = std::filesystem::space(asked, error);
    if (!error) return space.available;
    const FaultKind kind = error == std::errc::no_such_file_or_directory ? FaultKind::missing : FaultKind::io;
    return std::unexpected(
        Fault{kind, fmt::format("The free space at {} cannot be read: {}.", path, error.message())});
}

} // namespace truefill::stores

/// `truefill doctor`: would the server start here, and what will hurt later? Looks only; nothing is changed.
#pragma once

#include "base/describe.h"
#include "server/live.h"

#include <cstdint>
#include <string>
#include <vector>

namespace truefill::server {

enum class Finding : std::uint8_t { good, doubtful, bad };
TF_DESCRIBE_ENUM(Finding, good, doubtful, bad)

struct Examined {
    static constexpr auto required = std::to_array<std::string_view>({"what", "finding", "sentence"});
    std::string what;
    Finding finding{};
    std::string sentence;
};
TF_DESCRIBE(Examined, (what, finding, sentence))

/// Folder, journal, clock, disk, token, certificate, public side, what it sends, views, port, connections,
/// backups. `bad` means that the server does not start or loses what it should keep.
std::vector<Examined> examine(const api::ServeOptions& options);

} // namespace truefill::server

/// What the server may be told: a TOML file, the environment, the command line, in this order; the later
/// wins.
///
/// One table says every key with its bounds and what it is for. The file that `truefill init` writes, the
/// check of a file, and the names in the environment are made from it: http.port is TRUEFILL_HTTP_PORT. A key
/// that is not in the table is refused with its line, for a setting that is misspelt must not be left out in
/// silence. Secrets have no key: the token's hash has a file of its own.
#pragma once

#include "server/live.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace truefill::server {

struct Setting {
    std::string_view key; ///< table and name, as in http.port
    std::variant<std::string api::ServeOptions::*, std::int64_t api::ServeOptions::*,
                 bool api::ServeOptions::*>
        member;
    std::int64_t least{}, most{}; ///< of a number
    std::string_view what;        ///< a comment of one line
};

std::span<const Setting> settings();
/// "TRUEFILL_HTTP_PORT".
std::string variable_of(const Setting& setting);

/// Takes over what a TOML text says. The sentence names the line.
std::expected<void, std::string> read_config(std::string_view text, api::ServeOptions& options);
/// The same from a file.
std::expected<void, std::string> load_config(const std::string& path, api::ServeOptions& options);
/// Takes over what the environment says; `get` is std::getenv outside tests.
std::expected<void, std::string>
read_environment(const std::function<std::optional<std::string>(const std::string&)>& get,
                 api::ServeOptions& options);

/// Why a server with these options must not start: certificate and key belong together, and an address that
/// others on the network reach wants TLS, for keys and passwords go over it. `http.insecure` is for a TLS
/// proxy before it.
std::optional<std::string> unsafe(const api::ServeOptions& options);
/// Reached from this machine only.
bool is_loopback(std::string_view address);

/// A file with every key at its default, commented.
std::string default_config(const std::string& journal);

} // namespace truefill::server

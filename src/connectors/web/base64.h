/// Base64 by RFC 4648. Reading is strict: no other characters, no line breaks, padding as it must be (none in
/// the URL form), and no bits behind the last byte, so each text has one spelling.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace truefill::connectors::web {

std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

/// With - and _, without padding: tokens and keys of log-in providers.
std::string to_base64_url(std::string_view bytes);
std::optional<std::string> from_base64_url(std::string_view text);

} // namespace truefill::connectors::web

/// A mail as text, by RFC 5322 with MIME: what an SMTP server is handed. Pure.
///
/// Nothing that somebody typed can add a header or a receiver: line breaks and other control characters in a
/// subject, a name or an address are refused, not mended. Text in other letters is encoded (RFC 2047 in
/// headers, base64 in bodies), so the mail is plain ASCII with lines of at most 78 characters.
#pragma once

#include "base/time.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::connectors::web {

struct Mail {
    std::string from;      ///< address
    std::string from_name; ///< shown beside it; may be empty
    std::vector<std::string> to;
    std::string subject;
    std::string text;
    std::string html; ///< the same as a page; may be empty
    std::string
        message_id; ///< "job-7@truefill.example": the same mail has the same one when it is sent again
    Time date;
};

inline constexpr std::size_t receivers_max = 50;
inline constexpr std::size_t subject_bytes_max = 300;
inline constexpr std::size_t text_bytes_max = std::size_t{1} << 20;

/// local@domain in ASCII, with a dot-atom on the left (RFC 5321, 4.1.2, without quoted forms) and names of
/// letters, digits and dashes on the right; at most 254 characters.
bool is_mail_address(std::string_view text);

/// The sentence says what is wrong with it.
std::expected<std::string, std::string> mail_text(const Mail& mail);

} // namespace truefill::connectors::web

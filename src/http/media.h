/// What clients say in headers about what they take, have and are: RFC 9110 and 6265, as far as we need it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace truefill::http {

/// The media type that the client likes best among those offered, in the order in which we like them: of
/// equals the first wins. Nothing when it takes none. No Accept header takes all.
///
///     choose_media(request.header("accept"), std::array<std::string_view, 2>{"text/html",
///     "application/json"})
std::optional<std::string_view> choose_media(std::string_view accept,
                                             std::span<const std::string_view> offered);

/// How much an Accept header wants one media type: 0 (not at all) to 1000.
int media_weight(std::string_view accept, std::string_view type);

/// The same for Accept-Encoding; an empty header takes no coding.
int coding_weight(std::string_view accept_encoding, std::string_view coding);

/// "application/json" of "Application/JSON; charset=utf-8".
std::string media_type(std::string_view content_type);

/// Whether a list of If-None-Match has the tag, by weak comparison; "*" has every one.
bool has_etag(std::string_view if_none_match, std::string_view etag);
/// Whether a list of If-Match has the tag, by strong comparison: weak tags never match.
bool has_strong_etag(std::string_view if_match, std::string_view etag);

/// The value of the first cookie of that name; nothing when there is none.
std::optional<std::string_view> cookie(std::string_view cookie_header, std::string_view name);

} // namespace truefill::http

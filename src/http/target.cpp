#include "http/target.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace truefill::http {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// Decoded, and fit to be shown and stored.
std::expected<std::string, std::string> clean(std::string_view text, bool plus_is_space) {
    std::optional<std::string> decoded = decode_percent(text, plus_is_space);
    if (!decoded) return std::unexpected{"a % is not followed by two hex digits"};
    if (!is_utf8(*decoded)) return std::unexpected{"the decoded target is not UTF-8"};
    if (std::ranges::any_of(*decoded, [](char c) { return c == '\0' || c == 0x7f; })) {
        return std::unexpected{"the decoded target has a control character"};
    }
    return std::move(*decoded);
}

/// "http://host/path" becomes "/path".
std::string_view without_origin(std::string_view text) {
    const std::size_t scheme = text.find("://");
    const std::size_t authority = scheme + 3;
    const std::size_t path = text.find_first_of("/?", authority);
    return path == std::string_view::npos ? std::string_view{"/"} : text.substr(path);
}

} // namespace

std::optional<std::string> decode_percent(std::string_view text, bool plus_is_space) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '+' && plus_is_space) {
            out += ' ';
        } else if (c != '%') {
            out += c;
        } else {
            if (text.size() - at < 3) return std::nullopt;
            const int high = hex_digit(text[at + 1]);
            const int low = hex_digit(text[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    return out;
}

std::expected<Pairs, std::string> parse_query(std::string_view text) {
    Pairs pairs;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        std::expected<std::string, std::string> name = clean(pair.substr(0, equals), true);
        if (!name) return std::unexpected{std::move(name.error())};
        std::expected<std::string, std::string> value =
            clean(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!value) return std::unexpected{std::move(value.error())};
        pairs.emplace_back(std::move(*name), std::move(*value));
    }
    return pairs;
}

std::expected<Target, std::string> parse_target(std::string_view text) {
    if (text.starts_with("http://") || text.starts_with("https://")) text = without_origin(text);
    if (!text.starts_with('/')) return std::unexpected{"the target does not start with a slash"};
    if (text.contains('#')) return std::unexpected{"the target has a fragment"};
    const std::size_t mark = std::min(text.find('?'), text.size());
    std::string_view path = text.substr(0, mark);

    Target target;
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        std::expected<std::string, std::string> part = clean(path.substr(0, end), false);
        if (!part) return std::unexpected{std::move(part.error())};
        if (*part == "." || *part == "..") return std::unexpected{"the target has a part . or .."};
        if (std::ranges::any_of(*part, is_control)) {
            return std::unexpected{"the path has a control character"};
        }
        target.path += '/';
        target.path += *part;
        target.parts.push_back(std::move(*part));
        path.remove_prefix(end);
    }
    std::expected<Pairs, std::string> query = parse_query(text.substr(std::min(mark + 1, text.size())));
    if (!query) return std::unexpected{std::move(query.error())};
    target.query = std::move(*query);
    return target;
}

} // namespace truefill::http

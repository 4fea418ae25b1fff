#include "http/media.h"

#include "base/text.h"

#include <algorithm>

namespace truefill::http {

namespace {

bool is_same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && to_lower_ascii(a) == to_lower_ascii(b);
}

/// Takes the part before the next separator off the front.
std::string_view take_part(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

/// "1", "0.8", "0.125" in thousandths; what is no weight counts as none at all.
int read_weight(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return 0;
    int weight = (text[0] - '0') * 1000;
    if (text.size() > 1 && text[1] != '.') return 0;
    int digit_worth = 100;
    for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (c < '0' || c > '9') return 0;
        weight += (c - '0') * digit_worth;
        digit_worth /= 10;
    }
    return std::min(weight, 1000);
}

struct Wish {
    std::string_view what;
    int weight = 1000;
};

/// One element of a list: "text/html;level=1;q=0.8". Parameters but q are passed over.
Wish read_wish(std::string_view element) {
    Wish wish{.what = take_part(element, ';')};
    while (!element.empty()) {
        const std::string_view parameter = take_part(element, ';');
        if (parameter.starts_with("q=") || parameter.starts_with("Q="))
            wish.weight = read_weight(parameter.substr(2));
    }
    return wish;
}

/// The weight of the most specific range that covers the name: itself, its group ("text/*"), then all.
int weight_in(std::string_view list, std::string_view name, std::string_view all) {
    const std::string_view group = name.substr(0, name.find('/'));
    int best = 0;
    int weight = 0;
    while (!list.empty()) {
        const Wish wish = read_wish(take_part(list, ','));
        int precision = 0;
        if (is_same(wish.what, name)) {
            precision = 3;
        } else if (wish.what.ends_with("/*") && is_same(wish.what.substr(0, wish.what.size() - 2), group)) {
            precision = 2;
        } else if (wish.what == all) {
            precision = 1;
        }
        if (precision <= best) continue;
        best = precision;
        weight = wish.weight;
    }
    return weight;
}

/// `same` is asked for each tag of a list such as `"a", W/"b"`. Tags may hold commas.
template <class Same>
bool any_tag(std::string_view list, Same same) {
    if (trim(list) == "*") return true;
    while (!list.empty()) {
        list.remove_prefix(std::min(list.find_first_not_of(" \t,"), list.size()));
        const std::size_t open = list.find('"');
        if (open == std::string_view::npos) return false;
        const std::size_t close = list.find('"', open + 1);
        if (close == std::string_view::npos) return false;
        if (same(list.substr(0, close + 1))) return true;
        list.remove_prefix(close + 1);
    }
    return false;
}

std::string_view without_weakness(std::string_view tag) {
    return tag.starts_with("W/") ? tag.substr(2) : tag;
}

} // namespace

int media_weight(std::string_view accept, std::string_view type) {
    if (trim(accept).empty()) return 1000;
    return weight_in(accept, type, "*/*");
}

int coding_weight(std::string_view accept_encoding, std::string_view coding) {
    return weight_in(accept_encoding, coding, "*");
}

std::optional<std::string_view> choose_media(std::string_view accept,
                                             std::span<const std::string_view> offered) {
    std::optional<std::string_view> best;
    int most = 0;
    for (const std::string_view type : offered) {
        const int weight = media_weight(accept, type);
        if (weight <= most) continue;
        most = weight;
        best = type;
    }
    return best;
}

std::string media_type(std::string_view content_type) { return to_lower_ascii(take_part(content_type, ';')); }

bool has_etag(std::string_view if_none_match, std::string_view etag) {
    return any_tag(if_none_match,
                   [etag](std::string_view tag) { return without_weakness(tag) == without_weakness(etag); });
}

bool has_strong_etag(std::string_view if_match, std::string_view etag) {
    return any_tag(if_match, [etag](std::string_view tag) { return tag == etag && !tag.starts_with("W/"); });
}

std::optional<std::string_view> cookie(std::string_view cookie_header, std::string_view name) {
    while (!cookie_header.empty()) {
        std::string_view value = take_part(cookie_header, ';');
        const std::size_t equals = value.find('=');
        if (equals == std::string_view::npos || trim(value.substr(0, equals)) != name) continue;
        value = trim(value.substr(equals + 1));
        if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"')) {
            value = value.substr(1, value.size() - 2);
        }
        return value;
    }
    return std::nullopt;
}

} // namespace truefill::http

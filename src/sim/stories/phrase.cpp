#include "sim/stories/phrase.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace truefill::stories {
namespace {

/// Documents of Truefill itself are named by these; no order may be.
constexpr auto documents =
    std::to_array<std::string_view>({"R", "SH", "INV", "CM", "RMA", "CASE", "HU", "H", "INC", "CC"});

bool is_digits(std::string_view text) {
    return !text.empty() && text.size() < 12 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "SH-9" of kind SH.
bool is_document(std::string_view kind, std::string_view text) {
    return text.size() > kind.size() + 1 && text.starts_with(kind) && text[kind.size()] == '-' &&
           is_digits(text.substr(kind.size() + 1)) && text.substr(kind.size() + 1) != "0";
}
bool is_any_document(std::string_view text) {
    return std::ranges::any_of(documents, [&](auto kind) { return is_document(kind, text); });
}
bool is_upper(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_code(std::string_view text) {
    return !text.empty() && is_upper(text.front()) && !is_any_document(text) &&
           std::ranges::all_of(
               text, [](char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '.'; });
}
bool is_mark(std::string_view word) { return word == ":" || word == "," || word == ";"; }
bool is_plain_word(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

/// What a capture takes, by its name: `q` a quantity, `n` a number, `amount`, `date`, `time`, `EUR` a
/// currency, `destination` wms:LYON, R, SH, INV... a document of that kind, DOC of any; other capitals a
/// code; small letters a plain word.
bool fits(std::string_view name, std::string_view text) {
    if (name == "q" || name == "n") return is_digits(text);
    if (name == "amount") return parse_amount(text).has_value();
    if (name == "date") return parse_date(text).has_value();
    if (name == "time") return text.size() == 5 && is_digits(text.substr(0, 2)) && text[2] == ':';
    if (name == "EUR") return parse_currency(text).has_value();
    if (name == "DOC") return is_any_document(text);
    if (name == "destination") return text.find(':') != std::string_view::npos && !is_mark(text);
    if (std::ranges::find(documents, name) != documents.end()) return is_document(name, text);
    return is_upper(name.front()) ? is_code(text) : is_plain_word(text);
}

std::string join(std::span<const std::string> words) {
    std::string text;
    for (const auto& word : words) {
        if (!text.empty() && !is_mark(word)) text += ' ';
        text += word;
    }
    return text;
}

/// All readings of a pattern: with and without each option, the fullest first.
std::vector<std::string> readings(std::string_view pattern) {
    const auto open = pattern.find('[');
    if (open == std::string_view::npos) return {std::string{pattern}};
    const auto close = pattern.find(']', open);
    std::vector<std::string> all;
    for (const auto& rest : readings(pattern.substr(close + 1))) {
        all.push_back(std::string{pattern.substr(0, open)} +
                      std::string{pattern.substr(open + 1, close - open - 1)} + rest);
        all.push_back(std::string{pattern.substr(0, open)} + rest);
    }
    return all;
}

bool is_capture(std::string_view word) { return word.starts_with('<') && word.ends_with('>'); }

class Match {
public:
    Match(std::span<const std::string> pattern, std::span<const std::string> text)
        : pattern_{pattern}, text_{text} {}

    bool run() { return from(0, 0); }
    const std::vector<std::pair<std::string, std::string>>& taken() const { return taken_; }

private:
    bool from(std::size_t p, std::size_t t) {
        if (p == pattern_.size()) return t == text_.size();
        const std::string_view word = pattern_[p];
        if (!is_capture(word)) return t < text_.size() && text_[t] == word && from(p + 1, t + 1);
        auto name = word.substr(1, word.size() - 2);
        const bool many = name.ends_with("...");
        if (many) name.remove_suffix(3);
        const auto longest = many ? text_.size() - t : std::min<std::size_t>(1, text_.size() - t);
        for (std::size_t length = 1; length <= longest; ++length) {
            if (!many && !fits(name, text_[t])) return false;
            taken_.emplace_back(name, join(text_.subspan(t, length)));
            if (from(p + 1, t + length)) return true;
            taken_.pop_back();
        }
        return false;
    }

    std::span<const std::string> pattern_, text_;
    std::vector<std::pair<std::string, std::string>> taken_;
};

} // namespace

bool Words::has(std::string_view name) const {
    return std::ranges::any_of(taken_, [&](const auto& one) { return one.first == name; });
}

std::string Words::text(std::string_view name) const {
    for (const auto& [known, text] : taken_)
        if (known == name) return text;
    return {};
}

Quantity Words::quantity(std::string_view name) const {
    Quantity value = 0;
    const auto digits = text(name);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::uint32_t Words::number(std::string_view name) const {
    std::uint32_t value = 0;
    const auto whole = text(name);
    const auto dash = whole.find('-');
    const auto start = dash == std::string::npos ? 0 : dash + 1;
    std::from_chars(whole.data() + start, whole.data() + whole.size(), value);
    return value;
}

Amount Words::amount(std::string_view name) const { return parse_amount(text(name)).value_or(Amount{}); }
Date Words::date(std::string_view name) const { return parse_date(text(name)).value_or(Date{}); }
Currency Words::currency(std::string_view name) const {
    return parse_currency(text(name)).value_or(Currency{});
}

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    while (!(text = trim(text)).empty()) {
        const auto end = std::min(text.find(' '), text.size());
        auto word = text.substr(0, end);
        const bool mark = word.size() > 1 && is_mark(word.substr(word.size() - 1));
        if (mark) word.remove_suffix(1);
        words.emplace_back(word);
        if (mark) words.emplace_back(text.substr(end - 1, 1));
        text.remove_prefix(end);
    }
    return words;
}

bool matches(std::string_view pattern, const std::vector<std::string>& text, Words& words) {
    for (const auto& reading : readings(pattern)) {
        const auto expected = split_words(reading);
        Match match{expected, text};
        if (!match.run()) continue;
        for (const auto& [name, taken] : match.taken()) words.set(name, taken);
        return true;
    }
    return false;
}

} // namespace truefill::stories

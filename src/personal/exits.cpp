#include "personal/exits.h"

#include "base/json.h"

#include <algorithm>
#include <utility>

namespace truefill::personal {
namespace {

std::string json_inside(std::string_view text) {
    std::string out;
    json::encode(out, text);
    return out.substr(1, out.size() - 2);
}

void append_html(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    }
}

void append_line(std::string& out, std::string_view text) {
    for (const char c : text) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
}

/// A token that is a whole string of JSON which itself stands in a string of JSON: \"TOKEN\".
bool is_nested(std::string_view bytes, std::size_t at, std::size_t size) {
    constexpr std::string_view quote = "\\\"";
    return at >= quote.size() && bytes.substr(at - quote.size(), quote.size()) == quote &&
           bytes.substr(at + size).starts_with(quote);
}

void append_text(std::string& out, const std::string& text, Written how) {
    switch (how) {
    case Written::csv: // its cells are taken apart first
    case Written::plain: out += text; break;
    case Written::line: append_line(out, text); break;
    case Written::json: out += json_inside(text); break;
    case Written::html: append_html(out, text); break;
    }
}

/// Appends bytes with their tokens replaced; true when there was one.
bool append_unsealed(const KeyRing& keys, std::string& out, std::string_view bytes, Written how) {
    bool any = false;
    std::size_t from = 0;
    for (std::size_t at = bytes.find(sealed_begin); at != std::string_view::npos;
         at = bytes.find(sealed_begin, at)) {
        const auto token = sealed_token(bytes.substr(at));
        if (!token) {
            at += sealed_begin.size();
            continue;
        }
        any = true;
        out += bytes.substr(from, at - from);
        auto text = keys.unseal(token->all);
        if (how == Written::json && is_nested(bytes, at, token->all.size())) text = json_inside(text);
        append_text(out, text, how);
        from = at += token->all.size();
    }
    out += bytes.substr(from);
    return any;
}

/// As api/csv.h writes a cell: a program that opens the file shall not run what begins like a formula.
void append_cell(std::string& out, std::string_view text) {
    constexpr std::string_view runs = "=+-@\t\r";
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) out += '"';
    if (!text.empty() && runs.contains(text.front())) out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    if (quoted) out += '"';
}

/// The cell that begins at a place: its text, and where it ends.
std::pair<std::string, std::size_t> cell_at(std::string_view bytes, std::size_t at) {
    if (at >= bytes.size() || bytes[at] != '"') {
        const auto end = std::min(bytes.find_first_of(",\r\n", at), bytes.size());
        return {std::string{bytes.substr(at, end - at)}, end};
    }
    std::string text;
    for (++at; at < bytes.size(); ++at) {
        if (bytes[at] != '"') text += bytes[at];
        else if (at + 1 < bytes.size() && bytes[at + 1] == '"') text += bytes[++at];
        else return {std::move(text), at + 1};
    }
    return {std::move(text), at};
}

bool unseal_csv(const KeyRing& keys, std::string& bytes) {
    std::string out;
    bool any = false;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto [text, end] = cell_at(bytes, at);
        std::string clear;
        if (may_have_sealed(text) && append_unsealed(keys, clear, text, Written::plain)) {
            any = true;
            append_cell(out, clear);
        } else {
            out.append(bytes, at, end - at);
        }
        at = end;
        if (at < bytes.size()) out += bytes[at++];
    }
    bytes.swap(out);
    return any;
}

} // namespace

bool may_have_sealed(std::string_view bytes) { return bytes.find(sealed_begin) != std::string_view::npos; }

bool unseal_all(const KeyRing& keys, std::string& bytes, Written how) {
    if (!may_have_sealed(bytes)) return false;
    if (how == Written::csv) return unseal_csv(keys, bytes);
    std::string out;
    out.reserve(bytes.size());
    const bool any = append_unsealed(keys, out, bytes, how);
    bytes.swap(out);
    return any;
}

std::string unsealed(const KeyRing& keys, std::string bytes, Written how) {
    unseal_all(keys, bytes, how);
    return bytes;
}

} // namespace truefill::personal

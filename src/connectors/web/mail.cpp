#include "connectors/web/mail.h"

#include "base/sha256.h"
#include "base/text.h"
#include "connectors/web/base64.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace truefill::connectors::web {
namespace {

constexpr std::size_t address_max = 254, local_max = 64, label_max = 63; // RFC 5321, 4.5.3.1; RFC 1035
constexpr std::size_t body_line = 76;
constexpr std::size_t word_bytes = 39; ///< of UTF-8 in one encoded word: 52 letters, 64 with its frame

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_local_part(std::string_view text) {
    constexpr std::string_view marks = "!#$%&'*+-/=?^_`{|}~.";
    return !text.empty() && text.size() <= local_max && text.front() != '.' && text.back() != '.' &&
           text.find("..") == std::string_view::npos && std::ranges::all_of(text, [&](char c) {
               return is_letter_or_digit(c) || marks.find(c) != std::string_view::npos;
           });
}

bool is_domain(std::string_view text) {
    while (true) {
        const auto dot = text.find('.');
        const auto label = text.substr(0, dot);
        if (label.empty() || label.size() > label_max || label.front() == '-' || label.back() == '-')
            return false;
        if (!std::ranges::all_of(label, [](char c) { return is_letter_or_digit(c) || c == '-'; }))
            return false;
        if (dot == std::string_view::npos) return true;
        text.remove_prefix(dot + 1);
    }
}

bool has_control_or_tab(std::string_view text) {
    return std::ranges::any_of(text,
                               [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool is_plain(std::string_view text) {
    return text.find("=?") == std::string_view::npos &&
           std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

/// Encoded words of RFC 2047, each of whole characters.
std::string encoded_words(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        auto size = std::min(text.size(), word_bytes);
        while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
        if (!out.empty()) out += "\r\n ";
        out += "=?UTF-8?B?" + to_base64(text.substr(0, size)) + "?=";
        text.remove_prefix(size);
    }
    return out;
}

std::string subject_text(std::string_view text) {
    constexpr std::size_t plain_max = 60;
    return is_plain(text) && text.size() <= plain_max ? std::string{text} : encoded_words(text);
}

/// Mon, 02 Mar 2026 10:00:00 +0000
std::string date_text(Time time) {
    constexpr std::array<std::string_view, 7> day_names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto date = date_of(time);
    const auto day = civil(date);
    const auto second = (time - start_of(date)).micros / seconds(1).micros;
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000",
                       day_names[static_cast<std::size_t>(weekday(date) - 1)], day.day,
                       months[static_cast<std::size_t>(day.month - 1)], day.year, second / 3'600,
                       second / 60 % 60, second % 60);
}

/// Lines end in CRLF before they are encoded: base64 keeps what it is given.
void append_part(std::string& out, std::string_view type, std::string_view text) {
    out += "Content-Type: " + std::string{type} + "; charset=utf-8\r\n";
    out += "Content-Transfer-Encoding: base64\r\n\r\n";
    std::string lines;
    for (const char c : text) {
        if (c == '\r') continue;
        if (c == '\n') lines += '\r';
        lines += c;
    }
    const auto encoded = to_base64(lines);
    for (std::size_t at = 0; at < encoded.size(); at += body_line) {
        out += encoded.substr(at, body_line);
        out += "\r\n";
    }
}

std::optional<std::string> wrong_in(const Mail& mail) {
    if (!is_mail_address(mail.from)) return "the sender's address is not well formed";
    if (mail.to.empty() || mail.to.size() > receivers_max) return "a mail has 1 to 50 receivers";
    if (!std::ranges::all_of(mail.to, is_mail_address)) return "a receiver's address is not well formed";
    if (!is_mail_address(mail.message_id)) return "the message id is not well formed";
    if (has_control_or_tab(mail.from_name) || mail.from_name.size() > subject_bytes_max)
        return "the sender's name has a line break, or is too long";
    if (mail.subject.empty() || has_control_or_tab(mail.subject) || mail.subject.size() > subject_bytes_max)
        return "the subject is empty, has a line break, or is too long";
    if (mail.text.empty() || std::max(mail.text.size(), mail.html.size()) > text_bytes_max)
        return "the text is empty or too long";
    for (const auto* one : {&mail.from_name, &mail.subject, &mail.text, &mail.html})
        if (!is_utf8(*one) || one->find('\0') != std::string::npos) return "the text is not UTF-8";
    return std::nullopt;
}

} // namespace

bool is_mail_address(std::string_view text) {
    const auto at = text.rfind('@');
    return text.size() <= address_max && at != std::string_view::npos && is_local_part(text.substr(0, at)) &&
           is_domain(text.substr(at + 1));
}

std::expected<std::string, std::string> mail_text(const Mail& mail) {
    if (auto wrong = wrong_in(mail)) return std::unexpected(std::move(*wrong));
    std::string out = "Date: " + date_text(mail.date) + "\r\n";
    out += "Message-ID: <" + mail.message_id + ">\r\n";
    if (mail.from_name.empty()) out += "From: " + mail.from + "\r\n";
    else // always encoded: a plain name could hold the comma that parts two senders
        out += "From: " + encoded_words(mail.from_name) + "\r\n <" + mail.from + ">\r\n";
    for (std::size_t i = 0; i < mail.to.size(); ++i) out += (i == 0 ? "To: " : ",\r\n ") + mail.to[i];
    out += "\r\nSubject: " + subject_text(mail.subject) + "\r\n";
    out += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"; // no out-of-office replies (RFC 3834)
    if (mail.html.empty()) {
        append_part(out, "text/plain", mail.text);
        return out;
    }
    std::string boundary = "=_"; // cannot occur in base64
    append_hex(boundary, hash128(mail.message_id));
    out += "Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    out += "--" + boundary + "\r\n";
    append_part(out, "text/plain", mail.text);
    out += "--" + boundary + "\r\n";
    append_part(out, "text/html", mail.html);
    out += "--" + boundary + "--\r\n";
    return out;
}

} // namespace truefill::connectors::web

#include "http/response_head.h"

#include "base/text.h"
#include "base/time.h"
#include "http/problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace truefill::http {

namespace {

bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool is_value_char(char c) { return (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) || c == '\t'; }

bool is_same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() && to_lower_ascii(a) == to_lower_ascii(b);
}

void append_line(std::string& out, std::string_view name, std::string_view value) {
    out += name;
    out += ": ";
    out += value;
    out += "\r\n";
}

} // namespace

std::string http_date(std::int64_t seconds) {
    constexpr std::array<std::string_view, 7> days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Date date = date_of(Time{seconds * 1'000'000});
    const CivilDate day = civil(date);
    const std::int64_t second = seconds - std::int64_t{date.days} * 86'400;
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
                       days[static_cast<std::size_t>(weekday(date) - 1)], day.day,
                       months[static_cast<std::size_t>(day.month - 1)], day.year, second / 3600,
                       second / 60 % 60, second % 60);
}

std::string_view http_date_now() {
    thread_local std::int64_t last = 0;
    thread_local std::string text;
    // tidy: allow clock, because the header Date is for caches of clients; nothing is decided by it
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const std::int64_t second = std::chrono::floor<std::chrono::seconds>(now).count();
    if (std::exchange(last, second) != second) text = http_date(second);
    return text;
}

bool has_no_body(int status) { return status < 200 || status == 204 || status == 304; }

bool is_sendable(const Response& response) {
    const auto sendable = [](const Pairs::value_type& header) {
        return !header.first.empty() && std::ranges::all_of(header.first, is_name_char) &&
               std::ranges::all_of(header.second, is_value_char);
    };
    return response.status >= 200 && response.status <= 599 &&
           std::ranges::all_of(response.content_type, is_value_char) &&
           std::ranges::all_of(response.headers, sendable);
}

void append_head(std::string& out, const HeadPlan& plan) {
    const Response& response = plan.response;
    out += "HTTP/1.1 ";
    append_int(out, response.status);
    out += ' ';
    out += reason_of(response.status);
    out += "\r\n";
    append_line(out, "Date", http_date_now());
    if (!response.content_type.empty() && !has_no_body(response.status)) {
        append_line(out, "Content-Type", response.content_type);
    }
    if (plan.length && !has_no_body(response.status)) {
        out += "Content-Length: ";
        append_uint(out, *plan.length);
        out += "\r\n";
    }
    if (plan.is_chunked) append_line(out, "Transfer-Encoding", "chunked");
    for (const auto& [name, value] : response.headers) append_line(out, name, value);
    for (const auto& [name, value] : plan.always) {
        const bool is_there = std::ranges::any_of(
            response.headers, [&](const auto& header) { return is_same_name(header.first, name); });
        if (!is_there) append_line(out, name, value);
    }
    if (!plan.connection.empty()) append_line(out, "Connection", plan.connection);
    out += "\r\n";
}

} // namespace truefill::http

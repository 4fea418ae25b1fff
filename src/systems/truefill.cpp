#include "systems/truefill.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace truefill::systems {
namespace {

using connectors::web::Answer;
using connectors::web::Ask;

constexpr std::size_t answer_max = std::size_t{64} << 20;
constexpr std::chrono::milliseconds first_wait{50}, longest_wait{1'000};

/// Not an answer to what was asked: it is asked again.
bool is_for_later(int status) { return status == 429 || status == 503 || status == 507 || status == 502; }

void append_line(std::string& out, const Letter& letter) {
    out += R"({"command":)";
    json::encode(out, letter.command);
    out += R"(,"message_id":)";
    json::encode(out, letter.key);
    if (letter.at) {
        out += R"(,"event_time":)";
        json::encode(out, letter.at);
    }
    out += R"(,"body":)";
    out += letter.body;
    out += "}\n";
}

Reply reply_of(json::Value problem) {
    if (!problem) return std::nullopt;
    return text_in(problem, "code");
}

} // namespace

std::string text_in(json::Value row, std::string_view member) {
    return std::string{row.find(member).as_string().value_or("")};
}
std::int64_t number_in(json::Value row, std::string_view member) {
    return row.find(member).as_int().value_or(0);
}
Time time_in(json::Value row, std::string_view member) {
    return parse_time(row.find(member).as_string().value_or("")).value_or(Time{});
}

Truefill::Truefill(Link link, const std::atomic<bool>& stop)
    : link_{std::move(link)},
      stop_{stop},
      web_{{.guard = connectors::web::Guard::off()}},
      document_{answer_max} {
    if (link_.url.ends_with('/')) link_.url.pop_back();
}

std::optional<Answer> Truefill::ask(Ask ask) {
    ask.url = link_.url + ask.url;
    ask.headers.emplace_back("Authorization", "Bearer " + link_.key);
    if (!link_.source.empty()) ask.headers.emplace_back("Truefill-Source", link_.source);
    ask.answer_bytes_max = answer_max;
    for (auto wait = first_wait; !stop_; wait = std::min(2 * wait, longest_wait)) {
        auto answer = web_.send(ask);
        if (answer && !is_for_later(answer->status)) return std::move(*answer);
        std::this_thread::sleep_for(wait);
    }
    return std::nullopt;
}

std::optional<json::Value> Truefill::parse(std::string text) {
    text_ = std::move(text);
    const auto value = document_.parse(text_);
    return value ? std::optional{*value} : std::nullopt;
}

std::optional<json::Value> Truefill::get(const std::string& path) {
    auto answer = ask({.method = "GET", .url = path});
    if (!answer || answer->status != 200) return std::nullopt;
    return parse(std::move(answer->body));
}

void Truefill::each(const std::string& path, const std::function<void(json::Value)>& row) {
    const auto first = path + (path.find('?') == std::string::npos ? '?' : '&') + "limit=500";
    for (auto next = first; !next.empty();) {
        const auto page = get(next);
        if (!page) return;
        for (const auto one : page->find("items").elements()) row(one);
        const auto cursor = text_in(*page, "next_cursor");
        next = cursor.empty() ? std::string{} : first + "&cursor=" + cursor;
    }
}

Reply Truefill::send(const Letter& letter) {
    Ask wanted{.method = "POST", .url = "/v1/commands/" + letter.command};
    wanted.headers = {{"Content-Type", "application/json"}, {"Idempotency-Key", letter.key}};
    if (letter.at) {
        std::string at;
        append_time(at, letter.at);
        wanted.headers.emplace_back("Truefill-Event-Time", at);
    }
    wanted.body = letter.body;
    const auto answer = ask(std::move(wanted));
    if (!answer) return "not_sent";
    if (answer->status < 300) return std::nullopt;
    json::Document document;
    const auto problem = document.parse(answer->body);
    return problem ? reply_of(*problem) : Reply{"status_" + std::to_string(answer->status)};
}

std::vector<Reply> Truefill::send_all(const std::vector<Letter>& letters) {
    if (letters.size() == 1) return {send(letters.front())};
    if (letters.empty()) return {};
    Ask wanted{.method = "POST", .url = "/v1/commands"};
    wanted.headers = {{"Content-Type", "application/x-ndjson"}};
    for (const auto& one : letters) append_line(wanted.body, one);
    for (;;) {
        const auto answer = ask(wanted);
        if (!answer) return {};
        std::vector<Reply> replies;
        bool again = false;
        json::Document document;
        for (std::string_view rest = answer->body; !rest.empty();) {
            const auto end = std::min(rest.find('\n'), rest.size());
            const auto value = document.parse(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (!value) continue;
            const auto problem = value->find("problem");
            again = again || is_for_later(static_cast<int>(number_in(problem, "status")));
            replies.push_back(reply_of(problem));
        }
        if (!again || stop_) return replies;
        std::this_thread::sleep_for(longest_wait);
    }
}

std::optional<json::Value> Truefill::post(const std::string& path, std::string body, const std::string& key) {
    Ask wanted{.method = "POST", .url = path};
    wanted.headers = {{"Content-Type", "application/json"}};
    if (!key.empty()) wanted.headers.emplace_back("Idempotency-Key", key);
    wanted.body = std::move(body);
    auto answer = ask(std::move(wanted));
    if (!answer || answer->status >= 300) return std::nullopt;
    return parse(std::move(answer->body));
}

} // namespace truefill::systems

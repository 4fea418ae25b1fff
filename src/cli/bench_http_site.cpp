#include "cli/bench_http_site.h"

#include "cli/failure.h"
#include "loop/clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <thread>
#include <utility>

namespace truefill::cli {
namespace {

[[noreturn]] void fail_load(std::string_view what, std::string_view said) {
    fail(exit_bad_journal, "bench_load_failed", fmt::format("{}: the server answered {}", what, said));
}

/// Two hours ago: the workload's own clock never overtakes the server's.
Time start_time() { return loop::SystemClock{}.now() - hours(2); }

} // namespace

BenchSite::BenchSite(const std::string& folder)
    : server_{folder}, workload_{{.start = start_time()}}, connection_{server_.port()} {
    for (const auto& message : workload_.setup()) ask(single(message));
}

std::string BenchSite::get(std::string_view path) const {
    return fmt::format("GET {} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {}\r\n\r\n", path,
                       server_.token());
}

std::string BenchSite::post(std::string_view path, std::string_view headers, std::string_view body) const {
    return fmt::format("POST {} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {}\r\n{}"
                       "Content-Length: {}\r\n\r\n{}",
                       path, server_.token(), headers, body.size(), body);
}

std::string BenchSite::single(const engine::Message& message) const {
    std::string body;
    engine::encode_body(body, message.command);
    return post(
        fmt::format("/v1/commands/{}", engine::name_of(message.command)),
        fmt::format("Content-Type: application/json\r\nIdempotency-Key: {}\r\n", message.envelope.message_id),
        body);
}

void BenchSite::append_line(std::string& body, const engine::Message& message) {
    fmt::format_to(std::back_inserter(body), R"({{"command":"{}","message_id":"{}","body":)",
                   engine::name_of(message.command), message.envelope.message_id);
    engine::encode_body(body, message.command);
    body += "}\n";
}

std::vector<std::string> BenchSite::places(std::size_t count) {
    std::vector<std::string> made;
    made.reserve(count);
    while (made.size() < count) made.push_back(single(workload_.place()));
    return made;
}

std::vector<std::string> BenchSite::bulks(const std::vector<engine::Message>& messages,
                                          std::size_t lines) const {
    std::vector<std::string> made;
    std::string body;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        append_line(body, messages[i]);
        if ((i + 1) % lines != 0 && i + 1 != messages.size()) continue;
        made.push_back(post("/v1/commands", "Content-Type: application/x-ndjson\r\n", body));
        body.clear();
    }
    return made;
}

Reply BenchSite::ask(std::string_view request) {
    const auto reply = connection_.ask(request);
    if (reply.status != 200) fail_load(request.substr(0, request.find('\r')), reply.body.substr(0, 500));
    return reply;
}

std::uint64_t BenchSite::send_bulk(std::string_view request) {
    const auto reply = ask(request);
    for (auto rest = reply.body; !rest.empty();) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.find("\"committed\"") == std::string_view::npos) fail_load("many commands", line);
    }
    return number_in_answer(reply.body, "position");
}

void BenchSite::settle() {
    constexpr int tries = 600;
    const auto last = number_in_answer(ask(get("/readyz")).body, "position");
    const auto request = get(fmt::format("/v1/orders?limit=1&min_position={}", last));
    for (int i = 0; i < tries; ++i) {
        if (connection_.ask(request).status == 200) return;
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
    fail(exit_bad_journal, "bench_load_failed", "the lists of the server do not follow its journal");
}

std::optional<std::uint64_t> BenchSite::views_position() {
    const auto reply = connection_.ask(get("/v1/views"));
    if (reply.status != 200) return std::nullopt;
    return number_in_answer(reply.body, "position");
}

bool BenchSite::wait_for_views(std::uint64_t position, double seconds_max) {
    const auto start = Wall::now();
    while (seconds_since(start) < seconds_max) {
        const auto now = views_position();
        if (!now) return false;
        if (*now >= position) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    return false;
}

std::uint64_t number_in_answer(std::string_view body, std::string_view name) {
    const auto quoted = fmt::format("\"{}\":", name);
    const auto at = body.rfind(quoted);
    std::uint64_t number = 0;
    if (at == std::string_view::npos) return 0;
    std::from_chars(body.data() + at + quoted.size(), body.data() + body.size(), number);
    return number;
}

void check(const LoadResult& result, std::string_view what) {
    if (result.bad > 0)
        fail_load(fmt::format("{}: {} of the answers are bad", what, result.bad), result.first_bad);
}

} // namespace truefill::cli

#include "connectors/web/web_client.h"

#include "connectors/web/curl_easy.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace truefill::connectors::web {
namespace {

constexpr std::size_t url_bytes_max = 2'000;
constexpr std::size_t head_bytes_max = std::size_t{64} << 10;
constexpr std::string_view methods[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
/// The client's own business: lengths that disagree with the body are how requests are smuggled.
constexpr std::string_view own_headers[] = {"host", "content-length", "transfer-encoding", "connection",
                                            "expect"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(), [](char c) { return lower(c); });
    return out;
}

/// A token of RFC 9110, 5.6.2.
bool is_token(std::string_view text) {
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               marks.find(c) != std::string_view::npos;
    });
}

bool has_control(std::string_view text) {
    return std::ranges::any_of(
        text, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; });
}

std::optional<std::string> wrong_in(const Ask& ask) {
    if (std::ranges::find(methods, std::string_view{ask.method}) == std::end(methods))
        return "the method is GET, HEAD, POST, PUT, PATCH or DELETE";
    for (const auto& [name, value] : ask.headers) {
        if (!is_token(name) || has_control(value)) return "a header is not well formed";
        if (std::ranges::find(own_headers, lower(name)) != std::end(own_headers))
            return "the header " + name + " is set by the client itself";
    }
    if (ask.timeout.count() <= 0) return "the timeout is above 0";
    return std::nullopt;
}

/// One exchange under way.
struct Taking {
    Answer answer;
    std::size_t head_bytes = 0, body_bytes_max = 0;
    bool too_long = false;
};

std::size_t take_header(char* data, std::size_t, std::size_t size, void* into) {
    auto& taking = *static_cast<Taking*>(into);
    taking.head_bytes += size;
    if (taking.head_bytes > head_bytes_max) {
        taking.too_long = true;
        return 0;
    }
    std::string_view line{data, size};
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    if (line.starts_with("HTTP/")) taking.answer.headers.clear(); // after an interim answer (1xx)
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return size;
    auto value = line.substr(colon + 1);
    while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
    while (!value.empty() && (value.back() == ' ' || value.back() == '\t')) value.remove_suffix(1);
    taking.answer.headers.emplace_back(lower(line.substr(0, colon)), value);
    return size;
}

std::size_t take_body(char* data, std::size_t, std::size_t size, void* into) {
    auto& taking = *static_cast<Taking*>(into);
    if (taking.answer.body.size() + size > taking.body_bytes_max) {
        taking.too_long = true;
        return 0;
    }
    taking.answer.body.append(data, size);
    return size;
}

struct Url {
    std::string host; ///< an IPv6 address without its brackets
};

std::expected<Url, std::string> read_url(std::string_view url, const Guard& guard) {
    if (url.size() > url_bytes_max) return std::unexpected("an address has at most 2000 characters");
    if (has_control(url) || url.find_first_of(" \t\\") != std::string_view::npos)
        return std::unexpected("an address has no spaces, backslashes or control characters");
    if (const auto at = url.find("://"); at != std::string_view::npos && url.substr(at + 3).starts_with('/'))
        return std::unexpected("an address names a host");
    UrlParts parts{url};
    if (!parts.good()) return std::unexpected("it is not an address as https://example.com/path");
    const auto scheme = parts.part(CURLUPART_SCHEME);
    if (scheme != "http" && scheme != "https")
        return std::unexpected("an address begins with https:// or http://");
    if (!parts.part(CURLUPART_USER).empty() || !parts.part(CURLUPART_PASSWORD).empty())
        return std::unexpected("an address has no user and no password in it");
    if (!parts.part(CURLUPART_FRAGMENT).empty()) return std::unexpected("an address has no part behind a #");
    Url read{parts.part(CURLUPART_HOST)};
    if (read.host.empty()) return std::unexpected("an address names a host");
    if (read.host.starts_with('[') && read.host.ends_with(']'))
        read.host = read.host.substr(1, read.host.size() - 2);
    if (read.host.find('%') != std::string::npos)
        return std::unexpected("a host has no zone and no percent sign");
    if (const auto address = parse_ip(read.host))
        if (const auto why = guard.refuses(*address))
            return std::unexpected(read.host + " " + std::string{*why} + "; it is not allowed here");
    return read;
}

} // namespace

std::string_view Answer::header(std::string_view lower_case_name) const {
    const auto found = std::ranges::find(headers, lower_case_name,
                                         [](const auto& one) { return std::string_view{one.first}; });
    return found == headers.end() ? std::string_view{} : std::string_view{found->second};
}

struct WebClient::Machine {
    WebOptions options;
    Easy easy;
    std::atomic<bool> ending{false};

    void prepare(const Ask& ask, Taking& taking, HeaderList& headers);
    Fault fault_of(CURLcode code, const Taking& taking, const std::string& host) const;
};

void WebClient::Machine::prepare(const Ask& ask, Taking& taking, HeaderList& headers) {
    easy.reset(options.guard);
    for (const auto& [name, value] : ask.headers)
        headers.add(value.empty() ? name + ";" : name + ": " + value);
    headers.add("Expect:"); // no asking whether the body may come
    if (!ask.body.empty() &&
        std::ranges::none_of(ask.headers, [](const auto& one) { return lower(one.first) == "content-type"; }))
        headers.add("Content-Type: application/octet-stream");
    easy.set(CURLOPT_URL, ask.url.c_str());
    easy.set(CURLOPT_PROTOCOLS_STR, "http,https");
    easy.set(CURLOPT_FOLLOWLOCATION, 0L);
    easy.set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    easy.set(CURLOPT_USERAGENT, options.user_agent.c_str());
    easy.set(CURLOPT_HTTPHEADER, headers.list());
    if (!options.authorities_file.empty()) easy.set(CURLOPT_CAINFO, options.authorities_file.c_str());
    easy.set(CURLOPT_TIMEOUT_MS, static_cast<long>(ask.timeout.count()));
    easy.set(CURLOPT_CONNECTTIMEOUT_MS,
             static_cast<long>(std::min(ask.timeout, options.connect_time).count()));
    if (ask.method == "HEAD") easy.set(CURLOPT_NOBODY, 1L);
    else if (ask.method != "GET" || !ask.body.empty()) {
        easy.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(ask.body.size()));
        easy.set(CURLOPT_POSTFIELDS, ask.body.data());
        easy.set(CURLOPT_CUSTOMREQUEST, ask.method.c_str());
    }
    easy.set(CURLOPT_HEADERFUNCTION, take_header);
    easy.set(CURLOPT_HEADERDATA, &taking);
    easy.set(CURLOPT_WRITEFUNCTION, take_body);
    easy.set(CURLOPT_WRITEDATA, &taking);
    easy.watch(ending);
}

Fault WebClient::Machine::fault_of(CURLcode code, const Taking& taking, const std::string& host) const {
    if (code == CURLE_ABORTED_BY_CALLBACK) return {FaultKind::ended, host + " was not waited for any more"};
    if (const auto& refused = easy.refused(); !refused.empty() && !easy.connected())
        return {FaultKind::forbidden, host + " is not reached: " + refused};
    if (taking.too_long) return {FaultKind::too_long, host + " answered with more than is allowed"};
    if (code == CURLE_URL_MALFORMAT || code == CURLE_UNSUPPORTED_PROTOCOL)
        return {FaultKind::bad_ask, "the address of " + host + " is not well formed"};
    const auto kind = easy.connected() ? FaultKind::unknown : FaultKind::unreachable;
    return {kind, host + ": " + curl_easy_strerror(code)};
}

WebClient::WebClient(WebOptions options) : machine_{std::make_unique<Machine>(std::move(options))} {}
WebClient::~WebClient() = default;
WebClient::WebClient(WebClient&&) noexcept = default;
WebClient& WebClient::operator=(WebClient&&) noexcept = default;

std::expected<Answer, Fault> WebClient::send(const Ask& ask) {
    auto& machine = *machine_;
    if (machine.ending) return std::unexpected(Fault{FaultKind::ended, "nothing is sent any more"});
    if (auto wrong = wrong_in(ask)) return std::unexpected(Fault{FaultKind::bad_ask, std::move(*wrong)});
    const auto url = read_url(ask.url, Guard::off());
    if (!url) return std::unexpected(Fault{FaultKind::bad_ask, url.error()});
    Taking taking;
    taking.body_bytes_max = ask.answer_bytes_max;
    HeaderList headers;
    machine.prepare(ask, taking, headers);
    const auto code = machine.easy.perform();
    if (code != CURLE_OK) return std::unexpected(machine.fault_of(code, taking, url->host));
    taking.answer.status = static_cast<int>(machine.easy.status());
    return std::move(taking.answer);
}

void WebClient::end() { machine_->ending = true; }

std::expected<void, std::string> check_url(std::string_view url, const Guard& guard) {
    auto read = read_url(url, guard);
    if (!read) return std::unexpected(std::move(read.error()));
    return {};
}

} // namespace truefill::connectors::web

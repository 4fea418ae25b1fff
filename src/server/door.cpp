#include "server/door.h"

#include "base/text.h"
#include "engine/engine.h"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

namespace truefill::server {
namespace {

constexpr std::string_view token_prefix = "tf_";

bool equal_in_constant_time(const Digest& a, const Digest& b) {
    return CRYPTO_memcmp(a.bytes.data(), b.bytes.data(), a.bytes.size()) == 0;
}

std::unexpected<std::string> failed(const std::string& file, std::string_view doing) {
    return std::unexpected(file + " cannot be " + std::string{doing} + ": " + std::strerror(errno) + ".");
}

std::expected<OperatorToken, std::string> make(const std::string& file) {
    OperatorToken token;
    token.made = std::string{token_prefix} + random_hex();
    token.hash = sha256(token.made);
    std::string line;
    append_hex(line, token.hash);
    line += '\n';
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (opened < 0) return failed(file, "made");
    const bool written = ::write(opened, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
                         ::fsync(opened) == 0;
    if (!written) {
        const auto problem = failed(file, "written");
        ::close(opened);
        ::unlink(file.c_str());
        return problem;
    }
    ::close(opened);
    return token;
}

/// Other systems share the one token for now, and say with each request which one they are.
std::string source_of(const http::Request& request) {
    constexpr std::size_t longest = 64;
    const auto named = request.header("truefill-source");
    const bool good = is_printable_identifier(named, longest) && named != engine::own_source;
    return good ? std::string{named} : "operator";
}

} // namespace

std::string random_hex() {
    Digest random;
    std::size_t have = 0;
    while (have < random.bytes.size()) {
        const auto got = getrandom(random.bytes.data() + have, random.bytes.size() - have, 0);
        if (got > 0) have += static_cast<std::size_t>(got);
    }
    std::string text;
    append_hex(text, random);
    return text;
}

std::expected<OperatorToken, std::string> operator_token(const std::string& file) {
    std::ifstream in{file};
    if (!in && errno == ENOENT) return make(file);
    if (!in) return failed(file, "read");
    std::string line;
    std::getline(in, line);
    const auto hash = parse_hex(line);
    if (!hash)
        return std::unexpected(file +
                               " does not hold the hash of a token. Remove it, and the next start makes "
                               "a new token.");
    return OperatorToken{*hash, {}};
}

bool Door::is_token(std::string_view token) const {
    return token.starts_with(token_prefix) && equal_in_constant_time(sha256(token), token_hash_);
}

std::optional<Digest> Door::cookie_of(const http::Request& request) const {
    auto rest = request.header("cookie");
    while (!rest.empty()) {
        const auto end = rest.find(';');
        auto one = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        while (one.starts_with(' ')) one.remove_prefix(1);
        if (one.size() > cookie.size() && one.starts_with(cookie) && one[cookie.size()] == '=')
            return sha256(one.substr(cookie.size() + 1));
    }
    return std::nullopt;
}

std::optional<Caller> Door::caller(const http::Request& request) {
    constexpr std::string_view bearer = "bearer "; // names of schemes ignore case (RFC 9110, 11.1)
    if (const auto header = request.header("authorization"); !header.empty()) {
        const bool is_bearer = to_lower_ascii(header.substr(0, bearer.size())) == bearer;
        if (!is_bearer || !is_token(header.substr(bearer.size()))) return std::nullopt;
        return Caller{"operator", source_of(request), {}, {}, false};
    }
    const auto key = cookie_of(request);
    if (!key) return std::nullopt;
    const std::scoped_lock lock{mutex_};
    const auto found = sessions_.find(*key);
    if (found == sessions_.end() || found->second.expires <= clock_.now()) return std::nullopt;
    return Caller{"operator", "console", found->second.csrf, found->second.expires, true};
}

Door::Opened Door::open_session() {
    const auto now = clock_.now();
    Opened opened{random_hex(), {"operator", "console", random_hex(), now + session_time, true}};
    const std::scoped_lock lock{mutex_};
    forget_expired(now);
    if (sessions_.size() >= sessions_max) // the one that ends first makes room
        sessions_.erase(
            std::ranges::min_element(sessions_, {}, [](const auto& one) { return one.second.expires; }));
    sessions_[sha256(opened.cookie)] = {opened.caller.csrf, opened.caller.expires};
    return opened;
}

void Door::close_session(const http::Request& request) {
    const auto key = cookie_of(request);
    if (!key) return;
    const std::scoped_lock lock{mutex_};
    sessions_.erase(*key);
}

std::size_t Door::sessions() const {
    const std::scoped_lock lock{mutex_};
    return sessions_.size();
}

void Door::forget_expired(Time now) {
    std::erase_if(sessions_, [&](const auto& one) { return one.second.expires <= now; });
}

} // namespace truefill::server

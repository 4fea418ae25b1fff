#include "api/operator_token.h"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace truefill::api {
namespace {

constexpr std::string_view token_start = "tf_";

std::unexpected<std::string> cannot_be(const std::string& file, std::string_view done) {
    return std::unexpected(file + " cannot be " + std::string{done} + ": " + std::strerror(errno) + ".");
}

Digest random_bytes() {
    Digest random;
    std::size_t have = 0;
    while (have < random.bytes.size()) {
        const auto got = getrandom(random.bytes.data() + have, random.bytes.size() - have, 0);
        if (got > 0) have += static_cast<std::size_t>(got);
    }
    return random;
}

} // namespace

std::string random_hex() {
    std::string text;
    append_hex(text, random_bytes());
    return text;
}

std::string random_secret() {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const auto random = random_bytes();
    std::string text;
    std::uint32_t bits = 0;
    int have = 0;
    for (const auto byte : random.bytes) {
        bits = bits << 8 | static_cast<std::uint8_t>(byte);
        for (have += 8; have >= 6; have -= 6) text += digits[bits >> (have - 6) & 63];
    }
    text += digits[bits << (6 - have) & 63];
    return text;
}

std::string random_prefix() {
    constexpr std::string_view digits = "abcdefghijklmnopqrstuvwxyz012345"; // 32: every one as likely
    constexpr std::size_t length = 10;
    const auto random = random_bytes();
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += digits[static_cast<std::uint8_t>(random.bytes[i]) & 31];
    return text;
}

bool is_same(const Digest& a, const Digest& b) {
    return CRYPTO_memcmp(a.bytes.data(), b.bytes.data(), a.bytes.size()) == 0;
}

std::expected<OperatorToken, std::string> operator_token(const std::string& file) {
    std::ifstream in{file};
    if (!in && errno == ENOENT) {
        OperatorToken token;
        token.made = std::string{token_start} + random_hex();
        token.hash = sha256(token.made);
        return token;
    }
    if (!in) return cannot_be(file, "read");
    std::string line;
    std::getline(in, line);
    const auto hash = parse_hex(line);
    if (!hash)
        return std::unexpected(file +
                               " does not hold the hash of a token. Remove it, and the next start makes "
                               "a new token.");
    return OperatorToken{*hash, {}};
}

std::expected<void, std::string> keep_token(const std::string& file, const Digest& hash) {
    std::string line;
    append_hex(line, hash);
    line += '\n';
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (opened < 0) return cannot_be(file, "made");
    const bool written = ::write(opened, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
                         ::fsync(opened) == 0;
    if (!written) {
        const auto problem = cannot_be(file, "written");
        ::close(opened);
        ::unlink(file.c_str());
        return problem;
    }
    ::close(opened);
    // The name has to last as well: a token that nobody can know any more would take its place.
    const auto slash = file.rfind('/');
    const auto folder = slash == std::string::npos ? std::string{"."} : file.substr(0, slash + 1);
    const int home = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool kept = home >= 0 && ::fsync(home) == 0;
    const auto problem = cannot_be(folder, "written");
    if (home >= 0) ::close(home);
    if (!kept) return problem;
    return {};
}

} // namespace truefill::api

#include "base/sha256.h"

#include "base/assert.h"

#include <openssl/evp.h>

namespace truefill {

namespace {

const EVP_MD* algorithm() {
    static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    TF_ASSERT(fetched != nullptr, "OpenSSL has SHA-256");
    return fetched;
}

EVP_MD_CTX* as_context(void* context) { return static_cast<EVP_MD_CTX*>(context); }

std::uint64_t big_endian(const std::uint8_t* bytes) {
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) value = value << 8 | bytes[i];
    return value;
}

char* write_hex_byte(char* at, unsigned byte) {
    constexpr const char* digits = "0123456789abcdef";
    *at++ = digits[byte >> 4];
    *at++ = digits[byte & 15];
    return at;
}

constexpr int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

bool read_hex(std::string_view text, std::uint8_t* bytes) {
    for (std::size_t i = 0; i < text.size() / 2; ++i) {
        const int high = hex_digit(text[2 * i]);
        const int low = hex_digit(text[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return true;
}

} // namespace

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
    TF_ASSERT(context_ != nullptr, "there is memory for a hash context");
    TF_ASSERT(EVP_DigestInit_ex2(as_context(context_), algorithm(), nullptr) == 1);
}

Sha256::~Sha256() { EVP_MD_CTX_free(as_context(context_)); }

void Sha256::update(std::string_view bytes) {
    TF_ASSERT(EVP_DigestUpdate(as_context(context_), bytes.data(), bytes.size()) == 1);
}

Digest Sha256::finish() {
    Digest digest;
    TF_ASSERT(EVP_DigestFinal_ex(as_context(context_), digest.bytes.data(), nullptr) == 1);
    TF_ASSERT(EVP_DigestInit_ex2(as_context(context_), nullptr, nullptr) == 1); // keeps algorithm and memory
    return digest;
}

Digest sha256(std::string_view bytes) {
    Digest digest;
    TF_ASSERT(EVP_Digest(bytes.data(), bytes.size(), digest.bytes.data(), nullptr, algorithm(), nullptr) ==
              1);
    return digest;
}

Hash128 hash128(std::string_view bytes) {
    const Digest digest = sha256(bytes);
    return {big_endian(digest.bytes.data()), big_endian(digest.bytes.data() + 8)};
}

char* write_hex(char* at, const Digest& digest) {
    for (const std::uint8_t byte : digest.bytes) at = write_hex_byte(at, byte);
    return at;
}

char* write_hex(char* at, const Hash128& hash) {
    for (const std::uint64_t half : {hash.hi, hash.lo}) {
        for (int shift = 56; shift >= 0; shift -= 8) at = write_hex_byte(at, half >> shift & 255);
    }
    return at;
}

void append_hex(std::string& out, const Digest& digest) {
    char text[64];
    out.append(text, write_hex(text, digest));
}

void append_hex(std::string& out, const Hash128& hash) {
    char text[32];
    out.append(text, write_hex(text, hash));
}

std::optional<Digest> parse_hex(std::string_view text) {
    Digest digest;
    if (text.size() != 64 || !read_hex(text, digest.bytes.data())) return std::nullopt;
    return digest;
}

std::optional<Hash128> parse_hex128(std::string_view text) {
    std::array<std::uint8_t, 16> bytes{};
    if (text.size() != 32 || !read_hex(text, bytes.data())) return std::nullopt;
    return Hash128{big_endian(bytes.data()), big_endian(bytes.data() + 8)};
}

} // namespace truefill

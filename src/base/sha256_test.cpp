#include "base/sha256.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace truefill;

namespace {

std::string hex(std::string_view bytes) {
    std::string text;
    append_hex(text, sha256(bytes));
    return text;
}

} // namespace

TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
    CHECK(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hex(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a stream in pieces has the digest of the whole, and the hasher begins anew") {
    const std::string text(1'000, 'x');
    Sha256 hasher;
    for (std::size_t step : {1U, 63U, 64U, 65U, 999U}) {
        for (std::size_t at = 0; at < text.size(); at += step)
            hasher.update(std::string_view{text}.substr(at, step));
        CHECK(hasher.finish() == sha256(text));
    }
    CHECK(hasher.finish() == sha256(""));
}

TEST_CASE("a digest survives hex, and hex is strict") {
    const Digest digest = sha256("abc");
    std::string text;
    append_hex(text, digest);
    CHECK(parse_hex(text) == digest);
    CHECK_FALSE(parse_hex(text.substr(1)));
    CHECK_FALSE(parse_hex(text + "0"));
    text[5] = 'G';
    CHECK_FALSE(parse_hex(text));
    text[5] = 'A';
    CHECK_FALSE(parse_hex(text));
    CHECK_FALSE(Digest{});
    CHECK(digest);
}

TEST_CASE("a short hash is the beginning of the digest") {
    const Hash128 hash = hash128("abc");
    CHECK(hash.hi == 0xba7816bf8f01cfeaULL);
    CHECK(hash.lo == 0x414140de5dae2223ULL);
    std::string text;
    append_hex(text, hash);
    CHECK(text == "ba7816bf8f01cfea414140de5dae2223");
    CHECK(parse_hex128(text) == hash);
    CHECK_FALSE(parse_hex128(text + text));
    CHECK_FALSE(Hash128{});
}

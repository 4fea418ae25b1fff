#include "base/json_writer.h"

#include "base/assert.h"
#include "base/text.h"

#include <algorithm>

namespace truefill::json {

namespace {

constexpr std::uint64_t each = 0x0101010101010101ULL; // one in each of eight bytes
constexpr std::uint64_t high_bits = 0x80 * each;

// A bit pattern that is not zero when any of eight characters is a quote, a backslash or a control character.
// May also report a character next to such a one; the caller then looks closer. Bytes from 0x80 are not
// reported.
inline std::uint64_t suspects(std::uint64_t eight) {
    const std::uint64_t quote = eight ^ ('"' * each);
    const std::uint64_t slash = eight ^ ('\\' * each);
    const std::uint64_t control = (eight - 0x20 * each) & ~eight;
    return (((quote - each) & ~quote) | ((slash - each) & ~slash) | control) & high_bits;
}

constexpr bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

// The letter behind the backslash in the short form; 0 when there is none.
constexpr char short_escape(char c) {
    switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
    }
}

} // namespace

void Writer::open(std::size_t capacity) {
    out_.resize_and_overwrite(capacity, [](char*, std::size_t size) { return size; });
    at_ = out_.data() + size_;
    end_ = out_.data() + capacity;
}

void Writer::grow(std::size_t bytes) {
    size_ = position();
    open(std::max(size_ + bytes, 2 * out_.capacity()));
}

void Writer::put_string(std::string_view text) {
    ensure(text.size() + 2);
    *at_++ = '"';
    const char* from = text.data();
    std::size_t left = text.size();
    std::uint64_t seen = 0;
    for (; left >= 8; left -= 8, from += 8, at_ += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, from, 8);
        if (suspects(eight) != 0) [[unlikely]]
            return put_escaped(text, text.size() - left);
        seen |= eight;
        std::memcpy(at_, &eight, 8);
    }
    for (; left != 0; --left) {
        if (needs_escape(*from)) [[unlikely]]
            return put_escaped(text, text.size() - left);
        seen |= static_cast<unsigned char>(*from);
        *at_++ = *from++;
    }
    if ((seen & high_bits) != 0) TF_ASSERT(is_utf8(text), "strings were checked where they came in");
    *at_++ = '"';
}

// What stands before `from` is written already.
void Writer::put_escaped(std::string_view text, std::size_t from) {
    constexpr const char* hex = "0123456789abcdef";
    TF_ASSERT(is_utf8(text), "strings were checked where they came in");
    ensure(6 * (text.size() - from) + 1);
    for (const char c : text.substr(from)) {
        if (!needs_escape(c)) {
            *at_++ = c;
        } else if (const char letter = short_escape(c)) {
            *at_++ = '\\';
            *at_++ = letter;
        } else {
            put_literal<4>("\\u00");
            *at_++ = hex[c >> 4];
            *at_++ = hex[c & 15];
        }
    }
    *at_++ = '"';
}

} // namespace truefill::json

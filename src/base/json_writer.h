#pragma once

#include "base/digits.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace truefill::json {

/// Appends to a string through a raw cursor. std::string checks its size at each append; a writer is asked
/// once per struct for the room that all its bounded members can take, and then they write without looking.
/// Only strings, arrays and nested structs ask again.
class Writer {
public:
    explicit Writer(std::string& out) : out_(out), size_(out.size()) { open(out.capacity()); }
    ~Writer() {
        out_.resize_and_overwrite(position(), [](char*, std::size_t size) { return size; });
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// After this, `bytes` may be written through at() without another check.
    void ensure(std::size_t bytes) {
        if (static_cast<std::size_t>(end_ - at_) < bytes) [[unlikely]]
            grow(bytes);
    }

    /// The cursor. Whoever writes through it moves it, within what was ensured.
    char* at() { return at_; }
    void move_to(char* at) { at_ = at; }

    /// Bytes from the beginning of the string; survives growth, unlike at().
    std::size_t position() const { return static_cast<std::size_t>(at_ - out_.data()); }
    void overwrite(std::size_t position, char c) { out_[position] = c; }

    /// Within what was ensured.
    void put(char c) { *at_++ = c; }
    template <std::size_t N>
    void put_literal(const char* literal) {
        std::memcpy(at_, literal, N);
        at_ += N;
    }

    /// A quoted string with the escapes that RFC 8259 demands and no others: \" \\ \b \f \n \r \t and \u00xx
    /// for the other control characters. The text is UTF-8, checked where it came in (text.h, is_utf8). Any
    /// other asserts: a record that nobody can read again does more harm than a stop. Ensures for itself.
    void put_string(std::string_view text);

    /// A quoted string that needs no escapes: names of enums, numbers, times. Within what was ensured: size
    /// + 2.
    void put_plain(std::string_view text) {
        *at_++ = '"';
        std::memcpy(at_, text.data(), text.size());
        at_ += text.size();
        *at_++ = '"';
    }

private:
    void open(std::size_t capacity);
    void grow(std::size_t bytes);
    void put_escaped(std::string_view text, std::size_t from);

    std::string& out_;
    std::size_t size_;
    char* at_{};
    char* end_{};
};

} // namespace truefill::json

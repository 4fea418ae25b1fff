#pragma once

#include "base/json_value.h"

#include <cstddef>
#include <expected>
#include <memory>
#include <string_view>

namespace truefill::json {

/// Parses texts into values, one at a time, with buffers that grow to the largest text and stay: a document
/// is kept per thread or per connection, not made per message. Texts are strict RFC 8259 in valid UTF-8.
///
/// Refused with a problem, whatever a partner sends: text longer than `size_max`, nesting deeper than 32, the
/// same key twice in one object (two parsers would disagree which one counts, and one of them checks the
/// credit limit), anything behind the value, and everything that is not JSON.
class Document {
public:
    static constexpr std::size_t depth_max = 32;
    static constexpr std::size_t size_limit = Node::length_max; // lengths have 28 bits

    /// size_max: bytes of text accepted, at most size_limit.
    explicit Document(std::size_t size_max = std::size_t{16} << 20);
    ~Document();
    /// Values point into the document, so it stays where it is.
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    /// The text must stay alive and unchanged as long as the values are used. The last parse's values die
    /// here.
    std::expected<Value, Problem> parse(std::string_view text);

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
    std::size_t size_max_;
};

} // namespace truefill::json

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::json {

/// What is wrong with a text, or with a value that does not fit a struct.
struct Problem {
    std::string pointer;  // RFC 6901, "/lines/3/quantity"; empty for the whole document and for syntax errors
    std::string detail;   // a sentence for a person
    std::size_t offset{}; // bytes from the beginning of the text
};

/// The parsed text as one flat array of nodes in document order, 16 bytes each, so that parsing allocates
/// nothing once the array has grown, and reading walks memory forwards. A member is its key node and then its
/// value; a container knows the index behind its last child, so skipping it is one step. Filled by Document,
/// read through Value.
struct Node {
    enum Type : std::uint8_t {
        null,
        no,
        yes,
        integer,
        unsigned_integer,
        other_number,
        string,
        escaped_string,
        array,
        object
    };

    std::uint32_t begin; // offset of the first byte in the text
    std::uint32_t shape; // upper 4 bits: type; lower 28: bytes of text, quotes and brackets included
    /// Integers: the lower half. Containers: the number of children. Escaped strings: the begin in the arena.
    std::uint32_t low;
    /// Integers: the upper half. Containers: the index behind the last child. Escaped strings: the length.
    std::uint32_t high;

    static constexpr std::uint32_t length_max = (std::uint32_t{1} << 28) - 1;
    static std::uint32_t shape_of(Type type, std::size_t length) {
        return static_cast<std::uint32_t>(type) << 28 | static_cast<std::uint32_t>(length);
    }

    Type type() const { return static_cast<Type>(shape >> 28); }
    std::size_t length() const { return shape & length_max; }
    std::uint64_t bits() const { return std::uint64_t{high} << 32 | low; }
};

struct Tape {
    std::string_view text;
    std::vector<Node> nodes; // as many as there was ever need for; the root is the first
    std::string arena;       // strings that had escapes, without them

    std::string_view raw(const Node& node) const { return {text.data() + node.begin, node.length()}; }

    /// Of a string node.
    std::string_view unescaped(const Node& node) const {
        if (node.type() == Node::string) return {text.data() + node.begin + 1, node.length() - 2};
        return {arena.data() + node.low, node.high};
    }

    /// The index of the node behind the value at `index`.
    std::uint32_t behind(std::uint32_t index) const {
        const Node& node = nodes[index];
        return node.type() >= Node::array ? node.high : index + 1;
    }
};

} // namespace truefill::json

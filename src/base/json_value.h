/// A read-only look at a parsed JSON text. A Value is a small handle (copy it freely) into a Document; it is
/// good until the document parses again or dies, and so are the views it returns. Asking a value for what it
/// is not gives nothing, never a crash, so a walk through a partner's message needs one check at its end:
///
///     const auto city = order.find("ship_to").find("city").as_string();
///     for (const Value line : order.find("lines").elements()) ...
///     for (const auto& [key, value] : order.members()) ...
#pragma once

#include "base/json_tape.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace truefill::json {

enum class Kind : std::uint8_t { missing, null, boolean, number, string, array, object };

class Elements;
class Members;

class Value {
public:
    Value() = default; // missing
    Value(const Tape& tape, std::uint32_t index) : tape_(&tape), index_(index) {}

    Kind kind() const;
    explicit operator bool() const { return tape_ != nullptr; } // false for a missing value

    std::optional<bool> as_bool() const;
    /// Numbers written without fraction and exponent that fit: 12 and -3, not 12.0, 1e2 or
    /// 9223372036854775808.
    std::optional<std::int64_t> as_int() const;
    std::optional<std::uint64_t> as_uint() const;
    /// Without its quotes and escapes.
    std::optional<std::string_view> as_string() const;

    /// The source text of the value from its first to its last byte, quotes and inner white space kept. For a
    /// number it is the only exact form. Empty for a missing value.
    std::string_view raw() const;
    /// Where raw() begins in the text, in bytes.
    std::size_t offset() const;

    std::size_t size() const;  // children of an array or object, else 0
    Elements elements() const; // of an array; none for anything else
    Members members() const;   // of an object; none for anything else

    /// The member of that name, or a missing value. It looks first behind the member found last by this
    /// handle, so reading members in their order costs one comparison each; any other order costs a scan.
    Value find(std::string_view key) const;

private:
    const Node& node() const { return tape_->nodes[index_]; }
    bool is(Node::Type type) const { return tape_ != nullptr && node().type() == type; }

    const Tape* tape_{};
    std::uint32_t index_{};
    mutable std::uint32_t cursor_{}; // the key node to try first in find; 0 is "the first"
};

struct Member {
    std::string_view key;
    Value value;
};

namespace detail {

/// A forward range over children, `Step` nodes before the value of each: 0 for elements, 1 for members with
/// their key.
template <class Child, std::uint32_t Step>
class Children {
public:
    class Iterator {
    public:
        using value_type = Child;
        using difference_type = std::ptrdiff_t;
        Iterator() = default;
        Iterator(const Tape* tape, std::uint32_t index) : tape_(tape), index_(index) {}
        Child operator*() const {
            if constexpr (Step == 0) return {*tape_, index_};
            else return {tape_->unescaped(tape_->nodes[index_]), Value{*tape_, index_ + 1}};
        }
        Iterator& operator++() {
            index_ = tape_->behind(index_ + Step);
            return *this;
        }
        Iterator operator++(int) {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.index_ == b.index_; }

    private:
        const Tape* tape_{};
        std::uint32_t index_{};
    };

    Children() = default;
    Children(const Tape* tape, std::uint32_t begin, std::uint32_t end)
        : tape_(tape), begin_(begin), end_(end) {}
    Iterator begin() const { return {tape_, begin_}; }
    Iterator end() const { return {tape_, end_}; }

private:
    const Tape* tape_{};
    std::uint32_t begin_{};
    std::uint32_t end_{};
};

} // namespace detail

class Elements : public detail::Children<Value, 0> {
    using Children::Children;
};

class Members : public detail::Children<Member, 1> {
    using Children::Children;
};

/// What decode calls for every value stands here, to be seen by the optimiser.

inline std::optional<std::string_view> Value::as_string() const {
    if (!is(Node::string) && !is(Node::escaped_string)) return std::nullopt;
    return tape_->unescaped(node());
}

inline std::optional<std::int64_t> Value::as_int() const {
    if (!is(Node::integer)) return std::nullopt;
    return static_cast<std::int64_t>(node().bits());
}

inline Elements Value::elements() const {
    if (!is(Node::array)) return {};
    return {tape_, index_ + 1, node().high};
}

inline Members Value::members() const {
    if (!is(Node::object)) return {};
    return {tape_, index_ + 1, node().high};
}

} // namespace truefill::json

#include "base/json_value.h"

namespace truefill::json {

Kind Value::kind() const {
    if (tape_ == nullptr) return Kind::missing;
    switch (node().type()) {
    case Node::null: return Kind::null;
    case Node::no:
    case Node::yes: return Kind::boolean;
    case Node::string:
    case Node::escaped_string: return Kind::string;
    case Node::array: return Kind::array;
    case Node::object: return Kind::object;
    default: return Kind::number;
    }
}

std::optional<bool> Value::as_bool() const {
    if (is(Node::yes)) return true;
    if (is(Node::no)) return false;
    return std::nullopt;
}

std::optional<std::uint64_t> Value::as_uint() const {
    if (is(Node::unsigned_integer)) return node().bits();
    const auto number = as_int();
    if (!number || *number < 0) return std::nullopt;
    return static_cast<std::uint64_t>(*number);
}

std::string_view Value::raw() const {
    if (tape_ == nullptr) return {};
    return tape_->raw(node());
}

std::size_t Value::offset() const { return tape_ == nullptr ? 0 : node().begin; }

std::size_t Value::size() const { return is(Node::array) || is(Node::object) ? node().low : 0; }

Value Value::find(std::string_view key) const {
    if (!is(Node::object)) return {};
    const std::uint32_t first = index_ + 1;
    const std::uint32_t end = node().high;
    const std::uint32_t start = cursor_ == 0 || cursor_ == end ? first : cursor_;
    std::uint32_t at = start;
    for (std::uint32_t left = node().low; left != 0; --left) {
        const std::uint32_t next = tape_->behind(at + 1);
        if (tape_->unescaped(tape_->nodes[at]) == key) {
            cursor_ = next;
            return {*tape_, at + 1};
        }
        at = next == end ? first : next;
    }
    return {};
}

} // namespace truefill::json

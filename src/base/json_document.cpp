#include "base/json_document.h"

#include "base/assert.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <array>
#include <compare>
#include <vector>

namespace truefill::json {

namespace {

using ErrorCode = boost::json::error_code;
using Text = boost::json::string_view;

// One of 256 places for a key, from its length and three of its bytes. The factor is odd and otherwise
// arbitrary; with this one few of our own structs have two names in one place.
std::uint64_t place_of(std::string_view key) {
    if (key.empty()) return 0;
    const auto byte = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(key[at])}; };
    const std::uint64_t seen =
        byte(0) | byte(key.size() / 2) << 8 | byte(key.size() - 1) << 16 | (key.size() & 255) << 24;
    return (seen * 0xd6e8feb86659fd93ULL) >> 56;
}

// The keys of an object that is still open, as a set of places. While no place is taken twice all keys
// differ, and nothing has to be compared; that is so for nearly every object.
struct OpenKeys {
    std::array<std::uint64_t, 4> taken{};
    bool compare{};

    void add(std::string_view key) {
        const std::uint64_t place = place_of(key);
        std::uint64_t& word = taken[place / 64];
        const std::uint64_t bit = std::uint64_t{1} << place % 64;
        compare |= (word & bit) != 0;
        word |= bit;
    }
};

// Compares the keys of an object: each with each while they are few, else sorted, so that no text makes more
// work than n log n.
class KeyComparison {
public:
    // The key node that repeats an earlier one; 0 when none does.
    std::uint32_t find_repeated(const Tape& tape, std::uint32_t index) {
        const Node& object = tape.nodes[index];
        keys_.clear();
        for (std::uint32_t at = index + 1; at != object.high; at = tape.behind(at + 1)) {
            const std::string_view key = tape.unescaped(tape.nodes[at]);
            if (object.low <= few && std::ranges::find(keys_, key, &Key::text) != keys_.end()) return at;
            keys_.push_back({key, at});
        }
        if (object.low <= few) return 0;
        std::ranges::sort(keys_);
        const auto twin = std::ranges::adjacent_find(keys_, {}, &Key::text);
        return twin == keys_.end() ? 0 : std::next(twin)->node;
    }

private:
    static constexpr std::uint32_t few = 32;

    struct Key {
        std::string_view text;
        std::uint32_t node{};
        auto operator<=>(const Key&) const = default;
    };
    std::vector<Key> keys_;
};

// Takes the parser's events and lays down nodes. The parser does not say where in the text it is, but tokens
// follow each other with nothing but white space, commas and colons between, so one pointer that walks along
// knows all positions.
class Builder {
public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    void start(std::string_view text) {
        tape.text = text;
        count_ = 0;
        tape.arena.clear();
        at_ = text.data();
        depth_ = 0;
        arena_begin_ = 0;
        repeated_key = 0;
    }

    bool on_document_begin(ErrorCode&) { return true; }
    bool on_document_end(ErrorCode&) { return true; }

    bool on_object_begin(ErrorCode&) { return open(Node::object); }
    bool on_array_begin(ErrorCode&) { return open(Node::array); }
    bool on_array_end(std::size_t count, ErrorCode&) {
        close(count);
        return true;
    }
    bool on_object_end(std::size_t count, ErrorCode& error) {
        const Open& closed = close(count);
        if (!closed.keys.compare) [[likely]]
            return true;
        repeated_key = comparison_.find_repeated(tape, closed.index);
        if (repeated_key == 0) return true;
        error = boost::json::error::size_mismatch; // any error stops the parser; `repeated_key` says why
        return false;
    }

    bool on_key_part(Text part, std::size_t, ErrorCode&) { return add_part(part); }
    bool on_string_part(Text part, std::size_t, ErrorCode&) { return add_part(part); }
    bool on_key(Text last, std::size_t, ErrorCode&) {
        open_[depth_ - 1].keys.add(add_string(last));
        return true;
    }
    bool on_string(Text last, std::size_t, ErrorCode&) {
        add_string(last);
        return true;
    }

    bool on_number_part(Text, ErrorCode&) { return true; }
    bool on_int64(std::int64_t number, Text, ErrorCode&) {
        return add_number(Node::integer, static_cast<std::uint64_t>(number));
    }
    bool on_uint64(std::uint64_t number, Text, ErrorCode&) {
        return add_number(Node::unsigned_integer, number);
    }
    // What the parser made of a number with a fraction, an exponent or too many digits is not looked at.
    template <class Approximation>
    bool on_double(Approximation, Text, ErrorCode&) {
        return add_number(Node::other_number, 0);
    }

    bool on_bool(bool value, ErrorCode&) { return add_word(value ? Node::yes : Node::no, value ? 4 : 5); }
    bool on_null(ErrorCode&) { return add_word(Node::null, 4); }
    bool on_comment_part(Text, ErrorCode&) { return true; }
    bool on_comment(Text, ErrorCode&) { return true; }

    Tape tape;
    std::uint32_t repeated_key{}; // the key node that occurs a second time, when that ended the parse

private:
    // An array or object that was begun and not yet ended.
    struct Open {
        std::uint32_t index{};
        OpenKeys keys;
    };

    std::uint32_t offset() const { return static_cast<std::uint32_t>(at_ - tape.text.data()); }

    // To the first byte of the token that was just reported.
    void skip_to_token() {
        while (*at_ == ' ' || *at_ == ',' || *at_ == ':' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')
            ++at_;
    }

    void add(Node::Type type, std::size_t length, std::uint32_t low, std::uint32_t high) {
        if (count_ == tape.nodes.size()) [[unlikely]]
            make_room();
        tape.nodes.data()[count_++] = {offset(), Node::shape_of(type, length), low, high};
        at_ += length;
    }

    // Nodes are overwritten in place: a vector that is not emptied needs no construction, only this look at
    // its end.
    [[gnu::noinline, gnu::cold]] void make_room() {
        tape.nodes.resize(std::max<std::size_t>(256, 2 * std::size_t{count_}));
    }

    bool open(Node::Type type) {
        skip_to_token();
        TF_ASSERT(depth_ < open_.size(), "the parser refuses deeper texts before it tells of them");
        open_[depth_++] = {count_, {}};
        add(type, 1, 0, 0);
        return true;
    }

    const Open& close(std::size_t count) {
        skip_to_token();
        ++at_;
        const Open& closed = open_[--depth_];
        Node& node = tape.nodes[closed.index];
        node.shape = Node::shape_of(node.type(), offset() - node.begin);
        node.low = static_cast<std::uint32_t>(count);
        node.high = count_;
        return closed;
    }

    bool add_part(Text part) {
        tape.arena.append(part.data(), part.size());
        return true;
    }

    // Gives back the whole string without its escapes.
    std::string_view add_string(Text last) {
        skip_to_token();
        if (last.data() == at_ + 1 && tape.arena.size() == arena_begin_) [[likely]] {
            add(Node::string, last.size() + 2, 0, 0);
            return {last.data(), last.size()};
        }
        tape.arena.append(last.data(), last.size());
        const std::string_view whole = std::string_view{tape.arena}.substr(arena_begin_);
        add(Node::escaped_string, quoted_length(), static_cast<std::uint32_t>(arena_begin_),
            static_cast<std::uint32_t>(whole.size()));
        arena_begin_ = tape.arena.size();
        return whole;
    }

    // The bytes of the string token at the cursor, both quotes included.
    std::size_t quoted_length() const {
        const char* end = at_ + 1;
        while (*end != '"') end += *end == '\\' ? 2 : 1;
        return static_cast<std::size_t>(end + 1 - at_);
    }

    bool add_number(Node::Type type, std::uint64_t bits) {
        skip_to_token();
        const char* const text_end = tape.text.data() + tape.text.size();
        const char* end = at_;
        while (end != text_end && ((*end >= '0' && *end <= '9') || *end == '-' || *end == '.' ||
                                   *end == '+' || *end == 'e' || *end == 'E')) {
            ++end;
        }
        add(type, static_cast<std::size_t>(end - at_), static_cast<std::uint32_t>(bits),
            static_cast<std::uint32_t>(bits >> 32));
        return true;
    }

    bool add_word(Node::Type type, std::size_t length) {
        skip_to_token();
        add(type, length, 0, 0);
        return true;
    }

    const char* at_{};
    std::uint32_t count_{}; // nodes laid down
    std::size_t depth_{};
    std::size_t arena_begin_{}; // parts of the string being read stand behind it
    std::array<Open, Document::depth_max> open_{};
    KeyComparison comparison_;
};

std::string sentence_for(const ErrorCode& code) {
    using Error = boost::json::error;
    if (code == Error::incomplete) return "the text ends in the middle of a value";
    if (code == Error::extra_data) return "something follows the JSON value";
    if (code == Error::too_deep) return "arrays and objects are nested deeper than 32";
    if (code == Error::illegal_leading_surrogate || code == Error::illegal_trailing_surrogate ||
        code == Error::expected_utf16_escape) {
        return "a \\u escape is half of a surrogate pair";
    }
    if (code == Error::exponent_overflow) return "a number has an exponent that no value has";
    return "this is not valid JSON in UTF-8";
}

} // namespace

struct Document::Parser {
    boost::json::basic_parser<Builder> machine{boost::json::parse_options{}};
};

Document::Document(std::size_t size_max) : parser_(std::make_unique<Parser>()), size_max_(size_max) {
    TF_ASSERT(size_max <= size_limit, "lengths in a document have 28 bits");
    static_assert(boost::json::parse_options{}.max_depth == depth_max);
}

Document::~Document() = default;

std::expected<Value, Problem> Document::parse(std::string_view text) {
    if (text.size() > size_max_) {
        return std::unexpected(
            Problem{"", "the text is longer than " + std::to_string(size_max_) + " bytes", size_max_});
    }
    auto& machine = parser_->machine;
    Builder& builder = machine.handler();
    builder.start(text);
    machine.reset();
    ErrorCode error;
    const std::size_t used = machine.write_some(false, text.data(), text.size(), error);
    if (builder.repeated_key != 0) {
        const Node& key = builder.tape.nodes[builder.repeated_key];
        const std::string name{builder.tape.unescaped(key)};
        return std::unexpected(
            Problem{"", "the member \"" + name + "\" stands twice in one object", key.begin});
    }
    if (!error && used < text.size()) error = boost::json::error::extra_data;
    if (error) return std::unexpected(Problem{"", sentence_for(error), used});
    return Value{builder.tape, 0};
}

} // namespace truefill::json

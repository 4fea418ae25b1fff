#include "base/json_decoder.h"

#include "base/text.h"

#include <utility>

namespace truefill::json {

namespace {

std::string_view word_for(Kind kind) {
    switch (kind) {
    case Kind::missing: return "nothing";
    case Kind::null: return "null";
    case Kind::boolean: return "true or false";
    case Kind::number: return "a number";
    case Kind::string: return "a string";
    case Kind::array: return "an array";
    case Kind::object: return "an object";
    }
    return "something else";
}

// Reads a string with a parser that gives a value or a sentence.
template <class T, class Parse>
bool read_parsed(Value value, T& out, Problem& problem, Parse parse) {
    const auto text = value.as_string();
    if (!text) return fail_kind(value, "a string", problem);
    auto parsed = parse(*text);
    if (!parsed) return fail(value, std::move(parsed).error(), problem);
    out = *parsed;
    return true;
}

template <class T>
bool read_hex(Value value, T& out, Problem& problem, const std::optional<T>& parsed) {
    if (!parsed)
        return fail(value, "expected " + std::to_string(2 * sizeof(T)) + " lower-case hex digits", problem);
    out = *parsed;
    return true;
}

// The members of {"first": A, "second": B}, both required and nothing else.
template <class A, class B>
bool read_two(Value value, std::pair<std::string_view, A&> first, std::pair<std::string_view, B&> second,
              Problem& problem) {
    if (value.kind() != Kind::object) return fail_kind(value, "an object", problem);
    const auto read = [&](auto& part) {
        const Value member = value.find(part.first);
        if (!member) return detail::fail_missing_member(value, part.first, problem);
        if (Decoder<std::remove_cvref_t<decltype(part.second)>>::read(member, part.second, problem))
            return true;
        prepend_pointer(problem, part.first);
        return false;
    };
    if (!read(first) || !read(second)) return false;
    for (const Member& member : value.members()) {
        if (member.key != first.first && member.key != second.first)
            return detail::fail_unknown_member(member, problem);
    }
    return true;
}

} // namespace

bool fail(Value value, std::string sentence, Problem& problem) {
    problem.pointer.clear();
    problem.detail = std::move(sentence);
    problem.offset = value.offset();
    return false;
}

bool fail_kind(Value value, std::string_view expected, Problem& problem) {
    std::string sentence{"expected "};
    sentence += expected;
    sentence += ", found ";
    sentence += word_for(value.kind());
    return fail(value, std::move(sentence), problem);
}

void prepend_pointer(Problem& problem, std::string_view name) {
    std::string step{"/"};
    for (const char c : name) {
        if (c == '~') step += "~0";
        else if (c == '/') step += "~1";
        else step += c;
    }
    problem.pointer.insert(0, step);
}

void prepend_pointer(Problem& problem, std::size_t index) { prepend_pointer(problem, std::to_string(index)); }

namespace detail {

bool read_signed(Value value, Range range, std::int64_t& out, Problem& problem) {
    const auto number = value.as_int();
    if (number && *number >= range.low && *number <= range.high) [[likely]] {
        out = *number;
        return true;
    }
    if (value.kind() != Kind::number) return fail_kind(value, "a whole number", problem);
    std::string sentence{"expected a whole number from "};
    append_int(sentence, range.low);
    sentence += " to ";
    append_int(sentence, range.high);
    return fail(value, std::move(sentence), problem);
}

bool read_unsigned(Value value, std::uint64_t high, std::uint64_t& out, Problem& problem) {
    const auto number = value.as_uint();
    if (number && *number <= high) [[likely]] {
        out = *number;
        return true;
    }
    if (value.kind() != Kind::number) return fail_kind(value, "a whole number", problem);
    std::string sentence{"expected a whole number from 0 to "};
    append_uint(sentence, high);
    return fail(value, std::move(sentence), problem);
}

bool fail_enum(Value value, std::string_view first_name, std::string_view last_name, Problem& problem) {
    if (value.kind() != Kind::string) return fail_kind(value, "a string", problem);
    std::string sentence{"expected one of the known words, from \""};
    sentence += first_name;
    sentence += "\" to \"";
    sentence += last_name;
    sentence += '"';
    return fail(value, std::move(sentence), problem);
}

bool fail_unknown_member(const Member& member, Problem& problem) {
    fail(member.value, "this member is not known here", problem);
    prepend_pointer(problem, member.key);
    return false;
}

bool fail_missing_member(Value object, std::string_view name, Problem& problem) {
    fail(object, "this member is required", problem);
    prepend_pointer(problem, name);
    return false;
}

} // namespace detail

bool Decoder<bool>::read(Value value, bool& out, Problem& problem) {
    const auto read = value.as_bool();
    if (!read) return fail_kind(value, "true or false", problem);
    out = *read;
    return true;
}

bool Decoder<std::string>::read(Value value, std::string& out, Problem& problem) {
    const auto text = value.as_string();
    if (!text) return fail_kind(value, "a string", problem);
    out.assign(*text);
    return true;
}

bool Decoder<std::string_view>::read(Value value, std::string_view& out, Problem& problem) {
    const auto text = value.as_string();
    if (!text) return fail_kind(value, "a string", problem);
    out = *text;
    return true;
}

bool Decoder<Amount>::read(Value value, Amount& out, Problem& problem) {
    if (value.kind() != Kind::number) return read_parsed(value, out, problem, parse_amount);
    auto parsed = parse_amount(value.raw());
    if (!parsed) return fail(value, std::move(parsed).error(), problem);
    out = *parsed;
    return true;
}

bool Decoder<Currency>::read(Value value, Currency& out, Problem& problem) {
    // "" is how an array or an optional holds none.
    if (value.as_string() == "") {
        out = {};
        return true;
    }
    return read_parsed(value, out, problem, parse_currency);
}

bool Decoder<Money>::read(Value value, Money& out, Problem& problem) {
    if (!read_two<Amount, Currency>(value, {"amount", out.amount}, {"currency", out.currency}, problem))
        return false;
    return out.currency || out.amount == Amount{} || fail(value, "an amount needs its currency", problem);
}

bool Decoder<Ratio>::read(Value value, Ratio& out, Problem& problem) {
    if (!read_two<std::int64_t, std::int64_t>(value, {"numerator", out.numerator},
                                              {"denominator", out.denominator}, problem)) {
        return false;
    }
    return out.denominator > 0 || fail(value, "the denominator must be above zero", problem);
}

bool Decoder<Time>::read(Value value, Time& out, Problem& problem) {
    return read_parsed(value, out, problem, parse_time);
}

bool Decoder<Date>::read(Value value, Date& out, Problem& problem) {
    return read_parsed(value, out, problem, parse_date);
}

bool Decoder<Duration>::read(Value value, Duration& out, Problem& problem) {
    return Decoder<std::int64_t>::read(value, out.micros, problem);
}

bool Decoder<Digest>::read(Value value, Digest& out, Problem& problem) {
    return read_hex(value, out, problem, parse_hex(value.as_string().value_or("")));
}

bool Decoder<Hash128>::read(Value value, Hash128& out, Problem& problem) {
    return read_hex(value, out, problem, parse_hex128(value.as_string().value_or("")));
}

} // namespace truefill::json

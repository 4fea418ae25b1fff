/// What is wrong with a file, said so that the person who owns the file can mend it: where (line and column
/// as an editor counts them), a stable code for programs, and one sentence with the mend.
///
/// A Problem is about the file as a whole: nothing of a file that has one is imported. A row that can be read
/// but makes no business sense is no Problem; it gets an outcome of its own (documents.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace truefill::connectors::shop {

/// Lines and columns start at 1. A column counts characters, not bytes; a byte order mark counts as none. For
/// damage that has no place in the text (an empty or unreadable file) it is line 1, column 1.
struct Place {
    std::uint64_t line = 1;
    std::uint64_t column = 1;

    bool operator==(const Place&) const = default;
};

struct Problem {
    std::uint64_t line = 1;
    std::uint64_t column = 1;
    std::string code;     ///< snake_case, stable, for programs and tests
    std::string sentence; ///< what is wrong and what mends it

    bool operator==(const Problem&) const = default;
};

[[nodiscard]] inline Problem problem_at(Place place, std::string code, std::string sentence) {
    return {place.line, place.column, std::move(code), std::move(sentence)};
}

/// "orders.csv:12:7: the sentence (the_code)", the form that editors and terminals make clickable.
[[nodiscard]] inline std::string to_text(std::string_view file, const Problem& problem) {
    return std::string(file) + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column) +
           ": " + problem.sentence + " (" + problem.code + ")";
}

} // namespace truefill::connectors::shop

/// A business story as a person writes it: one file, plain lines. docs/stories.md shows how.
///
///     story: What is not found on the shelf comes from another site
///     # Prose for the reader, as many lines as it takes.
///     given 8 BOLT at LYON
///     when ACME orders SO-1: 10 BOLT
///     then SO-1 line 1: 8 released, 2 backordered
///     and no case is open
///
/// `and` goes on with what the line before began with. Whatever is not a line of this kind is an error.
#pragma once

#include <expected>
#include <string>
#include <vector>

namespace truefill::stories {

enum class Kind { happens, holds }; ///< given and when say what happens, then says what holds

struct Line {
    Kind kind{};
    std::string text; ///< without its first word
    int number{};     ///< in the file
};

struct Story {
    std::string path;
    std::string title;
    std::string known_defect; ///< what of it fails today, and why; empty for a story that passes
    std::vector<Line> lines;

    std::string at(int line) const { return path + ":" + std::to_string(line); }
};

/// Reads a file, or says with file and line what is wrong with it.
std::expected<Story, std::string> read_story(const std::string& path);

} // namespace truefill::stories

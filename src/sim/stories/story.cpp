#include "sim/stories/story.h"

#include "base/text.h"

#include <fstream>

namespace truefill::stories {
namespace {

constexpr std::string_view title_word = "story:";
constexpr std::string_view defect_words = "# known defect:";

class Reading {
public:
    explicit Reading(Story& story) : story_{story} {}

    /// Nothing, or what is wrong.
    std::string take(std::string_view line) {
        ++number_;
        if (line.starts_with(defect_words)) story_.known_defect = trim(line.substr(defect_words.size()));
        if (line.empty() || line.starts_with('#')) return {};
        if (line.starts_with(title_word)) {
            if (!story_.title.empty()) return "a story has one title";
            story_.title = trim(line.substr(title_word.size()));
            return {};
        }
        if (story_.title.empty()) return "a story begins with a line `story: its title`";
        return step(line);
    }

private:
    std::string step(std::string_view line) {
        const auto parts = split_once(line, ' ');
        const auto word = parts ? parts->first : line;
        if (word == "given" || word == "when") kind_ = Kind::happens;
        else if (word == "then") kind_ = Kind::holds;
        else if (word != "and") return "a line begins with given, when, then, and, or #";
        else if (story_.lines.empty()) return "`and` goes on with the line before, and there is none";
        if (!parts) return "the line says nothing after its first word";
        story_.lines.push_back({kind_, std::string{trim(parts->second)}, number_});
        return {};
    }

    Story& story_;
    Kind kind_{};
    int number_ = 0;
};

} // namespace

std::expected<Story, std::string> read_story(const std::string& path) {
    std::ifstream file{path};
    if (!file) return std::unexpected(path + ": the file cannot be read");
    Story story;
    story.path = path;
    Reading reading{story};
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (!is_utf8(line)) return std::unexpected(story.at(number) + ": the line is not UTF-8");
        if (const auto wrong = reading.take(trim(line)); !wrong.empty())
            return std::unexpected(story.at(number) + ": " + wrong);
    }
    if (story.lines.empty()) return std::unexpected(path + ": the story tells nothing");
    if (story.lines.back().kind != Kind::holds)
        return std::unexpected(story.at(story.lines.back().number) +
                               ": a story ends with what holds: its last line begins with `then`");
    return story;
}

} // namespace truefill::stories

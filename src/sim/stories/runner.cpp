#include "sim/stories/runner.h"

#include "base/assert.h"
#include "sim/stories/phrase.h"
#include "sim/stories/scene.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace truefill::stories {
namespace {

namespace fs = std::filesystem;

std::string running; ///< said when the program stops on an assertion

void say_where(const char*) { fmt::print(stderr, "the story was {}\n", running); }

/// The catalogue of the stories stands beside them or above them: network.json.
std::expected<engine::Command, std::string> read_network(const std::string& story) {
    for (auto folder = fs::absolute(story).parent_path(); folder.has_relative_path();
         folder = folder.parent_path()) {
        const auto path = folder / "network.json";
        if (!fs::exists(path)) continue;
        std::ifstream file{path};
        std::stringstream text;
        text << file.rdbuf();
        auto command = engine::decode_command("masterdata.load_catalogue", text.str());
        if (!command)
            return std::unexpected(
                fmt::format("{}: {} {}", path.string(), command.error().pointer, command.error().detail));
        return *command;
    }
    return std::unexpected(story + ": no network.json beside it or above it");
}

std::string_view word_for(Telling telling) {
    switch (telling) {
    case Telling::plain: return "";
    case Telling::doubled: return " (with every message doubled)";
    case Telling::restarted: return " (with a restart after every message)";
    }
    return "";
}

/// The order that the failing line is about, or nothing.
std::string order_in(const Story& story, const std::string& failure) {
    for (const auto& line : story.lines) {
        if (!failure.starts_with(story.at(line.number) + ":")) continue;
        for (const auto& word : split_words(line.text)) {
            Words taken;
            if (word.find('-') != std::string::npos && matches("<ORDER>", {word}, taken)) return word;
        }
    }
    return {};
}

void report(const Story& story, const Scene& scene, Telling telling) {
    fmt::print("FAIL  {}: {}{}\n", story.path, story.title, word_for(telling));
    for (const auto& failure : scene.failures()) fmt::print("      {}\n", failure);
    const auto order = order_in(story, scene.failures().front());
    fmt::print("    what happened{}:\n", order.empty() ? "" : " to " + order);
    for (const auto& sentence : scene.told(order)) fmt::print("      {}\n", sentence);
}

enum class Verdict { passed, failed, unreadable };

Verdict run_one(const std::string& file) {
    const auto story = read_story(file);
    const auto network = story ? read_network(file) : std::unexpected(story.error());
    if (!network) {
        fmt::print("FAIL  {}\n", network.error());
        return Verdict::unreadable;
    }
    for (const auto telling : tellings) {
        running = file + std::string{word_for(telling)};
        Scene scene{*story, telling};
        scene.run(*network);
        if (scene.failures().empty()) continue;
        report(*story, scene, telling);
        return Verdict::failed;
    }
    fmt::print("ok    {}: {}\n", file, story->title);
    if (!story->known_defect.empty()) fmt::print("      its known defect is gone: move it out of open/\n");
    return Verdict::passed;
}

} // namespace

std::vector<std::string> find_stories(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const auto& path : paths) {
        if (!fs::is_directory(path)) {
            files.push_back(path);
            continue;
        }
        for (auto at = fs::recursive_directory_iterator{path}; at != fs::recursive_directory_iterator{};
             ++at) {
            if (at->is_directory() && at->path().filename() == "open") at.disable_recursion_pending();
            else if (at->path().extension() == ".story") files.push_back(at->path().string());
        }
    }
    std::ranges::sort(files);
    return files;
}

int run_stories(const std::vector<std::string>& files) {
    set_assert_hook(say_where);
    std::size_t passed = 0, failed = 0, unreadable = 0;
    for (const auto& file : files) {
        const auto verdict = run_one(file);
        passed += verdict == Verdict::passed;
        failed += verdict == Verdict::failed;
        unreadable += verdict == Verdict::unreadable;
    }
    set_assert_hook(nullptr);
    fmt::print("{} {}: {} passed, {} failed{}\n", files.size(), files.size() == 1 ? "story" : "stories",
               passed, failed, unreadable ? fmt::format(", {} cannot be read", unreadable) : "");
    if (files.empty() || unreadable > 0) return 2;
    return failed > 0 ? 1 : 0;
}

int list_stories(const std::vector<std::string>& files) {
    for (const auto& file : files) {
        const auto story = read_story(file);
        fmt::print("{}  {}\n", file, story ? story->title : story.error());
        if (story && !story->known_defect.empty()) fmt::print("    known defect: {}\n", story->known_defect);
    }
    return files.empty() ? 2 : 0;
}

void print_vocabulary() {
    for (const auto kind : {Kind::happens, Kind::holds}) {
        fmt::print("{}\n", kind == Kind::happens ? "given, when" : "then");
        for (const auto& phrase : vocabulary())
            if (phrase.kind == kind) fmt::print("    {}\n", phrase.pattern);
    }
}

} // namespace truefill::stories

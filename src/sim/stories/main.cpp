/// truefill_stories [--list | --vocabulary] PATH...
#include "sim/stories/runner.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace {

constexpr std::string_view help =
    "usage: truefill_stories [--list] PATH...\n"
    "       truefill_stories --vocabulary\n"
    "Runs the business stories of files and folders: as they stand, with every message doubled, and with a\n"
    "restart after every message. --list prints their titles, --vocabulary what their lines can say.\n"
    "Exit code: 0 all pass, 1 some fail, 2 nothing to run or not readable.\n";

} // namespace

int main(int count, char** arguments) {
    std::vector<std::string> paths;
    bool list = false;
    for (int at = 1; at < count; ++at) {
        const std::string_view word = arguments[at];
        if (word == "--help") {
            fmt::print("{}", help);
            return 0;
        }
        if (word == "--vocabulary") {
            truefill::stories::print_vocabulary();
            return 0;
        }
        if (word == "--list") list = true;
        else if (word.starts_with("--") || !std::filesystem::exists(word)) {
            fmt::print(stderr, "{}: neither an option nor a file or folder\n{}", word, help);
            return 2;
        } else paths.emplace_back(word);
    }
    if (paths.empty()) {
        fmt::print(stderr, "{}", help);
        return 2;
    }
    const auto files = truefill::stories::find_stories(paths);
    return list ? truefill::stories::list_stories(files) : truefill::stories::run_stories(files);
}

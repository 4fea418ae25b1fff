/// Runs stories: each one as it stands, with every message doubled, and with a restart after every message.
#pragma once

#include <string>
#include <vector>

namespace truefill::stories {

/// The story files at and under the paths, sorted; `scenarios/open/` only when it is named itself.
std::vector<std::string> find_stories(const std::vector<std::string>& paths);

/// Prints a line for each story and a closing one; the exit code: 0 when all pass, 1 when not, 2 when a file
/// cannot be read.
int run_stories(const std::vector<std::string>& files);
int list_stories(const std::vector<std::string>& files);
/// Everything that a line can say.
void print_vocabulary();

} // namespace truefill::stories

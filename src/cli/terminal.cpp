#include "cli/terminal.h"

#include "cli/failure.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace truefill::cli {
namespace {

bool has_colours() {
    static const bool on = [] {
        const char* no_color = std::getenv("NO_COLOR");
        const char* term = std::getenv("TERM");
        if (no_color != nullptr && *no_color != '\0') return false;
        if (term == nullptr || std::string_view{term} == "dumb") return false;
        return isatty(STDOUT_FILENO) == 1;
    }();
    return on;
}

std::string coloured(std::string_view text, const char* code) {
    return has_colours() ? fmt::format("\x1B[{}m{}\x1B[0m", code, text) : std::string{text};
}

/// Characters of UTF-8 text.
std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

} // namespace

void print(std::string_view text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (!written || std::fflush(stdout) != 0)
        fail(exit_bad_journal, "cannot_write", "the output cannot be written: is the disk full?");
}

std::string title(std::string_view text) { return coloured(text, "1"); }
std::string good(std::string_view text) { return coloured(text, "32"); }
std::string bad(std::string_view text) { return coloured(text, "31"); }
std::string faint(std::string_view text) { return coloured(text, "2"); }

TextTable::TextTable(std::vector<std::string> headings) : headings_{std::move(headings)} {
    for (auto& heading : headings_) {
        right_.push_back(heading.starts_with('>'));
        if (right_.back()) heading.erase(0, 1);
    }
}

void TextTable::add(std::vector<std::string> cells) {
    cells.resize(headings_.size());
    rows_.push_back(std::move(cells));
}

std::string TextTable::text(std::string_view indent) const {
    std::vector<std::size_t> widths;
    for (const auto& heading : headings_) widths.push_back(width(heading));
    for (const auto& row : rows_)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    std::string out;
    const auto line = [&](const std::vector<std::string>& row) {
        std::string cells;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blanks(widths[i] - width(row[i]), ' ');
            if (i > 0) cells += "  ";
            cells += right_[i] ? blanks + row[i] : row[i] + blanks;
        }
        while (cells.ends_with(' ')) cells.pop_back();
        return std::string{indent} + cells;
    };
    out += faint(line(headings_)) + "\n";
    for (const auto& row : rows_) out += line(row) + "\n";
    return out;
}

bool shows_progress() {
    const char* term = std::getenv("TERM");
    return isatty(STDERR_FILENO) == 1 && !(term != nullptr && std::string_view{term} == "dumb");
}

Progress::Progress(std::string what) : what_{std::move(what)}, on_{shows_progress()} {}

Progress::~Progress() {
    if (shown_) std::fputs("\r\x1B[K", stderr);
}

void Progress::show(std::uint64_t done, std::uint64_t total) {
    if (!on_) return;
    // Many small steps are often done at once: nothing flickers. Few steps are long ones.
    constexpr std::uint64_t few = 100;
    const auto now = std::chrono::steady_clock::now();
    if (next_ == std::chrono::steady_clock::time_point{} && total > few)
        next_ = now + std::chrono::milliseconds{300};
    if (now < next_) return;
    next_ = now + std::chrono::milliseconds{100};
    shown_ = true;
    const auto percent = total == 0 ? 100 : done * 100 / total;
    fmt::print(stderr, "\r{} {} of {} ({} %)\x1B[K", what_, grouped(done), grouped(total), percent);
    std::fflush(stderr);
}

} // namespace truefill::cli

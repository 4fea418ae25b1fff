/// What people see. Answers go to stdout, what is said meanwhile to stderr. Colours and progress are for
/// terminals only; NO_COLOR (no-color.org) and TERM=dumb take the colours away.
#pragma once

#include "api/say.h"
#include "base/grouped.h"
#include "base/json.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::cli {

/// Writes to stdout; fails with exit_bad_journal when it cannot (a full disk behind a redirection).
void print(std::string_view text);

template <class T> void print_json(const T& value) {
    std::string text;
    json::encode(text, value);
    text += '\n';
    print(text);
}

/// Text for stdout, coloured when that is a terminal.
std::string title(std::string_view text);
std::string good(std::string_view text);
std::string bad(std::string_view text);
std::string faint(std::string_view text);

/// Times, amounts and names in text.
using api::say;
using api::words;
template <class D> std::string hex(const D& digest) {
    std::string text;
    append_hex(text, digest);
    return text;
}

/// Columns as wide as their widest cell; numbers stand right.
class TextTable {
public:
    /// A heading that begins with '>' stands right, with its column.
    explicit TextTable(std::vector<std::string> headings);
    void add(std::vector<std::string> cells);
    bool empty() const { return rows_.empty(); }
    std::string text(std::string_view indent = "") const;

private:
    std::vector<bool> right_;
    std::vector<std::string> headings_;
    std::vector<std::vector<std::string>> rows_;
};

/// One line on stderr that is written over, ten times a second at most, and wiped at the end. Nothing when
/// stderr is no terminal.
class Progress {
public:
    explicit Progress(std::string what);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void show(std::uint64_t done, std::uint64_t total);

private:
    std::string what_;
    bool on_;
    bool shown_ = false;
    std::chrono::steady_clock::time_point next_{};
};

/// For commands that draw their own.
bool shows_progress();

} // namespace truefill::cli

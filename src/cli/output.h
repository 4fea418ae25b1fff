/// Where results go that are too long for a screen.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace truefill::cli {

/// Stdout, or a file that is there whole or not at all: it is written beside its place and renamed. Fails
/// with exit_bad_journal, already when it cannot be made.
class Output {
public:
    explicit Output(std::string path); ///< empty: stdout
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view text);
    /// Until then there is no file.
    void close();

private:
    void flush();
    [[noreturn]] void give_up();

    std::string path_, part_, buffer_;
    std::FILE* file_ = nullptr;
};

/// A field of a CSV file, quoted when it must be.
std::string csv_field(std::string_view field);

} // namespace truefill::cli

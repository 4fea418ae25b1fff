/// `truefill backup` and `truefill restore`: a copy of a journal while its server runs, and the way back.
#pragma once

#include <string>

namespace truefill::cli {

struct CopyArguments {
    std::string from, to;
    bool force{}, json{};
};

/// These return the exit code or throw Failure.
int run_backup(const CopyArguments& arguments);
int run_restore(const CopyArguments& arguments);

} // namespace truefill::cli

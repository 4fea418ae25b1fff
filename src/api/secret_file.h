/// A file that holds one secret: a password, a client's secret. Nothing of it gets into a sentence.
#pragma once

#include <expected>
#include <string>

namespace truefill::api {

/// The first line without its end. Refused: no such file, more than one line, nothing in it, and a file that
/// everybody on the machine may read.
std::expected<std::string, std::string> read_secret_file(const std::string& path);

} // namespace truefill::api

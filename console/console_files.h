/// The web console inside the program. The table is made by tools/embed when the program is built (cmake/console.cmake).
#pragma once

#include "http/static_files.h"

#include <span>
#include <string_view>

namespace truefill::console {

/// index.html and what it loads; empty when the program was built without the console. In "/index.html" each
/// `__NONCE__` must be replaced by the nonce of the answer's Content-Security-Policy; it has no packed form.
std::span<const http::StaticFile> files();

/// Why there is no console, as a sentence; empty when there is one.
std::string_view left_out();

} // namespace truefill::console

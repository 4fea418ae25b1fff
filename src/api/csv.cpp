#include "api/csv.h"

namespace truefill::api::csv {

void append_text(std::string& out, std::string_view text) {
    constexpr std::string_view runs = "=+-@\t\r";
    const bool guarded = !text.empty() && runs.contains(text.front());
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) out += '"';
    if (guarded) out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    if (quoted) out += '"';
}

} // namespace truefill::api::csv

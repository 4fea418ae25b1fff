/// Files that are part of the program: the console. Each is there as it is and, when that is smaller, packed
/// beforehand; nothing is packed while serving. A path is looked up in a table, so there is no way out of it.
///
/// What is `immutable` has its content's hash in its name and may be kept for a year; the rest is asked for
/// each time and mostly answered with 304.
#pragma once

#include "http/exchange.h"
#include "http/router.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace truefill::http {

struct StaticFile {
    std::string_view path; ///< "/assets/app-1a2b3c.js"
    std::string_view content_type;
    std::string_view bytes;
    std::string_view gzip{};   ///< empty: there is none
    std::string_view brotli{}; ///< empty: there is none
    bool immutable = false;
};

class StaticFiles {
public:
    /// The bytes must live as long as this.
    explicit StaticFiles(std::span<const StaticFile> files);

    /// Nothing when there is no such file. Takes If-None-Match and Accept-Encoding into account.
    std::optional<Response> find(std::string_view path, const Request& request) const;

private:
    struct Entry {
        StaticFile file;
        std::string hash; ///< of the bytes, for ETags
    };
    std::map<std::string_view, Entry> entries_;
};

} // namespace truefill::http

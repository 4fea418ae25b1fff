#include "http/static_files.h"

#include "base/sha256.h"
#include "http/media.h"

#include <fmt/format.h>

#include <utility>

namespace truefill::http {

namespace {

struct Variant {
    std::string_view bytes;
    std::string_view coding; ///< empty: as it is
};

/// The smallest that the client takes. Brotli is smaller than gzip.
Variant choose_variant(const StaticFile& file, std::string_view accept_encoding) {
    const int brotli = file.brotli.empty() ? 0 : coding_weight(accept_encoding, "br");
    const int gzip = file.gzip.empty() ? 0 : coding_weight(accept_encoding, "gzip");
    if (brotli > 0 && brotli >= gzip) return {file.brotli, "br"};
    if (gzip > 0) return {file.gzip, "gzip"};
    return {file.bytes, {}};
}

} // namespace

StaticFiles::StaticFiles(std::span<const StaticFile> files) {
    for (const StaticFile& file : files) {
        const Hash128 hash = hash128(file.bytes);
        entries_.emplace(file.path, Entry{.file = file, .hash = fmt::format("{:016x}", hash.hi)});
    }
}

std::optional<Response> StaticFiles::find(std::string_view path, const Request& request) const {
    const auto found = entries_.find(path);
    if (found == entries_.end()) return std::nullopt;
    const StaticFile& file = found->second.file;
    const Variant variant = choose_variant(file, request.header("accept-encoding"));
    const std::string etag =
        fmt::format("\"{}{}{}\"", found->second.hash, variant.coding.empty() ? "" : "-", variant.coding);

    Response response{.content_type = std::string{file.content_type}};
    response.headers.emplace_back("ETag", etag);
    response.headers.emplace_back("Cache-Control",
                                  file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    if (!file.gzip.empty() || !file.brotli.empty()) response.headers.emplace_back("Vary", "Accept-Encoding");
    if (has_etag(request.header("if-none-match"), etag)) {
        response.status = 304;
        return response;
    }
    if (!variant.coding.empty()) response.headers.emplace_back("Content-Encoding", variant.coding);
    response.body = variant.bytes;
    return response;
}

} // namespace truefill::http

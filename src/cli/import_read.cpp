#include "cli/failure.h"
#include "cli/import.h"
#include "connectors/shop/file.h"
#include "connectors/shop/own_import.h"
#include "connectors/shop/retail_import.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

namespace truefill::cli {
namespace {

namespace shop = connectors::shop;

/// The value, or the end of the command with file, line and column.
template <class T> T taken(std::expected<T, shop::Problem> value, const std::string& path) {
    if (value) return std::move(*value);
    fail(exit_bad_input, value.error().code, shop::to_text(path, value.error()) + "; nothing was imported");
}

std::string name_beside(const std::string& file, std::string_view name) {
    return (std::filesystem::path{file}.parent_path() / name).string();
}

/// orders.csv and orders.csv.gz -> orders.map
std::string own_mapping(const std::string& file) {
    std::filesystem::path path{file};
    if (path.extension() == ".gz") path.replace_extension();
    return path.replace_extension(".map").string();
}

/// The mapping of a file; empty when it has none.
std::string mapping_of(const ImportOptions& options, std::size_t index) {
    const auto& given = options.mappings;
    if (given.size() == 1) return given.front();
    if (!given.empty()) return given[index];
    auto beside = own_mapping(options.files[index]);
    std::error_code ignored;
    return std::filesystem::is_regular_file(beside, ignored) ? beside : "";
}

ImportedFile read_own(const std::string& path, const std::string& mapping_path) {
    const auto mapping =
        taken(shop::parse_mapping(taken(shop::read_file(mapping_path), mapping_path)), mapping_path);
    auto bytes = taken(shop::read_file(path), path);
    if (mapping.kind == shop::MappingKind::stock)
        return {path, FileKind::stock, taken(shop::import_stock(std::move(bytes), mapping), path)};
    return {path, FileKind::orders, taken(shop::import_orders(std::move(bytes), mapping), path)};
}

ImportedFile read_retail(const std::string& path, const ImportOptions& options) {
    auto bytes = taken(shop::read_file(path), path);
    auto codes_path = options.codes.empty() ? name_beside(path, "codes.csv") : options.codes;
    std::error_code ignored;
    if (options.codes.empty() && !std::filesystem::is_regular_file(codes_path, ignored))
        fail(
            exit_bad_input, "unknown_format",
            fmt::format("{}: it has no mapping ({} is not there) and no table of codes ({} is not there), so "
                        "nobody knows what its columns mean; name one with --mapping or --codes; nothing was "
                        "imported",
                        path, own_mapping(path), codes_path));
    const auto codes = taken(shop::parse_codes(taken(shop::read_file(codes_path), codes_path)), codes_path);
    return {path, FileKind::retail, taken(shop::import_retail(std::move(bytes), codes), path)};
}

} // namespace

std::vector<shop::RowOutcome>& ImportedFile::outcomes() {
    return std::visit([](auto& one) -> std::vector<shop::RowOutcome>& { return one.outcomes; }, content);
}

const std::vector<shop::RowOutcome>& ImportedFile::outcomes() const {
    return std::visit([](const auto& one) -> const std::vector<shop::RowOutcome>& { return one.outcomes; },
                      content);
}

std::vector<ImportedFile> read_files(const ImportOptions& options) {
    if (options.mappings.size() > 1 && options.mappings.size() != options.files.size())
        fail(exit_usage, "bad_arguments",
             fmt::format("{} files and {} mappings: give one mapping for all files, or one for each in the "
                         "same order",
                         options.files.size(), options.mappings.size()));
    std::vector<ImportedFile> files;
    for (std::size_t i = 0; i < options.files.size(); ++i) {
        const auto mapping = mapping_of(options, i);
        files.push_back(mapping.empty() ? read_retail(options.files[i], options)
                                        : read_own(options.files[i], mapping));
    }
    return files;
}

} // namespace truefill::cli

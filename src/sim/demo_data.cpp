#include "connectors/shop/file.h"
#include "connectors/shop/retail_import.h"
#include "sim/demo_world.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

namespace truefill::sim {
namespace {

DemoFault fault_of(const std::string& path, const connectors::shop::Problem& problem) {
    return {true, problem.code, to_text(path, problem)};
}

} // namespace

std::expected<connectors::shop::Import, DemoFault> read_import(const std::string& folder) {
    using namespace connectors::shop;
    if (!std::filesystem::is_directory(folder))
        return std::unexpected(
            DemoFault{true, "no_folder",
                      fmt::format("there is no folder {}; --data FOLDER names the one with "
                                  "online-retail.csv.gz and codes.csv",
                                  folder)});
    const auto codes_path = folder + "/codes.csv";
    const auto rows_path = folder + "/online-retail.csv.gz";
    const auto codes_file = read_file(codes_path);
    if (!codes_file) return std::unexpected(fault_of(codes_path, codes_file.error()));
    const auto codes = parse_codes(*codes_file);
    if (!codes) return std::unexpected(fault_of(codes_path, codes.error()));
    auto rows = read_file(rows_path);
    if (!rows) return std::unexpected(fault_of(rows_path, rows.error()));
    auto import = import_retail(std::move(*rows), *codes);
    if (!import) return std::unexpected(fault_of(rows_path, import.error()));
    return std::move(*import);
}

} // namespace truefill::sim

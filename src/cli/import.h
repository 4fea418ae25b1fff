/// `truefill import`: files of a shop or of the user into outcomes, and with a journal into orders, stock and
/// cases.
///
/// All files are read first; one that cannot be taken stops the command with its line and column, and nothing
/// of any file is imported. Then stock goes in before orders, so that orders find it. Messages are named by
/// the documents that they carry, so the same file changes nothing the second time.
///
/// What a file is: with a mapping (--mapping, or FILE with the ending .map beside it) the user's own orders
/// or stock; without one the export of the online retailer, whose odd rows a table of codes explains.
#pragma once

#include "connectors/shop/messages.h"

#include <string>
#include <variant>
#include <vector>

namespace truefill::cli {

struct ImportOptions {
    std::vector<std::string> files;
    std::vector<std::string> mappings; ///< one for all files, or one for each
    std::string codes;                 ///< empty: codes.csv beside the file
    std::string journal;               ///< empty: only look
    std::string site;                  ///< whose shelves the shop's clerk adjusts
    std::string outcomes;              ///< a CSV file for the outcome of each row
    bool json{};
};

/// Returns the exit code or throws Failure.
int run_import(const ImportOptions& options);

enum class FileKind : std::uint8_t { retail, orders, stock };
TF_DESCRIBE_ENUM(FileKind, retail, orders, stock)

/// A file that can be taken.
struct ImportedFile {
    std::string path;
    FileKind kind{};
    std::variant<connectors::shop::Import, connectors::shop::StockStatement> content;

    std::vector<connectors::shop::RowOutcome>& outcomes();
    const std::vector<connectors::shop::RowOutcome>& outcomes() const;
};

std::vector<ImportedFile> read_files(const ImportOptions& options);

/// What became of the messages.
struct Posted {
    static constexpr auto required = std::to_array<std::string_view>(
        {"messages", "committed", "refused", "waiting", "duplicates", "reported", "records"});
    std::string journal;
    std::uint64_t messages{}, committed{}, refused{}, waiting{}, duplicates{}, reported{};
    std::uint64_t records{}; ///< new ones in the journal
    Position position{};     ///< its end
    std::string head;
};
TF_DESCRIBE(Posted,
            (journal, messages, committed, refused, waiting, duplicates, reported, records, position, head))

/// Sends the files' messages through the loop into the journal and brings the outcomes into line with the
/// answers.
Posted post(std::vector<ImportedFile>& files, const ImportOptions& options);

} // namespace truefill::cli

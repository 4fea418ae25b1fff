#include "cli/import.h"

#include "base/text.h"
#include "cli/failure.h"
#include "cli/output.h"
#include "cli/private_files.h"
#include "cli/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace truefill::cli {
namespace {

namespace shop = connectors::shop;

constexpr std::size_t refusals_max = 20;

struct SumRow {
    static constexpr auto required =
        std::to_array<std::string_view>({"outcome", "code", "rows", "units", "value"});
    std::string outcome, code;
    std::uint64_t rows{};
    Quantity units{};
    Amount value;
};
TF_DESCRIBE(SumRow, (outcome, code, rows, units, value))

struct FileReport {
    static constexpr auto required = std::to_array<std::string_view>(
        {"file", "kind", "rows", "accepted", "refused", "cases", "units", "value", "sums"});
    std::string file;
    FileKind kind{};
    std::uint64_t rows{}, accepted{}, refused{}, cases{};
    Quantity units{}; ///< as in the file, like `value`: the sums over all rows
    Amount value;
    std::uint64_t orders{}, order_lines{}, charges{}, cancellations{}, withdrawals{}, adjustments{};
    std::uint64_t balances{};
    std::vector<SumRow> sums;
};
TF_DESCRIBE(FileReport, (file, kind, rows, accepted, refused, cases, units, value, orders, order_lines,
                         charges, cancellations, withdrawals, adjustments, balances, sums))

struct ImportReport {
    static constexpr auto required =
        std::to_array<std::string_view>({"rows", "accepted", "refused", "cases", "files"});
    std::uint64_t rows{}, accepted{}, refused{}, cases{};
    std::vector<FileReport> files;
    std::optional<Posted> posted;
};
TF_DESCRIBE(ImportReport, (rows, accepted, refused, cases, files, posted))

std::string_view name_of(shop::Outcome outcome) {
    switch (outcome) {
    case shop::Outcome::accepted: return "accepted";
    case shop::Outcome::refused: return "refused";
    case shop::Outcome::case_: return "case";
    }
    return "";
}

void count_documents(FileReport& report, const ImportedFile& file) {
    if (const auto* stock = get_if<shop::StockStatement>(&file.content)) {
        report.balances = stock->balances.size();
        return;
    }
    const auto& import = get<shop::Import>(file.content);
    report.orders = import.orders.size();
    for (const auto& order : import.orders) {
        report.order_lines += order.lines.size();
        report.charges += order.charges.size();
    }
    report.cancellations = import.cancellations.size();
    for (const auto& document : import.cancellations) report.withdrawals += document.withdrawals.size();
    report.adjustments = import.adjustments.size();
}

FileReport report_of(const ImportedFile& file) {
    FileReport report;
    report.file = file.path;
    report.kind = file.kind;
    for (const auto& sum : shop::sums(file.outcomes())) {
        report.sums.push_back({std::string{name_of(sum.outcome)}, sum.code, sum.rows, sum.units, sum.value});
        report.rows += sum.rows;
        report.units += sum.units;
        report.value += sum.value;
        switch (sum.outcome) {
        case shop::Outcome::accepted: report.accepted += sum.rows; break;
        case shop::Outcome::refused: report.refused += sum.rows; break;
        case shop::Outcome::case_: report.cases += sum.rows; break;
        }
    }
    count_documents(report, file);
    return report;
}

ImportReport report_of(const std::vector<ImportedFile>& files) {
    ImportReport report;
    for (const auto& file : files) {
        report.files.push_back(report_of(file));
        const auto& last = report.files.back();
        report.rows += last.rows;
        report.accepted += last.accepted;
        report.refused += last.refused;
        report.cases += last.cases;
    }
    return report;
}

std::string documents_of(const FileReport& report) {
    std::string text;
    const auto add = [&](std::uint64_t count, std::string_view one) {
        if (count == 0) return;
        text += (text.empty() ? "" : ", ") + plural(count, one);
    };
    add(report.orders, "order");
    add(report.order_lines, "order line");
    add(report.charges, "charge line");
    add(report.cancellations, "cancellation");
    add(report.withdrawals, "withdrawal");
    add(report.adjustments, "stock adjustment");
    add(report.balances, "stock balance");
    return text;
}

std::string text_of(const FileReport& report, const ImportedFile& file) {
    TextTable table{{"outcome", "code", ">rows", ">units", ">value"}};
    for (const auto& sum : report.sums)
        table.add(
            {sum.outcome, sum.code, grouped(sum.rows), grouped(sum.units), grouped_text(say(sum.value))});
    table.add({"total", "", grouped(report.rows), grouped(report.units), grouped_text(say(report.value))});
    auto text = title(report.file) + "\n" + table.text("  ");
    const auto documents = documents_of(report);
    if (!documents.empty()) text += "  " + documents + "\n";
    if (report.refused > 0) text += shop::refusals(report.file, file.outcomes(), refusals_max);
    return text + "\n";
}

std::string text_of(const Posted& posted) {
    auto text = title(posted.journal) + "\n";
    text +=
        fmt::format("  {}: {} took effect, {} refused, {} waiting, {} here before, {} reported\n",
                    plural(posted.messages, "message"), grouped(posted.committed), grouped(posted.refused),
                    grouped(posted.waiting), grouped(posted.duplicates), grouped(posted.reported));
    text += fmt::format("  {}; the journal ends at position {}, hash {}\n",
                        plural(posted.records, "new record"), posted.position, posted.head.substr(0, 16));
    if (posted.records == 0) text += "  nothing changed\n";
    return text;
}

std::string text_of(const ImportReport& report, const std::vector<ImportedFile>& files) {
    std::string text;
    for (std::size_t i = 0; i < files.size(); ++i) text += text_of(report.files[i], files[i]);
    text += fmt::format("{}: {} accepted, {} refused, {}\n", plural(report.rows, "row"),
                        grouped(report.accepted), grouped(report.refused), plural(report.cases, "case"));
    if (report.posted) text += "\n" + text_of(*report.posted);
    else text += faint("Nothing was written; --journal FILE imports into a journal.") + "\n";
    return text;
}

void write_outcomes(Output& out, const std::vector<ImportedFile>& files) {
    out.write("file,line,outcome,code,units,value,sentence\n");
    for (const auto& one : files)
        for (const auto& row : one.outcomes())
            out.write(fmt::format("{},{},{},{},{},{},{}\n", csv_field(one.path), row.line,
                                  name_of(row.outcome), row.code, row.quantity, say(row.amount),
                                  csv_field(row.sentence)));
    out.close();
}

/// Refuses what would be ignored.
void check_use(const ImportOptions& options, const std::vector<ImportedFile>& files) {
    if (!options.site.empty() && options.journal.empty())
        fail(exit_usage, "bad_arguments",
             fmt::format("--site {}: counts are asked for in a journal; name it with --journal FILE",
                         options.site));
    if (std::ranges::find(files, FileKind::retail, &ImportedFile::kind) != files.end()) return;
    if (!options.site.empty())
        fail(exit_usage, "bad_arguments",
             fmt::format(
                 "--site {}: only the online-retail export has stock adjustments, and none of these files is "
                 "one; leave --site away",
                 options.site));
    if (!options.codes.empty())
        fail(exit_usage, "bad_arguments",
             fmt::format(
                 "--codes {}: each of these files has a mapping, so no table of codes is read; leave --codes "
                 "away",
                 options.codes));
}

} // namespace

int run_import(const ImportOptions& options) {
    auto files = read_files(options);
    check_use(options, files);
    // A place that cannot be written is told before anything is imported.
    std::optional<Output> outcomes;
    if (!options.outcomes.empty()) outcomes.emplace(options.outcomes);
    std::optional<Posted> posted;
    if (!options.journal.empty()) {
        keep_files_private();
        posted = post(files, options);
    }
    auto report = report_of(files);
    report.posted = std::move(posted);
    if (outcomes) write_outcomes(*outcomes, files);
    if (options.json) print_json(report);
    else print(text_of(report, files));
    return exit_done;
}

} // namespace truefill::cli

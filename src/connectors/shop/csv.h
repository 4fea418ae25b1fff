/// A strict reader for RFC 4180 tables. Strict because a shop's export is the one place where a silent repair
/// turns into a wrong shipment: a file is read whole and right, or refused whole with a line, a column and
/// the mend.
///
/// What is accepted: UTF-8 with or without byte order mark, lines that end in LF or CRLF, fields in double
/// quotes with doubled quotes inside (also line ends), a last line without end. The first row is the header:
/// its names are not empty and not repeated; a caller that knows its format names them and they must be the
/// same in the same order.
///
/// What is refused, by code:
///
/// - empty_file: 0 bytes, or only a byte order mark.
/// - wrong_encoding: bytes that are no UTF-8; UTF-16 and Windows-1252 are recognised and named.
/// - not_text: a workbook or zip archive, which is what many hand over as "the CSV".
/// - nul_byte, control_character: neither is ever part of an order.
/// - row_too_long: a row above `row_bytes_max`. A quote that is still open is named, because that is what a
///   forgotten quote in a large file looks like.
/// - unterminated_quote, text_after_quote, quote_inside_field, stray_carriage_return: broken quoting or line
///   ends.
/// - field_count: a row with more or fewer fields than the header.
/// - wrong_header, duplicate_header: see above.
/// - file_too_long, too_many_cells: above `file_bytes_max` or `cells_max`. Together they bound memory at the
///   file and 16 bytes a cell.
///
/// `parse_csv` is a pure function over bytes. It takes the bytes over and keeps them; a field is an offset
/// into them, so a Table moves cheaply. 4.2 MB with 400,000 fields parse in some 15 ms on one core.
#pragma once

#include "connectors/shop/problem.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::connectors::shop {

struct CsvOptions {
    char delimiter = ',';
    std::vector<std::string> header; ///< exact names in order; empty = any header
    std::size_t file_bytes_max = 256 * 1024 * 1024;
    std::size_t row_bytes_max = 64 * 1024; ///< without the line end
    std::size_t cells_max = 16'000'000;
};

/// A parsed file. Rows are counted from 0 and leave the header out; columns are counted from 0.
class Table {
public:
    [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
    [[nodiscard]] std::size_t row_count() const { return row_lines_.size(); }
    [[nodiscard]] std::size_t column_count() const { return header_.size(); }

    /// The text of a field without its quotes. Valid as long as the table is neither moved nor destroyed.
    [[nodiscard]] std::string_view field(std::size_t row, std::size_t column) const;

    /// The line on which a row starts (the header is on line 1).
    [[nodiscard]] std::uint64_t line(std::size_t row) const { return row_lines_[row]; }

    /// Where a field starts; walks the file, so for errors only.
    [[nodiscard]] Place place(std::size_t row, std::size_t column) const;

    /// The column with exactly this name, or npos.
    [[nodiscard]] std::size_t find_column(std::string_view name) const;
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

private:
    friend class CsvParser;

    /// A plain field lies in `bytes_`; one with doubled quotes has its text in `unescaped_`.
    struct Cell {
        std::uint32_t raw = 0;  ///< where the field starts in `bytes_`, for place()
        std::uint32_t text = 0; ///< where its text starts
        std::uint32_t size = 0;
        bool unescaped = false;
    };

    [[nodiscard]] std::string_view text(const Cell& cell) const;

    std::string bytes_;
    std::string unescaped_;
    std::vector<std::string> header_;
    std::vector<Cell> cells_;
    std::vector<std::uint32_t> row_lines_;
};

[[nodiscard]] std::expected<Table, Problem> parse_csv(std::string bytes, const CsvOptions& options);

} // namespace truefill::connectors::shop

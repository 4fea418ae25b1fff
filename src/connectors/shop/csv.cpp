#include "connectors/shop/csv.h"

#include "base/text.h"
#include "connectors/shop/text.h"

#include <algorithm>
#include <utility>

namespace truefill::connectors::shop {

using Done = std::expected<void, Problem>;

/// One pass over checked bytes, row by row. `at_` is the next byte; a Problem stops the pass and the table is
/// lost.
class CsvParser {
public:
    CsvParser(std::string bytes, const CsvOptions& options) : options_(options) {
        table_.bytes_ = std::move(bytes);
    }

    std::expected<Table, Problem> parse();

private:
    Done read_row(std::vector<Table::Cell>& cells);
    Done read_plain(Table::Cell& cell);
    Done read_quoted(Table::Cell& cell);
    Done read_separator();
    Done take_header(const std::vector<Table::Cell>& cells);
    Done check_names(const std::vector<Table::Cell>& cells) const;
    Done check_count(const std::vector<Table::Cell>& row) const;

    [[nodiscard]] bool at_end() const { return at_ >= table_.bytes_.size(); }
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < table_.bytes_.size() ? table_.bytes_[at_ + ahead] : '\0';
    }
    [[nodiscard]] bool at_line_end() const { return peek() == '\n' || (peek() == '\r' && peek(1) == '\n'); }
    [[nodiscard]] bool row_too_long() const { return at_ - row_begin_ >= options_.row_bytes_max; }
    [[nodiscard]] std::unexpected<Problem> fail(std::size_t offset, std::string code,
                                                std::string sentence) const {
        return std::unexpected(
            problem_at(place_of(table_.bytes_, offset), std::move(code), std::move(sentence)));
    }
    [[nodiscard]] std::unexpected<Problem> fail_too_long(std::size_t open_quote) const;

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    const CsvOptions& options_;
    Table table_;
    std::size_t at_ = 0;
    std::size_t row_begin_ = 0;
    std::uint32_t line_ = 1;
    bool row_ended_ = false;
};

std::unexpected<Problem> CsvParser::fail_too_long(std::size_t open_quote) const {
    const std::string bound = grouped(static_cast<std::int64_t>(options_.row_bytes_max));
    std::string sentence = "the row is longer than " + bound + " bytes";
    if (open_quote != none) {
        const Place quote = place_of(table_.bytes_, open_quote);
        sentence += "; the quote opened at line " + std::to_string(quote.line) + ", column " +
                    std::to_string(quote.column) + " is still open: close it";
    } else {
        sentence += ": is a line end missing?";
    }
    return fail(at_, "row_too_long", sentence);
}

Done CsvParser::read_plain(Table::Cell& cell) {
    while (!at_end() && peek() != options_.delimiter && !at_line_end()) {
        if (peek() == '\r') {
            return fail(at_, "stray_carriage_return",
                        "a carriage return without a line feed: end lines with LF or CRLF");
        }
        if (peek() == '"') {
            return fail(
                at_, "quote_inside_field",
                "a quote inside a field: put the whole field in quotes and double the quotes inside it");
        }
        if (row_too_long()) return fail_too_long(none);
        ++at_;
    }
    cell.text = cell.raw;
    cell.size = static_cast<std::uint32_t>(at_) - cell.raw;
    return {};
}

Done CsvParser::read_quoted(Table::Cell& cell) {
    const std::size_t open = at_++;
    const std::size_t arena = table_.unescaped_.size();
    std::size_t chunk = at_; // start of the text that is not yet in the arena
    while (true) {
        if (at_end()) {
            return fail(open, "unterminated_quote", "the quote that opens here is never closed: close it");
        }
        if (row_too_long()) return fail_too_long(open);
        if (peek() == '\n') ++line_;
        if (peek() != '"') {
            ++at_;
        } else if (peek(1) == '"') {
            table_.unescaped_.append(table_.bytes_, chunk, at_ + 1 - chunk);
            cell.unescaped = true;
            at_ += 2;
            chunk = at_;
        } else {
            break;
        }
    }
    if (cell.unescaped) {
        table_.unescaped_.append(table_.bytes_, chunk, at_ - chunk);
        cell.text = static_cast<std::uint32_t>(arena);
        cell.size = static_cast<std::uint32_t>(table_.unescaped_.size() - arena);
    } else {
        cell.text = static_cast<std::uint32_t>(open + 1);
        cell.size = static_cast<std::uint32_t>(at_ - open - 1);
    }
    ++at_;
    if (!at_end() && peek() != options_.delimiter && !at_line_end()) {
        return fail(at_, "text_after_quote",
                    "text after a closing quote: a quote inside a quoted field is written twice");
    }
    return {};
}

/// After a field: a delimiter, a line end or the end of the file.
Done CsvParser::read_separator() {
    row_ended_ = at_end() || at_line_end();
    if (at_end()) return {};
    if (!row_ended_) {
        if (row_too_long()) return fail_too_long(none);
        ++at_;
        return {};
    }
    at_ += peek() == '\r' ? 2 : 1;
    ++line_;
    return {};
}

Done CsvParser::read_row(std::vector<Table::Cell>& cells) {
    row_begin_ = at_;
    do {
        Table::Cell cell;
        cell.raw = static_cast<std::uint32_t>(at_);
        if (auto read = peek() == '"' ? read_quoted(cell) : read_plain(cell); !read) return read;
        cells.push_back(cell);
        if (auto read = read_separator(); !read) return read;
    } while (!row_ended_);
    return {};
}

Done CsvParser::check_names(const std::vector<Table::Cell>& cells) const {
    const std::vector<std::string>& wanted = options_.header;
    const std::vector<std::string>& found = table_.header_;
    if (wanted.empty() || wanted == found) return {};
    const std::size_t column =
        static_cast<std::size_t>(std::ranges::mismatch(wanted, found).in2 - found.begin());
    std::string sentence = "the header must be " + listed(wanted) + "; ";
    std::size_t offset = cells.back().raw;
    if (column < found.size()) {
        offset = cells[column].raw;
        sentence += "column " + std::to_string(column + 1) + " is called " + quoted(found[column]);
        if (column >= wanted.size()) sentence += " and is one too many";
    } else {
        sentence += quoted(wanted[column]) + " is missing";
    }
    const bool other_delimiter = found.size() == 1 && wanted.size() > 1 && options_.delimiter == ',' &&
                                 found.front().find_first_of(";\t") != std::string::npos;
    if (other_delimiter) sentence += "; fields are separated by commas, not by semicolons or tabs";
    return fail(offset, "wrong_header", sentence);
}

Done CsvParser::take_header(const std::vector<Table::Cell>& cells) {
    for (const Table::Cell& cell : cells) table_.header_.emplace_back(table_.text(cell));
    if (auto checked = check_names(cells); !checked) return checked;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& name = table_.header_[i];
        if (trim(name).empty()) {
            return fail(cells[i].raw, "wrong_header",
                        "column " + std::to_string(i + 1) + " has no name: give it one");
        }
        if (table_.find_column(name) != i) {
            return fail(cells[i].raw, "duplicate_header",
                        "two columns are called " + quoted(name) + ": rename one");
        }
    }
    return {};
}

Done CsvParser::check_count(const std::vector<Table::Cell>& row) const {
    const std::size_t wanted = table_.header_.size();
    if (row.size() == wanted) return {};
    if (row.size() == 1 && row.front().size == 0) {
        return fail(row.front().raw, "field_count", "the line is empty: remove it");
    }
    const std::string counts =
        "the row has " + std::to_string(row.size()) + " field(s), the header has " + std::to_string(wanted);
    if (row.size() > wanted) {
        return fail(row[wanted].raw, "field_count",
                    counts + ": put fields that contain the separator in quotes");
    }
    return fail(row.back().raw, "field_count", counts + ": fields are missing after this one");
}

std::expected<Table, Problem> CsvParser::parse() {
    const std::string& bytes = table_.bytes_;
    at_ = byte_order_mark_size(bytes);
    if (at_end()) return std::unexpected(problem_at({}, "empty_file", "the file is empty: export it again"));
    if (bytes.size() > options_.file_bytes_max) {
        return std::unexpected(problem_at({}, "file_too_long",
                                          "the file is larger than " +
                                              grouped(static_cast<std::int64_t>(options_.file_bytes_max)) +
                                              " bytes: split it"));
    }
    if (auto checked = check_text(bytes); !checked) return std::unexpected(checked.error());

    std::vector<Table::Cell> row;
    if (auto read = read_row(row); !read) return std::unexpected(read.error());
    if (auto taken = take_header(row); !taken) return std::unexpected(taken.error());
    while (!at_end()) {
        row.clear();
        table_.row_lines_.push_back(line_);
        if (auto read = read_row(row); !read) return std::unexpected(read.error());
        if (auto counted = check_count(row); !counted) return std::unexpected(counted.error());
        if (table_.cells_.size() + row.size() > options_.cells_max) {
            return fail(row_begin_, "too_many_cells",
                        "the file has more than " + grouped(static_cast<std::int64_t>(options_.cells_max)) +
                            " fields: split it before this row");
        }
        table_.cells_.insert(table_.cells_.end(), row.begin(), row.end());
    }
    return std::move(table_);
}

std::string_view Table::text(const Cell& cell) const {
    const std::string& source = cell.unescaped ? unescaped_ : bytes_;
    return std::string_view(source).substr(cell.text, cell.size);
}

std::string_view Table::field(std::size_t row, std::size_t column) const {
    return text(cells_[row * column_count() + column]);
}

Place Table::place(std::size_t row, std::size_t column) const {
    return place_of(bytes_, cells_[row * column_count() + column].raw);
}

std::size_t Table::find_column(std::string_view name) const {
    const auto found = std::ranges::find(header_, name);
    return found == header_.end() ? npos : static_cast<std::size_t>(found - header_.begin());
}

std::expected<Table, Problem> parse_csv(std::string bytes, const CsvOptions& options) {
    return CsvParser(std::move(bytes), options).parse();
}

} // namespace truefill::connectors::shop

#include "connectors/shop/csv.h"

#include "connectors/shop/text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace truefill::connectors::shop;

namespace {

Problem problem_of(std::string bytes, const CsvOptions& options = {}) {
    const auto table = parse_csv(std::move(bytes), options);
    REQUIRE_FALSE(table.has_value());
    return table.error();
}

Table table_of(std::string bytes, const CsvOptions& options = {}) {
    auto table = parse_csv(std::move(bytes), options);
    REQUIRE(table.has_value());
    return std::move(*table);
}

void check_problem(const Problem& problem, std::string_view code, Place place) {
    CHECK(problem.code == code);
    CHECK(problem.line == place.line);
    CHECK(problem.column == place.column);
    CHECK_FALSE(problem.sentence.empty());
}

} // namespace

TEST_CASE("reads plain fields with either line end and without a last one") {
    for (const char* text : {"a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\n1,2\r\n3,4"}) {
        const Table table = table_of(text);
        CHECK(table.header() == std::vector<std::string>{"a", "b"});
        REQUIRE(table.row_count() == 2);
        CHECK(table.field(0, 1) == "2");
        CHECK(table.field(1, 0) == "3");
        CHECK(table.line(1) == 3);
    }
}

TEST_CASE("reads quoted fields with separators, doubled quotes and line ends") {
    const Table table =
        table_of("a,b,c\n\"1,5\",\"say \"\"hi\"\" twice\"\"\",\"two\r\nlines\"\n\"\",x,\"\"\"\"\n");
    REQUIRE(table.row_count() == 2);
    CHECK(table.field(0, 0) == "1,5");
    CHECK(table.field(0, 1) == "say \"hi\" twice\"");
    CHECK(table.field(0, 2) == "two\r\nlines");
    CHECK(table.field(1, 0).empty());
    CHECK(table.field(1, 2) == "\"");
    CHECK(table.line(1) == 4);
    CHECK(table.place(1, 1) == Place{4, 4});
}

TEST_CASE("keeps its fields when it is moved") {
    Table first = table_of("a\n\"x\"\"y\"\nz\n");
    const Table second = std::move(first);
    CHECK(second.field(0, 0) == "x\"y");
    CHECK(second.field(1, 0) == "z");
}

TEST_CASE("tolerates a byte order mark and counts it as no column") {
    CHECK(table_of("\xEF\xBB\xBF"
                   "a,b\n1,2\n")
              .header()
              .front() == "a");
    check_problem(problem_of("\xEF\xBB\xBF"
                             "a,b\nx\"y,2\n"),
                  "quote_inside_field", {2, 2});
    check_problem(problem_of("\xEF\xBB\xBF"
                             "a,\"b\n"),
                  "unterminated_quote", {1, 3});
}

TEST_CASE("refuses an empty file at line 1, column 1") {
    check_problem(problem_of(""), "empty_file", {1, 1});
    check_problem(problem_of("\xEF\xBB\xBF"), "empty_file", {1, 1});
}

TEST_CASE("refuses broken quoting where it breaks") {
    check_problem(problem_of("a,b\n1,\"2\n3,4\n"), "unterminated_quote", {2, 3});
    check_problem(problem_of("a,b\n1,\"2\" x\n"), "text_after_quote", {2, 6});
    check_problem(problem_of("a,b\n1,5\" nail\n"), "quote_inside_field", {2, 4});
    check_problem(problem_of("a,b\n1,2\r3,4\n"), "stray_carriage_return", {2, 4});
    check_problem(problem_of("a,b\n1,2\r"), "stray_carriage_return", {2, 4});
}

TEST_CASE("refuses other encodings with the byte, and counts columns in characters") {
    const Problem latin = problem_of("a,b\nM\xC3\xBCller,Voucher \xA3"
                                     "20\n");
    check_problem(latin, "wrong_encoding", {2, 16});
    CHECK(latin.sentence.find("0xA3") != std::string::npos);
    CHECK(latin.sentence.find("Windows-1252") != std::string::npos);
    check_problem(problem_of(std::string("\xFF\xFE"
                                         "a\0,\0",
                                         6)),
                  "wrong_encoding", {1, 1});
    check_problem(problem_of("a\n\xC0\xAF\n"), "wrong_encoding", {2, 1});         // overlong
    check_problem(problem_of("a\nx\xED\xA0\x80\n"), "wrong_encoding", {2, 2});    // surrogate
    check_problem(problem_of("a\n\xF4\x90\x80\x80\n"), "wrong_encoding", {2, 1}); // above the last character
    check_problem(problem_of("a\nxy\xE2\x82"), "wrong_encoding", {2, 3});         // cut off
    CHECK(table_of("a\n\xF0\x9F\x93\xA6\xE2\x82\xAC\n").row_count() == 1);
}

TEST_CASE("recognises a workbook") {
    check_problem(problem_of("PK\x03\x04"
                             "rest"),
                  "not_text", {1, 1});
}

TEST_CASE("refuses NUL bytes and control characters") {
    check_problem(problem_of(std::string("a,b\n1,\0\n", 8)), "nul_byte", {2, 3});
    check_problem(problem_of("a,b\n1,\x1B[31m\n"), "control_character", {2, 3});
    CHECK(table_of("a,b\n1,x\ty\n").field(0, 1) == "x\ty");
}

TEST_CASE("refuses rows with more or fewer fields than the header") {
    check_problem(problem_of("a,b,c\n1,2,3\n1,2\n"), "field_count", {3, 3});
    check_problem(problem_of("a,b\n1,2,3,4\n"), "field_count", {2, 5});
    const Problem empty = problem_of("a,b\n1,2\n\n3,4\n");
    check_problem(empty, "field_count", {3, 1});
    CHECK(empty.sentence.find("remove") != std::string::npos);
}

TEST_CASE("refuses a row that is too long, at the bound, and names a quote that is still open") {
    CsvOptions options;
    options.row_bytes_max = 10;
    CHECK(table_of("a,b\n12345,7890\n", options).row_count() == 1);
    check_problem(problem_of("a,b\n12345,78901\n", options), "row_too_long", {2, 11});
    check_problem(problem_of("a,b\n123456789,,,\n", options), "row_too_long", {2, 11});
    const Problem open = problem_of("a,b\n1,\"2\n3,4\n5,6\n7,8\n9,0\n", options);
    check_problem(open, "row_too_long", {4, 2});
    CHECK(open.sentence.find("line 2, column 3") != std::string::npos);
    check_problem(problem_of("a,b\n1,2\n" + std::string(1'000'000, 'x') + ",3\n"), "row_too_long",
                  {3, 65'537});
}

TEST_CASE("checks a known header to the letter, before any row") {
    CsvOptions options;
    options.header = {"a", "b"};
    CHECK(table_of("a,b\n1,2\n", options).row_count() == 1);
    check_problem(problem_of("a,B\n1,\"2\n", options), "wrong_header", {1, 3});
    check_problem(problem_of("a\n1\n", options), "wrong_header", {1, 1});
    check_problem(problem_of("a,b,c\n1,2,3\n", options), "wrong_header", {1, 5});
    const Problem semicolons = problem_of("a;b\n1;2\n", options);
    check_problem(semicolons, "wrong_header", {1, 1});
    CHECK(semicolons.sentence.find("semicolons") != std::string::npos);
}

TEST_CASE("refuses columns without a name or with one twice") {
    check_problem(problem_of("a, ,c\n"), "wrong_header", {1, 3});
    check_problem(problem_of("a,b,a\n"), "duplicate_header", {1, 5});
}

TEST_CASE("bounds the file and the number of fields") {
    CsvOptions options;
    options.cells_max = 4;
    CHECK(table_of("a,b\n1,2\n3,4\n", options).row_count() == 2);
    check_problem(problem_of("a,b\n1,2\n3,4\n5,6\n", options), "too_many_cells", {4, 1});
    options.file_bytes_max = 5;
    check_problem(problem_of("a,b\n1,2\n", options), "file_too_long", {1, 1});
}

TEST_CASE("takes other delimiters") {
    CsvOptions options;
    options.delimiter = ';';
    CHECK(table_of("a;b\n1,5;2\n", options).field(0, 0) == "1,5");
}

TEST_CASE("names lists for sentences") {
    CHECK(listed({"a"}) == "`a`");
    CHECK(listed({"a", "b", "c"}) == "`a`, `b` and `c`");
    const std::string cut(39, 'x');
    CHECK(quoted(std::string(cut).append("\xE2\x82\xAC")) == std::string("`").append(cut).append("...`"));
}

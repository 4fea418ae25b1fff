#include "connectors/shop/file.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <string>

using namespace truefill::connectors::shop;

namespace {

constexpr const char* data_path = "examples/online-retail/online-retail.csv.gz";

std::string gzip(const std::string& plain) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string packed(deflateBound(&stream, plain.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string code_of(const std::expected<std::string, Problem>& result) {
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().line == 1);
    CHECK(result.error().column == 1);
    return result.error().code;
}

} // namespace

TEST_CASE("unpacks gzip, also of several members and of nothing") {
    const std::string plain(200'000, 'x');
    CHECK(gunzip(gzip(plain)).value() == plain);
    CHECK(gunzip(gzip("a") + gzip("b")).value() == "ab");
    CHECK(gunzip(gzip("")).value().empty());
}

TEST_CASE("refuses damaged gzip") {
    const std::string packed = gzip("some orders of a shop");
    for (std::size_t size = 0; size < packed.size(); ++size) {
        CHECK(code_of(gunzip(packed.substr(0, size))) == "damaged_gzip");
    }
    std::string flipped = packed;
    flipped[packed.size() - 6] = static_cast<char>(flipped[packed.size() - 6] ^ 1); // in the checksum
    CHECK(code_of(gunzip(flipped)) == "damaged_gzip");
    CHECK(code_of(gunzip(packed + "trailing")) == "damaged_gzip");
}

TEST_CASE("stops unpacking at the bound") {
    CHECK(code_of(gunzip(gzip(std::string(1'000'000, 'x')), 999'999)) == "file_too_long");
    CHECK(gunzip(gzip(std::string(1'000'000, 'x')), 1'000'000).has_value());
}

TEST_CASE("reads a packed file and says what it cannot read") {
    const auto bytes = read_file(data_path);
    REQUIRE(bytes.has_value());
    CHECK(bytes->starts_with("InvoiceNo,StockCode,"));
    CHECK(code_of(read_file("examples/no-such-file.csv")) == "cannot_read");
    CHECK(code_of(read_file("examples")) == "cannot_read");
    CHECK(code_of(read_file(data_path, 1'000)) == "file_too_long");
}

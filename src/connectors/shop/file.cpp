#include "connectors/shop/file.h"

#include "connectors/shop/text.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <limits>
#include <memory>

namespace truefill::connectors::shop {
namespace {

constexpr std::size_t chunk_size = 65'536;

std::unexpected<Problem> too_long(std::size_t bytes_max) {
    return std::unexpected(problem_at(
        {}, "file_too_long",
        "the file holds more than " + grouped(static_cast<std::int64_t>(bytes_max)) + " bytes: split it"));
}

std::unexpected<Problem> damaged(std::size_t offset, std::string_view why) {
    return std::unexpected(problem_at({}, "damaged_gzip",
                                      "the gzip file is damaged at byte " + std::to_string(offset) + " (" +
                                          std::string(why) + "): pack it again"));
}

/// zlib's inflater, freed with its owner.
class Inflater {
public:
    Inflater() { ready_ = inflateInit2(&stream_, gzip_only) == Z_OK; }
    ~Inflater() {
        if (ready_) inflateEnd(&stream_);
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] z_stream& stream() { return stream_; }

private:
    static constexpr int gzip_only = 16 + MAX_WBITS;
    z_stream stream_{};
    bool ready_ = false;
};

} // namespace

std::expected<std::string, Problem> gunzip(std::string_view packed, std::size_t bytes_max) {
    Inflater inflater;
    if (!inflater.ready()) return damaged(0, "no memory for zlib");
    if (packed.size() > std::numeric_limits<uInt>::max()) return too_long(bytes_max);
    z_stream& stream = inflater.stream();
    // zlib reads through a pointer to bytes that are not const, and does not write there.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string unpacked;
    std::array<char, chunk_size> chunk;
    while (true) {
        stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        const int result = inflate(&stream, Z_NO_FLUSH);
        unpacked.append(chunk.data(), chunk.size() - stream.avail_out);
        if (unpacked.size() > bytes_max) return too_long(bytes_max);
        const std::size_t offset = packed.size() - stream.avail_in;
        if (result == Z_STREAM_END) {
            if (stream.avail_in == 0) return unpacked;
            if (inflateReset(&stream) != Z_OK) return damaged(offset, "no further member");
        } else if (result != Z_OK) {
            return damaged(offset, result == Z_BUF_ERROR ? "it ends too early" : "its content is wrong");
        }
    }
}

std::expected<std::string, Problem> read_file(const std::string& path, std::size_t bytes_max) {
    const auto cannot_read = [&] {
        return std::unexpected(
            problem_at({}, "cannot_read", "the file cannot be read: " + std::string(std::strerror(errno))));
    };
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) return cannot_read();
    std::string bytes;
    std::array<char, chunk_size> chunk;
    while (const std::size_t read = std::fread(chunk.data(), 1, chunk.size(), file.get())) {
        bytes.append(chunk.data(), read);
        if (bytes.size() > bytes_max) return too_long(bytes_max);
    }
    if (std::ferror(file.get()) != 0) return cannot_read();
    if (!is_gzip(bytes)) return bytes;
    return gunzip(bytes, bytes_max);
}

} // namespace truefill::connectors::shop

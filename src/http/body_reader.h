/// The bytes of a request's body, by length or in chunks (RFC 9112, 6 and 7.1). A byte decides the same
/// whatever piece it comes in, so nobody in front of us can be made to see another end of the body than we
/// do. Chunk extensions and trailers are checked for control characters, counted and dropped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace truefill::http {

class BodyReader {
public:
    enum class Step : std::uint8_t { more, whole, malformed, too_long, too_long_lines };

    /// So many bytes.
    static BodyReader by_length(std::uint64_t length);
    /// At most `body_bytes_max` in all, and so many of trailers.
    static BodyReader in_chunks(std::size_t body_bytes_max, std::size_t trailer_bytes_max);

    /// Takes all bytes off the front that belong to the body; null: what it says is dropped.
    Step read(std::string_view& bytes, std::string* body);

private:
    enum class At : std::uint8_t {
        size,
        extension,
        size_end,
        data,
        data_return,
        data_end,
        line,
        trailer,
        trailer_end,
        end,
        through
    };

    void read_data(std::string_view& bytes, std::string* body);
    Step read_char(char c);
    Step read_size(char c);
    Step end_size();
    Step read_text(char c, At next);

    At at_ = At::size;
    bool is_chunked_ = false;
    std::uint64_t left_ = 0; ///< of the data, or of this chunk
    std::size_t digits_ = 0; ///< of this chunk's size
    std::size_t body_room_ = 0;
    std::size_t line_room_ = 0; ///< for extensions and trailers
};

} // namespace truefill::http

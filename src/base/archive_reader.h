#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace truefill::archive {

/// Reads saved bytes out of memory; a large snapshot is mapped, not read. Every step is checked against the
/// end. The first failure sticks: afterwards nothing more is read, every call gives false, and ok() says so.
/// Torn files and files made to hurt end there, without a crash and without large allocations.
class Reader {
public:
    explicit Reader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    bool ok() const { return ok_; }
    /// True when all bytes were used: bytes left over are as wrong as bytes that lack.
    bool at_end() const { return at_ == end_; }
    std::size_t remaining() const { return static_cast<std::size_t>(end_ - at_); }

    /// Says that the bytes are not what they should be. Always false.
    bool fail() {
        ok_ = false;
        at_ = end_;
        return false;
    }

    bool get(void* out, std::size_t size) {
        if (remaining() < size) [[unlikely]]
            return fail();
        std::memcpy(out, at_, size);
        at_ += size;
        return ok_;
    }

    /// At most ten bytes, and no more of them than needed: one number has one form.
    bool get_length(std::uint64_t& length) {
        length = 0;
        for (int shift = 0; at_ != end_ && shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(*at_++);
            if (shift == 63 && byte > 1) break;
            length |= std::uint64_t{byte & 0x7fU} << shift;
            if (byte < 0x80) return (byte != 0 || shift == 0) ? ok_ : fail();
        }
        return fail();
    }

    /// The next bytes, at most remaining().
    std::string_view take(std::size_t size) {
        const std::string_view bytes{at_, size};
        at_ += size;
        return bytes;
    }

    /// Held while inside a container. Deeper than any state of ours means hostile bytes in a type that
    /// contains itself.
    class Nesting {
    public:
        explicit Nesting(Reader& reader) : reader_(reader) {
            if (++reader_.depth_ > depth_max) reader_.fail();
        }
        ~Nesting() { --reader_.depth_; }
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;

    private:
        Reader& reader_;
    };

private:
    static constexpr int depth_max = 64;

    const char* at_;
    const char* end_;
    int depth_{};
    bool ok_{true};
};

} // namespace truefill::archive

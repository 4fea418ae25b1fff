#pragma once

#include "base/sha256.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace truefill::archive {

/// Where saved bytes go: a buffer in front of something that takes them in pieces. The loop derives one that
/// writes a file; save() itself knows no files. A derived class calls drain() in its last step, as its flush
/// is gone by the time this base is destroyed.
class Output {
public:
    static constexpr std::size_t buffer_bytes = std::size_t{64} << 10;

    Output() : buffer_(std::make_unique_for_overwrite<char[]>(buffer_bytes)), at_(buffer_.get()) {}
    virtual ~Output() = default;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void put(const void* bytes, std::size_t size) {
        if (room() < size) [[unlikely]]
            return put_large(static_cast<const char*>(bytes), size);
        std::memcpy(at_, bytes, size);
        at_ += size;
    }

    void put_length(std::uint64_t length) {
        if (room() < 10) [[unlikely]]
            drain();
        for (; length >= 0x80; length >>= 7) *at_++ = static_cast<char>(length | 0x80);
        *at_++ = static_cast<char>(length);
    }

    /// Hands over what is buffered.
    void drain();

protected:
    virtual void flush(std::string_view bytes) = 0;

private:
    std::size_t room() const { return static_cast<std::size_t>(buffer_.get() + buffer_bytes - at_); }
    void put_large(const char* bytes, std::size_t size);

    std::unique_ptr<char[]> buffer_;
    char* at_;
};

class StringOutput final : public Output {
public:
    explicit StringOutput(std::string& out) : out_(out) {}
    ~StringOutput() override { drain(); }

private:
    void flush(std::string_view bytes) override { out_.append(bytes); }
    std::string& out_;
};

class HashOutput final : public Output {
public:
    Digest finish();

private:
    void flush(std::string_view bytes) override { hash_.update(bytes); }
    Sha256 hash_;
};

} // namespace truefill::archive

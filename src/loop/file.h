/// Files of the operating system with owners; what fails is a sentence with the path.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace truefill::loop {

using Done = std::expected<void, std::string>;

/// A file that is being written.
class NewFile {
public:
    static std::expected<NewFile, std::string> create(const std::string& path);
    NewFile(NewFile&& other) noexcept
        : path_{std::move(other.path_)}, file_{std::exchange(other.file_, -1)} {}
    ~NewFile();

    Done append(std::string_view bytes);
    Done overwrite(std::string_view bytes, std::uint64_t at);
    /// To the disk.
    Done flush();

private:
    NewFile(std::string path, int file) : path_{std::move(path)}, file_{file} {}
    std::string path_;
    int file_;
};

/// A file as memory, read from the front to the end.
class MappedFile {
public:
    static std::expected<MappedFile, std::string> open(const std::string& path);
    MappedFile(MappedFile&& other) noexcept
        : begin_{std::exchange(other.begin_, nullptr)}, size_{std::exchange(other.size_, 0)} {}
    ~MappedFile();

    std::string_view bytes() const { return {static_cast<const char*>(begin_), size_}; }

private:
    MappedFile(void* begin, std::size_t size) : begin_{begin}, size_{size} {}
    void* begin_;
    std::size_t size_;
};

/// Gives a file its name for good: renames it within its folder and makes that durable.
Done settle(const std::string& from, const std::string& to);

} // namespace truefill::loop

#include "loop/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace truefill::loop {
namespace {

std::unexpected<std::string> failed(std::string_view what, const std::string& path) {
    return std::unexpected(fmt::format("{} {}: {}", path, what, std::strerror(errno)));
}

} // namespace

std::expected<NewFile, std::string> NewFile::create(const std::string& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
    if (file < 0) return failed("cannot be made", path);
    return NewFile{path, file};
}

NewFile::~NewFile() {
    if (file_ >= 0) ::close(file_);
}

Done NewFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return failed("cannot be written", path_);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Done NewFile::overwrite(std::string_view bytes, std::uint64_t at) {
    while (!bytes.empty()) {
        const auto written = ::pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return failed("cannot be written", path_);
        bytes.remove_prefix(static_cast<std::size_t>(written));
        at += static_cast<std::uint64_t>(written);
    }
    return {};
}

Done NewFile::flush() {
    if (::fsync(file_) != 0) return failed("cannot be brought to the disk", path_);
    return {};
}

std::expected<MappedFile, std::string> MappedFile::open(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return failed("cannot be opened", path);
    struct stat about{};
    const bool known = ::fstat(file, &about) == 0;
    const auto size = static_cast<std::size_t>(known ? about.st_size : 0);
    void* begin = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    ::close(file);
    if (!known || begin == MAP_FAILED) return failed("cannot be read", path);
    if (begin) ::madvise(begin, size, MADV_SEQUENTIAL);
    return MappedFile{begin, size};
}

MappedFile::~MappedFile() {
    if (begin_) ::munmap(begin_, size_);
}

Done settle(const std::string& from, const std::string& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0) return failed("cannot be renamed", from);
    const auto folder = std::filesystem::path{to}.parent_path();
    const int file = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return failed("cannot be opened", folder);
    const bool flushed = ::fsync(file) == 0;
    ::close(file);
    if (!flushed) return failed("cannot be brought to the disk", folder);
    return {};
}

} // namespace truefill::loop

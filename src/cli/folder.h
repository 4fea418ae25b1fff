/// A folder to work in: one that is there, or a new one that is removed in the end with all that is in it.
#pragma once

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace truefill::cli {

class Folder {
public:
    explicit Folder(std::string path)
        : path_{std::move(path)}, made_{std::filesystem::create_directories(path_)} {}
    ~Folder() {
        std::error_code ignored;
        if (made_) std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
    bool made_;
};

} // namespace truefill::cli

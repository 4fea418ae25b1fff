/// A folder to work in: one that is there, or a new one that is removed in the end with all that is in it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace truefill::cli {

class Folder {
public:
    explicit Folder(std::string path)
        : path_{std::move(path)}, made_{std::filesystem::create_directories(path_)} {}
    /// A new one among the temporary files, of a name that nobody could know before, for its owner only.
    /// None: it cannot be made; errno says why.
    static std::string make_temporary(const std::string& prefix) {
        auto path = (std::filesystem::temp_directory_path() / (prefix + "XXXXXX")).string();
        return ::mkdtemp(path.data()) == nullptr ? std::string{} : path;
    }
    /// Takes over a folder that was made for it.
    static Folder adopt(std::string path) { return {std::move(path), true}; }
    ~Folder() {
        std::error_code ignored;
        if (made_) std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::string& path() const { return path_; }

private:
    Folder(std::string path, bool made) : path_{std::move(path)}, made_{made} {}

    std::string path_;
    bool made_;
};

} // namespace truefill::cli

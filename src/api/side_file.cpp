#include "api/side_file.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace truefill::api {

std::expected<SideFile, std::string> SideFile::open(const std::string& path, const char* tables) {
    // Made by ourselves first: SQLite would give it the mode of the process, and its log takes the file's.
    const int made = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0 || ::fchmod(made, S_IRUSR | S_IWUSR) != 0) {
        auto sentence = path + " cannot be opened: " + std::strerror(errno);
        if (made >= 0) ::close(made);
        return std::unexpected(std::move(sentence));
    }
    ::close(made);
    SideFile file;
    file.path_ = path;
    auto& connection = file.connection_;
    const bool good = connection.open({path, {}}, stores::Connection::Access::create) == SQLITE_OK &&
                      connection.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;") == SQLITE_OK &&
                      connection.run(tables) == SQLITE_OK;
    if (!good) return std::unexpected(path + " cannot be used: " + connection.reason());
    return file;
}

bool SideFile::has_row(stores::Statement& statement) const { return statement.step() == SQLITE_ROW; }

std::expected<void, std::string> SideFile::run(stores::Statement& statement) const {
    if (statement.run() == SQLITE_OK) return {};
    return std::unexpected(path_ + " cannot be written: " + connection_.reason());
}

} // namespace truefill::api

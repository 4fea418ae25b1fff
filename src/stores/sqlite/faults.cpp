#include "stores/sqlite/faults.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace truefill::stores {

using journal::Fault;
using journal::FaultKind;

namespace {

bool may_write(const Place& place, const std::string& path) {
    sqlite3_vfs* vfs = sqlite3_vfs_find(place.vfs.empty() ? nullptr : place.vfs.c_str());
    int yes = 0;
    return vfs != nullptr && vfs->xAccess(vfs, path.c_str(), SQLITE_ACCESS_READWRITE, &yes) == SQLITE_OK &&
           yes != 0;
}

std::string folder_of(const std::string& path) {
    const std::string folder = std::filesystem::path{path}.parent_path().string();
    return folder.empty() ? "." : folder;
}

Fault read_only(const Place& place) {
    const std::string& path = place.path;
    const std::string folder = folder_of(path);
    if (!may_write_folder(place)) {
        return {FaultKind::read_only,
                fmt::format(
                    "{0} cannot be used: this account may not write in its folder {1}, where the write-ahead "
                    "log belongs. Give it write permission there (chmod u+w {1}), or open {0} read-only.",
                    path, folder)};
    }
    return {FaultKind::read_only,
            fmt::format("{0} may not be written by this account. Give it write permission (chmod "
                        "u+w {0}), or open it read-only.",
                        path)};
}

Fault foreign(const Place& place) {
    return {FaultKind::foreign_file,
            fmt::format("{} is not a Truefill journal: it is no SQLite file, or its first "
                        "page is destroyed. Check the path; nothing was changed.",
                        place.path)};
}

Fault cannot_open(const Place& place, std::string_view reason) {
    if (auto fault = obstacle(place, false)) return std::move(*fault);
    if (!may_write(place, place.path) || !may_write_folder(place)) return read_only(place);
    return {FaultKind::io,
            fmt::format("{} cannot be opened: {}. Look at its permissions and at the disk's messages "
                        "(dmesg).",
                        place.path, reason)};
}

std::string with_errno(const std::string& reason, int error) {
    return error == 0 ? reason : fmt::format("{} ({})", reason, std::generic_category().message(error));
}

} // namespace

bool may_write_file(const Place& place) { return may_write(place, place.path); }

bool may_write_folder(const Place& place) {
    return !place.vfs.empty() || may_write(place, folder_of(place.path));
}

Look look_at(const Place& place) {
    if (!place.vfs.empty()) {
        sqlite3_vfs* vfs = sqlite3_vfs_find(place.vfs.c_str());
        int yes = 0;
        if (vfs != nullptr) vfs->xAccess(vfs, place.path.c_str(), SQLITE_ACCESS_EXISTS, &yes);
        return yes != 0 ? Look::file : Look::missing;
    }
    std::error_code ignored;
    const std::filesystem::path path{place.path};
    const auto status = std::filesystem::status(path, ignored);
    if (std::filesystem::is_directory(status)) return Look::folder;
    if (std::filesystem::exists(status)) {
        switch (std::filesystem::file_size(path, ignored)) {
        case 0: return Look::empty_file;
        case 1: return Look::one_byte;
        default: return Look::file;
        }
    }
    return std::filesystem::is_directory(folder_of(place.path), ignored) ? Look::missing
                                                                         : Look::missing_folder;
}

std::optional<Fault> obstacle(const Place& place, bool create) {
    const std::string& path = place.path;
    switch (look_at(place)) {
    case Look::missing_folder:
        return Fault{FaultKind::missing,
                     fmt::format("The folder of {0} does not exist. Create it first (mkdir -p {1}).", path,
                                 folder_of(path))};
    case Look::folder:
        return Fault{
            FaultKind::foreign_file,
            fmt::format("{0} is a folder, not a journal. Name the file in it, such as {0}/journal.db.",
                        path)};
    case Look::missing:
        if (create) return std::nullopt;
        return Fault{FaultKind::missing,
                     fmt::format("There is no journal {}. Check the path, or create one there.", path)};
    case Look::empty_file:
        if (create) return std::nullopt;
        return Fault{FaultKind::foreign_file,
                     fmt::format("{} is empty: its creation was never finished. Remove it, "
                                 "or create a journal in its place.",
                                 path)};
    case Look::one_byte: return foreign(place);
    case Look::file: return std::nullopt;
    }
    return std::nullopt;
}

Fault fault_of(int code, const Connection& connection, const Place& place, std::string_view doing) {
    const std::string& path = place.path;
    const int error = connection.system_error();
    const std::string reason = with_errno(sqlite3_errstr(code), (code & 255) == SQLITE_IOERR ? error : 0);
    if ((code & 255) == SQLITE_FULL ||
        ((code & 255) == SQLITE_IOERR && (error == ENOSPC || error == EDQUOT))) {
        return {FaultKind::disk_full,
                fmt::format("The disk of {} is full while {}. Free some space there; nothing "
                            "else needs to be mended.",
                            path, doing)};
    }
    switch (code & 255) {
    case SQLITE_READONLY:
    case SQLITE_PERM: return read_only(place);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {FaultKind::locked,
                fmt::format("{0} is locked by another program while {1}, such as a sqlite3 shell "
                            "with an open transaction (fuser {0} names it). Close it and go on.",
                            path, doing)};
    case SQLITE_NOTADB: return foreign(place);
    case SQLITE_CORRUPT:
        return {FaultKind::corrupt, fmt::format("{0} is damaged: {1} while {2}. {3}", path,
                                                connection.reason(), doing, after_damage)};
    case SQLITE_CONSTRAINT:
        return {
            FaultKind::conflict,
            fmt::format("Another program changed the records of {}: its end is not where it was. Read the "
                        "journal's end again.",
                        path)};
    case SQLITE_CANTOPEN: return cannot_open(place, with_errno(sqlite3_errstr(code), error));
    default:
        return {FaultKind::io,
                fmt::format("{} failed while {}: {}. Look at the disk and its messages (dmesg).", path, doing,
                            reason)};
    }
}

} // namespace truefill::stores

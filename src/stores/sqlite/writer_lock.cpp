#include "stores/sqlite/writer_lock.h"

#include "stores/sqlite/faults.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <system_error>

namespace truefill::stores {

using journal::Fault;
using journal::FaultKind;

WriterLock::~WriterLock() {
    std::error_code ignored;
    if (!file_.empty()) std::filesystem::remove(file_, ignored);
}

int WriterLock::lock(const Place& place) {
    const int code = beside_.open(place, Connection::Access::create);
    if (code != SQLITE_OK) return code;
    sqlite3_busy_timeout(beside_.handle(), 0);
    // Without a rollback journal nothing is written, so the lock can be had on a full disk too.
    return beside_.run("pragma journal_mode=memory; begin exclusive");
}

std::expected<void, Fault> WriterLock::take(const Place& journal) {
    const Place place{journal.path + "-lock", journal.vfs};
    int code = lock(place);
    const auto lost_its_name = [&] {
        int moved = 0;
        sqlite3_file_control(beside_.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
        return moved != 0;
    };
    while (code == SQLITE_OK && lost_its_name()) {
        beside_.close();
        code = lock(place);
    }
    if (code == SQLITE_OK) {
        if (journal.vfs.empty()) file_ = place.path;
        return {};
    }
    if ((code & 255) == SQLITE_BUSY) {
        return std::unexpected(
            Fault{FaultKind::locked,
                  fmt::format("{} is in use by another Truefill process (fuser {} names it). Stop "
                              "that one, or open the journal read-only.",
                              journal.path, place.path)});
    }
    if ((code & 255) == SQLITE_NOTADB) {
        return std::unexpected(
            Fault{FaultKind::foreign_file, fmt::format("{} is not the lock of a Truefill journal. "
                                                       "Move it away.",
                                                       place.path)});
    }
    if ((code & 255) == SQLITE_CANTOPEN || (code & 255) == SQLITE_READONLY) {
        return std::unexpected(fault_of(SQLITE_READONLY, beside_, may_write_folder(journal) ? place : journal,
                                        "taking the writer's lock"));
    }
    return std::unexpected(fault_of(code, beside_, place, "taking the writer's lock"));
}

} // namespace truefill::stores

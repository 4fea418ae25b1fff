#include "stores/sqlite/raw_limit.h"

#include "base/assert.h"
#include "stores/sqlite/layout.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

namespace truefill::stores {

using journal::Batch;
using journal::Fault;
using journal::FaultKind;
using Clock = std::chrono::steady_clock;

namespace {

/// The database of one measurement; gone with its files at the end.
class RawFile {
public:
    explicit RawFile(const std::string& path) : path_{path} {
        good(sqlite3_open_v2(path.c_str(), &db_,
                             SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr));
        for (const char* sql : {page_size_sql, "pragma synchronous=full", "pragma journal_mode=wal",
                                writer_sql, "begin immediate", schema_sql, "commit"}) {
            good(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr));
        }
        sqlite3_wal_hook(
            db_,
            [](void* pages, sqlite3*, const char*, int count) {
                *static_cast<int*>(pages) = count;
                return SQLITE_OK;
            },
            &log_pages_);
        begin_ = prepare("begin immediate");
        insert_ = prepare(insert_sql);
        commit_ = prepare("commit");
    }
    ~RawFile() {
        for (sqlite3_stmt* statement : {begin_, insert_, commit_}) sqlite3_finalize(statement);
        sqlite3_close(db_);
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + suffix, ignored);
    }
    RawFile(const RawFile&) = delete;
    RawFile& operator=(const RawFile&) = delete;

    void store(const Batch& batch) {
        run(begin_);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const std::string_view body = batch.record(i);
            sqlite3_bind_int64(insert_, 1, static_cast<sqlite3_int64>(batch.first + i));
            sqlite3_bind_blob(insert_, 2, batch.hashes[i].bytes.data(), 32, SQLITE_STATIC);
            sqlite3_bind_text(insert_, 3, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
            run(insert_);
        }
        run(commit_);
        if (std::int64_t{log_pages_} * page_bytes > log_bytes_limit(batch.bytes.size())) {
            good(sqlite3_wal_checkpoint_v2(db_, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr));
        }
    }
    bool failed() const { return failed_ != SQLITE_OK; }
    Fault fault() const {
        return {FaultKind::io,
                fmt::format("{} cannot be measured: {}. Check that its folder is there, can be written "
                            "and has space.",
                            path_, sqlite3_errstr(failed_))};
    }

private:
    void good(int code) {
        if (code != SQLITE_OK && failed_ == SQLITE_OK) failed_ = code;
    }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        good(sqlite3_prepare_v3(db_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        return statement;
    }
    void run(sqlite3_stmt* statement) {
        sqlite3_step(statement);
        good(sqlite3_reset(statement));
    }

    std::string path_;
    sqlite3* db_ = nullptr;
    sqlite3_stmt* begin_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    sqlite3_stmt* commit_ = nullptr;
    int log_pages_ = 0;
    int failed_ = SQLITE_OK;
};

Fault in_the_way(const std::string& path) {
    return {FaultKind::conflict,
            fmt::format("{} exists already. Name a file that does not, or remove it.", path)};
}

} // namespace

std::expected<std::chrono::nanoseconds, Fault> raw_append(std::span<const Batch> batches,
                                                          const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) return std::unexpected(in_the_way(path));
    RawFile file{path};
    const auto begin = Clock::now();
    for (const Batch& batch : batches) {
        TF_ASSERT(batch.hashes.size() == batch.size(), "a batch is sealed before it is stored");
        if (file.failed()) break;
        file.store(batch);
    }
    const auto end = Clock::now();
    if (file.failed()) return std::unexpected(file.fault());
    return end - begin;
}

std::expected<SyncProfile, Fault> fdatasync_profile(const std::string& path, int count) {
    TF_ASSERT(count > 0, "something is measured");
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0 && errno == EEXIST) return std::unexpected(in_the_way(path));
    std::array<char, 4096> page{};
    page.fill('x');
    std::vector<std::chrono::nanoseconds> times;
    bool good = file >= 0;
    for (int i = 0; i < count && good; ++i) {
        const auto begin = Clock::now();
        good =
            ::write(file, page.data(), page.size()) == std::ptrdiff_t{page.size()} && ::fdatasync(file) == 0;
        times.push_back(Clock::now() - begin);
    }
    const int error = errno;
    if (file >= 0) {
        ::close(file);
        ::unlink(path.c_str());
    }
    if (!good) {
        return std::unexpected(Fault{FaultKind::io, fmt::format("{} cannot be measured: {}.", path,
                                                                std::generic_category().message(error))});
    }
    std::ranges::sort(times);
    return SyncProfile{times[times.size() / 2], times[times.size() * 99 / 100]};
}

} // namespace truefill::stores

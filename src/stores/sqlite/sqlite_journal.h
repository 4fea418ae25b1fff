/// The journal as one SQLite file (layout.h) in WAL mode with synchronous=FULL: `append` is one transaction
/// and returns after its fdatasync.
///
/// Files: journal.db, while it is open also journal.db-wal and journal.db-shm, and journal.db-lock
/// (writer_lock.h). A closed journal is journal.db alone, also after it was only read; copy it with
/// `sqlite3 journal.db ".backup copy.db"` while it is open. One writer; any number of readers of this and
/// other processes, each with a journal of its own opened `read_only`. A reader sees what is durable, never
/// more.
///
/// Opening reads the header, the last record and the log of a crash, not the whole file: 1 ms, plus the time
/// to read the log, which is below 64 MB plus a batch. Whether every page and the chain are sound is asked by
/// check_pages() and first_broken().
///
/// Measured with the numbers in layout.h: 11,000 records of 550 bytes in 13 ms on average, checkpoints
/// included; one record alone in 0.2 ms; reading 1.9 million records/s. The longest append is one that ends
/// in a checkpoint: 10 ms more.
///
/// After a full disk the same journal goes on as soon as there is space. After any other fault of the disk it
/// first writes a mark: once that is durable, the failed batch can no longer come back from the log; until
/// then the batch is undecided and appends are refused (port.h).
#pragma once

#include "journal/port.h"
#include "stores/sqlite/connection.h"
#include "stores/sqlite/log_copier.h"
#include "stores/sqlite/writer_lock.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace truefill::stores {

enum class OpenMode : std::uint8_t {
    create,    ///< opens it, made first when it is missing or empty; its folder must be there
    open,      ///< must be there
    read_only, ///< must be there; works beside a running server and on a medium that cannot be written
};

/// `off` waits for nothing and loses acknowledged batches in a power cut. Only for the tests that prove just
/// that.
enum class Sync : std::uint8_t { full, off };

struct SqliteOptions {
    std::string path;
    OpenMode mode{OpenMode::open};
    std::string vfs; ///< empty: the operating system's files; twin_vfs.h has another
    Sync sync{Sync::full};
    bool copier = false; ///< its log is copied behind the writer (log_copier.h); for servers
};

class SqliteJournal final : public journal::Journal {
public:
    static std::expected<std::unique_ptr<SqliteJournal>, journal::Fault> open(const SqliteOptions& options);
    ~SqliteJournal() override;

    std::expected<void, journal::Fault> append(const journal::Batch& batch) override;
    std::expected<void, journal::Fault> read(Position from, std::size_t bytes_max,
                                             journal::Batch& into) override;
    Position end() const override { return end_; }
    Digest head() const override { return head_; }

    std::expected<void, journal::Fault> put(std::string_view table, std::string_view key,
                                            std::string_view value) override;
    std::expected<std::optional<std::string>, journal::Fault> get(std::string_view table,
                                                                  std::string_view key) override;
    /// The removed value is overwritten in the file and in its log: when the call returns, unless a reader
    /// holds on to the log, else with a later append. Blocks that the disk itself keeps are out of reach: let
    /// values be ciphertext.
    std::expected<void, journal::Fault> remove(std::string_view table, std::string_view key) override;
    std::expected<void, journal::Fault> put_all(std::string_view table,
                                                std::span<const journal::SideRow> rows) override;
    std::expected<void, journal::Fault> remove_all(std::string_view table,
                                                   std::span<const std::string> keys) override;
    std::expected<std::vector<journal::SideRow>, journal::Fault> list(std::string_view table) override;

    /// Keeps the log so short that copying it takes no longer than a few appends like the last one.
    void checkpoint() override;

    /// Reads end and head anew; for a reader that follows a running server.
    std::expected<void, journal::Fault> refresh();
    /// Checks every page of the file (SQLite's quick_check): about 1 s for each GB.
    std::expected<void, journal::Fault> check_pages();
    /// Why the last checkpoint failed, or nothing. Appends go on, the log grows; the next append tries again.
    const std::optional<journal::Fault>& checkpoint_fault() const { return checkpoint_fault_; }
    std::uint64_t log_bytes() const; ///< length of the write-ahead log that is not yet copied into the file

private:
    explicit SqliteJournal(const SqliteOptions& options);

    std::expected<void, journal::Fault> begin();
    std::expected<void, journal::Fault> open_connection();
    std::expected<bool, journal::Fault> recognise();
    std::expected<void, journal::Fault> prepare_to_write(bool is_new);
    std::expected<void, journal::Fault> prepare();
    int create_tables();

    int insert(const journal::Batch& batch);
    int settle();
    journal::Fault give_up(int code, const journal::Batch& batch);
    std::expected<void, journal::Fault> change(Statement& statement, std::string_view doing);
    std::expected<void, journal::Fault>
    change_all(std::size_t count, const std::function<int(std::size_t)>& one, std::string_view doing);
    bool copies_behind() const;
    void copy_behind();
    void checkpoint_if_due(std::int64_t log_bytes_limit);
    journal::Fault fault(int code, std::string_view doing) const;
    journal::Fault without_tables(std::string_view reason) const;

    Place place_;
    OpenMode mode_;
    Sync sync_;
    WriterLock lock_;
    Connection connection_; // before the statements, which go first
    Statement begin_, commit_, rollback_, insert_, last_, read_, settle_, put_, get_, remove_, list_;
    Position end_{};
    Digest head_{};
    std::unique_ptr<LogCopier> copier_; // gone before the connection closes
    int log_pages_ = 0;
    std::size_t last_batch_bytes_ = 0;
    bool undecided_ = false;
    bool erase_log_ = false;
    std::optional<journal::Fault> checkpoint_fault_;
};

} // namespace truefill::stores

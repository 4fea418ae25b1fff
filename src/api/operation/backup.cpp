#include "api/operation/backup.h"

#include "loop/chain_reader.h"
#include "loop/clock.h"
#include "loop/file.h"
#include "stores/sqlite/connection.h"
#include "stores/sqlite/faults.h"
#include "stores/sqlite/sqlite_journal.h"
#include "stores/sqlite/writer_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <utility>

namespace truefill::api {
namespace {

namespace fs = std::filesystem;
using stores::Connection;
using stores::Look;

template <class T> using Result = std::expected<T, CopyFault>;

std::unexpected<CopyFault> wrong(std::string code, std::string sentence) {
    return std::unexpected(CopyFault{std::move(code), std::move(sentence)});
}
std::unexpected<CopyFault> wrong(const journal::Fault& fault) {
    return wrong(std::string{truefill::name_of(fault.kind)}, fault.sentence);
}

bool is_there(const std::string& path) { return stores::look_at({path, {}}) != Look::missing; }

Result<std::unique_ptr<stores::SqliteJournal>> open_to_read(const std::string& path) {
    stores::SqliteOptions options;
    options.path = path;
    options.mode = stores::OpenMode::read_only;
    auto opened = stores::SqliteJournal::open(options);
    if (!opened) return wrong(opened.error());
    return std::move(*opened);
}

/// As the journal reads itself (sqlite_open.cpp): nothing is left behind beside a file that nobody writes.
Connection::Access reading(const std::string& path) {
    if (stores::look_at({path + "-wal", {}}) == Look::file) return Connection::Access::read;
    return stores::may_write_file({path, {}}) && stores::may_write_folder({path, {}})
               ? Connection::Access::read_tidy
               : Connection::Access::read_fixed;
}

void remove_parts(const std::string& part) {
    for (const char* ending : {"", "-journal", "-wal", "-shm"}) ::unlink((part + ending).c_str());
}

/// Nobody else may read it: keys are in it.
Result<void> make_empty(const std::string& part) {
    remove_parts(part);
    const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) return wrong("io", fmt::format("{} cannot be made: {}.", part, std::strerror(errno)));
    ::close(file);
    return {};
}

std::unexpected<CopyFault> given_up() {
    return wrong("given_up", "The copy was given up; nothing is left of it.");
}

Result<void> copy_pages(const Connection& from, const Connection& into, const CopyOptions& options) {
    constexpr int pages_at_once = 128; // 4 MB
    constexpr std::uint64_t page_bytes = 32'768;
    auto* backup = sqlite3_backup_init(into.handle(), "main", from.handle(), "main");
    const stores::Place target{options.to + ".part", {}};
    if (backup == nullptr)
        return wrong(stores::fault_of(sqlite3_extended_errcode(into.handle()), into, target, "copying"));
    int code = SQLITE_OK;
    bool goes_on = true;
    while (code == SQLITE_OK && goes_on) {
        code = sqlite3_backup_step(backup, pages_at_once);
        const auto total = static_cast<std::uint64_t>(sqlite3_backup_pagecount(backup));
        const auto left = static_cast<std::uint64_t>(sqlite3_backup_remaining(backup));
        if (options.progress) goes_on = options.progress((total - left) * page_bytes, total * page_bytes);
    }
    const int finished = sqlite3_backup_finish(backup);
    if (!goes_on) return given_up();
    if (code == SQLITE_DONE && finished == SQLITE_OK) return {};
    return wrong(stores::fault_of(code == SQLITE_DONE ? finished : code, into, target, "copying into it"));
}

/// options.from to options.to + ".part".
Result<void> copy_database(const CopyOptions& options) {
    const std::string part = options.to + ".part";
    if (auto made = make_empty(part); !made) return made;
    const stores::Place source{options.from, {}}, target{part, {}};
    Connection from, into;
    if (const int code = from.open(source, reading(options.from)); code != SQLITE_OK)
        return wrong(stores::fault_of(code, from, source, "opening it"));
    if (const int code = into.open(target, Connection::Access::write); code != SQLITE_OK)
        return wrong(stores::fault_of(code, into, target, "opening it"));
    // One read transaction around all steps: what the server writes meanwhile neither changes the copy nor
    // makes it begin anew.
    int code = from.run("begin");
    std::string ignored;
    if (code == SQLITE_OK) code = from.ask("select count(*) from sqlite_schema", ignored);
    if (code != SQLITE_ROW) return wrong(stores::fault_of(code, from, source, "reading it"));
    auto done = copy_pages(from, into, options);
    from.run("rollback");
    return done;
}

/// Root brings files into a folder of somebody else: the server that lives there has to open them.
Result<void> give_to_owner_of_folder(const std::string& path) {
    if (::geteuid() != 0) return {};
    const auto folder = fs::path{path}.parent_path();
    struct stat home{}, about{};
    if (::stat(folder.empty() ? "." : folder.c_str(), &home) != 0)
        return wrong("io",
                     fmt::format("The folder of {} cannot be looked at: {}.", path, std::strerror(errno)));
    const int file = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0) return wrong("io", fmt::format("{} cannot be opened: {}.", path, std::strerror(errno)));
    errno = EPERM;
    // A second name would be that of a file elsewhere.
    const bool own = ::fstat(file, &about) == 0 && S_ISREG(about.st_mode) && about.st_nlink == 1;
    const bool given = own && ((about.st_uid == home.st_uid && about.st_gid == home.st_gid) ||
                               ::fchown(file, home.st_uid, home.st_gid) == 0);
    const int error = errno;
    ::close(file);
    if (given) return {};
    return wrong(
        "io", fmt::format("{} cannot be given to the owner of its folder: {}.", path, std::strerror(error)));
}

/// What belongs to a journal and lies beside it: subscriptions with how far each was told, and notices.
constexpr const char* beside[] = {".webhooks.db", ".notices.db"};

/// A copy under way: the journal and what lies beside it.
class Copying {
public:
    explicit Copying(const CopyOptions& options) : options_{options} {}
    ~Copying() {
        for (const auto& file : unsettled_) remove_parts(file + ".part");
    }
    Copying(const Copying&) = delete;
    Copying& operator=(const Copying&) = delete;

    Result<void> copy();
    Result<Copied> prove();
    /// To the owner of the folder that they go into.
    Result<void> give();
    /// Gives them their names, the journal's the last.
    Result<void> settle();

private:
    const CopyOptions& options_;
    std::vector<std::string> unsettled_; ///< files, without .part
};

/// What lies beside comes first: what a subscriber was told up to a position is then within the copy, and he
/// is told the rest again rather than not at all.
Result<void> Copying::copy() {
    if (auto known = open_to_read(options_.from); !known) return std::unexpected(known.error());
    for (const std::string ending : beside) {
        if (!is_there(options_.from + ending)) continue;
        CopyOptions one{options_.from + ending, options_.to + ending};
        one.progress = options_.progress;
        unsettled_.push_back(one.to);
        if (auto done = copy_database(one); !done) return done;
    }
    unsettled_.push_back(options_.to);
    return copy_database(options_);
}

/// From the disk's point of view: the file is opened anew, every page and every hash is looked at.
Result<Copied> Copying::prove() {
    const std::string part = options_.to + ".part";
    auto journal = open_to_read(part);
    if (!journal) return std::unexpected(journal.error());
    if (auto sound = (*journal)->check_pages(); !sound) return wrong(sound.error());
    bool goes_on = true;
    const auto chain = loop::verify_chain(**journal, [&](Position, Position) {
        if (options_.progress) goes_on = options_.progress(1, 1) && goes_on;
    });
    if (!chain) return wrong("corrupt", fmt::format("{}: {}", options_.from, chain.error().sentence));
    if (!goes_on) return given_up();
    Copied copied;
    copied.file = options_.to;
    copied.position = (*journal)->end();
    append_hex(copied.head, (*journal)->head());
    std::error_code ignored;
    copied.bytes = fs::file_size(part, ignored);
    copied.beside.assign(unsettled_.begin(), unsettled_.end() - 1);
    return copied;
}

Result<void> Copying::give() {
    for (const auto& file : unsettled_)
        if (auto given = give_to_owner_of_folder(file + ".part"); !given) return given;
    return {};
}

Result<void> Copying::settle() {
    while (!unsettled_.empty()) {
        const auto& file = unsettled_.front();
        if (auto done = loop::settle(file + ".part", file); !done) return wrong("io", done.error());
        unsettled_.erase(unsettled_.begin());
    }
    return {};
}

Result<void> may_stand(const CopyOptions& options) {
    std::error_code ignored;
    if (fs::equivalent(options.from, options.to, ignored))
        return wrong("same_file", fmt::format("{} and {} are the same file.", options.from, options.to));
    const auto look = stores::look_at({options.to, {}});
    if (look == Look::missing) return {};
    if (look == Look::missing_folder)
        return wrong("missing", fmt::format("There is no folder for {}. Make it first.", options.to));
    if (look == Look::folder)
        return wrong("exists", fmt::format("{} is a folder. Name a file in it.", options.to));
    if (options.force) return {};
    return wrong("exists",
                 fmt::format("{} is there already. Name another file, or give --force.", options.to));
}

/// Of the journal that stood there; made anew by the next start.
std::vector<std::string> remove_made(const std::string& path) {
    std::vector<std::string> removed;
    for (const char* ending : {".snapshots", ".views.db", ".views.db-wal", ".views.db-shm"}) {
        std::error_code ignored;
        if (fs::remove_all(path + ending, ignored) > 0) removed.push_back(path + ending);
    }
    return removed;
}

std::string marker_of(const std::string& journal) { return journal + ".restoring"; }

Result<void> sync_folder_of(const std::string& path) {
    const auto folder = fs::path{path}.parent_path().string();
    const int opened = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = opened >= 0 && ::fsync(opened) == 0;
    const int error = errno;
    if (opened >= 0) ::close(opened);
    if (synced) return {};
    return wrong("io", fmt::format("The folder of {} cannot be written: {}.", path, std::strerror(error)));
}

/// Between the two renames there is no journal: a server that started then would make an empty one.
Result<void> mark_begun(const std::string& journal) {
    const auto marker = marker_of(journal);
    const int file = ::open(marker.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (file < 0) return wrong("io", fmt::format("{} cannot be made: {}.", marker, std::strerror(errno)));
    const bool synced = ::fsync(file) == 0;
    const int error = errno;
    ::close(file);
    if (!synced) return wrong("io", fmt::format("{} cannot be written: {}.", marker, std::strerror(error)));
    return sync_folder_of(journal);
}

Result<void> mark_done(const std::string& journal) {
    const auto marker = marker_of(journal);
    if (::unlink(marker.c_str()) != 0 && errno != ENOENT)
        return wrong(
            "io", fmt::format("The journal is back; remove {} by hand: {}.", marker, std::strerror(errno)));
    return sync_folder_of(journal);
}

/// "run.tf.replaced-20260302T101500Z": with its log, which is a part of it.
Result<std::string> put_away(const std::string& path) {
    if (!is_there(path)) return std::string{};
    std::string time;
    json::encode(time, loop::SystemClock{}.now());
    std::erase_if(time, [](char c) { return c == '"' || c == '-' || c == ':'; });
    const auto name = fmt::format("{}.replaced-{}Z", path, time.substr(0, time.find_first_of(".Z")));
    if (is_there(name)) return wrong("exists", name + " is there already.");
    if (auto marked = mark_begun(path); !marked) return std::unexpected(marked.error());
    for (const std::string file : {".webhooks.db", ".notices.db", ""})
        for (const std::string ending : {"-wal", ""}) {
            ::unlink((path + file + "-shm").c_str());
            if (!is_there(path + file + ending)) continue;
            if (auto done = loop::settle(path + file + ending, name + file + ending); !done)
                return wrong("io", done.error());
        }
    return name;
}

} // namespace

std::expected<Copied, CopyFault> back_up(const CopyOptions& options) {
    if (auto may = may_stand(options); !may) return std::unexpected(may.error());
    stores::WriterLock lock; // a journal that a server uses is never written over
    if (auto taken = lock.take({options.to, {}}); !taken) return wrong(taken.error());
    Copying copying{options};
    if (auto done = copying.copy(); !done) return std::unexpected(done.error());
    auto copied = copying.prove();
    if (!copied) return copied;
    if (auto done = copying.settle(); !done) return std::unexpected(done.error());
    return copied;
}

std::string unfinished_restore(const std::string& journal) {
    if (!is_there(marker_of(journal))) return {};
    return fmt::format(
        "A backup was being brought back to {} and that was not finished. Do it again: truefill "
        "restore BACKUP --to {} --force. The journal that stood there is the latest {}.replaced-*; "
        "to go on with that one instead, give its files their old names and remove {}.",
        journal, journal, journal, marker_of(journal));
}

std::expected<Copied, CopyFault> bring_back(const CopyOptions& options) {
    if (auto may = may_stand(options); !may) return std::unexpected(may.error());
    stores::WriterLock lock;
    if (auto taken = lock.take({options.to, {}}); !taken) return wrong(taken.error());
    Copying copying{options};
    if (auto done = copying.copy(); !done) return std::unexpected(done.error());
    auto copied = copying.prove();
    if (!copied) return copied;
    if (auto given = copying.give(); !given) return std::unexpected(given.error());
    auto replaced = put_away(options.to);
    if (!replaced) return std::unexpected(replaced.error());
    copied->replaced = std::move(*replaced);
    // A log without its journal would be taken for a part of the new one.
    ::unlink((options.to + "-wal").c_str());
    ::unlink((options.to + "-shm").c_str());
    copied->removed = remove_made(options.to);
    if (options.between_renames) options.between_renames();
    auto done = copying.settle();
    if (done) done = mark_done(options.to);
    if (done) return copied;
    if (!copied->replaced.empty())
        done.error().sentence += fmt::format(" The journal that stood there is {} now.", copied->replaced);
    return std::unexpected(done.error());
}

} // namespace truefill::api

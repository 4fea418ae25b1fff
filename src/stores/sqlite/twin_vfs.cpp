#include "stores/sqlite/twin_vfs.h"

#include "base/assert.h"
#include "stores/sqlite/twin_locks.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <utility>

namespace truefill::stores {

namespace {

/// An open file of one connection.
struct Handle {
    TwinDisk& disk;
    TwinDisk::FilePtr file;
    std::shared_ptr<TwinLocks> locks;
    std::uint64_t boot{};
    int level = SQLITE_LOCK_NONE;
    bool sync_folder = false; ///< with the first sync, as the file is new
    std::string delete_on_close;

    bool is_alive() const { return disk.has_power() && disk.boots() == boot; }
};

/// What SQLite allocates for a file.
struct Slot {
    sqlite3_file base;
    Handle* handle;
};

Handle& handle_of(sqlite3_file* file) { return *reinterpret_cast<Slot*>(file)->handle; }
TwinDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<TwinDisk*>(vfs->pAppData); }

int code_of(TwinDisk::Answer answer, int failed) {
    switch (answer) {
    case TwinDisk::Answer::ok: return SQLITE_OK;
    case TwinDisk::Answer::no_space: return SQLITE_FULL;
    case TwinDisk::Answer::read_only: return SQLITE_READONLY;
    case TwinDisk::Answer::missing: return SQLITE_IOERR_DELETE_NOENT;
    case TwinDisk::Answer::io_error:
    case TwinDisk::Answer::power_off: return failed;
    }
    return failed;
}

int close_file(sqlite3_file* file) {
    Slot* slot = reinterpret_cast<Slot*>(file);
    Handle* handle = std::exchange(slot->handle, nullptr);
    handle->locks->unlock(handle, SQLITE_LOCK_NONE, handle->level);
    handle->locks->unlock_all_slots(handle);
    if (!handle->delete_on_close.empty() && handle->is_alive()) handle->disk.remove(handle->delete_on_close);
    delete handle;
    return SQLITE_OK;
}

int read_file(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
    const Handle& handle = handle_of(file);
    if (!handle.is_alive()) return SQLITE_IOERR_READ;
    const auto wanted = static_cast<std::size_t>(size);
    const std::size_t got =
        handle.disk.read(*handle.file, static_cast<std::uint64_t>(offset), wanted, static_cast<char*>(into));
    if (got == wanted) return SQLITE_OK;
    std::memset(static_cast<char*>(into) + got, 0, wanted - got);
    return SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    const Handle& handle = handle_of(file);
    if (!handle.is_alive()) return SQLITE_IOERR_WRITE;
    const std::string_view view{static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
    return code_of(handle.disk.write(*handle.file, static_cast<std::uint64_t>(offset), view),
                   SQLITE_IOERR_WRITE);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    const Handle& handle = handle_of(file);
    if (!handle.is_alive()) return SQLITE_IOERR_TRUNCATE;
    return code_of(handle.disk.resize(*handle.file, static_cast<std::uint64_t>(size)), SQLITE_IOERR_TRUNCATE);
}

int sync_file(sqlite3_file* file, int) {
    Handle& handle = handle_of(file);
    if (!handle.is_alive()) return SQLITE_IOERR_FSYNC;
    const int code = code_of(handle.disk.sync(*handle.file), SQLITE_IOERR_FSYNC);
    if (code != SQLITE_OK || !handle.sync_folder) return code;
    const int folder_code = code_of(handle.disk.sync_folder(), SQLITE_IOERR_DIR_FSYNC);
    handle.sync_folder = folder_code != SQLITE_OK;
    return folder_code;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    const Handle& handle = handle_of(file);
    *size = static_cast<sqlite3_int64>(handle.disk.size(*handle.file));
    return handle.is_alive() ? SQLITE_OK : SQLITE_IOERR_FSTAT;
}

int lock_file(sqlite3_file* file, int level) {
    Handle& handle = handle_of(file);
    if (!handle.is_alive()) return SQLITE_IOERR_LOCK;
    return handle.locks->lock(&handle, level, handle.level) ? SQLITE_OK : SQLITE_BUSY;
}

int unlock_file(sqlite3_file* file, int level) {
    Handle& handle = handle_of(file);
    handle.locks->unlock(&handle, level, handle.level);
    return SQLITE_OK;
}

int check_reserved(sqlite3_file* file, int* yes) {
    *yes = handle_of(file).locks->is_reserved() ? 1 : 0;
    return SQLITE_OK;
}

int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

// tidy: allow parameters, because SQLite calls it so
int map_shared(sqlite3_file* file, int index, int bytes, int make, volatile void** into) {
    const Handle& handle = handle_of(file);
    if (!handle.is_alive()) return SQLITE_IOERR_SHMMAP;
    *into = handle.locks->region(static_cast<std::size_t>(index), static_cast<std::size_t>(bytes), make != 0);
    return SQLITE_OK;
}

int lock_shared(sqlite3_file* file, int first, int count, int flags) {
    const Handle& handle = handle_of(file);
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        handle.locks->unlock_slots(&handle, first, count);
        return SQLITE_OK;
    }
    if (!handle.is_alive()) return SQLITE_IOERR_SHMLOCK;
    const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    return handle.locks->lock_slots(&handle, first, count, exclusive) ? SQLITE_OK : SQLITE_BUSY;
}

void shared_barrier(sqlite3_file*) { std::atomic_thread_fence(std::memory_order_seq_cst); }

int unmap_shared(sqlite3_file* file, int) {
    const Handle& handle = handle_of(file);
    handle.locks->unlock_all_slots(&handle);
    return SQLITE_OK;
}

const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_reserved,
    .xFileControl = file_control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = map_shared,
    .xShmLock = lock_shared,
    .xShmBarrier = shared_barrier,
    .xShmUnmap = unmap_shared,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

// tidy: allow parameters, because SQLite calls it so
int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    TwinDisk& disk = disk_of(vfs);
    file->pMethods = nullptr; // SQLite does not close what was not opened
    if (!disk.has_power()) return SQLITE_CANTOPEN;
    const bool is_read_only = disk.is_protected();
    TwinDisk::FilePtr found = name == nullptr ? std::make_shared<TwinDisk::File>() : disk.find(name);
    const bool is_new = found == nullptr;
    if (is_new && ((flags & SQLITE_OPEN_CREATE) == 0 || is_read_only)) return SQLITE_CANTOPEN;
    if (is_new) {
        const int code = code_of(disk.create(name, found), SQLITE_CANTOPEN);
        if (code != SQLITE_OK) return code;
    }
    if (found->locks == nullptr) found->locks = std::make_shared<TwinLocks>();
    auto locks = std::static_pointer_cast<TwinLocks>(found->locks);
    const int journals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
    const bool deletes = name != nullptr && (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    Slot* slot = reinterpret_cast<Slot*>(file);
    slot->handle = new Handle{disk,
                              std::move(found),
                              std::move(locks),
                              disk.boots(),
                              SQLITE_LOCK_NONE,
                              is_new && (flags & journals) != 0,
                              deletes ? name : ""};
    file->pMethods = &methods;
    if (flags_out != nullptr) {
        *flags_out = is_read_only
                         ? (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY
                         : flags;
    }
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync_folder) {
    TwinDisk& disk = disk_of(vfs);
    const int code = code_of(disk.remove(name), SQLITE_IOERR_DELETE);
    if (code != SQLITE_OK || sync_folder == 0) return code;
    return code_of(disk.sync_folder(), SQLITE_IOERR_DIR_FSYNC);
}

int access_file(sqlite3_vfs* vfs, const char* name, int asked, int* yes) {
    const TwinDisk& disk = disk_of(vfs);
    const TwinDisk::FilePtr file = disk.find(name);
    *yes = file != nullptr ? 1 : 0;
    if (asked == SQLITE_ACCESS_EXISTS && file != nullptr) *yes = disk.size(*file) > 0 ? 1 : 0;
    if (asked == SQLITE_ACCESS_READWRITE && disk.is_protected()) *yes = 0;
    return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* into) {
    if (std::strlen(name) >= static_cast<std::size_t>(size)) return SQLITE_CANTOPEN;
    std::strcpy(into, name);
    return SQLITE_OK;
}

/// The generator of SQLite only needs some seed; the salts of logs come from it.
int randomness(sqlite3_vfs*, int size, char* into) {
    for (int i = 0; i < size; ++i) into[i] = static_cast<char>(i * 37 + 11);
    return size;
}

int sleep_not(sqlite3_vfs*, int microseconds) { return microseconds; }

int current_time(sqlite3_vfs*, sqlite3_int64* milliseconds) {
    *milliseconds = 0;
    return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) { return 0; }

} // namespace

TwinVfs::TwinVfs(TwinDisk& disk, std::string name)
    : name_{std::move(name)}, vfs_{std::make_unique<sqlite3_vfs>()} {
    TF_ASSERT(sqlite3_vfs_find(name_.c_str()) == nullptr, "the name is free");
    vfs_->iVersion = 2;
    vfs_->szOsFile = sizeof(Slot);
    vfs_->mxPathname = 512;
    vfs_->zName = name_.c_str();
    vfs_->pAppData = &disk;
    vfs_->xOpen = open_file;
    vfs_->xDelete = delete_file;
    vfs_->xAccess = access_file;
    vfs_->xFullPathname = full_path;
    vfs_->xRandomness = randomness;
    vfs_->xSleep = sleep_not;
    vfs_->xGetLastError = last_error;
    vfs_->xCurrentTimeInt64 = current_time;
    const int code = sqlite3_vfs_register(vfs_.get(), 0);
    TF_ASSERT(code == SQLITE_OK, "a VFS can be registered");
}

TwinVfs::~TwinVfs() { sqlite3_vfs_unregister(vfs_.get()); }

} // namespace truefill::stores

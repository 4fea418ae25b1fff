/// Files that a command makes are its owner's only: a journal, and what is made from it, has names, addresses
/// and hashes of keys in it.
#pragma once

#include <sys/stat.h>

#include <string>

namespace truefill::cli {

/// From now on, for the whole process.
inline void keep_files_private() { ::umask(S_IRWXG | S_IRWXO); }

/// The same for a journal that is there, and for what stands beside it. Not for the views: who may read them
/// is for their owner to say. What cannot be changed is told by `doctor`.
inline void make_private(const std::string& journal) {
    for (const char* beside : {"", "-wal", "-shm", ".token", ".snapshots", ".backups", ".webhooks.db",
                               ".webhooks.db-wal", ".notices.db", ".notices.db-wal"}) {
        const auto file = journal + beside;
        struct stat about{};
        if (::lstat(file.c_str(), &about) != 0 || S_ISLNK(about.st_mode)) continue;
        const auto mode = about.st_mode & ALLPERMS;
        if ((mode & (S_IRWXG | S_IRWXO)) != 0) ::chmod(file.c_str(), mode & ~(S_IRWXG | S_IRWXO));
    }
}

} // namespace truefill::cli

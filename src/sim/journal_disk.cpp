#include "sim/journal_disk.h"

#include "journal/memory_journal.h"

namespace truefill::sim {
namespace {

class MemoryDisk final : public JournalDisk {
public:
    journal::Journal* open() override { return &journal_; }
    void crash(std::uint64_t) override {}

private:
    journal::MemoryJournal journal_;
};

class FileDisk final : public JournalDisk {
public:
    explicit FileDisk(std::string path) : path_{std::move(path)} {}
    journal::Journal* open() override {
        if (journal_) return journal_.get();
        auto opened = stores::SqliteJournal::open({.path = path_, .mode = stores::OpenMode::create});
        if (opened) journal_ = std::move(*opened);
        return journal_.get();
    }
    void crash(std::uint64_t) override { journal_.reset(); }

private:
    std::string path_;
    std::unique_ptr<stores::SqliteJournal> journal_;
};

class CrashingDisk final : public JournalDisk {
public:
    explicit CrashingDisk(std::string name) : vfs_{disk_, std::move(name)} {}
    journal::Journal* open() override {
        if (journal_) return journal_.get();
        auto opened = stores::SqliteJournal::open(
            {.path = "journal.db", .mode = stores::OpenMode::create, .vfs = vfs_.name()});
        if (opened) journal_ = std::move(*opened);
        return journal_.get();
    }
    void crash(std::uint64_t seed) override {
        disk_.crash(seed);
        journal_.reset();
    }
    void cut_power_soon(std::uint64_t operations) override { disk_.cut_power_at(operations); }
    void fail_soon(std::uint64_t operations) override { disk_.fail_at(operations); }
    void fill_up() override { disk_.limit(0); }
    void make_room() override { disk_.limit(~std::uint64_t{0}); }

private:
    stores::TwinDisk disk_;
    stores::TwinVfs vfs_;
    std::unique_ptr<stores::SqliteJournal> journal_; // goes before the disk
};

} // namespace

std::unique_ptr<JournalDisk> make_memory_disk() { return std::make_unique<MemoryDisk>(); }
std::unique_ptr<JournalDisk> make_twin_disk(std::string name) {
    return std::make_unique<CrashingDisk>(std::move(name));
}
std::unique_ptr<JournalDisk> make_file_disk(std::string path) {
    return std::make_unique<FileDisk>(std::move(path));
}

} // namespace truefill::sim

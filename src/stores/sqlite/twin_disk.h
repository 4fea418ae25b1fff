/// A disk in memory that can lose its power, fill up, refuse and fail. For tests and simulated worlds: what a
/// file layer above it (twin_vfs.h) promises is proven here, hundreds of crashes a second, each repeatable
/// from its seed.
///
/// What it assumes of a disk is the least that file systems promise. Bytes are durable after sync() of their
/// file, names after sync_folder(). What is not synced may be there after a power cut or not: nothing, a
/// beginning with its last write torn at a 512-byte sector, any mixture of sectors in any order, or all; a
/// hole reads as zeros. Names come and go in the order in which they were changed. A write never harms bytes
/// beside it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::stores {

class TwinDisk {
public:
    enum class Answer : std::uint8_t { ok, no_space, io_error, read_only, power_off, missing };

    /// One write, or with `resize` a new length.
    struct Change {
        std::uint64_t offset{};
        std::string bytes;
        std::optional<std::uint64_t> resize;
    };
    struct File {
        std::string now;              ///< what programs see
        std::string durable;          ///< what is sure to survive
        std::vector<Change> unsynced; ///< from durable to now
        std::shared_ptr<void> locks;  ///< of the layer above; gone after a power cut
    };
    using FilePtr = std::shared_ptr<File>;

    // What programs do. Everything that changes the disk is one operation.
    FilePtr find(std::string_view name) const;
    Answer create(std::string_view name, FilePtr& file);
    Answer remove(std::string_view name);
    Answer write(File& file, std::uint64_t offset, std::string_view bytes);
    Answer resize(File& file, std::uint64_t size);
    Answer sync(File& file);
    Answer sync_folder();
    /// Copies what there is from an offset on; the count may be smaller than asked.
    std::size_t read(const File& file, std::uint64_t offset, std::string_view::size_type size,
                     char* into) const;
    std::uint64_t size(const File& file) const;

    // What the world does.
    /// A power cut, and power again. Which of the unsynced changes survive, the seed decides. Files opened
    /// before are dead; a coming cut or failure is called off, a limit or protection stays.
    void crash(std::uint64_t seed);
    /// At the n-th operation from now (1: the next) the power goes: that one may survive in part, nothing
    /// works after it until crash().
    void cut_power_at(std::uint64_t operation);
    /// The n-th operation from now and the `count - 1` after it fail and do nothing.
    void fail_at(std::uint64_t operation, std::uint64_t count = 1);
    /// All files together cannot grow beyond this; what fits of a write is written.
    void limit(std::uint64_t bytes_max);
    void protect(bool read_only);

    bool is_protected() const;
    bool has_power() const;
    std::uint64_t boots() const;      ///< how often the power came back
    std::uint64_t operations() const; ///< since the disk was made
    /// Flips the lowest bit of a byte of a file, durably. For the time when no program has it open.
    void flip(std::string_view name, std::uint64_t offset);

private:
    struct NameChange {
        std::string name;
        FilePtr file; ///< none: removed
    };
    using Folder = std::map<std::string, FilePtr, std::less<>>;

    Answer begin_operation();
    std::uint64_t used() const;

    mutable std::mutex mutex_;
    Folder now_;
    Folder durable_;
    std::vector<NameChange> unsynced_names_;
    std::uint64_t operations_ = 0;
    std::uint64_t boots_ = 0;
    std::uint64_t power_until_ = ~std::uint64_t{0};
    std::uint64_t fail_from_ = ~std::uint64_t{0};
    std::uint64_t fail_until_ = 0;
    std::uint64_t bytes_max_ = ~std::uint64_t{0};
    bool power_ = true;
    bool read_only_ = false;
};

} // namespace truefill::stores

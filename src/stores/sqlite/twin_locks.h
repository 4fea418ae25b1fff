/// Locks of the twin file layer: SQLite's five levels on a file, and the eight slots and the memory that the
/// connections to a write-ahead log share. Both live as long as the power; a handle that outlives it holds
/// locks on nothing.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

namespace truefill::stores {

class TwinLocks {
public:
    using Owner = const void*;
    static constexpr int slots = 8; ///< SQLITE_SHM_NLOCK

    /// Levels as SQLite's: 1 shared, 2 reserved, 4 exclusive; `level` is what the owner has and becomes what
    /// it gets.
    bool lock(Owner owner, int wanted, int& level);
    void unlock(Owner owner, int wanted, int& level);
    bool is_reserved() const;

    bool lock_slots(Owner owner, int first, int count, bool exclusive);
    void unlock_slots(Owner owner, int first, int count);
    void unlock_all_slots(Owner owner) { unlock_slots(owner, 0, slots); }

    /// A region of the shared memory, made of zeros when asked; else null when it is not there yet.
    char* region(std::size_t index, std::size_t bytes, bool make);

private:
    struct Slot {
        Owner exclusive = nullptr;
        std::vector<Owner> readers;
    };

    mutable std::mutex mutex_;
    int readers_ = 0;
    Owner reserved_ = nullptr;
    Owner pending_ = nullptr;
    Owner exclusive_ = nullptr;
    std::array<Slot, slots> slots_;
    std::vector<std::unique_ptr<char[]>> regions_;
};

} // namespace truefill::stores

#include "stores/sqlite/twin_locks.h"

#include "base/assert.h"

#include <sqlite3.h>

#include <algorithm>

namespace truefill::stores {

bool TwinLocks::lock(Owner owner, int wanted, int& level) {
    const std::scoped_lock guard{mutex_};
    if (level >= wanted) return true;
    const auto others = [owner](Owner holder) { return holder != nullptr && holder != owner; };
    if (wanted == SQLITE_LOCK_SHARED) {
        if (others(pending_) || others(exclusive_)) return false;
        ++readers_;
    } else if (wanted == SQLITE_LOCK_RESERVED) {
        if (others(reserved_)) return false;
        reserved_ = owner;
    } else {
        if (others(pending_) || others(reserved_)) return false;
        pending_ = owner; // no new reader from now on
        level = SQLITE_LOCK_PENDING;
        if (readers_ > 1) return false;
        exclusive_ = owner;
    }
    level = wanted;
    return true;
}

void TwinLocks::unlock(Owner owner, int wanted, int& level) {
    const std::scoped_lock guard{mutex_};
    for (Owner* holder : {&reserved_, &pending_, &exclusive_}) {
        if (*holder == owner) *holder = nullptr;
    }
    if (wanted == SQLITE_LOCK_NONE && level >= SQLITE_LOCK_SHARED) --readers_;
    TF_ASSERT(readers_ >= 0, "who unlocks had a lock");
    level = std::min(level, wanted);
}

bool TwinLocks::is_reserved() const {
    const std::scoped_lock guard{mutex_};
    return reserved_ != nullptr || exclusive_ != nullptr;
}

bool TwinLocks::lock_slots(Owner owner, int first, int count, bool exclusive) {
    const std::scoped_lock guard{mutex_};
    for (int i = first; i < first + count; ++i) {
        const Slot& slot = slots_[static_cast<std::size_t>(i)];
        if (slot.exclusive != nullptr && slot.exclusive != owner) return false;
        const auto is_other = [owner](Owner reader) { return reader != owner; };
        if (exclusive && std::ranges::any_of(slot.readers, is_other)) return false;
    }
    for (int i = first; i < first + count; ++i) {
        Slot& slot = slots_[static_cast<std::size_t>(i)];
        if (exclusive) slot.exclusive = owner;
        else if (std::ranges::find(slot.readers, owner) == slot.readers.end()) slot.readers.push_back(owner);
    }
    return true;
}

void TwinLocks::unlock_slots(Owner owner, int first, int count) {
    const std::scoped_lock guard{mutex_};
    for (int i = first; i < first + count; ++i) {
        Slot& slot = slots_[static_cast<std::size_t>(i)];
        if (slot.exclusive == owner) slot.exclusive = nullptr;
        std::erase(slot.readers, owner);
    }
}

char* TwinLocks::region(std::size_t index, std::size_t bytes, bool make) {
    const std::scoped_lock guard{mutex_};
    if (index >= regions_.size() && !make) return nullptr;
    while (index >= regions_.size()) regions_.push_back(std::make_unique<char[]>(bytes));
    return regions_[index].get();
}

} // namespace truefill::stores

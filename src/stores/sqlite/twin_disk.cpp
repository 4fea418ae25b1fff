#include "stores/sqlite/twin_disk.h"

#include "base/assert.h"
#include "base/mix.h"

#include <algorithm>
#include <utility>

namespace truefill::stores {

namespace {

constexpr std::uint64_t sector_bytes = 512;

class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_{mix64(seed)} {}
    /// 0 to sides - 1.
    std::uint64_t roll(std::uint64_t sides) {
        state_ = mix64(state_);
        return state_ % sides;
    }

private:
    std::uint64_t state_;
};

void put_bytes(std::string& into, std::uint64_t offset, std::string_view bytes) {
    if (into.size() < offset + bytes.size()) into.resize(offset + bytes.size());
    std::ranges::copy(bytes, into.begin() + static_cast<std::ptrdiff_t>(offset));
}

void perform(std::string& into, const TwinDisk::Change& change) {
    if (change.resize) into.resize(*change.resize);
    else put_bytes(into, change.offset, change.bytes);
}

/// The first `count` changes, and the one after them up to a sector's end.
void keep_beginning(TwinDisk::File& file, Dice& dice) {
    const auto count = dice.roll(file.unsynced.size() + 1);
    for (std::size_t i = 0; i < count; ++i) perform(file.durable, file.unsynced[i]);
    if (count == file.unsynced.size()) return;
    const TwinDisk::Change& torn = file.unsynced[count];
    if (torn.resize) return;
    const std::uint64_t sectors =
        dice.roll((torn.offset % sector_bytes + torn.bytes.size()) / sector_bytes + 1);
    if (sectors == 0) return;
    const std::uint64_t kept = sectors * sector_bytes - torn.offset % sector_bytes;
    put_bytes(file.durable, torn.offset, std::string_view{torn.bytes}.substr(0, kept));
}

/// Each sector of each write by itself.
void keep_sectors(TwinDisk::File& file, Dice& dice) {
    for (const TwinDisk::Change& change : file.unsynced) {
        if (change.resize) {
            if (dice.roll(2) == 0) file.durable.resize(*change.resize);
            continue;
        }
        for (std::uint64_t at = 0; at < change.bytes.size();) {
            const std::uint64_t length = sector_bytes - (change.offset + at) % sector_bytes;
            const auto sector = std::string_view{change.bytes}.substr(at, length);
            if (dice.roll(2) == 0) put_bytes(file.durable, change.offset + at, sector);
            at += sector.size();
        }
    }
}

void decide_what_survives(TwinDisk::File& file, Dice& dice) {
    switch (dice.roll(4)) {
    case 0: break;
    case 1: keep_beginning(file, dice); break;
    case 2: keep_sectors(file, dice); break;
    default:
        for (const TwinDisk::Change& change : file.unsynced) perform(file.durable, change);
    }
    file.unsynced.clear();
    file.now = file.durable;
    file.locks.reset();
}

} // namespace

TwinDisk::Answer TwinDisk::begin_operation() {
    if (!power_) return Answer::power_off;
    ++operations_;
    if (operations_ >= power_until_) {
        power_ = false;
        return Answer::power_off;
    }
    if (operations_ >= fail_from_ && operations_ < fail_until_) return Answer::io_error;
    return read_only_ ? Answer::read_only : Answer::ok;
}

std::uint64_t TwinDisk::used() const {
    std::uint64_t sum = 0;
    for (const auto& [name, file] : now_) sum += file->now.size();
    return sum;
}

TwinDisk::FilePtr TwinDisk::find(std::string_view name) const {
    const std::scoped_lock lock{mutex_};
    const auto found = now_.find(name);
    return found == now_.end() ? nullptr : found->second;
}

TwinDisk::Answer TwinDisk::create(std::string_view name, FilePtr& file) {
    const std::scoped_lock lock{mutex_};
    if (const Answer answer = begin_operation(); answer != Answer::ok) return answer;
    TF_ASSERT(!now_.contains(name), "a file is created once");
    file = std::make_shared<File>();
    now_.emplace(name, file);
    unsynced_names_.push_back({std::string{name}, file});
    return Answer::ok;
}

TwinDisk::Answer TwinDisk::remove(std::string_view name) {
    const std::scoped_lock lock{mutex_};
    if (const Answer answer = begin_operation(); answer != Answer::ok) return answer;
    const auto found = now_.find(name);
    if (found == now_.end()) return Answer::missing;
    now_.erase(found);
    unsynced_names_.push_back({std::string{name}, nullptr});
    return Answer::ok;
}

TwinDisk::Answer TwinDisk::write(File& file, std::uint64_t offset, std::string_view bytes) {
    const std::scoped_lock lock{mutex_};
    const bool had_power = power_;
    Answer answer = begin_operation();
    const bool is_torn = answer == Answer::power_off && had_power; // on its way when the power went
    if (answer != Answer::ok && !is_torn) return answer;
    const std::uint64_t end = offset + bytes.size();
    if (end > file.now.size()) {
        const std::uint64_t others = used() - file.now.size();
        const std::uint64_t fits = bytes_max_ > others ? bytes_max_ - others : 0;
        if (end > fits) {
            bytes = bytes.substr(0, fits > offset ? fits - offset : 0);
            if (answer == Answer::ok) answer = Answer::no_space;
        }
    }
    if (bytes.empty()) return answer;
    file.unsynced.push_back({offset, std::string{bytes}, std::nullopt});
    put_bytes(file.now, offset, bytes);
    return answer;
}

TwinDisk::Answer TwinDisk::resize(File& file, std::uint64_t size) {
    const std::scoped_lock lock{mutex_};
    if (const Answer answer = begin_operation(); answer != Answer::ok) return answer;
    file.unsynced.push_back({0, {}, size});
    file.now.resize(size);
    return Answer::ok;
}

TwinDisk::Answer TwinDisk::sync(File& file) {
    const std::scoped_lock lock{mutex_};
    if (const Answer answer = begin_operation(); answer != Answer::ok) return answer;
    for (const Change& change : file.unsynced) perform(file.durable, change);
    file.unsynced.clear();
    TF_ASSERT(file.durable.size() == file.now.size(), "synced is what was written");
    return Answer::ok;
}

TwinDisk::Answer TwinDisk::sync_folder() {
    const std::scoped_lock lock{mutex_};
    if (const Answer answer = begin_operation(); answer != Answer::ok) return answer;
    durable_ = now_;
    unsynced_names_.clear();
    return Answer::ok;
}

std::size_t TwinDisk::read(const File& file, std::uint64_t offset, std::size_t size, char* into) const {
    const std::scoped_lock lock{mutex_};
    if (offset >= file.now.size()) return 0;
    return file.now.copy(into, size, offset);
}

std::uint64_t TwinDisk::size(const File& file) const {
    const std::scoped_lock lock{mutex_};
    return file.now.size();
}

void TwinDisk::crash(std::uint64_t seed) {
    const std::scoped_lock lock{mutex_};
    Dice dice{seed};
    const auto names = dice.roll(unsynced_names_.size() + 1);
    for (std::size_t i = 0; i < names; ++i) {
        const NameChange& change = unsynced_names_[i];
        if (change.file != nullptr) durable_.insert_or_assign(change.name, change.file);
        else durable_.erase(change.name);
    }
    unsynced_names_.clear();
    for (auto& [name, file] : durable_) decide_what_survives(*file, dice);
    now_ = durable_;
    power_ = true;
    power_until_ = fail_from_ = ~std::uint64_t{0};
    ++boots_;
}

void TwinDisk::cut_power_at(std::uint64_t operation) {
    const std::scoped_lock lock{mutex_};
    power_until_ = operations_ + operation;
}

void TwinDisk::fail_at(std::uint64_t operation, std::uint64_t count) {
    const std::scoped_lock lock{mutex_};
    fail_from_ = operations_ + operation;
    fail_until_ = fail_from_ + count;
}

void TwinDisk::limit(std::uint64_t bytes_max) {
    const std::scoped_lock lock{mutex_};
    bytes_max_ = bytes_max;
}

void TwinDisk::protect(bool read_only) {
    const std::scoped_lock lock{mutex_};
    read_only_ = read_only;
}

bool TwinDisk::is_protected() const {
    const std::scoped_lock lock{mutex_};
    return read_only_;
}

bool TwinDisk::has_power() const {
    const std::scoped_lock lock{mutex_};
    return power_;
}

std::uint64_t TwinDisk::boots() const {
    const std::scoped_lock lock{mutex_};
    return boots_;
}

std::uint64_t TwinDisk::operations() const {
    const std::scoped_lock lock{mutex_};
    return operations_;
}

void TwinDisk::flip(std::string_view name, std::uint64_t offset) {
    const FilePtr file = find(name);
    TF_ASSERT(file != nullptr && offset < size(*file), "the byte is there");
    const std::scoped_lock lock{mutex_};
    TF_ASSERT(file->unsynced.empty(), "no program writes it");
    file->now[offset] = file->durable[offset] = static_cast<char>(file->now[offset] ^ 1);
}

} // namespace truefill::stores

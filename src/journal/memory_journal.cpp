#include "journal/memory_journal.h"

#include "base/assert.h"

#include <algorithm>
#include <utility>

namespace truefill::journal {

namespace {

constexpr std::size_t segment_bytes = std::size_t{1} << 20;

void append_record(Batch& to, const Batch& from, std::size_t index) {
    to.bytes.append(from.record(index));
    to.ends.push_back(static_cast<std::uint32_t>(to.bytes.size()));
    to.hashes.push_back(from.hashes[index]);
}

} // namespace

std::optional<Fault> MemoryJournal::take_ordered_fault() { return std::exchange(ordered_, std::nullopt); }

std::expected<void, Fault> MemoryJournal::append(const Batch& batch) {
    if (auto conflict = conflict_of(batch, end_, head_)) return std::unexpected(std::move(*conflict));
    if (batch.size() == 0) return {};
    if (auto fault = take_ordered_fault()) return std::unexpected(std::move(*fault));
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (segments_.empty() || segments_.back().bytes.size() >= segment_bytes) {
            segments_.emplace_back().first = batch.first + i;
        }
        append_record(segments_.back(), batch, i);
    }
    end_ += batch.size();
    head_ = batch.hashes.back();
    TF_ASSERT(segments_.back().first + segments_.back().size() == end_ + 1, "no record is missing");
    return {};
}

std::size_t MemoryJournal::segment_of(Position position) const {
    TF_ASSERT(position >= 1 && position <= end_, "the record is there");
    const auto after = std::ranges::upper_bound(segments_, position, {}, &Batch::first);
    return static_cast<std::size_t>(after - segments_.begin()) - 1;
}

std::expected<void, Fault> MemoryJournal::read(Position from, std::size_t bytes_max, Batch& into) {
    TF_ASSERT(from >= 1, "the first record is 1");
    into.clear();
    into.first = from;
    if (from > end_) return {};
    std::size_t index = from - segments_[segment_of(from)].first;
    for (std::size_t segment = segment_of(from); segment < segments_.size(); ++segment, index = 0) {
        for (; index < segments_[segment].size(); ++index) {
            append_record(into, segments_[segment], index);
            if (into.bytes.size() >= bytes_max) return {};
        }
    }
    return {};
}

std::expected<void, Fault> MemoryJournal::put(std::string_view table, std::string_view key,
                                              std::string_view value) {
    if (auto fault = take_ordered_fault()) return std::unexpected(std::move(*fault));
    auto found = side_.find(table);
    if (found == side_.end()) found = side_.emplace(table, Table{}).first;
    found->second.insert_or_assign(std::string{key}, std::string{value});
    return {};
}

std::expected<std::optional<std::string>, Fault> MemoryJournal::get(std::string_view table,
                                                                    std::string_view key) {
    const auto found = side_.find(table);
    if (found == side_.end()) return std::nullopt;
    const auto row = found->second.find(key);
    if (row == found->second.end()) return std::nullopt;
    return row->second;
}

std::expected<void, Fault> MemoryJournal::remove(std::string_view table, std::string_view key) {
    if (auto fault = take_ordered_fault()) return std::unexpected(std::move(*fault));
    const auto found = side_.find(table);
    if (found == side_.end()) return {};
    const auto row = found->second.find(key);
    if (row != found->second.end()) found->second.erase(row);
    return {};
}

std::expected<void, Fault> MemoryJournal::put_all(std::string_view table, std::span<const SideRow> rows) {
    if (auto fault = take_ordered_fault()) return std::unexpected(std::move(*fault));
    for (const auto& [key, value] : rows)
        if (auto done = put(table, key, value); !done) return done;
    return {};
}

std::expected<void, Fault> MemoryJournal::remove_all(std::string_view table,
                                                     std::span<const std::string> keys) {
    if (auto fault = take_ordered_fault()) return std::unexpected(std::move(*fault));
    for (const auto& key : keys)
        if (auto done = remove(table, key); !done) return done;
    return {};
}

std::expected<std::vector<SideRow>, Fault> MemoryJournal::list(std::string_view table) {
    std::vector<SideRow> rows;
    if (const auto found = side_.find(table); found != side_.end())
        for (const auto& [key, value] : found->second) rows.push_back({key, value});
    return rows;
}

void MemoryJournal::flip(Position position, std::size_t at) {
    Batch& segment = segments_[segment_of(position)];
    const std::size_t index = position - segment.first;
    TF_ASSERT(at < segment.record(index).size(), "the byte is in the record");
    char& byte = segment.bytes[(index == 0 ? 0 : segment.ends[index - 1]) + at];
    byte = static_cast<char>(byte ^ 1);
}

} // namespace truefill::journal

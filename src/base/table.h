/// A table of documents with dense ids: 1, 2, 3, ... A document keeps its address until it is erased, and an
/// id is never given twice. Ids come from `next_id()` in a decision and are used up by `add` in evolve, so
/// both agree. Look-ups are two loads; growing never moves a document, so no step pays for the size of the
/// table.
#pragma once

#include "base/archive.h"
#include "base/assert.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

namespace truefill {

template <class IdType, class T> class Table {
public:
    /// The id that the next `add` must carry.
    IdType next_id() const {
        TF_ASSERT(count_ < ids_max, "the table has an id left");
        return IdType{static_cast<decltype(IdType::value)>(count_ + 1)};
    }
    /// How many ids were given out, erased ones included.
    std::size_t issued() const { return count_; }
    std::size_t live() const { return live_; }

    T& add(IdType id, T value) {
        TF_ASSERT(id == next_id(), "ids of a table are dense");
        if (count_ % page_size == 0) pages_.push_back(std::make_unique<Page>());
        auto& place = (*pages_.back())[count_ % page_size];
        place = std::make_unique<T>(std::move(value));
        ++count_;
        ++live_;
        return *place;
    }
    const T* find(IdType id) const {
        if (id.value == 0 || id.value > count_) return nullptr;
        const std::size_t index = id.value - 1;
        return (*pages_[index / page_size])[index % page_size].get();
    }
    T* find(IdType id) { return const_cast<T*>(std::as_const(*this).find(id)); }
    const T& at(IdType id) const {
        const T* found = find(id);
        TF_ASSERT(found, "the id names a document that is here");
        return *found;
    }
    T& at(IdType id) { return const_cast<T&>(std::as_const(*this).at(id)); }
    void erase(IdType id) {
        TF_ASSERT(find(id), "only what is here can be erased");
        const std::size_t index = id.value - 1;
        (*pages_[index / page_size])[index % page_size].reset();
        --live_;
    }
    /// Puts a document back under an id that was given before and erased.
    T& put_back(IdType id, T value) {
        TF_ASSERT(id.value != 0 && id.value <= count_ && !find(id), "the id was given and is free");
        const std::size_t index = id.value - 1;
        auto& place = (*pages_[index / page_size])[index % page_size];
        place = std::make_unique<T>(std::move(value));
        ++live_;
        return *place;
    }
    /// Calls f(id, document) in id order.
    template <class F> void each(F&& f) const {
        for (std::size_t index = 0; index < count_; ++index)
            if (const auto& place = (*pages_[index / page_size])[index % page_size])
                f(IdType{static_cast<decltype(IdType::value)>(index + 1)}, std::as_const(*place));
    }

    template <class Sink> void save(Sink& sink) const {
        archive::save(sink, std::uint64_t{count_});
        for (std::size_t index = 0; index < count_; ++index) {
            const auto& place = (*pages_[index / page_size])[index % page_size];
            archive::save(sink, place != nullptr);
            if (place) archive::save(sink, *place);
        }
    }
    template <class Reader> void load(Reader& reader) {
        *this = Table{};
        std::uint64_t count = 0;
        archive::load(reader, count);
        if (count > ids_max) reader.fail(); // more than there are ids: not what save wrote
        for (std::uint64_t index = 0; index < count && reader.ok(); ++index) {
            bool present = false;
            archive::load(reader, present);
            T value{};
            if (present) archive::load(reader, value);
            add(next_id(), std::move(value));
            if (!present) erase(IdType{static_cast<decltype(IdType::value)>(index + 1)});
        }
    }
    static constexpr std::uint64_t format_hash() { return mix64(archive::format_hash<T>()); }

private:
    static constexpr std::size_t page_size = 1024;
    static constexpr std::uint64_t ids_max = std::numeric_limits<decltype(IdType::value)>::max();
    using Page = std::array<std::unique_ptr<T>, page_size>;
    std::vector<std::unique_ptr<Page>> pages_;
    std::size_t count_ = 0;
    std::size_t live_ = 0;
};

} // namespace truefill

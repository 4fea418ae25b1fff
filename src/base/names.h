/// Codes of people (item numbers, site codes, lot numbers) and the dense ids that stand for them in memory
/// and in events. Ids are given in order of first sight, by evolve, so a replay gives the same ones.
#pragma once

#include "base/archive.h"
#include "base/assert.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace truefill {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return boost::hash<std::string_view>{}(text); }
};

template <class V> using TextMap = boost::unordered_flat_map<std::string, V, TextHash, std::equal_to<>>;

template <class IdType> class Names {
public:
    /// The id of a name, or none.
    IdType find(std::string_view name) const {
        const auto found = ids_.find(name);
        return found == ids_.end() ? IdType{} : found->second;
    }
    IdType add(std::string_view name) {
        if (const auto known = find(name)) return known;
        names_.emplace_back(name);
        const IdType id{static_cast<decltype(IdType::value)>(names_.size())};
        ids_.emplace(names_.back(), id);
        return id;
    }
    /// The name of an id; empty for none.
    std::string_view name(IdType id) const {
        if (!id) return {};
        TF_ASSERT(id.value <= names_.size(), "the id was given by this table");
        return names_[id.value - 1];
    }
    std::size_t size() const { return names_.size(); }

    template <class Sink> void save(Sink& sink) const { archive::save(sink, names_); }
    template <class Reader> void load(Reader& reader) {
        std::vector<std::string> names;
        archive::load(reader, names);
        *this = Names{};
        for (const auto& name : names) add(name);
        if (names_.size() != names.size()) reader.fail(); // a name twice
    }
    static constexpr std::uint64_t format_hash() { return archive::format_hash<std::vector<std::string>>(); }

private:
    std::vector<std::string> names_;
    TextMap<IdType> ids_;
};

} // namespace truefill

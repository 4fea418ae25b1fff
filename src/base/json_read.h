/// Text to struct: the mirror of json_write.h. Strict, because a message half understood is worse than one
/// refused: a member the struct does not know, a value of another kind, a number that does not fit its type,
/// a name that is no enumerator are each a problem with the pointer to the very value. A missing member
/// leaves what the struct had, so decode into a fresh one; a member named in T::required must be there.
/// `null` is the same as missing for an optional and refused for everything else. Amounts may also come as
/// JSON numbers: their text is read, not their double.
///
/// Members in the order of the description are found with one comparison each, without a search. Others are
/// found too.
#pragma once

#include "base/describe.h"
#include "base/json_decoder_containers.h"
#include "base/json_value.h"

#include <array>
#include <bitset>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace truefill::json {

template <Described T>
struct Decoder<T> {
    using Mine = members_of<T>;

    static bool read(Value value, T& out, Problem& problem) {
        if (value.kind() != Kind::object) return fail_kind(value, "an object", problem);
        const Members members = value.members();
        auto at = members.begin();
        const auto end = members.end();
        std::bitset<Mine::count + 1> seen;
        std::size_t index = 0;
        const bool in_order = Mine::all([&]<class D>(D) {
            constexpr std::string_view name = D::name;
            if (at != end && (*at).key == name) {
                seen.set(index);
                if (!read_member<D>(*at, out, problem)) return false;
                ++at;
            }
            ++index;
            return true;
        });
        if (!in_order) return false;
        for (; at != end; ++at) {
            if (!read_any(*at, out, seen, problem)) return false;
        }
        if constexpr (HasRequired<T>) return check_required(value, seen, problem);
        return true;
    }

private:
    template <class D>
    static bool read_member(const Member& member, T& out, Problem& problem) {
        if (Decoder<member_type<T, D>>::read(member.value, out.*D::pointer, problem)) return true;
        prepend_pointer(problem, D::name);
        return false;
    }

    /// The member stands where the description does not expect it: search.
    static bool read_any(const Member& member, T& out, std::bitset<Mine::count + 1>& seen, Problem& problem) {
        bool found = false;
        std::size_t index = 0;
        const bool fine = Mine::all([&]<class D>(D) {
            constexpr std::string_view name = D::name;
            if (member.key == name) {
                found = true;
                seen.set(index);
                return read_member<D>(member, out, problem);
            }
            ++index;
            return true;
        });
        return fine && (found || detail::fail_unknown_member(member, problem));
    }

    static bool check_required(Value value, const std::bitset<Mine::count + 1>& seen, Problem& problem) {
        for (std::size_t i = 0; i < Mine::count; ++i) {
            for (const std::string_view name : T::required) {
                if (!seen[i] && member_names<T>[i] == name)
                    return detail::fail_missing_member(value, name, problem);
            }
        }
        return true;
    }
};

template <class T>
std::expected<void, Problem> decode(Value value, T& out) {
    Problem problem;
    if (Decoder<T>::read(value, out, problem)) return {};
    return std::unexpected(std::move(problem));
}

} // namespace truefill::json

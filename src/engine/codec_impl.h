/// The body of Codec: included by the codec_*.cpp files only.
#pragma once

#include "base/assert.h"
#include "engine/codec.h"

#include <boost/mp11/algorithm.hpp>

namespace truefill::engine {

template <class Variant> std::string_view Codec<Variant>::name(const Variant& value) {
    return visit([](const auto& one) { return std::remove_cvref_t<decltype(one)>::name; }, value);
}

template <class Variant> void Codec<Variant>::encode(std::string& out, const Variant& value) {
    visit([&](const auto& one) { json::encode(out, one); }, value);
}

template <class Variant> bool Codec<Variant>::knows(std::string_view wanted) {
    bool found = false;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Variant>>(
        [&]<class T>(std::type_identity<T>) { found = found || T::name == wanted; });
    return found;
}

template <class Variant>
std::expected<void, json::Problem> Codec<Variant>::decode(std::string_view wanted, json::Value body,
                                                          Variant& out) {
    std::expected<void, json::Problem> result;
    bool found = false;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Variant>>(
        [&]<class T>(std::type_identity<T>) {
            if (found || T::name != wanted) return;
            found = true;
            result = json::decode(body, out.template emplace<T>());
        });
    TF_ASSERT(found, "the name was asked for before");
    return result;
}

} // namespace truefill::engine

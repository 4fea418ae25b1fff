/// A value of one of several types: what commands and events of a module are.
///
/// The standard library's variant makes its copies, moves and destructors again in every file that holds one;
/// with a hundred commands and a hundred events that was a third of the time of a build. Here they are made
/// in one file: the one that includes one_of_impl.h and says
///
///     template struct truefill::KindsOf<orders::Event>;
///
/// Forgotten, the linker says so. There is always a value, the first type's to begin with. Types nest: what
/// holds orders::Command takes an orders::PlaceOrder as it stands.
#pragma once

#include "base/assert.h"

#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace truefill {

/// Copies, moves and ends of a OneOf; defined in one_of_impl.h.
template <class Some> struct KindsOf {
    static void copy(Some& to, const Some& from);
    static void move(Some& to, Some& from) noexcept;
    static void end(Some& some) noexcept;
};

template <class... Ts> class OneOf;

namespace detail {
template <class Some, class T> inline constexpr bool holds_somewhere = false;
template <class... Ts, class T>
inline constexpr bool holds_somewhere<OneOf<Ts...>, T> =
    ((std::same_as<Ts, T> || holds_somewhere<Ts, T>) || ...);
} // namespace detail

template <class... Ts> class OneOf {
public:
    static constexpr std::size_t count = sizeof...(Ts);
    template <std::size_t I> using Type = boost::mp11::mp_at_c<OneOf, I>;
    /// Where a type is, in a type that holds it too; `count` when it is nowhere.
    template <class T> static constexpr std::size_t place() {
        constexpr bool here[] = {(std::same_as<Ts, T> || detail::holds_somewhere<Ts, T>)...};
        return static_cast<std::size_t>(std::ranges::find(here, true) - here);
    }

    OneOf() { std::construct_at(at<0>()); }
    template <class T>
        requires detail::holds_somewhere<OneOf, std::remove_cvref_t<T>>
    OneOf(T&& value) : kind_{place<std::remove_cvref_t<T>>()} {
        std::construct_at(at<place<std::remove_cvref_t<T>>()>(), std::forward<T>(value));
    }
    OneOf(const OneOf& other) { KindsOf<OneOf>::copy(*this, other); }
    OneOf(OneOf&& other) noexcept { KindsOf<OneOf>::move(*this, other); }
    OneOf& operator=(const OneOf& other) {
        if (this != &other) *this = OneOf{other};
        return *this;
    }
    OneOf& operator=(OneOf&& other) noexcept {
        if (this == &other) return *this;
        KindsOf<OneOf>::end(*this);
        KindsOf<OneOf>::move(*this, other);
        return *this;
    }
    ~OneOf() { KindsOf<OneOf>::end(*this); }

    std::size_t index() const { return kind_; }
    /// Takes a new value, made from nothing.
    template <class T> T& emplace() {
        static_assert(std::same_as<Type<place<T>()>, T>);
        KindsOf<OneOf>::end(*this);
        kind_ = place<T>();
        return *std::construct_at(at<place<T>()>());
    }
    /// The place of a type, whether or not it is there now.
    template <std::size_t I> Type<I>* at() { return std::launder(reinterpret_cast<Type<I>*>(bytes_)); }
    template <std::size_t I> const Type<I>* at() const {
        return std::launder(reinterpret_cast<const Type<I>*>(bytes_));
    }

private:
    friend KindsOf<OneOf>;
    alignas(Ts...) std::byte bytes_[std::max({sizeof(Ts)...})];
    std::size_t kind_ = 0;
};

template <class T, class... Ts> T* get_if(OneOf<Ts...>* some) {
    constexpr auto place = OneOf<Ts...>::template place<T>();
    return some->index() == place ? some->template at<place>() : nullptr;
}
template <class T, class... Ts> const T* get_if(const OneOf<Ts...>* some) {
    constexpr auto place = OneOf<Ts...>::template place<T>();
    return some->index() == place ? some->template at<place>() : nullptr;
}
template <class T, class... Ts> bool holds(const OneOf<Ts...>& some) { return get_if<T>(&some) != nullptr; }
/// What must be there.
template <class T, class... Ts> const T& get(const OneOf<Ts...>& some) {
    TF_ASSERT(holds<T>(some), "another type is held");
    return *get_if<T>(&some);
}
template <class T, class... Ts> T& get(OneOf<Ts...>& some) {
    TF_ASSERT(holds<T>(some), "another type is held");
    return *get_if<T>(&some);
}

/// f(what is held). All results are of one type.
template <class F, class Some>
    requires requires { std::remove_cvref_t<Some>::count; }
decltype(auto) visit(F&& f, Some&& some) {
    constexpr auto count = std::remove_cvref_t<Some>::count;
    static_assert(count <= 20);
#define TF_KIND(I)                                                                                           \
    case I:                                                                                                  \
        if constexpr (I < count) return f(*some.template at<I>());                                           \
        else __builtin_unreachable();
    switch (some.index()) {
        TF_KIND(0)
        TF_KIND(1) TF_KIND(2) TF_KIND(3) TF_KIND(4) TF_KIND(5) TF_KIND(6) TF_KIND(7) TF_KIND(8) TF_KIND(9)
            TF_KIND(10) TF_KIND(11) TF_KIND(12) TF_KIND(13) TF_KIND(14) TF_KIND(15) TF_KIND(16) TF_KIND(17)
                TF_KIND(18) TF_KIND(19) default : __builtin_unreachable();
    }
#undef TF_KIND
}

} // namespace truefill

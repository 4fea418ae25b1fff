/// Commands out of the captures of a phrase.
#pragma once

#include "base/ids.h"
#include "sim/stories/phrase.h"

#include <optional>
#include <string>
#include <type_traits>

namespace truefill::stories {

template <class Member, class... Wanted>
concept OneOf = (std::is_same_v<Member, Wanted> || ...);

/// A command with the members that captures are named after: what <ORDER> took is its `order`, <n> its
/// `line`, <q> its `quantity`, <date> when it is `due` or `expires`. Whatever else it needs its phrase sets.
template <class Command> Command command_of(const Words& words) {
    Command made;
    if constexpr (requires { requires OneOf<decltype(made.order), std::string>; })
        made.order = words.text("ORDER");
    if constexpr (requires { requires OneOf<decltype(made.customer), std::string>; })
        made.customer = words.text("CUSTOMER");
    if constexpr (requires { requires OneOf<decltype(made.supply), std::string>; })
        made.supply = words.text("SUPPLY");
    if constexpr (requires { requires OneOf<decltype(made.site), std::string>; })
        made.site = words.text("SITE");
    if constexpr (requires { requires OneOf<decltype(made.item), std::string>; })
        made.item = words.text("ITEM");
    if constexpr (requires { requires OneOf<decltype(made.lot), std::string>; }) made.lot = words.text("LOT");
    if constexpr (requires { requires OneOf<decltype(made.receipt), std::string>; })
        made.receipt = words.text("RECEIPT");
    if constexpr (requires { requires OneOf<decltype(made.line), LineNumber>; })
        made.line = words.number("n");
    if constexpr (requires { requires OneOf<decltype(made.rma), ReturnId>; })
        made.rma = ReturnId{words.number("RMA")};
    if constexpr (requires { requires OneOf<decltype(made.quantity), Quantity, std::optional<Quantity>>; })
        if (words.has("q")) made.quantity = words.quantity("q");
    if constexpr (requires { requires OneOf<decltype(made.due), Date>; }) made.due = words.date("date");
    if constexpr (requires { requires OneOf<decltype(made.expires), Date>; })
        made.expires = words.date("date");
    return made;
}

} // namespace truefill::stories

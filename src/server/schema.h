/// JSON Schema 2020-12 from the descriptions of structs: the same members that the JSON codec reads and
/// writes, so the two cannot disagree. Each described type is one component, named after its room and name:
/// orders::PlaceOrder is OrdersPlaceOrder; the server's own are named without a room.
#pragma once

#include "api/bounds.h"
#include "api/command_texts.h"
#include "base/describe.h"
#include "base/ids.h"
#include "base/json.h"

#include <array>
#include <concepts>
#include <initializer_list>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::server {

/// "truefill::orders::PlaceOrder" as "OrdersPlaceOrder".
std::string component_name(std::string_view type);

/// The type's name as the compiler says it.
template <class T> constexpr std::string_view type_name() {
    std::string_view text = __PRETTY_FUNCTION__; // ... [with T = truefill::orders::PlaceOrder; ...
    text.remove_prefix(text.find("T = ") + 4);
    return text.substr(0, text.find_first_of(";]"));
}

/// Of a command its name, else nothing.
template <class T> constexpr std::string_view command_name() {
    if constexpr (requires { std::bool_constant<T::fact>{}; }) return T::name;
    else return {};
}

class Schemas {
public:
    /// The schema of a type: a reference for described structs, whose component is added.
    template <class T> std::string of() { return Maker<T>::make(*this); }
    /// Types that are added from now on take no other members: what is sent to us, not what we answer, which
    /// may grow.
    void set_strict(bool strict) { strict_ = strict; }
    /// As {"name":{...},...}.
    std::string components() const;

private:
    template <class T> struct Maker;
    template <Described T> void add();

    std::map<std::string, std::string> components_; ///< by name
    bool strict_ = false;
};

namespace detail {

std::string integer_schema(std::int64_t low, std::uint64_t high);
std::string enum_schema(const std::vector<std::string_view>& names);
std::string text_schema(std::string_view more);
/// Members of one type, all of them required.
std::string object_schema(std::initializer_list<std::string_view> members, std::string_view type);
void append_required(std::string& out, const std::vector<std::string_view>& names);
/// Says in a schema what it means, before what it says of its form.
void describe(std::string& schema, std::string_view text);

} // namespace detail

template <class T> struct Schemas::Maker {
    static std::string make(Schemas& all) {
        if constexpr (Described<T>) {
            all.add<T>();
            return R"({"$ref":"#/components/schemas/)" + component_name(type_name<T>()) + "\"}";
        } else if constexpr (DescribedEnum<T>) {
            std::vector<std::string_view> names;
            for (const auto& one : enumerators<T>) names.push_back(one.name);
            return detail::enum_schema(names);
        } else if constexpr (std::same_as<T, bool>) {
            return R"({"type":"boolean"})";
        } else if constexpr (std::integral<T>) {
            using Digits = std::numeric_limits<T>;
            return detail::integer_schema(static_cast<std::int64_t>(Digits::min()),
                                          static_cast<std::uint64_t>(Digits::max()));
        } else if constexpr (is_id<T>) {
            return detail::integer_schema(0, std::numeric_limits<decltype(T::value)>::max());
        } else if constexpr (std::same_as<T, Money>) {
            return detail::object_schema({"amount", "currency"}, R"({"type":"string"})");
        } else if constexpr (std::same_as<T, Amount>) {
            return detail::text_schema(
                R"("pattern":"^-?[0-9]+(\\.[0-9]{1,6})?$","description":"exact decimal")");
        } else if constexpr (std::same_as<T, Currency>) {
            return detail::text_schema(R"("pattern":"^[A-Z]{3}$","description":"ISO 4217")");
        } else if constexpr (std::same_as<T, Time>) {
            return detail::text_schema(R"("format":"date-time")");
        } else if constexpr (std::same_as<T, Date>) {
            return detail::text_schema(R"("format":"date")");
        } else if constexpr (std::same_as<T, Duration>) {
            return R"({"type":"integer","format":"int64","description":"microseconds"})";
        } else if constexpr (std::same_as<T, Ratio>) {
            return detail::object_schema({"numerator", "denominator"}, R"({"type":"integer"})");
        } else if constexpr (std::same_as<T, Digest> || std::same_as<T, Hash128>) {
            return detail::text_schema(R"("pattern":"^[0-9a-f]+$")");
        } else {
            static_assert(std::same_as<T, std::string> || std::same_as<T, std::string_view>,
                          "a leaf of JSON");
            return detail::text_schema("");
        }
    }
};

template <class T> struct Schemas::Maker<std::optional<T>> {
    static std::string make(Schemas& all) { return all.of<T>(); }
};
template <class T> struct Schemas::Maker<std::vector<T>> {
    static std::string make(Schemas& all) { return R"({"type":"array","items":)" + all.of<T>() + "}"; }
};
template <class T, std::size_t N> struct Schemas::Maker<std::array<T, N>> {
    static std::string make(Schemas& all) {
        return R"({"type":"array","minItems":)" + std::to_string(N) + R"(,"maxItems":)" + std::to_string(N) +
               R"(,"items":)" + all.of<T>() + "}";
    }
};

template <Described T> void Schemas::add() {
    const auto name = component_name(type_name<T>());
    if (!components_.try_emplace(name).second) return; // before its members: a type may contain itself
    std::string text = R"({"type":"object")";
    if (strict_) text += R"(,"additionalProperties":false)";
    if constexpr (HasRequired<T>) detail::append_required(text, {T::required.begin(), T::required.end()});
    text += R"(,"properties":{)";
    members_of<T>::each([&]<class Member>(Member) {
        if (strict_ && api::is_own_member(Member::name)) return;
        if (!text.ends_with('{')) text += ',';
        text += '"';
        text += Member::name;
        text += "\":";
        auto schema = of<member_type<T, Member>>();
        if (strict_) detail::describe(schema, api::text_of_member(command_name<T>(), Member::name));
        text += schema;
    });
    components_[name] = text + "}}";
}

} // namespace truefill::server

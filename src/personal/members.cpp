#include "personal/members.h"

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/bind.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <type_traits>

namespace truefill::personal {
namespace {

namespace mp = boost::mp11;

/// Whom a delivery names: its tracking number, which tells the shipment too, else the shipment's id.
std::string goods_of(const shipping::ConfirmDelivery& delivery) {
    return delivery.shipment || delivery.tracking.empty() ? std::to_string(delivery.shipment.value)
                                                          : "tracking:" + delivery.tracking;
}

/// A text and whose it is: `Code` gives the code from the struct that `Text` is a member of.
template <Whose whose_, auto Code, auto Text> struct Line {
    static constexpr auto whose = whose_;
    static constexpr auto code = Code;
    static constexpr auto text = Text;
};

// The table.
using Lines =
    mp::mp_list<Line<Whose::customer, &orders::PlaceOrder::customer, &orders::PlaceOrder::address>,
                Line<Whose::customer, &masterdata::Customer::code, &masterdata::Customer::name>,
                Line<Whose::customer, &masterdata::Customer::code, &masterdata::Customer::address>,
                Line<Whose::consignee, &goods_of, &shipping::ConfirmDelivery::signed_by>,
                Line<Whose::user, &access::CreateUser::user, &access::CreateUser::display_name>,
                Line<Whose::user, &access::CreateUser::user, &access::CreateUser::email_ref>,
                Line<Whose::user, &access::ChangeUser::user, &access::ChangeUser::display_name>,
                Line<Whose::user, &access::ChangeUser::user, &access::ChangeUser::email_ref>,
                Line<Whose::user, &access::AcceptFirstRun::user, &access::AcceptFirstRun::display_name>,
                Line<Whose::user, &access::AcceptFirstRun::user, &access::AcceptFirstRun::email_ref>>;

template <class Pointer> struct MemberOf;
template <class Struct, class Type> struct MemberOf<Type Struct::*> {
    using Owner = Struct;
};
template <class L> using OwnerOf = typename MemberOf<std::remove_const_t<decltype(L::text)>>::Owner;

template <class T> inline constexpr bool is_vector = false;
template <class T> inline constexpr bool is_vector<std::vector<T>> = true;
template <class T> inline constexpr bool is_optional = false;
template <class T> inline constexpr bool is_optional<std::optional<T>> = true;

template <class T> using LinesOf =
    mp::mp_copy_if_q<Lines, mp::mp_bind<std::is_same, mp::mp_bind<OwnerOf, mp::_1>, T>>;

template <class T> constexpr bool holds_personal() {
    if constexpr (is_vector<T> || is_optional<T>) return holds_personal<typename T::value_type>();
    else if constexpr (Described<T>) {
        bool any = !mp::mp_empty<LinesOf<T>>::value;
        members_of<T>::each(
            [&]<class Member>(Member) { any = any || holds_personal<member_type<T, Member>>(); });
        return any;
    } else return false;
}

/// The text of a member, or of an optional one that is there; null else.
template <class T> auto* text_in(T& member) {
    if constexpr (is_optional<std::remove_const_t<T>>) return member ? &*member : nullptr;
    else return &member;
}

/// Calls f(whose, code, text) for every text of the table in a struct and in what it is made of.
template <class T, class F> void each_text(T& some, const F& f) {
    using Plain = std::remove_const_t<T>;
    if constexpr (!holds_personal<Plain>()) {
        return;
    } else if constexpr (is_vector<Plain> || is_optional<Plain>) {
        if constexpr (is_vector<Plain>)
            for (auto& one : some) each_text(one, f);
        else if (some) each_text(*some, f);
    } else {
        mp::mp_for_each<LinesOf<Plain>>([&]<class L>(L) {
            if (auto* text = text_in(some.*L::text); text && !text->empty())
                f(L::whose, std::string{std::invoke(L::code, some)}, *text);
        });
        members_of<Plain>::each([&]<class Member>(Member) { each_text(some.*Member::pointer, f); });
    }
}

template <class C, class F> void each_text_of(C& command, const F& f) {
    visit([&](auto& of_module) { visit([&](auto& one) { each_text(one, f); }, of_module); }, command);
}

template <class T> constexpr bool is_text() {
    if constexpr (is_vector<T> || is_optional<T>) return is_text<typename T::value_type>();
    else return std::is_same_v<T, std::string>;
}

/// Adds "member of name" for every text, to the first list when the table has it, else to the second.
template <class T> void name_texts(std::string_view name, std::set<std::string>& in,
                                   std::set<std::string>& out) {
    if constexpr (is_vector<T> || is_optional<T>) {
        name_texts<typename T::value_type>(name, in, out);
    } else if constexpr (Described<T>) {
        members_of<T>::each([&]<class Member>(Member) {
            using Type = member_type<T, Member>;
            if constexpr (is_text<Type>()) {
                bool listed = false;
                mp::mp_for_each<LinesOf<T>>([&]<class L>(L) {
                    if constexpr (std::is_same_v<std::remove_const_t<decltype(L::text)>,
                                                 std::remove_const_t<decltype(Member::pointer)>>)
                        listed = listed || L::text == Member::pointer;
                });
                (listed ? in : out).insert(std::string{Member::name} + " of " + std::string{name});
            } else {
                name_texts<Type>(name, in, out);
            }
        });
    }
}

void name_all(std::set<std::string>& in, std::set<std::string>& out) {
    mp::mp_for_each<mp::mp_transform<std::type_identity, engine::Command>>(
        [&]<class M>(std::type_identity<M>) {
            mp::mp_for_each<mp::mp_transform<std::type_identity, M>>(
                [&]<class C>(std::type_identity<C>) { name_texts<C>(C::name, in, out); });
        });
}

} // namespace

std::string person_named(std::string_view kind, std::string_view code) {
    constexpr std::size_t code_max = 100;
    std::string person{kind};
    person += ':';
    const bool proper = !code.empty() && code.size() <= code_max && std::ranges::none_of(code, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
    if (proper) return person.append(code);
    person += '#';
    append_hex(person, hash128(code));
    return person;
}

bool needs_state(const engine::Command& command) {
    const auto* of_shipping = get_if<shipping::Command>(&command);
    const auto* delivery = of_shipping ? get_if<shipping::ConfirmDelivery>(of_shipping) : nullptr;
    return delivery != nullptr && !delivery->signed_by.empty();
}

std::vector<std::string> persons_in(const engine::Command& command, const PersonOf& person_of) {
    std::vector<std::string> persons;
    each_text_of(command, [&](Whose whose, const std::string& code, const std::string&) {
        persons.push_back(person_of(whose, code));
    });
    std::ranges::sort(persons);
    const auto repeated = std::ranges::unique(persons);
    persons.erase(repeated.begin(), repeated.end());
    return persons;
}

std::optional<journal::Refusal> brings_token(const engine::Message& message, std::string_view raw) {
    bool brings = message.envelope.message_id.find(sealed_begin) != std::string::npos;
    const bool may = raw.empty() || raw.find(sealed_begin.front()) != std::string_view::npos ||
                     raw.find("\\u") != std::string_view::npos;
    if (!brings && may) {
        std::string body;
        engine::encode_body(body, message.command);
        brings = body.find(sealed_begin) != std::string::npos;
    }
    if (!brings) return std::nullopt;
    return journal::refuse("text_reserved", "a text with '~p1.' in it cannot be taken: sealed personal data "
                                            "look like that")
        .error();
}

std::expected<void, journal::Refusal> seal(KeyRing& keys, engine::Message& message,
                                           const PersonOf& person_of) {
    bool too_long = false, any = false;
    each_text_of(message.command, [&](Whose, const std::string&, const std::string& text) {
        too_long = too_long || text.size() > sealed_clear_max;
    });
    if (too_long) return journal::refuse("text_too_long", "a name or an address has at most 16384 bytes");
    each_text_of(message.command, [&](Whose whose, const std::string& code, std::string& text) {
        text = keys.seal(person_of(whose, code), text);
        any = true;
    });
    if (!any) return {};
    message.plain_hash = message.envelope.content_hash;
    std::string body;
    engine::encode_body(body, message.command);
    message.envelope.content_hash = hash128(body);
    return {};
}

bool is_current(const KeyRing& keys, const engine::Command& command) {
    bool current = true;
    each_text_of(command, [&](Whose, const std::string&, const std::string& text) {
        current = current && keys.is_current(text);
    });
    return current;
}

std::vector<std::string> sealed_members() {
    std::set<std::string> in, out;
    name_all(in, out);
    return {in.begin(), in.end()};
}

std::vector<std::string> unsealed_members() {
    std::set<std::string> in, out;
    name_all(in, out);
    return {out.begin(), out.end()};
}

} // namespace truefill::personal

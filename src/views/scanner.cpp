// Reads records by the shapes of their events' types.
#include "base/json.h"
#include "engine/record.h"
#include "views/touched.h"

#include <boost/mp11.hpp>

#include <map>
#include <optional>

namespace truefill::views {
namespace {

using json::Value;

/// What stands at a place in an event.
enum class Holds : std::uint8_t {
    nothing,
    members, ///< something further in
    order,
    shipment,
    invoice,
    credit,
    rma,
    a_case,
    entry,
    catalogue,
};

struct Shape {
    Holds holds{};
    std::vector<std::pair<std::string_view, const Shape*>> members;
};

template <class T> struct ElementOf {
    using type = T;
};
template <class T> struct ElementOf<std::vector<T>> : ElementOf<T> {};
template <class T> struct ElementOf<std::optional<T>> : ElementOf<T> {};

template <class T> const Shape& shape_of();

template <class T> Shape make_shape() {
    if constexpr (std::is_same_v<T, OrderId>) return {Holds::order, {}};
    else if constexpr (std::is_same_v<T, ShipmentId>) return {Holds::shipment, {}};
    else if constexpr (std::is_same_v<T, InvoiceId>) return {Holds::invoice, {}};
    else if constexpr (std::is_same_v<T, CreditId>) return {Holds::credit, {}};
    else if constexpr (std::is_same_v<T, ReturnId>) return {Holds::rma, {}};
    else if constexpr (std::is_same_v<T, CaseId>) return {Holds::a_case, {}};
    else if constexpr (std::is_same_v<T, ledger::Entry>) return {Holds::entry, {}};
    else if constexpr (std::is_same_v<T, masterdata::Catalogue>) return {Holds::catalogue, {}};
    else if constexpr (std::is_same_v<T, ledger::Order>) return {}; // the event names the order itself
    else if constexpr (Described<T>) {
        Shape shape;
        members_of<T>::each([&](auto member) {
            using Member = typename ElementOf<member_type<T, decltype(member)>>::type;
            const auto& inner = shape_of<Member>();
            if (inner.holds != Holds::nothing) shape.members.emplace_back(member.name, &inner);
        });
        if (!shape.members.empty()) shape.holds = Holds::members;
        return shape;
    } else return {};
}

template <class T> const Shape& shape_of() {
    static const Shape shape = make_shape<T>();
    return shape;
}

using Shapes = std::map<std::string_view, const Shape*, std::less<>>;

const Shapes& shapes() {
    static const Shapes made = [] {
        Shapes all;
        boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, engine::Event>>(
            [&](auto module) {
                using Module = typename decltype(module)::type;
                boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Module>>(
                    [&](auto event) {
                        using Event = typename decltype(event)::type;
                        all.emplace(Event::name, &shape_of<Event>());
                    });
            });
        return all;
    }();
    return made;
}

template <class Id> void push(std::vector<Id>& into, Value value) {
    const Id id{static_cast<decltype(Id::value)>(value.as_uint().value_or(0))};
    if (id && (into.empty() || into.back() != id)) into.push_back(id);
}

template <class Id> Id id_of(Value value) {
    return Id{static_cast<decltype(Id::value)>(value.as_uint().value_or(0))};
}

void push_codes(std::vector<std::string>& into, Value documents) {
    for (const auto one : documents.elements()) into.emplace_back(one.find("code").as_string().value_or(""));
}

/// The stock rows of a posting: where it takes from and where it puts.
template <class Key> void push_places(std::vector<Key>& into, Key key, Value posting) {
    key.site = id_of<SiteId>(posting.find("site"));
    const auto site_to = id_of<SiteId>(posting.find("site_to"));
    key.lot = id_of<LotId>(posting.find("lot"));
    const auto lot_to = id_of<LotId>(posting.find("lot_to"));
    into.push_back(key);
    if (!site_to && !lot_to) return;
    if (site_to) key.site = site_to;
    if (lot_to) key.lot = lot_to;
    into.push_back(key);
}

void see_entry(Value entry, Touched& into) {
    const auto order = id_of<OrderId>(entry.find("order"));
    push(into.orders, entry.find("order"));
    for (const auto posting : entry.find("stock").elements())
        push_places(into.stock, StockKey{id_of<ItemId>(posting.find("item")), {}, {}}, posting);
    for (const auto posting : entry.find("units").elements()) {
        const auto line = static_cast<LineNumber>(posting.find("line").as_uint().value_or(0));
        if (posting.find("stock_from") || posting.find("stock_to"))
            push_places(into.units, UnitKey{order, line, {}, {}}, posting);
    }
    for (const auto hold : entry.find("holds").elements()) {
        push(into.holds, hold.find("id"));
        const auto scope = hold.find("scope").as_string().value_or("order"); // the first one is left out
        if (scope == "order" || scope == "line") push(into.orders, hold.find("key"));
    }
    for (const auto lifted : entry.find("lifted").elements()) push(into.holds, lifted);
}

void see(const Shape& shape, Value value, Touched& into) {
    if (value.kind() == json::Kind::array) {
        for (const auto one : value.elements()) see(shape, one, into);
        return;
    }
    switch (shape.holds) {
    case Holds::nothing: return;
    case Holds::order: return push(into.orders, value);
    case Holds::shipment: return push(into.shipments, value);
    case Holds::invoice: return push(into.invoices, value);
    case Holds::credit: return push(into.credits, value);
    case Holds::rma: return push(into.returns, value);
    case Holds::a_case: return push(into.cases, value);
    case Holds::entry: return see_entry(value, into);
    case Holds::catalogue:
        push_codes(into.items, value.find("items"));
        push_codes(into.sites, value.find("sites"));
        push_codes(into.customers, value.find("customers"));
        push_codes(into.carriers, value.find("carriers"));
        return;
    case Holds::members: break;
    }
    for (const auto& [name, inner] : shape.members)
        if (const auto found = value.find(name)) see(*inner, found, into);
}

bool is_payment(std::string_view event) {
    return event == billing::PaymentReceived::name || event == billing::PaymentReversed::name;
}

/// What stood there of a customer who was erased has to go.
void see_erased(Value body, Touched& into) {
    constexpr std::string_view kind = "customer:";
    const auto person = body.find("person").as_string().value_or("");
    if (!person.starts_with(kind)) return;
    into.customers.emplace_back(person.substr(kind.size()));
    into.all_cases = true;
}

} // namespace

std::expected<void, std::string> Scanner::add(std::string_view record, Touched& into) {
    const auto value = document_.parse(record);
    if (!value) return std::unexpected(value.error().detail);
    const auto time = parse_time(value->find("envelope").find("record_time").as_string().value_or(""));
    if (!time) return std::unexpected("its time cannot be read: " + time.error());
    as_of_ = *time;
    for (const auto step : value->find("steps").elements()) {
        for (const auto event : step.find("events").elements()) {
            const auto name = event.find("event").as_string().value_or("");
            const auto shape = shapes().find(name);
            if (shape == shapes().end())
                return std::unexpected("it has an event of a newer program: " + std::string{name});
            const auto body = event.find("body");
            see(*shape->second, body, into);
            if (is_payment(name)) into.payments.emplace_back(body.find("reference").as_string().value_or(""));
            if (name == access::PersonErased::name) see_erased(body, into);
        }
    }
    return {};
}

std::expected<ledger::Order, std::string> archived_account(std::string_view record, OrderId id) {
    json::Document document;
    const auto value = document.parse(record);
    if (!value) return std::unexpected(value.error().detail);
    for (const auto step : value->find("steps").elements())
        for (const auto event : step.find("events").elements()) {
            if (event.find("event").as_string() != orders::OrderArchived::name) continue;
            auto decoded = engine::decode_event(orders::OrderArchived::name, event.find("body"));
            if (!decoded) return std::unexpected(decoded.error().detail);
            auto& archived = get<orders::OrderArchived>(get<orders::Event>(*decoded));
            if (archived.order == id) return std::move(archived.account);
        }
    return std::unexpected("the record archives another order");
}

} // namespace truefill::views

#include "api/places.h"

#include "api/sums.h"
#include "inventory/say.h"
#include "inventory/supply.h"

#include <algorithm>
#include <utility>

namespace truefill::api {
namespace {

using engine::State;

void add_code(Place& place, std::string code) {
    if (!code.empty() && std::ranges::find(place.sites, code) == place.sites.end())
        place.sites.push_back(std::move(code));
}

void add_site(Place& place, const State& state, SiteId site) {
    if (site) add_code(place, state.master.site(site).code);
}

/// A site by its code; one that nobody knows is in no scope.
void add_site_named(Place& place, const State& state, std::string_view code, std::string_view source) {
    if (code.empty()) return;
    const auto site = state.master.find_site(code, source);
    add_code(place, site ? state.master.site(site).code : std::string{code});
}

/// About two customers, or one that nobody knows: in no group, so nobody with a scope may.
void add_customer_named(Place& place, std::string_view code) {
    constexpr std::string_view several = "several customers"; // no code has a blank
    if (!place.has_customer) place.customer = code;
    else if (place.customer != code) place.customer = several;
    place.has_customer = true;
}

void add_customer(Place& place, const State& state, CustomerId customer) {
    add_customer_named(place, state.master.customer(customer).code);
}

void add_customer_of(Place& place, const State& state, OrderId id) {
    if (!id) return;
    const auto* order = state.ledger.find(id);
    if (order == nullptr) add_customer_named(place, {}); // archived: whose it is stands in the journal
    else if (order->customer) add_customer(place, state, order->customer);
}

void add_sites_of(Place& place, const State& state, const ledger::Order& order) {
    std::vector<SiteId> sites;
    order.each_parcel([&](const ledger::Line&, std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.site && std::ranges::find(sites, parcel.site) == sites.end()) sites.push_back(parcel.site);
    });
    for (const auto site : sites) add_site(place, state, site);
    add_site(place, state, order.target);
}

void add_release(Place& place, const State& state, ReleaseId id) {
    const auto* release = state.warehouse.releases.find(id);
    if (release == nullptr) return;
    add_site(place, state, release->site);
    add_customer_of(place, state, release->order);
}

void add_shipment(Place& place, const State& state, ShipmentId id) {
    const auto* shipment = state.shipping.shipments.find(id);
    if (shipment == nullptr) return;
    add_site(place, state, shipment->site);
    add_customer_of(place, state, shipment->order);
}

void add_invoice(Place& place, const State& state, InvoiceId id) {
    if (const auto* invoice = state.billing.invoices.find(id)) add_customer(place, state, invoice->customer);
}

void add_unit(Place& place, const State& state, HandlingUnitId id) {
    if (const auto* unit = state.warehouse.handling_units.find(id)) add_release(place, state, unit->release);
}

void add_hold(Place& place, const State& state, HoldId id) {
    const auto& holds = state.ledger.holds();
    const auto hold = std::ranges::find(holds, id, &ledger::Hold::id);
    if (hold == holds.end()) return;
    using ledger::HoldScope;
    add_site(place, state, hold->site);
    if (hold->scope == HoldScope::site)
        add_site(place, state, SiteId{static_cast<decltype(SiteId::value)>(hold->key)});
    if (hold->scope == HoldScope::customer) add_customer(place, state, CustomerId{hold->key});
    if (hold->scope == HoldScope::order || hold->scope == HoldScope::line)
        add_customer_of(place, state, OrderId{hold->key});
}

void add_case(Place& place, const State& state, CaseId id) {
    const auto* one = state.cases.cases.find(id);
    if (one == nullptr) return;
    add_site(place, state, one->site);
    add_customer_of(place, state, one->order);
}

void add_return(Place& place, const State& state, ReturnId id) {
    const auto* rma = state.returns.returns.find(id);
    if (rma == nullptr) return;
    for (const auto& piece : rma->pieces) add_site(place, state, piece.site);
    add_customer_of(place, state, rma->order);
}

/// Goes through the members of a command that name something.
class Finder {
public:
    Finder(const State& state, std::string_view source) : state_{state}, source_{source} {}
    Place take() { return std::move(place_); }

    template <class C> void read(const C& command) {
        if constexpr (std::is_same_v<C, returns::ReceiveReturn>) {
            text("site", command.site); // where the goods came from says nothing
            text("order", command.order);
        } else if constexpr (Described<C>) {
            members_of<C>::all([&](auto member) {
                named(member.name, command.*member.pointer);
                return true;
            });
            more(command);
        }
    }

private:
    template <class T> void named(std::string_view name, const T& value) {
        if constexpr (std::is_same_v<T, ReleaseId>) add_release(place_, state_, value);
        else if constexpr (std::is_same_v<T, ShipmentId>) add_shipment(place_, state_, value);
        else if constexpr (std::is_same_v<T, InvoiceId>) add_invoice(place_, state_, value);
        else if constexpr (std::is_same_v<T, ReturnId>) add_return(place_, state_, value);
        else if constexpr (std::is_same_v<T, CaseId>) add_case(place_, state_, value);
        else if constexpr (std::is_same_v<T, HoldId>) add_hold(place_, state_, value);
        else if constexpr (std::is_same_v<T, HandlingUnitId>) add_unit(place_, state_, value);
        else if constexpr (std::is_same_v<T, OrderId>) add_customer_of(place_, state_, value);
        else if constexpr (std::is_same_v<T, SiteId>) add_site(place_, state_, value);
        else if constexpr (std::is_same_v<T, CreditId>) {
            if (const auto* credit = state_.billing.credits.find(value))
                add_invoice(place_, state_, credit->invoice);
        } else if constexpr (std::is_same_v<T, CountId>) {
            if (const auto* count = state_.inventory.counts.find(value))
                add_site(place_, state_, count->site);
        } else if constexpr (std::is_same_v<T, std::vector<HandlingUnitId>>) {
            for (const auto id : value) add_unit(place_, state_, id);
        } else if constexpr (std::is_same_v<T, std::string>) {
            text(name, value);
        }
    }

    void text(std::string_view name, const std::string& value) {
        if (value.empty()) return;
        if (name == "site" || name == "from" || name == "to")
            return add_site_named(place_, state_, value, source_);
        if (name == "customer") return customer(value);
        if (name == "order") return add_customer_of(place_, state_, state_.ledger.find_number(value));
        if (name == "sscc")
            return add_unit(place_, state_, warehouse::find_handling_unit(state_.warehouse, value));
        if (name == "tracking")
            return add_shipment(place_, state_, shipping::find_shipment(state_.shipping, {}, value));
    }

    void customer(const std::string& code) {
        if (const auto id = state_.master.find_customer(code, source_)) add_customer(place_, state_, id);
        else add_customer_named(place_, {});
    }

    // What a command means beyond the types and names of its members.
    template <class C> void more(const C&) {}
    void more(const warehouse::ReleaseOrder& command) { sites_of(command.order); }
    void more(const warehouse::RequestRecall& command) { sites_of(command.order); }
    void more(const inventory::ReserveOrder& command) { text("order", command.number); }
    void more(const inventory::ChangeSupply& command) { supply(command.supply, command.item); }
    void more(const inventory::ReceiveSupply& command) { supply(command.supply, command.item); }
    void more(const inventory::ReceiveTransfer& command) {
        const auto id = state_.ledger.find_number(command.transfer);
        const auto found = state_.inventory.transfer_of_order.find(id);
        if (found == state_.inventory.transfer_of_order.end()) return;
        if (const auto* transfer = state_.inventory.transfers.find(found->second))
            add_site(place_, state_, transfer->to);
    }
    void more(const billing::ReversePayment& command) {
        const auto found = state_.billing.payments.find(command.reference);
        if (found != state_.billing.payments.end()) add_customer(place_, state_, found->second.customer);
    }
    void more(const access::GroupCustomers&) { add_customer_named(place_, {}); }
    void more(const cases::ResolveIncident& command) {
        if (const auto* incident = state_.cases.incidents.find(command.incident))
            add_site(place_, state_, incident->site);
    }

    void sites_of(std::string_view number) {
        if (const auto* order = state_.ledger.find(state_.ledger.find_number(number)))
            add_sites_of(place_, state_, *order);
    }
    void supply(std::string_view reference, std::string_view item) {
        const auto id = state_.master.find_item(item, source_);
        const auto found = state_.inventory.supply_keys.find(inventory::supply_key(reference, id));
        if (found == state_.inventory.supply_keys.end()) return;
        if (const auto* supply = state_.inventory.supplies.find(found->second))
            add_site(place_, state_, supply->site);
    }

    const State& state_;
    std::string_view source_;
    Place place_;
};

/// What a command decides about, for those that do.
class Scales {
public:
    explicit Scales(const State& state) : state_{state} {}

    template <class C> Money weigh(const C&) const { return {}; }
    Money weigh(const billing::GrantCredit& command) const { return command.money; }
    Money weigh(const billing::WriteOff& command) const {
        const auto* invoice = state_.billing.invoices.find(command.invoice);
        return invoice ? Money{command.amount, invoice->currency} : Money{};
    }
    Money weigh(const billing::ReverseInvoice& command) const {
        const auto* invoice = state_.billing.invoices.find(command.invoice);
        if (invoice == nullptr) return {};
        if (command.lines.empty()) return invoice->total();
        Amount sum{};
        for (const auto& units : command.lines) {
            const auto line = std::ranges::find(invoice->lines, units.line, &billing::InvoiceLine::line);
            if (line == invoice->lines.end()) continue;
            const auto quantity = units.quantity > 0 ? units.quantity : line->quantity;
            sum = limited_sum(sum, limited_product(line->unit_price, quantity));
        }
        return {sum, invoice->currency};
    }
    Money weigh(const inventory::ApproveCount& command) const {
        const auto* count = state_.inventory.counts.find(command.count);
        return count ? units(count->item, count->difference) : Money{};
    }
    Money weigh(const inventory::ExplainSuspense& command) const {
        return units(state_.master.find_item(command.item), command.quantity);
    }
    /// Only with an approval at once; then it decides as approve_count does.
    Money weigh(const inventory::CountStock& command) const {
        auto site = state_.master.find_site(command.site);
        auto item = state_.master.find_item(command.item);
        auto lot = item ? state_.master.find_lot(item, command.lot) : LotId{};
        if (const auto* count = state_.inventory.counts.find(command.count)) {
            site = count->site;
            item = count->item;
            lot = count->lot;
        }
        if (!site || !item) return {};
        using ledger::Stock;
        const auto& stock = state_.ledger.stock(item, site, lot);
        const auto book =
            stock[Stock::available] + stock[Stock::held] + stock[Stock::allocated] + stock[Stock::staged];
        return units(item, command.counted - book);
    }
    Money weigh(const orders::LiftHold& command) const {
        const auto& holds = state_.ledger.holds();
        const auto hold = std::ranges::find(holds, command.hold, &ledger::Hold::id);
        if (hold == holds.end()) return {};
        if (hold->scope != ledger::HoldScope::order && hold->scope != ledger::HoldScope::line) return {};
        const auto* order = state_.ledger.find(OrderId{hold->key});
        return order ? order_value(*order) : Money{};
    }

private:
    Money units(ItemId item, Quantity quantity) const {
        if (!item) return {};
        return inventory::worth(state_.facts(), item, quantity < 0 ? -quantity : quantity,
                                date_of(state_.flow.now));
    }
    static Money order_value(const ledger::Order& order) {
        Amount sum{};
        order.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
            if (parcel.pipeline != ledger::Pipeline::cancelled)
                sum = limited_sum(sum, limited_product(line.unit_price, parcel.quantity));
        });
        for (const auto& charge : order.charges) sum = limited_sum(sum, charge.amount);
        return {sum, order.currency};
    }

    const State& state_;
};

template <class F> void with_command(const engine::Command& command, F f) {
    visit([&](const auto& of_module) { visit(f, of_module); }, command);
}

} // namespace

Place place_of(const State& state, const ledger::Order& order) {
    Place place;
    add_sites_of(place, state, order);
    if (order.customer) add_customer(place, state, order.customer);
    return place;
}

Place place_of(const State& state, OrderId id) {
    if (const auto* order = state.ledger.find(id)) return place_of(state, *order);
    Place place;
    place.has_customer = bool{id};
    return place;
}

Place place_of(const State& state, const warehouse::Release& release) {
    Place place;
    add_site(place, state, release.site);
    add_customer_of(place, state, release.order);
    return place;
}

Place place_of(const State& state, const shipping::Shipment& shipment) {
    Place place;
    add_site(place, state, shipment.site);
    add_customer_of(place, state, shipment.order);
    return place;
}

Place place_of(const State& state, const billing::Invoice& invoice) {
    Place place;
    add_customer(place, state, invoice.customer);
    return place;
}

Place place_of(const State& state, const returns::Return& rma) {
    Place place;
    for (const auto& piece : rma.pieces) add_site(place, state, piece.site);
    add_customer_of(place, state, rma.order);
    return place;
}

Place place_of(const State& state, const cases::Case& one) {
    Place place;
    add_site(place, state, one.site);
    add_customer_of(place, state, one.order);
    return place;
}

Place place_of(const State& state, const engine::Command& command, std::string_view source) {
    Finder finder{state, source};
    with_command(command, [&](const auto& one) { finder.read(one); });
    return finder.take();
}

Money value_of(const State& state, const engine::Command& command) {
    Money value;
    with_command(command, [&](const auto& one) { value = Scales{state}.weigh(one); });
    return value;
}

Requester requester_of(const State& state, const engine::Command& command, std::string_view approver) {
    const auto counted = [&](const inventory::Count& count) {
        for (const auto* people : {&count.counted_by, &count.entered_by})
            if (std::ranges::find(*people, approver) != people->end()) return std::string{approver};
        return count.counted_by.empty() ? std::string{} : count.counted_by.back();
    };
    Requester who;
    with_command(command, [&]<class C>(const C& one) {
        if constexpr (requires { one.requested_by; }) who = {one.requested_by, false};
        // Who counted is only what the sender says, and he would approve it himself.
        if constexpr (std::is_same_v<C, inventory::CountStock>)
            who = {std::string{one.approved_by.empty() ? one.counted_by : approver}, true};
        if constexpr (std::is_same_v<C, inventory::ApproveCount>)
            if (const auto* count = state.inventory.counts.find(one.count)) who = {counted(*count), true};
    });
    return who;
}

} // namespace truefill::api

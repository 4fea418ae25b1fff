/// The billing module on a real ledger, for tests. After every event RECEIVABLE is compared with what is open
/// on invoices and UNBILLED with what goods issues have earned beyond what is billed.
#pragma once

#include "base/archive.h"
#include "billing/billing.h"
#include "billing/goods_fixture.h"

#include <string>
#include <utility>

namespace truefill::billing {

/// The shipments of the tests.
inline constexpr ShipmentId first{11}, second{12}, third{13};

struct World : GoodsWorld {
    State state;

    Decision ask(const Command& command) const { return decide(facts(), state, command, envelope); }
    /// The code with which a command is refused; empty when it is not.
    std::string refusal(const Command& command) const {
        const auto decision = ask(command);
        return decision ? "" : decision.error().code;
    }
    void take(const Event& event) {
        visit(
            [&](const auto& one) {
                if constexpr (requires { one.entry; }) post(one.entry);
            },
            event);
        apply(state, event, facts());
        CHECK(!tell(facts(), event).empty());
        sound();
    }
    /// Asks, applies, and answers the one event, which must be an E.
    template <class E> E run(const Command& command) {
        const auto decision = ask(command);
        REQUIRE_MESSAGE(decision, decision.error().sentence);
        REQUIRE(decision->size() == 1);
        take(decision->front());
        REQUIRE(holds<E>(decision->front()));
        return get<E>(decision->front());
    }

    InvoicePrepared prepare(OrderId id, ShipmentId shipment) {
        return run<InvoicePrepared>(PrepareInvoice{shipment, id, {}});
    }
    InvoicePosted confirm(InvoiceId id, std::string number, std::string_view total) {
        return run<InvoicePosted>(ConfirmInvoice{id, std::move(number), pounds(total), {}, {}});
    }
    /// An invoice that finance has posted under the number of our document.
    InvoiceId bill(OrderId id, ShipmentId shipment) {
        const auto event = prepare(id, shipment);
        run<InvoicePosted>(
            ConfirmInvoice{event.invoice, "F" + std::to_string(event.invoice.value), event.net, {}, {}});
        return event.invoice;
    }

    const Invoice& invoice(InvoiceId id) const { return state.invoices.at(id); }

    void sound() const {
        Amount open, unbilled;
        state.invoices.each([&](InvoiceId, const Invoice& one) { open += one.open(); });
        ledger.orders().each([&](OrderId, const ledger::Order& one) {
            for (const auto& line : one.lines) unbilled += line.issued.amount - line.billed.amount;
            for (const auto& charge : one.charges) unbilled += charge.issued.amount - charge.billed.amount;
        });
        CHECK(balance(ledger::Account::receivable) == open);
        CHECK(balance(ledger::Account::unbilled) == unbilled);
    }
};

} // namespace truefill::billing

/// Returns on a real ledger, for tests. After every event no line may have more authorised to come back than
/// the customer has (I11).
#pragma once

#include "base/archive.h"
#include "returns/goods_fixture.h"
#include "returns/returns.h"

#include <string>

namespace truefill::returns {

struct World : Goods {
    State state;

    Decision ask(const Command& command) const { return decide(facts(), state, command, envelope); }
    std::string refusal(const Command& command) const {
        const auto decision = ask(command);
        return decision ? "" : decision.error().code;
    }
    void take(const Event& event) {
        visit(
            [&](const auto& one) {
                if constexpr (requires { one.lots; })
                    for (const auto& lot : one.lots) master.add_lot(lot);
                if constexpr (requires { one.entry; }) post(one.entry);
            },
            event);
        apply(state, event, facts());
        CHECK(!tell(facts(), event).empty());
        ledger.orders().each([&](OrderId order, const ledger::Order& account) {
            for (const auto& line : account.lines)
                CHECK(open_units(state, order, line.number) <=
                      account.quantity(line, ledger::Pipeline::shipped) +
                          account.quantity(line, ledger::Pipeline::delivered));
        });
    }
    template <class E> E run(const Command& command) {
        const auto decision = ask(command);
        REQUIRE_MESSAGE(decision, decision.error().sentence);
        REQUIRE(decision->size() == 1);
        take(decision->front());
        REQUIRE(holds<E>(decision->front()));
        return get<E>(decision->front());
    }

    ReturnId authorize(LineNumber line, Quantity quantity) {
        AuthorizeReturn command;
        command.order = "SO-1";
        command.lines = {{line, quantity}};
        command.reason = "too many";
        return run<ReturnAuthorized>(command).rma;
    }
    static ReceiveReturn receipt(Quantity quantity) {
        ReceiveReturn command;
        command.site = "LILLE";
        command.quantity = quantity;
        return command;
    }
    static ReceiveReturn on_order(Quantity quantity) {
        auto command = receipt(quantity);
        command.order = "SO-1";
        command.line = 1;
        return command;
    }
    static ReceiveReturn blind(Quantity quantity) {
        auto command = receipt(quantity);
        command.item = "MUG";
        return command;
    }
    InspectReturn inspect(ReturnId rma, Quantity quantity, Disposition disposition) const {
        return {rma, quantity, disposition, "Ann", "dusty"};
    }
    const Return& document(ReturnId rma) const { return state.returns.at(rma); }
    Quantity stock_in(ledger::Stock bucket, SiteId site = lille, ItemId item = mug) const {
        return ledger.stock(item, site, bucket);
    }
};

} // namespace truefill::returns

#include "orders/doubts.h"

#include "ledger/draft.h"
#include "orders/orders.h"

#include <doctest/doctest.h>

using namespace truefill;
using namespace truefill::orders;

namespace {

const Currency eur = *parse_currency("EUR");

/// Two sites, an item, a customer with a limit of 100 EUR, and T-1: a transfer of 4 units from LYON to METZ.
struct Depot {
    ledger::Ledger ledger;
    masterdata::MasterData master;
    State state;

    Depot() {
        masterdata::Catalogue catalogue;
        catalogue.sites = {{.code = "LYON"}, {.code = "METZ"}};
        catalogue.items.push_back({.code = "MUG"});
        catalogue.customers.push_back({.code = "BEN",
                                       .address = "2 Quay",
                                       .currency = eur,
                                       .credit_limit = Money{*parse_amount("100"), eur}});
        REQUIRE(!master.check(catalogue));
        master.load(catalogue);
        ledger::Entry entry;
        ledger::OrderOpened opened;
        opened.number = "T-1";
        opened.kind = ledger::LineKind::transfer;
        opened.target = SiteId{2};
        opened.lines.push_back({.number = 1, .item = ItemId{1}});
        entry.opened.push_back(std::move(opened));
        entry.order = ledger.next_order();
        entry.units.push_back(ledger::accepted(1, 4, ledger::LineKind::transfer));
        REQUIRE(!ledger.check(entry));
        ledger.apply(entry);
    }
    Facts facts() const { return {ledger, master}; }
    LineRaised raise(const std::string& transfer, Quantity quantity) const {
        journal::Envelope envelope;
        envelope.position = 1;
        const auto decision =
            decide(facts(), state, AmendLine{transfer, 1, quantity, std::nullopt}, envelope);
        REQUIRE_MESSAGE(decision.has_value(), decision.error().sentence);
        return get<LineRaised>(decision->front());
    }
    bool is_doubted(Demand demand) const {
        Doubts doubts;
        check_credit(facts(), demand, doubts);
        return doubts.any();
    }
};

} // namespace

TEST_CASE("a limit counts what a demand adds, and one that adds nothing is no doubt") {
    const Depot depot;
    const CustomerId ben{1};
    CHECK_FALSE(depot.is_doubted({ben, eur, *parse_amount("100"), "SO-1"}));
    CHECK(depot.is_doubted({ben, eur, *parse_amount("100.01"), "SO-1"}));
    CHECK_FALSE(depot.is_doubted({ben, eur, Amount{}, "SO-1"}));
    CHECK_FALSE(depot.is_doubted({ben, eur, *parse_amount("-500"), "SO-1"}));
}

TEST_CASE("a transfer owes nobody anything: raised as far as one likes, it is neither doubted nor held") {
    const Depot depot;
    CHECK_FALSE(depot.is_doubted({CustomerId{}, eur, *parse_amount("1000000"), "T-1"}));
    const auto raised = depot.raise("T-1", 500'000);
    CHECK(raised.added == 499'996);
    CHECK(raised.deviations.empty());
    CHECK(raised.entry.holds.empty());
}

TEST_CASE("a raised transfer can be posted") {
    const Depot depot;
    CHECK(!depot.ledger.check(depot.raise("T-1", 6).entry));
}

TEST_CASE("a transfer gets no further lines") {
    const Depot depot;
    AddLine more;
    more.order = "T-1";
    more.line = {.line = 2, .item = "MUG", .quantity = 1};
    journal::Envelope envelope;
    envelope.position = 1;
    const auto decision = decide(depot.facts(), depot.state, more, envelope);
    REQUIRE(!decision);
    CHECK(decision.error().code == "not_a_sale");
}

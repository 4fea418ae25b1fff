/// Mirrors at work, for tests: two sites (LYON gets releases at once, NUIT works in waves), bolts at 2.50,
/// milk in lots OLD and NEW. Entries pass the ledger's check and audit.
#pragma once

#include "ledger/test_desk.h"
#include "mirrors/mirrors.h"

#include <string>
#include <vector>

namespace truefill::mirrors {

using ledger::Billing;
using ledger::Pipeline;
using ledger::Stock;
using ledger::Trigger;

inline constexpr ItemId bolts = ledger::bolts, milk = ledger::nuts;
inline constexpr SiteId lyon = ledger::lyon, nuit = ledger::lille;

struct World : ledger::Desk {
    masterdata::MasterData master;
    State state;
    journal::Envelope envelope;

    World() {
        masterdata::Catalogue catalogue;
        for (const auto* code : {"BOLT", "MILK"}) catalogue.items.emplace_back().code = code;
        catalogue.items.back().lot_controlled = true;
        for (const auto* code : {"LYON", "NUIT"}) catalogue.sites.emplace_back().code = code;
        catalogue.sites.back().mode = masterdata::ReleaseMode::wave;
        auto& customer = catalogue.customers.emplace_back();
        customer.code = "ACME";
        customer.currency = ledger::eur;
        catalogue.prices.push_back(
            {"BOLT", "", {ledger::money(250), ledger::eur}, *parse_date("2026-01-01")});
        REQUIRE(!master.check(catalogue));
        master.load(catalogue);
        master.add_lot({milk, "OLD", {}});
        master.add_lot({milk, "NEW", {}});
        envelope.source = "wms-lyon";
        envelope.record_time = *parse_time("2026-03-02T10:00:00Z");
    }
    Facts facts() const { return {ledger, master}; }
    void later(Duration wait) { envelope.record_time = envelope.record_time + wait; }

    Decision ask(const Command& command) const { return decide(facts(), state, command, envelope); }
    journal::Refusal no(const Command& command) const {
        const auto decision = ask(command);
        REQUIRE(!decision);
        CHECK(!decision.error().sentence.empty());
        return decision.error();
    }
    std::string refusal(const Command& command) const { return no(command).code; }
    template <class E> E run(const Command& command) {
        auto decision = ask(command);
        REQUIRE_MESSAGE(decision, decision.error().sentence);
        REQUIRE(decision->size() == 1);
        REQUIRE(holds<E>(decision->front()));
        apply(state, decision->front(), facts());
        CHECK(tell(facts(), decision->front()).size() > 10);
        return get<E>(decision->front());
    }

    void have(ItemId item, Quantity quantity, LotId lot = {}, Stock bucket = Stock::available) {
        ledger::Entry entry;
        entry.stock.push_back({item, quantity, Stock::opening, bucket, lyon, {}, lot, {}});
        post(entry);
    }
    /// A statement of LYON's system; each call has the next number.
    ReportStock statement(std::vector<StatedBalance> lines, bool full = false) {
        ReportStock command;
        command.site = "LYON";
        command.statement = "S-" + std::to_string(++statements);
        command.full = full;
        command.lines = std::move(lines);
        return command;
    }
    StockCompared state_stock(std::vector<StatedBalance> lines, bool full = false) {
        return run<StockCompared>(statement(std::move(lines), full));
    }
    static ReportClaim claim(Claimed state, Quantity quantity, const char* system = "erp") {
        ReportClaim command;
        command.system = system;
        command.order = "SO-1";
        command.line = 1;
        command.state = state;
        command.quantity = quantity;
        return command;
    }
    ClaimCompared say(Claimed what, Quantity quantity, const char* system = "erp") {
        return run<ClaimCompared>(claim(what, quantity, system));
    }
    const Agreement& agreement(std::size_t system = 0) {
        strip = agreements(state);
        return strip.at(system);
    }

    int statements = 0;
    std::vector<Agreement> strip;
};

template <class Event> std::string categories(const Event& event) {
    std::string text;
    for (const auto& deviation : event.deviations) text += (text.empty() ? "" : " ") + deviation.category;
    return text;
}

} // namespace truefill::mirrors

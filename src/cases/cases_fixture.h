/// The cases module on its own, for tests. After every event the indexes are compared with a fold over the
/// documents.
#pragma once

#include "base/archive.h"
#include "cases/cases.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace truefill::cases {

inline constexpr ItemId mug{1};
inline constexpr SiteId lyon{1}, lille{2};

struct World {
    ledger::Ledger ledger;
    masterdata::MasterData master;
    State state;
    journal::Envelope envelope;
    OrderId id;

    World() {
        masterdata::Catalogue catalogue;
        catalogue.items.emplace_back().code = "MUG";
        for (const auto* code : {"LYON", "LILLE"}) catalogue.sites.emplace_back().code = code;
        auto& customer = catalogue.customers.emplace_back();
        customer.code = "C-1";
        customer.currency = Currency{{'E', 'U', 'R'}};
        REQUIRE(!master.check(catalogue));
        master.load(catalogue);
        ledger::Entry entry;
        entry.order = id = ledger.next_order();
        auto& opened = entry.opened.emplace_back();
        opened.number = "SO-1";
        opened.customer = CustomerId{1};
        opened.currency = Currency{{'E', 'U', 'R'}};
        REQUIRE(!ledger.check(entry));
        ledger.apply(entry);
        envelope.source = "test";
        envelope.record_time = *parse_time("2026-03-02T10:00:00Z");
    }

    Facts facts() const { return {ledger, master}; }
    void pass(Duration time) { envelope.record_time = envelope.record_time + time; }
    World& as(std::string person) {
        envelope.actor = std::move(person);
        return *this;
    }

    Decision ask(const Command& command) const { return decide(facts(), state, command, envelope); }
    std::string refusal(const Command& command) const {
        const auto decision = ask(command);
        return decision ? "" : decision.error().code;
    }
    void take(const Event& event) {
        apply(state, event, facts());
        CHECK(!tell(facts(), event).empty());
        sound();
    }
    template <class E> E run(const Command& command) {
        const auto decision = ask(command);
        REQUIRE_MESSAGE(decision, decision.error().sentence);
        REQUIRE(decision->size() == 1);
        take(decision->front());
        REQUIRE(holds<E>(decision->front()));
        return get<E>(decision->front());
    }

    OpenCase deviation(std::string category, LineNumber line = 1) const {
        OpenCase command;
        command.category = std::move(category);
        command.sentence = "2 of 5 were not found";
        command.order_id = id;
        command.line = line;
        command.item_id = mug;
        command.site_id = lyon;
        command.quantity = 2;
        return command;
    }
    CaseId open(std::string category, LineNumber line = 1) {
        return run<CaseOpened>(deviation(std::move(category), line)).case_id;
    }
    /// What happens to an interface, at no order.
    CaseOpened fail(std::string destination, std::uint32_t number) {
        OpenCase command;
        command.category = "job_failed";
        command.sentence = "no answer";
        command.line = number;
        command.destination = std::move(destination);
        return run<CaseOpened>(command);
    }
    const Case& of(CaseId case_id) const { return state.cases.at(case_id); }

    void sound() const {
        std::size_t open = 0;
        state.cases.each([&](CaseId case_id, const Case& one) {
            CHECK(state.open.contains(case_id) == one.is_open());
            if (!one.is_open()) return;
            ++open;
            const auto key = key_of({one.category, one.order, one.line, one.item, one.site, one.destination});
            REQUIRE(state.same.contains(key));
            CHECK(state.same.at(key) == case_id);
        });
        CHECK(state.open.size() == open);
        CHECK(state.same.size() == open);
        state.incidents.each([&](IncidentId incident, const Incident& one) {
            std::uint32_t still = 0;
            for (const auto case_id : one.cases) {
                CHECK(of(case_id).incident == incident);
                still += of(case_id).is_open() ? 1 : 0;
            }
            CHECK(one.open == still);
        });
    }
};

} // namespace truefill::cases

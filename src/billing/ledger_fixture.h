/// A small world for tests of what comes after the goods issue: a real ledger, master data, the billing
/// module. After every step the ledger is audited, RECEIVABLE is compared with what is open on invoices and
/// UNBILLED with what goods issues have earned beyond what is billed.
#pragma once

#include "journal/envelope.h"
#include "ledger/audit.h"
#include "ledger/draft.h"
#include "masterdata/facts.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace truefill {

inline constexpr Currency gbp{{'G', 'B', 'P'}};
inline constexpr Currency eur{{'E', 'U', 'R'}};
inline constexpr CustomerId acme{1};
inline constexpr SiteId lyon{1}, lille{2};
inline constexpr ItemId mug{1}, tray{2}, cream{3}; ///< cream has lots

inline Amount amount(std::string_view text) { return *parse_amount(text); }
inline Money pounds(std::string_view text) { return {amount(text), gbp}; }

/// One line of a test's order.
struct Wanted {
    ItemId item;
    Quantity quantity{};
    std::string_view price;
};

struct LedgerWorld {
    ledger::Ledger ledger;
    masterdata::MasterData master;
    journal::Envelope envelope;

    LedgerWorld() {
        masterdata::Catalogue catalogue;
        for (const auto* code : {"MUG", "TRAY", "CREAM"}) catalogue.items.emplace_back().code = code;
        catalogue.items.back().lot_controlled = true;
        for (const auto* code : {"LYON", "LILLE"}) catalogue.sites.emplace_back().code = code;
        auto& customer = catalogue.customers.emplace_back();
        customer.code = "C-1";
        customer.name = "Acme";
        customer.currency = gbp;
        customer.payment_days = 30;
        REQUIRE(!master.check(catalogue));
        master.load(catalogue);
        envelope.source = "test";
        envelope.record_time = *parse_time("2026-03-02T10:00:00Z");
    }

    Facts facts() const { return {ledger, master}; }
    void pass(Duration time) { envelope.record_time = envelope.record_time + time; }

    void post(const ledger::Entry& entry) {
        const auto wrong = ledger.check(entry);
        REQUIRE_MESSAGE(!wrong, *wrong);
        ledger.apply(entry);
        const auto findings = ledger::audit(ledger);
        REQUIRE_MESSAGE(findings.empty(), findings.front());
    }

    OrderId order(const std::vector<Wanted>& lines, std::vector<ledger::ChargeOpened> charges = {}) {
        ledger::Entry entry;
        entry.order = ledger.next_order();
        auto& opened = entry.opened.emplace_back();
        opened.number = "SO-" + std::to_string(entry.order.value);
        opened.customer = acme;
        opened.currency = gbp;
        opened.charges = std::move(charges);
        for (const auto& wanted : lines) {
            auto& line = opened.lines.emplace_back();
            line.number = static_cast<LineNumber>(opened.lines.size());
            line.item = wanted.item;
            line.unit_price = amount(wanted.price);
            entry.units.push_back(ledger::accepted(line.number, wanted.quantity));
        }
        post(entry);
        return entry.order;
    }

    Amount balance(ledger::Account account) const { return ledger.money(acme, gbp)[account]; }
    Quantity units(OrderId id, LineNumber number, ledger::Billing bucket) const {
        return ledger.order(id).quantity(*ledger.order(id).line(number), bucket);
    }
};

} // namespace truefill

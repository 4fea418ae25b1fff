/// A ledger with its hands tied, for tests: whatever is posted must pass `check` first and `audit` after.
#pragma once

#include "ledger/audit.h"
#include "ledger/draft.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace truefill::ledger {

inline constexpr ItemId bolts{1}, nuts{2};
inline constexpr SiteId lyon{1}, lille{2};
inline constexpr CustomerId acme{1}, globex{2};
inline constexpr Currency eur{{'E', 'U', 'R'}}, usd{{'U', 'S', 'D'}};

inline Amount money(std::int64_t cents) { return Amount{cents * 10'000}; }

/// Keys for whatever a bucket may own.
inline void fill_keys(UnitPosting& posting) {
    posting.release = ReleaseId{1};
    posting.handling_unit = HandlingUnitId{1};
    posting.shipment = ShipmentId{1};
    if (posting.billing_to == Billing::invoiced) posting.invoice = InvoiceId{1};
}

struct Desk {
    Ledger ledger;

    void post(const Entry& entry) {
        const auto wrong = ledger.check(entry);
        REQUIRE_MESSAGE(!wrong, *wrong);
        ledger.apply(entry);
        sound();
    }
    void sound() const {
        const auto findings = audit(ledger);
        REQUIRE_MESSAGE(findings.empty(), findings.front());
    }
    /// The sentence with which an entry is refused; empty when it is not.
    std::string refusal(const Entry& entry) const { return ledger.check(entry).value_or(""); }

    /// Opens an order of lines of bolts at 2.50, with the units given.
    OrderId open(LineKind kind, const std::vector<Quantity>& lines) {
        Entry entry;
        entry.order = ledger.next_order();
        auto& opened = entry.opened.emplace_back();
        opened.number = (kind == LineKind::sale ? "SO-" : "TO-") + std::to_string(entry.order.value);
        opened.kind = kind;
        if (kind == LineKind::sale) opened.customer = acme;
        else opened.target = lille;
        opened.currency = eur;
        for (const auto quantity : lines) {
            auto& line = opened.lines.emplace_back();
            line.number = static_cast<LineNumber>(opened.lines.size());
            line.item = bolts;
            line.unit_price = money(250);
            entry.units.push_back(accepted(line.number, quantity, kind));
        }
        post(entry);
        return entry.order;
    }

    struct At {
        SiteId site = lyon;
        LotId lot{};
    };
    void stock(Stock from, Stock to, Quantity quantity, At at = {lyon, {}}) {
        Entry entry;
        entry.stock.push_back({bolts, quantity, from, to, at.site, {}, at.lot, {}});
        post(entry);
    }

    /// The entry that moves units of a line that stand in `from`, with every key filled.
    Entry moving(OrderId id, Quantity quantity, Trigger trigger, std::pair<Pipeline, Pipeline> way,
                 LineNumber number = 1) const {
        const auto& order = ledger.order(id);
        Draft draft{order};
        const auto moved = draft.move_line(*order.line(number), quantity, trigger, way.first, way.second);
        CHECK(moved == quantity);
        for (auto& posting : draft.entry().units) {
            fill_keys(posting);
            if (posting.stock_from != Stock::none && !posting.site) posting.site = lyon;
            if (order.kind == LineKind::transfer && trigger == Trigger::issue) posting.site_to = order.target;
        }
        return std::move(draft).take();
    }
    void move(OrderId id, Quantity quantity, Trigger trigger, std::pair<Pipeline, Pipeline> way,
              LineNumber number = 1) {
        post(moving(id, quantity, trigger, way, number));
    }
    /// From open to shipped, for units that are available at Lyon.
    void ship(OrderId id, Quantity quantity, LineNumber number = 1) {
        using P = Pipeline;
        move(id, quantity, Trigger::reserve, {P::open, P::reserved}, number);
        move(id, quantity, Trigger::release, {P::reserved, P::released}, number);
        move(id, quantity, Trigger::pick, {P::released, P::picked}, number);
        move(id, quantity, Trigger::pack, {P::picked, P::packed}, number);
        move(id, quantity, Trigger::issue, {P::packed, P::shipped}, number);
    }

    Quantity units(OrderId id, Pipeline bucket) const { return ledger.order(id).quantity(bucket); }
    Quantity units(OrderId id, Billing bucket) const {
        Quantity sum = 0;
        for (const auto& line : ledger.order(id).lines) sum += ledger.order(id).quantity(line, bucket);
        return sum;
    }
    Quantity units(Stock bucket, SiteId site = lyon) const { return ledger.stock(bolts, site, bucket); }
};

inline std::string bytes_of(const Ledger& ledger) {
    std::string bytes;
    archive::save(bytes, ledger);
    return bytes;
}

/// Loads what was saved; the reader must be content and at its end.
inline Ledger loaded(const std::string& bytes) {
    Ledger ledger;
    archive::Reader reader{bytes};
    archive::load(reader, ledger);
    REQUIRE(reader.ok());
    REQUIRE(reader.at_end());
    return ledger;
}

} // namespace truefill::ledger

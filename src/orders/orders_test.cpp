#include "orders/orders.h"

#include "ledger/audit.h"
#include "ledger/draft.h"

#include <doctest/doctest.h>

#include <limits>

using namespace truefill;
using namespace truefill::orders;
using ledger::Pipeline;
using ledger::Trigger;

namespace {

/// A world of one site, two items and two customers, with the ledger and orders only.
struct Desk {
    ledger::Ledger ledger;
    masterdata::MasterData master;
    State state;
    Position position = 0;

    Desk() {
        masterdata::Catalogue catalogue;
        catalogue.sites.push_back({.code = "LYON"});
        masterdata::Item mug{.code = "MUG"};
        mug.units.push_back({"CS", {12, 1}, {}});
        mug.units.push_back({"THIRD", {1, 3}, {}});
        catalogue.items.push_back(mug);
        catalogue.items.push_back({.code = "CUP"});
        catalogue.customers.push_back(
            {.code = "ANNA", .address = "1 Quay", .currency = *parse_currency("EUR")});
        catalogue.customers.push_back({.code = "BEN",
                                       .address = "2 Quay",
                                       .currency = *parse_currency("EUR"),
                                       .credit_limit = Money{*parse_amount("100"), *parse_currency("EUR")}});
        catalogue.prices.push_back({"CUP", "", {*parse_amount("3"), *parse_currency("EUR")}, {}});
        REQUIRE(!master.check(catalogue));
        master.load(catalogue);
    }
    Facts facts() const { return {ledger, master}; }
    Decision ask(const Command& command) {
        journal::Envelope envelope;
        envelope.source = "shop";
        envelope.record_time = *parse_time("2026-03-02T10:00:00Z");
        envelope.position = ++position;
        return decide(facts(), state, command, envelope);
    }
    Event take(const Command& command) {
        auto decision = ask(command);
        REQUIRE_MESSAGE(decision.has_value(), decision.error().sentence);
        visit(
            [&](const auto& event) {
                if constexpr (requires { event.entry; }) {
                    REQUIRE(!ledger.check(event.entry));
                    ledger.apply(event.entry);
                }
            },
            decision->front());
        apply(state, decision->front(), facts());
        const auto wrong = ledger::audit(ledger);
        CHECK_MESSAGE(wrong.empty(), (wrong.empty() ? std::string{} : wrong.front()));
        return decision->front();
    }
    std::string refusal(const Command& command) {
        const auto decision = ask(command);
        REQUIRE(!decision.has_value());
        return decision.error().code;
    }
    static PlaceOrder order(std::string number, std::string item = "MUG", Quantity quantity = 10) {
        PlaceOrder place;
        place.order = std::move(number);
        place.customer = "ANNA";
        place.currency = *parse_currency("EUR");
        place.lines.push_back(
            {.line = 1, .item = std::move(item), .quantity = quantity, .unit_price = *parse_amount("2.50")});
        return place;
    }
    const ledger::Order& account(std::string_view number) const {
        return ledger.order(ledger.find_number(number));
    }
    Quantity units(std::string_view number, Pipeline bucket) const {
        return account(number).quantity(bucket);
    }
    /// Moves all units of line 1 along a chain of buckets, with stock made up for it.
    void move(std::string_view number, std::initializer_list<std::pair<Trigger, Pipeline>> steps) {
        for (const auto& [trigger, to] : steps) {
            const auto& order = account(number);
            ledger::Draft draft{order};
            const auto& line = order.lines.front();
            if (trigger == Trigger::reserve)
                draft.entry().stock.push_back({line.item,
                                               order.quantity(Pipeline::open),
                                               ledger::Stock::opening,
                                               ledger::Stock::available,
                                               SiteId{1},
                                               {},
                                               {},
                                               {}});
            order.each_parcel(line, [&](std::uint32_t slot, const ledger::Parcel& parcel) {
                auto* posting = draft.move(slot, parcel.quantity, trigger, to);
                if (!posting) return;
                posting->site = SiteId{1};
                posting->release = ReleaseId{1};
                posting->handling_unit = HandlingUnitId{1};
                posting->shipment = ShipmentId{1};
            });
            REQUIRE(!draft.entry().units.empty());
            ledger.apply(std::move(draft).take());
        }
    }
};

} // namespace

TEST_CASE("accepts an order and opens its account") {
    Desk desk;
    const auto event = get<OrderAccepted>(desk.take(Desk::order("SO-1")));
    CHECK(event.deviations.empty());
    CHECK(desk.units("SO-1", Pipeline::open) == 10);
    CHECK(desk.account("SO-1").lines.front().demanded == 10);
    CHECK(status(desk.ledger, desk.account("SO-1")) == Status::accepted);
    CHECK(tell(desk.facts(), event) == "Order SO-1 of ANNA accepted with 1 line.");
}

TEST_CASE("never makes a second order of one number") {
    Desk desk;
    desk.take(Desk::order("SO-1"));
    CHECK(desk.refusal(Desk::order("SO-1")) == "already_placed");
}

TEST_CASE("refuses what has no meaning here, with a case where somebody must map it") {
    Desk desk;
    CHECK(desk.refusal(Desk::order("SO-1", "PLATE")) == "item_unmapped");
    CHECK(desk.ask(Desk::order("SO-1", "PLATE")).error().case_category == "unmapped");
    auto stranger = Desk::order("SO-1");
    stranger.customer = "CARL";
    CHECK(desk.refusal(stranger) == "customer_unmapped");
    CHECK(desk.refusal(Desk::order("SO-1", "MUG", 0)) == "quantity_invalid");
    auto free_item = Desk::order("SO-1");
    free_item.lines.front().unit_price.reset();
    CHECK(desk.refusal(free_item) == "price_missing");
    auto same_line = Desk::order("SO-1");
    same_line.lines.push_back(same_line.lines.front());
    CHECK(desk.refusal(same_line) == "lines_unordered");
}

TEST_CASE("refuses amounts that no sum could hold") {
    Desk desk;
    constexpr Quantity most = std::numeric_limits<Quantity>::max();
    CHECK(desk.refusal(Desk::order("SO-1", "MUG", most)) == "line_too_big");
    CHECK(desk.refusal(Desk::order("SO-1", "MUG", 1'000'000'001)) == "line_too_big");
    auto dear = Desk::order("SO-1");
    dear.lines.front().unit_price = Amount{std::numeric_limits<std::int64_t>::max()};
    CHECK(desk.refusal(dear) == "line_too_big");
    desk.take(Desk::order("SO-1"));
    CHECK(desk.refusal(AmendLine{"SO-1", 1, most, std::nullopt}) == "line_too_big");
    CHECK(desk.refusal(AmendLine{"SO-1", 1, std::nullopt, dear.lines.front().unit_price}) == "line_too_big");
    AddLine more;
    more.order = "SO-1";
    more.line = dear.lines.front();
    more.line.line = 2;
    CHECK(desk.refusal(more) == "line_too_big");
}

TEST_CASE("converts units exactly or not at all") {
    Desk desk;
    auto cases = Desk::order("SO-1", "MUG", 2);
    cases.lines.front().unit = "CS";
    cases.lines.front().unit_price = *parse_amount("30");
    desk.take(cases);
    CHECK(desk.units("SO-1", Pipeline::open) == 24);
    CHECK(desk.account("SO-1").lines.front().unit_price == *parse_amount("2.50"));
    auto thirds = Desk::order("SO-2", "MUG", 4);
    thirds.lines.front().unit = "THIRD";
    CHECK(desk.refusal(thirds) == "inexact_unit");
    auto uneven = Desk::order("SO-3", "MUG", 1);
    uneven.lines.front().unit = "CS";
    uneven.lines.front().unit_price = *parse_amount("10");
    CHECK(desk.refusal(uneven) == "inexact_price");
}

TEST_CASE("holds an order over the credit limit and says by how much") {
    Desk desk;
    auto place = Desk::order("SO-1", "MUG", 30);
    place.customer = "BEN";
    desk.take(place);
    CHECK(desk.ledger.holds().empty());
    place.order = "SO-2";
    const auto event = get<OrderAccepted>(desk.take(place));
    REQUIRE(event.deviations.size() == 1);
    CHECK(event.deviations.front().category == "credit_exceeded");
    CHECK(event.deviations.front().sentence ==
          "order SO-2 takes the exposure of BEN to 150.00 over the limit of 100.00");
    CHECK(status(desk.ledger, desk.account("SO-2")) == Status::held);
}

TEST_CASE("holds a second purchase order and a price that is not the list's") {
    Desk desk;
    auto place = Desk::order("SO-1", "CUP");
    place.purchase_order = "PO-7";
    auto event = get<OrderAccepted>(desk.take(place));
    REQUIRE(event.deviations.size() == 1);
    CHECK(event.deviations.front().category == "price_mismatch");
    place.order = "SO-2";
    place.lines.front().unit_price.reset();
    event = get<OrderAccepted>(desk.take(place));
    REQUIRE(event.deviations.size() == 1);
    CHECK(event.deviations.front().category == "duplicate_purchase_order");
}

TEST_CASE("cancels what has not left and asks back what a site holds") {
    Desk desk;
    desk.take(Desk::order("SO-1"));
    desk.move("SO-1", {{Trigger::reserve, Pipeline::reserved}});
    desk.take(CancelLines{"SO-1", 1, 4, "customer"});
    CHECK(desk.units("SO-1", Pipeline::cancelled) == 4);
    CHECK(desk.account("SO-1").lines.front().demanded == 6);
    desk.move("SO-1", {{Trigger::release, Pipeline::released}});
    const auto event = get<LinesCancelled>(desk.take(CancelLines{"SO-1", 0, 0, "customer"}));
    REQUIRE(event.asked_back.size() == 1);
    CHECK(event.asked_back.front().quantity == 6);
    CHECK(desk.units("SO-1", Pipeline::cancelled) == 4);
    CHECK(desk.refusal(CancelLines{"SO-1", 0, 0, "again"}) == "already_cancelled");
    CHECK(desk.refusal(ContinueCancel{desk.account("SO-1").id}) == "still_at_site");
    ledger::Draft back{desk.account("SO-1")};
    back.move_line(desk.account("SO-1").lines.front(), 6, Trigger::recall, Pipeline::released,
                   Pipeline::reserved);
    desk.ledger.apply(std::move(back).take());
    desk.take(ContinueCancel{desk.account("SO-1").id});
    CHECK(status(desk.ledger, desk.account("SO-1")) == Status::cancelled);
}

TEST_CASE("lets an amendment touch only what is not yet issued") {
    Desk desk;
    desk.take(Desk::order("SO-1"));
    desk.take(AmendLine{"SO-1", 1, 14, std::nullopt});
    CHECK(desk.units("SO-1", Pipeline::open) == 14);
    desk.take(AmendLine{"SO-1", 1, 5, *parse_amount("2")});
    CHECK(desk.units("SO-1", Pipeline::open) == 5);
    CHECK(desk.units("SO-1", Pipeline::cancelled) == 9);
    CHECK(desk.account("SO-1").lines.front().demanded == 5);
    CHECK(desk.refusal(AmendLine{"SO-1", 1, 5, std::nullopt}) == "nothing_to_change");
    desk.move("SO-1", {{Trigger::reserve, Pipeline::reserved},
                       {Trigger::release, Pipeline::released},
                       {Trigger::pick, Pipeline::picked},
                       {Trigger::pack, Pipeline::packed},
                       {Trigger::issue, Pipeline::shipped}});
    CHECK(desk.refusal(AmendLine{"SO-1", 1, 2, std::nullopt}) == "already_shipped");
    CHECK(desk.refusal(CancelLines{"SO-1", 0, 0, ""}) == "already_shipped");
}

TEST_CASE("takes a negative invoice once: cancels what waits and returns what has left") {
    Desk desk;
    desk.take(Desk::order("SO-1"));
    desk.take(WithdrawLine{"SO-1", 1, 3, "C1", 7});
    CHECK(desk.units("SO-1", Pipeline::cancelled) == 3);
    CHECK(desk.refusal(WithdrawLine{"SO-1", 1, 3, "C1", 7}) == "already_withdrawn");
    CHECK(desk.refusal(WithdrawLine{"SO-1", 1, 8, "C2", 1}) == "withdraws_too_much");
    desk.move("SO-1", {{Trigger::reserve, Pipeline::reserved},
                       {Trigger::release, Pipeline::released},
                       {Trigger::pick, Pipeline::picked},
                       {Trigger::pack, Pipeline::packed},
                       {Trigger::issue, Pipeline::shipped}});
    const auto event = get<LineWithdrawn>(desk.take(WithdrawLine{"SO-1", 1, 2, "C2", 1}));
    CHECK(event.to_return == 2);
    CHECK(event.cancelled == 0);
}

TEST_CASE("a hold names the steps that it blocks, and can be lifted once") {
    Desk desk;
    desk.take(Desk::order("SO-1"));
    PlaceHold hold;
    hold.scope = ledger::HoldScope::item;
    hold.item = "MUG";
    hold.reason = "recall of the supplier";
    hold.blocks = {Trigger::reserve};
    const auto event = get<HoldPlaced>(desk.take(hold));
    const auto& order = desk.account("SO-1");
    CHECK(desk.ledger.blocking(Trigger::reserve, order, order.lines.front(), nullptr) != nullptr);
    CHECK(desk.ledger.blocking(Trigger::cancel, order, order.lines.front(), nullptr) == nullptr);
    desk.take(LiftHold{event.hold, "tested"});
    CHECK(desk.refusal(LiftHold{event.hold, "again"}) == "already_lifted");
    hold.item = "PLATE";
    CHECK(desk.refusal(hold) == "subject_unknown");
}

TEST_CASE("a change of an order that is not here yet waits for it") {
    Desk desk;
    const auto decision = desk.ask(CancelLines{"SO-9", 0, 0, ""});
    REQUIRE(!decision.has_value());
    CHECK(decision.error().wait_for == "order:SO-9");
}

TEST_CASE("archives only what is settled, and brings back only what was archived") {
    Desk desk;
    desk.take(Desk::order("SO-1"));
    CHECK(desk.refusal(ArchiveOrder{"SO-1"}) == "still_open");
    desk.take(CancelLines{"SO-1", 0, 0, ""});
    const auto decision = desk.ask(ArchiveOrder{"SO-1"});
    REQUIRE(decision.has_value());
    const auto archived = get<OrderArchived>(decision->front());
    apply(desk.state, archived, desk.facts());
    desk.ledger.forget(archived.order);
    CHECK(desk.ledger.find(archived.order) == nullptr);
    auto changed = archived.account;
    changed.lines.front().demanded = 1;
    CHECK(desk.refusal(RecallOrder{"SO-1", changed}) == "digest_differs");
    desk.ledger.restore(archived.account);
    apply(desk.state, Event{OrderRecalled{archived.order, archived.account}}, desk.facts());
    CHECK(desk.refusal(RecallOrder{"SO-1", archived.account}) == "not_archived");
}

#include "base/archive.h"
#include "base/json.h"
#include "mirrors/mirrors_fixture.h"

namespace truefill::mirrors {

/// World with SO-1: 10 bolts on line 1, of which 4 have left, and 5 on line 2.
struct Shipped : World {
    OrderId id;
    Shipped() {
        have(bolts, 100);
        id = open(ledger::LineKind::sale, {10, 5});
        ship(id, 4);
    }
    void invoice(Quantity quantity) {
        move(id, quantity, Trigger::invoice, {Pipeline::shipped, Pipeline::shipped});
    }
};

TEST_CASE_FIXTURE(Shipped, "who says what the ledger has agrees") {
    const auto event = say(Claimed::shipped, 4);
    CHECK(event.claim.verdict == Verdict::agrees);
    CHECK(!event.due);
    CHECK(event.deviations.empty());
    CHECK(say(Claimed::invoiced, 0).claim.verdict == Verdict::agrees);
    CHECK(say(Claimed::paid, 0).claim.verdict == Verdict::agrees);
    CHECK(say(Claimed::cancelled, 0).claim.verdict == Verdict::agrees);
    CHECK(say(Claimed::delivered, 0).claim.verdict == Verdict::agrees);
    CHECK(agreement().lines_agree == 5);
    CHECK(agreement().system == "erp");
    CHECK(claims_of(state, id)->claims.size() == 5);
    CHECK(!claims_of(state, OrderId{9}));
}

TEST_CASE_FIXTURE(Shipped, "who is ahead of the ledger is in flight, and right when it has caught up") {
    const auto event = say(Claimed::shipped, 6);
    CHECK(event.claim.verdict == Verdict::in_flight);
    CHECK(event.book == 4);
    CHECK(event.due == envelope.record_time + claim_patience);
    CHECK(agreement().lines_in_flight == 1);
    ship(id, 3); // one more than it said
    CHECK(!needs_review(state, id, envelope.record_time));
    CHECK(refusal(ReviewClaims{id}) == "nothing_due");
    later(claim_patience);
    CHECK(needs_review(state, id, envelope.record_time));
    const auto reviewed = run<ClaimsReviewed>(ReviewClaims{id});
    CHECK(reviewed.deviations.empty());
    CHECK(agreement().lines_agree == 1);
    CHECK(agreement().lines_in_flight == 0);
}

TEST_CASE_FIXTURE(Shipped, "who still differs when messages had their time contradicts") {
    say(Claimed::shipped, 6);
    later(claim_patience);
    const auto event = run<ClaimsReviewed>(ReviewClaims{id});
    REQUIRE(categories(event) == "contradiction");
    const auto& deviation = event.deviations.front();
    CHECK(deviation.order == id);
    CHECK(deviation.line == 1);
    CHECK(deviation.item == bolts);
    CHECK(deviation.quantity == 2);
    CHECK(deviation.value.amount == ledger::money(500));
    CHECK(deviation.sentence == "erp says that 6 units of SO-1 line 1 are shipped; the ledger has 4 of 10");
    CHECK(agreement().lines_contradict == 1);
    CHECK(!needs_review(state, id, envelope.record_time));
    CHECK(refusal(ReviewClaims{id}) == "nothing_due");
    CHECK(refusal(ReviewClaims{OrderId{9}}) == "order_unknown");
}

TEST_CASE_FIXTURE(Shipped, "who contradicted is right when the ledger has caught up") {
    say(Claimed::shipped, 6);
    later(claim_patience);
    const auto late = run<ClaimsReviewed>(ReviewClaims{id});
    REQUIRE(late.deviations.size() == 1);
    CHECK(late.deviations.front().destination == "erp");
    const auto erp = find_system(state, "erp");
    CHECK(contradicts(state, id, 1, erp));
    CHECK(!contradicts(state, id, 2, erp));
    CHECK(!agrees_again(facts(), state, id));
    ship(id, 1);
    CHECK(!agrees_again(facts(), state, id));
    CHECK(refusal(ReviewClaims{id}) == "nothing_due");
    ship(id, 1);
    CHECK(agrees_again(facts(), state, id));
    const auto caught_up = run<ClaimsReviewed>(ReviewClaims{id});
    REQUIRE(caught_up.claims.size() == 1);
    CHECK(caught_up.claims.front().verdict == Verdict::agrees);
    CHECK(caught_up.deviations.empty());
    CHECK(!contradicts(state, id, 1, erp));
    CHECK(!agrees_again(facts(), state, id));
    CHECK(agreement().lines_contradict == 0);
    CHECK(agreement().lines_agree == 1);
}

TEST_CASE_FIXTURE(Shipped,
                  "who is behind has the same time; a new word is judged by when he began to differ") {
    say(Claimed::shipped, 2);
    later(hours(3));
    const auto event = say(Claimed::shipped, 3);
    CHECK(event.claim.verdict == Verdict::in_flight);
    CHECK(event.due == envelope.record_time + hours(1));
    later(hours(1));
    CHECK(categories(say(Claimed::shipped, 3)) == "contradiction");
    CHECK(say(Claimed::shipped, 4).claim.verdict == Verdict::agrees);
    CHECK(agreement().lines_contradict == 0);
    CHECK(agreement().lines_agree == 1);
}

TEST_CASE_FIXTURE(Shipped, "what can never come to be contradicts at once") {
    CHECK(categories(say(Claimed::shipped, 11)) == "contradiction");         // the line has 10
    CHECK(categories(say(Claimed::cancelled, 7, "oms")) == "contradiction"); // 4 of 10 have left
    CHECK(say(Claimed::cancelled, 6, "shop").claim.verdict == Verdict::in_flight);
    move(id, 6, Trigger::cancel, {Pipeline::open, Pipeline::cancelled});
    CHECK(say(Claimed::cancelled, 6, "shop").claim.verdict == Verdict::agrees);
    CHECK(categories(say(Claimed::shipped, 5, "wms")) == "contradiction");
    CHECK(categories(say(Claimed::invoiced, 5, "bank")) == "contradiction");
}

TEST_CASE_FIXTURE(Shipped, "one system makes one case a line until it agrees again") {
    CHECK(categories(say(Claimed::shipped, 11)) == "contradiction");
    CHECK(say(Claimed::shipped, 12).deviations.empty());
    CHECK(say(Claimed::invoiced, 11).deviations.empty());
    CHECK(agreement().lines_contradict == 2);
    CHECK(categories(say(Claimed::invoiced, 11, "bank")) == "contradiction"); // another system
    auto other = claim(Claimed::shipped, 11);
    other.line = 2;
    CHECK(categories(run<ClaimCompared>(other)) == "contradiction"); // another line
    say(Claimed::shipped, 4);
    say(Claimed::invoiced, 0);
    CHECK(categories(say(Claimed::shipped, 11)) == "contradiction");
}

TEST_CASE_FIXTURE(Shipped, "two claims that fall due together make one case") {
    say(Claimed::shipped, 6);
    say(Claimed::invoiced, 6);
    later(claim_patience);
    const auto event = run<ClaimsReviewed>(ReviewClaims{id});
    CHECK(event.claims.size() == 2);
    CHECK(event.deviations.size() == 1);
}

TEST_CASE_FIXTURE(Shipped, "invoiced is what was billed, credited since or not; paid is no more than that") {
    invoice(3);
    CHECK(say(Claimed::invoiced, 3).claim.verdict == Verdict::agrees);
    CHECK(say(Claimed::invoiced, 2).claim.verdict == Verdict::in_flight);
    CHECK(say(Claimed::paid, 2).claim.verdict == Verdict::agrees);
    CHECK(say(Claimed::paid, 3).claim.verdict == Verdict::agrees);
    CHECK(say(Claimed::paid, 4).claim.verdict == Verdict::in_flight);
    later(claim_patience);
    const auto event = run<ClaimsReviewed>(ReviewClaims{id});
    CHECK(event.deviations.size() == 1);
    move(id, 3, Trigger::receive_return, {Pipeline::shipped, Pipeline::returned});
    CHECK(say(Claimed::shipped, 4).claim.verdict == Verdict::agrees);
    CHECK(say(Claimed::delivered, 3).claim.verdict == Verdict::agrees); // they came back
}

TEST_CASE_FIXTURE(Shipped, "an earlier word does not replace a later one") {
    auto command = claim(Claimed::shipped, 4);
    command.as_of = envelope.record_time - hours(1);
    run<ClaimCompared>(command);
    command.as_of = envelope.record_time - hours(2);
    CHECK(refusal(command) == "already_overtaken");
    envelope.event_time = envelope.record_time - minutes(5);
    CHECK(say(Claimed::shipped, 4).claim.as_of == envelope.event_time);
}

TEST_CASE_FIXTURE(Shipped, "a claim that cannot be is refused, and one about an order to come waits") {
    CHECK(refusal(claim(Claimed::shipped, -1)) == "quantity_invalid");
    CHECK(refusal(claim(Claimed::shipped, ledger::quantity_max + 1)) == "quantity_invalid");
    auto command = claim(Claimed::shipped, 1);
    command.line = 9;
    CHECK(no(command).case_category == "contradiction");
    command.order = "SO-77";
    CHECK(no(command).wait_for == "order:SO-77");
    command.system.clear();
    envelope.source.clear();
    CHECK(refusal(command) == "system_invalid");
}

TEST_CASE_FIXTURE(Shipped, "there are only so many systems") {
    for (std::size_t i = 0; i < systems_max; ++i) say(Claimed::shipped, 4, ("s" + std::to_string(i)).c_str());
    CHECK(refusal(claim(Claimed::shipped, 4, "one more")) == "too_many_systems");
    CHECK(say(Claimed::shipped, 4, "s0").claim.verdict == Verdict::agrees);
}

TEST_CASE_FIXTURE(World, "claims of orders that have left memory are dropped") {
    have(bolts, 10'000);
    for (std::uint32_t i = 1; i <= 1500; ++i) {
        const auto id = ledger.next_order();
        ledger::Entry entry;
        entry.order = id;
        auto& opened = entry.opened.emplace_back();
        opened.number = "SO-" + std::to_string(i);
        opened.customer = ledger::acme;
        opened.currency = ledger::eur;
        opened.lines.push_back({.number = 1, .item = bolts});
        entry.units.push_back(ledger::accepted(1, 1));
        ledger.apply(entry);
        auto command = claim(Claimed::cancelled, 1);
        command.order = opened.number;
        run<ClaimCompared>(command);
        ledger::Draft draft{ledger.order(id)};
        draft.move(0, 1, Trigger::cancel, Pipeline::cancelled);
        ledger.apply(draft.entry());
        ledger.forget(id);
    }
    CHECK(state.orders.size() <= 1024);
    CHECK(agreement().lines_in_flight == state.orders.size());
    auto command = claim(Claimed::cancelled, 1);
    CHECK(refusal(command) == "order_archived");
}

TEST_CASE_FIXTURE(Shipped, "the state survives a snapshot, and a claim its JSON") {
    say(Claimed::shipped, 6);
    say(Claimed::invoiced, 11, "oms");
    state_stock({{"BOLT", "", 50, 3}});
    std::string bytes;
    archive::save(bytes, state);
    archive::Reader reader{bytes};
    State loaded;
    REQUIRE(archive::load(reader, loaded));
    CHECK(reader.at_end());
    CHECK(loaded.systems.size() == 3);
    CHECK(loaded.sites.front().gaps.size() == state.sites.front().gaps.size());
    CHECK(loaded.orders.at(id).claims.size() == 2);
    CHECK(archive::digest(loaded) == archive::digest(state));

    std::string text;
    json::encode(text, claim(Claimed::invoiced, 3));
    CHECK(text == R"({"system":"erp","order":"SO-1","line":1,"state":"invoiced","quantity":3})");
    json::Document document;
    const auto value = document.parse(text);
    REQUIRE(value);
    ReportClaim read;
    REQUIRE(json::decode(*value, read));
    CHECK(read.state == Claimed::invoiced);
    CHECK(read.quantity == 3);
}

} // namespace truefill::mirrors

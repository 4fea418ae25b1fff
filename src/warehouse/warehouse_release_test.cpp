#include "warehouse/reasons.h"
#include "warehouse/warehouse_fixture.h"

namespace truefill::warehouse {

using ledger::Pipeline;
using ledger::Stock;

TEST_CASE_FIXTURE(World, "what is reserved is sent to its site at once, to be acknowledged in time") {
    const auto id = order({{.quantity = 10}, {.quantity = 5}});
    const auto event = run<LinesReleased>(release(id));
    CHECK(event.release == r1);
    CHECK(event.site == lyon);
    REQUIRE(event.lines.size() == 2);
    CHECK(event.lines[1].quantity == 5);
    CHECK(event.due == envelope.record_time + minutes(240));
    CHECK(in(id, Pipeline::released) == 15);
    CHECK(stage_of(facts(), state, r1) == Stage::sent);
    CHECK(refusal(release(id)) == "nothing_reserved");
}

TEST_CASE_FIXTURE(World, "an order is named by number or by id, and one that is neither is a case") {
    order({{.quantity = 1}});
    ReleaseOrder command;
    command.order = "SO-9";
    CHECK(no(command).case_category == "unmapped");
    command.order = "SO-1";
    run<LinesReleased>(command);
}

TEST_CASE_FIXTURE(World, "an order on hold is not released, and its reason is said") {
    const auto id = order({{.quantity = 10}});
    hold(id);
    const auto refused = no(release(id));
    CHECK(refused.code == "on_hold");
    CHECK(refused.sentence.find("credit") != std::string::npos);
    CHECK(in(id, Pipeline::reserved) == 10);
}

TEST_CASE_FIXTURE(World, "an order that ships complete waits for its last unit, wherever it is reserved") {
    const auto id = order({{.quantity = 10}, {.quantity = 5, .site = {}}}, true);
    CHECK(refusal(release(id)) == "not_complete");
    reserve(id, {.quantity = 5, .site = lyon}, 2);
    run<LinesReleased>(release(id));
    CHECK(in(id, Pipeline::released) == 15);
}

TEST_CASE_FIXTURE(World, "an order that does not ship complete goes with what there is") {
    const auto id = order({{.quantity = 10}, {.quantity = 5, .site = {}}});
    run<LinesReleased>(release(id));
    CHECK(in(id, Pipeline::released) == 10);
    CHECK(in(id, Pipeline::open) == 5);
}

TEST_CASE_FIXTURE(World, "each site gets a release of its own, and a wave site's waits for its cut-off") {
    const auto id = order({{.quantity = 10}, {.quantity = 5, .site = lille}});
    const auto events = run_all(release(id));
    REQUIRE(events.size() == 2);
    CHECK(get<LinesReleased>(events[0]).site == lyon);
    const auto& queued = get<ReleaseQueued>(events[1]);
    CHECK(queued.site == lille);
    CHECK(queued.due == *parse_time("2026-03-02T17:00:00Z"));
    CHECK(in(id, Pipeline::reserved) == 5);
    CHECK(refusal(release(id)) == "already_queued");

    later(hours(7));
    ReleaseWave wave;
    wave.site = "LILLE";
    const auto called = run<WaveCalled>(wave);
    CHECK(called.orders == std::vector{id});
    auto command = release(id);
    command.wave = true;
    CHECK(run<LinesReleased>(command).release == r2);
    CHECK(refusal(wave) == "nothing_queued");
}

TEST_CASE_FIXTURE(World, "two sites without waves get their releases in one decision") {
    auto catalogue = masterdata::Catalogue{};
    catalogue.sites.push_back(master.site(lille));
    catalogue.sites.back().mode = masterdata::ReleaseMode::stream;
    master.load(catalogue);
    const auto id = order({{.quantity = 4, .site = lille}, {.quantity = 6}});
    const auto events = run_all(release(id));
    REQUIRE(events.size() == 2);
    CHECK(get<LinesReleased>(events[0]).release == r1);
    CHECK(get<LinesReleased>(events[1]).release == r2);
    CHECK(in(id, Pipeline::released) == 10);
}

TEST_CASE_FIXTURE(World,
                  "the timer of a cut-off is asked for once, and after the cut-off for the next day's") {
    const auto first = order({{.quantity = 1, .site = lille}});
    const auto second = order({{.quantity = 1, .site = lille}});
    const auto third = order({{.quantity = 1, .site = lille}});
    CHECK(run<ReleaseQueued>(release(first)).due);
    CHECK(!run<ReleaseQueued>(release(second)).due);
    later(hours(7));
    CHECK(run<ReleaseQueued>(release(third)).due == *parse_time("2026-03-03T17:00:00Z"));
}

TEST_CASE_FIXTURE(World, "a wave calls the most urgent first, forty at a time") {
    std::vector<OrderId> ids;
    for (int n = 0; n < 41; ++n) ids.push_back(order({{.quantity = 1, .site = lille}}));
    const auto urgent = order({{.quantity = 1, .site = lille}}, false, 1);
    for (const auto id : ids) run<ReleaseQueued>(release(id));
    run<ReleaseQueued>(release(urgent));
    ReleaseWave wave;
    wave.site_id = lille;
    const auto first = run<WaveCalled>(wave);
    CHECK(first.orders.size() == 40);
    CHECK(first.orders.front() == urgent);
    CHECK(first.orders[1] == ids[0]);
    CHECK(first.more);
    const auto rest = run<WaveCalled>(wave);
    CHECK(rest.orders == std::vector{ids[39], ids[40]});
    CHECK(!rest.more);
}

TEST_CASE_FIXTURE(World, "a lot that is too old for the customer stays behind, with a deviation") {
    const auto id = order({{.quantity = 3},
                           {.item = milk, .quantity = 2, .lot = old_lot},
                           {.item = milk, .quantity = 4, .lot = good_lot}});
    const auto event = run<LinesReleased>(release(id));
    CHECK(categories(event) == "shelf_life");
    CHECK(event.deviations.front().line == 2);
    CHECK(in(id, Pipeline::released) == 7);
    CHECK(refusal(release(id)) == "lot_too_old");
}

TEST_CASE_FIXTURE(World, "an acknowledgement starts the time to ship and is taken once") {
    const auto id = released({10});
    const auto event = run<ReleaseAcknowledged>(AcknowledgeRelease{r1});
    CHECK(event.due == envelope.record_time + minutes(2880));
    CHECK(in(id, Pipeline::released) == 10);
    CHECK(stage_of(facts(), state, r1) == Stage::acknowledged);
    CHECK(refusal(AcknowledgeRelease{r1}) == "already_acknowledged");
    CHECK(no(AcknowledgeRelease{ReleaseId{7}}).case_category == "unmapped");
}

TEST_CASE_FIXTURE(World, "a rejection with a good reason makes the stock available and the units open") {
    const auto id = released({10, 5});
    RejectRelease command{r1, 0, 0, "no_capacity", {}};
    const auto event = run<ReleaseRejected>(command);
    CHECK(event.stock_good);
    CHECK(event.lines.size() == 2);
    CHECK(event.counts.empty());
    CHECK(in(id, Pipeline::open) == 15);
    CHECK(stock(Stock::available) == 15);
    CHECK(stage_of(facts(), state, r1) == Stage::closed);
    CHECK(refusal(command) == "already_closed");
}

TEST_CASE_FIXTURE(World,
                  "a rejection in doubt holds the stock and orders a count; the site may say otherwise") {
    const auto id = released({10, 5});
    const auto doubt = run<ReleaseRejected>(RejectRelease{r1, 1, 4, "not_found", {}});
    CHECK(categories(doubt) == "release_rejected");
    CHECK(doubt.counts.size() == 1);
    CHECK(stock(Stock::held) == 4);
    const auto good = run<ReleaseRejected>(RejectRelease{r1, 1, 2, "not_found", true});
    CHECK(good.stock_good);
    CHECK(stock(Stock::available) == 2);
    CHECK(in(id, Pipeline::released) == 9);
    CHECK(!stock_is_good("struck by lightning"));
}

TEST_CASE_FIXTURE(World, "a rejection of more than there is posts what there is and says the rest") {
    released({10});
    const auto event = run<ReleaseRejected>(RejectRelease{r1, 1, 12, "no_capacity", {}});
    CHECK(event.lines.front().quantity == 10);
    CHECK(categories(event) == "contradiction");
    CHECK(event.deviations.front().quantity == 2);
}

TEST_CASE_FIXTURE(World, "a rejection of picked units waits for the put-back") {
    released({10});
    run<PickConfirmed>(pick(1, 10));
    CHECK(no(RejectRelease{r1, 1, 3, "no_capacity", {}}).wait_for == "order:SO-1");
    run<PickPutBack>(PutBack{r1, 1, 3});
    run<ReleaseRejected>(RejectRelease{r1, 1, 3, "no_capacity", {}});
}

TEST_CASE_FIXTURE(World, "a recall moves nothing until the site answers") {
    const auto id = released({10, 5});
    RequestRecall command;
    command.order_id = id;
    command.line = 1;
    command.quantity = 4;
    command.reason = "customer cancelled";
    const auto asked = run<RecallRequested>(command);
    CHECK(asked.lines.size() == 1);
    CHECK(asked.lines.front().quantity == 4);
    CHECK(in(id, Pipeline::released) == 15);
    const auto answered = run<RecallAnswered>(ConfirmRecall{r1, 1, 0});
    CHECK(!answered.refused);
    CHECK(in(id, Pipeline::reserved) == 4);
    CHECK(state.releases.at(r1).recalls.empty());
    CHECK(refusal(RefuseRecall{r1, 0, "late"}) == "already_answered");
}

TEST_CASE_FIXTURE(World, "what was asked back already is not asked again") {
    const auto id = released({10, 5});
    RequestRecall command;
    command.order_id = id;
    CHECK(run<RecallRequested>(command).lines.size() == 2);
    CHECK(refusal(command) == "nothing_released");
}

TEST_CASE_FIXTURE(World, "a recall of units on two releases asks both sites for their part") {
    const auto id = order({{.quantity = 6}});
    run<LinesReleased>(release(id));
    ledger::Entry more;
    more.order = id;
    more.units.push_back(ledger::accepted(1, 4));
    post(more);
    reserve(id, {.quantity = 4}, 1);
    run<LinesReleased>(release(id));
    RequestRecall command;
    command.order_id = id;
    command.line = 1;
    command.quantity = 8;
    const auto events = run_all(command);
    REQUIRE(events.size() == 2);
    CHECK(get<RecallRequested>(events[0]).lines.front().quantity == 6);
    CHECK(get<RecallRequested>(events[1]).lines.front().quantity == 2);
}

TEST_CASE_FIXTURE(World, "a refused recall is a deviation with its value, and nothing moves") {
    const auto id = released({10});
    RequestRecall command;
    command.order = "SO-1";
    run<RecallRequested>(command);
    const auto event = run<RecallAnswered>(RefuseRecall{r1, 0, "on the truck"});
    CHECK(event.refused);
    CHECK(categories(event) == "recall_refused");
    CHECK(event.deviations.front().value.amount == ledger::money(2500));
    CHECK(in(id, Pipeline::released) == 10);
}

TEST_CASE_FIXTURE(
    World, "a confirmed recall of picked units waits for the put-back; of too many it is a deviation") {
    const auto id = released({10});
    run<PickConfirmed>(pick(1, 6));
    CHECK(no(ConfirmRecall{r1, 1, 10}).wait_for == "order:SO-1");
    run<PickPutBack>(PutBack{r1, 1, 6});
    const auto event = run<RecallAnswered>(ConfirmRecall{r1, 1, 12});
    CHECK(event.lines.front().quantity == 10);
    CHECK(categories(event) == "contradiction");
    CHECK(in(id, Pipeline::reserved) == 10);
    CHECK(refusal(ConfirmRecall{r1, 0, 0}) == "already_closed");
}

TEST_CASE_FIXTURE(World, "each delay of a site is told once") {
    const auto id = released({10});
    CHECK(ask(CheckRelease{r1})->empty());
    later(minutes(240));
    CHECK(needs_check(facts(), state, r1, envelope.record_time));
    CHECK(categories(run<ReleaseLate>(CheckRelease{r1})) == "release_unacknowledged");
    CHECK(ask(CheckRelease{r1})->empty());
    run<ReleaseAcknowledged>(AcknowledgeRelease{r1});
    RequestRecall recall;
    recall.order_id = id;
    run<RecallRequested>(recall);
    later(minutes(2880));
    CHECK(categories(run<ReleaseLate>(CheckRelease{r1})) == "release_overdue recall_unanswered");
    CHECK(!needs_check(facts(), state, r1, envelope.record_time));
}

TEST_CASE_FIXTURE(World, "what has left its site is not late") {
    const auto id = released({10});
    run<PickConfirmed>(pick(1, 10));
    const auto packed = run<Packed>(pack());
    leave(id, packed.handling_unit);
    later(days(9));
    CHECK(ask(CheckRelease{r1})->empty());
    CHECK(stage_of(facts(), state, r1) == Stage::shipped);
}

TEST_CASE_FIXTURE(World, "a saved state comes back byte for byte") {
    const auto id = released({10});
    order({{.quantity = 1, .site = lille}});
    run<ReleaseQueued>(release(OrderId{2}));
    auto command = pick(1, 4);
    command.sequence = 3;
    run<PickConfirmed>(command);
    run<Packed>(pack());
    RequestRecall recall;
    recall.order_id = id;
    run<RecallRequested>(recall);
    std::string bytes;
    archive::save(bytes, state);
    State other;
    archive::Reader reader{bytes};
    archive::load(reader, other);
    REQUIRE(reader.ok());
    CHECK(reader.at_end());
    CHECK(archive::digest(other) == archive::digest(state));
    CHECK(other.queues.at(lille).orders.size() == 1);
}

TEST_CASE_FIXTURE(World, "an archived order takes its documents along, and late words about it are a case") {
    const auto id = released({10});
    run<PickConfirmed>(pick(1, 10));
    const auto packed = run<Packed>(pack());
    leave(id, packed.handling_unit);
    forget(state, ledger.order(id));
    CHECK(state.releases.live() == 0);
    CHECK(state.handling_units.live() == 0);
    CHECK(no(pick(1, 1)).code == "order_archived");
    CHECK(ask(CheckRelease{r1})->empty());
}

} // namespace truefill::warehouse

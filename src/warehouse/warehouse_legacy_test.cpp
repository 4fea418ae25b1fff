#include "base/gs1.h"
#include "warehouse/warehouse_fixture.h"

namespace truefill::warehouse {

using ledger::Pipeline;
using ledger::Stock;

namespace {

ConfirmLegacy note(std::vector<LegacyLine> lines) {
    ConfirmLegacy command;
    command.site = "LYON";
    command.delivery_note = "DN-7";
    command.release = r1;
    command.lines = std::move(lines);
    return command;
}

LegacyLine said(LineNumber line, Quantity quantity, const char* status, std::uint64_t sequence = 0) {
    LegacyLine result;
    result.line = line;
    result.quantity = quantity;
    result.status = status;
    result.wms_sequence = sequence ? sequence : line;
    return result;
}

} // namespace

TEST_CASE_FIXTURE(World, "one late message picks, packs into a virtual unit, and asks for the goods issue") {
    const auto id = released({10, 5});
    auto command = note({said(1, 10, "CC"), said(2, 5, "CL")});
    command.tracking = "T-1";
    const auto event = run_legacy(command);
    CHECK(event.deviations.empty());
    CHECK(event.picks.size() == 2);
    CHECK(event.issue);
    CHECK(event.tracking == "T-1");
    CHECK(event.shipped_at == envelope.record_time);
    CHECK(in(id, Pipeline::packed) == 15);
    CHECK(state.virtual_units.contains("wms-lyon|DN-7|whole"));
    CHECK(state.releases.at(r1).acknowledged_at);
    CHECK(refusal(command) == "already_confirmed");
}

TEST_CASE_FIXTURE(World, "the steps of a late message are marked, and plan no shipment") {
    released({10});
    const auto event = run<LegacyConfirmed>(note({said(1, 10, "CC")}));
    CHECK(run<PickConfirmed>(event.picks.front()).inferred);
    const auto packed = run<Packed>(*event.pack);
    CHECK(packed.inferred);
    CHECK(!packed.release_complete);
}

TEST_CASE_FIXTURE(World,
                  "short and closed, short and backordered: both are short, one is not owed any more") {
    const auto id = released({10, 5, 4});
    const auto event = run_legacy(note({said(1, 8, "CP"), said(2, 3, "BP"), said(3, 0, "BO")}));
    REQUIRE(event.picks.size() == 3);
    CHECK(event.picks[0].close_short);
    CHECK(!event.picks[1].close_short);
    CHECK(in(id, Pipeline::packed) == 11);
    CHECK(in(id, Pipeline::backordered) == 8);
    CHECK(stock(Stock::held) == 8);
}

TEST_CASE_FIXTURE(World, "a line without a status stays released and becomes overdue") {
    const auto id = released({10});
    CHECK(run_legacy(note({said(1, 6, "")})).deviations.empty());
    CHECK(in(id, Pipeline::released) == 4);
    later(days(3));
    CHECK(categories(run<ReleaseLate>(CheckRelease{r1})) == "release_overdue");
}

TEST_CASE_FIXTURE(World, "complete with less than was released is a contradiction") {
    const auto id = released({10});
    const auto event = run_legacy(note({said(1, 6, "CC")}));
    CHECK(categories(event) == "contradiction");
    CHECK(event.deviations.front().quantity == 4);
    CHECK(in(id, Pipeline::released) == 4);
}

TEST_CASE_FIXTURE(World,
                  "a substitute without approval is a deviation, in suspense, and the line stays as it is") {
    const auto id = released({10});
    have(milk, 10);
    auto line = said(1, 10, "IS");
    line.substitute_item = "MILK";
    const auto event = run_legacy(note({line}));
    CHECK(categories(event) == "substitution_unapproved");
    CHECK(stock(Stock::suspense, milk) == 10);
    CHECK(in(id, Pipeline::released) == 10);
    CHECK(!event.issue);
}

TEST_CASE_FIXTURE(World, "a line that the site deleted is open again, its stock free, and somebody looks") {
    const auto id = released({10, 5});
    const auto event = run_legacy(note({said(1, 10, "CC"), said(2, 0, "DE")}));
    CHECK(categories(event) == "deleted_by_site");
    CHECK(in(id, Pipeline::open) == 5);
    CHECK(stock(Stock::available) == 5);
}

TEST_CASE_FIXTURE(World,
                  "a status or a line that we do not know is a deviation; the rest of the message counts") {
    const auto id = released({10});
    const auto event = run_legacy(note({said(1, 10, "ZZ"), said(9, 1, "CC")}));
    CHECK(categories(event) == "unmapped contradiction");
    CHECK(in(id, Pipeline::packed) == 10);
}

TEST_CASE_FIXTURE(World, "a second lot of a line is legal, the same line again is not") {
    const auto id = order({{.item = milk, .quantity = 6, .lot = good_lot}});
    have(milk, 2, lyon, other_lot);
    run<LinesReleased>(release(id));
    auto first = said(1, 4, "BP", 1), second = said(1, 2, "BP", 1);
    first.lot = "GOOD";
    second.lot = "OTHER";
    run_legacy(note({first, second}));
    CHECK(in(id, Pipeline::packed) == 6);
    CHECK(in(id, Pipeline::backordered) == 0); // what is short is said by the last line
    CHECK(refusal(note({second})) == "already_confirmed");
}

TEST_CASE_FIXTURE(World, "a second part of a delivery note leaves in a unit of its own") {
    const auto id = released({10});
    run_legacy(note({said(1, 6, "", 1)}));
    run_legacy(note({said(1, 6, "", 1), said(1, 4, "", 2)}));
    CHECK(in(id, Pipeline::packed) == 10);
    CHECK(state.virtual_units.contains("wms-lyon|DN-7|whole#2"));
    CHECK(state.handling_units.issued() == 2);
}

TEST_CASE_FIXTURE(World, "a carton comes once; two cartons of one line are legal and settle no rest") {
    const auto id = released({10});
    const auto label = *make_sscc18(0, "4099999", 1);
    auto first = note({said(1, 6, "BP", 1)});
    first.carton = label;
    run_legacy(first);
    CHECK(in(id, Pipeline::backordered) == 0);
    CHECK(refusal(first) == "already_confirmed");
    auto second = note({said(1, 4, "BP", 1)});
    second.carton = "C-2";
    run_legacy(second);
    CHECK(in(id, Pipeline::packed) == 10);
    CHECK(find_handling_unit(state, label) == HandlingUnitId{1});
    CHECK(state.virtual_units.contains("wms-lyon|DN-7|C-2"));
    leave(id, HandlingUnitId{1});
    first.delivery_note = "DN-8";
    CHECK(refusal(first) == "already_confirmed"); // the carton has left, whatever the note
}

TEST_CASE_FIXTURE(World, "goods that left a site that was never asked go into suspense there") {
    const auto id = released({10});
    have(bolts, 10, lille);
    auto command = note({said(1, 10, "CC")});
    command.site = "LILLE";
    const auto event = run_legacy(command);
    CHECK(categories(event) == "contradiction");
    CHECK(stock(Stock::suspense, bolts, {}, lille) == 10);
    CHECK(in(id, Pipeline::released) == 10);
    CHECK(!event.issue);
}

TEST_CASE_FIXTURE(World, "more than was released: the release's units leave, the others are in suspense") {
    const auto id = released({10});
    have(bolts, 2);
    run_legacy(note({said(1, 12, "CC")}));
    CHECK(in(id, Pipeline::packed) == 10);
    CHECK(stock(Stock::suspense) == 2);
}

TEST_CASE_FIXTURE(World, "a message without a note, of an unknown site or release, is not taken in") {
    released({10});
    auto command = note({said(1, 10, "CC")});
    command.delivery_note.clear();
    CHECK(refusal(command) == "message_incomplete");
    command = note({said(1, 10, "CC")});
    command.site = "MARS";
    CHECK(no(command).case_category == "unmapped");
    command.release = ReleaseId{8};
    CHECK(no(command).code == "release_unknown");
}

} // namespace truefill::warehouse

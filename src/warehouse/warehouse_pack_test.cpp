#include "base/gs1.h"
#include "warehouse/warehouse_fixture.h"

namespace truefill::warehouse {

using ledger::Pipeline;
using ledger::Stock;

namespace {

std::string sscc(std::uint64_t serial) { return *make_sscc18(0, "4099999", serial); }

} // namespace

TEST_CASE_FIXTURE(World, "an SSCC reads as a number and back, and a wrong check digit is none") {
    const auto label = sscc(1);
    CHECK(sscc_text(sscc_number(label)) == label);
    auto wrong = label;
    wrong.back() = wrong.back() == '0' ? '1' : '0';
    CHECK(sscc_number(wrong) == 0);
    CHECK(sscc_number("12") == 0);
    CHECK(sscc_text(0).empty());
}

TEST_CASE_FIXTURE(World,
                  "everything picked goes into a unit with a label of our own, and the release is complete") {
    const auto id = released({10, 5});
    run<PickConfirmed>(pick(1, 10));
    run<PickConfirmed>(pick(2, 5));
    const auto event = run<Packed>(pack());
    CHECK(has_gs1_check_digit(event.sscc));
    CHECK(event.sscc.substr(1, 7) == "4012345");
    CHECK(event.serial == 1);
    CHECK(event.release_complete);
    REQUIRE(event.handling_units.size() == 1);
    CHECK(event.handling_units.front().sscc == event.sscc);
    CHECK(event.weight_grams == 1500);
    CHECK(in(id, Pipeline::packed) == 15);
    CHECK(find_handling_unit(state, event.sscc) == event.handling_unit);
    CHECK(stage_of(facts(), state, r1) == Stage::packed);
    CHECK(refusal(pack()) == "already_packed");
}

TEST_CASE_FIXTURE(World,
                  "sites with one GS1 prefix never make one label twice, nor one that was used by hand") {
    released({10});
    run<PickConfirmed>(pick(1, 10));
    auto part = pack();
    part.lines = {{1, 2}};
    part.sscc = *make_sscc18(0, "4012345", 1);
    run<Packed>(part);
    part.sscc.clear();
    CHECK(run<Packed>(part).serial == 2);
    const auto other = order({{.quantity = 3, .site = lille}});
    auto wave = release(other);
    wave.wave = true;
    run<LinesReleased>(wave);
    run<PickConfirmed>(pick(1, 3, r2));
    CHECK(run<Packed>(pack(r2)).serial == 3);
}

TEST_CASE_FIXTURE(World, "two units of one release are both ready when the last one is packed") {
    released({10});
    run<PickConfirmed>(pick(1, 10));
    auto part = pack();
    part.lines = {{1, 4}};
    part.sscc = sscc(1);
    part.weight_grams = 700;
    CHECK(!run<Packed>(part).release_complete);
    part = pack();
    part.weight_grams = 900;
    const auto event = run<Packed>(part);
    CHECK(event.release_complete);
    CHECK(event.handling_units.size() == 2);
    CHECK(event.weight_grams == 1600);
}

TEST_CASE_FIXTURE(World, "more may go into a unit that has not left; the same again is a repeat") {
    const auto id = released({10});
    run<PickConfirmed>(pick(1, 6));
    auto command = pack();
    command.sscc = sscc(1);
    const auto first = run<Packed>(command);
    CHECK(refusal(command) == "already_packed");
    run<PickConfirmed>(pick(1, 4));
    CHECK(run<Packed>(command).handling_unit == first.handling_unit);
    CHECK(in(id, Pipeline::packed) == 10);
    CHECK(state.handling_units.at(first.handling_unit).weight_grams == 1000);
    command.lines = {{1, 10}};
    CHECK(refusal(command) == "already_packed");
}

TEST_CASE_FIXTURE(World, "a label of another release, or of a unit that has left, is not used again") {
    const auto id = released({10});
    released({5});
    run<PickConfirmed>(pick(1, 5));
    auto command = pack();
    command.sscc = sscc(1);
    const auto first = run<Packed>(command);
    leave(id, first.handling_unit);
    run<PickConfirmed>(pick(1, 5));
    const auto again = run<Packed>(command);
    CHECK(categories(again) == "sscc_reused");
    CHECK(again.sscc.empty());
    CHECK(again.handling_unit != first.handling_unit);
    run<PickConfirmed>(pick(1, 5, r2));
    command.release = r2;
    CHECK(categories(run<Packed>(command)) == "sscc_reused");
    CHECK(find_handling_unit(state, sscc(1)) == first.handling_unit);
}

TEST_CASE_FIXTURE(World, "what is no SSCC is no label") {
    released({10});
    run<PickConfirmed>(pick(1, 10));
    auto command = pack();
    command.sscc = "123";
    const auto event = run<Packed>(command);
    CHECK(categories(event) == "sscc_invalid");
    CHECK(event.sscc.empty());
}

TEST_CASE_FIXTURE(World, "a pack before its pick waits; beyond what was released it is a deviation") {
    const auto id = released({10});
    CHECK(no(pack()).wait_for == "order:SO-1");
    run<PickConfirmed>(pick(1, 6));
    auto command = pack();
    command.lines = {{1, 10}};
    CHECK(no(command).wait_for == "order:SO-1");
    run<PickConfirmed>(pick(1, 4));
    command.lines = {{1, 12}};
    const auto event = run<Packed>(command);
    CHECK(categories(event) == "contradiction");
    CHECK(event.lines.front().quantity == 10);
    CHECK(in(id, Pipeline::packed) == 10);
    command.lines = {{9, 1}};
    CHECK(no(command).case_category == "contradiction");
}

TEST_CASE_FIXTURE(World, "unpacking takes everything out, once, and the unit may be packed again") {
    const auto id = released({10});
    run<PickConfirmed>(pick(1, 10));
    auto command = pack();
    command.sscc = sscc(1);
    run<Packed>(command);
    Unpack out;
    out.sscc = sscc(1);
    CHECK(run<Unpacked>(out).lines.front().quantity == 10);
    CHECK(in(id, Pipeline::picked) == 10);
    CHECK(refusal(out) == "already_unpacked");
    run<Packed>(command);
    CHECK(state.handling_units.issued() == 1);
    CHECK(state.handling_units.at(HandlingUnitId{1}).weight_grams == 1000);
    out.sscc = sscc(2);
    CHECK(no(out).case_category == "unmapped");
}

TEST_CASE_FIXTURE(World, "a unit that has left cannot be unpacked: that is a contradiction") {
    const auto id = released({10});
    run<PickConfirmed>(pick(1, 10));
    const auto packed = run<Packed>(pack());
    leave(id, packed.handling_unit);
    Unpack out;
    out.handling_unit = packed.handling_unit;
    const auto event = run<Unpacked>(out);
    CHECK(categories(event) == "contradiction");
    CHECK(event.lines.empty());
    CHECK(in(id, Pipeline::shipped) == 10);
}

TEST_CASE_FIXTURE(World, "damaged units are backordered and held, lost ones are gone and counted") {
    const auto id = released({10});
    run<PickConfirmed>(pick(1, 10));
    ReportDamage damage{r1, 1, 2, false, "dropped", false};
    const auto broken = run<DamageReported>(damage);
    CHECK(categories(broken) == "damaged_before_issue");
    CHECK(stock(Stock::held) == 2);
    run<Packed>(pack());
    damage.lost = true;
    damage.quantity = 3;
    const auto lost = run<DamageReported>(damage);
    CHECK(categories(lost) == "lost_before_issue");
    CHECK(lost.counts.size() == 1);
    CHECK(lost.release_complete); // the rest can leave
    CHECK(stock(Stock::adjustment) == 3);
    CHECK(in(id, Pipeline::backordered) == 5);
    damage.quantity = 9;
    const auto more = run<DamageReported>(damage);
    CHECK(categories(more) == "contradiction");
    CHECK(more.quantity == 5);
}

TEST_CASE_FIXTURE(
    World, "damage before the pick waits for it; a correction takes packed units only, without a case") {
    const auto id = released({10});
    ReportDamage damage{r1, 1, 2, true, "corrected shipment", false};
    CHECK(no(damage).wait_for == "order:SO-1");
    run<PickConfirmed>(pick(1, 6));
    run<Packed>(pack());
    run<PickConfirmed>(pick(1, 4));
    damage.correction = true;
    const auto event = run<DamageReported>(damage);
    CHECK(event.deviations.empty());
    CHECK(event.correction);
    CHECK(in(id, Pipeline::packed) == 4);
    CHECK(in(id, Pipeline::picked) == 4);
}

} // namespace truefill::warehouse

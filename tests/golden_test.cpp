// A journal that an earlier Truefill wrote is read by every later one, and comes to the same ledger. The file
// holds one record a line, as stored; beside it stand the chain hash of its last record and the ledger's
// digest.
//
// `TRUEFILL_WRITE_GOLDEN=1 build/ship/tests/test_process -tc="*golden*"` writes a new one from a simulated
// world. Do that to add a journal under a new name, never to make a failing test pass: it fails because old
// journals, which customers have, would not mean the same any more.
#include "connectors/shop/file.h"
#include "engine/engine.h"
#include "ledger/audit.h"
#include "sim/run.h"
#include "sim/small_world.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <string>

namespace truefill {
namespace {

const std::string golden = "tests/golden/faulty-world-4";

template <class D> std::string hex(const D& digest) {
    std::string text;
    append_hex(text, digest);
    return text;
}

/// Chains a record to the hash before it.
Digest chained(const Digest& before, Position position, std::string_view record) {
    journal::Batch batch;
    batch.first = position;
    batch.bytes = record;
    batch.ends.push_back(static_cast<std::uint32_t>(record.size()));
    return journal::seal(batch, before);
}

void write_golden() {
    const auto world = sim::make_small_world(4, sim::Mood::faulty, sim::Plant::none);
    sim::run_small_world(*world);
    auto* journal = world->disk().open();
    REQUIRE(journal != nullptr);
    std::ofstream lines{golden + ".jsonl"};
    journal::Batch batch;
    for (Position at = 1; at <= journal->end(); at += batch.size()) {
        REQUIRE(journal->read(at, std::size_t{1} << 20, batch).has_value());
        for (std::size_t i = 0; i < batch.size(); ++i) lines << batch.record(i) << '\n';
    }
    std::ofstream{golden + ".digests"} << hex(journal->head()) << '\n'
                                       << hex(world->node().engine().state().ledger.digest()) << '\n';
}

TEST_CASE("the golden journal replays to the same ledger") {
    if (std::getenv("TRUEFILL_WRITE_GOLDEN")) write_golden();
    std::ifstream digests{golden + ".digests"};
    std::string head, ledger;
    digests >> head >> ledger;
    REQUIRE(!ledger.empty());
    const auto file = connectors::shop::read_file(golden + ".jsonl.gz");
    REQUIRE(file.has_value());
    engine::Engine engine;
    Digest chain;
    std::string_view rest{*file};
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const auto record = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        chain = chained(chain, engine.position() + 1, record);
        const auto done = engine.replay(record);
        if (!done) FAIL(done.error());
    }
    CHECK(engine.position() > 1000);
    CHECK(hex(chain) == head);
    CHECK(hex(engine.state().ledger.digest()) == ledger);
    CHECK(ledger::audit(engine.state().ledger).empty());
}

} // namespace
} // namespace truefill

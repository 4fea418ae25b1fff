#include "ledger/audit.h"
#include "sim/checks.h"
#include "sim/demo_report.h"

#include <fmt/format.h>

namespace truefill::sim {
namespace {

template <class D> std::string hex(const D& digest) {
    std::string text;
    append_hex(text, digest);
    return text;
}

/// Reads the whole journal, checks the chain, and plays it into a new engine.
void replay_all(World& world, Proof& proof) {
    auto& journal = *world.disk().open();
    engine::Engine engine;
    journal::Batch batch;
    Digest head{};
    proof.chain = true;
    proof.replay = true;
    for (Position from = 1; from <= journal.end() && proof.replay; from += batch.size()) {
        batch.clear();
        if (!journal.read(from, 4 << 20, batch) || batch.size() == 0) {
            proof.chain = false;
            return;
        }
        if (first_broken(batch, head)) proof.chain = false;
        head = batch.hashes.back();
        for (std::size_t at = 0; at < batch.size() && proof.replay; ++at)
            if (const auto done = engine.replay(batch.record(at)); !done) {
                proof.wrong.push_back(fmt::format("record {}: {}", from + at, done.error()));
                proof.replay = false;
            }
    }
    proof.records = journal.end();
    proof.chain = proof.chain && head == journal.head();
    proof.head = hex(head);
    proof.digest = hex(world.node().engine().state().digest());
    proof.replayed = hex(engine.state().digest());
    proof.replay = proof.replay && proof.digest == proof.replayed;
}

/// Runs checks that report to the watch; true when they had nothing to say.
template <class F> bool is_clean(World& world, F&& check) {
    const auto before = world.watch().violations().size();
    check(world);
    return world.watch().violations().size() == before;
}

} // namespace

Proof prove(World& world) {
    Proof proof;
    replay_all(world, proof);
    const auto& state = world.node().engine().state();
    proof.orders = state.ledger.orders().live();
    state.ledger.orders().each([&](OrderId, const ledger::Order& order) {
        order.each_parcel(
            [&](const ledger::Line&, std::uint32_t, const ledger::Parcel&) { ++proof.parcels; });
    });
    const auto wrong = ledger::audit(state.ledger);
    proof.ledger = wrong.empty();
    proof.wrong.insert(proof.wrong.end(), wrong.begin(), wrong.end());
    proof.answers = is_clean(world, [](World& one) { check_answers(one); });
    proof.goods = is_clean(world, [](World& one) {
        check_goods(one);
        check_owners(one);
    });
    proof.unnoticed = world.goods().mixed_up();
    for (const auto& violation : world.watch().violations())
        proof.wrong.push_back(fmt::format("position {}: {}", violation.position, violation.what));
    return proof;
}

} // namespace truefill::sim

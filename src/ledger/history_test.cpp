#include "base/assert.h"
#include "ledger/random_history.h"
#include "ledger/test_desk.h"

#include <algorithm>
#include <cstdio>

namespace truefill::ledger {

using T = Trigger;

namespace {

std::uint64_t running_seed = 0;

/// Whatever stops a test in here, the seed is known.
void say_seed(const char*) {
    std::fprintf(stderr, "random history of seed %llu\n", static_cast<unsigned long long>(running_seed));
}

/// Whether a hold is about a unit, as the design tells it, without an index.
bool is_meant(const Hold& hold, const Order& order, const Line& line, const Parcel* parcel) {
    if (hold.site && (!parcel || parcel->site != hold.site)) return false;
    switch (hold.scope) {
    case HoldScope::order: return hold.key == order.id.value;
    case HoldScope::line: return hold.key == order.id.value && hold.line == line.number;
    case HoldScope::customer: return hold.key == order.customer.value;
    case HoldScope::item: return hold.key == line.item.value;
    case HoldScope::lot: return parcel && hold.key == parcel->lot.value;
    case HoldScope::site: return parcel && hold.key == parcel->site.value;
    }
    return false;
}

void compare_holds(const Ledger& ledger, T trigger) {
    const auto compare = [&](const Order& order, const Line& line, const Parcel* parcel) {
        const Hold* expected = nullptr;
        for (const auto& hold : ledger.holds())
            if (!expected && is_meant(hold, order, line, parcel) &&
                std::ranges::find(hold.blocks, trigger) != hold.blocks.end())
                expected = &hold;
        CHECK(ledger.blocking(trigger, order, line, parcel) == expected);
    };
    ledger.orders().each([&](OrderId, const Order& order) {
        for (const auto& line : order.lines) compare(order, line, nullptr);
        order.each_parcel(
            [&](const Line& line, std::uint32_t, const Parcel& parcel) { compare(order, line, &parcel); });
    });
}

void is_sound(const std::vector<std::string>& findings) {
    if (!findings.empty()) FAIL(findings.front());
}

} // namespace

TEST_CASE("keeps every invariant through random histories, and replays them to the same state") {
    set_assert_hook(say_seed);
    std::size_t bent = 0, refused = 0, done = 0;
    std::vector<std::size_t> taken(trigger_count, 0);
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        running_seed = seed;
        CAPTURE(seed);
        History history{seed};
        Chooser choose{~seed};
        for (int step = 0; step < 400; ++step) {
            const auto touched = history.step();
            is_sound(audit_order(history.ledger, touched));
            if (step % 10 == 0) is_sound(audit(history.ledger));
            if (step % 30 == 0)
                compare_holds(history.ledger, static_cast<T>(1 + choose.below(trigger_count - 1)));
            if (step % 75 == 74) {
                // Goes on from a snapshot: what is made again on loading must serve as well.
                const auto bytes = bytes_of(history.ledger);
                auto again = loaded(bytes);
                REQUIRE(again.digest() == history.ledger.digest());
                REQUIRE(bytes_of(again) == bytes);
                history.ledger = std::move(again);
                is_sound(audit(history.ledger));
            }
        }
        Ledger replayed;
        for (const auto& act : history.acts) {
            perform(replayed, act);
            if (const auto* entry = get_if<Entry>(&act))
                for (const auto& posting : entry->units) ++taken[static_cast<std::size_t>(posting.trigger)];
        }
        REQUIRE(replayed.digest() == history.ledger.digest());
        REQUIRE(bytes_of(replayed) == bytes_of(history.ledger));
        // Two postings of one entry may want the same stock, and a stock row what is on its way: nothing
        // else.
        for (const auto& sentence : history.refusals) {
            CAPTURE(sentence);
            CHECK((sentence.starts_with("item ") || sentence.find("on their way") != std::string::npos));
        }
        bent += history.bent;
        refused += history.refused;
        done += history.acts.size();
    }
    set_assert_hook(nullptr);
    MESSAGE(done, " acts, ", refused, " entries refused, ", bent, " bent ones harmless");
    for (std::size_t i = 1; i < trigger_count; ++i) {
        CAPTURE(name_of(static_cast<T>(i)));
        CHECK(taken[i] > 0);
    }
}

TEST_CASE("changes its digest with every act") {
    History history{7};
    auto before = history.ledger.digest();
    while (history.acts.size() < 1000) {
        const auto acts = history.acts.size();
        history.step();
        CHECK((history.ledger.digest() != before) == (history.acts.size() != acts));
        before = history.ledger.digest();
    }
}

} // namespace truefill::ledger

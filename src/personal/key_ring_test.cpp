#include "personal/key_ring.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

using namespace truefill;
using namespace truefill::personal;

namespace {

/// A ring whose rows are kept as a journal would.
struct Kept {
    Kept() {
        ring.on_new_key([this](journal::SideRow row) { rows.push_back(std::move(row)); });
    }
    std::vector<journal::SideRow> rows;
    KeyRing ring;
};

} // namespace

TEST_CASE("what is sealed for a person can be read with his key, and again after a start") {
    Kept kept;
    const std::string text = "1 rue du Port, 69001 Lyon \xC3\xA9\n\"";
    const auto token = kept.ring.seal("customer:ACME", text);
    CHECK(is_sealed(token));
    CHECK(clear_size(token) == text.size());
    CHECK(token.find("rue") == std::string::npos);
    CHECK(kept.ring.unseal(token) == text);
    KeyRing again;
    REQUIRE(again.load(kept.rows));
    CHECK(again.unseal(token) == text);
    CHECK(again.seal("customer:ACME", text) == token);
    for (const std::size_t size : {1, 2, 3, 100, 16'384}) {
        const std::string long_text(size, 'x');
        CHECK(kept.ring.unseal(kept.ring.seal("customer:ACME", long_text)) == long_text);
    }
}

TEST_CASE("the same text of the same person is the same token, of another person another one") {
    Kept kept;
    const auto token = kept.ring.seal("customer:ACME", "Rue 1");
    CHECK(kept.ring.seal("customer:ACME", "Rue 1") == token);
    CHECK(kept.ring.seal("customer:ACME", "Rue 2") != token);
    CHECK(kept.ring.seal("customer:ACM", "Rue 1") != token);
    CHECK(kept.rows.size() == 2);
    CHECK(kept.ring.seal("customer:ACME", "").empty());
    CHECK(kept.ring.seal("customer:ACME", token) == token);
    CHECK(kept.ring.seal("customer:ACME", std::string(16'385, 'x')) == std::string(16'385, 'x'));
}

TEST_CASE("a token is current until its key is set aside, and again when that is taken back") {
    Kept kept;
    const auto token = kept.ring.seal("customer:ACME", "Rue 1");
    CHECK(kept.ring.is_current(token));
    CHECK(kept.ring.is_current("Rue 1"));
    const auto ids = kept.ring.retire("customer:ACME");
    CHECK_FALSE(kept.ring.is_current(token));
    kept.ring.restore("customer:ACME", ids);
    CHECK(kept.ring.is_current(token));
    kept.ring.retire("customer:ACME");
    const auto anew = kept.ring.seal("customer:ACME", "Rue 1");
    CHECK(kept.ring.is_current(anew));
    CHECK_FALSE(kept.ring.is_current(token));
    kept.ring.forget(ids);
    CHECK_FALSE(kept.ring.is_current(token));
}

TEST_CASE("a key is kept before it is used, once, however many threads need it") {
    Kept kept;
    std::vector<std::jthread> threads;
    std::vector<std::string> tokens(8);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        threads.emplace_back([&, i] {
            for (int n = 0; n < 200; ++n) {
                tokens[i] = kept.ring.seal("customer:" + std::to_string(n), "Rue 1");
                CHECK(kept.ring.unseal(tokens[i]) == "Rue 1");
            }
        });
    threads.clear();
    CHECK(std::set<std::string>(tokens.begin(), tokens.end()).size() == 1);
    CHECK(kept.rows.size() == 200);
    CHECK(kept.ring.size() == 200);
}

TEST_CASE("a changed token says nothing and harms nothing") {
    Kept kept;
    const auto token = kept.ring.seal("customer:ACME", "Rue 1");
    kept.ring.seal("customer:B", "Rue 1");
    const auto other_id = kept.rows[1].key;
    for (std::size_t i = 0; i < token.size(); ++i) {
        CAPTURE(i);
        auto changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        const auto said = kept.ring.unseal(changed);
        CHECK(said != "Rue 1");
        CHECK((said == erased_word || said == unreadable_word || said == changed));
    }
    auto moved = token;
    moved.replace(4, sealed_key_size, other_id); // under another person's key
    CHECK(kept.ring.unseal(moved) == unreadable_word);
    CHECK(kept.ring.unseal("Rue 1") == "Rue 1");
    CHECK(kept.ring.unseal("") == "");
}

TEST_CASE("a forgotten key leaves nothing to read, and new text gets another") {
    Kept kept;
    const auto token = kept.ring.seal("customer:ACME", "Rue 1");
    const auto other = kept.ring.seal("customer:B", "Rue 2");
    CHECK(kept.ring.reveal(token) == "Rue 1");
    const auto ids = kept.ring.retire("customer:ACME");
    REQUIRE(ids.size() == 1);
    CHECK(kept.ring.unseal(token) == "Rue 1"); // until the erasure is durable
    const auto newer = kept.ring.seal("customer:ACME", "Rue 1");
    CHECK(newer != token);
    CHECK(kept.ring.forget(ids) == ids);
    CHECK(kept.ring.forget(ids).empty());
    CHECK(kept.ring.unseal(token) == erased_word);
    CHECK(kept.ring.reveal(token) == erased_word);
    CHECK(kept.ring.unseal(newer) == "Rue 1");
    CHECK(kept.ring.unseal(other) == "Rue 2");
    CHECK(kept.ring.retire("customer:nobody").empty());
}

TEST_CASE("an erasure that is refused leaves the person as he was") {
    Kept kept;
    const auto token = kept.ring.seal("customer:ACME", "Rue 1");
    auto ids = kept.ring.retire("customer:ACME");
    kept.ring.restore("customer:ACME", ids);
    CHECK(kept.ring.seal("customer:ACME", "Rue 1") == token);
    ids = kept.ring.retire("customer:ACME");
    const auto newer = kept.ring.seal("customer:ACME", "Rue 1");
    kept.ring.restore("customer:ACME", ids);
    CHECK(kept.ring.seal("customer:ACME", "Rue 1") == newer);
    CHECK(kept.ring.retire("customer:ACME").size() == 2);
    KeyRing again; // rows come back in any order: the newest seals
    std::ranges::reverse(kept.rows);
    REQUIRE(again.load(kept.rows));
    CHECK(again.seal("customer:ACME", "Rue 1") == newer);
}

TEST_CASE("persons of a kind are listed once each") {
    Kept kept;
    for (const auto* person : {"consignee:2", "consignee:1", "consigneex:1", "customer:1"})
        kept.ring.seal(person, "Otto");
    kept.ring.retire("consignee:1");
    kept.ring.seal("consignee:1", "Otto"); // his second key
    CHECK(kept.ring.persons("consignee") == std::vector<std::string>{"consignee:1", "consignee:2"});
    CHECK(kept.ring.persons("user").empty());
}

TEST_CASE("rows that are no keys are told and left out") {
    KeyRing ring;
    CHECK_FALSE(ring.load(std::vector<journal::SideRow>{{"short", std::string(60, 'x')}}));
    CHECK_FALSE(ring.load(std::vector<journal::SideRow>{{"AAAAAAAAAAA", std::string(40, 'x')}}));
    CHECK(ring.size() == 0);
    CHECK(ring.load({}));
}

#include "access/access_fixture.h"

namespace truefill::access {
namespace {

const std::string key_1 = "AAAAAAAAAAA", key_2 = "BBBBBBBBBBB";

std::string sealed(std::size_t clear) {
    return "~p1.AAAAAAAAAAA." + std::string(((40 + clear) * 4 + 2) / 3, 'x') + "~";
}

TEST_CASE("an erased person is remembered with every key that may not be there any more") {
    World world;
    world.set_up();
    CHECK(world.run<PersonErased>(ErasePerson{"customer:C-1", "asked for it", {key_1}}) ==
          "ada erased what is known of customer:C-1: asked for it; 1 key was destroyed.");
    world.run<PersonErased>(ErasePerson{"customer:C-1", "again", {key_2}});
    REQUIRE(world.state.erased.size() == 1);
    CHECK(world.state.erased.begin()->second.keys == std::vector<std::string>{key_1, key_2});
    CHECK(world.state.erased.begin()->second.by == "ada");
}

TEST_CASE("what is no person, has no reason or no key is not erased") {
    World world;
    world.set_up();
    const auto refusal = [&](std::string person, std::vector<std::string> keys = {key_1}) {
        return world.refusal(ErasePerson{std::move(person), "asked for it", std::move(keys)});
    };
    for (const auto* person : {"", "C-1", "customer:", "site:LYON", "customers:C-1"})
        CHECK_MESSAGE(refusal(person) == "person_not_canonical", person);
    CHECK(refusal("customer:C-1\n") == "text_not_clean");
    CHECK(refusal("customer:C-1", {}) == "nothing_to_erase");
    CHECK(refusal("user:ada", {}) == "nothing_to_erase");
    CHECK(refusal("customer:C-9", {}) == "person_unknown");
    CHECK(refusal("user:bob", {}) == "person_unknown");
    CHECK(refusal("consignee:tracking:T-1").empty());
    CHECK(refusal("consignee:tracking:T-1", {}) == "person_unknown");
    CHECK(refusal("customer:C-9").empty()); // an order that was refused may have brought his address
    CHECK(refusal("customer:C-1", {"short"}) == "keys_not_proper");
    CHECK(refusal("customer:C-1", std::vector<std::string>(10'001, key_1)) == "keys_not_proper");
    CHECK(world.refusal(ErasePerson{"customer:C-1", "", {key_1}}) == "reason_missing");
}

TEST_CASE("of a sealed name a decision asks how long it was") {
    World world;
    world.set_up();
    auto bob = World::person("bob");
    bob.display_name = sealed(101);
    CHECK(world.refusal(bob) == "text_not_clean");
    bob.display_name = sealed(100);
    bob.email_ref = sealed(101);
    CHECK(world.refusal(bob) == "email_not_reference");
    bob.email_ref = sealed(100);
    CHECK(world.refusal(bob).empty());
    CHECK_FALSE(check_person("Bob", "").has_value());
    CHECK(check_person("", "")->code == "display_name_missing");
    CHECK(check_person("Bob\n", "")->code == "text_not_clean");
    CHECK(check_person("Bob", "bob@example.com")->code == "email_not_reference");
}

} // namespace
} // namespace truefill::access

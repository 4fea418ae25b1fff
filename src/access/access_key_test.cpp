#include "access/access_fixture.h"

namespace truefill::access {
namespace {

TEST_CASE("a key is a prefix, the hash of a secret, a principal, a source and roles, for a time") {
    World world;
    world.set_up();
    auto command = world.key("wmslyon1", "wms-lyon", {Role::shift_lead, Role::warehouse});
    command.scope = {{"LYON"}, {}};
    CHECK(world.run<KeyCreated>(command) ==
          "ada made the key wmslyon1 for wms-lyon, whose messages come as wms-lyon, with the roles "
          "warehouse, shift_lead, at LYON; it works until 2026-05-31 10:00 UTC.");
    const auto* key = find_key(world.state, "wmslyon1");
    REQUIRE(key);
    CHECK(key->principal == "wms-lyon");
    CHECK(key->scope.sites == std::vector<std::string>{"LYON"});
    CHECK(secret_of(world.state, "wmslyon1") == sha256("secret of wmslyon1"));
    CHECK(!secret_of(world.state, "wmslyon2"));
    CHECK(find_key(world.state, "wmslyon2") == nullptr);
    CHECK(actor_of(world.state, {.key = "wmslyon1"}) == "wms-lyon");
}

TEST_CASE("what is wrong about a key is refused with its own code") {
    World world;
    world.set_up().group();
    const auto good = world.key("wmslyon1", "wms-lyon", {Role::warehouse});
    const auto refused = [&](auto change) {
        auto bad = good;
        change(bad);
        return world.refusal(bad);
    };
    CHECK(refused([](auto&) {}) == "");
    for (const auto* prefix : {"", "short", "WMSLYON1", "wms-lyon-1", "wmslyon1wmslyon1x"})
        CHECK(refused([&](auto& c) { c.prefix = prefix; }) == "name_not_canonical");
    CHECK(refused([](auto& c) { c.secret = {}; }) == "secret_missing");
    CHECK(refused([](auto& c) { c.roles = {}; }) == "role_missing");
    CHECK(refused([](auto& c) { c.roles = {static_cast<Role>(77)}; }) == "role_unknown");
    CHECK(refused([](auto& c) { c.principal = "WMS"; }) == "name_not_canonical");
    CHECK(refused([](auto& c) { c.source = ""; }) == "name_not_canonical");
    CHECK(refused([](auto& c) { c.source = "truefill"; }) == "name_reserved");
    CHECK(refused([](auto& c) { c.scope = {{"MARS"}, {}}; }) == "site_unknown");
    CHECK(refused([](auto& c) { c.scope = {{}, {"BIG"}}; }) == "group_unknown");
    CHECK(refused([](auto& c) { c.scope = {{"LYON"}, {"KEY"}}; }) == "");
    CHECK(refused([](auto& c) { c.expires_at = {}; }) == "expiry_past");
    CHECK(refused([&](auto& c) { c.expires_at = world.now(); }) == "expiry_past");
    CHECK(refused([&](auto& c) { c.expires_at = world.now() + days(401); }) == "expiry_too_late");
    CHECK(refused([&](auto& c) { c.expires_at = world.now() + days(400); }) == "");
}

TEST_CASE("prefix and secret are given once, for ever") {
    World world;
    world.set_up();
    const auto first = world.key("wmslyon1", "wms-lyon", {Role::warehouse});
    world.run<KeyCreated>(first);
    world.run<KeyRevoked>(RevokeKey{"wmslyon1", "lost"});
    CHECK(world.refusal(first) == "prefix_taken");
    auto again = first;
    again.prefix = "wmslyon2";
    CHECK(world.refusal(again) == "secret_reused");
    again.secret = sha256("another");
    CHECK(world.refusal(again) == "");
}

TEST_CASE("a source belongs to one principal") {
    World world;
    world.set_up();
    world.run<KeyCreated>(world.key("wmslyon1", "wms-lyon", {Role::warehouse}));
    auto other = world.key("wmslille1", "wms-lille", {Role::warehouse});
    other.source = "wms-lyon";
    CHECK(world.refusal(other) == "source_taken");
    CHECK(world.refusal(world.key("wmslyon2", "wms-lyon", {Role::warehouse})) == "");
}

TEST_CASE("a person's key has no role that the person has not") {
    World world;
    world.set_up();
    world.add("bob", {Role::finance, Role::credit});
    CHECK(world.refusal(world.key("bobskey1", "bob", {Role::finance, Role::buyer})) == "role_not_owned");
    world.run<KeyCreated>(world.key("bobskey1", "bob", {Role::finance}));
    world.run<UserDeactivated>(DeactivateUser{"bob", ""});
    CHECK(world.refusal(world.key("bobskey2", "bob", {Role::finance})) == "user_inactive");
}

TEST_CASE("a key for administrators is made and rotated by one") {
    World world;
    world.set_up();
    world.add("bob", {Role::finance});
    const auto command = world.key("provision1", "provisioner", {Role::administrator});
    CHECK(world.as("bob").refusal(command) == "only_administrators");
    world.as("ada").run<KeyCreated>(command);
    const RotateKey rotate{"provision1", "provision2", sha256("new"), world.now() + days(1),
                           world.now() + days(90)};
    CHECK(world.as("provisioner").refusal(rotate) == "only_administrators");
    CHECK(world.refusal(World::person("mal", {Role::administrator})) == "only_administrators");
    CHECK(world.as("ada").refusal(rotate) == "");
}

TEST_CASE("the old key works until its successor has taken over") {
    World world;
    world.set_up();
    world.run<KeyCreated>(world.key("wmslyon1", "wms-lyon", {Role::warehouse}));
    const RotateKey rotate{"wmslyon1", "wmslyon2", sha256("new"), world.now() + days(2),
                           world.now() + days(180)};
    CHECK(world.run<KeyRotated>(rotate) ==
          "ada replaced the key wmslyon1 of wms-lyon by wmslyon2, which works until 2026-08-29 10:00 UTC; "
          "the old one works until 2026-03-04 10:00 UTC.");
    const auto code = [&](const char* prefix) {
        return usable(world.state, {.key = prefix}, world.now()).code;
    };
    CHECK(code("wmslyon1") == "allowed");
    CHECK(code("wmslyon2") == "allowed");
    CHECK(find_key(world.state, "wmslyon2")->roles == std::vector{Role::warehouse});
    CHECK(find_key(world.state, "wmslyon2")->source == "wms-lyon");
    CHECK(secret_of(world.state, "wmslyon2") == sha256("new"));
    CHECK(secret_of(world.state, "wmslyon1") == sha256("secret of wmslyon1"));
    world.pass(days(2));
    CHECK(code("wmslyon1") == "key_expired");
    CHECK(code("wmslyon2") == "allowed");
    CHECK(usable(world.state, {.key = "wmslyon1"}, world.now()).reason ==
          "the key wmslyon1 expired on 2026-03-04 10:00 UTC; its successor is wmslyon2");
    world.pass(days(178));
    CHECK(code("wmslyon2") == "key_expired");
}

TEST_CASE("a rotation is of a key that works, once, with a short overlap") {
    World world;
    world.set_up();
    world.run<KeyCreated>(world.key("wmslyon1", "wms-lyon", {Role::warehouse}));
    world.run<KeyCreated>(world.key("wmslille1", "wms-lille", {Role::warehouse}));
    const RotateKey good{"wmslyon1", "wmslyon2", sha256("new"), world.now() + days(2),
                         world.now() + days(180)};
    const auto refused = [&](auto change) {
        auto bad = good;
        change(bad);
        return world.refusal(bad);
    };
    CHECK(refused([](auto&) {}) == "");
    CHECK(refused([](auto& c) { c.prefix = "wmslyon9"; }) == "key_unknown");
    CHECK(refused([](auto& c) { c.new_prefix = "X"; }) == "name_not_canonical");
    CHECK(refused([](auto& c) { c.new_prefix = "wmslyon1"; }) == "prefix_taken");
    CHECK(refused([](auto& c) { c.new_prefix = "wmslille1"; }) == "prefix_taken");
    CHECK(refused([](auto& c) { c.secret = {}; }) == "secret_missing");
    CHECK(refused([](auto& c) { c.secret = sha256("secret of wmslyon1"); }) == "secret_reused");
    CHECK(refused([&](auto& c) { c.expires_at = world.now(); }) == "expiry_past");
    CHECK(refused([&](auto& c) { c.expires_at = world.now() + days(401); }) == "expiry_too_late");
    CHECK(refused([&](auto& c) { c.old_until = world.now(); }) == "expiry_past");
    CHECK(refused([&](auto& c) { c.old_until = world.now() + days(31); }) == "expiry_too_late");
    world.run<KeyRotated>(good);
    CHECK(refused([](auto& c) {
              c.new_prefix = "wmslyon3";
              c.secret = sha256("newer");
          }) == "already_rotated");
    world.run<KeyRevoked>(RevokeKey{"wmslille1", ""});
    CHECK(refused([](auto& c) { c.prefix = "wmslille1"; }) == "already_revoked");
    world.pass(days(3));
    CHECK(refused([](auto&) {}) == "key_expired");
}

TEST_CASE("an overlap does not lengthen the life of the old key") {
    World world;
    world.set_up();
    auto command = world.key("wmslyon1", "wms-lyon", {Role::warehouse});
    command.expires_at = world.now() + hours(5);
    world.run<KeyCreated>(command);
    world.run<KeyRotated>(
        RotateKey{"wmslyon1", "wmslyon2", sha256("new"), world.now() + days(2), world.now() + days(180)});
    CHECK(find_key(world.state, "wmslyon1")->expires_at == command.expires_at);
}

TEST_CASE("a revoked key works no more, and is revoked once") {
    World world;
    world.set_up();
    world.run<KeyCreated>(world.key("wmslyon1", "wms-lyon", {Role::warehouse}));
    CHECK(world.refusal(RevokeKey{"wmslyon1", "a\nb"}) == "text_not_clean");
    CHECK(world.run<KeyRevoked>(RevokeKey{"wmslyon1", "found in a mail"}) ==
          "ada revoked the key wmslyon1 of wms-lyon: found in a mail.");
    CHECK(usable(world.state, {.key = "wmslyon1"}, world.now()).code == "key_revoked");
    CHECK(world.refusal(RevokeKey{"wmslyon1", ""}) == "already_revoked");
    CHECK(world.refusal(RevokeKey{"wmslyon7", ""}) == "key_unknown");
}

} // namespace
} // namespace truefill::access

#include "access/access_fixture.h"

namespace truefill::access {
namespace {

ChangeUser roles_of_user(std::string user, std::vector<Role> roles) {
    ChangeUser command;
    command.user = std::move(user);
    command.roles = std::move(roles);
    return command;
}

TEST_CASE("a user has a canonical name, for ever") {
    World world;
    world.set_up();
    for (const auto* name : {"", "a", "Bob", "bob ", "-bob", "bob.", "b@b", "b\u00f6b", "bob/x"})
        CHECK_MESSAGE(world.refusal(World::person(name)) == "name_not_canonical", name);
    CHECK(world.refusal(World::person(std::string(65, 'a'))) == "name_not_canonical");
    for (const auto* name : {"truefill", "console", "system"})
        CHECK(world.refusal(World::person(name)) == "name_reserved");
    CHECK(world.run<UserCreated>(World::person("bob.smith-2", {Role::finance, Role::credit})) ==
          "ada made the user bob.smith-2 (Person bob.smith-2) with the roles credit, finance.");
    CHECK(world.refusal(World::person("bob.smith-2")) == "user_exists");
    world.run<UserDeactivated>(DeactivateUser{"bob.smith-2", "left"});
    CHECK(world.refusal(World::person("bob.smith-2")) == "user_exists");
    world.run<KeyCreated>(world.key("wmslyon1", "wms-lyon", {Role::warehouse}));
    CHECK(world.refusal(World::person("wms-lyon")) == "name_taken");
}

TEST_CASE("what is wrong about a new user is refused with its own code") {
    World world;
    world.set_up();
    auto bad = World::person("bob");
    bad.display_name = "";
    CHECK(world.refusal(bad) == "display_name_missing");
    bad.display_name = "Bob\n";
    CHECK(world.refusal(bad) == "text_not_clean");
    bad = World::person("bob");
    bad.email_ref = "bob@example.com";
    CHECK(world.refusal(bad) == "email_not_reference");
    bad = World::person("bob", {static_cast<Role>(15)});
    CHECK(world.refusal(bad) == "role_unknown");
    CHECK(world.refusal(World::person("bob", {}, {{"MARS"}, {}})) == "site_unknown");
    CHECK(world.refusal(World::person("bob", {}, {{}, {"KEY"}})) == "group_unknown");
    CHECK(world.refusal(World::person("bob", {}, {std::vector<std::string>(1001, "LYON"), {}})) ==
          "scope_too_long");
    bad = World::person("bob");
    bad.identity = {"http://id.example", "17"};
    CHECK(world.refusal(bad) == "identity_not_canonical");
    bad.identity = {"https://id.example", ""};
    CHECK(world.refusal(bad) == "identity_not_canonical");
    bad.identity = {"", "17"};
    CHECK(world.refusal(bad) == "identity_not_canonical");
    bad.identity = {"https://id.example", "17"};
    world.run<UserCreated>(bad);
    CHECK(find_identity(world.state, {"https://id.example", "17"}) == "bob");
    CHECK(find_identity(world.state, {}) == "");
    bad.user = "ben";
    CHECK(world.refusal(bad) == "identity_taken");
}

TEST_CASE("a scope is kept sorted, each code once") {
    World world;
    world.set_up().group();
    CHECK(world.run<UserCreated>(
              World::person("bob", {Role::warehouse}, {{"LYON", "LILLE", "LYON"}, {"KEY"}})) ==
          "ada made the user bob (Person bob) with the role warehouse, at LILLE, LYON, for the customer "
          "groups KEY.");
    CHECK(find_user(world.state, "bob")->scope.sites == std::vector<std::string>{"LILLE", "LYON"});
}

TEST_CASE("a change says what was given and taken, and leaves what it does not name") {
    World world;
    world.set_up();
    world.add("bob", {Role::finance, Role::credit}, {{"LYON"}, {}});
    const auto before = find_user(world.state, "bob")->changed_at;
    world.pass(minutes(1));
    CHECK(world.run<UserChanged>(roles_of_user("bob", {Role::quality, Role::finance})) ==
          "ada changed the user bob, gave quality, took credit. bob is now Person bob with the roles "
          "finance, quality, at LYON.");
    CHECK(find_user(world.state, "bob")->changed_at > before);
    CHECK(world.refusal(roles_of_user("bob", {Role::quality, Role::finance})) == "nothing_changes");
    CHECK(world.refusal(roles_of_user("bab", {})) == "user_unknown");
    CHECK(world.refusal(roles_of_user("bob", {static_cast<Role>(200)})) == "role_unknown");
    ChangeUser command;
    command.user = "bob";
    command.display_name = "";
    CHECK(world.refusal(command) == "display_name_missing");
    command.display_name = "Bobby";
    const auto changed = find_user(world.state, "bob")->changed_at;
    world.pass(minutes(1));
    world.run<UserChanged>(command);
    CHECK(find_user(world.state, "bob")->display_name == "Bobby");
    CHECK(find_user(world.state, "bob")->roles == std::vector{Role::finance, Role::quality});
    CHECK(find_user(world.state, "bob")->changed_at == changed); // a name ends no session
    command = {};
    command.user = "bob";
    command.scope = Scope{{"MARS"}, {}};
    CHECK(world.refusal(command) == "site_unknown");
    command.scope = Scope{};
    world.run<UserChanged>(command);
    CHECK(find_user(world.state, "bob")->scope == Scope{});
}

TEST_CASE("nobody but an administrator in person makes or changes one") {
    World world;
    world.set_up();
    world.add("bob", {Role::finance});
    world.add("eve", {Role::administrator, Role::finance});
    for (const auto* actor : {"bob", "", "nobody"}) {
        world.as(actor);
        CHECK(world.refusal(World::person("mal", {Role::administrator})) == "only_administrators");
        CHECK(world.refusal(roles_of_user("bob", {Role::administrator})) == "only_administrators");
        CHECK(world.refusal(roles_of_user("eve", {Role::finance})) == "only_administrators");
        CHECK(world.refusal(DeactivateUser{"eve", ""}) == "only_administrators");
        CHECK(world.refusal(SetCredential{"eve", argon}) == "only_administrators");
        CHECK(world.refusal(SetLimit{"eve", "", euros(5), false}) == "only_administrators");
        CHECK(world.refusal(SetSubstitute{"eve", "bob", world.today(), world.today()}) ==
              "only_administrators");
        CHECK(world.refusal(World::person("mal", {Role::finance})) == "");
    }
    world.as("ada").run<UserChanged>(roles_of_user("bob", {Role::administrator}));
    world.as("bob").run<UserChanged>(roles_of_user("eve", {Role::finance}));
}

TEST_CASE("an administrator who is not active makes none") {
    World world;
    world.set_up();
    world.add("eve", {Role::administrator});
    world.run<UserDeactivated>(DeactivateUser{"eve", ""});
    CHECK(world.as("eve").refusal(World::person("mal", {Role::administrator})) == "only_administrators");
    CHECK(world.refusal(ReactivateUser{"eve", ""}) == "only_administrators");
    world.as("ada").run<UserReactivated>(ReactivateUser{"eve", "back"});
    CHECK(world.as("eve").refusal(World::person("mal", {Role::administrator})) == "");
}

TEST_CASE("who stands in for an administrator makes none") {
    World world;
    world.set_up();
    world.add("bob", {Role::finance});
    world.run<SubstituteSet>(SetSubstitute{"ada", "bob", world.today(), world.today()});
    CHECK(world.code("bob", {.what = "access.create_user"}) == "allowed");
    CHECK(world.as("bob").refusal(World::person("mal", {Role::administrator})) == "only_administrators");
    CHECK(world.refusal(roles_of_user("bob", {Role::administrator})) == "only_administrators");
}

TEST_CASE("the last administrator who can log in stays") {
    World world;
    world.set_up();
    CHECK(world.refusal(roles_of_user("ada", {Role::finance})) == "last_administrator");
    CHECK(world.refusal(DeactivateUser{"ada", "tired"}) == "last_administrator");
    world.add("eve", {Role::administrator}); // has no password yet
    CHECK(world.refusal(DeactivateUser{"ada", "tired"}) == "last_administrator");
    world.run<CredentialSet>(SetCredential{"eve", argon});
    CHECK(world.refusal(roles_of_user("ada", {Role::finance})) == "");
    world.run<UserDeactivated>(DeactivateUser{"ada", "tired"});
    CHECK(world.as("eve").refusal(DeactivateUser{"eve", ""}) == "last_administrator");
    world.run<UserReactivated>(ReactivateUser{"ada", ""});
    CHECK(world.refusal(DeactivateUser{"eve", ""}) == "");
}

TEST_CASE("an administrator of an identity provider counts as one who can log in") {
    World world;
    world.set_up();
    auto eve = World::person("eve", {Role::administrator});
    eve.identity = {"https://id.example", "17"};
    world.run<UserCreated>(eve);
    world.run<UserDeactivated>(DeactivateUser{"ada", ""});
    ChangeUser command;
    command.user = "eve";
    command.identity = Identity{};
    CHECK(world.as("eve").refusal(command) == "last_administrator");
}

TEST_CASE("a user is deactivated and reactivated, each once") {
    World world;
    world.set_up();
    world.add("bob", {Role::finance});
    CHECK(world.refusal(ReactivateUser{"bob", ""}) == "already_active");
    CHECK(world.run<UserDeactivated>(DeactivateUser{"bob", "left"}) == "ada deactivated the user bob: left.");
    CHECK(world.refusal(DeactivateUser{"bob", ""}) == "already_inactive");
    CHECK(world.refusal(DeactivateUser{"bab", ""}) == "user_unknown");
    CHECK(world.refusal(ReactivateUser{"bab", ""}) == "user_unknown");
    CHECK(world.refusal(ReactivateUser{"bob", "a\tb"}) == "text_not_clean");
    CHECK(world.refusal(SetCredential{"bob", argon}) == "user_inactive");
    CHECK(world.refusal(SetLimit{"bob", "", euros(5), false}) == "user_inactive");
    CHECK(world.refusal(SetSubstitute{"bob", "ada", world.today(), world.today()}) == "user_inactive");
    CHECK(world.run<UserReactivated>(ReactivateUser{"bob", ""}) == "ada reactivated the user bob.");
    CHECK(world.refusal(SetCredential{"bob", argon}) == "");
}

TEST_CASE("a password that another has set is for one log-in") {
    World world;
    world.set_up();
    world.add("bob");
    CHECK(world.refusal(SetCredential{"bob", "correct horse"}) == "credential_not_hashed");
    CHECK(world.refusal(SetCredential{"bob", "$argon2i$v=19$m=1"}) == "credential_not_hashed");
    CHECK(world.refusal(SetCredential{"bob", argon + std::string(256, 'x')}) == "credential_not_hashed");
    CHECK(world.refusal(SetCredential{"bab", argon}) == "user_unknown");
    world.pass(minutes(1));
    CHECK(world.run<CredentialSet>(SetCredential{"bob", argon}) ==
          "ada set a password for bob, who chooses another at the next log-in.");
    CHECK(find_credential(world.state, "bob")->temporary);
    CHECK(find_user(world.state, "bob")->changed_at == world.now());
    CHECK(world.as("bob").run<CredentialSet>(SetCredential{"bob", argon + "2"}) ==
          "bob chose a new password.");
    CHECK(!find_credential(world.state, "bob")->temporary);
    CHECK(find_credential(world.state, "bob")->hash == argon + "2");
}

TEST_CASE("a limit is of a command and a currency, or of a currency") {
    World world;
    world.set_up();
    world.add("bob", {Role::finance});
    CHECK(world.run<LimitSet>(SetLimit{"bob", "", euros(500), false}) ==
          "ada lets bob decide up to 500.00 EUR.");
    CHECK(world.run<LimitSet>(SetLimit{"bob", "billing.write_off", euros(50), false}) ==
          "ada lets bob decide up to 50.00 EUR for billing.write_off.");
    world.run<LimitSet>(SetLimit{"bob", "", {Amount{Amount::scale}, gbp}, false});
    CHECK(find_user(world.state, "bob")->limits.size() == 3);
    world.run<LimitSet>(SetLimit{"bob", "", euros(600), false});
    CHECK(find_user(world.state, "bob")->limits.size() == 3);
    CHECK(world.refusal(SetLimit{"bob", "", euros(600), false}) == "nothing_changes");
    CHECK(world.run<LimitSet>(SetLimit{"bob", "", {{}, eur}, true}) ==
          "ada took the limit of 600.00 EUR from bob.");
    CHECK(world.refusal(SetLimit{"bob", "", {{}, eur}, true}) == "nothing_changes");
    CHECK(world.refusal(SetLimit{"bob", "", {}, false}) == "currency_missing");
    CHECK(world.refusal(SetLimit{"bob", "", euros(0), false}) == "limit_not_positive");
    CHECK(world.refusal(SetLimit{"bob", "", euros(-1), false}) == "limit_not_positive");
    CHECK(world.refusal(SetLimit{"bob", "orders.place_order", euros(1), false}) == "command_without_value");
    CHECK(world.refusal(SetLimit{"bob", "orders.make_coffee", euros(1), false}) == "command_without_value");
    CHECK(world.refusal(SetLimit{"bab", "", euros(1), false}) == "user_unknown");
}

TEST_CASE("a substitute is another active user, for days that are not over") {
    World world;
    world.set_up();
    world.add("ann", {Role::credit});
    world.add("bob");
    const auto today = world.today();
    world.as("ann");
    CHECK(world.refusal(SetSubstitute{"ann", "bab", today, today}) == "user_unknown");
    CHECK(world.refusal(SetSubstitute{"ann", "ann", today, today}) == "own_substitute");
    CHECK(world.refusal(SetSubstitute{"ann", "bob", {}, today}) == "dates_wrong");
    CHECK(world.refusal(SetSubstitute{"ann", "bob", today + 1, today}) == "dates_wrong");
    CHECK(world.refusal(SetSubstitute{"ann", "bob", today + -2, today + -1}) == "expiry_past");
    CHECK(world.refusal(SetSubstitute{"ann", "bob", today, today + 92}) == "expiry_too_late");
    CHECK(world.refusal(SetSubstitute{"ann", "bob", today, today + 91}) == "");
    CHECK(world.refusal(SetSubstitute{"ann", "", {}, {}}) == "nothing_changes");
    CHECK(world.run<SubstituteSet>(SetSubstitute{"ann", "bob", today, today + 7}) ==
          "bob stands in for ann from 2026-03-02 to 2026-03-09, says ann.");
    CHECK(world.run<SubstituteSet>(SetSubstitute{"ann", "", {}, {}}) ==
          "Nobody stands in for ann any more, says ann.");
    CHECK(!find_user(world.state, "ann")->substitute);
    world.as("ada").run<UserDeactivated>(DeactivateUser{"bob", ""});
    CHECK(world.refusal(SetSubstitute{"ann", "bob", today, today}) == "user_inactive");
}

TEST_CASE("nobody takes the place of another for himself") {
    World world;
    world.set_up();
    world.add("ann", {Role::finance});
    world.add("bob", {Role::operations_lead});
    const SetSubstitute take{"ann", "bob", world.today(), world.today()};
    CHECK(world.as("bob").refusal(take) == "only_administrators");
    CHECK(world.as("ann").refusal(take) == "");
}

} // namespace
} // namespace truefill::access

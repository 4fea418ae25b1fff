#include "access/access_fixture.h"
#include "base/json.h"

namespace truefill::access {
namespace {

TEST_CASE("who does what with a webhook is told, and changes no state") {
    World world;
    world.set_up();
    const auto before = world.state.users.size();
    CHECK(world.run<WebhookNoted>(NoteWebhook{"erp", WebhookAct::make, "erp.example"}) ==
          "ada made the webhook erp to erp.example.");
    CHECK(world.run<WebhookNoted>(NoteWebhook{"erp", WebhookAct::remove, ""}) ==
          "ada ended the webhook erp.");
    CHECK(world.refusal(NoteWebhook{"", WebhookAct::make, ""}) == "name_not_canonical");
    CHECK(world.refusal(NoteWebhook{"erp", WebhookAct::make, "a\nb"}) == "text_not_clean");
    CHECK(world.state.users.size() == before);
}

TEST_CASE("an empty state is saved as nothing, so states from before there were users keep their digests") {
    const State state;
    std::string bytes;
    archive::save(bytes, state);
    CHECK(state.is_empty());
    CHECK(bytes.empty());
    State loaded;
    loaded.group_of["C-1"] = "KEY";
    archive::Reader reader{bytes};
    archive::load(reader, loaded);
    CHECK(reader.ok());
    CHECK(loaded.is_empty());
    World world;
    world.run<FirstRunIssued>(IssueFirstRun{sha256("link"), world.now() + days(1)});
    CHECK(!world.state.is_empty());
    archive::save(bytes, world.state);
    CHECK(!bytes.empty());
    archive::Reader torn{std::string_view{bytes}.substr(0, bytes.size() - 1)};
    archive::load(torn, loaded);
    CHECK(!torn.ok());
}

TEST_CASE("the first-run link makes the first administrator, once") {
    World world;
    CHECK(!has_administrator(world.state));
    AcceptFirstRun accept{sha256("link"), "ada", "Ada Byron", "mail-1", argon};
    CHECK(world.refusal(accept) == "no_first_run");
    CHECK(world.run<FirstRunIssued>(IssueFirstRun{sha256("link"), world.now() + days(1)}) ==
          "A first-run link was made; it works once, until 2026-03-03 10:00 UTC.");
    accept.token = sha256("guess");
    CHECK(world.refusal(accept) == "first_run_wrong");
    accept.token = sha256("link");
    world.pass(days(1));
    CHECK(world.refusal(accept) == "first_run_expired");
    world.run<FirstRunIssued>(IssueFirstRun{sha256("second"), world.now() + days(1)});
    CHECK(world.refusal(accept) == "first_run_wrong");
    accept.token = sha256("second");
    CHECK(world.run<FirstRunAccepted>(accept) ==
          "ada (Ada Byron) used the first-run link and is an administrator.");
    CHECK(has_administrator(world.state));
    CHECK(find_user(world.state, "ada")->roles == std::vector{Role::administrator});
    CHECK(find_user(world.state, "ada")->email_ref == "mail-1");
    CHECK(find_credential(world.state, "ada")->hash == argon);
    CHECK(!find_credential(world.state, "ada")->temporary);
    CHECK(!world.state.first_run);
    CHECK(world.refusal(accept) == "already_set_up");
    CHECK(world.refusal(IssueFirstRun{sha256("third"), world.now() + days(1)}) == "already_set_up");
}

TEST_CASE("the first administrator's name, address and password are checked like anybody's") {
    World world;
    world.run<FirstRunIssued>(IssueFirstRun{sha256("link"), world.now() + days(1)});
    const AcceptFirstRun good{sha256("link"), "ada", "Ada", "", argon};
    auto bad = good;
    bad.user = "Ada";
    CHECK(world.refusal(bad) == "name_not_canonical");
    bad = good;
    bad.display_name = "";
    CHECK(world.refusal(bad) == "display_name_missing");
    bad = good;
    bad.email_ref = "ada@example.com";
    CHECK(world.refusal(bad) == "email_not_reference");
    bad = good;
    bad.credential = "correct horse";
    CHECK(world.refusal(bad) == "credential_not_hashed");
    CHECK(world.refusal(good) == "");
}

TEST_CASE("a link ends within a week, after now, and has a hash") {
    World world;
    CHECK(world.refusal(IssueFirstRun{{}, world.now() + days(1)}) == "secret_missing");
    CHECK(world.refusal(IssueFirstRun{sha256("a"), world.now()}) == "expiry_past");
    CHECK(world.refusal(IssueFirstRun{sha256("a"), {}}) == "expiry_past");
    CHECK(world.refusal(IssueFirstRun{sha256("a"), world.now() + days(8)}) == "expiry_too_late");
    CHECK(world.refusal(IssueFirstRun{sha256("a"), world.now() + days(7)}) == "");
}

TEST_CASE("who lost the last password gets a link of recovery at the machine itself") {
    World world;
    world.set_up().as("");
    world.run<FirstRunIssued>(IssueFirstRun{sha256("again"), world.now() + days(1), true});
    CHECK(world.refusal(AcceptFirstRun{sha256("again"), "ada", "Ada", "", argon}) == "user_exists");
    world.run<FirstRunAccepted>(AcceptFirstRun{sha256("again"), "eve", "Eve", "", argon});
    CHECK(find_user(world.state, "eve")->roles == std::vector{Role::administrator});
    CHECK(!world.state.first_run_recovery);
    CHECK(world.refusal(AcceptFirstRun{sha256("again"), "mal", "Mal", "", argon}) == "already_set_up");
}

TEST_CASE("groups of the identity provider bring roles until they are taken away") {
    World world;
    world.set_up();
    const std::string issuer = "https://id.example";
    CHECK(world.run<RoleMapped>(MapRole{issuer, "Finance", {Role::finance, Role::credit, Role::finance}}) ==
          "ada gave the group Finance of https://id.example the roles credit, finance.");
    CHECK(world.refusal(MapRole{issuer, "Finance", {Role::credit, Role::finance}}) == "nothing_changes");
    CHECK(world.refusal(MapRole{"http://id.example", "G", {Role::credit}}) == "identity_not_canonical");
    CHECK(world.refusal(MapRole{issuer, "", {Role::credit}}) == "group_missing");
    CHECK(world.refusal(MapRole{issuer, " G", {Role::credit}}) == "text_not_clean");
    CHECK(world.refusal(MapRole{issuer, "G", {static_cast<Role>(99)}}) == "role_unknown");
    CHECK(world.refusal(MapRole{issuer, "G", {}}) == "nothing_changes");
    world.run<RoleMapped>(MapRole{issuer, "Root", {Role::administrator}});
    world.add("bob", {Role::finance});
    world.as("bob");
    CHECK(world.refusal(MapRole{issuer, "G", {Role::administrator}}) == "only_administrators");
    CHECK(world.refusal(MapRole{issuer, "Root", {}}) == "only_administrators");
    CHECK(world.refusal(MapRole{issuer, "G", {Role::credit}}) == "");
    world.as("ada").run<RoleMapped>(MapRole{issuer, "Finance", {}});
    CHECK(world.state.mapped.size() == 1);
}

TEST_CASE("a customer is of one group at most") {
    World world;
    world.set_up();
    CHECK(world.run<CustomersGrouped>(GroupCustomers{"KEY", {"C-2", "C-1", "C-2"}}) ==
          "ada put C-1, C-2 into the customer group KEY.");
    CHECK(group_of(world.state, "C-1") == "KEY");
    CHECK(group_of(world.state, "C-3") == "");
    CHECK(world.refusal(GroupCustomers{"KEY", {"C-1"}}) == "nothing_changes");
    CHECK(world.refusal(GroupCustomers{"KEY", {"C-9"}}) == "customer_unknown");
    CHECK(world.refusal(GroupCustomers{"KEY", {}}) == "customers_missing");
    CHECK(world.refusal(GroupCustomers{"KEY ACCOUNTS", {"C-1"}}) == "name_not_canonical");
    world.run<CustomersGrouped>(GroupCustomers{"SMALL", {"C-1"}});
    CHECK(group_of(world.state, "C-1") == "SMALL");
    world.run<CustomersGrouped>(GroupCustomers{"", {"C-1"}});
    CHECK(group_of(world.state, "C-1") == "");
    CHECK(world.refusal(GroupCustomers{"", {"C-1"}}) == "nothing_changes");
}

TEST_CASE("a role that does not exist is refused where the message is read, too") {
    json::Document document;
    const auto read = [&](std::string_view text) {
        const auto value = document.parse(text);
        REQUIRE(value.has_value());
        CreateUser command;
        return json::decode(*value, command).has_value();
    };
    CHECK(read(R"({"user":"bob","display_name":"Bob","roles":["finance"]})"));
    CHECK(!read(R"({"user":"bob","display_name":"Bob","roles":["emperor"]})"));
    CHECK(!read(R"({"user":"bob","display_name":"Bob","password":"x"})"));
}

TEST_CASE("taking all roles away is another thing than leaving them") {
    const auto written = [](const ChangeUser& command) {
        std::string text;
        json::encode(text, command);
        return text;
    };
    ChangeUser command;
    command.user = "bob";
    CHECK(written(command) == R"({"user":"bob"})");
    command.roles = std::vector<Role>{};
    CHECK(written(command) == R"({"user":"bob","roles":[]})");
    json::Document document;
    ChangeUser again;
    REQUIRE(json::decode(*document.parse(R"({"user":"bob","roles":[]})"), again));
    CHECK(again.roles.has_value());
}

TEST_CASE("a user or a key that is shown gives no hash away") {
    World world;
    world.set_up();
    world.run<KeyCreated>(world.key("wmslyon1", "wms-lyon", {Role::warehouse}));
    std::string text;
    json::encode(text, *find_user(world.state, "ada"));
    json::encode(text, *find_key(world.state, "wmslyon1"));
    CHECK(!text.contains("argon2id"));
    CHECK(!text.contains(World::hex(secret_of(world.state, "wmslyon1"))));
    CHECK(text.contains("wms-lyon"));
}

} // namespace
} // namespace truefill::access

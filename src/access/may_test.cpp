#include "access/access_fixture.h"

namespace truefill::access {
namespace {

TEST_CASE("what has no row, and who is nobody, is denied") {
    World world;
    world.set_up();
    CHECK(world.code("ada", {.what = "orders.make_coffee"}) == "unknown_act");
    CHECK(world.code("ada", {.what = ""}) == "unknown_act");
    CHECK(world.code("bob", {.what = "orders"}) == "user_unknown");
    CHECK(world.code("", {.what = "orders"}) == "user_unknown");
    CHECK(may(world.state, {}, {.what = "orders", .at = world.now()}).code == "user_unknown");
    CHECK(world.asked_by_key("wmslyon1", {.what = "orders"}).code == "key_unknown");
    world.add("bob");
    const auto answer = world.asked("bob", {.what = "orders"});
    CHECK(!answer.allowed);
    CHECK(answer.reason.ends_with("; you have none"));
}

TEST_CASE("the reason says which role would help") {
    World world;
    world.set_up();
    world.add("bob", {Role::customer_service});
    const auto answer = world.asked("bob", {.what = "billing.write_off"});
    CHECK(!answer.allowed);
    CHECK(answer.code == "role_missing");
    CHECK(answer.reason == "needs the role credit or finance; you have customer_service");
    const auto yes = world.asked("bob", {.what = "orders.place_order"});
    CHECK(yes.allowed);
    CHECK(yes.reason == "you have the role customer_service");
    CHECK(yes.on_behalf_of.empty());
}

TEST_CASE("an administrator gives rights and has no business act") {
    World world;
    world.set_up();
    CHECK(world.code("ada", {.what = "access.create_user"}) == "allowed");
    CHECK(world.code("ada", {.what = "orders.place_order"}) == "role_missing");
    CHECK(world.code("ada", {.what = "billing.write_off"}) == "role_missing");
}

TEST_CASE("some commands come only from the program, with the link, or by a route of their own") {
    World world;
    world.set_up();
    CHECK(world.code("ada", {.what = "engine.advance_time"}) == "inside_only");
    CHECK(world.code("ada", {.what = "access.issue_first_run"}) == "inside_only");
    CHECK(world.code("ada", {.what = "access.accept_first_run"}) == "link_only");
    CHECK(world.code("ada", {.what = "access.create_key"}) == "own_route_only");
    CHECK(world.code("ada", {.what = "access.create_key", .own_route = true}) == "allowed");
    world.add("bob", {Role::finance});
    CHECK(world.code("bob", {.what = "access.create_key", .own_route = true}) == "role_missing");
}

TEST_CASE("a command counts for the sites of the scope: all of them, of a read any") {
    World world;
    world.set_up();
    world.add("wim", {Role::warehouse}, {{"LYON"}, {}});
    CHECK(world.code("wim", {.what = "warehouse.pack", .sites = {"LYON"}}) == "allowed");
    const auto no = world.asked("wim", {.what = "warehouse.pack", .sites = {"LILLE"}});
    CHECK(no.code == "site_out_of_scope");
    CHECK(no.reason == "your role counts for the sites LYON; this is about LILLE");
    CHECK(world.code("wim", {.what = "warehouse.pack", .sites = {"LYON", "LILLE"}}) == "site_out_of_scope");
    CHECK(world.code("wim", {.what = "warehouse.pack"}) == "site_out_of_scope");
    CHECK(world.code("wim", {.what = "orders", .sites = {"LILLE", "LYON"}}) == "allowed");
    CHECK(world.code("wim", {.what = "orders", .sites = {"LILLE"}}) == "site_out_of_scope");
    CHECK(world.code("wim", {.what = "orders"}) == "site_out_of_scope");
    // A case may be about no site.
    CHECK(world.code("wim", {.what = "cases.start_case"}) == "allowed");
    CHECK(world.code("wim", {.what = "cases.start_case", .sites = {"LILLE"}}) == "site_out_of_scope");
    // A scope of no sites is everywhere.
    world.add("sue", {Role::warehouse});
    CHECK(world.code("sue", {.what = "warehouse.pack", .sites = {"LILLE"}}) == "allowed");
    CHECK(world.code("sue", {.what = "warehouse.pack"}) == "allowed");
}

TEST_CASE("a command counts for the customer groups of the scope") {
    World world;
    world.set_up().group();
    world.add("cid", {Role::customer_service}, {{}, {"KEY"}});
    const auto ask = [&](std::string_view what, std::string_view customer) {
        const auto group = group_of(world.state, customer);
        return world.asked("cid", {.what = what, .customer_group = group, .has_customer = !customer.empty()});
    };
    CHECK(ask("orders.place_order", "C-1").allowed);
    CHECK(ask("orders.place_order", "C-3").code == "customer_out_of_scope");
    CHECK(ask("orders.place_order", "C-3").reason ==
          "your role counts for the customer groups KEY; this is about a customer without a group");
    CHECK(ask("orders.place_order", "").code == "customer_out_of_scope");
    CHECK(ask("cases.start_case", "").allowed);
    CHECK(ask("cases.start_case", "C-3").code == "customer_out_of_scope");
    CHECK(ask("cases.start_case", "C-2").allowed);
    world.run<CustomersGrouped>(GroupCustomers{"SMALL", {"C-3"}});
    CHECK(ask("orders.place_order", "C-3").reason ==
          "your role counts for the customer groups KEY; this is about a customer of SMALL");
}

TEST_CASE("a value is decided within the limit of the command, else within the general one") {
    World world;
    world.set_up();
    world.add("bob", {Role::finance});
    const auto code = [&](std::string_view what, Money value) {
        return world.code("bob", {.what = what, .value = value, .requester = "ann"});
    };
    CHECK(code("billing.write_off", euros(1)) == "no_limit");
    world.run<LimitSet>(SetLimit{"bob", "", euros(500), false});
    CHECK(code("billing.write_off", euros(500)) == "allowed");
    const auto over =
        world.asked("bob", {.what = "billing.write_off", .value = euros(501), .requester = "ann"});
    CHECK(over.code == "over_limit");
    CHECK(over.reason == "your role decides up to 500.00 EUR; this is 501.00 EUR");
    CHECK(code("billing.write_off", {Amount{1}, gbp}) == "no_limit");
    CHECK(code("billing.write_off", {}) == "value_unknown");
    world.run<LimitSet>(SetLimit{"bob", "billing.write_off", euros(50), false});
    CHECK(code("billing.write_off", euros(51)) == "over_limit");
    CHECK(code("billing.grant_credit", euros(51)) == "allowed");
    // Not every hold has a value.
    CHECK(code("orders.lift_hold", {}) == "allowed");
    CHECK(code("orders.lift_hold", euros(501)) == "over_limit");
    CHECK(code("orders.lift_hold", euros(499)) == "allowed");
}

TEST_CASE("who asked does not approve") {
    World world;
    world.set_up();
    world.add("ann", {Role::finance});
    world.add("bob", {Role::finance});
    for (const auto* user : {"ann", "bob"}) world.run<LimitSet>(SetLimit{user, "", euros(500), false});
    const auto ask = [&](const std::string& user, std::string_view requester) {
        return world.asked(user, {.what = "billing.grant_credit", .value = euros(5), .requester = requester});
    };
    CHECK(ask("bob", "ann").allowed);
    CHECK(ask("ann", "ann").code == "same_person");
    CHECK(ask("ann", "ann").reason == "you asked for this yourself; somebody else has to approve it");
    CHECK(ask("bob", "").code == "requester_unknown");
    CHECK(four_eyes("ann", "bob").allowed);
    CHECK(four_eyes("ann", "ann").code == "same_person");
    CHECK(four_eyes("", "ann").code == "requester_unknown");
    CHECK(four_eyes("ann", "").code == "requester_unknown");
}

TEST_CASE("a substitute acts with roles, scope and limits of the other between the dates") {
    World world;
    world.set_up();
    world.add("ann", {Role::credit}, {{"LYON"}, {}});
    world.add("bob", {Role::customer_service});
    world.run<LimitSet>(SetLimit{"ann", "", euros(500), false});
    world.run<SubstituteSet>(SetSubstitute{"ann", "bob", world.today() + 1, world.today() + 3});
    const auto ask = [&](std::int64_t value, std::string_view requester = "cid") {
        return world.asked("bob",
                           {.what = "billing.write_off", .value = euros(value), .requester = requester});
    };
    CHECK(ask(5).code == "role_missing");
    world.pass(days(1));
    CHECK(ask(5).allowed);
    CHECK(ask(5).on_behalf_of == "ann");
    CHECK(ask(5).reason == "you stand in for ann, who has the role credit, until 2026-03-05");
    CHECK(ask(501).code == "over_limit");
    CHECK(ask(501).reason == "what ann lent you decides up to 500.00 EUR; this is 501.00 EUR");
    CHECK(ask(5, "bob").code == "same_person");
    CHECK(ask(5, "ann").code == "same_person");
    CHECK(ask(5, "ann").reason ==
          "you act in the place of ann, who asked for this; somebody else has to approve it");
    CHECK(roles_of(world.state, {.user = "bob"}, world.now()) ==
          std::vector{Role::customer_service, Role::credit});
    // What he may himself he does as himself.
    CHECK(world.asked("bob", {.what = "orders.place_order"}).on_behalf_of.empty());
    world.pass(days(2) + hours(13));
    CHECK(world.today() == *parse_date("2026-03-05"));
    CHECK(ask(5).allowed);
    world.pass(hours(1));
    CHECK(ask(5).code == "role_missing");
}

TEST_CASE("own role and lent limit are not put together") {
    World world;
    world.set_up();
    world.add("ann", {Role::buyer});
    world.add("bob", {Role::finance}, {{"LYON"}, {}});
    world.run<LimitSet>(SetLimit{"ann", "", euros(500), false});
    world.run<SubstituteSet>(SetSubstitute{"ann", "bob", world.today(), world.today()});
    CHECK(world.code("bob", {.what = "billing.reverse_invoice", .value = euros(5)}) == "no_limit");
}

TEST_CASE("what was lent is not lent on, and not lent by who is gone") {
    World world;
    world.set_up();
    world.add("ann", {Role::credit});
    world.add("bob");
    world.add("cid");
    const auto today = world.today();
    world.run<SubstituteSet>(SetSubstitute{"ann", "bob", today, today});
    world.run<SubstituteSet>(SetSubstitute{"bob", "cid", today, today});
    const auto code = [&](const std::string& user) { return world.code(user, {.what = "invoices"}); };
    CHECK(code("bob") == "allowed");
    CHECK(code("cid") == "role_missing");
    world.run<UserDeactivated>(DeactivateUser{"ann", ""});
    CHECK(code("bob") == "role_missing");
}

TEST_CASE("who is not active may nothing, and neither may his keys") {
    World world;
    world.set_up();
    world.add("bob", {Role::finance});
    world.run<KeyCreated>(world.key("bobskey1", "bob", {Role::finance}));
    CHECK(world.asked_by_key("bobskey1", {.what = "invoices"}).allowed);
    world.run<UserDeactivated>(DeactivateUser{"bob", ""});
    CHECK(world.code("bob", {.what = "invoices"}) == "user_inactive");
    CHECK(world.asked_by_key("bobskey1", {.what = "invoices"}).code == "user_inactive");
    CHECK(roles_of(world.state, {.user = "bob"}, world.now()).empty());
}

TEST_CASE("a person's key reaches no further than the person, and stands in for nobody") {
    World world;
    world.set_up();
    world.add("bob", {Role::warehouse, Role::finance}, {{"LYON"}, {}});
    auto command = world.key("bobskey1", "bob", {Role::warehouse});
    command.scope = {{"LYON", "LILLE"}, {}};
    world.run<KeyCreated>(command);
    const auto code = [&](std::string_view what, std::vector<std::string> sites) {
        return world.asked_by_key("bobskey1", {.what = what, .sites = std::move(sites)}).code;
    };
    CHECK(code("warehouse.pack", {"LYON"}) == "allowed");
    CHECK(code("warehouse.pack", {"LILLE"}) == "site_out_of_scope");
    CHECK(code("invoices", {}) == "role_missing");
    world.add("ann", {Role::finance});
    world.run<SubstituteSet>(SetSubstitute{"ann", "bob", world.today(), world.today()});
    CHECK(code("invoices", {}) == "role_missing");
    ChangeUser change;
    change.user = "bob";
    change.roles = std::vector{Role::finance};
    world.run<UserChanged>(change);
    CHECK(code("warehouse.pack", {"LYON"}) == "role_missing");
}

TEST_CASE("a key's own scope narrows the person's") {
    World world;
    world.set_up();
    world.add("bob", {Role::warehouse});
    auto command = world.key("bobskey1", "bob", {Role::warehouse});
    command.scope = {{"LYON"}, {}};
    world.run<KeyCreated>(command);
    CHECK(world.asked_by_key("bobskey1", {.what = "warehouse.pack", .sites = {"LYON"}}).allowed);
    CHECK(world.asked_by_key("bobskey1", {.what = "warehouse.pack", .sites = {"LILLE"}}).code ==
          "site_out_of_scope");
}

TEST_CASE("a service decides about no value") {
    World world;
    world.set_up();
    world.run<KeyCreated>(world.key("erpbooks1", "erp", {Role::finance}));
    CHECK(world.asked_by_key("erpbooks1", {.what = "billing.confirm_invoice"}).allowed);
    const Question question{.what = "billing.write_off", .value = euros(1), .requester = "ann"};
    CHECK(world.asked_by_key("erpbooks1", question).code == "no_limit");
}

TEST_CASE("without a role a user does what is about himself, and a key does not") {
    World world;
    world.set_up();
    world.add("bob", {Role::finance});
    world.run<KeyCreated>(world.key("bobskey1", "bob", {Role::finance}));
    for (const auto* what :
         {"access.set_credential", "access.set_substitute", "access.revoke_key", "access.rotate_key"}) {
        Question question{.what = what, .about = "bob", .own_route = true};
        CHECK(world.code("bob", question) == "allowed");
        CHECK(world.asked_by_key("bobskey1", question).code == "role_missing");
        const Principal both{.user = "bob", .key = "bobskey1"};
        question.at = world.now();
        CHECK(may(world.state, both, question).code == "role_missing");
        question.about = "ada";
        CHECK(world.code("bob", question) == "role_missing");
        question.about = "";
        CHECK(world.code("bob", question) == "role_missing");
    }
    CHECK(world.code("bob", {.what = "access.set_limit", .about = "bob"}) == "role_missing");
    CHECK(world.code("bob", {.what = "access.change_user", .about = "bob"}) == "role_missing");
}

TEST_CASE("groups of the identity provider add to a user's roles") {
    World world;
    world.set_up();
    world.add("bob");
    world.run<RoleMapped>(MapRole{"https://id.example", "Books", {Role::finance}});
    const auto code = [&](std::string issuer, std::vector<std::string> groups) {
        const Principal bob{.user = "bob", .issuer = std::move(issuer), .groups = std::move(groups)};
        return may(world.state, bob, {.what = "invoices", .at = world.now()}).code;
    };
    CHECK(code("https://id.example", {"Staff", "Books"}) == "allowed");
    CHECK(code("https://id.example", {"Staff"}) == "role_missing");
    CHECK(code("https://other.example", {"Books"}) == "role_missing");
    CHECK(code("", {}) == "role_missing");
}

TEST_CASE("a list shows what is in reach, own and lent") {
    World world;
    world.set_up().group();
    world.add("wim", {Role::warehouse}, {{"LYON"}, {}});
    world.add("cid", {Role::customer_service}, {{}, {"KEY"}});
    world.add("sue", {Role::operations_lead});
    const auto of = [&](const std::string& user, std::string_view area) {
        return reach(world.state, {.user = user}, area, world.now());
    };
    const Question lyon{.sites = {"LILLE", "LYON"}, .has_customer = true};
    const Question key{.sites = {"LILLE"}, .customer_group = "KEY", .has_customer = true};
    const auto wim = of("wim", "orders");
    CHECK(wim.answer.allowed);
    CHECK(!wim.is_unlimited());
    CHECK(covers(wim, lyon));
    CHECK(!covers(wim, key));
    CHECK(!covers(of("cid", "orders"), lyon));
    CHECK(covers(of("cid", "orders"), key));
    CHECK(of("sue", "orders").is_unlimited());
    CHECK(of("wim", "items").is_unlimited());
    CHECK(of("wim", "invoices").answer.code == "role_missing");
    CHECK(!covers(of("wim", "invoices"), lyon));
    CHECK(!of("wim", "invoices").is_unlimited());
    CHECK(of("sue", "orders.place_order").answer.code == "unknown_act");
    CHECK(of("mal", "orders").answer.code == "user_unknown");
    world.run<SubstituteSet>(SetSubstitute{"cid", "wim", world.today(), world.today()});
    CHECK(covers(of("wim", "orders"), key));
    CHECK(covers(of("wim", "orders"), lyon));
    CHECK(!covers(of("wim", "orders"), {.sites = {"LILLE"}, .has_customer = true}));
    CHECK(of("wim", "invoices").answer.on_behalf_of == "cid");
}

} // namespace
} // namespace truefill::access

#include "access/access_fixture.h"

namespace truefill::access {
namespace {

/// Everything that a row could check is right.
Question right(const Row& row) {
    return {.what = row.name,
            .sites = {"LYON"},
            .customer_group = "KEY",
            .has_customer = true,
            .value = euros(1),
            .requester = "somebody",
            .own_route = true};
}

/// One user for each role, named after it, and one with all roles; all of them where `scope` says.
struct Staff : World {
    explicit Staff(const Scope& scope) {
        set_up().group();
        std::vector<Role> all;
        for (const auto& role : enumerators<Role>) {
            hire(std::string{role.name}, {role.value}, scope);
            all.push_back(role.value);
        }
        hire("everything", all, scope);
    }
    void hire(const std::string& name, std::vector<Role> roles, const Scope& scope) {
        add(name, std::move(roles), scope);
        run<LimitSet>(SetLimit{name, "", euros(10), false});
    }
};

TEST_CASE("each role may what its row says and nothing else, by log-in and by key") {
    Staff staff{{}};
    for (const auto& role : enumerators<Role>) {
        auto command = staff.key("thekeyof" + std::to_string(static_cast<int>(role.value)),
                                 "robot." + std::string{role.name}, {role.value});
        staff.run<KeyCreated>(command);
        for (const auto& row : rows()) {
            const bool expected = (row.roles & bit(role.value)) != 0;
            CHECK_MESSAGE(staff.asked(std::string{role.name}, right(row)).allowed == expected, role.name, " ",
                          row.name);
            const bool by_key = staff.asked_by_key(command.prefix, right(row)).allowed;
            CHECK_MESSAGE(by_key == (expected && !row.checks.value), role.name, " by key ", row.name);
        }
    }
}

TEST_CASE("out of scope nobody may what is scoped, and everybody what is not") {
    Staff staff{{{"LYON"}, {"KEY"}}};
    for (const auto& row : rows()) {
        if (row.roles == 0) continue;
        INFO(row.name);
        const auto code = [&](Question question) { return staff.code("everything", std::move(question)); };
        CHECK(code(right(row)) == "allowed");
        auto elsewhere = right(row);
        elsewhere.sites = {"LILLE"};
        CHECK(code(elsewhere) == (row.checks.site ? "site_out_of_scope" : "allowed"));
        auto another = right(row);
        another.customer_group = "SMALL";
        CHECK(code(another) == (row.checks.customer ? "customer_out_of_scope" : "allowed"));
        auto nowhere = right(row);
        nowhere.sites = {};
        nowhere.has_customer = false;
        nowhere.customer_group = "";
        const bool strict = (row.checks.site || row.checks.customer) && !row.checks.if_named;
        CHECK((code(nowhere) == "allowed") == !strict);
        auto dear = right(row);
        dear.value = euros(11);
        CHECK(code(dear) == (row.checks.value ? "over_limit" : "allowed"));
        auto own = right(row);
        own.requester = "everything";
        CHECK(code(own) == (row.checks.other ? "same_person" : "allowed"));
        auto by_any_route = right(row);
        by_any_route.own_route = false;
        CHECK(code(by_any_route) == (row.way == Way::route ? "own_route_only" : "allowed"));
    }
}

} // namespace
} // namespace truefill::access

#include "access/permissions.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

namespace truefill::access {
namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The names of all commands of all modules, from the headers that declare them.
std::multiset<std::string> commands_in_headers() {
    const std::regex command{R"re(string_view name = "([a-z_.]+)";\s*static constexpr bool fact)re"};
    std::multiset<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{"src"}) {
        if (entry.path().extension() != ".h") continue;
        const auto text = text_of(entry.path());
        for (std::sregex_iterator at{text.begin(), text.end(), command}, end; at != end; ++at)
            names.insert((*at)[1]);
    }
    return names;
}

TEST_CASE("every command of the system has exactly one row, and every row its command") {
    const auto declared = commands_in_headers();
    CHECK(declared.size() > 100);
    std::map<std::string, int> rows_of;
    for (const auto& row : rows())
        if (row.way != Way::read) ++rows_of[std::string{row.name}];
    for (const auto& name : declared) CHECK_MESSAGE(rows_of[name] == 1, name, " has no row, or several");
    for (const auto& [name, count] : rows_of)
        CHECK_MESSAGE(declared.count(name) == 1, name, " is no command of the system");
}

TEST_CASE("a row that somebody may use has a role, one that nobody may use has none") {
    for (const auto& row : rows()) {
        const bool closed = row.way == Way::inside || row.way == Way::link;
        CHECK_MESSAGE((row.roles == 0) == closed, row.name);
        CHECK_MESSAGE(row.name.contains('.') == (row.way != Way::read), row.name);
        CHECK_MESSAGE(!(row.checks.if_named && !row.checks.site && !row.checks.customer), row.name);
        CHECK_MESSAGE(row.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == std::string_view::npos,
                      row.name);
        CHECK(find_row(row.name) == &row);
    }
    CHECK(find_row("orders.place") == nullptr);
    CHECK(find_row("zebra") == nullptr);
    CHECK(find_row("") == nullptr);
}

TEST_CASE("the duties that must be apart are apart") {
    const auto may = [](std::string_view what, Role role) {
        return (find_row(what)->roles & bit(role)) != 0;
    };
    for (const auto& row : rows()) {
        const bool own = row.name.starts_with("access");
        if (row.way == Way::read) continue;
        CHECK_MESSAGE((own || (row.roles & bit(Role::administrator)) == 0), row.name);
        CHECK_MESSAGE((row.roles & (bit(Role::auditor) | bit(Role::process_owner))) == 0, row.name);
        if (row.checks.other) CHECK_MESSAGE((row.roles & bit(Role::integrator)) == 0, row.name);
    }
    CHECK(may("billing.request_credit", Role::customer_service));
    CHECK(!may("billing.grant_credit", Role::customer_service));
    CHECK(may("inventory.count_stock", Role::warehouse));
    CHECK(!may("inventory.approve_count", Role::warehouse));
    CHECK(!may("orders.lift_hold", Role::customer_service));
    for (const auto& role : enumerators<Role>)
        CHECK(may("access.create_user", role.value) == (role.value == Role::administrator));
}

TEST_CASE("roles are said as people read them") {
    CHECK(say_any(bit(Role::credit) | bit(Role::finance)) == "credit or finance");
    CHECK(say_all(set_of({Role::auditor, Role::buyer})) == "buyer, auditor");
    CHECK(say_any(0) == "");
}

TEST_CASE("the table is the one that was agreed on") {
    const auto agreed = text_of("src/access/permissions_golden.txt");
    const auto now = permissions_text();
    INFO("write this to src/access/permissions_golden.txt only if every changed letter is meant:\n", now);
    CHECK((agreed == now));
}

} // namespace
} // namespace truefill::access

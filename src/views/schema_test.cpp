#include "views/views_fixture.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <sstream>

namespace truefill::views {

TEST_CASE("tables and views have the columns that are documented") {
    const Folder folder;
    Store store{folder.file()};
    REQUIRE(store.open().has_value());
    store.close();
    const auto columns_of = [&](std::string_view name) {
        return ask(folder.file(), fmt::format("select name from pragma_table_info('{}')", name));
    };
    const auto check = [&](std::string_view name, std::span<const Column> columns) {
        std::vector<std::string> wanted;
        for (const auto& column : columns) wanted.emplace_back(column.name);
        INFO(std::string{name});
        CHECK(columns_of(name) == wanted);
    };
    for (const auto& table : tables()) check(table.name, table.columns);
    for (const auto& view : views()) check(view.name, view.columns);
}

TEST_CASE("docs/views.md describes the tables as they are") {
    std::ifstream file{"docs/views.md"};
    REQUIRE(file.good());
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const std::string begin = "<!-- tables -->\n", end = "<!-- end of tables -->";
    const auto from = text.find(begin), to = text.find(end);
    REQUIRE(from != std::string::npos);
    REQUIRE(to != std::string::npos);
    std::istringstream have{text.substr(from + begin.size(), to - from - begin.size())}, want{schema_text()};
    std::string one, other;
    while (std::getline(want, other)) {
        REQUIRE(std::getline(have, one));
        REQUIRE(one == other); // `truefill views --describe` prints what should stand there
    }
    CHECK_FALSE(std::getline(have, one));
}

TEST_CASE("the ready questions answer what happened") {
    engine::World world;
    play(world);
    journal::MemoryJournal journal;
    append_new(journal, world);
    const Folder folder;
    rebuild(journal, folder.file());
    const auto one = [&](const std::string& sql) {
        const auto rows = ask(folder.file(), sql);
        REQUIRE(rows.size() == 1);
        return rows.front();
    };
    CHECK(one("select status, left_units, is_open from orders where order_number='SO-1'") == "completed|5|0");
    CHECK(one("select late_orders, orders, late_and_not_there from late_orders_by_carrier") == "1|2|1");
    CHECK(one("select sum(units), sum(filled_units) from fill_rate_by_site_and_week") == "515|12");
    CHECK(one("select orders from open_billable_by_age") == "1");
    CHECK(one("select sum(quantity) from shipment_lines") == "12");
    const auto unbilled = world.state().ledger.money(CustomerId{1}, engine::eur)[ledger::Account::unbilled];
    CHECK(one("select sum(amount_minor) from unbilled") == std::to_string(unbilled.micros / 10'000));
    CHECK(one("select sum(unbilled_minor) from orders") == std::to_string(unbilled.micros / 10'000));
    CHECK(one("select count(*) from line_quantities q join order_lines l using(order_id, line) "
              "group by 'x' having sum(q.quantity) = (select sum(units) from order_lines)")
              .size() > 0);
}

} // namespace truefill::views

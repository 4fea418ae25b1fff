#include "base/table.h"

#include "base/ids.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace truefill::table_test {

struct Note {
    std::string text;
    bool operator==(const Note&) const = default;
};
TF_DESCRIBE(Note, (text))

std::vector<std::string> texts(const Table<CaseId, Note>& table) {
    std::vector<std::string> all;
    table.each([&](CaseId id, const Note& note) { all.push_back(std::to_string(id.value) + note.text); });
    return all;
}

} // namespace truefill::table_test

using namespace truefill;
using namespace truefill::table_test;

TEST_CASE("documents get dense ids and keep their address while the table grows") {
    Table<CaseId, Note> table;
    CHECK_FALSE(table.find(CaseId{}));
    CHECK_FALSE(table.find(CaseId{1}));
    const Note* first = &table.add(table.next_id(), {"first"});
    for (int i = 2; i <= 5'000; ++i) table.add(table.next_id(), {std::to_string(i)});
    CHECK(table.find(CaseId{1}) == first);
    CHECK(table.at(CaseId{4'999}).text == "4999");
    CHECK_FALSE(table.find(CaseId{5'001}));
    CHECK(table.issued() == 5'000);
}

TEST_CASE("an erased id is never given again, but its document may come back") {
    Table<CaseId, Note> table;
    for (const char* text : {"a", "b", "c"}) table.add(table.next_id(), {text});
    table.erase(CaseId{3});
    CHECK_FALSE(table.find(CaseId{3}));
    CHECK(table.next_id() == CaseId{4});
    CHECK(table.live() == 2);
    table.put_back(CaseId{3}, {"again"});
    CHECK(texts(table) == std::vector<std::string>{"1a", "2b", "3again"});
    CHECK(table.live() == 3);
}

TEST_CASE("a table survives a snapshot with its gaps") {
    Table<CaseId, Note> table;
    for (int i = 1; i <= 2'100; ++i) table.add(table.next_id(), {std::to_string(i)});
    for (std::uint32_t id : {1U, 1'024U, 1'025U, 2'100U}) table.erase(CaseId{id});
    std::string bytes;
    archive::save(bytes, table);
    Table<CaseId, Note> again;
    again.add(again.next_id(), {"left over"});
    archive::Reader reader{bytes};
    REQUIRE(archive::load(reader, again));
    CHECK(reader.at_end());
    CHECK(texts(again) == texts(table));
    CHECK(again.live() == 2'096);
    CHECK(again.next_id() == CaseId{2'101});
    CHECK(archive::digest(again) == archive::digest(table));
}

TEST_CASE("a snapshot with more documents than ids, or torn, is refused") {
    std::string bytes;
    archive::save(bytes, std::uint64_t{65'536});
    bytes.append(65'536, '\0');
    Table<SiteId, Note> table;
    archive::Reader reader{bytes};
    CHECK_FALSE(archive::load(reader, table));
    archive::Reader torn{std::string_view{bytes}.substr(0, 100)};
    CHECK_FALSE(archive::load(torn, table));
}

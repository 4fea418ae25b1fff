/// For the tests of this room: a small network with a few orders in all states, its journal in memory, and
/// what a reader sees in the SQL file.
#pragma once

#include "engine/engine_fixture.h"
#include "journal/memory_journal.h"
#include "views/replayed_states.h"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <stdlib.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace truefill::views {

class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "truefill-views-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::string file(const std::string& name = "views.db") const { return path_ + "/" + name; }

private:
    std::string path_;
};

/// Appends what a world has journaled since the last call.
inline void append_new(journal::MemoryJournal& journal, const engine::World& world) {
    for (auto next = journal.end(); next < world.records.size(); ++next) {
        journal::Batch batch;
        batch.first = next + 1;
        batch.bytes = world.records[next];
        batch.ends.push_back(static_cast<std::uint32_t>(batch.bytes.size()));
        journal::seal(batch, journal.head());
        REQUIRE(journal.append(batch).has_value());
    }
}

/// Orders that are delivered and paid, in work, short of stock, held and late.
inline void play(engine::World& world) {
    using engine::State;
    world.stock(40);
    world.stock(9, "LILLE");
    const auto first = world.order("SO-1", 5);
    world.fulfil(ReleaseId{1}, 5);
    REQUIRE(world.post(InvoiceId{1}).outcome == engine::Outcome::committed);
    REQUIRE(world.pay(InvoiceId{1}).outcome == engine::Outcome::committed);
    world.send(shipping::Command{shipping::ConfirmDelivery{.shipment = ShipmentId{1}}});
    world.order("SO-2", 7);
    world.fulfil(ReleaseId{2}, 7);
    world.order("SO-3", 500); // more than there is
    world.wait(days(10));
    world.order("SO-4", 3);
    CHECK(first.value == 1);
}

/// Runs a question as a reader would; rows as "a|b", values of nothing as "".
inline std::vector<std::string> ask(const std::string& file, const std::string& sql) {
    std::vector<std::string> rows;
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    const auto add = [](void* to, int count, char** values, char**) {
        std::string row;
        for (int i = 0; i < count; ++i)
            row += (i == 0 ? "" : "|") + std::string{values[i] != nullptr ? values[i] : ""};
        static_cast<std::vector<std::string>*>(to)->push_back(std::move(row));
        return 0;
    };
    char* wrong = nullptr;
    const int code = sqlite3_exec(database, sql.c_str(), add, &rows, &wrong);
    INFO(sql << ": " << (wrong != nullptr ? wrong : ""));
    REQUIRE(code == SQLITE_OK);
    sqlite3_close(database);
    return rows;
}

/// Every row of every table.
inline std::vector<std::string> everything(const std::string& file) {
    std::vector<std::string> all;
    for (const auto& table : tables()) {
        all.emplace_back(table.name);
        std::string order;
        for (std::size_t i = 0; i < table.key; ++i) order += (i == 0 ? "" : ",") + std::to_string(i + 1);
        for (auto& row : ask(file, "select * from " + std::string{table.name} + " order by " + order))
            all.push_back(std::move(row));
    }
    return all;
}

/// Steps until nothing is left.
inline void bring_up(Projection& projection, Position durable) {
    for (;;) {
        const auto more = projection.step(durable);
        INFO((more ? std::string{} : more.error().sentence));
        REQUIRE(more.has_value());
        if (!*more) return;
    }
}

/// A file made anew from the end of a journal.
inline void rebuild(journal::Journal& journal, const std::string& file) {
    engine::Engine engine;
    ReplayedStates states{engine, journal};
    Projection projection{journal, states, file};
    REQUIRE(projection.open(journal.end()).has_value());
    bring_up(projection, journal.end());
}

} // namespace truefill::views

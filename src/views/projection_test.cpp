#include "views/views_fixture.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

namespace truefill::views {
namespace {

struct Played {
    Played() {
        play(world);
        append_new(journal, world);
        rebuild(journal, folder.file("end.db"));
    }
    std::string file() const { return folder.file(); }
    /// What a file that was made from the end of the journal holds.
    std::vector<std::string> wanted() const { return everything(folder.file("end.db")); }

    engine::World world;
    journal::MemoryJournal journal;
    Folder folder;
};

} // namespace

TEST_CASE("views that follow record by record are those that are made from the end") {
    Played played;
    engine::Engine engine;
    ReplayedStates states{engine, played.journal};
    Projection projection{played.journal, states, played.file()};
    REQUIRE(projection.open(0).has_value());
    for (Position position = 1; position <= played.journal.end(); ++position) {
        bring_up(projection, position);
        REQUIRE(projection.position() == position);
    }
    CHECK(everything(played.file()) == played.wanted());
    CHECK(played.wanted().size() > 50);
}

TEST_CASE("at every record the views are those of that record") {
    Played played;
    engine::Engine engine;
    ReplayedStates states{engine, played.journal};
    Projection projection{played.journal, states, played.file()};
    REQUIRE(projection.open(0).has_value());
    for (Position position = 1; position <= played.journal.end(); position += 7) {
        bring_up(projection, position);
        journal::MemoryJournal until;
        journal::Batch batch;
        for (Position next = 1; next <= position; ++next) {
            REQUIRE(played.journal.read(next, 1, batch).has_value());
            REQUIRE(until.append(batch).has_value());
        }
        const auto other = played.folder.file(fmt::format("{}.db", position));
        rebuild(until, other);
        REQUIRE(everything(played.file()) == everything(other));
    }
}

TEST_CASE("a state that is ahead of the records gives the same rows in the end") {
    Played played;
    engine::Engine engine;
    ReplayedStates states{engine, played.journal};
    Projection projection{played.journal, states, played.file()};
    REQUIRE(projection.open(0).has_value());
    REQUIRE(states.look(played.journal.end(), [](const engine::State&) {}));
    for (Position position = 1; position <= played.journal.end(); position += 3)
        bring_up(projection, position);
    bring_up(projection, played.journal.end());
    CHECK(everything(played.file()) == played.wanted());
}

TEST_CASE("views that were stopped at any record go on where they were") {
    Played played;
    for (Position stop = 1; stop < played.journal.end(); stop += 5) {
        const auto file = played.folder.file(fmt::format("{}.db", stop));
        for (const auto end : {stop, played.journal.end()}) {
            engine::Engine engine;
            ReplayedStates states{engine, played.journal};
            Projection projection{played.journal, states, file};
            REQUIRE(projection.open(end == stop ? 0 : end).has_value());
            CHECK_FALSE(projection.is_rebuilding() == (end != stop));
            bring_up(projection, end);
        }
        REQUIRE(everything(file) == played.wanted());
    }
}

TEST_CASE("a rebuild that was stopped begins anew") {
    Played played;
    engine::Engine engine;
    ReplayedStates states{engine, played.journal};
    Limits limits;
    limits.documents_per_look = 2;
    limits.documents_per_commit = 4;
    const auto end = played.journal.end();
    {
        Projection projection{played.journal, states, played.file(), limits};
        REQUIRE(projection.open(end).has_value());
        REQUIRE(projection.is_rebuilding());
        REQUIRE(projection.step(end).value());
        CHECK(projection.is_rebuilding());
        CHECK(projection.done() >= 4);
        CHECK(projection.total() > 8);
        CHECK(ask(played.file(), "select position, is_complete from views_position").front() == "0|0");
    }
    Projection projection{played.journal, states, played.file(), limits};
    REQUIRE(projection.open(end).has_value());
    CHECK(projection.is_rebuilding());
    bring_up(projection, end);
    CHECK(everything(played.file()) == played.wanted());
}

TEST_CASE("views of another schema version, of another journal or of a lost end are made anew") {
    Played played;
    const auto end = played.journal.end();
    const auto is_made_anew = [&](journal::Journal& journal, Position durable) {
        engine::Engine engine;
        ReplayedStates states{engine, journal};
        Projection projection{journal, states, played.folder.file("end.db")};
        REQUIRE(projection.open(durable).has_value());
        const bool anew = projection.is_rebuilding();
        bring_up(projection, durable);
        return anew;
    };
    CHECK_FALSE(is_made_anew(played.journal, end));

    const auto file = played.folder.file("end.db");
    Database other;
    REQUIRE(other.open(file) == SQLITE_OK);
    REQUIRE(other.run("pragma user_version=7; drop view unbilled; delete from orders") == SQLITE_OK);
    other.close();
    CHECK(is_made_anew(played.journal, end));
    CHECK(ask(file, "select count(*) from orders").front() == "4");

    engine::World elsewhere;
    elsewhere.order("OTHER-1", 2);
    while (elsewhere.records.size() < end) elsewhere.stock(1);
    journal::MemoryJournal of_elsewhere;
    append_new(of_elsewhere, elsewhere);
    CHECK(is_made_anew(of_elsewhere, end));
    CHECK(ask(file, "select order_number from orders").front() == "OTHER-1");
    CHECK(is_made_anew(of_elsewhere, end - 1)); // as from an older copy
}

TEST_CASE("a file of another program is left alone") {
    Played played;
    Database other;
    REQUIRE(other.open(played.file()) == SQLITE_OK);
    REQUIRE(other.run("create table mine(a); insert into mine values(1)") == SQLITE_OK);
    other.close();
    engine::Engine engine;
    ReplayedStates states{engine, played.journal};
    Projection projection{played.journal, states, played.file()};
    const auto done = projection.open(played.journal.end());
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().sentence.find("another program") != std::string::npos);
    CHECK(ask(played.file(), "select * from mine").front() == "1");
}

TEST_CASE("a transaction that fails leaves rows and position as they were") {
    Played played;
    engine::Engine engine;
    ReplayedStates states{engine, played.journal};
    Projection projection{played.journal, states, played.file()};
    REQUIRE(projection.open(0).has_value());
    bring_up(projection, 5);
    const auto before = everything(played.file());
    Database other;
    REQUIRE(other.open(played.file()) == SQLITE_OK);
    REQUIRE(other.run("create trigger no before insert on orders begin select raise(abort, 'no'); end") ==
            SQLITE_OK);
    const auto failed = projection.step(played.journal.end());
    REQUIRE_FALSE(failed.has_value());
    projection.close();
    CHECK(everything(played.file()) == before);
    REQUIRE(other.run("drop trigger no") == SQLITE_OK);
    other.close();
    REQUIRE(projection.open(played.journal.end()).has_value());
    CHECK_FALSE(projection.is_rebuilding());
    bring_up(projection, played.journal.end());
    CHECK(everything(played.file()) == played.wanted());
}

TEST_CASE("sealed names are read while their keys are there, and their rows go when the person is erased") {
    const std::string token = "~p1.AAAAAAAAAAA." + std::string(60, 'x') + "~";
    engine::World world;
    masterdata::LoadCatalogue load;
    auto& customer = load.catalogue.customers.emplace_back();
    customer.code = "KUNO";
    customer.name = token;
    customer.currency = parse_currency("EUR").value();
    REQUIRE(world.send(masterdata::Command{load}).outcome == engine::Outcome::committed);
    cases::OpenCase open;
    open.category = "contradiction";
    open.sentence = "Money of " + token + " is missing";
    REQUIRE(world.send(cases::Command{open}).outcome == engine::Outcome::committed);
    journal::MemoryJournal journal;
    append_new(journal, world);
    Folder folder;
    engine::Engine engine;
    ReplayedStates states{engine, journal};
    Projection projection{journal, states, folder.file()};
    std::string said = "Kuno Smith";
    projection.unseal_with([&](std::string_view sealed) {
        std::string text{sealed};
        const auto at = text.find(token);
        REQUIRE(at != std::string::npos);
        return text.replace(at, token.size(), said);
    });
    REQUIRE(projection.open(0).has_value());
    bring_up(projection, journal.end());
    const auto name = [&] {
        return ask(folder.file(), "select name from customers where customer = 'KUNO'");
    };
    const auto sentence = [&] { return ask(folder.file(), "select sentence from cases"); };
    CHECK(name() == std::vector<std::string>{"Kuno Smith"});
    CHECK(sentence() == std::vector<std::string>{"Money of Kuno Smith is missing"});
    said = "(erased)";
    access::ErasePerson erase{"customer:KUNO", "asked for it", {"AAAAAAAAAAA"}};
    REQUIRE(world.send(access::Command{erase}).outcome == engine::Outcome::committed);
    append_new(journal, world);
    bring_up(projection, journal.end());
    CHECK(name() == std::vector<std::string>{"(erased)"});
    CHECK(sentence() == std::vector<std::string>{"Money of (erased) is missing"});
    for (const char* part : {"", "-wal"}) {
        std::ifstream file{folder.file() + part, std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
        CHECK_MESSAGE(bytes.find("Kuno Smith") == std::string::npos, part);
    }
}

} // namespace truefill::views

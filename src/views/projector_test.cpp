#include "views/projector.h"

#include "views/views_fixture.h"

#include <atomic>
#include <mutex>

namespace truefill::views {
namespace {

constexpr std::chrono::milliseconds long_enough{20'000};

/// The end of a journal that was played, shown to a projector.
struct Scene {
    Scene() {
        play(world);
        append_new(journal, world);
        rebuild(journal, folder.file("end.db"));
        options.file = folder.file();
        options.gather = std::chrono::milliseconds{1};
        options.again_after = std::chrono::milliseconds{10};
        options.alarm = [this](const std::string& fault) {
            const std::scoped_lock lock{mutex};
            faults.push_back(fault);
        };
    }

    engine::World world;
    journal::MemoryJournal journal;
    Folder folder;
    engine::Engine engine;
    ReplayedStates states{engine, journal};
    ProjectorOptions options;
    std::mutex mutex;
    std::vector<std::string> faults;
};

} // namespace

TEST_CASE("a projector follows what it is told of, and tells who waits") {
    Scene scene;
    const auto end = scene.journal.end();
    std::atomic<int> reached{0}, given_up{0};
    {
        Projector projector{scene.journal, scene.states, scene.options};
        projector.start(3);
        REQUIRE(projector.wait_for(3, long_enough));
        CHECK(projector.status().position == 3);
        projector.when(2, long_enough, [&](bool yes) { reached += yes; });
        CHECK(reached == 1);
        projector.when(end, long_enough, [&](bool yes) { reached += yes; });
        projector.when(end + 1, std::chrono::milliseconds{1}, [&](bool yes) { given_up += !yes; });
        projector.committed(end);
        REQUIRE(projector.wait_for(end, long_enough));
        const auto status = projector.status();
        CHECK(status.position == end);
        CHECK(status.durable == end);
        CHECK(status.fault.empty());
        CHECK_FALSE(status.is_rebuilding);
        projector.when(end + 1, long_enough, [&](bool yes) { given_up += !yes; }); // told when it ends
    }
    CHECK(reached == 2);
    CHECK(given_up == 2);
    CHECK(everything(scene.options.file) == everything(scene.folder.file("end.db")));
    CHECK(scene.faults.empty());
}

TEST_CASE("a projector that cannot write says so once, and goes on when it can") {
    Scene scene;
    const auto end = scene.journal.end();
    rebuild(scene.journal, scene.options.file);
    Database rude;
    REQUIRE(rude.open(scene.options.file) == SQLITE_OK);
    REQUIRE(rude.run("update views_position set position=0, record_hash='' where 1;"
                     "create trigger no before update on views_position begin "
                     "select raise(abort, 'the disk says no'); end") == SQLITE_OK);
    Projector projector{scene.journal, scene.states, scene.options};
    projector.start(end);
    while (projector.status().fault.empty()) std::this_thread::yield();
    CHECK_FALSE(projector.wait_for(end, std::chrono::milliseconds{40}));
    CHECK(projector.status().fault.find("the disk says no") != std::string::npos);
    REQUIRE(rude.run("drop trigger no") == SQLITE_OK);
    rude.close();
    REQUIRE(projector.wait_for(end, long_enough));
    projector.stop();
    CHECK(projector.status().fault.empty());
    REQUIRE(scene.faults.size() == 2);
    CHECK(scene.faults.back().empty());
    CHECK(everything(scene.options.file) == everything(scene.folder.file("end.db")));
}

} // namespace truefill::views

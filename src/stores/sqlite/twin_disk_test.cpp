#include "stores/sqlite/twin_disk.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace truefill::stores;
using Answer = TwinDisk::Answer;

namespace {

TwinDisk::FilePtr make(TwinDisk& disk, const std::string& name) {
    TwinDisk::FilePtr file;
    REQUIRE(disk.create(name, file) == Answer::ok);
    return file;
}

std::string text_of(const TwinDisk& disk, const std::string& name) {
    const auto file = disk.find(name);
    if (!file) return "(none)";
    std::string text(disk.size(*file), '\0');
    text.resize(disk.read(*file, 0, text.size(), text.data()));
    return text;
}

} // namespace

TEST_CASE("what was synced survives every power cut") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        TwinDisk disk;
        const auto file = make(disk, "a");
        REQUIRE(disk.write(*file, 0, std::string(3'000, 's')) == Answer::ok);
        REQUIRE(disk.sync(*file) == Answer::ok);
        REQUIRE(disk.sync_folder() == Answer::ok);
        disk.write(*file, 3'000, std::string(2'000, 'u'));
        disk.crash(seed);
        REQUIRE(text_of(disk, "a").substr(0, 3'000) == std::string(3'000, 's'));
    }
}

TEST_CASE("what was not synced is there, or not, or torn at a sector") {
    std::set<std::string> seen;
    bool torn = false;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        TwinDisk disk;
        const auto file = make(disk, "a");
        disk.sync_folder();
        disk.write(*file, 100, std::string(2'000, 'u'));
        disk.crash(seed);
        const std::string text = text_of(disk, "a");
        seen.insert(text);
        torn = torn || (text.size() == 512 && text.ends_with('u'));
    }
    CHECK(seen.contains(""));
    CHECK(seen.contains(std::string(100, '\0') + std::string(2'000, 'u')));
    CHECK(torn);
    CHECK(seen.size() > 5);
}

TEST_CASE("a name that was not synced may be gone") {
    int there = 0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        TwinDisk disk;
        const auto file = make(disk, "a");
        disk.write(*file, 0, "text");
        disk.sync(*file);
        disk.crash(seed);
        there += text_of(disk, "a") == "text" ? 1 : 0;
    }
    CHECK(there > 10);
    CHECK(there < 90);
}

TEST_CASE("at a cut the power goes, and everything fails until the crash") {
    TwinDisk disk;
    const auto file = make(disk, "a");
    disk.cut_power_at(2);
    CHECK(disk.write(*file, 0, "one") == Answer::ok);
    CHECK(disk.write(*file, 0, "two") == Answer::power_off);
    CHECK(disk.sync(*file) == Answer::power_off);
    CHECK_FALSE(disk.has_power());
    disk.crash(1);
    CHECK(disk.has_power());
    CHECK(disk.boots() == 1);
}

TEST_CASE("faults come when they are ordered") {
    TwinDisk disk;
    const auto file = make(disk, "a");
    SUBCASE("a failure of two operations") {
        disk.fail_at(1, 2);
        CHECK(disk.write(*file, 0, "x") == Answer::io_error);
        CHECK(disk.sync(*file) == Answer::io_error);
        CHECK(disk.size(*file) == 0);
        CHECK(disk.write(*file, 0, "x") == Answer::ok);
    }
    SUBCASE("a full disk takes what fits") {
        disk.limit(10);
        CHECK(disk.write(*file, 0, "123456789012345") == Answer::no_space);
        CHECK(text_of(disk, "a") == "1234567890");
        CHECK(disk.write(*file, 2, "ab") == Answer::ok);
        CHECK(disk.write(*make(disk, "b"), 0, "x") == Answer::no_space);
    }
    SUBCASE("a protected disk changes nothing") {
        disk.protect(true);
        CHECK(disk.write(*file, 0, "x") == Answer::read_only);
        CHECK(disk.remove("a") == Answer::read_only);
        CHECK(disk.find("a") != nullptr);
    }
    SUBCASE("a name that is missing") { CHECK(disk.remove("b") == Answer::missing); }
}

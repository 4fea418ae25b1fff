#include "api/lockout.h"

#include "api/passwords.h"

#include <doctest/doctest.h>

#include <future>

namespace truefill::api {
namespace {

const Time noon = parse_time("2026-03-02T12:00:00Z").value();

} // namespace

TEST_CASE("waits begin after the free tries, double, and have an end") {
    Lockout lockout{Lockout::of_pair};
    Time now = noon;
    for (int i = 0; i < 5; ++i) {
        CHECK(lockout.wait("ann", now) == Duration{});
        lockout.tried("ann", now);
    }
    CHECK(lockout.wait("ann", now) == seconds(2));
    CHECK(lockout.wait("bob", now) == Duration{});
    now = now + seconds(2);
    CHECK(lockout.wait("ann", now) == Duration{});
    lockout.tried("ann", now);
    CHECK(lockout.wait("ann", now) == seconds(4));
    for (int i = 0; i < 40; ++i) lockout.tried("ann", now);
    CHECK(lockout.wait("ann", now) == minutes(15));
    lockout.forget("ann");
    CHECK(lockout.wait("ann", now) == Duration{});
}

TEST_CASE("a good log-in takes back its own try and hides no failures of others at the address") {
    Lockout lockout{Lockout::of_address};
    for (int i = 0; i < 20; ++i) lockout.tried("192.0.2.1", noon);
    CHECK(lockout.wait("192.0.2.1", noon) == seconds(2));
    lockout.tried("192.0.2.1", noon);
    lockout.take_back("192.0.2.1");
    CHECK(lockout.wait("192.0.2.1", noon) == seconds(2));
    lockout.take_back("192.0.2.1");
    CHECK(lockout.wait("192.0.2.1", noon) == Duration{});
}

TEST_CASE("whoever knows a name locks himself out and not its owner") {
    LogIns log_ins;
    Time now = noon;
    for (int i = 0; i < 5; ++i) CHECK(log_ins.tried("ann", "192.0.2.1", now) == Duration{});
    CHECK(log_ins.tried("ann", "192.0.2.1", now) == seconds(2));
    CHECK(log_ins.tried("ann", "198.51.100.7", now) == Duration{}); // Ann herself
    log_ins.succeeded("ann", "198.51.100.7", now);
    CHECK(log_ins.tried("ann", "192.0.2.1", now) == seconds(2)); // her log-in forgives nobody else
    CHECK(log_ins.tried("bob", "192.0.2.1", now) == Duration{});
}

TEST_CASE("a name that fails from everywhere is slowed down and never locked, and its owner not even that") {
    LogIns log_ins;
    Time now = noon;
    CHECK(log_ins.tried("ann", "198.51.100.7", now) == Duration{});
    log_ins.succeeded("ann", "198.51.100.7", now);
    for (int i = 0; i < 100; ++i)
        CHECK(log_ins.tried("ann", "10.0.0." + std::to_string(i), now) == Duration{});
    for (int i = 0; i < 50; ++i) {
        CHECK(log_ins.tried("ann", "10.0.1.1", now) == seconds(2)); // no longer, however often
        CHECK(log_ins.tried("ann", "10.0.2." + std::to_string(i), now + seconds(2)) == Duration{});
        now = now + seconds(2);
    }
    CHECK(log_ins.tried("ann", "10.0.3.1", now) == seconds(2));
    CHECK(log_ins.tried("ann", "198.51.100.7", now) == Duration{});
}

TEST_CASE("an address that fails with many names waits whatever the name") {
    LogIns log_ins;
    for (int i = 0; i < 20; ++i)
        CHECK(log_ins.tried("user-" + std::to_string(i), "192.0.2.1", noon) == Duration{});
    CHECK(log_ins.tried("another", "192.0.2.1", noon) == seconds(2));
    CHECK(log_ins.tried("", "192.0.2.1", noon) == seconds(2));
}

TEST_CASE("failures are forgotten after a day") {
    Lockout lockout{Lockout::of_pair};
    for (int i = 0; i < 9; ++i) lockout.tried("ann", noon);
    lockout.tried("ann", noon + hours(25));
    CHECK(lockout.wait("ann", noon + hours(25)) == Duration{});
}

TEST_CASE("a password is known by its hash, and nothing by none") {
    Passwords passwords;
    std::promise<std::string> made;
    REQUIRE(
        passwords.hash("correct horse battery", [&](std::string text) { made.set_value(std::move(text)); }));
    const auto hash = made.get_future().get();
    CHECK(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
    const auto right = [&](std::string password, std::string against) {
        std::promise<bool> told;
        REQUIRE(
            passwords.check(std::move(password), std::move(against), [&](bool is) { told.set_value(is); }));
        return told.get_future().get();
    };
    CHECK(right("correct horse battery", hash));
    CHECK_FALSE(right("correct horse batterz", hash));
    CHECK_FALSE(right("correct horse battery", ""));
    passwords.stop();
}

TEST_CASE("passwords that are guessed first will not do") {
    CHECK(Passwords::weakness("short", "ann"));
    CHECK(Passwords::weakness("ann-and-the-rest", "Ann"));
    CHECK(Passwords::weakness("truefill-2026-03", "bob"));
    CHECK(Passwords::weakness("aaaaaaaaaaaaaaaa", "bob"));
    CHECK(Passwords::weakness(std::string(201, 'x') + "y", "bob"));
    CHECK_FALSE(Passwords::weakness("correct horse battery", "bob"));
}

} // namespace truefill::api

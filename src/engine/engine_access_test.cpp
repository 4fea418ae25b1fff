#include "access/may.h"
#include "engine/engine_fixture.h"

#include <boost/mp11/algorithm.hpp>

#include <set>

namespace truefill::engine {
namespace {

using boost::mp11::mp_for_each;
using boost::mp11::mp_transform;

std::set<std::string_view> command_names() {
    std::set<std::string_view> names;
    mp_for_each<mp_transform<std::type_identity, Command>>([&]<class M>(std::type_identity<M>) {
        mp_for_each<mp_transform<std::type_identity, M>>(
            [&]<class C>(std::type_identity<C>) { names.insert(C::name); });
    });
    return names;
}

TEST_CASE("every command that the engine knows has a row in the table of permissions, and no row has none") {
    const auto names = command_names();
    CHECK(names.size() > 100);
    for (const auto name : names) CHECK_MESSAGE(access::find_row(name) != nullptr, name);
    for (const auto& row : access::rows())
        CHECK_MESSAGE((row.way == access::Way::read || names.contains(row.name)), row.name);
}

TEST_CASE("users and keys are journaled and replayed like everything else") {
    World world;
    const auto before = world.state().digest();
    CHECK(world.state().access.is_empty());
    const auto sent = [&](access::Command command) { return world.send(std::move(command)).outcome; };
    CHECK(sent(access::IssueFirstRun{sha256("link"), world.clock + days(1), false}) == Outcome::committed);
    CHECK(sent(access::AcceptFirstRun{sha256("wrong"), "ada", "Ada", "", "$argon2id$v=19$x"}) ==
          Outcome::refused);
    CHECK(sent(access::AcceptFirstRun{sha256("link"), "ada", "Ada", "", "$argon2id$v=19$x"}) ==
          Outcome::committed);
    CHECK(access::has_administrator(world.state().access));
    CHECK(world.state().digest() != before);
    std::string snapshot;
    world.live.save(snapshot);
    Engine loaded;
    REQUIRE(loaded.load(snapshot));
    CHECK(loaded.state().digest() == world.state().digest());
    CHECK(access::find_user(loaded.state().access, "ada") != nullptr);
}

} // namespace
} // namespace truefill::engine

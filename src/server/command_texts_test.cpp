#include "api/command_texts.h"

#include "api/post_command.h"
#include "server/openapi.h"
#include "server/server_fixture.h"

namespace truefill::server {

using namespace api;

TEST_CASE("a command that is about nothing is refused, with a pointer, and leaves no trace") {
    Desk desk;
    const auto before = desk.loop->durable();
    Schemas schemas;
    std::size_t refused_here = 0;
    for (const auto& command : command_schemas(schemas)) {
        CAPTURE(command.name);
        if (command.name == "billing.request_credit") continue; // only the engine can say of which order
        const auto said = desk.ask(post_command, desk.command(std::string{command.name}, "m-1", "{}"));
        CAPTURE(said.body);
        CHECK((said.status == 400 || said.status == 422));
        CHECK(has(said.body, R"("pointer":"/)"));
        refused_here += said.status == 422 ? 1U : 0U;
    }
    CHECK(refused_here > 40);
    CHECK(desk.loop->durable() == before);
}

TEST_CASE("what says nothing is as good as missing") {
    Desk desk;
    const auto ask = [&](std::string name, std::string body) {
        return desk.ask(post_command, desk.command(std::move(name), "m-1", std::move(body)));
    };
    for (const char* body : {R"({"catalogue":{}})", R"({"catalogue":{"items":[],"sites":[]}})"}) {
        const auto said = ask("masterdata.load_catalogue", body);
        CHECK(said.status == 422);
        CHECK(has(said.body, R"("code":"member_missing")"));
        CHECK(has(said.body, R"("pointer":"/catalogue")"));
    }
    CHECK(has(ask("shipping.report_found", R"({"shipment":0,"line":1})").body, R"("pointer":"/shipment")"));
    const auto either = ask("shipping.confirm_delivery", R"({"tracking":"","signed_by":"Ann"})").body;
    CHECK(has(either, "one of these is needed: shipment, tracking"));
    // Enough is enough: the engine says the rest.
    CHECK_FALSE(has(ask("shipping.confirm_delivery", R"({"tracking":"T-1"})").body, "member_missing"));
}

} // namespace truefill::server

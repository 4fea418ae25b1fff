#include "api/views.h"

#include "server/server_fixture.h"

#include <stdlib.h>

#include <filesystem>

namespace truefill::server {

using namespace api;
namespace {

/// Views of a desk's journal, in a folder that goes away.
struct DeskWithViews : Desk {
    explicit DeskWithViews(const std::string& folder) : views{network.journal, folder + "/desk.views.db"} {
        views.start(*loop);
        service->views = &views;
    }
    ~DeskWithViews() { views.stop(); }

    ViewsDesk views;
};

struct TemporaryFolder {
    TemporaryFolder() { REQUIRE(mkdtemp(path.data()) != nullptr); }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    std::string path = (std::filesystem::temp_directory_path() / "truefill-desk-XXXXXX").string();
};

} // namespace

TEST_CASE("the server says how far its SQL views are, and lets a reader wait for a position") {
    const TemporaryFolder folder;
    DeskWithViews desk{folder.path};
    REQUIRE(desk.loop->call(loop::order(1)).has_value());
    const auto position = desk.loop->durable();
    desk.views.projector().committed(position);
    const auto asked = "/v1/views?wait_seconds=30&wait_for=" + std::to_string(position);
    const auto answer = desk.ask(get_views, Desk::request(http::Method::get, asked));
    CHECK(answer.status == 200);
    CHECK(has(answer.body, "\"position\":" + std::to_string(position)));
    CHECK(has(answer.body, R"("lag_records":0)"));
    CHECK(has(answer.body, R"("reached":true)"));
    CHECK(has(answer.body, R"("file":"desk.views.db")"));

    std::string metrics;
    append_views_metrics(metrics, *desk.service);
    CHECK(has(metrics, "truefill_views_position " + std::to_string(position) + "\n"));
    CHECK(has(metrics, "truefill_views_lag_records 0\n"));
    CHECK(has(metrics, "truefill_views_lag_seconds 0\n"));
    CHECK(has(metrics, "truefill_views_up 1\n"));
}

TEST_CASE("what makes no sense about the SQL views is refused") {
    const TemporaryFolder folder;
    DeskWithViews desk{folder.path};
    for (const auto* path : {"/v1/views?wait_for=soon", "/v1/views?wait_for=-1",
                             "/v1/views?wait_for=1&wait_seconds=31", "/v1/views?wait_for=1&wait_seconds=0"})
        CHECK(desk.ask(get_views, Desk::request(http::Method::get, path)).status == 400);
    desk.service->views = nullptr;
    CHECK(desk.ask(get_views, Desk::request(http::Method::get, "/v1/views")).status == 404);
    std::string metrics;
    append_views_metrics(metrics, *desk.service);
    CHECK(metrics.empty());
}

} // namespace truefill::server

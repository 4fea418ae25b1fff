#include "api/history.h"

#include <doctest/doctest.h>

#include <string>

namespace truefill::api {
namespace {

std::string record(const std::string& steps) { return R"({"envelope":{},"steps":[)" + steps + "]}"; }

std::string accepted(int id) {
    const auto number = std::to_string(id);
    return R"({"command":"orders.place_order","body":{},"events":[{"event":"orders.order_accepted",)"
           R"("version":1,"body":{"order":)" +
           number + R"(,"entry":{"order":)" + number + R"(,"opened":[{"number":"x"}]}}}]})";
}

std::string event(const std::string& name, const std::string& body) {
    return R"({"command":"c","body":{},"events":[{"event":")" + name + R"(","version":1,"body":)" + body +
           "}]}";
}

} // namespace

TEST_CASE("jobs, holds and waiting facts lead to their order") {
    History history;
    Position at = 0;
    const auto add = [&](const std::string& steps) {
        const auto touched = history.add(++at, record(steps));
        REQUIRE(touched);
        return **touched;
    };
    add(accepted(1));
    add(accepted(2));
    add(event("engine.job_created", R"({"job":9,"order":2})"));
    add(event("engine.job_failed", R"({"job":9})"));
    add(event("engine.job_completed", R"({"job":9})"));
    add(event("engine.job_completed", R"({"job":9})")); // ended: nobody's any more
    add(event("orders.hold_placed", R"({"hold":4,"entry":{"holds":[{"id":4,"key":1}]}})"));
    CHECK_FALSE(add(event("orders.hold_lifted", R"({"hold":4,"entry":{"lifted":[4]}})")).many);
    CHECK(add(event("orders.hold_placed", R"({"entry":{"holds":[{"id":5,"scope":"customer","key":1}]}})"))
              .many);
    add(event("engine.fact_put_aside", R"({"waiting":1,"key":"order:SO-7"})"));
    add(event("engine.fact_taken_up", R"({"waiting":1})"));
    CHECK(history.of(OrderId{2}, "SO-2") == std::vector<Position>{2, 3, 4, 5});
    CHECK(history.of(OrderId{1}, "SO-1") == std::vector<Position>{1, 7, 8});
    CHECK(history.of({}, "SO-7") == std::vector<Position>{10, 11});
    CHECK(history.last_of(OrderId{1}) == 8);
    CHECK(history.only_order_at(5) == OrderId{2}); // the job that was completed
    CHECK(history.only_order_at(7) == OrderId{1}); // the hold
    CHECK(history.only_order_at(8) == OrderId{1}); // and its end
    CHECK(history.only_order_at(6) == OrderId{});
    CHECK(history.only_order_at(9) == OrderId{}); // on a customer
    CHECK(history.only_order_at(12) == OrderId{});
    add(accepted(3) + "," + event("orders.line_changed", R"({"order":1})"));
    CHECK(history.only_order_at(12) == OrderId{}); // of two
}

TEST_CASE("a job keeps the trace of the request that made it, and a case its last record") {
    History history;
    Position at = 0;
    const auto add = [&](const std::string& trace, const std::string& steps) {
        REQUIRE(history.add(++at, R"({"envelope":{"trace":")" + trace + R"("},"steps":[)" + steps + "]}"));
    };
    add("t-1", accepted(1) + "," + event("engine.job_created", R"({"job":1,"order":1})"));
    add("", event("engine.job_created", R"({"job":2,"order":1})"));
    add("t-3", event("cases.case_opened", R"({"case_id":2,"category":"x"})"));
    add("t-4", event("engine.job_failed", R"({"job":1})"));
    CHECK(history.trace_of(JobId{1}) == "t-1"); // not that of the worker who failed
    CHECK(history.trace_of(JobId{2}) == "");
    CHECK_FALSE(history.trace_of(JobId{3}).has_value());
    add("t-5", event("engine.job_completed", R"({"job":1})"));
    CHECK_FALSE(history.trace_of(JobId{1}).has_value());
    CHECK(history.last_of(CaseId{2}) == 3);
    CHECK(history.last_of(CaseId{1}) == 0);
    add("t-6", event("cases.case_assigned", R"({"case_id":2,"person":"ann"})"));
    CHECK(history.last_of(CaseId{2}) == 6);
    CHECK(history.last_of(CaseId{9}) == 0);
}

TEST_CASE("an order that never was takes no room") {
    History history;
    const auto touched = history.add(
        1, record(R"({"command":"inventory.reserve_order","body":{"order":"SO-9","order_id":4294967295},)"
                  R"("refusal":{"code":"order_unknown"}})"));
    REQUIRE(touched);
    CHECK((*touched)->orders.empty());
    CHECK(history.of({}, "SO-9") == std::vector<Position>{1});
    CHECK(history.of(OrderId{4294967295}, "SO-8").empty());
    CHECK_FALSE(history.add(2, "{").has_value());
}

} // namespace truefill::api

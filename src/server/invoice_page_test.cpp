#include "api/billing/invoice_page.h"

#include "api/access/log_in_methods.h"
#include "api/billing/billing_lag.h"
#include "api/commands/plan.h"
#include "api/post_command.h"
#include "server/server_fixture.h"

namespace truefill::server {

using namespace api;
namespace {

void sure(Desk& desk, const std::string& name, const std::string& body) {
    std::string key;
    append_hex(key, sha256(name + body));
    const auto said = desk.ask(post_command, desk.command(name, key, body));
    REQUIRE_MESSAGE(has(said.body, R"("committed")"), name << ": " << said.body);
}

/// SO-1 of 10 units, which have left LYON; INV-1 is with finance.
void bill_ten(Desk& desk) {
    sure(desk, "inventory.open_stock",
         R"({"site":"LYON","reference":"open","lines":[{"item":"SKU-1","quantity":50}]})");
    sure(desk, "orders.place_order",
         R"({"order":"SO-1","customer":"ACME","currency":"EUR",
             "lines":[{"line":1,"item":"SKU-1","quantity":10,"unit_price":"2.50"}]})");
    sure(desk, "warehouse.acknowledge_release", R"({"release":1})");
    sure(desk, "warehouse.confirm_pick", R"({"release":1,"line":1,"quantity":10})");
    sure(desk, "warehouse.pack",
         R"({"release":1,"sscc":"340123450000000018","lines":[{"line":1,"quantity":10}]})");
    sure(desk, "shipping.issue_goods", R"({"release":1,"tracking":"T-1"})");
}

std::string invoice(Desk& desk, const std::string& code) {
    auto request = Desk::request(http::Method::get, "/v1/invoices/" + code);
    request.parts.emplace_back("code", code);
    return desk.ask(get_invoice, std::move(request)).body;
}

std::string lag(Desk& desk, const std::string& query = "") {
    return desk.ask(get_billing_lag, Desk::request(http::Method::get, "/v1/billing/lag" + query)).body;
}

} // namespace

TEST_CASE("an invoice that bills what was ordered and shipped says so of each line") {
    Desk desk;
    bill_ten(desk);
    const auto page = invoice(desk, "INV-1");
    CHECK(has(page, R"("ordered":10,"shipped":10,"billed":10,"shipped_all":10,"billed_all":10)"));
    CHECK(has(page, R"("match":"matches","sentence":"Billed as ordered and shipped.")"));
    CHECK(has(page, R"("differences":0)"));
    CHECK(has(page, "Finance was asked to post it"));
    CHECK(has(page, R"("command":"billing.void_invoice","title":"Void it","allowed":true)"));
    CHECK(has(page, R"("reason":"INV-1 is not posted; void it instead")"));
    CHECK(has(invoice(desk, "INV-2"), "There is no INV-2"));
    CHECK(has(invoice(desk, "INV-x"), "An invoice has a number"));
}

TEST_CASE("a plan for invoices says of each what its page says") {
    Desk desk;
    bill_ten(desk);
    auto request = Desk::request(http::Method::post, "/v1/plan");
    request.body = R"({"command":"billing.void_invoice","invoices":["INV-1","INV-2"]})";
    const auto said = desk.ask(post_plan, std::move(request)).body;
    CHECK(has(said, R"({"order":"SO-1","invoice":"INV-1","title":"Void it","allowed":true)"));
    CHECK(has(said, R"("body":"{\"invoice\":1}")"));
    CHECK(has(said, R"({"order":"","invoice":"INV-2","title":"","allowed":false)"));
    request = Desk::request(http::Method::post, "/v1/plan");
    request.body = R"({"command":"billing.reverse_invoice","invoices":["INV-1"]})";
    CHECK(has(desk.ask(post_plan, std::move(request)).body,
              R"("allowed":false,"reason":"INV-1 is not posted; void it instead")"));
}

TEST_CASE("what was billed and voided can be billed again from outside") {
    Desk desk;
    bill_ten(desk);
    sure(desk, "billing.void_invoice", R"({"invoice":1,"approved_by":"operator"})");
    CHECK(has(lag(desk), R"("shipment":"SH-1","order":"SO-1")"));
    sure(desk, "billing.prepare_invoice", R"({"shipment":1})");
    CHECK(has(invoice(desk, "INV-2"), R"("order":"SO-1")"));
}

TEST_CASE("units that are billed and did not leave are a difference, in words") {
    Desk desk;
    bill_ten(desk);
    sure(desk, "shipping.correct_shipment",
         R"({"shipment":1,"line":1,"quantity":3,"approved_by":"operator"})");
    const auto page = invoice(desk, "INV-1");
    CHECK(has(page, R"("differences":1)"));
    CHECK(has(page, R"("match":"over_billed","sentence":"10 units billed, but 7 left with the shipment.")"));
}

TEST_CASE("what finance booked otherwise is blocked, and its case stands on the page") {
    Desk desk;
    bill_ten(desk);
    CHECK(has(lag(desk), R"("why":"INV-1 is with finance, to be posted by )"));
    CHECK(!has(lag(desk), R"("blocked":true)"));
    sure(desk, "billing.confirm_invoice",
         R"({"invoice":1,"number":"F-1","total":{"amount":"24.00","currency":"EUR"}})");
    const auto page = invoice(desk, "INV-1");
    CHECK(has(page, "Finance has booked it otherwise"));
    CHECK(has(page, R"("category":"invoice_mismatch")"));
    CHECK(has(lag(desk), R"("blocked":true,"why":"Finance has booked INV-1 otherwise than we have it.")"));
    sure(desk, "billing.confirm_invoice",
         R"({"invoice":1,"number":"F-1","total":{"amount":"25.00","currency":"EUR"}})");
    CHECK(has(invoice(desk, "INV-1"), "25.00 EUR is to be paid by"));
    CHECK(has(lag(desk), R"("items":[],"total":0)"));
}

TEST_CASE("the lag is added up by age and by currency, and filtered by site") {
    Desk desk;
    CHECK(has(lag(desk), R"({"age":"0-4h","shipments":0,"blocked":0,"units":0})"));
    bill_ten(desk);
    CHECK(has(lag(desk), R"({"age":"0-4h","shipments":1,"blocked":0,"units":10,)"
                         R"("values":[{"amount":"25.00","currency":"EUR"}]})"));
    CHECK(has(lag(desk, "?site=LYON"), R"("shipment":"SH-1","order":"SO-1")"));
    CHECK(has(lag(desk, "?site=METZ"), R"("items":[],"total":0)"));
    CHECK(has(lag(desk, "?stie=METZ"), R"("status":400)"));
    sure(desk, "billing.void_invoice", R"({"invoice":1,"reason":"wrong","approved_by":"operator"})");
    CHECK(has(lag(desk), R"("blocked":true,"why":"No invoice was prepared)"));
}

TEST_CASE("a server without a provider offers name and password alone") {
    Desk desk;
    const auto said = desk.ask(get_log_in_methods, Desk::request(http::Method::get, "/v1/session/methods"));
    CHECK(said.body == R"({"password":true,"providers":[],"demo":false,"token":true})");
}

} // namespace truefill::server

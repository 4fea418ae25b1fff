#include "server/openapi.h"

#include "api/access/erasures.h"
#include "api/access/keys.h"
#include "api/access/log_in_methods.h"
#include "api/access/session.h"
#include "api/access/users.h"
#include "api/billing/billing_lag.h"
#include "api/billing/invoice_page.h"
#include "api/command_texts.h"
#include "api/commands/jobs.h"
#include "api/commands/plan.h"
#include "api/demo/score.h"
#include "api/demo/tour.h"
#include "api/lists/document_lists.h"
#include "api/lists/inbox.h"
#include "api/lists/master_lists.h"
#include "api/lists/mirror_list.h"
#include "api/lists/overview.h"
#include "api/lists/price_lists.h"
#include "api/operation/backup.h"
#include "api/operation/health.h"
#include "api/orders/order_list.h"
#include "api/orders/order_page.h"
#include "api/orders/timeline.h"
#include "api/outbound/notices.h"
#include "api/outbound/webhooks.h"
#include "api/post_command.h"
#include "api/views.h"
#include "server/openapi_document.h"

namespace truefill::server {

using namespace api;
namespace {

constexpr std::string_view paging = "limit cursor min_position";

/// Everything that there is.
class Document : OpenApiDocument {
public:
    std::string make();

private:
    void add_reads();
    void add_lists();
    void add_commands();
    void add_jobs();
    void add_webhooks();
    void add_access();
    void add_others();
};

void Document::add_reads() {
    get<api::Health>("/healthz", "get_health", "Whether the process lives");
    get<Health>("/readyz", "get_readiness", "Whether commands are taken, and if not, why");
    get<api::OrderPage>("/v1/orders/{number}", "get_order", "Everything about one order as it stands now");
    get<api::Timeline>("/v1/orders/{number}/timeline", "get_timeline",
                       "The story of an order, message by message", paging);
    get<api::CaseRow>("/v1/cases/{id}", "get_case",
                      "A case, what may be done with it, and why its order is where it is");
    get<ReleaseRow>("/v1/releases/{code}", "get_release", "A release to a site, as R-12");
    get<ShipmentRow>("/v1/shipments/{code}", "get_shipment", "A shipment, as SH-12");
    get<ReturnRow>("/v1/returns/{code}", "get_return", "A return, as RMA-12");
    get<ItemRow>("/v1/items/{code}", "get_item", "An item, its units and its stock over all sites");
    get<CustomerRow>("/v1/customers/{code}", "get_customer", "A customer and its accounts");
    get<SiteRow>("/v1/sites/{code}", "get_site", "A site, its next cut-off and what waits for it");
    get<CarrierRow>("/v1/carriers/{code}", "get_carrier", "A carrier");
    get<api::WorkRow>("/v1/inbox/{code}", "get_work",
                      "What waits for a person, and what may be done about it");
    get<api::InvoicePage>("/v1/invoices/{code}", "get_invoice",
                          "An invoice, its three-way match and what may be done with it");
    get<api::LagList>("/v1/billing/lag", "get_billing_lag", "What has left and is not billed, by its age",
                      "site limit min_position");
    get<api::Overview>("/v1/overview", "get_overview", "The control tower in one answer", "min_position");
    get<api::ViewsAnswer>("/v1/views", "get_views", "How far the SQL views are", "wait_for wait_seconds");
}

void Document::add_lists() {
    get<OrderList>(
        "/v1/orders", "list_orders", "Orders, newest first",
        "q status site customer hold case archived age late wave unbilled perfect sort skip count limit "
        "cursor min_position format");
    get<StockList>("/v1/stock", "list_stock", "Stock by item, site and lot",
                   "item site limit cursor min_position format");
    get<CaseList>(
        "/v1/cases", "list_cases", "Cases; open ones when nothing else is asked",
        "status owner assignee category site order family carrier incident overdue sort limit cursor "
        "min_position format");
    get<WorkList>(
        "/v1/inbox", "list_inbox", "Cases and approvals: what waits for a person",
        "kind owner assignee category site order item family carrier incident overdue sort limit cursor "
        "min_position format");
    get<ReleaseList>("/v1/releases", "list_releases", "Releases to sites",
                     "site status order limit cursor min_position format");
    get<ShipmentList>("/v1/shipments", "list_shipments", "Shipments",
                      "site carrier status order limit cursor min_position format");
    get<InvoiceList>("/v1/invoices", "list_invoices", "Invoices",
                     "customer status order limit cursor min_position format");
    get<ReturnList>("/v1/returns", "list_returns", "Returns",
                    "status order limit cursor min_position format");
    get<ItemList>("/v1/items", "list_items", "Items", "q limit cursor min_position format");
    get<CustomerList>("/v1/customers", "list_customers", "Customers", "q limit cursor min_position format");
    get<SiteList>("/v1/sites", "list_sites", "Sites", "q limit cursor min_position format");
    get<CarrierList>("/v1/carriers", "list_carriers", "Carriers", "q limit cursor min_position format");
    get<PriceList>("/v1/prices", "list_prices", "Prices, general ones and those of customers",
                   "item customer currency limit cursor min_position format");
    get<UnitList>("/v1/units", "list_units", "Units that items are sold or counted in, besides EA",
                  "item unit limit cursor min_position format");
    get<ReferenceList>("/v1/cross-references", "list_cross_references",
                       "What other systems call items, sites, customers, carriers and units",
                       "source kind theirs ours limit cursor min_position format");
    get<MirrorList>(
        "/v1/mirrors", "list_mirrors",
        "What other systems last said of lines and balances, and whether it agrees with the ledger",
        "kind system site item order state differs limit cursor min_position format");
}

/// "Says what has happened. It needs invoice; and shipment or release."
std::string description_of(bool fact, const CommandText* text) {
    std::string said =
        fact ? "A fact: it has happened, and is never refused for policy." : "An intent: it may be refused.";
    if (text == nullptr || text->needs.empty()) return said;
    said += " It needs ";
    for (const char c : text->needs)
        if (c == ' ') said += "; and ";
        else if (c == '|') said += " or ";
        else said += c;
    return said + ".";
}

void Document::add_commands() {
    schemas().set_strict(true);
    const auto commands = command_schemas(schemas());
    schemas().set_strict(false);
    for (const auto& one : commands) {
        const std::string path = "/v1/commands/" + std::string{one.name};
        std::string id = "command_" + std::string{one.name};
        for (auto& c : id)
            if (c == '.') c = '_';
        const auto* text = text_of_command(one.name);
        add({path,
             "post",
             id,
             text ? text->summary : one.name,
             {},
             schemas().of<api::CommandAnswer>(),
             one.schema,
             description_of(one.fact, text)});
    }
    add({"/v1/commands",
         "post",
         "bulk_commands",
         "Many commands, one on each line (application/x-ndjson): command, message_id, event_time, body",
         {},
         {},
         {}});
}

void Document::add_jobs() {
    get<JobList>("/v1/jobs", "list_jobs", "Open jobs",
                 "type destination status order limit cursor min_position");
    add({"/v1/jobs/activate",
         "post",
         "activate_jobs",
         "Takes jobs, the oldest first; waits for one when asked to",
         {},
         schemas().of<api::TakenJobs>(),
         schemas().of<api::ActivateJobs>()});
    constexpr std::string_view worker = R"({"type":"object","required":["worker"],)"
                                        R"("properties":{"worker":{"type":"string"})";
    const auto with = [&](std::string_view more) {
        return std::string{worker} + "," + std::string{more} + "}}";
    };
    const auto answer = schemas().of<api::CommandAnswer>();
    add({"/v1/jobs/{id}/complete",
         "post",
         "complete_job",
         "The job is done",
         {},
         answer,
         with(R"("reference":{"type":"string"})")});
    add({"/v1/jobs/{id}/fail",
         "post",
         "fail_job",
         "The attempt failed",
         {},
         answer,
         with(R"("outcome":{"type":"string","enum":["not_done","unknown","refused"]},)"
              R"("reason":{"type":"string"})")});
    add({"/v1/jobs/{id}/extend",
         "post",
         "extend_job",
         "The worker needs longer",
         {},
         R"({"type":"object","properties":{"lease_until":{"type":"string","format":"date-time"}}})",
         with(R"("lease_seconds":{"type":"integer"})")});
}

void Document::add_webhooks() {
    const auto row = schemas().of<api::WebhookRow>();
    add({"/v1/session/oidc", "get", "log_in_by_oidc", "Goes to the provider of log-ins", {}, {}, {}});
    add({"/v1/session/oidc/callback",
         "get",
         "come_back_from_oidc",
         "Opens a session; browsers come here by themselves",
         "code state iss error",
         {},
         {}});
    get<api::NoticeList>("/v1/orders/{number}/notices", "list_order_notices",
                         "What customers and people were told about an order, and when");
    get<api::WebhookList>("/v1/webhooks", "list_webhooks", "Webhooks, how far each is, and how it goes");
    add({"/v1/webhooks",
         "post",
         "make_webhook",
         "Makes a webhook; the secret is shown once",
         {},
         row,
         schemas().of<api::NewWebhook>()});
    add({"/v1/webhooks/{name}/replay",
         "post",
         "replay_webhook",
         "Sends everything after a position again; enables a disabled one",
         "after",
         row,
         {}});
    add({"/v1/webhooks/{name}/rotate",
         "post",
         "rotate_webhook",
         "Makes another secret, shown once; the old one signs, too, for a while",
         {},
         row,
         schemas().of<api::RotateWebhook>()});
    add({"/v1/webhooks/{name}/test",
         "post",
         "test_webhook",
         "Sends a test event now and says how it went",
         {},
         schemas().of<api::WebhookTest>(),
         {}});
    add({"/v1/webhooks/{name}", "delete", "delete_webhook", "Nothing is sent there any more", {}, {}, {}});
}

void Document::add_access() {
    get<api::LogInMethods>("/v1/session/methods", "get_log_in_methods", "How one may log in here");
    get<api::Who>("/v1/session", "get_session", "Who is logged in");
    add({"/v1/session",
         "post",
         "log_in",
         "Opens a session with a name and password, or with the operator token",
         {},
         schemas().of<Who>(),
         R"({"type":"object","properties":{"user":{"type":"string"},"password":{"type":"string"},)"
         R"("token":{"type":"string"}}})"});
    add({"/v1/session", "delete", "log_out", "Ends the session", {}, {}, {}});
    add({"/v1/first-run",
         "post",
         "accept_first_run",
         "Makes the first administrator and logs him in",
         {},
         schemas().of<Who>(),
         R"({"type":"object","required":["secret","user","display_name","password"],"properties":{)"
         R"("secret":{"type":"string"},"user":{"type":"string"},"display_name":{"type":"string"},)"
         R"("password":{"type":"string"}}})"});
    get<api::UserList>("/v1/users", "list_users", "All users");
    add({"/v1/users",
         "post",
         "make_user",
         "Makes a user; a temporary password is shown once",
         {},
         schemas().of<api::UserMade>(),
         schemas().of<api::NewUser>()});
    add({"/v1/users/{user}/password",
         "post",
         "set_password",
         "One's own password, or a temporary one for another",
         {},
         schemas().of<UserMade>(),
         schemas().of<api::NewPassword>()});
    get<api::KeyList>("/v1/keys", "list_keys", "All keys, without their secrets");
    add({"/v1/keys",
         "post",
         "make_key",
         "Makes a key; it is shown once",
         {},
         schemas().of<api::KeyMade>(),
         schemas().of<api::NewKey>()});
    add({"/v1/keys/{prefix}/rotate",
         "post",
         "rotate_key",
         "Makes a successor; both keys work for a while",
         {},
         schemas().of<KeyMade>(),
         schemas().of<api::Rotation>()});
    add({"/v1/keys/{prefix}",
         "delete",
         "revoke_key",
         "The key works no more",
         {},
         schemas().of<api::CommandAnswer>(),
         {}});
    add({"/v1/persons/erase",
         "post",
         "erase_person",
         "Destroys the keys of a person's data",
         {},
         schemas().of<api::ErasedPerson>(),
         schemas().of<api::ErasureAsked>()});
    get<api::ErasedList>("/v1/persons/erased", "list_erased_persons", "Who was erased");
    get<api::RoleTable>("/v1/roles", "list_roles", "The table of what each role may");
}

void Document::add_others() {
    add_access();
    get<api::DemoStatus>("/v1/demo", "get_demo", "The world of a demo: its time, pace and systems");
    add({"/v1/demo",
         "post",
         "change_demo",
         "Pauses the world of a demo, or changes its pace",
         {},
         schemas().of<DemoStatus>(),
         schemas().of<api::DemoChange>()});
    get<api::Tour>("/v1/demo/tour", "get_demo_tour", "What four people could do on the day of a demo");
    get<api::Score>("/v1/demo/score", "get_demo_score", "Every deviation of the day of a demo");
    add_webhooks();
    add({"/v1/plan",
         "post",
         "plan_orders",
         "What a command would do to many orders; nothing is done",
         {},
         schemas().of<api::Plan>(),
         schemas().of<api::PlanAsked>()});
    add({"/v1/events",
         "get",
         "get_events",
         "Events as CloudEvents; with Accept: text/event-stream for ever; then data=none tells only what "
         "changed",
         "after limit data",
         R"({"type":"array","items":{"type":"object"}})",
         {}});
    add({"/v1/backups",
         "post",
         "back_up",
         "Copies the journal while it is written, and proves the copy; for administrators",
         {},
         schemas().of<api::Copied>(),
         {}});
    add({"/metrics", "get", "get_metrics", "Measurements for Prometheus", {}, {}, {}});
    add({"/openapi.json", "get", "get_openapi", "This document", {}, {}, {}});
}

std::string Document::make() {
    add_commands();
    add_reads();
    add_lists();
    add_jobs();
    add_others();
    return text();
}

} // namespace

std::string openapi() { return Document{}.make(); }

void get_openapi(api::Service& service, const http::ExchangePtr& exchange) {
    service.clerks.give([exchange] {
        static const std::string document = openapi();
        http::Response response;
        response.body = document;
        respond(exchange, std::move(response));
    });
}

} // namespace truefill::server

#include "server/openapi.h"

#include "server/document_lists.h"
#include "server/health.h"
#include "server/jobs.h"
#include "server/master_lists.h"
#include "server/order_page.h"
#include "server/overview.h"
#include "server/post_command.h"
#include "server/session.h"
#include "server/timeline.h"

#include <map>

namespace truefill::server {
namespace {

/// What is said about one operation; the answers' schemas come from their types.
struct Operation {
    std::string_view path, method, id, summary;
    std::string_view parameters{}; ///< of the query, separated by blanks
    std::string answer{};          ///< schema; empty: no JSON
    std::string body{};
};

constexpr std::string_view paging = "limit cursor min_position";

class Document {
public:
    std::string make();

private:
    template <class T> void get(std::string_view path, std::string_view id, std::string_view summary,
                                std::string_view parameters = {}) {
        add({path, "get", id, summary, parameters, schemas_.of<T>(), {}});
    }
    void add(const Operation& operation);
    void add_reads();
    void add_lists();
    void add_commands();
    void add_jobs();
    void add_others();

    Schemas schemas_;
    std::map<std::string, std::string> paths_; ///< operations by path
};

std::string quoted(std::string_view text) {
    std::string out;
    json::encode(out, text);
    return out;
}

void append_parameter(std::string& out, std::string_view name, std::string_view place, bool required) {
    if (!out.ends_with('[')) out += ',';
    out += R"({"name":)" + quoted(name) + R"(,"in":)" + quoted(place);
    if (required) out += R"(,"required":true)";
    const bool number = name == "limit" || name == "after" || name == "min_position";
    out += number ? R"(,"schema":{"type":"integer"}})" : R"(,"schema":{"type":"string"}})";
}

/// The {names} of a path, the query, and the headers of commands.
std::string parameters_of(const Operation& operation) {
    std::string out = R"("parameters":[)";
    for (auto at = operation.path.find('{'); at != std::string_view::npos;
         at = operation.path.find('{', at + 1))
        append_parameter(out, operation.path.substr(at + 1, operation.path.find('}', at) - at - 1), "path",
                         true);
    auto rest = operation.parameters;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        append_parameter(out, rest.substr(0, end), "query", false);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (operation.id.starts_with("command_")) {
        append_parameter(out, "Idempotency-Key", "header", true);
        append_parameter(out, "Truefill-Event-Time", "header", false);
    }
    return out + "]";
}

void Document::add(const Operation& operation) {
    auto& path = paths_[std::string{operation.path}];
    if (!path.empty()) path += ',';
    path += quoted(operation.method) + R"(:{"operationId":)" + quoted(operation.id) + R"(,"summary":)" +
            quoted(operation.summary) + "," + parameters_of(operation);
    if (!operation.body.empty())
        path += R"(,"requestBody":{"required":true,"content":{"application/json":{"schema":)" +
                operation.body + "}}}";
    path += R"(,"responses":{"200":{"description":"The answer")";
    if (!operation.answer.empty())
        path += R"(,"content":{"application/json":{"schema":)" + operation.answer + "}}";
    path += R"(},"default":{"$ref":"#/components/responses/Problem"}}})";
}

void Document::add_reads() {
    get<Health>("/healthz", "get_health", "Whether the process lives");
    get<Health>("/readyz", "get_readiness", "Whether commands are taken, and if not, why");
    get<OrderPage>("/v1/orders/{number}", "get_order", "Everything about one order as it stands now");
    get<Timeline>("/v1/orders/{number}/timeline", "get_timeline", "The story of an order, message by message",
                  paging);
    get<CaseRow>("/v1/cases/{id}", "get_case",
                 "A case, what may be done with it, and why its order is where it is");
    get<Overview>("/v1/overview", "get_overview", "The control tower in one answer", "min_position");
    get<Who>("/v1/session", "get_session", "Who is logged in");
}

void Document::add_lists() {
    get<OrderList>("/v1/orders", "list_orders", "Orders, newest first",
                   "q status site customer hold case archived sort limit cursor min_position");
    get<StockList>("/v1/stock", "list_stock", "Stock by item, site and lot",
                   "item site limit cursor min_position");
    get<CaseList>("/v1/cases", "list_cases", "Cases; open ones when nothing else is asked",
                  "status owner assignee category site order sort limit cursor min_position");
    get<ReleaseList>("/v1/releases", "list_releases", "Releases to sites",
                     "site status order limit cursor min_position");
    get<ShipmentList>("/v1/shipments", "list_shipments", "Shipments",
                      "site carrier status order limit cursor min_position");
    get<InvoiceList>("/v1/invoices", "list_invoices", "Invoices",
                     "customer status order limit cursor min_position");
    get<ReturnList>("/v1/returns", "list_returns", "Returns", "status order limit cursor min_position");
    get<ItemList>("/v1/items", "list_items", "Items", "q limit cursor min_position");
    get<CustomerList>("/v1/customers", "list_customers", "Customers", "q limit cursor min_position");
    get<SiteList>("/v1/sites", "list_sites", "Sites", "q limit cursor min_position");
    get<CarrierList>("/v1/carriers", "list_carriers", "Carriers", "q limit cursor min_position");
}

void Document::add_commands() {
    schemas_.set_strict(true);
    const auto commands = command_schemas(schemas_);
    schemas_.set_strict(false);
    for (const auto& one : commands) {
        const std::string path = "/v1/commands/" + std::string{one.name};
        std::string id = "command_" + std::string{one.name};
        for (auto& c : id)
            if (c == '.') c = '_';
        add({path,
             "post",
             id,
             one.fact ? "Says what has happened" : "Asks for something",
             {},
             schemas_.of<CommandAnswer>(),
             one.schema});
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
         schemas_.of<TakenJobs>(),
         schemas_.of<ActivateJobs>()});
    constexpr std::string_view worker = R"({"type":"object","required":["worker"],)"
                                        R"("properties":{"worker":{"type":"string"})";
    const auto with = [&](std::string_view more) {
        return std::string{worker} + "," + std::string{more} + "}}";
    };
    const auto answer = schemas_.of<CommandAnswer>();
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

void Document::add_others() {
    add({"/v1/events",
         "get",
         "get_events",
         "Events as CloudEvents; with Accept: text/event-stream for ever",
         "after limit",
         R"({"type":"array","items":{"type":"object"}})",
         {}});
    add({"/v1/session",
         "post",
         "log_in",
         "Trades the token for a session cookie",
         {},
         schemas_.of<Who>(),
         R"({"type":"object","required":["token"],"properties":{"token":{"type":"string"}}})"});
    add({"/v1/session", "delete", "log_out", "Ends the session", {}, {}, {}});
    add({"/metrics", "get", "get_metrics", "Measurements for Prometheus", {}, {}, {}});
    add({"/openapi.json", "get", "get_openapi", "This document", {}, {}, {}});
}

std::string Document::make() {
    add_commands();
    add_reads();
    add_lists();
    add_jobs();
    add_others();
    const auto problem = schemas_.of<Problem>();
    std::string text = R"({"openapi":"3.1.0","info":{"title":"Truefill","version":"1.0.0","description":)" +
                       quoted("Members whose value says nothing (0, false, empty) may be missing. Lists and "
                              "strings in a query are separated by commas.") +
                       R"(},"security":[{"token":[]},{"session":[]}],"paths":{)";
    for (const auto& [path, operations] : paths_) {
        if (!text.ends_with('{')) text += ',';
        text += quoted(path) + ":{" + operations + "}";
    }
    text += R"(},"components":{"securitySchemes":{"token":{"type":"http","scheme":"bearer"},)"
            R"("session":{"type":"apiKey","in":"cookie","name":"truefill_session"}},)"
            R"("responses":{"Problem":{"description":"What is wrong, as of RFC 9457","content":)"
            R"({"application/problem+json":{"schema":)" +
            problem + R"(}}}},"schemas":)" + schemas_.components() + "}}";
    return text;
}

} // namespace

std::string openapi() { return Document{}.make(); }

void get_openapi(Service& service, const http::ExchangePtr& exchange) {
    service.clerks.give([exchange] {
        static const std::string document = openapi();
        http::Response response;
        response.body = document;
        respond(exchange, std::move(response));
    });
}

} // namespace truefill::server

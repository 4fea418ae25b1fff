#include "cli/explain.h"

#include "api/orders/story.h"
#include "api/outlook.h"
#include "cli/failure.h"
#include "cli/journal_file.h"
#include "cli/terminal.h"
#include "personal/exits.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace truefill::cli {
namespace {

struct BucketUnits {
    std::string bucket, site;
    Quantity units{};
};
TF_DESCRIBE(BucketUnits, (bucket, site, units))

struct LineReport {
    static constexpr auto required = std::to_array<std::string_view>({"line", "item", "units", "demanded"});
    LineNumber line{};
    std::string item;
    Quantity units{}, demanded{};
    Amount unit_price;
    std::vector<BucketUnits> pipeline, billing;
    Amount issued, billed;
};
TF_DESCRIBE(LineReport, (line, item, units, demanded, unit_price, pipeline, billing, issued, billed))

struct ChargeReport {
    std::string kind;
    Amount amount, issued, billed;
};
TF_DESCRIBE(ChargeReport, (kind, amount, issued, billed))

struct InvoiceReport {
    std::string invoice, number, status;
    Money total;
    Amount paid, credited, open;
};
TF_DESCRIBE(InvoiceReport, (invoice, number, status, total, paid, credited, open))

struct CaseReport {
    std::string name, category, status, owner, sentence;
    bool is_open{}, overdue{};
    Time opened_at, due_at;
    Money value;
};
TF_DESCRIBE(CaseReport, (name, category, status, owner, sentence, is_open, overdue, opened_at, due_at, value))

struct OrderReport {
    static constexpr auto required = std::to_array<std::string_view>({"order", "story", "lines", "next"});
    std::string order, customer, status, purchase_order;
    Time ordered_at;
    Date requested;
    bool archived{};
    Position position{}; ///< of the journal's end
    Time as_of;
    std::vector<api::Chapter> story;
    std::vector<LineReport> lines;
    std::vector<ChargeReport> charges;
    std::vector<InvoiceReport> invoices;
    std::string why;
    std::vector<std::string> next;
    std::vector<CaseReport> cases; ///< open ones first
};
TF_DESCRIBE(OrderReport, (order, customer, status, purchase_order, ordered_at, requested, archived, position,
                          as_of, story, lines, charges, invoices, why, next, cases))

LineReport report_of(const engine::State& state, const ledger::Order& order, const ledger::Line& line) {
    LineReport report;
    report.line = line.number;
    report.item = state.master.item(line.item).code;
    report.units = line.total;
    report.demanded = line.demanded;
    report.unit_price = line.unit_price;
    report.issued = line.issued.amount;
    report.billed = line.billed.amount;
    std::map<std::pair<ledger::Pipeline, SiteId>, Quantity> pipeline;
    order.each_parcel(line, [&](std::uint32_t, const ledger::Parcel& parcel) {
        pipeline[{parcel.pipeline, parcel.site}] += parcel.quantity;
    });
    for (const auto& [key, units] : pipeline)
        report.pipeline.push_back(
            {std::string{name_of(key.first)}, key.second ? state.master.site(key.second).code : "", units});
    for (const auto& bucket : enumerators<ledger::Billing>)
        if (const auto units = order.quantity(line, bucket.value);
            units > 0 && bucket.value != ledger::Billing::none)
            report.billing.push_back({std::string{bucket.name}, "", units});
    return report;
}

CaseReport report_of(CaseId id, const cases::Case& one) {
    return {fmt::format("CASE-{}", id.value),
            one.category,
            std::string{truefill::name_of(one.status)},
            one.person.empty() ? cases::say(one.owner) : one.person,
            one.sentence,
            one.is_open(),
            one.overdue,
            one.opened_at,
            one.due_at,
            one.value};
}

void add_documents(OrderReport& report, const engine::State& state, OrderId id) {
    billing::each_invoice(state.billing, id, [&](InvoiceId invoice, const billing::Invoice& one) {
        report.invoices.push_back({fmt::format("INV-{}", invoice.value), one.number,
                                   std::string{truefill::name_of(one.status)}, one.total(), one.paid,
                                   one.credited, one.open()});
    });
    std::ranges::reverse(report.invoices);
    for (const bool open : {true, false})
        cases::each_case(state.cases, id, [&](CaseId case_id, const cases::Case& one) {
            if (one.is_open() == open) report.cases.push_back(report_of(case_id, one));
        });
}

OrderReport report_of(const engine::State& state, const api::Story& story, const std::string& number) {
    OrderReport report;
    report.order = number;
    report.position = state.flow.position;
    report.as_of = state.flow.now;
    report.story = story.chapters();
    if (!story.account()) {
        report.status = "not accepted";
        report.why = "No such order was accepted; the messages that name it are told above.";
        return report;
    }
    const auto* live = state.ledger.find(story.order());
    const auto& order = live ? *live : *story.account();
    report.archived = !live;
    report.status = truefill::name_of(orders::status(state.ledger, order));
    report.customer = order.customer ? state.master.customer(order.customer).code
                                     : "transfer to " + state.master.site(order.target).code;
    if (const auto* document = state.orders.documents.find(order.id)) {
        report.purchase_order = document->purchase_order;
        report.ordered_at = document->ordered_at;
        report.requested = document->requested;
    }
    for (const auto& line : order.lines) report.lines.push_back(report_of(state, order, line));
    for (const auto& charge : order.charges)
        report.charges.push_back({charge.kind, charge.amount, charge.issued.amount, charge.billed.amount});
    add_documents(report, state, order.id);
    auto outlook = api::outlook_of(state, order);
    report.why = std::move(outlook.why);
    report.next = std::move(outlook.next);
    if (report.archived) report.why += " It is archived.";
    return report;
}

std::string where(const std::vector<BucketUnits>& buckets) {
    std::string text;
    for (const auto& one : buckets) {
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", words(one.bucket), one.units);
        if (!one.site.empty()) text += " " + one.site;
    }
    return text.empty() ? "-" : text;
}

std::string text_of(const api::Chapter& chapter) {
    auto text = fmt::format("  {}  {}", say(chapter.at), chapter.source);
    if (!chapter.message_id.empty()) text += " " + chapter.message_id;
    text += faint(fmt::format("  #{}", chapter.position));
    if (chapter.event_time && say(chapter.event_time) != say(chapter.at))
        text += faint(fmt::format(" (happened {})", say(chapter.event_time)));
    text += "\n";
    for (const auto& told : chapter.events) text += "      " + told.text + "\n";
    return text;
}

std::string ledgers_of(const OrderReport& report) {
    TextTable lines{{">line", "item", ">units", ">price", "where", "billing", ">earned", ">billed"}};
    for (const auto& line : report.lines)
        lines.add({std::to_string(line.line), line.item, std::to_string(line.units), say(line.unit_price),
                   where(line.pipeline), where(line.billing), say(line.issued), say(line.billed)});
    for (const auto& charge : report.charges)
        lines.add({"", charge.kind, "", say(charge.amount), "", "", say(charge.issued), say(charge.billed)});
    auto text = lines.text("  ");
    for (const auto& invoice : report.invoices)
        text += fmt::format("  {} {}: {}, {}, paid {}, credited {}, open {}\n", invoice.invoice,
                            invoice.number, words(invoice.status), say(invoice.total), say(invoice.paid),
                            say(invoice.credited), say(invoice.open));
    return text;
}

std::string text_of(const OrderReport& report) {
    auto text = title(report.order);
    if (!report.customer.empty()) text += " of " + report.customer;
    text += fmt::format(": {}, as of {} UTC\n", words(report.status), say(report.as_of));
    text += "\n" + title("What happened") + "\n";
    for (const auto& chapter : report.story) text += text_of(chapter);
    if (!report.lines.empty()) text += "\n" + title("Where it stands") + "\n" + ledgers_of(report);
    text += "\n" + title("Why it is here") + "\n  " + report.why + "\n";
    if (!report.next.empty()) text += "\n" + title("What happens next") + "\n";
    for (const auto& next : report.next) text += "  - " + next + "\n";
    if (!report.cases.empty()) text += "\n" + title("Cases") + "\n";
    for (const auto& one : report.cases) {
        text += fmt::format("  {} {}, {}, {}, due {}{}", one.name, words(one.category), words(one.status),
                            one.owner, say(one.due_at), one.overdue && one.is_open ? bad(" OVERDUE") : "");
        if (one.value.currency) text += fmt::format(", {} at risk", say(one.value));
        text += "\n      " + one.sentence + "\n";
    }
    return text;
}

/// A reading of the journal, up to a record or (0) to its end.
struct Reading {
    engine::Engine& engine;
    api::Story& story;
    Position to{};
};

/// Answers the position of the record with which the order came; 0 when it did not.
Position read(journal::Journal& journal, const ExplainOptions& options, const Reading& reading) {
    std::expected<void, std::string> told;
    Position came = 0;
    const auto done = replay(
        reading.engine, journal,
        {.to = reading.to, .progress = "Reading record", .before = {}, .after = [&](std::string_view record) {
             if (told) told = reading.story.see(reading.engine.state(), record);
             if (came == 0 && reading.story.account()) came = reading.engine.position();
         }});
    if (!done) fail_on(done.error(), options.journal);
    if (!told)
        fail(exit_bad_journal, "unreadable_record",
             "a record of the journal cannot be read: " + told.error());
    return came;
}

/// When an order came that was not there yet at `--to`; position 0: it never did.
struct Arrival {
    Position position{};
    Time at;
};

std::string said(const Arrival& arrival) {
    return fmt::format("came with record {}, on {} UTC", arrival.position, say(arrival.at));
}

Arrival arrival_of(journal::Journal& journal, const ExplainOptions& options) {
    engine::Engine engine;
    api::Story story{options.order};
    const auto came = read(journal, options, {engine, story, 0});
    for (const auto& chapter : story.chapters())
        if (chapter.position == came) return {came, chapter.at};
    return {came, {}};
}

[[noreturn]] void fail_unknown(const ExplainOptions& options, const Arrival& arrival) {
    if (arrival.position != 0)
        fail(exit_not_found, "not_yet",
             fmt::format("{} had no order {} at record {}: it {}", options.journal, options.order, options.to,
                         said(arrival)));
    fail(exit_not_found, "no_such_order",
         fmt::format("{} knows no order {}; numbers are compared letter by letter", options.journal,
                     options.order));
}

} // namespace

int run_explain(const ExplainOptions& options) {
    if (options.order.empty()) fail(exit_usage, "no_order", "name the order: its number");
    auto journal = open_to_read(options.journal);
    check_position(*journal, options.to, options.journal);
    engine::Engine engine;
    api::Story story{options.order};
    read(*journal, options, {engine, story, options.to});
    Arrival arrival;
    if (!story.account() && options.to != 0) arrival = arrival_of(*journal, options);
    if (story.chapters().empty() && !story.account()) fail_unknown(options, arrival);
    auto report = report_of(engine.state(), story, options.order);
    if (arrival.position != 0) {
        report.status = "not accepted yet";
        report.why =
            fmt::format("It was not there at record {}: it {}. The messages that name it are told above.",
                        options.to, said(arrival));
    }
    personal::KeyRing keys;
    read_keys(keys, *journal, engine.state());
    std::string text;
    if (options.json) {
        json::encode(text, report);
        text += '\n';
    } else {
        text = text_of(report);
    }
    print(personal::unsealed(keys, std::move(text),
                             options.json ? personal::Written::json : personal::Written::plain));
    return exit_done;
}

} // namespace truefill::cli

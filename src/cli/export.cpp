#include "cli/export.h"

#include "cli/failure.h"
#include "cli/journal_file.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "personal/exits.h"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace truefill::cli {
namespace {

std::string json_text(std::string_view text) {
    std::string out;
    json::encode(out, std::string{text});
    return out;
}

class Export {
public:
    explicit Export(const ExportOptions& options)
        : options_{options}, legs_{options.book, options.by_order}, out_{options.out} {}

    int run() {
        auto journal = open_to_read(options_.file);
        if (options_.personal) read_keys(keys_, *journal, erased_in(*journal));
        begin(journal->head());
        const auto done = replay(
            engine_, *journal,
            {.to = {}, .progress = "Exporting record", .before = {}, .after = [&](std::string_view record) {
                 take(record);
             }});
        if (!done) fail_on(done.error(), options_.file);
        if (options_.format == ExportFormat::balances) write_balances();
        out_.close();
        return exit_done;
    }

private:
    /// Who was erased up to the end: the events before it are written without their names, too.
    engine::State erased_in(journal::Journal& journal) const {
        engine::Engine whole;
        const auto done =
            replay(whole, journal, {.to = {}, .progress = "Reading record", .before = {}, .after = {}});
        if (!done) fail_on(done.error(), options_.file);
        engine::State state;
        state.access.erased = whole.state().access.erased;
        return state;
    }

    void begin(const Digest& head) {
        switch (options_.format) {
        case ExportFormat::hledger:
            out_.write(
                fmt::format("; The ledgers of a Truefill journal with the chain hash {}.\n", hex(head)));
            out_.write("; The code of a transaction is position.ordinal of its event.\ndecimal-mark .\n\n");
            break;
        case ExportFormat::balances: out_.write("\"account\",\"commodity\",\"balance\"\n"); break;
        case ExportFormat::csv:
            out_.write("position,ordinal,time,event,order,line,trigger,account,commodity,amount\n");
            break;
        case ExportFormat::jsonl: break;
        }
    }

    void take(std::string_view record) {
        // Balances come from the state; of the records only archived orders matter.
        if (options_.format == ExportFormat::balances && !mentions_archive(record)) return;
        const auto stored = read_record(document_, record);
        std::size_t ordinal = 0;
        for (const auto& step : stored.steps)
            for (const auto& event : step.events) {
                ++ordinal;
                if (options_.format == ExportFormat::jsonl) write_event(stored, step, event);
                else take(stored, event, ordinal);
            }
    }

    static bool mentions_archive(std::string_view record) {
        return record.find(orders::OrderArchived::name) != std::string_view::npos ||
               record.find(orders::OrderRecalled::name) != std::string_view::npos;
    }

    void take(const api::StoredRecord& record, const api::StoredEvent& stored, std::size_t ordinal) {
        const auto event = read_event(stored);
        if (const auto* order_event = get_if<orders::Event>(&event)) {
            if (const auto* gone = get_if<orders::OrderArchived>(order_event))
                archived_[gone->order] = gone->account;
            if (const auto* back = get_if<orders::OrderRecalled>(order_event)) archived_.erase(back->order);
        }
        const auto* entry = api::entry_of(event);
        if (!entry || options_.format == ExportFormat::balances) return;
        const auto& state = engine_.state();
        const auto* order = state.ledger.find(entry->order);
        if (const auto gone = archived_.find(entry->order); !order && gone != archived_.end())
            order = &gone->second;
        auto legs = legs_of(state, *entry, order, legs_);
        const Header header{record.envelope, stored.name, order ? std::string_view{order->number} : "",
                            ordinal};
        if (options_.format == ExportFormat::csv) write_rows(header, legs);
        else write_transaction(header, summed(std::move(legs)));
    }

    struct Header {
        const journal::Envelope& envelope;
        std::string_view event;
        std::string_view order;
        std::size_t ordinal;
    };

    void write_transaction(const Header& header, const std::vector<Leg>& legs) {
        if (legs.empty()) return;
        std::string date;
        append_date(date, date_of(header.envelope.record_time));
        auto text = fmt::format("{} ({}.{}) {} {}\n", date, header.envelope.position, header.ordinal,
                                header.event, header.order);
        for (const auto& leg : legs)
            text += leg.is_money
                        ? fmt::format("    {}  {} {}\n", leg.account, leg.number(), leg.commodity)
                        : fmt::format("    {}  {} \"{}\"\n", leg.account, leg.number(), leg.commodity);
        out_.write(text + "\n");
    }

    void write_rows(const Header& header, const std::vector<Leg>& legs) {
        std::string time;
        append_time(time, header.envelope.record_time);
        for (const auto& leg : legs)
            out_.write(fmt::format("{},{},{},{},{},{},{},{},{},{}\n", header.envelope.position,
                                   header.ordinal, time, header.event, csv_field(header.order),
                                   leg.line ? std::to_string(leg.line) : "", leg.trigger,
                                   csv_field(leg.account), csv_field(leg.commodity), leg.number()));
    }

    void write_event(const api::StoredRecord& record, const api::StoredStep& step,
                     const api::StoredEvent& event) {
        std::string time;
        append_time(time, record.envelope.record_time);
        out_.write(fmt::format(R"({{"position":{},"time":"{}","source":{},"message_id":{},)",
                               record.envelope.position, time, json_text(record.envelope.source),
                               json_text(record.envelope.message_id)));
        auto rest = fmt::format(R"("command":"{}","event":"{}","version":{},"body":{}}})"
                                "\n",
                                step.command, event.name, event.version, event.body.raw());
        if (options_.personal) personal::unseal_all(keys_, rest, personal::Written::json);
        out_.write(rest);
    }

    void write_balances() {
        std::vector<ledger::Order> archived;
        for (const auto& [id, order] : archived_) archived.push_back(order);
        for (const auto& leg : balances_of(engine_.state(), archived, legs_))
            out_.write(fmt::format("\"{}\",\"{}\",\"{}\"\n", leg.account, leg.commodity, leg.number()));
    }

    ExportOptions options_;
    LegOptions legs_;
    Output out_;
    engine::Engine engine_;
    personal::KeyRing keys_;
    json::Document document_;
    std::map<OrderId, ledger::Order> archived_;
};

} // namespace

int run_export(const ExportOptions& options) {
    if (options.format == ExportFormat::jsonl && options.book != Book::all)
        fail(exit_usage, "bad_arguments",
             fmt::format(
                 "--book {}: jsonl writes events, which belong to no single book; leave --book away, or take "
                 "csv for the postings of one book",
                 name_of(options.book)));
    if (options.personal && options.format != ExportFormat::jsonl)
        fail(exit_usage, "bad_arguments", "--personal: only the events of jsonl have personal data");
    if (options.by_order && options.format == ExportFormat::jsonl)
        fail(exit_usage, "bad_arguments",
             "--by-order: jsonl writes events and no accounts; leave --by-order away");
    if (options.by_order && (options.book == Book::stock || options.book == Book::money))
        fail(exit_usage, "bad_arguments",
             fmt::format("--by-order: accounts of {} have no order; take --book pipeline or billing",
                         name_of(options.book)));
    return Export{options}.run();
}

} // namespace truefill::cli

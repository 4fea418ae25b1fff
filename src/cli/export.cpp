#include "cli/export.h"

#include "cli/failure.h"
#include "cli/journal_file.h"
#include "cli/postings.h"
#include "cli/terminal.h"

#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <utility>

namespace truefill::cli {
namespace {

/// Stdout, or a file that is there whole or not at all: it is written beside its place and renamed.
class Output {
public:
    explicit Output(std::string path) : path_{std::move(path)}, part_{path_ + ".part"} {
        if (path_.empty()) return;
        file_ = std::fopen(part_.c_str(), "wb");
        if (!file_) give_up();
    }
    ~Output() {
        if (!file_) return;
        std::fclose(file_);
        std::remove(part_.c_str());
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view text) {
        buffer_ += text;
        if (buffer_.size() >= std::size_t{1} << 20) flush();
    }

    void close() {
        flush();
        if (path_.empty()) return;
        const bool closed = std::fclose(std::exchange(file_, nullptr)) == 0;
        if (!closed || std::rename(part_.c_str(), path_.c_str()) != 0) give_up();
    }

private:
    void flush() {
        if (path_.empty()) print(buffer_);
        else if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size()) give_up();
        buffer_.clear();
    }

    [[noreturn]] void give_up() {
        fail(exit_bad_journal, "cannot_write",
             fmt::format("{} cannot be written: is there such a folder, may it be written, is the disk full?",
                         path_));
    }

    std::string path_, part_, buffer_;
    std::FILE* file_ = nullptr;
};

std::string json_text(std::string_view text) {
    std::string out;
    json::encode(out, std::string{text});
    return out;
}

/// A field of a CSV file.
std::string csv(std::string_view field) {
    if (field.find_first_of("\",\r\n") == std::string_view::npos) return std::string{field};
    std::string text{"\""};
    for (const char c : field) text.append(c == '"' ? 2 : 1, c);
    return text + '"';
}

class Export {
public:
    explicit Export(const ExportOptions& options)
        : options_{options}, legs_{options.book, options.by_order}, out_{options.out} {}

    int run() {
        auto journal = open_to_read(options_.file);
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

    void take(const StoredRecord& record, const StoredEvent& stored, std::size_t ordinal) {
        const auto event = decode(stored);
        if (const auto* order_event = std::get_if<orders::Event>(&event)) {
            if (const auto* gone = std::get_if<orders::OrderArchived>(order_event))
                archived_[gone->order] = gone->account;
            if (const auto* back = std::get_if<orders::OrderRecalled>(order_event))
                archived_.erase(back->order);
        }
        const auto* entry = entry_of(event);
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
                                   header.ordinal, time, header.event, csv(header.order),
                                   leg.line ? std::to_string(leg.line) : "", leg.trigger, csv(leg.account),
                                   csv(leg.commodity), leg.number()));
    }

    void write_event(const StoredRecord& record, const StoredStep& step, const StoredEvent& event) {
        std::string time;
        append_time(time, record.envelope.record_time);
        out_.write(fmt::format(R"({{"position":{},"time":"{}","source":{},"message_id":{},)",
                               record.envelope.position, time, json_text(record.envelope.source),
                               json_text(record.envelope.message_id)));
        out_.write(fmt::format(R"("command":"{}","event":"{}","version":{},"body":{}}})"
                               "\n",
                               step.command, event.name, event.version, event.body.raw()));
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
    json::Document document_;
    std::map<OrderId, ledger::Order> archived_;
};

} // namespace

int run_export(const ExportOptions& options) { return Export{options}.run(); }

} // namespace truefill::cli

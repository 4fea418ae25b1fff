#include "cli/verify.h"

#include "base/assert.h"
#include "cli/failure.h"
#include "cli/journal_file.h"
#include "cli/summary.h"
#include "cli/terminal.h"
#include "ledger/audit.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

namespace truefill::cli {
namespace {

struct Check {
    static constexpr auto required = std::to_array<std::string_view>({"name", "holds"});
    std::string name;
    bool holds{};
    std::string detail;
};
TF_DESCRIBE(Check, (name, holds, detail))

struct Wrong {
    static constexpr auto required = std::to_array<std::string_view>({"position"});
    Position position{};
    std::string sentence;
};
TF_DESCRIBE(Wrong, (position, sentence))

struct NotChecked {
    std::string name, why;
};
TF_DESCRIBE(NotChecked, (name, why))

struct VerifyReport {
    static constexpr auto required =
        std::to_array<std::string_view>({"file", "ok", "records", "events", "violations"});
    std::string file;
    bool ok{};
    std::uint64_t records{}, events{};
    std::string head;
    std::string digest;
    std::string ledger_digest;
    std::vector<Check> checks;
    std::vector<NotChecked> not_checked{
        {"I13", "serials are not built yet"},
        {"I14", "holds are asked when a step is decided; a record holds only what came of it"},
        {"I15", "statuses are stored nowhere, so none can be wrong"},
    };
    std::vector<Wrong> violations;
    std::optional<Summary> state;
};
TF_DESCRIBE(VerifyReport,
            (file, ok, records, events, head, digest, ledger_digest, checks, not_checked, violations, state))

/// For the assertion hook: a record that the ledger cannot apply stops the program, and the person must know
/// which one it was.
Position at_record = 0;

void tell_record(const char*) {
    std::fprintf(stderr, "truefill: record %llu cannot be replayed: it breaks the ledger\n",
                 static_cast<unsigned long long>(at_record));
    _exit(exit_wrong);
}

std::size_t count_of(std::string_view text, std::string_view what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size()))
        ++count;
    return count;
}

/// Messages by name with the time and position of the first record that carries them (I9).
class Messages {
public:
    void see(std::string_view record, std::vector<Wrong>& wrong) {
        const auto value = document_.parse(record);
        if (!value) return; // the replay says so
        journal::Envelope envelope;
        if (!json::decode(value->find("envelope"), envelope)) return;
        at_record = envelope.position;
        if (envelope.message_id.empty()) return;
        const auto key = engine::seen_key(envelope.source, envelope.message_id);
        const auto [found, fresh] = seen_.try_emplace(key, envelope.record_time, envelope.position);
        if (fresh) return;
        if (envelope.record_time - found->second.first < engine::SeenSet::keep)
            wrong.push_back(
                {envelope.position, fmt::format("message {} of {} took effect before, at position {} (I9)",
                                                envelope.message_id, envelope.source, found->second.second)});
        found->second = {envelope.record_time, envelope.position};
    }

private:
    json::Document document_;
    boost::unordered_flat_map<Hash128, std::pair<Time, Position>> seen_;
};

using Audit = std::vector<std::string> (*)(const engine::State&);

/// The first record after which an audit that fails at the end fails: halves the journal, with snapshots in
/// memory, so it replays at most twice the journal.
Position first_wrong(journal::Journal& journal, Position end, Audit audit) {
    Progress progress{"Searching the first record that is wrong, between it and the end"};
    Position clean = 0, dirty = end;
    std::string snapshot;
    engine::Engine{}.save(snapshot);
    while (dirty - clean > 1) {
        progress.show(clean, dirty);
        const auto middle = clean + (dirty - clean) / 2;
        engine::Engine engine;
        TF_ASSERT(engine.load(snapshot), "a state that was saved can be loaded");
        journal::Batch batch;
        while (engine.position() < middle) {
            if (auto done = journal.read(engine.position() + 1, std::size_t{1} << 20, batch); !done)
                fail_on(done.error());
            for (std::size_t i = 0; i < batch.size() && engine.position() < middle; ++i)
                TF_ASSERT(engine.replay(batch.record(i)).has_value(), "it could be replayed before");
        }
        if (!audit(engine.state()).empty()) {
            dirty = middle;
            continue;
        }
        clean = middle;
        snapshot.clear();
        engine.save(snapshot);
    }
    return dirty;
}

std::vector<std::string> audit_ledger(const engine::State& state) { return ledger::audit(state.ledger); }

class Verification {
public:
    explicit Verification(const VerifyOptions& options) : journal_{open_to_read(options.file)} {
        report_.file = options.file;
        report_.records = journal_->end();
    }

    VerifyReport run() {
        pages();
        if (walk()) {
            ledgers();
            saved();
        }
        report_.ok = report_.violations.empty();
        return std::move(report_);
    }

private:
    void check(std::string name, bool holds, std::string detail) {
        report_.checks.push_back({std::move(name), holds, std::move(detail)});
    }

    void pages() {
        const auto done = journal_->check_pages();
        if (!done) report_.violations.push_back({0, done.error().sentence});
        check("file: every page is sound", done.has_value(), "");
    }

    bool walk() {
        Messages messages;
        std::vector<Wrong> repeated;
        set_assert_hook(tell_record);
        const auto head = replay(engine_, *journal_,
                                 {.to = {},
                                  .progress = "Replaying record",
                                  .before =
                                      [&](std::string_view record) {
                                          report_.events += count_of(record, R"({"event":")");
                                          messages.see(record, repeated);
                                      },
                                  .after = {}});
        set_assert_hook(nullptr);
        if (!head) {
            report_.violations.push_back({head.error().position, head.error().sentence});
            check("I16: the chain holds and every record can be replayed", false,
                  engine_.position() == 0 ? "the first record is not good"
                                          : fmt::format("good up to record {}", grouped(engine_.position())));
            return false;
        }
        report_.head = hex(*head);
        check("I16: the chain holds and every record can be replayed", true,
              fmt::format("{}, {}", plural(report_.records, "record"), plural(report_.events, "event")));
        check("I9: no message took effect twice", repeated.empty(), "");
        report_.violations.insert(report_.violations.end(), repeated.begin(), repeated.end());
        return true;
    }

    void look(std::string name, Audit audit, std::string detail) {
        const auto wrong = audit(engine_.state());
        const auto position = wrong.empty() ? Position{} : first_wrong(*journal_, engine_.position(), audit);
        for (const auto& sentence : wrong) report_.violations.push_back({position, sentence});
        check(std::move(name), wrong.empty(), std::move(detail));
    }

    void ledgers() {
        report_.state = summarise(engine_.state());
        const auto& state = *report_.state;
        report_.digest = state.digest;
        report_.ledger_digest = state.ledger_digest;
        look("I1-I8, I12, I17: the ledgers agree", audit_ledger,
             fmt::format("{}, {}", plural(state.orders, "order"), plural(state.lines, "line")));
        look("I9: every handling unit left once", audit_handling_units, plural(state.shipments, "shipment"));
        look("I10: invoices and credits stay within what left", audit_invoices,
             fmt::format("{}, {}", plural(state.invoices, "invoice"), plural(state.credits, "credit memo")));
        look("I11: returns stay within what left", audit_returns, plural(state.returns, "return"));
    }

    void saved() {
        std::string snapshot;
        engine_.save(snapshot);
        engine::Engine again;
        const bool same = again.load(snapshot) && again.state().digest() == engine_.state().digest();
        if (!same)
            report_.violations.push_back(
                {engine_.position(), "the state is another one after it was saved and loaded (I16)"});
        check("I16: the state saved and loaded is the same", same, plural(snapshot.size(), "byte"));
    }

    std::unique_ptr<stores::SqliteJournal> journal_;
    engine::Engine engine_;
    VerifyReport report_;
};

std::string text_of(const VerifyReport& report) {
    constexpr std::size_t violations_max = 50;
    auto text = title(report.file) + "\n";
    for (const auto& check : report.checks)
        text += fmt::format("  {}  {}{}\n", check.holds ? good("holds ") : bad("BROKEN"), check.name,
                            check.detail.empty() ? "" : faint(" (" + check.detail + ")"));
    for (const auto& one : report.not_checked)
        text += faint(fmt::format("  -       {}: not checked: {}", one.name, one.why)) + "\n";
    if (report.state) text += "\n" + text_of(*report.state);
    if (!report.head.empty()) text += fmt::format("  {:<13} {}\n", "chain", report.head);
    if (report.ok) return text + "\n" + good("Nothing is wrong.") + "\n";
    text += "\n" + bad(plural(report.violations.size(), "violation")) + "\n";
    for (std::size_t i = 0; i < report.violations.size() && i < violations_max; ++i) {
        const auto& [position, sentence] = report.violations[i];
        text += fmt::format("  {}: {}\n", position == 0 ? "the file" : fmt::format("position {}", position),
                            sentence);
    }
    if (report.violations.size() > violations_max)
        text += fmt::format("  and {} more\n", grouped(report.violations.size() - violations_max));
    return text;
}

} // namespace

int run_verify(const VerifyOptions& options) {
    const auto report = Verification{options}.run();
    if (options.json) print_json(report);
    else print(text_of(report));
    return report.ok ? exit_done : exit_wrong;
}

} // namespace truefill::cli

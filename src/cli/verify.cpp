#include "cli/verify.h"

#include "base/assert.h"
#include "cli/failure.h"
#include "cli/journal_file.h"
#include "cli/summary.h"
#include "cli/terminal.h"
#include "engine/audit.h"
#include "engine/hold_guard.h"
#include "ledger/audit.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
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
    std::vector<Wrong> violations;
    std::optional<Summary> state;
};
TF_DESCRIBE(VerifyReport, (file, ok, records, events, head, digest, ledger_digest, checks, violations, state))

/// For the assertion hook: a record that the ledger cannot apply stops the program, and the person must know
/// which one it was.
Position at_record = 0;

void tell_record(const char*) {
    std::fprintf(stderr, "truefill: record %llu cannot be replayed: it breaks the ledger\n",
                 static_cast<unsigned long long>(at_record));
    _exit(exit_wrong);
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

/// What was wrong with steps when they were taken (I12, I14): the state at the end does not show it any more.
class Steps : public engine::Witness {
public:
    void before(const engine::State& state, std::string_view command, const engine::Event& event) override {
        ++events_;
        const auto position = state.flow.position + 1;
        if (auto why = engine::passed_hold(state, command, event))
            past_holds_.push_back({position, fmt::format("{} passed a hold: {} (I14)", command, *why)});
        const auto* shipping = get_if<shipping::Event>(&event);
        const auto* issued = shipping ? get_if<shipping::GoodsIssued>(shipping) : nullptr;
        if (!issued) return;
        ++notices_;
        for (auto& sentence : engine::audit_notice(state, *issued))
            false_notices_.push_back({position, std::move(sentence)});
    }

    std::uint64_t events() const { return events_; }
    std::uint64_t notices() const { return notices_; }
    const std::vector<Wrong>& past_holds() const { return past_holds_; }
    const std::vector<Wrong>& false_notices() const { return false_notices_; }

private:
    std::uint64_t events_ = 0, notices_ = 0;
    std::vector<Wrong> past_holds_, false_notices_;
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

/// What ledger::audit looks at (docs/ledger.md).
constexpr auto of_the_ledger = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"I1", "the units of a line come to its total"},
    {"I2", "so do its units in billing"},
    {"I3", "what has not left is not due"},
    {"I4", "what is cancelled or substituted is void"},
    {"I5", "what is shipped or delivered is billable or invoiced"},
    {"I6", "what is lost or returned is waived, to be credited or credited"},
    {"I7", "stock stands where the units of lines stand"},
    {"I8", "no stock is negative, and none comes or goes"},
    {"I12", "what is packed or has left is in a handling unit"},
    {"I17", "money balances, and open order value is what is open"},
});

/// 12 of "I12: what ..."; 0 for what is no invariant.
int number_of(std::string_view name) {
    int number = 0;
    if (name.starts_with('I')) std::from_chars(name.data() + 1, name.data() + name.size(), number);
    return number;
}

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
        std::ranges::stable_sort(report_.checks, {}, [](const Check& one) { return number_of(one.name); });
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
                                  .before = [&](std::string_view record) { messages.see(record, repeated); },
                                  .after = {},
                                  .witness = &steps_});
        set_assert_hook(nullptr);
        report_.events = steps_.events();
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
        past("I9: no message took effect twice", repeated, "");
        return true;
    }

    /// What was looked at record by record.
    void past(std::string name, const std::vector<Wrong>& wrong, std::string detail) {
        check(std::move(name), wrong.empty(), std::move(detail));
        report_.violations.insert(report_.violations.end(), wrong.begin(), wrong.end());
    }

    /// Runs an audit and keeps what it finds, with the first record after which it found something.
    std::vector<std::string> find(Audit audit) {
        auto wrong = audit(engine_.state());
        const auto position = wrong.empty() ? Position{} : first_wrong(*journal_, engine_.position(), audit);
        for (const auto& sentence : wrong) report_.violations.push_back({position, sentence});
        return wrong;
    }

    void look(std::string name, Audit audit, std::string detail) {
        check(std::move(name), find(audit).empty(), std::move(detail));
    }

    /// One audit looks at all that a ledger can say of itself; each of its findings names its invariant.
    void ledger_by_invariant(std::string detail) {
        const auto wrong = find(audit_ledger);
        const auto count = [&](std::string_view tag) {
            return std::ranges::count_if(wrong, [&](const std::string& one) { return one.ends_with(tag); });
        };
        auto others = std::ssize(wrong);
        for (const auto& [invariant, what] : of_the_ledger) {
            const auto found = count(fmt::format("({})", invariant));
            others -= found;
            check(fmt::format("{}: {}", invariant, what), found == 0, detail);
            detail.clear();
        }
        check("the ledger's indexes say what it holds", others == 0, "");
    }

    void ledgers() {
        report_.state = summarise(engine_.state());
        const auto& state = *report_.state;
        report_.digest = state.digest;
        report_.ledger_digest = state.ledger_digest;
        ledger_by_invariant(
            fmt::format("{}, {}", plural(state.orders, "order"), plural(state.lines, "line")));
        look("I9: every handling unit left once", audit_handling_units, plural(state.shipments, "shipment"));
        look("I10: invoices and credits stay within what left", audit_invoices,
             fmt::format("{}, {}", plural(state.invoices, "invoice"), plural(state.credits, "credit memo")));
        look("I11: returns stay within what left", audit_returns, plural(state.returns, "return"));
        look("I12: each label is right and on one handling unit", engine::audit_labels, "");
        past("I12: what was announced is what left", steps_.false_notices(),
             plural(steps_.notices(), "goods issue"));
        look("I13: each serial in one place", engine::audit_lots,
             "no unit has a serial number; every lot is of its item");
        past("I14: no intent passed a hold on its step", steps_.past_holds(),
             plural(steps_.events(), "event"));
        look("I15: statuses say what the ledgers say", engine::audit_statuses,
             fmt::format("{}, {}", plural(state.shipments, "shipment"), plural(state.invoices, "invoice")));
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
    Steps steps_;
    VerifyReport report_;
};

std::string text_of(const VerifyReport& report) {
    constexpr std::size_t violations_max = 50;
    auto text = title(report.file) + "\n";
    for (const auto& check : report.checks)
        text += fmt::format("  {}  {}{}\n", check.holds ? good("holds ") : bad("BROKEN"), check.name,
                            check.detail.empty() ? "" : faint(" (" + check.detail + ")"));
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

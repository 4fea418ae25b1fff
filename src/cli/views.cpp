#include "cli/views.h"

#include "cli/failure.h"
#include "cli/journal_file.h"
#include "cli/terminal.h"
#include "personal/exits.h"
#include "views/projection.h"
#include "views/replayed_states.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

namespace truefill::cli {
namespace {

using SteadyClock = std::chrono::steady_clock;

std::int64_t milliseconds_since(SteadyClock::time_point began) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - began).count();
}

[[noreturn]] void fail_on(const views::Fault& fault, const views::ReplayedStates& states) {
    fail(exit_bad_journal, "views", states.why().empty() ? fault.sentence : states.why());
}

/// On a terminal a line that is written over; else, when it was asked for, a line every second.
class Teller {
public:
    explicit Teller(bool always) : always_{always && !shows_progress()} {}
    void show(std::string_view what, std::uint64_t done, std::uint64_t total) {
        line_.show(done, total);
        if (!always_ || SteadyClock::now() < next_) return;
        next_ = SteadyClock::now() + std::chrono::seconds{1};
        fmt::print(stderr, "{} {} of {}\n", what, done, total);
    }

private:
    bool always_;
    Progress line_{"Writing"};
    SteadyClock::time_point next_{};
};

/// Brings the file to the end of the journal.
void write_all(views::Projection& projection, const views::ReplayedStates& states, Position end,
               Teller& teller) {
    for (;;) {
        const auto more = projection.step(end);
        if (!more) fail_on(more.error(), states);
        if (!*more) return;
        if (projection.is_rebuilding()) teller.show("document", projection.done(), projection.total());
        else teller.show("record", projection.position(), end);
    }
}

std::string text_of(const ViewsReport& report) {
    const auto total = report.replay_milliseconds + report.milliseconds;
    auto text = fmt::format("{}\n  {} up to record {}\n", title(report.file),
                            report.records == 0 ? "nothing was new" : plural(report.records, "record"),
                            grouped(report.position));
    if (report.documents > 0) text += fmt::format("  made anew: {}\n", plural(report.documents, "document"));
    return text + faint(fmt::format("  {} ms\n", grouped(total))) +
           fmt::format("\nsqlite3 -box {} 'select * from late_orders_by_carrier'\n", report.file);
}

} // namespace

int run_views(const ViewsOptions& options) {
    if (options.describe) {
        print(views::schema_text());
        return exit_done;
    }
    const auto journal = open_to_read(options.journal);
    check_position(*journal, options.to, options.journal);
    const auto end = options.to == 0 ? journal->end() : options.to;
    ViewsReport report;
    report.file = options.out.empty() ? options.journal + ".views.db" : options.out;
    engine::Engine engine;
    auto began = SteadyClock::now();
    if (!options.follow) {
        const auto done =
            replay(engine, *journal, {.to = end, .progress = "Replaying record", .before = {}, .after = {}});
        if (!done) fail_on(done.error(), options.journal);
        report.replay_milliseconds = milliseconds_since(began);
        began = SteadyClock::now();
    }
    views::ReplayedStates states{engine, *journal};
    views::Projection projection{*journal, states, report.file};
    personal::KeyRing keys;
    read_keys(keys, *journal, engine.state());
    projection.unseal_with([&](std::string_view text) {
        return personal::unsealed(keys, std::string{text}, personal::Written::plain);
    });
    if (const auto done = projection.open(options.follow ? 0 : end); !done) fail_on(done.error(), states);
    report.documents = projection.is_rebuilding() ? projection.total() : 0;
    const auto before = projection.position();
    Teller teller{options.progress};
    write_all(projection, states, end, teller);
    projection.close();
    report.position = projection.position();
    report.records = report.position - before;
    report.milliseconds = milliseconds_since(began);
    if (options.json) print_json(report);
    else print(text_of(report));
    return exit_done;
}

} // namespace truefill::cli

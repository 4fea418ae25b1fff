#include "cli/bench_http.h"

#include "cli/bench.h"
#include "cli/bench_http_measure.h"
#include "cli/failure.h"
#include "cli/folder.h"
#include "cli/terminal.h"
#include "stores/sqlite/raw_limit.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

namespace truefill::cli {
namespace {

std::string rate(double value) { return grouped(static_cast<std::int64_t>(value)); }

void tell(std::string_view what) { fmt::print(stderr, "bench: {}\n", what); }

/// All figures but the growth, on one server.
class Course {
public:
    Course(const HttpBenchOptions& options, const std::string& folder)
        : options_{options}, folder_{folder}, site_{folder} {}

    HttpBench run() {
        singles();
        latency();
        reads();
        bulks();
        feed();
        return std::move(made_);
    }

private:
    /// The median of what f gives in so many runs.
    template <class F> double median_of_runs(std::string_view what, F f) {
        std::vector<double> values;
        for (int run = 0; run < options_.runs; ++run) {
            values.push_back(f());
            tell(fmt::format("{}: {:.1f} (run {} of {})", what, values.back(), run + 1, options_.runs));
        }
        return median(std::move(values));
    }
    void say(std::string sentence) { made_.sentences.push_back(std::move(sentence)); }

    void singles() {
        const auto sync = stores::fdatasync_profile(folder_ + "/sync.tmp", 500);
        if (!sync) fail(exit_bad_journal, "bench_journal_failed", sync.error().sentence);
        const double sync_ms = std::chrono::duration<double, std::milli>(sync->median).count();
        const double healths =
            median_of_runs("small answers/s", [&] { return health_run(site_, options_.commands * 2).per_s; });
        std::vector<double> lags, waits;
        const double single = median_of_runs("single commands/s", [&] {
            const auto run = single_run(site_, options_.commands);
            if (run.views_lag_p99_ms) lags.push_back(*run.views_lag_p99_ms);
            waits.push_back(run.load.p99_ms);
            return run.load.per_s;
        });
        made_.report.single_per_s = single;
        say(fmt::format(
            "single_per_s: {} new orders of 3 lines a second, each a request of its own on one of 64 "
            "connections, answered when it is on the disk (99 of 100 within {:.1f} ms). Beside it: one "
            "fdatasync takes {:.2f} ms, so one at a time it would be {}/s; /healthz by the same "
            "connections answers {}/s, ratio {:.2f}.",
            rate(single), median(waits), sync_ms, rate(1000 / sync_ms), rate(healths), single / healths));
        if (lags.empty())
            return say("views_lag_p99_ms, views_catch_up_per_s: not measured, this server has no /v1/views.");
        made_.report.views_lag_p99_ms = median(lags);
        say(fmt::format(
            "views_lag_p99_ms: at that full rate the oldest order that was answered and not yet in "
            "the SQL views is {:.1f} ms old at most in 99 of 100 looks, one every 20 ms.",
            *made_.report.views_lag_p99_ms));
    }

    void latency() {
        const double half = *made_.report.single_per_s / 2;
        std::vector<double> halves;
        const double p99 = median_of_runs("p99 at half of that, ms", [&] {
            const auto run = paced_run(site_, options_.commands / 2, half);
            halves.push_back(run.p50_ms);
            return run.p99_ms;
        });
        made_.report.single_p99_ms_at_half = p99;
        say(fmt::format(
            "single_p99_ms_at_half: at a fixed {} orders a second, half of the measured rate, sent "
            "whether or not answers come, 99 of 100 have their answer {:.1f} ms after they were to be "
            "sent; half of them {:.1f} ms.",
            rate(half), p99, median(halves)));
    }

    void reads() {
        site_.settle();
        std::vector<double> waits;
        const double reads = median_of_runs("order reads/s", [&] {
            const auto run = reads_run(site_, options_.commands);
            waits.push_back(run.p99_ms);
            return run.per_s;
        });
        made_.report.order_reads_per_s = reads;
        say(fmt::format(
            "order_reads_per_s: {} whole order pages a second, drawn at random from {} orders, by 64 "
            "connections (99 of 100 within {:.1f} ms).",
            rate(reads), rate(site_.workload().placed()), median(waits)));
    }

    void bulks() {
        constexpr std::size_t times = 4; // of the single commands: a run takes about a second as well
        std::vector<double> catch_ups, cpus;
        const auto median_of_bulks = [&](std::string_view name, BulkOf what, std::size_t commands) {
            cpus.clear();
            return median_of_runs(name, [&] {
                const auto run = bulk_run(site_, commands, what);
                if (run.catch_up_per_s) catch_ups.push_back(*run.catch_up_per_s);
                cpus.push_back(run.cpu_seconds * 1e6 / static_cast<double>(commands));
                return run.per_s;
            });
        };
        const std::size_t commands = std::size_t{options_.commands} * times;
        const double lives =
            median_of_bulks("commands/s of whole lives in bulk", BulkOf::lifecycles, commands);
        const double lives_cpu = median(cpus), lives_catch_up = median(catch_ups);
        catch_ups.clear();
        const double bulk = median_of_bulks("new orders/s in bulk", BulkOf::new_orders, commands / 2);
        made_.report.bulk_per_s = bulk;
        say(fmt::format(
            "bulk_per_s: {} new orders of 3 lines a second, the heaviest command, in requests of 10,000 "
            "lines, one after the other on one connection; the server used {:.0f} us of processor for "
            "each. Whole lives of orders, 12 commands each: {} commands/s at {:.0f} us.",
            rate(bulk), median(cpus), rate(lives), lives_cpu));
        if (catch_ups.empty()) return;
        made_.report.views_catch_up_per_s = median(catch_ups);
        say(fmt::format(
            "views_catch_up_per_s: when the last of them is answered, the SQL views take in what is "
            "left at {} orders a second; of whole lives at {} commands/s.",
            rate(*made_.report.views_catch_up_per_s), rate(lives_catch_up)));
    }

    void feed() {
        constexpr std::size_t times = 10;
        site_.settle();
        std::uint64_t after = 0;
        std::vector<double> megabytes;
        const double events = median_of_runs("events/s to one reader", [&] {
            const auto run = feed_run(site_, after, std::size_t{options_.commands} * times);
            after = run.next;
            megabytes.push_back(run.megabytes_per_s);
            return run.events_per_s;
        });
        made_.report.feed_events_per_s = events;
        say(fmt::format(
            "feed_events_per_s: one reader that follows /v1/events from the beginning gets {} events a "
            "second, {:.0f} MB/s.",
            rate(events), median(megabytes)));
    }

    const HttpBenchOptions& options_;
    std::string folder_;
    BenchSite site_;
    HttpBench made_;
};

void add_growth(HttpBench& made, const std::string& folder, StateMeter& meter, std::uint32_t minutes) {
    if (minutes == 0)
        return made.sentences.push_back("rss_growth_ratio_10min: not measured, as was asked for.");
    tell(fmt::format("growth of the memory: {} minutes of steady load", minutes + 1));
    const auto growth = growth_run(folder, meter, minutes);
    constexpr double mega = 1e6;
    made.report.rss_growth_ratio_10min = growth.ratio(1);
    made.sentences.push_back(fmt::format(
        "rss_growth_ratio_10min: in {}{} minutes with {} commands and {} reads the server's memory went from "
        "{:.0f} to {:.0f} MB, of which the engine's state takes {:.0f} MB before and {:.0f} MB after. What "
        "is not "
        "that state is {:.3f} times of what it was. The follower, which proves every snapshot, holds the "
        "state a "
        "second time; without that copy too it is {:.3f} times.",
        minutes, minutes == 10 ? "" : " (not 10)", rate(static_cast<double>(growth.commands)),
        rate(static_cast<double>(growth.reads)), growth.before / mega, growth.after / mega,
        growth.state_before / mega, growth.state_after / mega, growth.ratio(1), growth.ratio(2)));
}

} // namespace

HttpBench measure_http(const HttpBenchOptions& options) {
    StateMeter meter; // first: see there
    const Folder folder{options.folder.empty() ? fmt::format("truefill-bench-{}", ::getpid())
                                               : options.folder};
    auto made = Course{options, folder.path()}.run();
    add_growth(made, folder.path(), meter, options.growth_minutes);
    return made;
}

std::string json_of(const HttpBenchReport& report) {
    std::string text;
    members_of<HttpBenchReport>::each([&](auto member) {
        const auto& value = report.*member.pointer;
        text += fmt::format("{}\"{}\":{}", text.empty() ? "" : ",", member.name,
                            value ? fmt::format("{:.6g}", *value) : "null");
    });
    return '{' + text + "}\n";
}

std::string text_of(const HttpBench& bench) {
    std::string text;
    for (const auto& sentence : bench.sentences) text += sentence + '\n';
    return text;
}

} // namespace truefill::cli

#include "cli/live_demo.h"

#include "api/demo/score.h"
#include "cli/demo_systems.h"
#include "cli/failure.h"
#include "cli/folder.h"
#include "cli/keyboard.h"
#include "cli/terminal.h"
#include "server/live.h"
#include "sim/demo_history.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

namespace truefill::cli {
namespace {

constexpr std::int64_t usual_port = 8080;

sigset_t ending_signals() {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    return ends;
}

/// True when somebody wants the end; waits for a moment.
bool is_told_to_end() {
    constexpr timespec moment{0, 50'000'000};
    const auto ends = ending_signals();
    return ::sigtimedwait(&ends, nullptr, &moment) > 0;
}

Folder new_folder() {
    auto path = Folder::make_temporary("truefill-demo-");
    if (path.empty())
        fail(exit_bad_journal, "cannot_write", fmt::format("no temporary folder: {}", std::strerror(errno)));
    return Folder::adopt(std::move(path));
}

std::string what_to_look_at(const std::string& url) {
    return fmt::format("\nWhat to look at\n"
                       "  Customer service   {0}inbox      an order that comes twice\n"
                       "  Warehouse          {0}site       waves, shorts, and a site that falls silent\n"
                       "  Credit             {0}inbox      a key account over its limit\n"
                       "  Finance            {0}finance    a bill for goods that have not left\n\n",
                       url);
}

} // namespace

/// The parts of a running demo, in the order in which they are made.
class LiveDemo {
public:
    explicit LiveDemo(const LiveDemoOptions& options);

    void start();
    void run();
    void end();

private:
    void stay_open();
    void play_history();
    void start_server();
    void start_report();
    void take_key(char key);
    void show_progress();
    void print_report();

    LiveDemoOptions options_;
    Folder folder_;
    std::string journal_;
    std::shared_ptr<systems::ScaledClock> clock_;
    std::shared_ptr<LiveDesk> desk_;
    std::unique_ptr<server::Live> live_;
    std::optional<DemoSystems> systems_;
    std::optional<Child> report_;
    std::atomic<bool> failed_{false};
    bool quits_ = false;
    bool is_over_ = false; ///< the day reached its end
    std::chrono::steady_clock::time_point next_progress_{};
};

LiveDemo::LiveDemo(const LiveDemoOptions& options)
    : options_{options},
      folder_{new_folder()},
      journal_{options.keep.empty() ? folder_.path() + "/demo.tf" : options.keep} {}

void LiveDemo::play_history() {
    if (std::filesystem::exists(journal_))
        fail(exit_bad_journal, "file_exists",
             journal_ + ": this file is there already; name a new one, or remove it");
    sim::HistoryOptions history;
    history.data = options_.data;
    history.seed = options_.seed;
    history.file = journal_;
    const auto ended = sim::play_history(history);
    if (!ended)
        fail(ended.error().in_data ? exit_bad_input : exit_bad_journal, ended.error().code,
             ended.error().sentence);
    clock_ = std::make_shared<systems::ScaledClock>(systems::Pace{*ended, options_.speed, false});
    desk_ = std::make_shared<LiveDesk>(clock_,
                                       LiveDesk::Day{*ended, *ended + hours(options_.hours), options_.seed});
}

void LiveDemo::start_server() {
    api::ServeOptions serving;
    serving.journal = journal_;
    serving.port = options_.port.value_or(usual_port);
    serving.log_level = "warning";
    serving.operator_token = true;
    serving.limit_per_second = serving.limit_address_per_second = 0;
    serving.clock = clock_;
    serving.demo = desk_;
    serving.catch_crashes = true;
    serving.failed = [this] { failed_ = true; };
    auto live = server::Live::start(serving);
    if (!live && !options_.port && live.error().kind == server::StartFault::Kind::network) {
        serving.port = 0; // the usual one is taken
        live = server::Live::start(serving);
    }
    if (!live) fail(exit_bad_journal, live.error().code, live.error().sentence);
    live_ = std::move(*live);
}

void LiveDemo::start() {
    const auto ends = ending_signals();
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr); // before any thread: all inherit it
    std::signal(SIGPIPE, SIG_IGN);
    play_history();
    start_server();
    const auto url = live_->url();
    print(fmt::format("A day of a distributor from {} on: one minute of ours is {} of theirs.\n"
                      "Open {}#token={} in a browser; Ctrl+C ends it.\n",
                      say(desk_->status().from),
                      options_.speed == 60 ? "an hour" : fmt::format("{} minutes", options_.speed), url,
                      live_->new_token()));
    print(what_to_look_at(url));
    std::fflush(stdout);
    systems_.emplace(SystemsPlan{url, live_->new_token(), options_.data, options_.seed}, *desk_);
    systems_->start();
    if (options_.report) start_report();
}

/// The main job, with its proof, at the lowest priority: the day goes first.
void LiveDemo::start_report() {
    ChildPlan plan;
    plan.arguments = {"demo", "--headless", "--data", options_.data, "--seed", std::to_string(options_.seed)};
    plan.output = folder_.path() + "/report.txt";
    plan.low_priority = true;
    report_ = Child::start(plan);
}

void LiveDemo::run() {
    const Keyboard keyboard;
    if (keyboard.is_there())
        print("Keys: p pauses, + faster, - slower, q ends the day and tells the score.\n\n");
    while (!quits_ && !failed_ && clock_->now() < desk_->status().until && !is_told_to_end()) {
        systems_->watch();
        while (const auto key = keyboard.key()) take_key(*key);
        if (report_ && report_->ended()) {
            report_.reset();
            print_report();
        }
        show_progress();
    }
    is_over_ = clock_->now() >= desk_->status().until;
    if (shows_progress()) std::fprintf(stderr, "\r\033[K");
}

/// The day is over: who sits at the terminal may still look round in the console, and the world's time
/// stands.
void LiveDemo::stay_open() {
    const Keyboard keyboard;
    if (!keyboard.is_there()) return;
    clock_->pause(true);
    print("\nThe day is over; the console stays open. q or Ctrl+C ends it.\n");
    std::fflush(stdout);
    for (quits_ = false; !quits_ && !failed_ && !is_told_to_end();)
        while (const auto key = keyboard.key()) quits_ = quits_ || *key == 'q';
}

void LiveDemo::take_key(char key) {
    const auto pace = clock_->pace();
    constexpr std::int64_t slowest = 1, fastest = systems::ScaledClock::speed_max;
    if (key == 'q') quits_ = true;
    if (key == 'p') clock_->pause(!pace.paused);
    if (key == '+') clock_->set_speed(std::min(pace.speed * 2, fastest));
    if (key == '-') clock_->set_speed(std::max(pace.speed / 2, slowest));
}

void LiveDemo::show_progress() {
    const auto now = std::chrono::steady_clock::now();
    if (!shows_progress() || now < next_progress_) return;
    next_progress_ = now + std::chrono::seconds{1};
    const auto pace = clock_->pace();
    std::fprintf(stderr, "\r\033[K%s  x%lld%s  record %llu", say(pace.now).c_str(),
                 static_cast<long long>(pace.speed), pace.paused ? "  paused" : "",
                 static_cast<unsigned long long>(live_->position()));
    std::fflush(stderr);
}

void LiveDemo::print_report() {
    std::ifstream file{folder_.path() + "/report.txt"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (shows_progress()) std::fprintf(stderr, "\r\033[K");
    if (!text.empty())
        print("\nMeanwhile six weeks of the same distributor were played, as `truefill demo --headless` "
              "does.\n\n" +
              text + "\n");
}

void LiveDemo::end() {
    systems_->stop();
    desk_->end();
    if (report_) report_->wait(0);
    const auto score =
        live_->loop().read([&](const engine::State& state) { return api::score_of(state, *desk_); });
    if (score) print("\n" + api::to_text(*score));
    if (is_over_) stay_open();
    live_->stop();
    if (failed_)
        fail(exit_bad_journal, "journal_failed", "the journal could not be written; the log says why");
    if (!options_.keep.empty()) print(fmt::format("\nThe journal is kept in {}.\n", options_.keep));
}

int run_live_demo(const LiveDemoOptions& options) {
    LiveDemo demo{options};
    demo.start();
    demo.run();
    demo.end();
    return exit_done;
}

} // namespace truefill::cli

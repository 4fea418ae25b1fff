#include "server/live.h"

#include "api/access/first_run.h"
#include "api/background.h"
#include "api/commands/jobs.h"
#include "api/demo/demo.h"
#include "api/log.h"
#include "api/operation/backups.h"
#include "api/person_desk.h"
#include "api/public_side.h"
#include "api/views.h"
#include "loop/follower.h"
#include "loop/restore.h"
#include "server/config.h"
#include "server/outbound.h"
#include "server/routes.h"
#include "stores/sqlite/disk_space.h"
#include "stores/sqlite/sqlite_journal.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <optional>
#include <utility>

namespace truefill::server {
namespace {

using JournalPtr = std::unique_ptr<stores::SqliteJournal>;
using Kind = StartFault::Kind;

StartFault fault_of(const journal::Fault& fault) {
    return {Kind::journal, std::string{name_of(fault.kind)}, fault.sentence};
}

std::expected<JournalPtr, StartFault> open(const std::string& path, stores::OpenMode mode) {
    stores::SqliteOptions options;
    options.path = path;
    options.mode = mode;
    options.copier = true;
    auto journal = stores::SqliteJournal::open(options);
    if (!journal) return std::unexpected(fault_of(journal.error()));
    return std::move(*journal);
}

loop::DiskSpace disk_space_of(const std::string& path) {
    return [path]() -> std::optional<std::uint64_t> {
        const auto free = stores::free_bytes(path);
        if (!free) return std::nullopt;
        return *free;
    };
}

/// Thrown out of a replay that nobody waits for any more. Nothing was written yet.
struct GivenUp {};

/// Tells how far a start is, every two seconds.
loop::Progress progress(std::function<bool()> ends) {
    return [ends = std::move(ends), next = std::chrono::steady_clock::now() +
                                           std::chrono::seconds{2}](Position done, Position total) mutable {
        if (ends && ends()) throw GivenUp{};
        const auto now = std::chrono::steady_clock::now();
        if (now < next) return;
        next = now + std::chrono::seconds{2};
        log(api::Level::info, "restoring", "Records of the journal are replayed.",
            {{"done", std::to_string(done)}, {"total", std::to_string(total)}});
    };
}

} // namespace

/// In the order in which they are made; they end in the other direction.
struct Live::Parts {
    api::ServeOptions options;
    OutboundRules outbound_rules;
    std::string new_token, first_run_secret;
    Digest token_hash;
    JournalPtr journal, for_follower, for_reads, for_archive, for_board, for_feed, for_views, for_outbound;
    engine::Engine engine;
    loop::SettableClock clock;
    std::unique_ptr<loop::CrashNotes> crash_notes;
    api::Metrics metrics{clock.now()};
    std::optional<api::Records> records, feed_records;
    std::optional<api::Door> door;
    api::PersonDesk persons;
    std::optional<api::Clerks> clerks, bulk_clerks;
    std::optional<loop::Follower> follower;
    std::optional<api::Board> board;
    std::optional<api::Feed> feed;
    std::optional<api::ViewsDesk> views;
    std::optional<Outbound> outbound;
    api::JobDesk jobs;
    std::optional<loop::Loop> loop;
    std::optional<api::Limits> limits;
    std::optional<api::Backups> backups;
    std::optional<api::Service> service;
    std::optional<http::Server> http;
    bool stopped = false;

    std::expected<void, StartFault> open_files();
    std::expected<void, StartFault> restore();
    std::expected<void, StartFault> start_loop();
    std::expected<void, StartFault> listen();
    void stop();
};

std::expected<void, StartFault> Live::Parts::open_files() {
    const auto& path = options.journal;
    if (auto half = api::unfinished_restore(path); !half.empty())
        return std::unexpected(StartFault{Kind::journal, "restore_unfinished", std::move(half)});
    const std::pair<JournalPtr*, stores::OpenMode> all[] = {
        {&journal, stores::OpenMode::create},      {&for_follower, stores::OpenMode::read_only},
        {&for_reads, stores::OpenMode::read_only}, {&for_archive, stores::OpenMode::read_only},
        {&for_board, stores::OpenMode::read_only}, {&for_feed, stores::OpenMode::read_only},
        {&for_views, stores::OpenMode::read_only}, {&for_outbound, stores::OpenMode::read_only}};
    for (const auto& [place, mode] : all) {
        auto opened = open(path, mode);
        if (!opened) return std::unexpected(std::move(opened.error()));
        *place = std::move(*opened);
    }
    auto token = api::operator_token(path + ".token");
    if (!token) return std::unexpected(StartFault{Kind::files, "token_file", token.error()});
    new_token = token->made;
    token_hash = token->hash;
    const bool over_tls = api::is_public_https(options) || !is_loopback(options.address);
    door.emplace(token->hash, clock, api::DoorRules{options.operator_token, over_tls, options.public_url});
    auto notes = loop::CrashNotes::open(path + ".crash");
    if (!notes) return std::unexpected(StartFault{Kind::files, "crash_notes", notes.error()});
    crash_notes = std::move(*notes);
    if (options.catch_crashes) loop::CrashNotes::watch_signals();
    return {};
}

std::expected<void, StartFault> Live::Parts::restore() {
    const auto began = std::chrono::steady_clock::now();
    const auto restored =
        loop::restore(engine, *journal, {options.journal + ".snapshots", progress(options.ends)});
    if (!restored) return std::unexpected(StartFault{Kind::journal, "corrupt", restored.error().sentence});
    for (const auto& why : restored->refused_snapshots) log(api::Level::warning, "snapshot_refused", why);
    if (options.resume_time) clock.set(engine.state().flow.now);
    // The door keeps our pace in a faster world, or a log-in would end after minutes.
    if (options.clock) clock.set(options.clock->now());
    if (auto done = persons.open(*journal, engine.state()); !done)
        return std::unexpected(fault_of(done.error()));
    door->mirror().start(engine.state().access, restored->position);
    const auto took = std::chrono::steady_clock::now() - began;
    log(api::Level::info, "restored", "The state is that of the journal's end.",
        {{"position", std::to_string(restored->position)},
         {"from_snapshot", std::to_string(restored->from_snapshot)},
         {"milliseconds",
          std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(took).count())}});
    return {};
}

std::expected<void, StartFault> Live::Parts::start_loop() {
    records.emplace(*for_reads);
    feed_records.emplace(*for_feed);
    clerks.emplace(static_cast<std::size_t>(options.clerks));
    bulk_clerks.emplace(1U);
    loop::FollowerOptions follow;
    follow.snapshots = options.journal + ".snapshots";
    follow.snapshot_every = static_cast<Position>(options.snapshot_every);
    follow.alarm = [](const loop::JournalFault& fault) {
        log(api::Level::error, "follower", fault.sentence, {{"position", std::to_string(fault.position)}});
    };
    api::in_background([&] { follower.emplace(*for_follower, std::move(follow)); });
    auto& world = options.clock ? *options.clock : static_cast<loop::Clock&>(clock);
    loop::Ports ports{engine, *journal, world, crash_notes.get(), disk_space_of(options.journal)};
    board.emplace(*for_board);
    feed.emplace(*feed_records, *board);
    ports.listeners = {&persons, &door->mirror(), &*follower, &*board, &*feed, &jobs};
    outbound.emplace(*for_outbound, *board);
    ports.listeners.push_back(&*outbound);
    if (options.views_enabled != 0) {
        views.emplace(*for_views,
                      options.views_file.empty() ? options.journal + ".views.db" : options.views_file,
                      [this](std::string_view text) { return persons.shown(text); });
        ports.listeners.push_back(&*views);
    }
    ports.archive = for_archive.get();
    ports.alarm = [this](const loop::Fault& fault) {
        log(api::Level::error, "journal_failed", fault.sentence);
        if (options.failed) options.failed();
    };
    loop::LoopOptions rules;
    rules.archive_after = days(options.archive_after_days);
    loop.emplace(std::move(ports), rules);
    persons.start(*loop);
    board->start(*loop);
    feed->start(loop->durable());
    if (views) views->start(*loop);
    service.emplace(
        api::Service{*loop, world, *records, *board, *feed, jobs, *door, metrics, *clerks, *bulk_clerks});
    service->persons = &persons;
    service->views = views ? &*views : nullptr;
    service->limits =
        &limits.emplace(api::LimitRule{options.limit_per_second, options.limit_burst},
                        api::LimitRule{options.limit_address_per_second, options.limit_address_burst});
    service->demo = options.demo.get();
    service->backups = &backups.emplace(options.journal, options.backup_folder);
    if (auto done = outbound->start(options, std::move(outbound_rules), *service); !done)
        return std::unexpected(StartFault{Kind::files, "outbound", done.error()});
    jobs.start(*service);
    if (!door->operator_counts()) new_token.clear(); // nobody needs it; nor is it kept
    if (!options.operator_token) first_run_secret = api::issue_first_run(*service, options.recover_access);
    return {};
}

std::expected<void, StartFault> Live::Parts::listen() {
    http::Options edge;
    edge.address = options.address;
    edge.port = static_cast<std::uint16_t>(options.port);
    edge.threads = static_cast<int>(options.http_threads);
    edge.connections_max = static_cast<std::size_t>(options.connections_max);
    edge.body_bytes_max = static_cast<std::size_t>(options.body_bytes_max);
    edge.certificate_file = options.certificate;
    edge.key_file = options.key;
    edge.idle_time = std::chrono::seconds{options.idle_seconds};
    edge.headers = {{"Referrer-Policy", "no-referrer"},
                    {"X-Content-Type-Options", "nosniff"},
                    {"X-Frame-Options", "DENY"}};
    if (api::sends_hsts(options)) edge.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
    auto proxies = api::TrustedProxies::of(options.trusted_proxies);
    if (!proxies)
        return std::unexpected(StartFault{Kind::network, "trusted_proxies", std::move(proxies.error())});
    if (!proxies->empty())
        edge.behind_proxy = [proxies = std::move(*proxies)](http::Request& request) {
            proxies.read(request);
        };
    edge.told = [this](std::string_view route, int status, std::chrono::microseconds took) {
        metrics.answered(route, status, took);
    };
    http.emplace(std::move(edge), make_router(*service));
    if (auto wrong = http->start())
        return std::unexpected(StartFault{Kind::network, "cannot_listen", std::move(*wrong)});
    return {};
}

void Live::Parts::stop() {
    if (std::exchange(stopped, true)) return;
    if (bulk_clerks) bulk_clerks->end_soon();
    if (feed) feed->stop(); // what has no end of its own
    jobs.stop();
    if (backups) backups->stop();
    if (http) http->stop(std::chrono::seconds{options.grace_seconds});
    if (door) door->stop();
    if (bulk_clerks) bulk_clerks->stop();
    if (board) board->stop();
    if (outbound) outbound->stop();
    if (views) views->stop();
    if (loop) loop->stop(loop::Stop::drain);
    if (follower) follower->finish();
    if (clerks) clerks->stop();
    http.reset();
}

Live::Live(std::unique_ptr<Parts> parts) : parts_{std::move(parts)} {}
Live::~Live() { stop(); }

std::expected<std::unique_ptr<Live>, StartFault> Live::start(api::ServeOptions options) try {
    api::set_log_level(api::level_named(options.log_level));
    if (auto wrong = unsafe(options))
        return std::unexpected(StartFault{Kind::network, "without_tls", std::move(*wrong)});
    auto public_url = api::public_url_of(options);
    if (!public_url) return std::unexpected(StartFault{Kind::network, "public_url", public_url.error()});
    options.public_url = std::move(*public_url);
    auto rules = outbound_rules(options);
    if (!rules) return std::unexpected(StartFault{Kind::setting, "bad_setting", std::move(rules.error())});
    auto parts = std::make_unique<Parts>();
    parts->outbound_rules = std::move(*rules);
    parts->options = std::move(options);
    std::unique_ptr<Live> live{new Live{std::move(parts)}};
    auto& made = *live->parts_;
    for (const auto step : {&Parts::open_files, &Parts::restore, &Parts::start_loop, &Parts::listen})
        if (auto done = (made.*step)(); !done) return std::unexpected(std::move(done.error()));
    return live;
} catch (const GivenUp&) {
    return std::unexpected(StartFault{Kind::given_up, "given_up", "The start was given up."});
}

std::string Live::url() const {
    const auto& address = parts_->options.address;
    const bool anywhere = address == "0.0.0.0" || address == "::";
    const bool six = !anywhere && address.find(':') != std::string::npos;
    const auto host = anywhere ? std::string{"localhost"} : six ? '[' + address + ']' : address;
    return fmt::format("{}://{}:{}/", parts_->options.certificate.empty() ? "http" : "https", host,
                       parts_->http->port());
}

const std::string& Live::new_token() const { return parts_->new_token; }

std::expected<void, std::string> Live::token_shown() {
    if (parts_->new_token.empty()) return {};
    return api::keep_token(parts_->options.journal + ".token", parts_->token_hash);
}

std::string Live::first_run_url() const {
    const auto& secret = parts_->first_run_secret;
    if (secret.empty()) return {};
    const auto& outside = parts_->options.public_url;
    return (outside.empty() ? url() : outside + '/') + "first-run#" + secret;
}

loop::Loop& Live::loop() { return *parts_->loop; }
Position Live::position() const { return parts_->loop->durable(); }
bool Live::failed() const { return parts_->loop->failed(); }
void Live::stop() { parts_->stop(); }

} // namespace truefill::server

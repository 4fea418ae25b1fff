#include "api/operation/backups.h"

#include "api/log.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace truefill::api {
namespace {

namespace fs = std::filesystem;

/// "run-20260302T101500.123456Z.tf": in the order of time by name.
std::string name_of_copy(const std::string& journal, Time now) {
    std::string time;
    json::encode(time, now);
    std::erase_if(time, [](char c) { return c == '"' || c == '-' || c == ':'; });
    const fs::path path{journal};
    return path.stem().string() + "-" + time + path.extension().string();
}

Problem problem_of(const CopyFault& fault) {
    return make_problem(fault.code == "disk_full" ? 507 : 500, "backup_failed", fault.sentence);
}

} // namespace

Backups::Backups(std::string journal, std::string folder)
    : journal_{std::move(journal)}, folder_{folder.empty() ? journal_ + ".backups" : std::move(folder)} {}

bool Backups::begin(Time now, Told told) {
    const std::scoped_lock lock{mutex_}; // `stop` joins under it: no thread begins behind its back
    if (ending_ || busy_.exchange(true)) return false;
    if (thread_.joinable()) thread_.join(); // it has ended: it was not busy
    thread_ = std::thread{[this, now, told = std::move(told)] {
        std::error_code ignored;
        if (fs::create_directories(folder_, ignored)) fs::permissions(folder_, fs::perms::owner_all, ignored);
        CopyOptions options{journal_, (fs::path{folder_} / name_of_copy(journal_, now)).string()};
        options.progress = [this](std::uint64_t, std::uint64_t) { return !ending_.load(); };
        auto done = back_up(options);
        if (done) log(Level::info, "backed_up", done->file, {{"position", std::to_string(done->position)}});
        else log(Level::error, "backup_failed", done.error().sentence);
        busy_ = false;
        told(std::move(done));
    }};
    return true;
}

void Backups::stop() {
    ending_ = true;
    const std::scoped_lock lock{mutex_};
    if (thread_.joinable()) thread_.join();
}

void post_backups(Service& service, const http::ExchangePtr& exchange) {
    if (!service.backups)
        return respond(exchange, make_problem(501, "no_backups", "This server keeps its journal in memory"));
    const bool begun =
        service.backups->begin(service.clock.now(), [exchange](std::expected<Copied, CopyFault> done) {
            if (done) respond_with(exchange, *done);
            else respond(exchange, problem_of(done.error()));
        });
    if (!begun)
        respond(exchange,
                make_problem(409, "backup_under_way", "A backup is under way; ask again when it is done"));
}

} // namespace truefill::api

#include "server/doctor.h"

#include "api/operation/backup.h"
#include "api/public_side.h"
#include "api/say.h"
#include "api/stored_record.h"
#include "http/http.h"
#include "loop/clock.h"
#include "server/certificate.h"
#include "server/config.h"
#include "server/outbound.h"
#include "stores/sqlite/disk_space.h"
#include "stores/sqlite/sqlite_journal.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

namespace truefill::server {
namespace {

namespace fs = std::filesystem;

class Doctor {
public:
    explicit Doctor(const api::ServeOptions& options) : options_{options} {}

    std::vector<Examined> examine() {
        look_at_folder();
        look_at_journal();
        look_at_disk();
        look_at_token();
        look_at_certificate();
        look_at_public_side();
        look_at_outbound();
        look_at_views();
        look_at_port();
        look_at_files();
        look_at_backups();
        return std::move(found_);
    }

private:
    void say(std::string what, Finding finding, std::string sentence) {
        found_.push_back({std::move(what), finding, std::move(sentence)});
    }

    void look_at_folder() {
        const auto folder = fs::absolute(options_.journal).parent_path();
        if (::access(folder.c_str(), W_OK | X_OK) == 0)
            return say("folder", Finding::good, folder.string() + " can be written.");
        say("folder", Finding::bad,
            folder.string() +
                " cannot be written by this account; the journal, its log and snapshots live there.");
    }

    void look_at_journal() {
        std::error_code ignored;
        if (auto half = api::unfinished_restore(options_.journal); !half.empty())
            return say("journal", Finding::bad, std::move(half));
        if (!fs::exists(options_.journal, ignored))
            return say("journal", Finding::good, options_.journal + " is made at the first start.");
        stores::SqliteOptions how;
        how.path = options_.journal;
        how.mode = stores::OpenMode::read_only;
        auto journal = stores::SqliteJournal::open(how);
        if (!journal) return say("journal", Finding::bad, journal.error().sentence);
        struct stat about{};
        if (::stat(options_.journal.c_str(), &about) == 0 && (about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
            say("journal", Finding::doubtful,
                options_.journal + " can be read by others: chmod 600. `truefill serve` does it.");
        else
            say("journal", Finding::good,
                fmt::format("{} has {}; `truefill verify` proves them.", options_.journal,
                            plural((*journal)->end(), "record")));
        look_at_clock(**journal);
    }

    /// Record time never goes back: behind the last record the clock would stand still for every deadline.
    void look_at_clock(journal::Journal& journal) {
        const auto now = loop::SystemClock{}.now();
        journal::Batch batch;
        json::Document document;
        if (journal.end() == 0) return say("clock", Finding::good, "It is " + api::say(now) + " UTC.");
        if (const auto read = journal.read(journal.end(), 1, batch); !read || batch.size() == 0)
            return say("clock", Finding::bad, "The last record cannot be read.");
        const auto stored = api::open_record(document, batch.record(0));
        if (!stored) return say("clock", Finding::bad, "The last record cannot be read: " + stored.error());
        const auto last = stored->envelope.record_time;
        if (last > now + minutes(1))
            return say(
                "clock", Finding::doubtful,
                fmt::format(
                    "It is {} UTC, but the last record is of {}: until then all deadlines stand still.",
                    api::say(now), api::say(last)));
        say("clock", Finding::good,
            fmt::format("It is {} UTC, after the last record ({}).", api::say(now), api::say(last)));
    }

    void look_at_disk() {
        const auto free = stores::free_bytes(options_.journal);
        if (!free) return say("disk", Finding::bad, free.error().sentence);
        const loop::DiskMarks marks;
        const auto text = fmt::format("{} MB are free.", *free >> 20);
        if (*free < marks.floor_bytes) return say("disk", Finding::bad, text + " Nothing would be taken.");
        if (*free < marks.high_bytes)
            return say("disk", Finding::doubtful,
                       text + fmt::format(" Under {} MB nothing new is taken.", marks.low_bytes >> 20));
        say("disk", Finding::good, text);
    }

    void look_at_token() {
        const auto file = options_.journal + ".token";
        struct stat about{};
        if (::stat(file.c_str(), &about) != 0)
            return say("token", Finding::good, "It is made at the first start and shown once.");
        if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
            return say("token", Finding::doubtful, file + " can be read by others: chmod 600.");
        say("token", Finding::good,
            file + " holds its hash; when there is an administrator it counts no more.");
    }

    void look_at_certificate() {
        if (auto wrong = unsafe(options_)) return say("tls", Finding::bad, std::move(*wrong));
        if (options_.certificate.empty())
            return say("tls", Finding::good,
                       is_loopback(options_.address)
                           ? "Not used; only this machine reaches the server."
                           : "Not used, as http.insecure says: a proxy must speak it for the server.");
        const auto dates = certificate_dates(options_.certificate);
        if (!dates) return say("tls", Finding::bad, dates.error());
        const auto now = loop::SystemClock{}.now();
        const auto until =
            fmt::format("{} is good until {} UTC.", options_.certificate, api::say(dates->until));
        if (dates->from > now)
            return say(
                "tls", Finding::bad,
                fmt::format("{} is not good before {} UTC.", options_.certificate, api::say(dates->from)));
        if (dates->until <= now)
            return say("tls", Finding::bad,
                       fmt::format("{} has expired: {} UTC.", options_.certificate, api::say(dates->until)));
        struct stat about{};
        if (::access(options_.key.c_str(), R_OK) != 0 || ::stat(options_.key.c_str(), &about) != 0)
            return say("tls", Finding::bad, options_.key + " cannot be read by this account.");
        if ((about.st_mode & S_IRWXO) != 0)
            return say("tls", Finding::doubtful, options_.key + " can be read by everybody: chmod 640.");
        if (dates->until < now + days(21)) return say("tls", Finding::doubtful, until + " Renew it.");
        say("tls", Finding::good, until);
    }

    void look_at_backups() {
        const auto folder =
            options_.backup_folder.empty() ? options_.journal + ".backups" : options_.backup_folder;
        std::error_code ignored;
        if (!fs::exists(folder, ignored))
            return say("backups", Finding::good, folder + " is made by the first POST /v1/backups.");
        if (::access(folder.c_str(), W_OK | X_OK) != 0)
            return say("backups", Finding::doubtful, folder + " cannot be written: POST /v1/backups fails.");
        say("backups", Finding::good, folder + " can be written.");
    }

    void look_at_public_side() {
        const auto url = api::public_url_of(options_);
        const auto proxies = api::TrustedProxies::of(options_.trusted_proxies);
        if (!url || !proxies) return say("public", Finding::bad, url ? proxies.error() : url.error());
        if (url->empty())
            return say("public", Finding::good, "People find the server where it listens (http.public_url).");
        if (options_.certificate.empty() && proxies->empty())
            return say("public", Finding::doubtful,
                       *url + " leads to a proxy that http.trusted_proxies does not name: failed log-ins of "
                              "all people count together.");
        say("public", Finding::good, "People find the server at " + *url + ".");
    }

    void look_at_outbound() {
        auto options = options_;
        if (auto url = api::public_url_of(options)) options.public_url = std::move(*url);
        const auto rules = outbound_rules(options);
        if (!rules) return say("outbound", Finding::bad, rules.error());
        say("outbound", Finding::good,
            fmt::format("Notices: {}. Log-in by OpenID Connect: {}.",
                        rules->notices.enabled ? options.notices_folder : "none",
                        rules->provider ? rules->provider->issuer : "none"));
    }

    /// The server starts without its views, and tries again and again.
    void look_at_views() {
        if (options_.views_enabled == 0) return say("views", Finding::good, "None (views.enabled).");
        const auto file = options_.views_file.empty() ? options_.journal + ".views.db" : options_.views_file;
        const auto folder = fs::absolute(file).parent_path();
        std::error_code ignored;
        if (::access(folder.c_str(), W_OK | X_OK) != 0)
            return say("views", Finding::doubtful,
                       folder.string() + " cannot be written: there are no views.");
        if (fs::exists(file, ignored) && ::access(file.c_str(), W_OK) != 0)
            return say("views", Finding::doubtful, file + " cannot be written: there are no views.");
        say("views", Finding::good, file + " can be written.");
    }

    void look_at_port() {
        http::Options edge;
        edge.certificate_file = options_.certificate;
        edge.key_file = options_.key;
        edge.address = options_.address;
        edge.port = static_cast<std::uint16_t>(options_.port);
        edge.threads = 1;
        http::Server server{std::move(edge), http::Router{}};
        if (auto wrong = server.start()) return say("port", Finding::bad, *wrong);
        server.stop(std::chrono::milliseconds{0});
        const auto where = fmt::format("{} port {} is free.", options_.address, options_.port);
        if (is_loopback(options_.address) || !options_.certificate.empty())
            return say("port", Finding::good, where);
        say("port", Finding::doubtful, where + " Others on the network reach it without encryption.");
    }

    void look_at_files() {
        rlimit limit{};
        getrlimit(RLIMIT_NOFILE, &limit);
        constexpr std::int64_t own_files = 64;
        const auto wanted = static_cast<rlim_t>(options_.connections_max + own_files);
        const auto text = fmt::format("{} files may be open; {} are wanted for {} connections.",
                                      limit.rlim_cur, wanted, options_.connections_max);
        say("files", limit.rlim_cur < wanted ? Finding::doubtful : Finding::good,
            limit.rlim_cur < wanted ? text + " Raise `ulimit -n` or lower http.connections_max." : text);
    }

    const api::ServeOptions& options_;
    std::vector<Examined> found_;
};

} // namespace

std::vector<Examined> examine(const api::ServeOptions& options) { return Doctor{options}.examine(); }

} // namespace truefill::server

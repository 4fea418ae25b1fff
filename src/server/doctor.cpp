#include "server/doctor.h"

#include "http/http.h"
#include "loop/clock.h"
#include "server/say.h"
#include "server/stored_record.h"
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
    explicit Doctor(const ServeOptions& options) : options_{options} {}

    std::vector<Examined> examine() {
        look_at_folder();
        look_at_journal();
        look_at_disk();
        look_at_token();
        look_at_port();
        look_at_files();
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
        if (!fs::exists(options_.journal, ignored))
            return say("journal", Finding::good, options_.journal + " is made at the first start.");
        stores::SqliteOptions how;
        how.path = options_.journal;
        how.mode = stores::OpenMode::read_only;
        auto journal = stores::SqliteJournal::open(how);
        if (!journal) return say("journal", Finding::bad, journal.error().sentence);
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
        if (journal.end() == 0) return say("clock", Finding::good, "It is " + server::say(now) + " UTC.");
        if (const auto read = journal.read(journal.end(), 1, batch); !read || batch.size() == 0)
            return say("clock", Finding::bad, "The last record cannot be read.");
        const auto stored = open_record(document, batch.record(0));
        if (!stored) return say("clock", Finding::bad, "The last record cannot be read: " + stored.error());
        const auto last = stored->envelope.record_time;
        if (last > now + minutes(1))
            return say(
                "clock", Finding::doubtful,
                fmt::format(
                    "It is {} UTC, but the last record is of {}: until then all deadlines stand still.",
                    server::say(now), server::say(last)));
        say("clock", Finding::good,
            fmt::format("It is {} UTC, after the last record ({}).", server::say(now), server::say(last)));
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
        say("token", Finding::good, file + " holds its hash; remove the file to make a new token.");
    }

    void look_at_port() {
        http::Options edge;
        edge.address = options_.address;
        edge.port = static_cast<std::uint16_t>(options_.port);
        edge.threads = 1;
        http::Server server{std::move(edge), http::Router{}};
        if (auto wrong = server.start())
            return say("port", Finding::bad, *wrong + " A server that runs already would be the reason.");
        server.stop(std::chrono::milliseconds{0});
        const bool here = options_.address == "127.0.0.1" || options_.address == "::1";
        const auto where = fmt::format("{} port {} is free.", options_.address, options_.port);
        if (here) return say("port", Finding::good, where);
        say("port", Finding::doubtful,
            where + " Others on the network reach it without encryption; put a TLS proxy before it.");
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

    const ServeOptions& options_;
    std::vector<Examined> found_;
};

} // namespace

std::vector<Examined> examine(const ServeOptions& options) { return Doctor{options}.examine(); }

} // namespace truefill::server

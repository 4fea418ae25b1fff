#include "api/outbound/notice_store.h"

#include "base/json.h"

#include <utility>

namespace truefill::api {
namespace {

constexpr std::int64_t notices_of_order_max = 200;

constexpr const char* notice_tables =
    "CREATE TABLE IF NOT EXISTS notices (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "
    "order_number TEXT NOT NULL, status INTEGER NOT NULL, next_at INTEGER NOT NULL, notice TEXT NOT NULL) "
    "STRICT;"
    "CREATE INDEX IF NOT EXISTS notices_due ON notices (status, next_at, number);"
    "CREATE INDEX IF NOT EXISTS notices_of_order ON notices (order_number, number);"
    "CREATE TABLE IF NOT EXISTS place (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL) "
    "STRICT;";

std::int64_t number_of(NoticeStatus status) { return static_cast<std::int64_t>(status); }

} // namespace

NoticeStore::Done NoticeStore::open(const std::string& file) {
    auto opened = SideFile::open(file, notice_tables);
    if (!opened) return std::unexpected(std::move(opened.error()));
    file_ = std::move(*opened);
    return {};
}

std::expected<std::optional<Position>, std::string> NoticeStore::position() {
    const std::scoped_lock lock{mutex_};
    auto asked = file_.prepare("SELECT position FROM place");
    if (asked.code() != 0) return std::unexpected(file_.path() + " cannot be read");
    if (!file_.has_row(asked)) return std::nullopt;
    return static_cast<Position>(asked.integer(0));
}

NoticeStore::Done NoticeStore::add(const std::vector<KeptNotice>& notices, Position position) {
    const std::scoped_lock lock{mutex_};
    auto begin = file_.prepare("BEGIN IMMEDIATE"), commit = file_.prepare("COMMIT"),
         back = file_.prepare("ROLLBACK");
    auto made = file_.prepare("INSERT OR IGNORE INTO notices (id, order_number, status, next_at, notice) "
                              "VALUES (?1, ?2, ?3, ?4, ?5)");
    auto place = file_.prepare("INSERT OR REPLACE INTO place (one, position) VALUES (1, ?1)");
    if (auto done = file_.run(begin); !done) return done;
    const auto all = [&]() -> Done {
        for (const auto& one : notices) {
            std::string text;
            json::encode(text, one);
            made.bind_text(1, one.id).bind_text(2, one.order).bind(3, number_of(one.status));
            made.bind(4, one.next_at.micros).bind_text(5, text);
            if (auto done = file_.run(made); !done) return done;
        }
        place.bind(1, static_cast<std::int64_t>(position));
        if (auto done = file_.run(place); !done) return done;
        return file_.run(commit);
    };
    auto done = all();
    if (!done) static_cast<void>(file_.run(back));
    return done;
}

NoticeStore::Done NoticeStore::put(const KeptNotice& notice) {
    const std::scoped_lock lock{mutex_};
    std::string text;
    json::encode(text, notice);
    auto put = file_.prepare("UPDATE notices SET status = ?2, next_at = ?3, notice = ?4 WHERE id = ?1");
    put.bind_text(1, notice.id).bind(2, number_of(notice.status)).bind(3, notice.next_at.micros);
    put.bind_text(4, text);
    return file_.run(put);
}

std::expected<KeptNotice, std::string> NoticeStore::row(std::string_view text) {
    json::Document document;
    KeptNotice one;
    const std::string kept{text};
    const auto value = document.parse(kept);
    if (!value || !json::decode(*value, one))
        return std::unexpected(file_.path() + " holds a notice that cannot be read");
    return one;
}

std::expected<std::vector<KeptNotice>, std::string> NoticeStore::rows(stores::Statement& asked) {
    std::vector<KeptNotice> found;
    if (asked.code() != 0) return std::unexpected(file_.path() + " cannot be read");
    while (file_.has_row(asked)) {
        auto one = row(asked.bytes(0));
        if (!one) return std::unexpected(std::move(one.error()));
        found.push_back(std::move(*one));
    }
    return found;
}

std::expected<std::vector<KeptNotice>, std::string>
NoticeStore::due(Time now, std::int64_t most, const std::function<bool(const std::string&)>& skips) {
    const std::scoped_lock lock{mutex_};
    auto asked = file_.prepare("SELECT notice, json_extract(notice, '$.receiver') FROM notices "
                               "WHERE status = ?1 AND (next_at <= ?2 OR next_at > ?3) "
                               "ORDER BY next_at, number");
    asked.bind(1, number_of(NoticeStatus::waiting)).bind(2, now.micros);
    asked.bind(3, (now + longest_wait).micros);
    if (asked.code() != 0) return std::unexpected(file_.path() + " cannot be read");
    std::vector<KeptNotice> found;
    while (static_cast<std::int64_t>(found.size()) < most && file_.has_row(asked)) {
        if (skips && skips(std::string{asked.bytes(1)})) continue;
        auto one = row(asked.bytes(0));
        if (!one) return std::unexpected(std::move(one.error()));
        found.push_back(std::move(*one));
    }
    return found;
}

std::expected<std::vector<KeptNotice>, std::string> NoticeStore::interrupted() {
    const std::scoped_lock lock{mutex_};
    auto asked = file_.prepare("SELECT notice FROM notices WHERE status = ?1 ORDER BY number");
    asked.bind(1, number_of(NoticeStatus::sending));
    return rows(asked);
}

std::expected<std::vector<KeptNotice>, std::string> NoticeStore::of_order(std::string_view number) {
    const std::scoped_lock lock{mutex_};
    auto asked =
        file_.prepare("SELECT notice FROM notices WHERE order_number = ?1 ORDER BY number DESC LIMIT ?2");
    asked.bind_text(1, number).bind(2, notices_of_order_max);
    return rows(asked);
}

NoticeStore::Done NoticeStore::forget_before(Time time) {
    const std::scoped_lock lock{mutex_};
    auto gone = file_.prepare("DELETE FROM notices WHERE status NOT IN (?1, ?2) AND next_at < ?3");
    gone.bind(1, number_of(NoticeStatus::waiting))
        .bind(2, number_of(NoticeStatus::sending))
        .bind(3, time.micros);
    return file_.run(gone);
}

} // namespace truefill::api

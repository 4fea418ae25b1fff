#include "views/store.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

namespace truefill::views {
namespace {

constexpr std::int64_t application_id = 0x54725677; ///< "TrVw", in the header of the SQLite file

/// 4 KB pages: rows of one order lie together, rows of other tables do not. The log is copied into the file
/// after 16 MB, and cut to 64 MB when a long reader is gone.
constexpr const char* settings_sql = "pragma synchronous=normal; pragma wal_autocheckpoint=4000;"
                                     "pragma journal_size_limit=67108864; pragma cache_size=-32768;"
                                     "pragma temp_store=memory; pragma secure_delete=fast;";

std::string upsert_sql(const TableSpec& table) {
    std::string names, values, changes;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto name = table.columns[i].name;
        fmt::format_to(std::back_inserter(names), "{}{}", i == 0 ? "" : ",", name);
        values += i == 0 ? "?" : ",?";
        if (i >= table.key)
            fmt::format_to(std::back_inserter(changes), "{}{}=excluded.{}", changes.empty() ? "" : ",", name,
                           name);
    }
    std::string key;
    for (std::size_t i = 0; i < table.key; ++i)
        fmt::format_to(std::back_inserter(key), "{}{}", i == 0 ? "" : ",", table.columns[i].name);
    return fmt::format("insert into {}({}) values({}) on conflict({}) do update set {}", table.name, names,
                       values, key, changes);
}

} // namespace

std::unexpected<Fault> Store::fault(int code, std::string_view doing) {
    auto reason = database_.reason(code);
    is_broken_ = is_broken_ || (code & 255) == SQLITE_CORRUPT;
    return std::unexpected(Fault{fmt::format("{} while {}: {}.", path_, doing, reason)});
}

void Store::close() {
    for (auto& one : upserts_) one = {};
    for (auto* one : {&drop_quantities_, &drop_invoice_lines_, &drop_hold_, &begin_, &commit_, &place_})
        *one = {};
    if (database_.in_transaction()) database_.run("rollback");
    database_.close();
}

std::expected<Place, Fault> Store::open() {
    close();
    if (std::exchange(is_broken_, false)) {
        std::error_code ignored;
        for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + part, ignored);
    }
    Place place;
    bool is_ours = true;
    int code = database_.open(path_);
    if (code == SQLITE_OK) code = judge(place, is_ours);
    if (code == SQLITE_NOTADB || !is_ours) {
        database_.close();
        return std::unexpected(Fault{fmt::format(
            "{} is another program's file. Name another one for the views, or take it away.", path_)});
    }
    if (code != SQLITE_OK) {
        auto wrong = fault(code, "opening the views");
        close();
        return wrong;
    }
    prepare();
    last_ = place;
    return place;
}

int Store::judge(Place& place, bool& is_ours) {
    std::int64_t id = 0, tables = 0, version = 0;
    int code = database_.ask("select count(*) from sqlite_schema", tables);
    if (code == SQLITE_OK) code = database_.ask("pragma application_id", id);
    if (code == SQLITE_OK) code = database_.ask("pragma user_version", version);
    if (code != SQLITE_OK) return code;
    is_ours = id == application_id || (id == 0 && tables == 0);
    if (!is_ours) return SQLITE_OK;
    std::string mode;
    code = database_.ask("pragma journal_mode=wal", mode);
    if (code == SQLITE_OK) code = database_.run(settings_sql);
    if (code != SQLITE_OK) return code;
    if (tables == 0 || version != schema_version()) return make();
    auto row = database_.prepare("select position, as_of, is_complete, record_hash from views_position");
    code = row.step();
    if (code != SQLITE_ROW) return code == SQLITE_DONE ? make() : code;
    place.position = static_cast<Position>(row.integer(0));
    if (const auto time = parse_time(row.text(1))) place.as_of = *time;
    place.is_complete = row.integer(2) != 0;
    place.record_hash = row.text(3);
    return SQLITE_OK;
}

int Store::drop_all() {
    std::vector<std::string> drops;
    {
        auto names = database_.prepare("select 'drop ' || type || ' \"' || name || '\"' from sqlite_schema "
                                       "where type in ('view', 'table') and name not like 'sqlite_%' "
                                       "order by type desc");
        int code = names.step();
        for (; code == SQLITE_ROW; code = names.step()) drops.push_back(names.text(0));
        if (code != SQLITE_DONE) return code;
    }
    for (const auto& drop : drops)
        if (const int code = database_.run(drop); code != SQLITE_OK) return code;
    return SQLITE_OK;
}

/// Empty tables of this version, in one transaction.
int Store::make() {
    int code = database_.run("begin immediate");
    if (code != SQLITE_OK) return code;
    code = drop_all();
    if (code == SQLITE_OK) code = database_.run(schema_sql());
    if (code == SQLITE_OK)
        code = database_.run(fmt::format("insert into views_position values(1, 0, null, 0, '');"
                                         "pragma application_id={}; pragma user_version={}; commit",
                                         application_id, schema_version()));
    if (code != SQLITE_OK && database_.in_transaction()) database_.run("rollback");
    return code;
}

Done Store::clear() {
    const auto path = path_;
    close();
    int code = database_.open(path);
    std::string mode;
    if (code == SQLITE_OK) code = database_.ask("pragma journal_mode=wal", mode);
    if (code == SQLITE_OK) code = database_.run(settings_sql);
    if (code == SQLITE_OK) code = make();
    if (code != SQLITE_OK) return fault(code, "making the views anew");
    prepare();
    last_ = {};
    return {};
}

void Store::prepare() {
    for (std::size_t i = 0; i < table_count; ++i) upserts_[i] = database_.prepare(upsert_sql(tables()[i]));
    drop_quantities_ = database_.prepare("delete from line_quantities where order_id=?");
    drop_invoice_lines_ = database_.prepare("delete from invoice_lines where invoice_id=?");
    drop_hold_ = database_.prepare("delete from holds where hold_id=?");
    begin_ = database_.prepare("begin immediate");
    commit_ = database_.prepare("commit");
    place_ = database_.prepare("update views_position set position=?, as_of=?, is_complete=?, record_hash=? "
                               "where position=? and record_hash=?");
}

Done Store::begin() {
    if (const int code = begin_.run(); code != SQLITE_OK) return fault(code, "beginning to write");
    return {};
}

int Store::remove(Statement& statement, const std::vector<std::int64_t>& keys) {
    for (const auto key : keys) {
        statement.bind(1, key);
        if (const int code = statement.run(); code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

int Store::upsert(TableId table, const Rows& rows) {
    auto& statement = upserts_[static_cast<std::size_t>(table)];
    const auto& cells = rows.cells(table);
    const auto width = spec_of(table).columns.size();
    for (std::size_t first = 0; first < cells.size(); first += width) {
        for (std::size_t i = 0; i < width; ++i) {
            const auto& cell = cells[first + i];
            const int parameter = static_cast<int>(i) + 1;
            if (cell.size == Cell::integer_size) statement.bind(parameter, cell.value);
            else if (cell.size == Cell::null_size) statement.bind_null(parameter);
            else statement.bind(parameter, rows.text_of(cell));
        }
        if (const int code = statement.run(); code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

Done Store::write(const Rows& rows) {
    int code = remove(drop_quantities_, rows.orders);
    if (code == SQLITE_OK) code = remove(drop_invoice_lines_, rows.invoices);
    if (code == SQLITE_OK) code = remove(drop_hold_, rows.holds);
    for (std::size_t i = 0; i < table_count && code == SQLITE_OK; ++i)
        code = upsert(static_cast<TableId>(i), rows);
    if (code == SQLITE_OK && !rows.currencies.empty()) {
        Rows met;
        for (const auto currency : rows.currencies)
            met.begin(TableId::currencies).text(currency.text()).integer(minor_digits(currency)).end();
        code = upsert(TableId::currencies, met);
    }
    if (code != SQLITE_OK) return fault(code, "writing rows");
    return {};
}

Done Store::commit(const Place& place) {
    Rows time;
    time.begin(TableId::views_position).time(place.as_of);
    const auto& as_of = time.cells(TableId::views_position).front();
    place_.bind(1, static_cast<std::int64_t>(place.position));
    if (place.as_of) place_.bind(2, time.text_of(as_of));
    else place_.bind_null(2);
    place_.bind(3, std::int64_t{place.is_complete ? 1 : 0});
    place_.bind(4, place.record_hash);
    place_.bind(5, static_cast<std::int64_t>(last_.position));
    place_.bind(6, last_.record_hash);
    int code = place_.run();
    if (code == SQLITE_OK && database_.changes() != 1)
        return std::unexpected(Fault{path_ + " is written by another program too."});
    if (code == SQLITE_OK) code = commit_.run();
    if (code != SQLITE_OK) return fault(code, "committing rows");
    last_ = place;
    return {};
}

bool Store::empty_log() {
    std::int64_t busy = 1;
    database_.run("pragma busy_timeout=0"); // a reader in the way: the next time
    const int code = database_.ask("pragma wal_checkpoint(truncate)", busy);
    database_.run(fmt::format("pragma busy_timeout={}", Database::busy_wait_ms));
    return code == SQLITE_OK && busy == 0;
}

} // namespace truefill::views

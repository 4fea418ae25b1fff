#include "stores/sqlite/connection.h"

#include "base/assert.h"

#include <sqlite3.h>

namespace truefill::stores {

namespace {

/// file:/a%20path?immutable=1; what means something in a URI is written as %XX.
std::string fixed_uri(const std::string& path) {
    constexpr const char* digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte >= 127 || c == '%' || c == '?' || c == '#') {
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 15];
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

int flags_of(Connection::Access access) {
    switch (access) {
    case Connection::Access::create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Connection::Access::write:
    case Connection::Access::read_tidy: return SQLITE_OPEN_READWRITE;
    case Connection::Access::read: return SQLITE_OPEN_READONLY;
    case Connection::Access::read_fixed: return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    }
    return SQLITE_OPEN_READONLY;
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3* database, std::string_view sql) {
    sqlite3_stmt* made = nullptr;
    failed_ = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                 SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    statement_.reset(made);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    if (failed_ == SQLITE_OK) failed_ = sqlite3_bind_int64(statement_.get(), parameter, value);
    return *this;
}

Statement& Statement::bind_text(int parameter, std::string_view text) {
    if (failed_ == SQLITE_OK) {
        const char* begin = text.data() != nullptr ? text.data() : "";
        failed_ =
            sqlite3_bind_text64(statement_.get(), parameter, begin, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
    if (failed_ == SQLITE_OK) {
        const char* begin = bytes.data() != nullptr ? bytes.data() : "";
        failed_ = sqlite3_bind_blob64(statement_.get(), parameter, begin, bytes.size(), SQLITE_STATIC);
    }
    return *this;
}

int Statement::step() {
    if (failed_ != SQLITE_OK) return failed_;
    TF_ASSERT(statement_ != nullptr, "the statement was prepared");
    return sqlite3_step(statement_.get());
}

void Statement::reset() {
    if (statement_ == nullptr) return; // it could not be prepared, and that stays its answer
    sqlite3_reset(statement_.get());
    failed_ = SQLITE_OK;
}

int Statement::run() {
    const int code = step();
    reset();
    return code == SQLITE_DONE || code == SQLITE_ROW ? SQLITE_OK : code;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string_view Statement::bytes(int column) const {
    // As a blob also where it is text: text would be copied to get a zero at its end.
    const void* begin = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return {static_cast<const char*>(begin), begin == nullptr ? 0 : static_cast<std::size_t>(size)};
}

void Connection::Close::operator()(sqlite3* handle) const {
    const int code = sqlite3_close(handle);
    TF_ASSERT(code == SQLITE_OK, "every statement went before its connection");
}

int Connection::open(const Place& place, Access access) {
    const bool fixed = access == Access::read_fixed;
    const std::string name = fixed ? fixed_uri(place.path) : place.path;
    sqlite3* made = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &made, flags_of(access) | SQLITE_OPEN_NOMUTEX,
                                     place.vfs.empty() ? nullptr : place.vfs.c_str());
    handle_.reset(made);
    if (code != SQLITE_OK) return made == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(made);
    sqlite3_extended_result_codes(made, 1);
    sqlite3_busy_timeout(made, busy_wait_ms);
    // A journal that somebody tampered with may not run code of its own through triggers, views or functions.
    sqlite3_db_config(made, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(made, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(made, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(made, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    return access == Access::read_tidy ? run("pragma query_only=1") : SQLITE_OK;
}

int Connection::run(const char* sql) const {
    return sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
}

int Connection::ask(std::string_view sql, std::string& answer) const {
    Statement statement = prepare(sql);
    const int code = statement.step();
    if (code != SQLITE_ROW) return code;
    answer = statement.bytes(0);
    const int end = statement.step(); // what the row announces is done only here, such as journal_mode=wal
    return end == SQLITE_DONE || end == SQLITE_ROW ? SQLITE_ROW : end;
}

bool Connection::is_read_only() const { return sqlite3_db_readonly(handle_.get(), "main") == 1; }
bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
std::string Connection::reason() const {
    return handle_ == nullptr ? "no memory" : sqlite3_errmsg(handle_.get());
}
int Connection::system_error() const { return handle_ == nullptr ? 0 : sqlite3_system_errno(handle_.get()); }

} // namespace truefill::stores

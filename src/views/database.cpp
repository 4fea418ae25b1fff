#include "views/database.h"

#include "base/assert.h"

#include <sqlite3.h>

namespace truefill::views {

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3* database, std::string_view sql) {
    sqlite3_stmt* made = nullptr;
    failed_ = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                 SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    statement_.reset(made);
}

void Statement::note(int code) {
    if (failed_ == SQLITE_OK) failed_ = code;
}

void Statement::bind(int parameter, std::int64_t value) {
    if (statement_) note(sqlite3_bind_int64(statement_.get(), parameter, value));
}

void Statement::bind(int parameter, std::string_view text) {
    if (!statement_) return;
    const char* begin = text.data() != nullptr ? text.data() : "";
    note(sqlite3_bind_text64(statement_.get(), parameter, begin, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind_null(int parameter) {
    if (statement_) note(sqlite3_bind_null(statement_.get(), parameter));
}

int Statement::step() { return failed_ != SQLITE_OK ? failed_ : sqlite3_step(statement_.get()); }

void Statement::reset() {
    if (!statement_) return; // it could not be prepared, and that stays its answer
    sqlite3_reset(statement_.get());
    failed_ = SQLITE_OK;
}

int Statement::run() {
    const int code = step();
    reset();
    return code == SQLITE_DONE || code == SQLITE_ROW ? SQLITE_OK : code;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string Statement::text(int column) const {
    const auto* begin = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return begin == nullptr
               ? std::string{}
               : std::string(begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

void Database::Close::operator()(sqlite3* handle) const {
    const int code = sqlite3_close(handle);
    TF_ASSERT(code == SQLITE_OK, "every statement went before its connection");
}

int Database::open(const std::string& path) {
    sqlite3* made = nullptr;
    const int code = sqlite3_open_v2(
        path.c_str(), &made, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(made);
    if (made == nullptr) return SQLITE_NOMEM;
    sqlite3_extended_result_codes(made, 1);
    sqlite3_busy_timeout(made, busy_wait_ms);
    return code;
}

int Database::run(const std::string& sql) const {
    return sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
}

int Database::ask(std::string_view sql, std::int64_t& answer) const {
    auto statement = prepare(sql);
    const int code = statement.step();
    if (code == SQLITE_ROW) answer = statement.integer(0);
    return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

int Database::ask(std::string_view sql, std::string& answer) const {
    auto statement = prepare(sql);
    int code = statement.step();
    if (code == SQLITE_ROW) {
        answer = statement.text(0);
        code = statement.step(); // what the row announces is done only here, such as journal_mode=wal
    }
    return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

std::int64_t Database::changes() const { return sqlite3_changes64(handle_.get()); }
bool Database::in_transaction() const { return handle_ && sqlite3_get_autocommit(handle_.get()) == 0; }

std::string Database::reason(int code) const {
    if ((code & 255) == SQLITE_FULL) return "the disk is full";
    if ((code & 255) == SQLITE_BUSY) return "another program keeps it locked";
    return handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
}

} // namespace truefill::views

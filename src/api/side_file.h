/// A small SQLite file beside the journal for what is none of the journal's business: where webhooks go and
/// how far they are, which notices went out. Mode 0600, since it has secrets and addresses in it; what is
/// written is on the disk when `run` returns (synchronous=FULL).
#pragma once

#include "stores/sqlite/connection.h"

#include <expected>
#include <string>
#include <string_view>

namespace truefill::api {

class SideFile {
public:
    SideFile() = default;
    /// Makes it when it is missing. `tables`: CREATE ... IF NOT EXISTS. The sentence says what is wrong.
    static std::expected<SideFile, std::string> open(const std::string& path, const char* tables);

    [[nodiscard]] const std::string& path() const { return path_; }
    stores::Statement prepare(std::string_view sql) const { return connection_.prepare(sql); }
    /// The next row is there.
    bool has_row(stores::Statement& statement) const;
    /// A statement without rows, written to the disk.
    std::expected<void, std::string> run(stores::Statement& statement) const;

private:
    std::string path_;
    stores::Connection connection_;
};

} // namespace truefill::api

/// `truefill views`: the SQL views of a journal without a server, for analysts and for tests.
///
/// It replays the journal and writes every document once. A file that is there already is brought up to
/// date. With `follow` it goes through the records in steps, as the projector of a server does: slower, and
/// the same in the end.
#pragma once

#include "base/describe.h"
#include "base/ids.h"

#include <array>
#include <string>
#include <string_view>

namespace truefill::cli {

struct ViewsOptions {
    std::string journal;
    std::string out; ///< empty: JOURNAL.views.db
    Position to{};   ///< the last record; 0: all of them
    bool follow{};
    bool progress{};
    bool describe{}; ///< prints the tables and columns, and that is all
    bool json{};
};

struct ViewsReport {
    static constexpr auto required = std::to_array<std::string_view>(
        {"file", "position", "records", "documents", "replay_milliseconds", "milliseconds"});
    std::string file;
    Position position{};
    Position records{};                 ///< that were not in the file before
    std::uint64_t documents{};          ///< written because the file was made anew
    std::int64_t replay_milliseconds{}; ///< before the first row; 0 with `follow`
    std::int64_t milliseconds{};        ///< writing; with `follow` the replay too
};
TF_DESCRIBE(ViewsReport, (file, position, records, documents, replay_milliseconds, milliseconds))

int run_views(const ViewsOptions& options);

} // namespace truefill::cli

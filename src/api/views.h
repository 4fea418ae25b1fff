/// The SQL views beside the journal (src/views, docs/views.md): who keeps them in a server, and what the API
/// and the metrics say of them.
#pragma once

#include "base/describe.h"
#include "http/http.h"
#include "loop/listener.h"
#include "loop/loop.h"
#include "views/projector.h"

#include <optional>
#include <string>

namespace truefill::api {

struct Service;

/// Follows the loop's commits by a connection of its own, and asks the engine for rows.
class ViewsDesk final : public loop::CommitListener {
public:
    /// `journal`: a connection of its own. `unseal`: what sealed texts say (views/projection.h).
    ViewsDesk(journal::Journal& journal, std::string file,
              std::function<std::string(std::string_view)> unseal = {});
    /// Begins to follow; the loop must know it as a listener already.
    void start(loop::Loop& loop);
    /// Writes what is missing when that is a matter of a moment, and ends; before the loop ends.
    void stop();

    void committed(const journal::Batch& batch, std::span<const loop::Mark> marks) override;

    views::Projector& projector() { return projector_; }
    const std::string& file() const { return file_; }

private:
    /// A state that the engine thread shows when what it knows is durable.
    class LoopStates final : public views::States {
    public:
        bool look(Position at_least, const std::function<void(const engine::State&)>& f) override;
        loop::Loop* loop = nullptr;
    };

    std::string file_;
    LoopStates states_;
    views::Projector projector_;
};

/// Answer of GET /v1/views.
struct ViewsAnswer {
    static constexpr auto required = std::to_array<std::string_view>(
        {"position", "lag_records", "lag_milliseconds", "rebuilding", "file"});
    Position position{};             ///< the last record that stands in the tables
    std::uint64_t lag_records{};     ///< durable records that do not
    std::int64_t lag_milliseconds{}; ///< since when the oldest of them waits
    bool rebuilding{};               ///< rows are missing
    std::uint64_t done{}, total{};   ///< documents, while it is rebuilt
    std::optional<bool> reached;     ///< of `wait_for`
    std::string fault;               ///< why it does not go on at the moment
    std::string file;                ///< its name, in the folder of the journal unless set otherwise
};
TF_DESCRIBE(ViewsAnswer,
            (position, lag_records, lag_milliseconds, rebuilding, done, total, reached, fault, file))

/// `?wait_for=POSITION` answers when the tables have it, or after `wait_seconds` (1 to 30, default 5) with
/// `reached` false.
void get_views(Service& service, const http::ExchangePtr& exchange);
/// truefill_views_*; nothing when there are no views.
void append_views_metrics(std::string& out, Service& service);

} // namespace truefill::api

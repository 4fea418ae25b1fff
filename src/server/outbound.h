/// What the server sends by itself: webhooks, notices, and questions to the provider of log-ins. It reads the
/// journal behind the writer, by a connection of its own, and holds up no command.
///
///     journal.tf.webhooks.db   webhooks, their secrets and how far they are, mode 0600
///     journal.tf.notices.db    which notices went out, mode 0600
#pragma once

#include "loop/listener.h"
#include "server/notices.h"
#include "server/oidc.h"
#include "server/webhooks.h"

#include <expected>
#include <optional>
#include <string>

namespace truefill::server {

struct ServeOptions;

class Outbound final : public loop::CommitListener {
public:
    /// `journal` is a connection of its own.
    Outbound(journal::Journal& journal, Board& board);
    ~Outbound() override { stop(); }

    /// Puts its parts into the service. The sentence says which setting or file is wrong.
    std::expected<void, std::string> start(const ServeOptions& options, Service& service);
    /// Gives up what is under way; before the loop ends.
    void stop();
    void committed(const journal::Batch& batch, std::span<const loop::Mark> marks) override;

private:
    Records records_;
    Webhooks webhooks_;
    Notices notices_;
    std::optional<Oidc> oidc_;
};

} // namespace truefill::server

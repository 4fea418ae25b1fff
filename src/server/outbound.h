/// What the server sends by itself: webhooks, notices, and questions to the provider of log-ins. It reads the
/// journal behind the writer, by a connection of its own, and holds up no command.
///
///     journal.tf.webhooks.db   webhooks, their secrets and how far they are, mode 0600
///     journal.tf.notices.db    which notices went out, mode 0600
#pragma once

#include "api/access/oidc.h"
#include "api/outbound/notices.h"
#include "api/outbound/webhooks.h"
#include "loop/listener.h"

#include <expected>
#include <optional>
#include <string>

namespace truefill::server {

/// What the settings and their files say of it, before anything is opened.
struct OutboundRules {
    api::NoticePlan notices;
    std::optional<api::OidcRules> provider;
};
/// `options.public_url` as `public_url_of` gives it. The sentence says which setting or file is wrong.
std::expected<OutboundRules, std::string> outbound_rules(const api::ServeOptions& options);

class Outbound final : public loop::CommitListener {
public:
    /// `journal` is a connection of its own.
    Outbound(journal::Journal& journal, api::Board& board);
    ~Outbound() override { stop(); }

    /// Puts its parts into the service. The sentence says which file is wrong.
    std::expected<void, std::string> start(const api::ServeOptions& options, OutboundRules rules,
                                           api::Service& service);
    /// Gives up what is under way; before the loop ends.
    void stop();
    void committed(const journal::Batch& batch, std::span<const loop::Mark> marks) override;

private:
    api::Records records_;
    api::Webhooks webhooks_;
    api::Notices notices_;
    std::optional<api::Oidc> oidc_;
};

} // namespace truefill::server

#include "server/outbound.h"

#include "api/person_desk.h"
#include "api/serve_options.h"
#include "connectors/web/guard.h"

#include <utility>

namespace truefill::server {

std::expected<OutboundRules, std::string> outbound_rules(const api::ServeOptions& options) {
    if (const auto networks = connectors::web::parse_networks(options.webhooks_allow); !networks)
        return std::unexpected("webhooks.allow: " + networks.error());
    OutboundRules rules;
    auto plan = api::notice_plan(options);
    if (!plan) return std::unexpected(std::move(plan.error()));
    rules.notices = std::move(*plan);
    auto provider = api::oidc_rules(options);
    if (!provider) return std::unexpected(std::move(provider.error()));
    rules.provider = std::move(*provider);
    return rules;
}

Outbound::Outbound(journal::Journal& journal, api::Board& board)
    : records_{journal}, webhooks_{records_, board}, notices_{records_, board} {}

std::expected<void, std::string> Outbound::start(const api::ServeOptions& options, OutboundRules rules,
                                                 api::Service& service) {
    if (service.persons)
        webhooks_.unseal_with([&keys = service.persons->keys()](std::string& body) {
            personal::unseal_all(keys, body, personal::Written::json);
        });
    if (auto done = webhooks_.start(options, service); !done) return done;
    service.webhooks = &webhooks_;
    if (auto done = notices_.start(options.journal + ".notices.db", std::move(rules.notices), service); !done)
        return done;
    service.notices = &notices_;
    if (rules.provider) service.oidc = &oidc_.emplace(std::move(*rules.provider));
    return {};
}

void Outbound::stop() {
    if (oidc_) oidc_->stop();
    notices_.stop();
    webhooks_.stop();
}

void Outbound::committed(const journal::Batch& batch, std::span<const loop::Mark> marks) {
    webhooks_.committed(batch, marks);
    notices_.committed(batch, marks);
}

} // namespace truefill::server

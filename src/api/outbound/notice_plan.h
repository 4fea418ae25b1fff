/// Who is told what, and how: the folder of notices, read once at the start.
///
///     receivers.txt              who is told; a line each, # begins a comment
///         17850 = anna@customer.example, bert@customer.example
///         17850 = https://customer.example/notices
///         role.credit_control = credit@our.example         people: by the role that owns the case
///         person.dana = dana@our.example                   and by the one who has it
///     secret.txt                 a secret of Standard Webhooks (whsec_...), when a receiver is an address of
///     HTTP <event>.txt, <event>.html, <event>.<customer code>.txt, <event>.<customer code>.html
///
/// Events: order_accepted, backordered, shipped, delivered, invoice, case_assigned, case_escalated; each has
/// a built-in template (notice_template.h). An empty file `<event>.off` turns one off.
#pragma once

#include "api/outbound/notice_template.h"
#include "connectors/web/guard.h"
#include "connectors/web/smtp_client.h"
#include "connectors/web/web_client.h"

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

struct ServeOptions;

struct NoticePlan {
    bool enabled = false;
    std::string from, from_name;
    connectors::web::SmtpOptions smtp; ///< host empty: no mail
    std::string authorities;           ///< PEM file; empty: those of the system
    std::string secret;                ///< signs what goes by HTTP
    connectors::web::Guard secure, plain;
    std::map<std::string, std::vector<std::string>, std::less<>> receivers;
    std::map<std::string, NoticeTemplate, std::less<>> templates; ///< "shipped", "shipped.17850"

    /// Of the customer, else the general one; none: it is turned off.
    [[nodiscard]] const NoticeTemplate* find(const NoticeKind& kind, std::string_view customer) const;
};

/// Reads the folder. The sentence names the file and its line.
std::expected<NoticePlan, std::string> notice_plan(const ServeOptions& options);

} // namespace truefill::api

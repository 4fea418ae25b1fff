/// Hands mails to one mail server, by SMTP with TLS.
///
/// TLS is required unless the options say otherwise: a server that offers no STARTTLS gets no mail, and no
/// user or password either. A mail cannot be taken back and the server cannot be asked what it knows, so an
/// unknown outcome (the whole mail was given and no reply came) is told apart from every other: only a person
/// may have it sent again.
#pragma once

#include "connectors/web/mail.h"

#include <chrono>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>

namespace truefill::connectors::web {

enum class MailSecurity : std::uint8_t {
    starttls, ///< plain at first, then TLS or nothing: port 587
    tls,      ///< from the first byte: port 465
    none      ///< a server on this machine, or one in a test
};

struct SmtpOptions {
    std::string host;
    std::int64_t port = 587;
    MailSecurity security = MailSecurity::starttls;
    std::string user;             ///< empty: no log-in
    std::string password;         ///< refused with `none`: it would be readable on the wire
    std::string authorities_file; ///< PEM; empty: those of the system
    std::chrono::milliseconds timeout{60'000};
};

enum class MailFaultKind : std::uint8_t {
    bad_mail, ///< not sent: the mail is not well formed
    refused,  ///< the server said no for good (5xx)
    later,    ///< not sent: no connection, no trusted TLS, or "not now" (4xx)
    unknown,  ///< the whole mail was given, and no reply came: it may be on its way
};

struct MailFault {
    MailFaultKind kind{};
    std::string sentence; ///< without the password
};

class SmtpClient {
public:
    /// Asserts that there is no password without TLS.
    explicit SmtpClient(SmtpOptions options);
    ~SmtpClient();
    SmtpClient(SmtpClient&&) noexcept;
    SmtpClient& operator=(SmtpClient&&) noexcept;

    /// Blocks for at most the timeout.
    std::expected<void, MailFault> send(const Mail& mail);

    /// What is under way gives up within a second, and nothing is sent any more. From any thread.
    void end();

private:
    struct Machine;
    std::unique_ptr<Machine> machine_;
};

} // namespace truefill::connectors::web

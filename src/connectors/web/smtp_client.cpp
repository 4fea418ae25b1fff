#include "connectors/web/smtp_client.h"

#include "base/assert.h"
#include "connectors/web/curl_easy.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <utility>

namespace truefill::connectors::web {
namespace {

/// A mail on its way out.
struct Giving {
    std::string_view left;
    bool whole = false; ///< all was given, the last line too
};

std::size_t give(char* into, std::size_t, std::size_t size, void* from) {
    auto& giving = *static_cast<Giving*>(from);
    const auto bytes = std::min(size, giving.left.size());
    if (bytes == 0) giving.whole = true;
    std::memcpy(into, giving.left.data(), bytes);
    giving.left.remove_prefix(bytes);
    return bytes;
}

std::size_t leave(char*, std::size_t, std::size_t size, void*) { return size; }

} // namespace

struct SmtpClient::Machine {
    SmtpOptions options;
    Guard guard = Guard::off(); ///< the operator wrote the address
    Easy easy;
    std::atomic<bool> ending{false};

    void prepare(const Mail& mail, Giving& giving, HeaderList& receivers);
    MailFault fault_of(CURLcode code, const Giving& giving) const;
};

void SmtpClient::Machine::prepare(const Mail& mail, Giving& giving, HeaderList& receivers) {
    const bool tls = options.security == MailSecurity::tls;
    const bool six = options.host.find(':') != std::string::npos;
    const auto host = six ? '[' + options.host + ']' : options.host;
    const auto domain = mail.from.substr(mail.from.find('@') + 1); // what we say that we are
    const auto url = std::string{tls ? "smtps" : "smtp"} + "://" + host + ':' + std::to_string(options.port) +
                     '/' + domain;
    easy.reset(guard);
    for (const auto& one : mail.to) receivers.add('<' + one + '>');
    easy.set(CURLOPT_URL, url.c_str());
    easy.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    if (options.security == MailSecurity::starttls)
        easy.set(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!options.user.empty()) {
        easy.set(CURLOPT_USERNAME, options.user.c_str());
        easy.set(CURLOPT_PASSWORD, options.password.c_str());
    }
    if (!options.authorities_file.empty()) easy.set(CURLOPT_CAINFO, options.authorities_file.c_str());
    easy.set(CURLOPT_MAIL_FROM, ('<' + mail.from + '>').c_str());
    easy.set(CURLOPT_MAIL_RCPT, receivers.list());
    easy.set(CURLOPT_UPLOAD, 1L);
    easy.set(CURLOPT_READFUNCTION, give);
    easy.set(CURLOPT_READDATA, &giving);
    easy.set(CURLOPT_WRITEFUNCTION, leave);
    easy.set(CURLOPT_TIMEOUT_MS, static_cast<long>(options.timeout.count()));
    easy.watch(ending);
}

MailFault SmtpClient::Machine::fault_of(CURLcode code, const Giving& giving) const {
    constexpr long bad_from = 400, bad_for_good = 500, bad_to = 600;
    const auto reply = easy.status();
    if (reply >= bad_from && reply < bad_to) {
        const auto kind = reply >= bad_for_good ? MailFaultKind::refused : MailFaultKind::later;
        return {kind, options.host + " replied " + std::to_string(reply)};
    }
    if (code == CURLE_USE_SSL_FAILED)
        return {MailFaultKind::later, options.host + " offers no TLS, so it gets no mail"};
    if (giving.whole)
        return {MailFaultKind::unknown,
                options.host + " took the mail and did not reply: " + curl_easy_strerror(code)};
    return {MailFaultKind::later, options.host + ": " + curl_easy_strerror(code)};
}

SmtpClient::SmtpClient(SmtpOptions options) : machine_{std::make_unique<Machine>(std::move(options))} {
    const auto& made = machine_->options;
    TF_ASSERT(made.password.empty() || made.security != MailSecurity::none,
              "a password goes out by TLS only");
}
SmtpClient::~SmtpClient() = default;
SmtpClient::SmtpClient(SmtpClient&&) noexcept = default;
SmtpClient& SmtpClient::operator=(SmtpClient&&) noexcept = default;

std::expected<void, MailFault> SmtpClient::send(const Mail& mail) {
    auto& machine = *machine_;
    if (machine.ending) return std::unexpected(MailFault{MailFaultKind::later, "nothing is sent any more"});
    const auto text = mail_text(mail);
    if (!text) return std::unexpected(MailFault{MailFaultKind::bad_mail, text.error()});
    Giving giving{*text};
    HeaderList receivers;
    machine.prepare(mail, giving, receivers);
    const auto code = machine.easy.perform();
    if (code != CURLE_OK) return std::unexpected(machine.fault_of(code, giving));
    return {};
}

void SmtpClient::end() { machine_->ending = true; }

} // namespace truefill::connectors::web

/// TLS 1.2 and 1.3 by OpenSSL, with the server's certificate. Clients are known by what they send, not by
/// certificates of theirs.
#pragma once

#include "http/transport.h"

#include <expected>
#include <memory>
#include <string>

namespace truefill::http {

class Tls {
public:
    /// PEM files. The sentence says which one cannot be used, and why.
    static std::expected<std::shared_ptr<const Tls>, std::string> load(const std::string& certificate_file,
                                                                       const std::string& key_file);
    ~Tls();
    Tls(const Tls&) = delete;
    Tls& operator=(const Tls&) = delete;

    /// For one connection; begins with the handshake. Must not outlive this.
    std::unique_ptr<Transport> transport(int descriptor) const;

private:
    struct Parts;
    explicit Tls(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace truefill::http

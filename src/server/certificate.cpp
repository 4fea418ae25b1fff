#include "server/certificate.h"

#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <memory>

namespace truefill::server {
namespace {

struct Free {
    void operator()(std::FILE* file) const { std::fclose(file); }
    void operator()(X509* certificate) const { X509_free(certificate); }
};

Time time_of(const ASN1_TIME* at) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(at, &parts) != 1) return {};
    return Time{static_cast<std::int64_t>(timegm(&parts)) * 1'000'000};
}

} // namespace

std::expected<CertificateDates, std::string> certificate_dates(const std::string& file) {
    const std::unique_ptr<std::FILE, Free> opened{std::fopen(file.c_str(), "rb")};
    if (!opened) return std::unexpected(file + " cannot be read: " + std::strerror(errno) + ".");
    const std::unique_ptr<X509, Free> certificate{PEM_read_X509(opened.get(), nullptr, nullptr, nullptr)};
    if (!certificate) return std::unexpected(file + " does not begin with a certificate in PEM.");
    return CertificateDates{time_of(X509_get0_notBefore(certificate.get())),
                            time_of(X509_get0_notAfter(certificate.get()))};
}

} // namespace truefill::server

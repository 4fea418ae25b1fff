/// Until when a certificate is good: for the doctor and for the metrics.
#pragma once

#include "base/time.h"

#include <expected>
#include <string>

namespace truefill::server {

struct CertificateDates {
    Time from, until;
};
/// Of the first certificate of a PEM file; the sentence says why it cannot be read.
std::expected<CertificateDates, std::string> certificate_dates(const std::string& file);

} // namespace truefill::server

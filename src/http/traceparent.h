/// W3C Trace Context, the header traceparent: "00-<32 hex>-<16 hex>-<2 hex>".
#pragma once

#include <string>
#include <string_view>

namespace truefill::http {

/// Lower-case hex digits, neither the trace nor the parent all zeros, and no version ff. A later version than
/// 00 may be longer; what follows is its own business.
bool is_traceparent(std::string_view text);

/// A new trace, sampled, from a generator of this thread. Names things; is not a secret.
std::string new_traceparent();

} // namespace truefill::http

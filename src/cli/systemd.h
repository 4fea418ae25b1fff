/// What the service manager wants to know, over the socket that it names in NOTIFY_SOCKET (sd_notify(3)).
/// Without the variable nothing happens.
#pragma once

#include <string_view>

namespace truefill::cli {

/// "READY=1", "STOPPING=1".
void tell_systemd(std::string_view state);

} // namespace truefill::cli

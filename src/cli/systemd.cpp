#include "cli/systemd.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace truefill::cli {

void tell_systemd(std::string_view state) {
    const char* named = std::getenv("NOTIFY_SOCKET");
    const std::string_view path = named ? named : "";
    sockaddr_un to{};
    if (path.size() < 2 || path.size() >= sizeof to.sun_path || (path[0] != '/' && path[0] != '@')) return;
    to.sun_family = AF_UNIX;
    std::ranges::copy(path, to.sun_path);
    if (path[0] == '@') to.sun_path[0] = '\0'; // a name that is no file
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0) return;
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    ::sendto(socket, state.data(), state.size(), MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&to), size);
    ::close(socket);
}

} // namespace truefill::cli

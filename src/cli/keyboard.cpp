#include "cli/keyboard.h"

#include <poll.h>
#include <unistd.h>

namespace truefill::cli {

Keyboard::Keyboard() {
    // In the background a change of the terminal would stop the program.
    if (::isatty(STDIN_FILENO) == 0 || ::tcgetpgrp(STDIN_FILENO) != ::getpgrp()) return;
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    auto raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    on_ = ::tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0;
}

Keyboard::~Keyboard() {
    if (on_) ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
}

std::optional<char> Keyboard::key() const {
    pollfd waiting{STDIN_FILENO, POLLIN, 0};
    char pressed = 0;
    if (!on_ || ::poll(&waiting, 1, 0) != 1 || (waiting.revents & POLLIN) == 0) return std::nullopt;
    return ::read(STDIN_FILENO, &pressed, 1) == 1 ? std::optional{pressed} : std::nullopt;
}

} // namespace truefill::cli

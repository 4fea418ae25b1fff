/// Single keys from a terminal, without Enter, as long as this lives. When stdin is none, there are no keys.
#pragma once

#include <termios.h>

#include <optional>

namespace truefill::cli {

class Keyboard {
public:
    Keyboard();
    ~Keyboard();
    Keyboard(const Keyboard&) = delete;
    Keyboard& operator=(const Keyboard&) = delete;

    bool is_there() const { return on_; }
    /// The next key that was pressed; does not wait.
    std::optional<char> key() const;

private:
    bool on_ = false;
    termios before_{};
};

} // namespace truefill::cli

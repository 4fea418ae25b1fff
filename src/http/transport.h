/// Bytes over a socket, as they are or in TLS: never waits, says what to wait for instead.
#pragma once

#include "http/output.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace truefill::http {

enum class Moved : std::uint8_t {
    some,       ///< bytes were read or written
    wait_read,  ///< when the socket is readable
    wait_write, ///< when it is writable
    ended,      ///< the client sends no more, or the connection broke
};

struct Transfer {
    Moved moved{};
    std::size_t bytes = 0;
};

class Transport {
public:
    virtual ~Transport() = default;
    virtual Transfer read(std::span<char> into) = 0;
    /// As much as goes at once, in one call where the system can.
    virtual Transfer write(const Output& output) = 0;
    /// We send no more; the client sees the end after the last byte.
    virtual void finish() = 0;
    /// Bytes that came are held here: read again before waiting.
    virtual bool holds_bytes() const { return false; }
    /// The two sides still agree on how to talk; nothing can be sent yet.
    virtual bool is_opening() const { return false; }
};

std::unique_ptr<Transport> plain_transport(int descriptor);

} // namespace truefill::http

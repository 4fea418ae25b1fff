#include "http/transport.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

namespace truefill::http {

namespace {

Transfer moved(ssize_t result, Moved wait) {
    if (result > 0) return {Moved::some, static_cast<std::size_t>(result)};
    if (result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) return {wait};
    return {Moved::ended};
}

class PlainTransport final : public Transport {
public:
    explicit PlainTransport(int descriptor) : descriptor_{descriptor} {}

    Transfer read(std::span<char> into) override {
        return moved(::recv(descriptor_, into.data(), into.size(), 0), Moved::wait_read);
    }

    Transfer write(const Output& output) override {
        std::array<iovec, 16> parts{};
        const std::size_t count = std::min(parts.size(), output.pieces());
        for (std::size_t at = 0; at < count; ++at) {
            const std::string_view piece = output.piece(at);
            parts[at] = {.iov_base = const_cast<char*>(piece.data()), .iov_len = piece.size()};
        }
        msghdr message{};
        message.msg_iov = parts.data();
        message.msg_iovlen = count;
        return moved(::sendmsg(descriptor_, &message, MSG_NOSIGNAL), Moved::wait_write);
    }

    void finish() override { ::shutdown(descriptor_, SHUT_WR); }

private:
    int descriptor_;
};

} // namespace

std::unique_ptr<Transport> plain_transport(int descriptor) {
    return std::make_unique<PlainTransport>(descriptor);
}

} // namespace truefill::http

/// A server for tests, and a client on a plain blocking socket that sends what it is told, byte for byte.
#pragma once

#include "http/http.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <charconv>
#include <string>
#include <string_view>

namespace truefill::http {

/// Each test sets the limits that it is about.
inline Options quick_options() { return {.port = 0, .threads = 2}; }

struct Running {
    explicit Running(Router router, Options options = quick_options())
        : server{std::move(options), std::move(router)} {
        REQUIRE(server.start().value_or("") == "");
    }
    Server server;
};

struct Answer {
    int status = 0;
    std::string head; ///< names in lower case are looked up with `header`
    std::string body;

    std::string header(std::string_view name) const {
        const std::string line = "\r\n" + std::string{name} + ": ";
        const std::size_t at = head.find(line);
        if (at == std::string::npos) return {};
        const std::size_t begin = at + line.size();
        return head.substr(begin, head.find("\r\n", begin) - begin);
    }
};

class Client {
public:
    explicit Client(std::uint16_t port, int receive_buffer = 0)
        : descriptor_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
        REQUIRE(descriptor_ >= 0);
        if (receive_buffer > 0) {
            ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        }
        const timeval patience{.tv_sec = 20, .tv_usec = 0}; // a hanging test fails instead
        ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(port)};
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }
    ~Client() { ::close(descriptor_); }
    Client(const Client&) = delete;

    /// False when the server does not take it all.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    /// Whether an answer, or the end, waits to be read.
    bool has_bytes() {
        char byte = 0;
        return ::recv(descriptor_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0;
    }
    void send_no_more() { ::shutdown(descriptor_, SHUT_WR); }

    /// Reads one answer. Status 0: the connection ended before, or nothing came in time.
    Answer read(bool is_head = false) {
        Answer answer;
        while (!buffer_.contains("\r\n\r\n")) {
            if (!receive()) return answer;
        }
        const std::size_t end = buffer_.find("\r\n\r\n") + 2;
        answer.head = buffer_.substr(0, end);
        buffer_.erase(0, end + 2);
        if (answer.head.starts_with("HTTP/1.1 ")) {
            std::from_chars(answer.head.data() + 9, answer.head.data() + 12, answer.status);
        }
        if (is_head) return answer;
        if (answer.header("Transfer-Encoding") == "chunked") {
            read_chunks(answer);
        } else if (const std::string length = answer.header("Content-Length"); !length.empty()) {
            answer.body = take(std::stoul(length));
        }
        return answer;
    }

    /// A request without a body, and its answer.
    Answer get(std::string_view target) { return ask("GET", target); }
    Answer ask(std::string_view method, std::string_view target) {
        send(std::string{method} + " " + std::string{target} + " HTTP/1.1\r\nHost: here\r\n\r\n");
        return read(method == "HEAD");
    }
    Answer post(std::string_view target, std::string_view body) {
        send("POST " + std::string{target} + " HTTP/1.1\r\nHost: here\r\nContent-Length: " +
             std::to_string(body.size()) + "\r\n\r\n" + std::string{body});
        return read();
    }

    /// Whether the server ends the connection; what it still sends is kept.
    bool is_ended() {
        while (receive()) {}
        return is_ended_;
    }
    const std::string& rest() const { return buffer_; }
    /// Some bytes more; false at the end.
    bool receive() {
        char bytes[16 << 10];
        const ssize_t got = ::recv(descriptor_, bytes, sizeof bytes, 0);
        is_ended_ = got == 0 || (got < 0 && errno == ECONNRESET);
        if (got > 0) buffer_.append(bytes, static_cast<std::size_t>(got));
        return got > 0;
    }

private:
    std::string take(std::size_t size) {
        while (buffer_.size() < size && receive()) {}
        const std::string taken = buffer_.substr(0, size);
        buffer_.erase(0, size);
        return taken;
    }
    void read_chunks(Answer& answer) {
        for (;;) {
            while (!buffer_.contains("\r\n") && receive()) {}
            const std::size_t size = std::stoul("0" + buffer_.substr(0, buffer_.find("\r\n")), nullptr, 16);
            take(buffer_.find("\r\n") + 2);
            const std::string chunk = take(size);
            take(2);
            if (size == 0 || chunk.size() < size) return;
            answer.body += chunk;
        }
    }

    int descriptor_;
    std::string buffer_;
    bool is_ended_ = false;
};

} // namespace truefill::http

/// A tiny listener on 127.0.0.1 for the tests of this room: each connection is handed to a function, on a
/// thread of its own, one after the other.
#pragma once

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace truefill::connectors::web {

class Line {
public:
    explicit Line(int descriptor) : descriptor_{descriptor} {}
    ~Line() { ::close(descriptor_); }
    Line(const Line&) = delete;

    void say(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    /// Through the mark; what came so far when the connection ends before.
    std::string hear_to(std::string_view mark) {
        while (true) {
            const auto at = heard_.find(mark);
            if (at != std::string::npos) return take(at + mark.size());
            if (!more()) return take(heard_.size());
        }
    }
    std::string hear(std::size_t bytes) {
        while (heard_.size() < bytes && more()) {}
        return take(std::min(bytes, heard_.size()));
    }
    /// A request of HTTP with its body; empty when the client is gone.
    std::string hear_request() {
        auto request = hear_to("\r\n\r\n");
        constexpr std::string_view length = "Content-Length: ";
        if (const auto at = request.find(length); at != std::string::npos)
            request += hear(std::stoul(request.substr(at + length.size())));
        return request;
    }

private:
    bool more() {
        char buffer[4096];
        const auto got = ::recv(descriptor_, buffer, sizeof buffer, 0);
        if (got <= 0) return false;
        heard_.append(buffer, static_cast<std::size_t>(got));
        return true;
    }
    std::string take(std::size_t bytes) {
        auto taken = heard_.substr(0, bytes);
        heard_.erase(0, bytes);
        return taken;
    }

    int descriptor_;
    std::string heard_;
};

class Listener {
public:
    explicit Listener(std::function<void(Line&)> serve) : serve_{std::move(serve)} {
        descriptor_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        REQUIRE(descriptor_ >= 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::bind(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        socklen_t size = sizeof address;
        REQUIRE(::getsockname(descriptor_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        port_ = ntohs(address.sin_port);
        REQUIRE(::listen(descriptor_, 16) == 0);
        thread_ = std::thread{[this] { run(); }};
    }
    ~Listener() {
        ::shutdown(descriptor_, SHUT_RDWR); // wakes accept
        thread_.join();
        ::close(descriptor_);
    }
    Listener(const Listener&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::string url(std::string_view path = "/") const {
        return "http://127.0.0.1:" + std::to_string(port_) + std::string{path};
    }
    [[nodiscard]] int connections() const { return connections_; }

private:
    void run() {
        while (true) {
            const int accepted = ::accept4(descriptor_, nullptr, nullptr, SOCK_CLOEXEC);
            if (accepted < 0) return;
            const timeval patience{.tv_sec = 20, .tv_usec = 0}; // a hanging test ends
            ::setsockopt(accepted, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
            ++connections_;
            Line line{accepted};
            serve_(line);
        }
    }

    std::function<void(Line&)> serve_;
    int descriptor_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<int> connections_{0};
    std::thread thread_;
};

} // namespace truefill::connectors::web

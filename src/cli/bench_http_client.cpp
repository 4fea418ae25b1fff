#include "cli/bench_http_client.h"

#include "cli/failure.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

namespace truefill::cli {
namespace {

constexpr std::size_t room_bytes = std::size_t{128} << 10;

[[noreturn]] void fail_to(std::string_view what) {
    fail(exit_bad_journal, "bench_server_gone",
         fmt::format("the server cannot be {}: {}", what, std::strerror(errno)));
}

std::size_t number_after(std::string_view head, std::string_view name) {
    const auto at = head.find(name);
    std::size_t number = 0;
    if (at == std::string_view::npos) return number;
    const char* begin = head.data() + at + name.size();
    std::from_chars(begin, head.data() + head.size(), number);
    return number;
}

} // namespace

HttpConnection::HttpConnection(std::uint16_t port)
    : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (socket_ < 0 || ::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
        fail_to("reached");
    const int yes = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

HttpConnection::~HttpConnection() {
    if (socket_ >= 0) ::close(socket_);
}

HttpConnection::HttpConnection(HttpConnection&& other) noexcept
    : socket_{std::exchange(other.socket_, -1)}, in_{std::move(other.in_)}, size_{other.size_} {}

void HttpConnection::send(std::string_view request) {
    while (!request.empty()) {
        const auto sent = ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) fail_to("written to");
        request.remove_prefix(static_cast<std::size_t>(sent));
    }
}

std::size_t HttpConnection::read_some(bool wait) {
    if (in_.size() < size_ + room_bytes) in_.resize(size_ + room_bytes);
    for (;;) {
        const auto got = ::recv(socket_, in_.data() + size_, in_.size() - size_, wait ? 0 : MSG_DONTWAIT);
        if (got > 0) {
            size_ += static_cast<std::size_t>(got);
            return static_cast<std::size_t>(got);
        }
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) && !wait) return 0;
        fail_to("read from");
    }
}

std::string_view HttpConnection::receive() {
    size_ = 0;
    const auto got = read_some(true);
    return {in_.data(), got};
}

bool HttpConnection::complete() {
    const std::string_view text{in_.data(), size_};
    const auto end = text.find("\r\n\r\n");
    if (end == std::string_view::npos) return false;
    const auto head = text.substr(0, end);
    const auto length = number_after(head, "Content-Length: ");
    if (size_ < end + 4 + length) return false;
    reply_.status = static_cast<int>(number_after(head, "HTTP/1.1 "));
    reply_.body = text.substr(end + 4, length);
    return true;
}

bool HttpConnection::take_in() {
    read_some(false);
    return complete();
}

Reply HttpConnection::ask(std::string_view request) {
    size_ = 0;
    send(request);
    do read_some(true);
    while (!complete());
    return reply_;
}

double percentile(std::vector<double> values, int hundredths) {
    if (values.empty()) return 0;
    const auto at = std::min(values.size() - 1, values.size() * static_cast<std::size_t>(hundredths) / 100);
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(at));
    return values[at];
}

namespace {

/// Connections of one thread. Idle ones wait for the next request; the others for their answers.
class Crowd {
public:
    explicit Crowd(const Load& load) : load_{load}, epoll_{::epoll_create1(EPOLL_CLOEXEC)} {
        waits_.reserve(load.count);
        for (std::size_t i = 0; i < load.connections; ++i) {
            auto& peer = peers_.emplace_back(HttpConnection{load.port});
            epoll_event event{EPOLLIN, {.u64 = i}};
            ::epoll_ctl(epoll_, EPOLL_CTL_ADD, peer.connection.socket(), &event);
            idle_.push_back(i);
        }
    }
    ~Crowd() { ::close(epoll_); }
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    LoadResult run() {
        start_ = Wall::now();
        while (answered_ < load_.count) {
            send_what_is_due();
            wait();
        }
        LoadResult result{seconds_since(start_),  0,    percentile(waits_, 50),
                          percentile(waits_, 99), bad_, bad_text_};
        result.per_s = static_cast<double>(load_.count) / result.seconds;
        return result;
    }

private:
    struct Peer {
        explicit Peer(HttpConnection made) : connection{std::move(made)} {}
        HttpConnection connection;
        Sent sent;
    };

    /// At a fixed rate the time of each request is known before; else it is now.
    Wall::time_point due(std::size_t index) const {
        if (load_.per_s <= 0) return Wall::now();
        return start_ + std::chrono::duration_cast<Wall::duration>(
                            std::chrono::duration<double>{static_cast<double>(index) / load_.per_s});
    }

    void send_what_is_due() {
        while (!idle_.empty() && next_ < load_.count) {
            const auto at = due(next_);
            if (load_.per_s > 0 && at > Wall::now()) return;
            auto& peer = peers_[idle_.back()];
            idle_.pop_back();
            peer.sent = {next_, at, {}};
            peer.connection.send((*load_.requests)[next_ % load_.requests->size()]);
            ++next_;
        }
    }

    void wait() {
        constexpr int at_once = 64;
        epoll_event events[at_once];
        timespec most{1, 0};
        if (load_.per_s > 0 && next_ < load_.count && !idle_.empty()) {
            const auto left = std::max(due(next_) - Wall::now(), Wall::duration::zero());
            most = {0, std::min<long>(std::chrono::nanoseconds{left}.count(), 999'999'999)};
        }
        const int ready = ::epoll_pwait2(epoll_, events, at_once, &most, nullptr);
        for (int i = 0; i < ready; ++i) {
            const auto index = static_cast<std::size_t>(events[i].data.u64);
            if (peers_[index].connection.take_in()) end(index);
        }
    }

    void end(std::size_t index) {
        auto& peer = peers_[index];
        peer.sent.reply = peer.connection.reply();
        waits_.push_back(std::chrono::duration<double, std::milli>(Wall::now() - peer.sent.at).count());
        if (!load_.answered(peer.sent)) {
            if (bad_++ == 0) bad_text_ = std::string{peer.sent.reply.body.substr(0, 300)};
        }
        peer.connection.forget();
        ++answered_;
        idle_.push_back(index);
    }

    const Load& load_;
    int epoll_;
    std::vector<Peer> peers_;
    std::vector<std::size_t> idle_;
    std::vector<double> waits_;
    Wall::time_point start_;
    std::size_t next_ = 0, answered_ = 0, bad_ = 0;
    std::string bad_text_;
};

} // namespace

LoadResult run_load(const Load& load) { return Crowd{load}.run(); }

} // namespace truefill::cli

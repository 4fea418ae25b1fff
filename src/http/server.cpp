#include "http/event_loop.h"
#include "http/http.h"
#include "http/worker.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <expected>
#include <future>
#include <thread>
#include <utility>

namespace truefill::http {

namespace {

struct Address {
    sockaddr_storage bytes{};
    socklen_t size = 0;

    sockaddr* get() { return reinterpret_cast<sockaddr*>(&bytes); }
};

std::optional<Address> address_of(const Options& options) {
    Address address;
    auto& v4 = reinterpret_cast<sockaddr_in&>(address.bytes);
    if (::inet_pton(AF_INET, options.address.c_str(), &v4.sin_addr) == 1) {
        v4.sin_family = AF_INET;
        v4.sin_port = htons(options.port);
        address.size = sizeof v4;
        return address;
    }
    auto& v6 = reinterpret_cast<sockaddr_in6&>(address.bytes);
    if (::inet_pton(AF_INET6, options.address.c_str(), &v6.sin6_addr) == 1) {
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(options.port);
        address.size = sizeof v6;
        return address;
    }
    return std::nullopt;
}

std::uint16_t port_of(const Address& address) {
    if (address.bytes.ss_family == AF_INET) {
        return ntohs(reinterpret_cast<const sockaddr_in&>(address.bytes).sin_port);
    }
    return ntohs(reinterpret_cast<const sockaddr_in6&>(address.bytes).sin6_port);
}

/// "192.0.2.1", "2001:db8::1"; an IPv4 client of an IPv6 socket is shown as IPv4.
std::string text_of(const Address& address) {
    char text[INET6_ADDRSTRLEN] = "";
    if (address.bytes.ss_family == AF_INET) {
        const auto& v4 = reinterpret_cast<const sockaddr_in&>(address.bytes);
        ::inet_ntop(AF_INET, &v4.sin_addr, text, sizeof text);
        return text;
    }
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(address.bytes);
    ::inet_ntop(AF_INET6, &v6.sin6_addr, text, sizeof text);
    const std::string_view shown{text};
    constexpr std::string_view mapped = "::ffff:";
    return std::string{shown.starts_with(mapped) ? shown.substr(mapped.size()) : shown};
}

std::string why_not(const Options& options, int error) {
    switch (error) {
    case EADDRINUSE:
        return fmt::format("Port {} on {} is taken by another program.", options.port, options.address);
    case EADDRNOTAVAIL: return fmt::format("This machine has no address {}.", options.address);
    case EACCES: return fmt::format("Port {} needs more rights than this user has.", options.port);
    case EAFNOSUPPORT: return fmt::format("This machine does not speak the protocol of {}.", options.address);
    default:
        return fmt::format("Cannot listen on {}, port {}: {}.", options.address, options.port,
                           std::strerror(error));
    }
}

std::expected<int, std::string> listen_on(const Options& options, Address address) {
    const int descriptor = ::socket(address.bytes.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return std::unexpected{why_not(options, errno)};
    const int on = 1;
    const int off = 0;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (address.bytes.ss_family == AF_INET6) {
        ::setsockopt(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    }
    if (::bind(descriptor, address.get(), address.size) < 0 || ::listen(descriptor, SOMAXCONN) < 0) {
        const int error = errno;
        ::close(descriptor);
        return std::unexpected{why_not(options, error)};
    }
    return descriptor;
}

/// Signals are the main thread's business, but for those that tell a thread of its own mistakes. A client
/// that is gone must not end the program either (SIGPIPE).
sigset_t block_signals() {
    sigset_t blocked;
    sigset_t before;
    sigfillset(&blocked);
    for (const int mistake : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP})
        sigdelset(&blocked, mistake);
    pthread_sigmask(SIG_SETMASK, &blocked, &before);
    return before;
}

/// Takes new connections on the first worker's thread and deals them out.
class Door final : public SocketOwner {
public:
    Door(int descriptor, std::vector<std::shared_ptr<Worker>>& workers)
        : workers_{workers}, socket_{workers.front()->loop(), descriptor, *this} {
        socket_.await_readable();
    }
    ~Door() {
        if (spare_ >= 0) ::close(spare_);
    }
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;

    void on_readable() override {
        // So many at a time, so that those who are inside are served in between.
        for (int taken = 0; taken < 64; ++taken) {
            Address address;
            address.size = sizeof address.bytes;
            const int client =
                ::accept4(socket_.descriptor(), address.get(), &address.size, SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (client >= 0) {
                let_in(client, text_of(address));
            } else if (errno != ECONNABORTED && errno != EINTR) {
                if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) make_room();
                break;
            }
        }
        socket_.await_readable();
    }

    void on_writable() override {}

private:
    void let_in(int client, std::string peer) {
        Edge& edge = workers_.front()->edge();
        if (edge.connections >= edge.options.connections_max + Edge::over_cap) {
            turn_away(client);
            return;
        }
        ++edge.connections;
        const int on = 1;
        ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        Worker& worker = *workers_[next_++ % workers_.size()];
        worker.loop().post([&worker, client, peer = std::move(peer)] { worker.open(client, peer); });
    }

    static void turn_away(int client) {
        constexpr std::string_view busy =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n"
            "Connection: close\r\n\r\n";
        [[maybe_unused]] const auto sent =
            ::send(client, busy.data(), busy.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        ::close(client);
    }

    /// The system gives no more descriptors: the spare one is for telling so, and idle connections make room.
    void make_room() {
        for (const auto& worker : workers_) {
            worker->loop().post([&worker = *worker] { worker.close_longest_in(Phase::idle); });
        }
        if (spare_ >= 0) ::close(spare_);
        const int client = ::accept4(socket_.descriptor(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (client >= 0) turn_away(client);
        spare_ = open_spare();
    }

    static int open_spare() { return ::open("/dev/null", O_RDONLY | O_CLOEXEC); }

    std::vector<std::shared_ptr<Worker>>& workers_;
    Socket socket_;
    int spare_ = open_spare();
    std::size_t next_ = 0;
};

} // namespace

struct Server::Machine {
    std::shared_ptr<Edge> edge;
    std::vector<std::shared_ptr<Worker>> workers{};
    std::vector<std::thread> threads{};
    std::optional<Door> door{};
    std::uint16_t port = 0;
};

Server::Server(Options options, Router router) : machine_{std::make_unique<Machine>()} {
    machine_->edge = std::make_shared<Edge>();
    machine_->port = options.port;
    machine_->edge->options = std::move(options);
    machine_->edge->table = std::move(router.table_);
}

Server::~Server() { stop(std::chrono::milliseconds{0}); }

std::uint16_t Server::port() const { return machine_->port; }
std::size_t Server::bodies_bytes() const { return machine_->edge->bodies_bytes; }
std::size_t Server::connections() const { return machine_->edge->connections; }

std::optional<std::string> Server::start() {
    const Options& options = machine_->edge->options;
    std::optional<Address> address = address_of(options);
    if (!address) return fmt::format("\"{}\" is not an IP address.", options.address);
    if (!options.certificate_file.empty()) {
        auto tls = Tls::load(options.certificate_file, options.key_file);
        if (!tls) return tls.error();
        machine_->edge->tls = std::move(*tls);
    }
    const std::expected<int, std::string> descriptor = listen_on(options, *address);
    if (!descriptor) return descriptor.error();
    address->size = sizeof address->bytes;
    ::getsockname(*descriptor, address->get(), &address->size);
    machine_->port = port_of(*address);

    for (int thread = 0; thread < std::max(1, options.threads); ++thread) {
        machine_->workers.push_back(std::make_shared<Worker>(machine_->edge));
    }
    machine_->door.emplace(*descriptor, machine_->workers);
    const sigset_t before = block_signals();
    for (const auto& worker : machine_->workers) {
        machine_->threads.emplace_back([worker] { worker->loop().run(); });
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return std::nullopt;
}

void Server::stop(std::chrono::milliseconds grace) {
    Machine& machine = *machine_;
    if (machine.threads.empty()) return;
    std::promise<void> shut; // once it is, nothing is dealt out any more
    machine.workers.front()->loop().post([&machine, &shut] {
        machine.door.reset();
        shut.set_value();
    });
    shut.get_future().wait();
    for (const auto& worker : machine.workers) worker->loop().post([worker] { worker->drain(); });
    {
        Edge& edge = *machine.edge;
        std::unique_lock lock{edge.mutex};
        edge.none_left.wait_for(lock, grace, [&] { return edge.connections == 0; });
    }
    for (const auto& worker : machine.workers) {
        worker->loop().post([worker] { worker->close_all(); });
        worker->loop().finish();
    }
    for (std::thread& thread : machine.threads) thread.join();
    machine.threads.clear();
}

} // namespace truefill::http

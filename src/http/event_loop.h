/// One thread's loop over sockets, a timer and work that other threads post. Hides Asio, of which only this
/// much is used: sockets tell when they are ready, and reading and writing are plain system calls. So an idle
/// connection owns no buffer, and TLS needs no other code path.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace truefill::http {

class EventLoop {
public:
    EventLoop();
    ~EventLoop();
    EventLoop(const EventLoop&) = delete;
    EventLoop& operator=(const EventLoop&) = delete;

    /// Returns after `finish`, once no socket and no timer waits any more.
    void run();
    void finish();
    /// From any thread. Work that is posted after the end of `run` is not done, and destroyed with the loop:
    /// it must not own what owns the loop.
    void post(std::function<void()> work);
    bool is_this_thread() const;

    /// One timer. A later call replaces the earlier one; `cancel_wake` before `finish`.
    void wake_at(std::chrono::steady_clock::time_point when, std::function<void()> work);
    void cancel_wake();

private:
    friend class Socket;
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// Hears when a socket is ready. On the loop's thread.
class SocketOwner {
public:
    virtual void on_readable() = 0;
    virtual void on_writable() = 0;

protected:
    ~SocketOwner() = default;
};

/// Owns a non-blocking file descriptor. To be used on the loop's thread. Nothing is told after it is
/// destroyed.
class Socket {
public:
    Socket(EventLoop& loop, int descriptor, SocketOwner& owner);
    ~Socket();
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    int descriptor() const;
    /// Told once, also of an error or the end. Asked again while it waits: nothing changes.
    void await_readable();
    void await_writable();

private:
    struct Core;
    std::shared_ptr<Core> core_;
};

} // namespace truefill::http

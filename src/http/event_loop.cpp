#include "http/event_loop.h"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <boost/asio/post.hpp>

#include <optional>
#include <utility>

namespace truefill::http {

namespace asio = boost::asio;
using Executor = asio::io_context::executor_type;

struct EventLoop::Parts {
    asio::io_context context{1};
    std::optional<asio::executor_work_guard<Executor>> guard{std::in_place, context.get_executor()};
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>,
                               Executor>
        timer{context.get_executor()};
};

EventLoop::EventLoop() : parts_{std::make_unique<Parts>()} {}
EventLoop::~EventLoop() = default;

void EventLoop::run() { parts_->context.run(); }

void EventLoop::finish() {
    asio::post(parts_->context, [parts = parts_.get()] { parts->guard.reset(); });
}

void EventLoop::post(std::function<void()> work) { asio::post(parts_->context, std::move(work)); }

bool EventLoop::is_this_thread() const { return parts_->context.get_executor().running_in_this_thread(); }

void EventLoop::wake_at(std::chrono::steady_clock::time_point when, std::function<void()> work) {
    parts_->timer.expires_at(when);
    parts_->timer.async_wait([work = std::move(work)](const boost::system::error_code& error) {
        if (!error) work();
    });
}

void EventLoop::cancel_wake() { parts_->timer.cancel(); }

struct Socket::Core {
    asio::posix::basic_stream_descriptor<Executor> descriptor;
    SocketOwner* owner;
    bool reads = false;
    bool writes = false;
};

Socket::Socket(EventLoop& loop, int descriptor, SocketOwner& owner)
    : core_{std::make_shared<Core>(
          Core{.descriptor = asio::posix::basic_stream_descriptor<Executor>{loop.parts_->context, descriptor},
               .owner = &owner})} {}

Socket::~Socket() {
    core_->owner = nullptr;
    boost::system::error_code ignored;
    core_->descriptor.close(ignored);
}

int Socket::descriptor() const { return core_->descriptor.native_handle(); }

void Socket::await_readable() {
    if (std::exchange(core_->reads, true)) return;
    core_->descriptor.async_wait(asio::posix::descriptor_base::wait_read,
                                 [core = core_](const boost::system::error_code&) {
                                     core->reads = false;
                                     if (core->owner) core->owner->on_readable();
                                 });
}

void Socket::await_writable() {
    if (std::exchange(core_->writes, true)) return;
    core_->descriptor.async_wait(asio::posix::descriptor_base::wait_write,
                                 [core = core_](const boost::system::error_code&) {
                                     core->writes = false;
                                     if (core->owner) core->owner->on_writable();
                                 });
}

} // namespace truefill::http

/// What a stream's writers and its connection share. Writers add on any thread; the connection takes on its
/// own.
#pragma once

#include "http/exchange.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace truefill::http {

class StreamCore {
public:
    /// `wake` is called on a writer's thread when there is something for the connection to do.
    StreamCore(std::size_t bytes_max, std::function<void()> wake);

    // For the writers, from any thread.
    bool write(std::string bytes);
    std::size_t room() const;
    void end();
    /// Nobody will write any more.
    void dropped();
    void on_closed(std::function<void()> told);
    void on_room(std::function<void()> told);

    // For the connection, on its thread.
    struct Taken {
        std::string bytes;
        bool is_ended = false;
        bool is_broken = false; ///< dropped without an end, or too slow: the connection is to end
    };
    Taken take();
    /// So many of the bytes taken are not yet with the client.
    void left(std::size_t bytes);
    void close();

private:
    bool is_full() const { return waiting_.size() + left_ >= bytes_max_; }
    void wake(std::unique_lock<std::mutex>& lock);

    const std::size_t bytes_max_;
    const std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::string waiting_;
    std::size_t left_ = 0;
    bool is_woken_ = false;
    bool was_full_ = false;
    bool is_ended_ = false;
    bool is_broken_ = false;
    bool is_closed_ = false;
    std::function<void()> closed_;
    std::function<void()> roomy_;
};

/// The handler's end of it.
std::shared_ptr<Stream> stream_of(std::shared_ptr<StreamCore> core);

} // namespace truefill::http

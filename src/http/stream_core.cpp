#include "http/stream_core.h"

#include <utility>

namespace truefill::http {

namespace {

class OpenStream final : public Stream {
public:
    explicit OpenStream(std::shared_ptr<StreamCore> core) : core_{std::move(core)} {}
    ~OpenStream() override { core_->dropped(); }
    OpenStream(const OpenStream&) = delete;
    OpenStream& operator=(const OpenStream&) = delete;

    bool write(std::string bytes) override { return core_->write(std::move(bytes)); }
    std::size_t room() const override { return core_->room(); }
    void end() override { core_->end(); }
    void on_closed(std::function<void()> told) override { core_->on_closed(std::move(told)); }
    void on_room(std::function<void()> told) override { core_->on_room(std::move(told)); }

private:
    std::shared_ptr<StreamCore> core_;
};

} // namespace

StreamCore::StreamCore(std::size_t bytes_max, std::function<void()> wake)
    : bytes_max_{bytes_max}, wake_{std::move(wake)} {}

/// Once until the connection has looked. Called with the lock, which is free afterwards.
void StreamCore::wake(std::unique_lock<std::mutex>& lock) {
    const bool is_first = !std::exchange(is_woken_, true);
    lock.unlock();
    if (is_first) wake_();
}

bool StreamCore::write(std::string bytes) {
    std::unique_lock lock{mutex_};
    if (is_closed_ || is_ended_ || is_broken_) return false;
    if (bytes.empty()) return true; // an empty chunk would be the end
    if (is_full()) {
        is_broken_ = true;
        wake(lock);
        return false;
    }
    if (waiting_.empty()) {
        waiting_ = std::move(bytes);
    } else {
        waiting_ += bytes;
    }
    was_full_ = is_full();
    wake(lock);
    return true;
}

std::size_t StreamCore::room() const {
    const std::lock_guard lock{mutex_};
    if (is_closed_ || is_ended_ || is_broken_ || is_full()) return 0;
    return bytes_max_ - waiting_.size() - left_;
}

void StreamCore::end() {
    std::unique_lock lock{mutex_};
    if (is_closed_ || is_ended_ || is_broken_) return;
    is_ended_ = true;
    wake(lock);
}

void StreamCore::dropped() {
    std::unique_lock lock{mutex_};
    if (is_closed_ || is_ended_ || is_broken_) return;
    is_broken_ = true;
    wake(lock);
}

void StreamCore::on_closed(std::function<void()> told) {
    std::unique_lock lock{mutex_};
    if (!is_closed_) {
        closed_ = std::move(told);
        return;
    }
    lock.unlock();
    told();
}

void StreamCore::on_room(std::function<void()> told) {
    const std::lock_guard lock{mutex_};
    if (!is_closed_) roomy_ = std::move(told);
}

StreamCore::Taken StreamCore::take() {
    const std::lock_guard lock{mutex_};
    is_woken_ = false;
    left_ += waiting_.size();
    return {.bytes = std::exchange(waiting_, {}), .is_ended = is_ended_, .is_broken = is_broken_};
}

void StreamCore::left(std::size_t bytes) {
    std::function<void()> told;
    {
        const std::lock_guard lock{mutex_};
        left_ = bytes;
        if (!was_full_ || waiting_.size() + left_ > bytes_max_ / 2) return;
        was_full_ = false;
        told = roomy_;
    }
    if (told) told();
}

void StreamCore::close() {
    std::function<void()> told;
    std::function<void()> roomy; // destroyed without the lock: it may own the stream
    {
        const std::lock_guard lock{mutex_};
        if (std::exchange(is_closed_, true)) return;
        waiting_.clear();
        told = std::exchange(closed_, {});
        roomy = std::exchange(roomy_, {});
    }
    if (told) told();
}

std::shared_ptr<Stream> stream_of(std::shared_ptr<StreamCore> core) {
    return std::make_shared<OpenStream>(std::move(core));
}

} // namespace truefill::http

#include "http/open_exchange.h"

#include "http/connection.h"
#include "http/problem.h"
#include "http/stream_core.h"
#include "http/worker.h"

#include <poll.h>

#include <utility>

namespace truefill::http {

namespace {

/// Now when this is the connection's thread, otherwise soon. Work that waits does not own the connection, see
/// EventLoop::post.
template <class Work>
void on_thread(Worker& worker, const std::weak_ptr<Connection>& connection, Work work) {
    if (worker.loop().is_this_thread()) {
        if (const auto here = connection.lock()) work(*here);
        return;
    }
    worker.loop().post([connection, work = std::move(work)]() mutable {
        if (const auto here = connection.lock()) work(*here);
    });
}

} // namespace

/// Looks at the state of the socket and not at its bytes: a request that came early, or the last words of
/// TLS, may stand before the end.
bool Line::is_open() const {
    const std::scoped_lock lock{mutex_};
    if (descriptor_ < 0) return false;
    pollfd asked{.fd = descriptor_, .events = POLLRDHUP, .revents = 0};
    return ::poll(&asked, 1, 0) <= 0;
}

void Line::close() {
    const std::scoped_lock lock{mutex_};
    descriptor_ = -1;
}

OpenExchange::OpenExchange(std::shared_ptr<Worker> worker, std::weak_ptr<Connection> connection,
                           std::shared_ptr<const Line> line, Request request)
    : worker_{std::move(worker)},
      connection_{std::move(connection)},
      line_{std::move(line)},
      request_{std::move(request)} {}

OpenExchange::~OpenExchange() {
    worker_->edge().bodies_bytes -= counted_;
    if (!is_first_answer()) return;
    Response dropped = http::answer(
        {.status = 500, .detail = "The server gave no answer to this request.", .code = "internal_error"},
        request_);
    on_thread(*worker_, connection_, [response = std::move(dropped)](Connection& connection) mutable {
        connection.answer(std::move(response));
    });
}

bool OpenExchange::count_body() {
    const std::size_t size = request_.body.size();
    const std::size_t added = size - counted_;
    counted_ = size;
    return (worker_->edge().bodies_bytes += added) <= worker_->edge().options.bodies_bytes_max;
}

void OpenExchange::reply(Response response) {
    if (!is_first_answer()) return;
    on_thread(*worker_, connection_, [response = std::move(response)](Connection& connection) mutable {
        connection.answer(std::move(response));
    });
}

std::shared_ptr<Stream> OpenExchange::stream(Response head) {
    auto wake = [worker = worker_, connection = connection_] {
        worker->loop().post([connection] {
            if (const auto here = connection.lock()) here->look_at_stream();
        });
    };
    auto core = std::make_shared<StreamCore>(worker_->edge().options.stream_bytes_max, std::move(wake));
    if (!is_first_answer() || connection_.expired()) {
        core->close();
        return stream_of(std::move(core));
    }
    auto begin = [connection = connection_, head = std::move(head), core]() mutable {
        if (const auto here = connection.lock()) return here->begin_stream(std::move(head), std::move(core));
        core->close();
    };
    if (worker_->loop().is_this_thread()) {
        begin();
    } else {
        worker_->loop().post(std::move(begin));
    }
    return stream_of(std::move(core));
}

} // namespace truefill::http

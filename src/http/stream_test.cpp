// Answers that go on, and the end of the server.
#include "http/http.h"
#include "http/http_fixture.h"

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <thread>

using namespace truefill;
using namespace truefill::http;
using std::chrono::milliseconds;

namespace {

constexpr std::string_view ask = "GET /stream HTTP/1.1\r\nHost: here\r\n\r\n";

/// A server whose one route hands its stream to the test.
struct Streaming {
    explicit Streaming(Options options = quick_options()) : running{router(opened), std::move(options)} {}

    static Router router(std::promise<std::shared_ptr<Stream>>& opened) {
        Router router;
        router.add(Method::get, "/stream", [&opened](const ExchangePtr& exchange) {
            opened.set_value(exchange->stream({.content_type = "text/event-stream", .body = "first"}));
        });
        router.add(Method::get, "/ok", [](const ExchangePtr& exchange) { exchange->reply({.body = "ok"}); });
        return router;
    }
    std::shared_ptr<Stream> stream() { return opened.get_future().get(); }

    std::promise<std::shared_ptr<Stream>> opened;
    Running running;
};

} // namespace

TEST_CASE("a stream goes on from any thread, ends, and the connection takes the next request") {
    Streaming streaming;
    Client client{streaming.running.server.port()};
    client.send(std::string{ask} + "GET /ok HTTP/1.1\r\nHost: here\r\n\r\n"); // the second one waits
    const std::shared_ptr<Stream> stream = streaming.stream();
    std::promise<void> closed;
    stream->on_closed([&] { closed.set_value(); });
    CHECK(stream->room() > 0);
    CHECK(stream->write(" second"));
    CHECK(stream->write(""));
    CHECK(stream->write(" third"));
    stream->end();
    CHECK_FALSE(stream->write("too late"));
    const Answer answer = client.read();
    CHECK(answer.header("Transfer-Encoding") == "chunked");
    CHECK(answer.header("Content-Type") == "text/event-stream");
    CHECK(answer.body == "first second third");
    closed.get_future().wait();
    CHECK(client.read().body == "ok");
}

TEST_CASE("a stream to HTTP/1.0 ends with the connection, one to HEAD has no body") {
    Streaming old;
    Client client{old.running.server.port()};
    client.send("GET /stream HTTP/1.0\r\n\r\n");
    const std::shared_ptr<Stream> stream = old.stream();
    stream->write(" and more");
    stream->end();
    CHECK(client.is_ended());
    CHECK(client.rest().ends_with("\r\n\r\nfirst and more"));

    Streaming head;
    Client looks{head.running.server.port()};
    CHECK(looks.ask("HEAD", "/stream").status == 200);
    std::promise<void> closed;
    const std::shared_ptr<Stream> nobody = head.stream();
    nobody->on_closed([&] { closed.set_value(); });
    closed.get_future().wait();
    CHECK_FALSE(nobody->write("x"));
    CHECK(looks.get("/ok").body == "ok");
}

TEST_CASE("a stream hears that its client is gone") {
    Streaming streaming;
    std::shared_ptr<Stream> stream;
    std::promise<void> closed;
    {
        Client client{streaming.running.server.port()};
        client.send(ask);
        stream = streaming.stream();
        stream->on_closed([&] { closed.set_value(); });
    }
    closed.get_future().wait();
    CHECK_FALSE(stream->write("x"));
    bool is_told_at_once = false;
    stream->on_closed([&] { is_told_at_once = true; });
    CHECK(is_told_at_once);
}

TEST_CASE("a stream that is dropped without its end breaks off") {
    Streaming streaming;
    Client client{streaming.running.server.port()};
    client.send(ask);
    streaming.stream().reset();
    CHECK(client.is_ended());
    CHECK_FALSE(client.rest().ends_with("0\r\n\r\n"));
}

TEST_CASE("a writer who minds the room reaches a slow reader whole") {
    Options options = quick_options();
    options.stream_bytes_max = 64 << 10;
    Streaming streaming{options};
    Client client{streaming.running.server.port(), 8192};
    client.send(ask);
    const std::shared_ptr<Stream> stream = streaming.stream();
    constexpr std::size_t wanted = 20'000'000;
    std::atomic<std::size_t> written{0};
    std::atomic<int> rooms{0};
    const auto fill = [&] {
        while (written < wanted && stream->room() > 0) {
            const std::size_t size = std::min<std::size_t>(7001, wanted - written);
            if (!stream->write(std::string(size, 'x'))) return;
            written += size;
        }
        if (written == wanted) stream->end();
    };
    std::promise<void> stuck;
    stream->on_room([&] {
        if (++rooms == 1) stuck.get_future().wait(); // the filler of before has left
        fill();
    });
    fill();
    CHECK(stream->room() == 0); // nobody reads yet
    const std::size_t before = written;
    CHECK(before < wanted);
    stuck.set_value();
    CHECK(client.read().body.size() == wanted + std::string_view{"first"}.size());
    CHECK(rooms > 0);
}

TEST_CASE("a writer who does not mind the room loses the connection, and the server no memory") {
    Options options = quick_options();
    options.stream_bytes_max = 64 << 10;
    Streaming streaming{options};
    Client client{streaming.running.server.port(), 8192};
    client.send(ask);
    const std::shared_ptr<Stream> stream = streaming.stream();
    std::promise<void> closed;
    stream->on_closed([&] { closed.set_value(); });
    std::size_t written = 0;
    while (stream->write(std::string(10'000, 'x'))) written += 10'000;
    CHECK(written < 100'000'000);
    CHECK(stream->room() == 0);
    closed.get_future().wait();
    CHECK(client.is_ended());
}

TEST_CASE("a stream whose client takes nothing ends after the time to write") {
    Options options = quick_options();
    options.write_time = milliseconds{200};
    Streaming streaming{options};
    Client client{streaming.running.server.port(), 4096};
    client.send(ask);
    const std::shared_ptr<Stream> stream = streaming.stream();
    std::promise<void> closed;
    stream->on_closed([&] { closed.set_value(); });
    const auto fill = [&] {
        while (stream->room() > 0) stream->write(std::string(100'000, 'x'));
    };
    stream->on_room(fill); // what lies in the system's buffers is no concern of the server
    fill();
    closed.get_future().wait();
    CHECK_FALSE(stream->write("x"));
}

TEST_CASE("a stop lets what is under way finish, and takes nothing new") {
    std::promise<ExchangePtr> asked;
    Router router;
    router.add(Method::get, "/slow", [&](const ExchangePtr& exchange) { asked.set_value(exchange); });
    Options options = quick_options();
    options.threads = 1; // so that all hear of the stop at once
    auto running = std::make_unique<Running>(std::move(router), options);
    const std::uint16_t port = running->server.port();
    Client idle{port};
    Client client{port};
    client.send("GET /slow HTTP/1.1\r\nHost: here\r\n\r\n");
    ExchangePtr exchange = asked.get_future().get();
    std::thread stopper{[&] { running->server.stop(std::chrono::minutes{5}); }};
    CHECK(idle.is_ended()); // at once
    exchange->reply({.body = "done"});
    exchange.reset();
    const Answer answer = client.read();
    CHECK(answer.body == "done");
    CHECK(answer.header("Connection") == "close");
    CHECK(client.is_ended());
    stopper.join();
    CHECK(running->server.connections() == 0);
}

TEST_CASE("after the grace everything ends, and late answers go nowhere") {
    std::promise<ExchangePtr> asked;
    Router router;
    router.add(Method::get, "/slow", [&](const ExchangePtr& exchange) { asked.set_value(exchange); });
    auto running = std::make_unique<Running>(std::move(router));
    Client client{running->server.port()};
    client.send("GET /slow HTTP/1.1\r\nHost: here\r\n\r\n");
    ExchangePtr exchange = asked.get_future().get();
    running->server.stop(milliseconds{20});
    CHECK(client.is_ended());
    CHECK(client.rest().empty());
    running.reset();
    exchange->reply({.body = "too late"});
    CHECK_FALSE(exchange->stream({})->write("much too late"));
    CHECK(exchange->request().path == "/slow");
}

TEST_CASE("a server can be destroyed while a stream goes on") {
    auto streaming = std::make_unique<Streaming>();
    Client client{streaming->running.server.port()};
    client.send(ask);
    const std::shared_ptr<Stream> stream = streaming->stream();
    std::promise<void> closed;
    stream->on_closed([&] { closed.set_value(); });
    std::thread writer{[stream] {
        while (stream->write("x")) std::this_thread::yield();
    }};
    streaming.reset();
    closed.get_future().wait();
    writer.join();
    CHECK_FALSE(stream->write("x"));
}

TEST_CASE("says in a sentence why it cannot listen") {
    Running running{Router{}};
    Server second{{.port = running.server.port()}, Router{}};
    CHECK(second.start() ==
          "Port " + std::to_string(running.server.port()) + " on 127.0.0.1 is taken by another program.");
    Server elsewhere{{.address = "192.0.2.1", .port = 0}, Router{}};
    CHECK(elsewhere.start() == "This machine has no address 192.0.2.1.");
    Server nowhere{{.address = "my-server", .port = 0}, Router{}};
    CHECK(nowhere.start() == "\"my-server\" is not an IP address.");
}

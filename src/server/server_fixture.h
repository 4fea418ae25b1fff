/// For the tests of this room: a service on the memory journal with a real loop, and exchanges without
/// sockets.
#pragma once

#include "api/commands/jobs.h"
#include "api/test_exchange.h"
#include "loop/loop_fixture.h"
#include "server/routes.h"

#include <doctest/doctest.h>

#include <condition_variable>
#include <mutex>
#include <string>
#include <utility>

namespace truefill::server {

inline constexpr std::string_view test_token = "tf_0123456789abcdef";

/// A network with a catalogue, its loop, and everything that routes stand on.
struct Desk {
    Desk() {
        loop.emplace(loop::Ports{network.engine,
                                 network.journal,
                                 network.clock,
                                 nullptr,
                                 {},
                                 {&door.mirror(), &board, &feed, &jobs}},
                     network.options);
        board.start(*loop);
        feed.start(0);
        service.emplace(api::Service{*loop, network.clock, records, board, feed, jobs, door, metrics, clerks,
                                     bulk_clerks});
        jobs.start(*service);
        auto known = loop::catalogue();
        get<masterdata::LoadCatalogue>(get<masterdata::Command>(known.command))
            .catalogue.customers.front()
            .address = "Rue 1";
        REQUIRE(loop->call(std::move(known)).has_value());
    }
    ~Desk() {
        door.stop();
        feed.stop();
        jobs.stop();
        bulk_clerks.stop();
        board.stop();
        loop->stop(loop::Stop::drain);
        clerks.stop();
    }

    static http::Request request(http::Method method, std::string path) {
        http::Request made;
        made.method = method;
        made.traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        made.headers.emplace_back("authorization", "Bearer " + std::string{test_token});
        if (const auto mark = path.find('?'); mark != std::string::npos) {
            std::string_view rest = std::string_view{path}.substr(mark + 1);
            while (!rest.empty()) {
                const auto one = rest.substr(0, rest.find('&'));
                rest.remove_prefix(std::min(one.size() + 1, rest.size()));
                made.query.emplace_back(one.substr(0, one.find('=')), one.substr(one.find('=') + 1));
            }
            path.resize(mark);
        }
        made.path = std::move(path);
        return made;
    }
    template <class F> http::Response ask(F handler, http::Request request) {
        const auto exchange = std::make_shared<api::TestExchange>(std::move(request));
        handler(*service, exchange);
        return exchange->wait();
    }
    http::Request command(std::string name, std::string key, std::string body) {
        auto made = request(http::Method::post, "/v1/commands/" + name);
        made.parts.emplace_back("name", std::move(name));
        made.headers.emplace_back("idempotency-key", std::move(key));
        made.body = std::move(body);
        return made;
    }
    /// Waits until the lists know everything.
    void settle() { REQUIRE(board.wait_for(loop->durable(), loop::long_enough)); }

    loop::Network network;
    api::Records records{network.journal};
    api::Board board{network.journal};
    api::Feed feed{records, board};
    api::JobDesk jobs;
    api::Door door{sha256(test_token), network.clock};
    api::Metrics metrics{loop::morning};
    api::Clerks clerks{1}, bulk_clerks{1};
    std::optional<loop::Loop> loop;
    std::optional<api::Service> service;
};

inline bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace truefill::server

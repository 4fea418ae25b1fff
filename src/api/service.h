/// What the routes stand on. Everything here outlives the HTTP server; routes get it by reference.
///
/// A read copies what it needs on the engine thread (Loop::look), is answered when the position that it saw
/// is durable, and is encoded by a clerk: the engine pays for the copy, the journal thread for nothing.
#pragma once

#include "api/board.h"
#include "api/clerks.h"
#include "api/door.h"
#include "api/feed.h"
#include "api/limits.h"
#include "api/metrics.h"
#include "api/problem.h"
#include "api/records.h"
#include "http/http.h"
#include "loop/loop.h"

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace truefill::api {

class Backups;
class DemoDesk;
class JobDesk;
class Notices;
class Oidc;
class PersonDesk;
class Webhooks;
class ViewsDesk;

struct Service {
    loop::Loop& loop;
    loop::Clock& clock;
    Records& records;
    Board& board;
    Feed& feed;
    JobDesk& jobs;
    Door& door;
    Metrics& metrics;
    Clerks& clerks;               ///< encode answers
    Clerks& bulk_clerks;          ///< take in many commands at once; may wait for the engine
    Limits* limits = nullptr;     ///< none: everybody may ask as much as he likes
    Backups* backups = nullptr;   ///< none: there is nothing to copy
    DemoDesk* demo = nullptr;     ///< none: no demo is played here
    ViewsDesk* views = nullptr;   ///< none: there are no SQL views
    Webhooks* webhooks = nullptr; ///< none: nothing is sent by itself
    Notices* notices = nullptr;   ///< none: nobody is told anything
    PersonDesk* persons = nullptr; ///< none: personal data stand in the journal as they come
    Oidc* oidc = nullptr;         ///< none: nobody logs in by another's provider
};

/// Every answer of the API says that it is no page and not to be kept.
void respond(const http::ExchangePtr& exchange, http::Response response);
void respond(const http::ExchangePtr& exchange, Problem problem);

/// 200 with a described struct.
template <class T> void respond_with(const http::ExchangePtr& exchange, const T& value) {
    http::Response response;
    json::encode(response.body, value);
    if constexpr (requires { value.position; })
        response.headers.emplace_back("ETag", '"' + std::to_string(value.position) + '"');
    respond(exchange, std::move(response));
}

/// f(state) on the engine thread gives a described struct or a problem; a clerk answers with it.
template <class F> void read(Service& service, const http::ExchangePtr& exchange, F f) {
    using Value = std::invoke_result_t<F&, const engine::State&>;
    const auto found = std::make_shared<std::optional<Value>>();
    service.loop.look(
        [found, f = std::move(f)](const engine::State& state) mutable { found->emplace(f(state)); },
        [&service, exchange, found](std::optional<loop::Fault> fault) {
            if (fault) return respond(exchange, closed(*fault));
            service.clerks.give([exchange, found] {
                auto& value = **found;
                if (value) respond_with(exchange, *value);
                else respond(exchange, std::move(value.error()));
            });
        });
}

} // namespace truefill::api

#include "api/access/erasures.h"

#include "api/person_desk.h"
#include "api/post_command.h"
#include "api/scope.h"

#include <utility>

namespace truefill::api {
namespace {

constexpr std::size_t erasure_body_max = 4 << 10;

ErasedPerson erased_person(const std::string& person, const access::Erasure& erasure) {
    return {person, erasure.keys.size(), erasure.by, erasure.at, erasure.position};
}

/// When the event is durable its keys are on their way out of the file: waits until they are.
void answer_when_destroyed(Service& service, const http::ExchangePtr& exchange, const std::string& person) {
    service.persons->when_destroyed([&service, exchange, person](std::optional<loop::Fault> fault) {
        if (fault) return respond(exchange, closed(*fault)); // the next start does it
        const auto state = service.door.mirror().state();
        const auto found = state->erased.find(person);
        if (found == state->erased.end())
            return respond(exchange, make_problem(500, "erasure_not_seen", "Ask for /v1/persons/erased"));
        respond_with(exchange, erased_person(person, found->second));
    });
}

std::expected<ErasureAsked, Problem> erasure_in(const http::Request& request) {
    json::Document document{erasure_body_max};
    ErasureAsked asked;
    const auto body = document.parse(request.body);
    if (!body) return std::unexpected(bad_json(body.error()));
    if (auto done = json::decode(*body, asked); !done) return std::unexpected(bad_json(done.error()));
    return asked;
}

} // namespace

void post_erase_person(Service& service, const http::ExchangePtr& exchange) {
    const auto caller = service.door.ask(exchange->request());
    if (!caller) return respond(exchange, caller.error());
    auto key = message_id_of(exchange->request().header("idempotency-key"));
    if (!key) return respond(exchange, std::move(key.error()));
    auto asked = erasure_in(exchange->request());
    if (!asked) return respond(exchange, std::move(asked.error()));
    const auto may =
        may_act(*service.door.mirror().state(), *caller,
                {.what = access::ErasePerson::name, .own_route = true, .at = service.door.now()});
    if (!may.allowed) return respond(exchange, not_allowed(may)); // before his keys are set aside
    if (!service.persons)
        return respond(exchange, make_problem(501, "nothing_sealed", "This server seals no personal data"));
    auto ids = service.persons->keys().retire(asked->person);
    Outgoing outgoing;
    outgoing.command = access::Command{access::ErasePerson{asked->person, asked->reason, ids}};
    outgoing.message_id = std::move(*key);
    outgoing.content = hash128("erase/" + asked->person + '/' + asked->reason);
    outgoing.own_route = true;
    outgoing.then = [&service, exchange, ids = std::move(ids),
                     person = asked->person](std::expected<CommandAnswer, Problem> said) {
        // Of a repeat these are keys that were made since; they stay.
        if (!said || said->outcome != engine::Outcome::committed)
            service.persons->keys().restore(person, ids);
        if (!said) return respond(exchange, std::move(said.error()));
        if (said->outcome == engine::Outcome::reported)
            return respond(exchange, make_problem(409, "conflicting_message",
                                                  "Another request had this Idempotency-Key before"));
        answer_when_destroyed(service, exchange, person);
    };
    send_command(service, exchange, std::move(outgoing));
}

void get_erased_persons(Service& service, const http::ExchangePtr& exchange) {
    const auto state = service.door.mirror().state();
    ErasedList list;
    for (const auto& [person, erasure] : state->erased) list.items.push_back(erased_person(person, erasure));
    list.total = list.items.size();
    respond_with(exchange, list);
}

} // namespace truefill::api

#include "api/access/erasures.h"

#include "api/person_desk.h"
#include "api/post_command.h"
#include "api/scope.h"

#include <charconv>
#include <memory>
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

/// An erasure on its way: whose keys are set aside for it.
struct Erasing {
    ErasureAsked asked;
    std::string key; ///< of idempotency
    std::vector<std::string> persons;
    std::vector<std::vector<std::string>> ids{}; ///< by person
};

/// Of those who signed for goods before it was known whose they are, the ones whose goods were the
/// customer's.
std::vector<std::string> consignees_of(const engine::State& state, std::string_view customer,
                                       const std::vector<std::string>& consignees) {
    std::vector<std::string> found;
    for (const auto& consignee : consignees) {
        constexpr std::string_view kind = "consignee:", by_tracking = "tracking:";
        auto code = std::string_view{consignee}.substr(kind.size());
        shipping::ConfirmDelivery delivery;
        if (code.starts_with(by_tracking)) delivery.tracking = code.substr(by_tracking.size());
        else std::from_chars(code.data(), code.data() + code.size(), delivery.shipment.value);
        if (consignee_in(state, shipping::Command{delivery}) == customer) found.push_back(consignee);
    }
    return found;
}

/// Nobody seals with the keys from now on; destroyed they are when the event is durable.
void erase_now(Service& service, const http::ExchangePtr& exchange, std::shared_ptr<Erasing> erasing) {
    auto& keys = service.persons->keys();
    const auto& asked = erasing->asked;
    std::vector<std::string> all;
    for (const auto& person : erasing->persons) {
        erasing->ids.push_back(keys.retire(person));
        all.insert(all.end(), erasing->ids.back().begin(), erasing->ids.back().end());
    }
    Outgoing outgoing;
    outgoing.command = access::Command{access::ErasePerson{asked.person, asked.reason, std::move(all)}};
    outgoing.message_id = erasing->key;
    outgoing.content = hash128("erase/" + asked.person + '/' + asked.reason);
    outgoing.own_route = true;
    outgoing.then = [&service, exchange, erasing](std::expected<CommandAnswer, Problem> said) {
        // Of a repeat these are keys that were made since; they stay.
        if (!said || said->outcome != engine::Outcome::committed)
            for (std::size_t i = 0; i < erasing->persons.size(); ++i)
                service.persons->keys().restore(erasing->persons[i], erasing->ids[i]);
        if (!said) return respond(exchange, std::move(said.error()));
        if (said->outcome == engine::Outcome::reported)
            return respond(exchange, make_problem(409, "conflicting_message",
                                                  "Another request had this Idempotency-Key before"));
        answer_when_destroyed(service, exchange, erasing->asked.person);
    };
    send_command(service, exchange, std::move(outgoing));
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
    static constexpr std::string_view customer = "customer:";
    const auto erasing = std::make_shared<Erasing>(std::move(*asked), std::move(*key));
    const auto& person = erasing->asked.person;
    erasing->persons.push_back(person);
    auto consignees = service.persons->keys().persons("consignee");
    if (consignees.empty() || !person.starts_with(customer)) return erase_now(service, exchange, erasing);
    service.loop.look(
        [erasing, consignees = std::move(consignees)](const engine::State& state) {
            const auto code = std::string_view{erasing->asked.person}.substr(customer.size());
            for (auto& one : consignees_of(state, code, consignees))
                erasing->persons.push_back(std::move(one));
        },
        [&service, exchange, erasing](std::optional<loop::Fault> fault) {
            if (fault) return respond(exchange, closed(*fault));
            erase_now(service, exchange, erasing);
        });
}

void get_erased_persons(Service& service, const http::ExchangePtr& exchange) {
    const auto state = service.door.mirror().state();
    ErasedList list;
    for (const auto& [person, erasure] : state->erased) list.items.push_back(erased_person(person, erasure));
    list.total = list.items.size();
    respond_with(exchange, list);
}

} // namespace truefill::api

/// The access module on its own, for tests. Every event also goes through its JSON into a second state, every
/// state through its bytes, and no tale of an event may hold a hash.
#pragma once

#include "access/access.h"
#include "access/may.h"
#include "base/archive.h"
#include "base/json.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace truefill::access {

inline constexpr Currency eur{{'E', 'U', 'R'}};
inline constexpr Currency gbp{{'G', 'B', 'P'}};
inline constexpr Money euros(std::int64_t whole) { return {Amount{whole * Amount::scale}, eur}; }
inline const std::string argon = "$argon2id$v=19$m=65536,t=3,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA";

struct World {
    ledger::Ledger ledger;
    masterdata::MasterData master;
    State state;
    State replayed;
    journal::Envelope envelope;

    World() {
        masterdata::Catalogue catalogue;
        for (const auto* code : {"LYON", "LILLE"}) catalogue.sites.emplace_back().code = code;
        for (const auto* code : {"C-1", "C-2", "C-3"}) {
            auto& customer = catalogue.customers.emplace_back();
            customer.code = code;
            customer.currency = eur;
        }
        REQUIRE(!master.check(catalogue));
        master.load(catalogue);
        envelope.source = "console";
        envelope.record_time = *parse_time("2026-03-02T10:00:00Z");
    }

    Facts facts() const { return {ledger, master}; }
    Time now() const { return envelope.record_time; }
    Date today() const { return date_of(now()); }
    void pass(Duration time) { envelope.record_time = envelope.record_time + time; }
    World& as(std::string person) {
        envelope.actor = std::move(person);
        return *this;
    }

    Decision ask(const Command& command) const { return decide(facts(), state, command, envelope); }
    std::string refusal(const Command& command) const {
        const auto decision = ask(command);
        return decision ? "" : decision.error().code;
    }
    std::string take(const Event& event) {
        auto told = tell(facts(), event);
        CHECK(!told.empty());
        CHECK(!told.contains("argon2id"));
        for (const auto& [prefix, secret] : state.secrets) CHECK(!told.contains(hex(secret)));
        apply(state, event, facts());
        visit([&](const auto& one) { replay(one); }, event);
        CHECK(archive::digest(replayed) == archive::digest(state));
        std::string bytes;
        archive::save(bytes, state);
        State again;
        archive::Reader reader{bytes};
        archive::load(reader, again);
        CHECK(reader.ok());
        CHECK(reader.at_end());
        CHECK(archive::digest(again) == archive::digest(state));
        return told;
    }
    /// As the journal has it.
    template <class E> void replay(const E& event) {
        std::string text;
        json::encode(text, event);
        json::Document document;
        E again;
        REQUIRE(json::decode(*document.parse(text), again));
        apply(replayed, Event{again}, facts());
    }
    /// The sentence about the event.
    template <class E> std::string run(const Command& command) {
        const auto decision = ask(command);
        REQUIRE_MESSAGE(decision.has_value(), decision.error().sentence);
        REQUIRE(decision->size() == 1);
        REQUIRE(holds<E>(decision->front()));
        return take(decision->front());
    }

    static std::string hex(const Digest& digest) {
        std::string text;
        append_hex(text, digest);
        return text;
    }
    static CreateUser person(std::string name, std::vector<Role> roles = {}, Scope scope = {}) {
        CreateUser command;
        command.user = std::move(name);
        command.display_name = "Person " + command.user;
        command.roles = std::move(roles);
        command.scope = std::move(scope);
        return command;
    }
    CreateKey key(std::string prefix, std::string principal, std::vector<Role> roles) const {
        CreateKey command;
        command.secret = sha256("secret of " + prefix);
        command.prefix = std::move(prefix);
        command.source = principal;
        command.principal = std::move(principal);
        command.roles = std::move(roles);
        command.expires_at = now() + days(90);
        return command;
    }
    /// ada, the first administrator, who acts from then on.
    World& set_up() {
        run<FirstRunIssued>(IssueFirstRun{sha256("link"), now() + days(1)});
        run<FirstRunAccepted>(AcceptFirstRun{sha256("link"), "ada", "Ada", "", argon});
        return as("ada");
    }
    void add(std::string name, std::vector<Role> roles = {}, Scope scope = {}) {
        run<UserCreated>(person(std::move(name), std::move(roles), std::move(scope)));
    }
    void group() { run<CustomersGrouped>(GroupCustomers{"KEY", {"C-1", "C-2"}}); }

    Answer asked(const std::string& user, Question question) const {
        question.at = now();
        return may(state, {.user = user}, question);
    }
    std::string code(const std::string& user, Question question) const {
        return asked(user, std::move(question)).code;
    }
    Answer asked_by_key(const std::string& prefix, Question question) const {
        question.at = now();
        return may(state, {.key = prefix}, question);
    }
};

} // namespace truefill::access

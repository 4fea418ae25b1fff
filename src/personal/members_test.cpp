#include "personal/members.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace truefill;
using namespace truefill::personal;

namespace {

std::string somebody(Whose whose, std::string_view code) {
    return person_named(whose == Whose::user       ? "user"
                        : whose == Whose::customer ? "customer"
                                                   : "consignee",
                        code);
}

engine::Message message(engine::Command command) {
    engine::Message made;
    std::string body;
    engine::encode_body(body, command);
    made.envelope.content_hash = hash128(body);
    made.envelope.message_id = "m-1";
    made.command = std::move(command);
    return made;
}

std::string body_of(const engine::Message& message) {
    std::string body;
    engine::encode_body(body, message.command);
    return body;
}

engine::Message order_to(std::string address) {
    orders::PlaceOrder place;
    place.order = "SO-1";
    place.customer = "ACME";
    place.address = std::move(address);
    return message(orders::Command{place});
}

} // namespace

TEST_CASE("every member of the table is sealed for its person, and nothing else is touched") {
    masterdata::LoadCatalogue load;
    load.catalogue.sites.emplace_back().name = "PLAIN site";
    for (const auto* code : {"A", "B"}) {
        auto& customer = load.catalogue.customers.emplace_back();
        customer.code = code;
        customer.name = "SECRET name";
        customer.address = "SECRET address";
        customer.country = "FR";
    }
    load.catalogue.customers.emplace_back().code = "C";
    access::CreateUser create;
    create.user = "bob";
    create.display_name = "SECRET Bob";
    create.email_ref = "SECRET-ref";
    create.identity = {"https://id.example", "PLAIN"};
    access::ChangeUser change;
    change.user = "bob";
    change.display_name = "SECRET Bob";
    access::AcceptFirstRun first;
    first.user = "ada";
    first.display_name = first.email_ref = "SECRET";
    shipping::ConfirmDelivery delivery;
    delivery.tracking = "T-1";
    delivery.signed_by = "SECRET";
    struct Case {
        engine::Message message;
        std::vector<std::string> persons;
        std::size_t texts;
    };
    std::vector<Case> all;
    all.push_back({message(masterdata::Command{load}), {"customer:A", "customer:B"}, 4});
    all.push_back({order_to("SECRET address"), {"customer:ACME"}, 1});
    all.push_back({message(access::Command{create}), {"user:bob"}, 2});
    all.push_back({message(access::Command{change}), {"user:bob"}, 1});
    all.push_back({message(access::Command{first}), {"user:ada"}, 2});
    all.push_back({message(shipping::Command{delivery}), {"consignee:tracking:T-1"}, 1});
    for (auto& [sent, persons, texts] : all) {
        KeyRing keys;
        const auto before = body_of(sent);
        const auto hash = sent.envelope.content_hash;
        CHECK(persons_in(sent.command, somebody) == persons);
        REQUIRE(seal(keys, sent, somebody).has_value());
        auto after = body_of(sent);
        CAPTURE(after);
        CHECK(after.find("SECRET") == std::string::npos);
        CHECK((after.find("PLAIN") == std::string::npos) == (before.find("PLAIN") == std::string::npos));
        CHECK(keys.size() == persons.size());
        CHECK(sent.envelope.content_hash == hash128(after));
        CHECK(sent.plain_hash == hash);
        std::size_t tokens = 0;
        for (std::size_t at = 0; (at = after.find(sealed_begin, at)) != std::string::npos; ++at) ++tokens;
        CHECK(tokens == texts);
        CHECK(brings_token(sent, "").has_value());
    }
}

TEST_CASE("a message without personal data keeps its hash and needs no key") {
    KeyRing keys;
    auto plain = order_to("");
    const auto hash = plain.envelope.content_hash;
    REQUIRE(seal(keys, plain, somebody).has_value());
    CHECK(plain.envelope.content_hash == hash);
    CHECK_FALSE(static_cast<bool>(plain.plain_hash));
    CHECK(keys.size() == 0);
}

TEST_CASE("the same message sealed twice is the same message") {
    KeyRing keys;
    auto one = order_to("Rue 1"), two = order_to("Rue 1"), other = order_to("Rue 2");
    REQUIRE((seal(keys, one, somebody) && seal(keys, two, somebody) && seal(keys, other, somebody)));
    CHECK(one.envelope.content_hash == two.envelope.content_hash);
    CHECK(one.envelope.content_hash != other.envelope.content_hash);
}

TEST_CASE("nobody brings a token with him, in any member, and no text that is too long") {
    KeyRing keys;
    const auto refusal = [&](engine::Message sent, std::string_view raw = {}) {
        if (const auto wrong = brings_token(sent, raw)) return wrong->code;
        const auto done = seal(keys, sent, somebody);
        return done ? std::string{} : done.error().code;
    };
    CHECK(refusal(order_to("x ~p1.y")) == "text_reserved");
    CHECK(refusal(order_to("x ~p1.y"), R"({"address":"x ~p1.y"})") == "text_reserved");
    CHECK(refusal(order_to("x ~p1.y"), R"({"address":"x \u007ep1.y"})") == "text_reserved");
    orders::PlaceOrder place;
    place.order = keys.seal("customer:ACME", "Rue 1");
    CHECK(refusal(message(orders::Command{place})) == "text_reserved");
    auto named = order_to("Rue 1");
    named.envelope.message_id = "a~p1.b";
    CHECK(refusal(named) == "text_reserved");
    CHECK(refusal(order_to(std::string(16'385, 'x'))) == "text_too_long");
    CHECK(refusal(order_to(std::string(16'384, 'x'))).empty());
}

TEST_CASE("only a signature needs the state to know whose it is") {
    shipping::ConfirmDelivery delivery;
    CHECK_FALSE(needs_state(shipping::Command{delivery}));
    delivery.signed_by = "Bea";
    CHECK(needs_state(shipping::Command{delivery}));
    CHECK_FALSE(needs_state(order_to("Rue 1").command));
}

TEST_CASE("a code that no person can have still has keys of its own") {
    CHECK(person_named("customer", "ACME") == "customer:ACME");
    const std::string long_code(200, 'x');
    CHECK(person_named("customer", long_code).size() < 60);
    CHECK(person_named("customer", long_code) != person_named("customer", long_code + "x"));
    CHECK(person_named("customer", "a\nb").find('\n') == std::string::npos);
    CHECK(person_named("customer", "").starts_with("customer:#"));
}

TEST_CASE("the table lists these members") {
    CHECK(sealed_members() ==
          std::vector<std::string>{"address of masterdata.load_catalogue", "address of orders.place_order",
                                   "display_name of access.accept_first_run",
                                   "display_name of access.change_user", "display_name of access.create_user",
                                   "email_ref of access.accept_first_run", "email_ref of access.change_user",
                                   "email_ref of access.create_user", "name of masterdata.load_catalogue",
                                   "signed_by of shipping.confirm_delivery"});
}

TEST_CASE("a member that sounds like personal data is in the table, or here with the reason why not") {
    // Names of things of a company, and roles that a person acts in under his user name.
    const std::set<std::string> no_person{"name of masterdata.load_catalogue"};
    for (const auto& member : unsealed_members()) {
        const auto name = member.substr(0, member.find(' '));
        const bool sounds = std::ranges::any_of(
            std::initializer_list<std::string_view>{"address", "phone", "mail", "name", "signed", "consignee",
                                                    "contact", "street", "birth", "recipient", "iban"},
            [&](std::string_view word) { return name.find(word) != std::string::npos; });
        CHECK_MESSAGE((!sounds || no_person.contains(member)), member);
    }
}

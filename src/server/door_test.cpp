#include "api/access/first_run.h"
#include "api/access/keys.h"
#include "api/access/session.h"
#include "api/access/users.h"
#include "api/post_command.h"
#include "server/server_fixture.h"

namespace truefill::server {

using namespace api;
namespace {

constexpr std::string_view long_password = "correct horse battery";

/// The text of a member of an answer's body.
std::string text_in(const http::Response& response, std::string_view member) {
    const auto mark = '"' + std::string{member} + "\":\"";
    const auto at = response.body.find(mark);
    if (at == std::string::npos) return {};
    const auto begin = at + mark.size();
    return response.body.substr(begin, response.body.find('"', begin) - begin);
}

std::string header_in(const http::Response& response, std::string_view header) {
    for (const auto& [name, value] : response.headers)
        if (name == header) return value;
    return {};
}

std::string cookie_in(const http::Response& response) {
    const auto line = header_in(response, "Set-Cookie");
    return line.substr(0, line.find(';'));
}

/// Whoever asks: the operator, a key, or a session.
struct Client {
    std::string bearer, cookie, csrf;
};

http::Request sent_by(const Client& client, http::Method method, std::string path, std::string body = {}) {
    auto made = Desk::request(method, std::move(path));
    made.headers.clear();
    made.peer = "192.0.2.1";
    if (!client.bearer.empty()) made.headers.emplace_back("authorization", "Bearer " + client.bearer);
    if (!client.cookie.empty()) made.headers.emplace_back("cookie", client.cookie);
    if (!client.csrf.empty()) made.headers.emplace_back("x-csrf-token", client.csrf);
    static int number = 0;
    made.headers.emplace_back("idempotency-key", "key-" + std::to_string(++number));
    made.body = std::move(body);
    return made;
}

http::Request to_part(http::Request made, std::string name, std::string value) {
    made.parts.emplace_back(std::move(name), std::move(value));
    return made;
}

Client operator_client() { return {std::string{test_token}, {}, {}}; }

std::string log_in_body(std::string_view user, std::string_view password) {
    return "{\"user\":\"" + std::string{user} + "\",\"password\":\"" + std::string{password} + "\"}";
}

/// A desk with the administrator ada, who came by the first-run link.
struct House : Desk {
    House() {
        const auto secret = issue_first_run(*service, false);
        REQUIRE(!secret.empty());
        first = ask(post_first_run,
                    sent_by({}, http::Method::post, "/v1/first-run",
                            "{\"secret\":\"" + secret + "\",\"user\":\"ada\",\"display_name\":\"Ada\"," +
                                "\"password\":\"" + std::string{long_password} + "\"}"));
        REQUIRE(first.status == 200);
        ada = {{}, cookie_in(first), text_in(first, "csrf_token")};
    }
    http::Response log_in(std::string_view user, std::string_view password, const Client& before = {}) {
        return ask(post_session,
                   sent_by(before, http::Method::post, "/v1/session", log_in_body(user, password)));
    }
    /// A user with a password of his own choice, logged in.
    Client hire(const std::string& user, const std::string& roles) {
        const auto made = ask(post_user, sent_by(ada, http::Method::post, "/v1/users",
                                                 "{\"user\":\"" + user + "\",\"display_name\":\"" + user +
                                                     "\",\"roles\":[" + roles + "]}"));
        REQUIRE(made.status == 200);
        const auto given = text_in(made, "temporary_password");
        const auto in = log_in(user, given);
        REQUIRE(in.status == 200);
        REQUIRE(has(in.body, "\"must_change_password\":true"));
        const Client first_session{{}, cookie_in(in), text_in(in, "csrf_token")};
        auto own =
            sent_by(first_session, http::Method::post, "/v1/users/" + user + "/password",
                    "{\"current\":\"" + given + "\",\"password\":\"" + std::string{long_password} + "\"}");
        const auto chosen = ask(post_user_password, to_part(std::move(own), "user", user));
        REQUIRE(chosen.status == 200);
        return {{}, cookie_in(chosen), text_in(chosen, "csrf_token")};
    }
    std::string make_key(const std::string& body) {
        const auto made = ask(post_key, sent_by(ada, http::Method::post, "/v1/keys", body));
        REQUIRE_MESSAGE(made.status == 200, made.body);
        return text_in(made, "key");
    }
    int status_of(const Client& client) {
        return ask(get_session, sent_by(client, http::Method::get, "/v1/session")).status;
    }

    http::Response first;
    Client ada;
};

constexpr auto wms_key =
    R"({"principal":"wms-lyon","source":"wms-lyon","roles":["shift_lead"],"scope":{"sites":["LYON"]}})";

} // namespace

TEST_CASE("the first-run link makes an administrator and counts once; then the operator token is over") {
    Desk desk;
    const auto secret = issue_first_run(*desk.service, false);
    const auto body = [&](std::string_view user, std::string_view with, std::string_view password) {
        return sent_by({}, http::Method::post, "/v1/first-run",
                       "{\"secret\":\"" + std::string{with} + "\",\"user\":\"" + std::string{user} +
                           "\",\"display_name\":\"Ada\",\"password\":\"" + std::string{password} + "\"}");
    };
    CHECK(desk.door.caller(sent_by(operator_client(), http::Method::get, "/v1/session")));
    CHECK(desk.ask(post_first_run, body("ada", "wrong", long_password)).status == 401);
    CHECK(desk.ask(post_first_run, body("ada", secret, "short")).status == 400);
    const auto made = desk.ask(post_first_run, body("ada", secret, long_password));
    REQUIRE(made.status == 200);
    CHECK(has(made.body, "\"administrator\""));
    CHECK(has(header_in(made, "Set-Cookie"), "HttpOnly; SameSite=Strict"));
    CHECK(desk.ask(post_first_run, body("eve", secret, long_password)).status != 200);
    CHECK_FALSE(desk.door.caller(sent_by(operator_client(), http::Method::get, "/v1/session")));
    CHECK(issue_first_run(*desk.service, false).empty());
    CHECK(!issue_first_run(*desk.service, true).empty());
}

TEST_CASE("the operator token stays where a demonstration says so") {
    loop::ManualClock clock{loop::morning};
    access::State state;
    state.users["ada"].active = true;
    state.users["ada"].roles = {access::Role::administrator};
    state.credentials["ada"].hash = "$argon2id$";
    Door usual{sha256(test_token), clock}, always{sha256(test_token), clock, {true, true}};
    CHECK(usual.is_token(test_token));
    usual.mirror().start(state, 1);
    always.mirror().start(state, 1);
    CHECK_FALSE(usual.is_token(test_token));
    CHECK(always.is_token(test_token));
    CHECK_FALSE(always.is_token("tf_0123456789abcdee"));
    http::Request plain, secure;
    secure.secure = true;
    CHECK(has(always.set_cookie(plain, "x"), "; Secure"));
    CHECK_FALSE(has(usual.set_cookie(plain, "x"), "; Secure"));
    CHECK(has(usual.set_cookie(secure, "x"), "; Secure")); // a proxy speaks TLS
}

TEST_CASE("a log-in makes a new session each time and ends the one that the browser brought") {
    House house;
    const auto again = house.log_in("ada", long_password, house.ada);
    REQUIRE(again.status == 200);
    const Client second{{}, cookie_in(again), text_in(again, "csrf_token")};
    CHECK(second.cookie != house.ada.cookie);
    CHECK(second.csrf != house.ada.csrf);
    CHECK(house.status_of(house.ada) == 401);
    CHECK(house.status_of(second) == 200);
    const Client planted{{}, std::string{Door::cookie} + "=known-to-somebody", {}};
    const auto fixed = house.log_in("ada", long_password, planted);
    CHECK(cookie_in(fixed) != planted.cookie);
    CHECK(house.status_of(planted) == 401);
}

TEST_CASE("name and password: wrong ones look alike, and after a few the next has to wait longer each time") {
    House house;
    const auto wrong = house.log_in("ada", "not the password"),
               nobody = house.log_in("zoe", "not the password");
    CHECK(wrong.status == 401);
    CHECK(nobody.status == 401);
    CHECK(wrong.body == nobody.body);
    for (int i = 0; i < 4; ++i) CHECK(house.log_in("ada", "not the password").status == 401);
    const auto locked = house.log_in("ada", long_password);
    CHECK(locked.status == 429);
    CHECK(header_in(locked, "Retry-After") == "2");
    house.network.clock.advance(seconds(3));
    CHECK(house.log_in("ada", "not the password").status == 401);
    CHECK(header_in(house.log_in("ada", long_password), "Retry-After") == "4");
    house.network.clock.advance(seconds(5));
    CHECK(house.log_in("ada", long_password).status == 200);
    CHECK(house.log_in("ada", "not the password").status == 401); // the count began anew
}

TEST_CASE("a temporary password lets its user do nothing but choose another") {
    House house;
    const auto made =
        house.ask(post_user, sent_by(house.ada, http::Method::post, "/v1/users",
                                     R"({"user":"bob","display_name":"Bob","roles":["finance"]})"));
    const auto in = house.log_in("bob", text_in(made, "temporary_password"));
    const Client bob{{}, cookie_in(in), text_in(in, "csrf_token")};
    auto look = sent_by(bob, http::Method::get, "/v1/orders");
    look.route = "/v1/orders";
    const auto exchange = std::make_shared<TestExchange>(std::move(look));
    CHECK_FALSE(admits(*house.service, exchange));
    CHECK(has(exchange->wait().body, "password_temporary"));
}

TEST_CASE("a user that is changed or not active any more is logged out at once") {
    House house;
    const auto bob = house.hire("bob", "\"finance\"");
    CHECK(house.status_of(bob) == 200);
    auto change = sent_by(house.ada, http::Method::post, "/v1/commands/access.change_user",
                          R"({"user":"bob","roles":["credit"]})");
    CHECK(house.ask(post_command, to_part(std::move(change), "name", "access.change_user")).status == 200);
    CHECK(house.status_of(bob) == 401);
    const auto in = house.log_in("bob", long_password);
    const Client back{{}, cookie_in(in), text_in(in, "csrf_token")};
    CHECK(house.status_of(back) == 200);
    auto end =
        sent_by(house.ada, http::Method::post, "/v1/commands/access.deactivate_user", R"({"user":"bob"})");
    CHECK(house.ask(post_command, to_part(std::move(end), "name", "access.deactivate_user")).status == 200);
    CHECK(house.status_of(back) == 401);
    CHECK(house.log_in("bob", long_password).status == 401);
}

TEST_CASE("a key counts until it is revoked or expires, its successor beside it, and no other") {
    House house;
    const auto key = house.make_key(wms_key);
    const Client wms{key, {}, {}};
    CHECK(house.status_of(wms) == 200);
    CHECK(house.status_of({key + "x", {}, {}}) == 401);
    CHECK(house.status_of({"tf_aaaaaaaaaa_" + key.substr(14), {}, {}}) == 401);
    const auto prefix = key.substr(3, 10);
    auto rotate =
        sent_by(house.ada, http::Method::post, "/v1/keys/" + prefix + "/rotate", R"({"overlap_days":1})");
    const auto rotated = house.ask(post_rotate_key, to_part(std::move(rotate), "prefix", prefix));
    REQUIRE_MESSAGE(rotated.status == 200, rotated.body);
    const Client next{text_in(rotated, "key"), {}, {}};
    CHECK(house.status_of(wms) == 200);
    CHECK(house.status_of(next) == 200);
    house.network.clock.advance(days(1));
    const auto old = house.ask(get_session, sent_by(wms, http::Method::get, "/v1/session"));
    CHECK(has(old.body, "key_expired"));
    CHECK(house.status_of(next) == 200);
    const auto in = house.log_in("ada", long_password);
    house.ada = {{}, cookie_in(in), text_in(in, "csrf_token")};
    const auto next_prefix = next.bearer.substr(3, 10);
    auto revoke = sent_by(house.ada, http::Method::remove, "/v1/keys/" + next_prefix);
    CHECK(house.ask(delete_key, to_part(std::move(revoke), "prefix", next_prefix)).status == 200);
    CHECK(has(house.ask(get_session, sent_by(next, http::Method::get, "/v1/session")).body, "key_revoked"));
}

TEST_CASE("a key is shown once; the same request again makes no other") {
    House house;
    auto asked = sent_by(house.ada, http::Method::post, "/v1/keys", wms_key);
    const auto first_answer = house.ask(post_key, asked);
    const auto second = house.ask(post_key, asked);
    CHECK(first_answer.status == 200);
    CHECK(second.status == 409);
    CHECK(has(second.body, "shown_before"));
    const auto keys = house.ask(get_keys, sent_by(house.ada, http::Method::get, "/v1/keys"));
    CHECK(has(keys.body, "\"total\":1"));
    CHECK_FALSE(has(keys.body, text_in(first_answer, "key").substr(14)));
}

TEST_CASE("who is no administrator makes neither users nor keys") {
    House house;
    const auto bob = house.hire("bob", "\"finance\",\"operations_lead\"");
    CHECK(house.ask(post_key, sent_by(bob, http::Method::post, "/v1/keys", wms_key)).status == 403);
    CHECK(house
              .ask(post_user,
                   sent_by(bob, http::Method::post, "/v1/users", R"({"user":"eve","display_name":"Eve"})"))
              .status == 403);
    auto other = sent_by(bob, http::Method::post, "/v1/users/ada/password", "{}");
    CHECK(house.ask(post_user_password, to_part(std::move(other), "user", "ada")).status == 403);
}

} // namespace truefill::server

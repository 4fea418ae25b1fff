#include "api/outbound/notice_store.h"
#include "api/outbound/notice_template.h"
#include "api/outbound/webhook_signature.h"
#include "api/outbound/webhook_store.h"
#include "api/secret_file.h"
#include "connectors/web/base64.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace truefill::api {
namespace {

struct Folder {
    Folder() {
        char name[] = "/tmp/truefill-webhooks-XXXXXX";
        REQUIRE(::mkdtemp(name) != nullptr);
        path = name;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string path;
};

const NoticeKind& kind_named(std::string_view name) {
    for (const auto& kind : notice_kinds())
        if (kind.name == name) return kind;
    FAIL("no such kind");
    return notice_kinds().front();
}

} // namespace

TEST_CASE("a webhook is signed as the example of the standard") {
    CHECK(webhook_signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                            {"msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})"}) ==
          "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST_CASE("another id, time, body or secret gives another signature") {
    const auto one = make_webhook_secret(), other = make_webhook_secret();
    CHECK(one != other);
    std::set<std::string> all;
    all.insert(webhook_signature(one, {"evt_1", 1, "a"}));
    all.insert(webhook_signature(one, {"evt_2", 1, "a"}));
    all.insert(webhook_signature(one, {"evt_1", 2, "a"}));
    all.insert(webhook_signature(one, {"evt_1", 1, "b"}));
    all.insert(webhook_signature(other, {"evt_1", 1, "a"}));
    CHECK(all.size() == 5);
}

TEST_CASE("a clock that was set back makes no webhook wait longer than its schedule says") {
    const auto noon = parse_time("2026-03-02T12:00:00Z").value();
    Delivered at;
    CHECK(webhook_wait_left(at, noon) == Duration{});
    at.last_at = noon;
    at.next_at = noon + minutes(5);
    CHECK(webhook_wait_left(at, noon + minutes(2)) == minutes(3));
    CHECK(webhook_wait_left(at, noon + minutes(6)) == Duration{});
    CHECK(webhook_wait_left(at, noon - days(90)) == minutes(5));
}

TEST_CASE("a secret of webhooks has 24 to 64 bytes behind whsec_") {
    const auto of = [](std::size_t bytes) {
        return "whsec_" + connectors::web::to_base64(std::string(bytes, 'x'));
    };
    CHECK(webhook_secret_bytes(make_webhook_secret())->size() == 32);
    CHECK(webhook_secret_bytes(of(24)).has_value());
    CHECK(webhook_secret_bytes(of(64)).has_value());
    CHECK(!webhook_secret_bytes(of(23)).has_value());
    CHECK(!webhook_secret_bytes(of(65)).has_value());
    CHECK(!webhook_secret_bytes(of(32).substr(6)).has_value());
    CHECK(!webhook_secret_bytes("whsec_no base64").has_value());
}

TEST_CASE("retries follow the schedule of the standard, up to a fifth later, and end") {
    constexpr std::uint64_t numbers[] = {0, 1, 7'777'777'777, UINT64_MAX};
    const Duration base[] = {seconds(5), minutes(5), minutes(30), hours(2), hours(5),
                             hours(10),  hours(14),  hours(20),   hours(24)};
    for (std::int64_t failed = 1; failed < webhook_attempts_max; ++failed)
        for (const auto number : numbers) {
            const auto wait = webhook_retry_wait(failed, number);
            REQUIRE(wait.has_value());
            const auto least = base[failed - 1];
            CHECK(*wait >= least);
            CHECK(wait->micros <= least.micros + least.micros / 5);
        }
    CHECK(!webhook_retry_wait(webhook_attempts_max, 0).has_value());
}

TEST_CASE("types are asked for by name or by module") {
    CHECK(fits_webhook_type("*", "orders.order_accepted"));
    CHECK(fits_webhook_type("orders.*", "orders.order_accepted"));
    CHECK(fits_webhook_type("orders.order_accepted", "orders.order_accepted"));
    CHECK(!fits_webhook_type("orders.order", "orders.order_accepted"));
    CHECK(!fits_webhook_type("order.*", "orders.order_accepted"));
    for (const auto* good : {"*", "orders.*", "orders.order_accepted"})
        CHECK_MESSAGE(is_webhook_type_pattern(good), std::string{good});
    for (const auto* bad :
         {"", "*.x", "orders*", "orders.", ".orders", "Orders.*", "orders.*.*", "a b", "orders.**"})
        CHECK_MESSAGE(!is_webhook_type_pattern(bad), std::string{bad});
}

TEST_CASE("webhooks are kept in a file that nobody else may read") {
    const Folder folder;
    const auto file = folder.path + "/x.webhooks.db";
    Webhook one;
    one.subscription.name = "shop";
    one.subscription.url = "https://shop.example/";
    one.subscription.types = {"orders.*"};
    one.subscription.secret = "whsec_x";
    one.delivered.position = 7;
    {
        auto store = WebhookStore::open(file);
        REQUIRE(store.has_value());
        REQUIRE(store->put(one).has_value());
        one.delivered.position = 9;
        one.delivered.ordinal = 2;
        REQUIRE(store->put_delivered("shop", one.delivered).has_value());
        REQUIRE(store->put_delivered("nobody", one.delivered).has_value());
    }
    struct stat about{};
    REQUIRE(::stat(file.c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0600);
    auto again = WebhookStore::open(file);
    REQUIRE(again.has_value());
    const auto all = again->all();
    REQUIRE(all.has_value());
    REQUIRE(all->size() == 1);
    CHECK(all->front().subscription.secret == "whsec_x");
    CHECK(all->front().delivered.position == 9);
    CHECK(all->front().delivered.ordinal == 2);
    REQUIRE(again->remove("shop").has_value());
    CHECK(again->all()->empty());
    CHECK(!WebhookStore::open(folder.path + "/no/such/folder").has_value());
}

TEST_CASE("a notice is made once, waits for its time, and is forgotten when it is old") {
    const Folder folder;
    const auto file = folder.path + "/x.notices.db";
    const auto notice = [](std::string id, std::int64_t second) {
        KeptNotice one;
        one.id = std::move(id);
        one.event = "shipped";
        one.order = "SO-1";
        one.receiver = "a@b.example";
        one.created_at = one.next_at = Time{second * 1'000'000};
        return one;
    };
    NoticeStore store;
    REQUIRE(store.open(file).has_value());
    CHECK(store.position().value() == std::nullopt);
    REQUIRE(store.add({notice("a", 10), notice("b", 20), notice("a", 30)}, 7).has_value());
    REQUIRE(store.add({notice("a", 1)}, 8).has_value());
    CHECK(store.position().value() == Position{8});
    CHECK(store.due(Time{9'000'000}, 10)->empty());
    CHECK(store.due(Time{10'000'000}, 10)->size() == 1);
    const auto due = store.due(Time{99'000'000}, 10).value();
    REQUIRE(due.size() == 2);
    CHECK(due.front().id == "a");
    CHECK(due.front().next_at == Time{10'000'000});
    CHECK(store.due(Time{99'000'000}, 1)->size() == 1);
    // Before the clock was set back by a day somebody was to wait for seconds: he is told now.
    CHECK(store.due(Time{10'000'000} - days(1), 10)->size() == 2);
    const auto nobody = [](const std::string&) { return true; };
    CHECK(store.due(Time{99'000'000}, 10, nobody)->empty());
    auto sent = due.front();
    sent.status = NoticeStatus::sending;
    REQUIRE(store.put(sent).has_value());
    NoticeStore again; // as after a crash
    REQUIRE(again.open(file).has_value());
    REQUIRE(again.interrupted()->size() == 1);
    CHECK(again.interrupted()->front().id == "a");
    CHECK(again.due(Time{99'000'000}, 10)->size() == 1);
    REQUIRE(again.forget_before(Time{99'000'000}).has_value());
    CHECK(again.of_order("SO-1")->size() == 2);
    sent.status = NoticeStatus::told;
    REQUIRE(again.put(sent).has_value());
    CHECK(again.of_order("SO-1")->front().id == "b");
    CHECK(again.of_order("SO-2")->empty());
    REQUIRE(again.forget_before(Time{10'000'000}).has_value());
    CHECK(again.of_order("SO-1")->size() == 2);
    REQUIRE(again.forget_before(Time{10'000'001}).has_value());
    REQUIRE(again.of_order("SO-1")->size() == 1);
    CHECK(again.of_order("SO-1")->front().id == "b");
}

TEST_CASE("every built-in notice can be read, and has a text") {
    for (const auto& kind : notice_kinds()) {
        const auto made = parse_notice(kind.text, kind);
        REQUIRE_MESSAGE(made.has_value(), std::string{kind.name});
        CHECK(!made->text.fill({}, NoticeText::Escape::none).empty());
    }
}

TEST_CASE("a template with an unknown name or open braces is refused with its line") {
    const auto& kind = kind_named("shipped");
    const auto wrong = [&](std::string_view file) { return parse_notice(file, kind).error(); };
    CHECK(wrong("Subject: a\n\nb\n{{order.nmber}}\n") ==
          "line 4: there is no {{order.nmber}} in a notice of shipped");
    CHECK(wrong("Subject: {{invoice.number}}\n\nb\n").starts_with("line 1: there is no"));
    CHECK(wrong("Subject: a\n\nb\n\n{{order.number\n") == "line 5: {{ has no }}");
    CHECK(wrong("Subjekt: a\n\nb\n").starts_with("line 1:"));
    CHECK(wrong("Subject:\n\nb\n").starts_with("line 1:"));
    CHECK(wrong("Subject: a\nb\n").starts_with("line 2:"));
    CHECK(wrong("Subject: a\n\n").starts_with("line 3:"));
    CHECK(wrong("Subject: \xFF\n\nb\n").starts_with("line 1:"));
    CHECK(wrong("").starts_with("line 1:"));
}

TEST_CASE("values are put in, and escaped where they go") {
    const auto& kind = kind_named("shipped");
    const auto made =
        parse_notice("Subject: No. {{ order.number }}\n\n{{customer.name}}: {{shipment.tracking}}.\n", kind);
    REQUIRE(made.has_value());
    const NoticeValues values{{"order.number", "A\r\nBcc: x"},
                              {"customer.name", "<b>\"Tom\" & 'Co'</b>\n{{x}}"}};
    CHECK(made->subject.fill(values, NoticeText::Escape::line) == "No. A  Bcc: x");
    CHECK(made->text.fill(values, NoticeText::Escape::none) == "<b>\"Tom\" & 'Co'</b>\n{{x}}: .\n");
    CHECK(made->text.fill(values, NoticeText::Escape::html) ==
          "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Co&#39;&lt;/b&gt;<br>\n{{x}}: .\n");
}

TEST_CASE("a file with a secret holds one line that not everybody may read") {
    const Folder folder;
    const auto file = folder.path + "/secret";
    const auto write = [&](std::string_view text, mode_t mode) {
        std::ofstream{file} << text;
        REQUIRE(::chmod(file.c_str(), mode) == 0);
        return read_secret_file(file);
    };
    CHECK(write("word\n", 0600) == "word");
    CHECK(write("word", 0640) == "word");
    CHECK(!write("word", 0644).has_value());
    CHECK(!write("", 0600).has_value());
    CHECK(!write("one\ntwo\n", 0600).has_value());
    CHECK(!read_secret_file(folder.path + "/none").has_value());
}

} // namespace truefill::api

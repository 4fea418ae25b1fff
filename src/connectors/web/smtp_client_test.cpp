#include "connectors/web/smtp_client.h"

#include "connectors/web/base64.h"
#include "connectors/web/listener_fixture.h"

#include <mutex>

using namespace truefill;
using namespace truefill::connectors::web;

namespace {

Mail some_mail() {
    Mail mail;
    mail.from = "orders@truefill.example";
    mail.from_name = "Müller, GmbH";
    mail.to = {"anna@customer.example", "bert@customer.example"};
    mail.subject = "Your order SO-1 was shipped";
    mail.text = "Line one\nLine two\n.\nafter a dot\n";
    mail.message_id = "job-7@truefill.example";
    mail.date = *parse_time("2026-03-02T10:00:05Z");
    return mail;
}

/// A mail server of a few words. `last` is what it replies to the whole mail; empty: it hangs up.
struct Post {
    std::string features = "250-there\r\n250 8BITMIME\r\n";
    std::string receiver_reply = "250 ok\r\n";
    std::string last = "250 kept\r\n";
    std::mutex mutex;
    std::string heard, kept;
    Listener listener{[this](Line& line) { serve(line); }};

    void serve(Line& line) {
        line.say("220 there\r\n");
        while (true) {
            const auto said = line.hear_to("\r\n");
            if (said.empty()) return;
            const std::scoped_lock lock{mutex};
            heard += said;
            if (said.starts_with("EHLO")) line.say(features);
            else if (said.starts_with("RCPT")) line.say(receiver_reply);
            else if (said.starts_with("QUIT")) return line.say("221 bye\r\n");
            else if (said.starts_with("DATA")) {
                line.say("354 go on\r\n");
                kept = line.hear_to("\r\n.\r\n");
                if (last.empty()) return;
                line.say(last);
            } else line.say("250 ok\r\n");
        }
    }
    SmtpClient client(MailSecurity security = MailSecurity::none) {
        SmtpOptions options;
        options.host = "127.0.0.1";
        options.port = listener.port();
        options.security = security;
        return SmtpClient{options};
    }
    void set(std::string Post::* reply, std::string words) {
        const std::scoped_lock lock{mutex};
        this->*reply = std::move(words);
    }
    bool was_told(std::string_view line) {
        const std::scoped_lock lock{mutex};
        return heard.find(line) != std::string::npos;
    }
};

MailFaultKind kind_of(const std::expected<void, MailFault>& sent) {
    REQUIRE(!sent.has_value());
    CHECK(!sent.error().sentence.empty());
    return sent.error().kind;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("base64 has one spelling for each text") {
    for (const auto* text : {"", "f", "fo", "foo", "foob", "fooba", "foobar"})
        CHECK(from_base64(to_base64(text)) == text);
    CHECK(to_base64("foob") == "Zm9vYg==");
    CHECK(to_base64_url("\xFB\xFF") == "-_8");
    CHECK(from_base64_url("-_8") == "\xFB\xFF");
    for (const auto* wrong : {"Zg", "Zg=", "Zh==", "Zg==\n", "Z===", "====", "-_8=", "Zm9v Yg=="})
        CHECK_MESSAGE(!from_base64(wrong).has_value(), std::string{wrong});
    CHECK(!from_base64_url("Zg==").has_value());
    CHECK(!from_base64_url("A").has_value());
}

TEST_CASE("an address of mail has no room for anything else") {
    for (const auto* good : {"a@b", "first.last+tag@mail.example.com", "o'brien@x-y.example"})
        CHECK_MESSAGE(is_mail_address(good), std::string{good});
    for (const auto* bad :
         {"",      "a",      "@b",   "a@",    "a@b@c",         "a b@c", "a@b c", "a@b\r\nRCPT TO:<c@d>",
          "a\n@b", "<a@b>",  "a@b>", "a,b@c", "a@[127.0.0.1]", ".a@b",  "a.@b",  "a..b@c",
          "a@-b",  "a@b..c", "a@b.", "ä@b",   "\"a\"@b"})
        CHECK_MESSAGE(!is_mail_address(bad), std::string{bad});
    std::string long_one(65, 'a');
    long_one += "@b";
    CHECK(!is_mail_address(long_one));
}

TEST_CASE("a mail is plain ASCII with short lines, in one way") {
    auto mail = some_mail();
    mail.subject = "Grüße: " + std::string(80, 'x') + "ü";
    mail.html = "<p>ü</p>";
    const auto text = mail_text(mail);
    REQUIRE(text.has_value());
    CHECK(text->starts_with("Date: Mon, 02 Mar 2026 10:00:05 +0000\r\n"));
    CHECK(has(*text, "Message-ID: <job-7@truefill.example>\r\n"));
    CHECK(has(*text, "To: anna@customer.example,\r\n bert@customer.example\r\n"));
    CHECK(has(*text, "Subject: =?UTF-8?B?"));
    CHECK(has(*text, to_base64("<p>ü</p>")));
    CHECK(has(*text, to_base64("Line one\r\nLine two\r\n.\r\nafter a dot\r\n").substr(0, 40)));
    CHECK(*text == *mail_text(mail));
    std::size_t begin = 0;
    while (begin < text->size()) {
        const auto end = text->find("\r\n", begin);
        REQUIRE(end != std::string::npos);
        CHECK(end - begin <= 78);
        begin = end + 2;
    }
    for (const char c : *text) CHECK((c == '\r' || c == '\n' || (c >= 0x20 && c < 0x7F)));
}

TEST_CASE("nothing in a mail can add a header or a receiver") {
    const auto refused = [](auto change) {
        auto mail = some_mail();
        change(mail);
        return !mail_text(mail).has_value();
    };
    CHECK(!refused([](Mail&) {}));
    CHECK(refused([](Mail& mail) { mail.subject = "a\r\nBcc: c@d"; }));
    CHECK(refused([](Mail& mail) { mail.subject = "a\nb"; }));
    CHECK(refused([](Mail& mail) { mail.subject = ""; }));
    CHECK(refused([](Mail& mail) { mail.subject = "\xFF"; }));
    CHECK(refused([](Mail& mail) { mail.subject = std::string(301, 'x'); }));
    CHECK(refused([](Mail& mail) { mail.from_name = "a\r\nb"; }));
    CHECK(refused([](Mail& mail) { mail.from = "a@b>\r\nX: y"; }));
    CHECK(refused([](Mail& mail) { mail.to.push_back("a@b\r\nX: y"); }));
    CHECK(refused([](Mail& mail) { mail.to.clear(); }));
    CHECK(refused([](Mail& mail) { mail.to.assign(51, "a@b"); }));
    CHECK(refused([](Mail& mail) { mail.message_id = "a>\r\nX: y"; }));
    CHECK(refused([](Mail& mail) { mail.text = ""; }));
    CHECK(refused([](Mail& mail) { mail.text = std::string{"a\0b", 3}; }));
    CHECK(refused([](Mail& mail) { mail.text = std::string((1U << 20) + 1, 'x'); }));
    auto mail = some_mail();
    mail.from_name = "boss@bank.example, x";
    CHECK(!has(*mail_text(mail), "boss@bank.example"));
}

TEST_CASE("a mail is handed over whole, to each receiver") {
    Post post;
    auto client = post.client();
    REQUIRE(client.send(some_mail()).has_value());
    CHECK(post.was_told("EHLO truefill.example\r\n"));
    CHECK(post.was_told("MAIL FROM:<orders@truefill.example>\r\n"));
    CHECK(post.was_told("RCPT TO:<anna@customer.example>\r\n"));
    CHECK(post.was_told("RCPT TO:<bert@customer.example>\r\n"));
    CHECK(post.kept == *mail_text(some_mail()) + ".\r\n");
    REQUIRE(client.send(some_mail()).has_value());
    CHECK(post.listener.connections() == 1);
}

TEST_CASE("a server without TLS gets neither a mail nor a password") {
    Post post;
    SmtpOptions options;
    options.host = "127.0.0.1";
    options.port = post.listener.port();
    options.user = "me";
    options.password = "hidden-word";
    SmtpClient client{options};
    const auto sent = client.send(some_mail());
    CHECK(kind_of(sent) == MailFaultKind::later);
    CHECK(!has(sent.error().sentence, "hidden"));
    CHECK(!post.was_told("AUTH"));
    CHECK(!post.was_told("MAIL"));
}

TEST_CASE("no for good, not now, and no reply are three things") {
    Post post;
    auto client = post.client();
    post.set(&Post::receiver_reply, "550 no such person\r\n");
    CHECK(kind_of(client.send(some_mail())) == MailFaultKind::refused);
    post.set(&Post::receiver_reply, "450 try later\r\n");
    CHECK(kind_of(client.send(some_mail())) == MailFaultKind::later);
    post.set(&Post::receiver_reply, "250 ok\r\n");
    post.set(&Post::last, "554 not this mail\r\n");
    CHECK(kind_of(client.send(some_mail())) == MailFaultKind::refused);
    post.set(&Post::last, "452 disk full\r\n");
    CHECK(kind_of(client.send(some_mail())) == MailFaultKind::later);
    post.set(&Post::last, "");
    CHECK(kind_of(client.send(some_mail())) == MailFaultKind::unknown);
    auto mail = some_mail();
    mail.subject = "a\nb";
    CHECK(kind_of(client.send(mail)) == MailFaultKind::bad_mail);
}

TEST_CASE("where no mail server listens nothing was sent") {
    SmtpOptions options;
    options.host = "no-such-name.invalid";
    options.security = MailSecurity::none;
    CHECK(kind_of(SmtpClient{options}.send(some_mail())) == MailFaultKind::later);
    Post post;
    auto client = post.client();
    client.end();
    CHECK(kind_of(client.send(some_mail())) == MailFaultKind::later);
    CHECK(post.listener.connections() == 0);
}

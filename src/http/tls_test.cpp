#include "http/http.h"
#include "http/http_fixture.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

using namespace truefill;
using namespace truefill::http;

namespace {

/// A folder of its own with a certificate that is good for nothing but this test.
struct Papers {
    Papers() {
        char name[] = "/tmp/truefill-tls-XXXXXX";
        REQUIRE(::mkdtemp(name));
        folder = name;
        EVP_PKEY* key = EVP_EC_gen("P-256");
        X509* paper = X509_new();
        X509_set_version(paper, X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(paper), 1);
        X509_gmtime_adj(X509_getm_notBefore(paper), 0);
        X509_gmtime_adj(X509_getm_notAfter(paper), 3600);
        X509_set_pubkey(paper, key);
        X509_NAME* subject = X509_get_subject_name(paper);
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char*>("here"), -1, -1, 0);
        X509_set_issuer_name(paper, subject);
        REQUIRE(X509_sign(paper, key, EVP_sha256()) > 0);
        write(certificate(), [&](std::FILE* file) { return PEM_write_X509(file, paper); });
        write(key_file(), [&](std::FILE* file) {
            return PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
        });
        X509_free(paper);
        EVP_PKEY_free(key);
    }
    ~Papers() { std::filesystem::remove_all(folder); }
    Papers(const Papers&) = delete;
    Papers& operator=(const Papers&) = delete;

    template <class Write>
    static void write(const std::string& name, Write how) {
        std::FILE* file = std::fopen(name.c_str(), "w");
        REQUIRE(file);
        REQUIRE(how(file) == 1);
        std::fclose(file);
    }
    std::string certificate() const { return folder + "/certificate.pem"; }
    std::string key_file() const { return folder + "/key.pem"; }

    Options options() const {
        Options options = quick_options();
        options.certificate_file = certificate();
        options.key_file = key_file();
        return options;
    }
    std::string folder;
};

/// A client that speaks TLS over a blocking socket.
class SecretClient {
public:
    /// `protocols`: what it offers (ALPN), each with its length before it; none: it offers nothing.
    explicit SecretClient(std::uint16_t port, int version = 0, std::string_view protocols = "")
        : context_{SSL_CTX_new(TLS_client_method())} {
        if (!protocols.empty())
            REQUIRE(SSL_CTX_set_alpn_protos(context_,
                                            reinterpret_cast<const unsigned char*>(protocols.data()),
                                            static_cast<unsigned>(protocols.size())) == 0);
        if (version != 0) {
            SSL_CTX_set_min_proto_version(context_, version);
            SSL_CTX_set_max_proto_version(context_, version);
            SSL_CTX_set_security_level(context_, 0);
        }
        bio_ = BIO_new_ssl_connect(context_);
        BIO_set_conn_hostname(bio_, ("127.0.0.1:" + std::to_string(port)).c_str());
        is_open_ = BIO_do_handshake(bio_) == 1;
    }
    ~SecretClient() {
        BIO_free_all(bio_);
        SSL_CTX_free(context_);
    }
    SecretClient(const SecretClient&) = delete;
    SecretClient& operator=(const SecretClient&) = delete;

    bool is_open() const { return is_open_; }
    /// What the server chose of the protocols.
    std::string protocol() const {
        SSL* session = nullptr;
        BIO_get_ssl(bio_, &session);
        const unsigned char* chosen = nullptr;
        unsigned size = 0;
        SSL_get0_alpn_selected(session, &chosen, &size);
        return {reinterpret_cast<const char*>(chosen), size};
    }
    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const int sent =
                BIO_write(bio_, bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), 1 << 20)));
            REQUIRE(sent > 0);
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    /// Up to the end of the connection.
    std::string read_all() {
        std::string all;
        char bytes[16 << 10];
        for (int got = 0; (got = BIO_read(bio_, bytes, sizeof bytes)) > 0;) {
            all.append(bytes, static_cast<std::size_t>(got));
        }
        return all;
    }

private:
    SSL_CTX* context_;
    BIO* bio_ = nullptr;
    bool is_open_ = false;
};

Router sizing() {
    Router router;
    router.add(Method::post, "/double", [](const ExchangePtr& exchange) {
        exchange->reply({.body = exchange->request().body + exchange->request().body});
    });
    return router;
}

std::string doubling(std::string_view body, std::string_view headers = "") {
    return "POST /double HTTP/1.1\r\nHost: here\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string{headers} + "\r\n" + std::string{body};
}

} // namespace

TEST_CASE("speaks TLS 1.2 and 1.3 on the same code path, and nothing older") {
    const Papers papers;
    Running running{sizing(), papers.options()};
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        SecretClient client{running.server.port(), version};
        REQUIRE(client.is_open());
        client.send(doubling("one") + doubling("two", "Connection: close\r\n"));
        const std::string all = client.read_all();
        CHECK(all.contains("\r\n\r\noneoneHTTP/1.1 200 OK\r\n"));
        CHECK(all.ends_with("\r\n\r\ntwotwo"));
    }
    CHECK_FALSE(SecretClient{running.server.port(), TLS1_1_VERSION}.is_open());
}

TEST_CASE("of the protocols that browsers and curl offer, HTTP/1.1 is chosen") {
    const Papers papers;
    Running running{sizing(), papers.options()};
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        for (const std::string_view offered : {"\x08http/1.1", "\x02h2\x08http/1.1"}) {
            const SecretClient client{running.server.port(), version, offered};
            REQUIRE(client.is_open());
            CHECK(client.protocol() == "http/1.1");
        }
        const SecretClient only_two{running.server.port(), version, "\x02h2"};
        CHECK(only_two.is_open());
        CHECK(only_two.protocol().empty());
    }
}

TEST_CASE("large bodies go through TLS both ways") {
    const Papers papers;
    Running running{sizing(), papers.options()};
    SecretClient client{running.server.port()};
    REQUIRE(client.is_open());
    std::string body;
    for (int n = 0; body.size() < 5'000'000; ++n) body += std::to_string(n);
    client.send(doubling(body, "Connection: close\r\n"));
    const std::string all = client.read_all();
    CHECK(all.ends_with("\r\n\r\n" + body + body));
}

TEST_CASE("plain text, and a handshake that does not go on, end the connection") {
    const Papers papers;
    Options options = papers.options();
    options.head_time = std::chrono::milliseconds{200};
    Running running{sizing(), options};
    Client plain{running.server.port()};
    plain.send("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
    CHECK(plain.is_ended());
    Client silent{running.server.port()};
    CHECK(silent.is_ended());
    Client half{running.server.port()};
    half.send(std::string_view{"\x16\x03\x01\x02\x00\x01", 6});
    CHECK(half.is_ended());
    CHECK(half.rest().empty());
    CHECK(SecretClient{running.server.port()}.is_open());
}

TEST_CASE("says in a sentence what is wrong with a certificate") {
    const Papers papers;
    const Papers others;
    Options options = papers.options();
    options.certificate_file = papers.folder + "/none.pem";
    CHECK(Server{options, Router{}}.start()->starts_with("The certificate " + options.certificate_file));
    options = papers.options();
    options.key_file = papers.certificate();
    CHECK(
        Server{options, Router{}}.start()->starts_with("The key " + options.key_file + " cannot be used: "));
    options.key_file = others.key_file();
    CHECK(Server{options, Router{}}.start()->ends_with("cannot be used: key values mismatch."));
}

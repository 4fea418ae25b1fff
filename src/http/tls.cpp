#include "http/tls.h"

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <array>
#include <string_view>
#include <utility>

namespace truefill::http {

namespace {

struct Free {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    void operator()(SSL* session) const { SSL_free(session); }
};
using Context = std::unique_ptr<SSL_CTX, Free>;
using Session = std::unique_ptr<SSL, Free>;

/// The reason of the last failure, as OpenSSL puts it.
std::string last_reason() {
    const char* reason = ERR_reason_error_string(ERR_peek_last_error());
    return reason ? reason : "unknown reason";
}

/// Of what the client offers we take HTTP/1.1, the only one that we speak.
// tidy: allow parameters, because OpenSSL calls it with them
int choose_protocol(SSL*, const unsigned char** out, unsigned char* out_size, const unsigned char* offered,
                    unsigned int offered_size, void*) {
    // Static: what is chosen points into it after this has returned.
    static constexpr std::array<unsigned char, 9> ours{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char* chosen = nullptr;
    const int result =
        SSL_select_next_proto(&chosen, out_size, ours.data(), ours.size(), offered, offered_size);
    *out = chosen;
    return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

class TlsTransport final : public Transport {
public:
    TlsTransport(SSL_CTX* context, int descriptor) : session_{SSL_new(context)}, descriptor_{descriptor} {
        if (!session_ || SSL_set_fd(session_.get(), descriptor) != 1) is_broken_ = true;
        if (session_) SSL_set_accept_state(session_.get());
    }

    Transfer read(std::span<char> into) override {
        if (is_broken_) return {Moved::ended};
        ERR_clear_error();
        std::size_t bytes = 0;
        const int result = SSL_read_ex(session_.get(), into.data(), into.size(), &bytes);
        return moved(result, bytes);
    }

    Transfer write(const Output& output) override {
        if (is_broken_) return {Moved::ended};
        const std::string_view piece = output.first_piece();
        ERR_clear_error();
        std::size_t bytes = 0;
        const int result = SSL_write_ex(session_.get(), piece.data(), piece.size(), &bytes);
        return moved(result, bytes);
    }

    void finish() override {
        ERR_clear_error();
        if (!is_broken_ && !is_opening()) SSL_shutdown(session_.get());
        ::shutdown(descriptor_, SHUT_WR);
    }

    bool holds_bytes() const override { return !is_broken_ && SSL_pending(session_.get()) > 0; }
    bool is_opening() const override { return !is_broken_ && SSL_is_init_finished(session_.get()) == 0; }

private:
    Transfer moved(int result, std::size_t bytes) {
        if (result == 1) return {Moved::some, bytes};
        switch (SSL_get_error(session_.get(), result)) {
        case SSL_ERROR_WANT_READ: return {Moved::wait_read};
        case SSL_ERROR_WANT_WRITE: return {Moved::wait_write};
        case SSL_ERROR_ZERO_RETURN: return {Moved::ended};
        default: is_broken_ = true; return {Moved::ended};
        }
    }

    Session session_;
    int descriptor_;
    bool is_broken_ = false; ///< nothing may be asked of the session any more
};

} // namespace

struct Tls::Parts {
    Context context;
};

Tls::Tls(std::unique_ptr<Parts> parts) : parts_{std::move(parts)} {}
Tls::~Tls() = default;

std::expected<std::shared_ptr<const Tls>, std::string> Tls::load(const std::string& certificate_file,
                                                                 const std::string& key_file) {
    ERR_clear_error();
    auto parts = std::make_unique<Parts>();
    SSL_CTX* context = SSL_CTX_new(TLS_server_method());
    parts->context.reset(context);
    if (!context) return std::unexpected{"TLS cannot be used: " + last_reason() + "."};
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                     SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
    // An idle connection keeps no buffers; what a write could not take yet may lie elsewhere at the next try.
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                  SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20"); // of TLS 1.2; 1.3 has only good ones
    SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
    if (SSL_CTX_use_certificate_chain_file(context, certificate_file.c_str()) != 1) {
        return std::unexpected{
            fmt::format("The certificate {} cannot be used: {}.", certificate_file, last_reason())};
    }
    if (SSL_CTX_use_PrivateKey_file(context, key_file.c_str(), SSL_FILETYPE_PEM) != 1) {
        return std::unexpected{fmt::format("The key {} cannot be used: {}.", key_file, last_reason())};
    }
    if (SSL_CTX_check_private_key(context) != 1) {
        return std::unexpected{
            fmt::format("The key {} is not that of the certificate {}.", key_file, certificate_file)};
    }
    return std::shared_ptr<const Tls>{new Tls{std::move(parts)}};
}

std::unique_ptr<Transport> Tls::transport(int descriptor) const {
    return std::make_unique<TlsTransport>(parts_->context.get(), descriptor);
}

} // namespace truefill::http

#include "api/passwords.h"

#include "base/text.h"

#include <sodium.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace truefill::api {
namespace {

// OWASP's floor for argon2id is 19 MiB and two passes; this is 64 MiB and two.
constexpr auto argon_passes = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto argon_bytes = crypto_pwhash_MEMLIMIT_INTERACTIVE;

/// Gone from memory when it is not needed any more.
struct Wiped {
    explicit Wiped(std::string value) : text{std::move(value)} {}
    Wiped(Wiped&& other) noexcept : text{std::move(other.text)} { other.forget(); }
    Wiped(const Wiped& other) = default; // std::function copies; each copy forgets
    Wiped& operator=(Wiped&&) = delete;
    ~Wiped() { forget(); }
    void forget() {
        if (!text.empty()) sodium_memzero(text.data(), text.size());
        text.clear();
    }
    std::string text;
};

std::string argon_of(std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), argon_passes, argon_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return {};
    return out.data();
}

} // namespace

Passwords::Passwords() {
    if (sodium_init() < 0) throw std::runtime_error{"libsodium does not start"};
    // Made by the clerk, as it takes a while; he is done before the first password comes to him.
    clerk_.give([this] {
        std::array<unsigned char, 32> random{};
        randombytes_buf(random.data(), random.size());
        of_nobody_ = argon_of({reinterpret_cast<const char*>(random.data()), random.size()});
    });
}

std::optional<std::string> Passwords::weakness(std::string_view password, std::string_view name) {
    if (password.size() < shortest) return "A password has at least 12 characters";
    if (password.size() > longest) return "A password has at most 200 bytes";
    const auto small = to_lower_ascii(password);
    if (!name.empty() && small.find(to_lower_ascii(name)) != std::string::npos)
        return "A password does not have the user's name in it";
    if (small.find("truefill") != std::string::npos) return "A password does not have \"truefill\" in it";
    if (password.find_first_not_of(password.front()) == std::string_view::npos)
        return "A password is more than one character again and again";
    return std::nullopt;
}

bool Passwords::check(std::string password, std::string hash, std::function<void(bool)> then) {
    if (clerk_.waiting() >= waiting_max) return false;
    clerk_.give([this, secret = Wiped{std::move(password)}, hash = std::move(hash),
                 then = std::move(then)]() mutable {
        const auto& other = hash.empty() ? of_nobody_ : hash;
        const bool same =
            crypto_pwhash_str_verify(other.c_str(), secret.text.data(), secret.text.size()) == 0;
        secret.forget();
        then(same && !hash.empty());
    });
    return true;
}

bool Passwords::hash(std::string password, std::function<void(std::string)> then) {
    if (clerk_.waiting() >= waiting_max) return false;
    clerk_.give([secret = Wiped{std::move(password)}, then = std::move(then)]() mutable {
        auto made = argon_of(secret.text);
        secret.forget();
        then(std::move(made));
    });
    return true;
}

} // namespace truefill::api

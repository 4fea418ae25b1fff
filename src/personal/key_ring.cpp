#include "personal/key_ring.h"

#include "base/assert.h"

#include <sodium.h>

#include <algorithm>
#include <mutex>
#include <utility>

namespace truefill::personal {
namespace {

static_assert(sealed_nonce_bytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES &&
              sealed_tag_bytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);

constexpr std::size_t id_bytes = 8, number_bytes = 8;
constexpr std::size_t remembered_max = 100'000;
constexpr char sub_key_context[crypto_kdf_CONTEXTBYTES + 1] = "tfperson";
constexpr int without_padding = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string to_base64(const unsigned char* bytes, std::size_t size) {
    std::string text(sodium_base64_encoded_len(size, without_padding), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, size, without_padding);
    text.pop_back(); // its zero
    return text;
}

std::uint64_t number_in(std::string_view bytes) {
    std::uint64_t number = 0;
    for (const char c : bytes) number = number << 8 | static_cast<unsigned char>(c);
    return number;
}

void append_number(std::string& out, std::uint64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 0xff);
}

} // namespace

KeyRing::KeyRing() { TF_ASSERT(sodium_init() >= 0, "libsodium works here"); }

KeyRing::~KeyRing() {
    for (auto& [id, key] : keys_) {
        sodium_memzero(key.cipher.data(), key.cipher.size());
        sodium_memzero(key.nonce.data(), key.nonce.size());
    }
}

KeyRing::Key KeyRing::key_of(std::string person, std::uint64_t number, const Secret& secret) {
    Key key;
    key.person = std::move(person);
    key.number = number;
    crypto_kdf_derive_from_key(key.cipher.data(), key.cipher.size(), 1, sub_key_context, secret.data());
    crypto_kdf_derive_from_key(key.nonce.data(), key.nonce.size(), 2, sub_key_context, secret.data());
    return key;
}

void KeyRing::add(const std::string& id, Key key) {
    last_number_ = std::max(last_number_, key.number);
    const auto now = current_.find(key.person);
    if (now == current_.end() || keys_.find(now->second)->second.number < key.number)
        current_.insert_or_assign(key.person, id);
    all_.emplace(key.person, id);
    keys_.insert_or_assign(id, std::move(key));
}

bool KeyRing::load(std::span<const journal::SideRow> rows) {
    const std::scoped_lock lock{mutex_};
    bool all = true;
    for (const auto& [id, value] : rows) {
        if (id.size() != sealed_key_size || value.size() <= secret_bytes + number_bytes) {
            all = false;
            continue;
        }
        Secret secret;
        std::copy_n(bytes_of(value), secret_bytes, secret.begin());
        add(id, key_of(value.substr(secret_bytes + number_bytes),
                       number_in(std::string_view{value}.substr(secret_bytes, number_bytes)), secret));
        sodium_memzero(secret.data(), secret.size());
    }
    return all;
}

void KeyRing::on_new_key(Keep keep) {
    const std::scoped_lock lock{mutex_};
    keep_ = std::move(keep);
}

/// Kept before it is in the ring: nobody seals with a key that will not be stored.
const std::string& KeyRing::make_key(std::string_view person) {
    std::array<unsigned char, id_bytes> random{};
    std::string id;
    do {
        randombytes_buf(random.data(), random.size());
        id = to_base64(random.data(), random.size());
    } while (keys_.contains(id));
    Secret secret;
    randombytes_buf(secret.data(), secret.size());
    const auto number = last_number_ + 1;
    if (keep_) {
        journal::SideRow row{id, {}};
        row.value.append(reinterpret_cast<const char*>(secret.data()), secret.size());
        append_number(row.value, number);
        row.value.append(person);
        keep_(std::move(row));
    }
    add(id, key_of(std::string{person}, number, secret));
    sodium_memzero(secret.data(), secret.size());
    return current_.find(person)->second;
}

std::string KeyRing::token_under(const Key& key, std::string_view id, std::string_view text) {
    std::string sealed(sealed_nonce_bytes + text.size() + sealed_tag_bytes, '\0');
    auto* const nonce = reinterpret_cast<unsigned char*>(sealed.data());
    crypto_generichash(nonce, sealed_nonce_bytes, bytes_of(text), text.size(), key.nonce.data(),
                       key.nonce.size());
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + sealed_nonce_bytes, nullptr, bytes_of(text),
                                               text.size(), bytes_of(id), id.size(), nullptr, nonce,
                                               key.cipher.data());
    std::string token{sealed_begin};
    token.append(id).append(1, '.').append(to_base64(nonce, sealed.size())).append(1, sealed_end);
    TF_ASSERT(is_sealed(token) && clear_size(token) == text.size(), "what we seal reads as sealed");
    return token;
}

std::string KeyRing::seal(std::string_view person, std::string_view text) {
    if (text.empty() || text.size() > sealed_clear_max || is_sealed(text)) return std::string{text};
    {
        const std::shared_lock lock{mutex_};
        if (const auto found = current_.find(person); found != current_.end())
            return token_under(keys_.find(found->second)->second, found->second, text);
    }
    const std::scoped_lock lock{mutex_};
    const auto found = current_.find(person); // somebody may have been faster
    const auto& id = found != current_.end() ? found->second : make_key(person);
    return token_under(keys_.find(id)->second, id, text);
}

std::string KeyRing::unseal(std::string_view text) const {
    const auto token = sealed_token(text);
    if (!token || token->all.size() != text.size()) return std::string{text};
    std::string sealed(sealed_nonce_bytes + sealed_tag_bytes + token->clear_size(), '\0');
    auto* const nonce = reinterpret_cast<unsigned char*>(sealed.data());
    std::size_t size = 0;
    const bool read = sodium_base642bin(nonce, sealed.size(), token->text.data(), token->text.size(), nullptr,
                                        &size, nullptr, without_padding) == 0;
    std::string clear(token->clear_size(), '\0');
    const std::shared_lock lock{mutex_};
    const auto key = keys_.find(token->key);
    if (key == keys_.end()) return std::string{erased_word};
    if (!read || size != sealed.size() ||
        crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(clear.data()), nullptr,
                                                   nullptr, nonce + sealed_nonce_bytes,
                                                   size - sealed_nonce_bytes, bytes_of(token->key),
                                                   token->key.size(), nonce, key->second.cipher.data()) != 0)
        return std::string{unreadable_word};
    return clear;
}

std::string KeyRing::reveal(std::string_view token) const {
    if (!is_sealed(token)) return std::string{token};
    {
        const std::shared_lock lock{memory_mutex_};
        if (const auto found = memory_.find(token); found != memory_.end()) return found->second;
    }
    const std::scoped_lock lock{memory_mutex_}; // `forget` waits for it, so nothing gone is remembered
    auto text = unseal(token);
    if (memory_.size() >= remembered_max) memory_.clear();
    memory_.insert_or_assign(std::string{token}, text);
    return text;
}

bool KeyRing::is_current(std::string_view text) const {
    const auto token = sealed_token(text);
    if (!token || token->all.size() != text.size()) return true;
    const std::shared_lock lock{mutex_};
    const auto key = keys_.find(token->key);
    if (key == keys_.end()) return false;
    const auto now = current_.find(key->second.person);
    return now != current_.end() && now->second == token->key;
}

std::vector<std::string> KeyRing::retire(std::string_view person) {
    const std::scoped_lock lock{mutex_};
    std::vector<std::string> ids;
    const auto [first, last] = all_.equal_range(person);
    for (auto one = first; one != last; ++one) ids.push_back(one->second);
    if (const auto found = current_.find(person); found != current_.end()) current_.erase(found);
    return ids;
}

void KeyRing::restore(std::string_view person, std::span<const std::string> ids) {
    const std::scoped_lock lock{mutex_};
    if (current_.contains(person)) return;
    const std::string* newest = nullptr;
    std::uint64_t number = 0;
    for (const auto& id : ids)
        if (const auto key = keys_.find(id); key != keys_.end() && key->second.number > number) {
            newest = &id;
            number = key->second.number;
        }
    if (newest) current_.insert_or_assign(std::string{person}, *newest);
}

std::vector<std::string> KeyRing::forget(std::span<const std::string> ids) {
    std::vector<std::string> gone;
    {
        const std::scoped_lock lock{mutex_};
        for (const auto& id : ids) {
            const auto found = keys_.find(id);
            if (found == keys_.end()) continue;
            auto& key = found->second;
            if (const auto now = current_.find(key.person); now != current_.end() && now->second == id)
                current_.erase(now);
            const auto [first, last] = all_.equal_range(key.person);
            all_.erase(std::find_if(first, last, [&](const auto& one) { return one.second == id; }));
            sodium_memzero(key.cipher.data(), key.cipher.size());
            sodium_memzero(key.nonce.data(), key.nonce.size());
            keys_.erase(found);
            gone.push_back(id);
        }
    }
    const std::scoped_lock lock{memory_mutex_};
    memory_.clear();
    return gone;
}

std::vector<std::string> KeyRing::persons(std::string_view kind) const {
    const auto begins = std::string{kind} + ':';
    std::vector<std::string> found;
    const std::shared_lock lock{mutex_};
    for (auto one = all_.lower_bound(begins); one != all_.end() && one->first.starts_with(begins); ++one)
        if (found.empty() || found.back() != one->first) found.push_back(one->first);
    return found;
}

std::size_t KeyRing::size() const {
    const std::shared_lock lock{mutex_};
    return keys_.size();
}

} // namespace truefill::personal

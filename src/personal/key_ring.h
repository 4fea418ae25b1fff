/// The keys of persons. What is known of a person stands in the journal as sealed text (base/sealed.h), and
/// only the keys stand beside it, in the side table `person_keys`: whoever destroys a key erases what is
/// sealed under it, in every record, snapshot and copy, and the chain of records stays whole.
///
///     key of a row     its id, 64 random bits as 11 characters
///     value of a row   32 random bytes, a number of 8 bytes that grows with each key, the person:
///                      customer:CODE, user:NAME, consignee:WHAT
///
/// A text is sealed by XChaCha20-Poly1305 under the person's key, with the key's id as additional data. The
/// nonce is a keyed hash of the text, so the same text of the same person gives the same token: a message
/// that is sent twice is the same message, byte for byte. What that tells whoever reads the journal without
/// keys: that two texts of one person are equal, and how long they are. The nonce has 192 bits, so two texts
/// meet in one after 2^96 of them.
///
/// A new key is given to `keep` before anybody else can seal with it; so the loop stores it before any record
/// that names it (loop/side.h).
///
/// Measured on one core: sealing 60 bytes 1.8 us, reading them 1.1 us, a new key 4.3 us; a person takes 490
/// bytes of memory and 3 us of a start. For any thread: sealing for a known person and reading run side by
/// side.
#pragma once

#include "base/sealed.h"
#include "journal/port.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace truefill::personal {

/// The side table of the journal.
inline constexpr std::string_view keys_table = "person_keys";
/// What stands for a text whose key is gone, and for a token that nobody sealed.
inline constexpr std::string_view erased_word = "(erased)", unreadable_word = "(unreadable)";

class KeyRing {
public:
    /// What happens to the row of a new key; called under the ring's lock, so it must be quick.
    using Keep = std::function<void(journal::SideRow)>;

    KeyRing();
    ~KeyRing(); ///< wipes the keys
    KeyRing(const KeyRing&) = delete;
    KeyRing& operator=(const KeyRing&) = delete;

    /// Takes the rows of the side table; false when one of them is no key.
    bool load(std::span<const journal::SideRow> rows);
    void on_new_key(Keep keep);

    /// The token of a text; the person gets a key if he has none. A text that is empty, too long
    /// (sealed_clear_max) or sealed already comes back as it is.
    std::string seal(std::string_view person, std::string_view text);
    /// What a token says, or one of the two words. Text that is no token comes back as it is.
    std::string unseal(std::string_view token) const;
    /// The same from a memory of what was asked before: for searches, which ask for the same names again.
    std::string reveal(std::string_view token) const;
    /// Whether a text is no token, or is one under a key that its person's new text is sealed with.
    bool is_current(std::string_view token) const;

    /// Ids of all keys of a person that are there, and nobody seals with them from now on: new text of the
    /// person gets a new key.
    std::vector<std::string> retire(std::string_view person);
    /// Takes `retire` back, unless a new key was made meanwhile.
    void restore(std::string_view person, std::span<const std::string> ids);
    /// Destroys keys in memory. Those that were there.
    std::vector<std::string> forget(std::span<const std::string> ids);

    /// Persons of a kind ("consignee") who have keys; each once.
    std::vector<std::string> persons(std::string_view kind) const;
    std::size_t size() const;

private:
    static constexpr std::size_t secret_bytes = 32;
    using Secret = std::array<unsigned char, secret_bytes>;
    struct Key {
        std::string person;
        std::uint64_t number{};   ///< the highest one of a person seals
        Secret cipher{}, nonce{}; ///< sub-keys of the row's bytes
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    static Key key_of(std::string person, std::uint64_t number, const Secret& secret);
    static std::string token_under(const Key& key, std::string_view id, std::string_view text);
    void add(const std::string& id, Key key);
    const std::string& make_key(std::string_view person);

    mutable std::shared_mutex mutex_;
    std::unordered_map<std::string, Key, Hash, std::equal_to<>> keys_;            ///< by id
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> current_; ///< person -> id
    std::multimap<std::string, std::string, std::less<>> all_;                    ///< person -> ids
    std::uint64_t last_number_ = 0;
    Keep keep_;
    mutable std::shared_mutex memory_mutex_;
    mutable std::unordered_map<std::string, std::string, Hash, std::equal_to<>> memory_; ///< token -> text
};

} // namespace truefill::personal

/// Personal data at the edge: sealed where a message comes in, read again where an answer goes out, gone when
/// a person is erased (personal/key_ring.h says how).
///
/// - A new key is handed to the loop before the message that needs it, so it is durable before the record.
/// - An erasure is an event. When it is durable, before anybody hears of it, its keys leave the memory; the
///   loop takes them out of the file next. After a power cut between the two the next start does it.
/// - Sources may have their own words for customers: a copy of their cross-references is kept here, so that
///   what is sealed for a customer is found again under our code.
#pragma once

#include "api/service.h"
#include "loop/listener.h"
#include "loop/loop.h"
#include "personal/exits.h"
#include "personal/members.h"

#include <expected>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::api {

/// The first of the listeners: the others may read again what an erasure has changed.
class PersonDesk final : public loop::CommitListener {
public:
    /// Reads the keys; before the loop.
    std::expected<void, journal::Fault> open(journal::Journal& journal, const engine::State& state);
    /// New keys go to the loop from now on; what an erasure left behind goes now.
    void start(loop::Loop& loop);

    void committed(const journal::Batch& batch, std::span<const loop::Mark> marks) override;

    personal::KeyRing& keys() { return keys_; }
    /// A text with what is sealed in it.
    std::string shown(std::string_view text) const {
        return personal::unsealed(keys_, std::string{text}, personal::Written::plain);
    }
    /// Our code of a customer whom a source calls so.
    std::string customer(std::string_view source, std::string_view theirs) const;
    /// `then` when all keys that were erased so far are out of the file.
    void when_destroyed(std::function<void(std::optional<loop::Fault>)> then);

private:
    void follow(std::string_view record);
    void destroy(std::vector<std::string> ids);

    personal::KeyRing keys_;
    std::vector<std::string> left_behind_;
    loop::Loop* loop_ = nullptr;
    mutable std::shared_mutex mutex_;                                              ///< for the next one
    std::map<std::pair<std::string, std::string>, std::string, std::less<>> ours_; ///< by source and word
};

/// What is known of a message before it is sealed.
struct SealHints {
    std::string_view raw{};       ///< the JSON that its command was decoded from
    std::string_view consignee{}; ///< the customer whose goods a signature is for (`consignee_in`)
};
/// Seals what a message says of persons. None: it may go on.
std::optional<Problem> seal(Service& service, engine::Message& message, SealHints known = {});
/// The customer whose goods a message tells of; empty when that is not known.
std::string consignee_in(const engine::State& state, const engine::Command& command);
/// The same for many messages, with one look at the state when any of them needs one. It waits for that look,
/// so it is not for the journal thread.
std::vector<std::optional<Problem>> seal_each(Service& service, std::span<engine::Message> messages);
/// Asked in the engine's turn: false when a text of the message was sealed for somebody who was erased since.
/// Its sender is told `sealed_before`; sent again, it is sealed anew.
bool is_readable(const Service& service, const engine::State& state, const engine::Command& command);
Problem sealed_before();

/// The same exchange, whose answers say what is sealed in them.
http::ExchangePtr unsealing(Service& service, http::ExchangePtr exchange);
/// A text of the state as people read it; for searches.
std::string shown(const Service& service, const std::string& text);

} // namespace truefill::api

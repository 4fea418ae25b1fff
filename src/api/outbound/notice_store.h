/// What customers and people were told, or will be: JOURNAL.notices.db beside the journal (side_file.h).
#pragma once

#include "api/side_file.h"
#include "base/describe.h"
#include "base/ids.h"
#include "base/time.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

enum class NoticeStatus : std::uint8_t {
    waiting,  ///< goes out when its time has come
    sending,  ///< written before the attempt: after a crash its outcome is not known
    told,     ///< the receiver's server has it
    refused,  ///< it said no for good
    unknown,  ///< it may have it, and cannot be asked: a person decides
    given_up, ///< it could not be reached for a day
};
TF_DESCRIBE_ENUM(NoticeStatus, waiting, sending, told, refused, unknown, given_up)

struct KeptNotice {
    std::string id; ///< "shipped/120.3/SO-1/anna@customer.example": one is never made twice
    std::string event, order, customer, receiver;
    std::string subject, text, html;
    NoticeStatus status{};
    std::int64_t attempts{};
    Time created_at, next_at, told_at;
    std::string last_error;
};
TF_DESCRIBE(KeptNotice, (id, event, order, customer, receiver, subject, text, html, status, attempts,
                         created_at, next_at, told_at, last_error))

/// For any thread. The sentences say what is wrong with the file.
class NoticeStore {
public:
    using Done = std::expected<void, std::string>;
    Done open(const std::string& file);

    /// Up to where the journal was read; nothing: never.
    std::expected<std::optional<Position>, std::string> position();
    /// New ones and how far the journal was read, at once. One that is known by its id is left as it is.
    Done add(const std::vector<KeptNotice>& notices, Position position);
    Done put(const KeptNotice& notice);
    /// No notice waits longer; one that would was kept before the clock was set back, and is due.
    static constexpr Duration longest_wait = hours(12);
    /// Waiting ones whose time has come, the oldest first. `skips`: receivers that cannot be reached now.
    std::expected<std::vector<KeptNotice>, std::string>
    due(Time now, std::int64_t most, const std::function<bool(const std::string&)>& skips = {});
    std::expected<std::vector<KeptNotice>, std::string> interrupted();
    std::expected<std::vector<KeptNotice>, std::string> of_order(std::string_view number);
    /// Takes away what was settled before: addresses and texts are not kept for ever.
    Done forget_before(Time time);

private:
    std::expected<std::vector<KeptNotice>, std::string> rows(stores::Statement& asked);
    std::expected<KeptNotice, std::string> row(std::string_view text);

    std::mutex mutex_;
    SideFile file_;
};

} // namespace truefill::api

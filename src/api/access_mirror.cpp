#include "api/access_mirror.h"

#include "api/log.h"
#include "api/stored_record.h"

#include <utility>

namespace truefill::api {
namespace {

constexpr std::string_view access_sign = "\"access.";

/// The ledger and the master data are not looked at when an event of access takes effect.
const Facts& no_facts() {
    static const ledger::Ledger ledger;
    static const masterdata::MasterData master;
    static const Facts facts{ledger, master};
    return facts;
}

/// Applies what the record says about access; true when it says something. The sentence says why it cannot
/// be read.
std::expected<bool, std::string> follow_access(access::State& state, std::string_view bytes) {
    json::Document document;
    const auto record = open_record(document, bytes);
    if (!record) return std::unexpected(record.error());
    bool any = false;
    for (const auto& step : record->steps)
        for (const auto& stored : step.events) {
            if (!stored.name.starts_with("access.")) continue;
            const auto event = decode(stored);
            if (!event) return std::unexpected(event.error());
            access::apply(state, get<access::Event>(*event), no_facts());
            any = true;
        }
    return any;
}

} // namespace

void AccessMirror::start(const access::State& state, Position position) {
    publish(std::make_shared<const access::State>(state), position);
}

void AccessMirror::committed(const journal::Batch& batch, std::span<const loop::Mark>) {
    if (batch.size() == 0) return;
    const auto last = batch.first + batch.size() - 1;
    Copy next;
    if (std::string_view{batch.bytes}.find(access_sign) != std::string_view::npos) {
        auto changed = std::make_shared<access::State>(*state());
        bool any = false;
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (batch.record(i).find(access_sign) == std::string_view::npos) continue;
            const auto followed = follow_access(*changed, batch.record(i));
            if (followed) {
                any = *followed || any;
                continue;
            }
            log(Level::error, "access_record",
                "Who may do what cannot be read, so nobody is let in: " + followed.error(),
                {{"position", std::to_string(batch.first + i)}});
            lost_.store(true, std::memory_order_release);
            any = true; // streams ask again
        }
        if (any) next = std::move(changed);
    }
    publish(std::move(next), last);
}

void AccessMirror::publish(Copy next, Position position) {
    {
        const std::scoped_lock lock{mutex_};
        if (next) {
            state_.swap(next);
            version_.fetch_add(1, std::memory_order_release);
        }
        position_ = position;
    }
    changed_.notify_all();
}

AccessMirror::Copy AccessMirror::state() const {
    const std::scoped_lock lock{mutex_};
    return state_;
}

bool AccessMirror::wait_for(Position position, std::chrono::milliseconds at_most) {
    std::unique_lock lock{mutex_};
    return changed_.wait_for(lock, at_most, [&] { return position_ >= position; });
}

} // namespace truefill::api

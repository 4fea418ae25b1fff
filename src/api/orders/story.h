/// The story of an order: the messages that touched it, each with what came of it, in sentences. Told from
/// the journal's records, in their order, beside the state.
///
/// `see` is for a reader that replays (`truefill explain`): it finds the records that are about the order by
/// itself. A server that knows them already (history.h) takes those alone, beside the engine, and then tells
/// them with the state: names of orders, items and sites are the state's.
#pragma once

#include "api/stored_record.h"
#include "engine/engine.h"

#include <expected>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

/// Something that happened, in a sentence.
struct Told {
    std::string event; ///< its name; of a refusal the command's name with " refused"
    std::string text;
};
TF_DESCRIBE(Told, (event, text))

/// A message that touched the order, with what came of it for the order.
struct Chapter {
    static constexpr auto required = std::to_array<std::string_view>({"position", "at", "source", "events"});
    Position position{};
    Time at;         ///< when it was written down
    Time event_time; ///< when it happened, as the source says
    std::string source;
    std::string message_id;
    std::string actor;
    std::vector<Told> events;
};
TF_DESCRIBE(Chapter, (position, at, event_time, source, message_id, actor, events))

class Story {
public:
    explicit Story(std::string number);
    /// What the order is, as far as it was accepted; `customer` for holds on it.
    void know(OrderId id, CustomerId customer);
    /// Opens a record and keeps what is about the order, not yet told. The sentence says why it cannot be
    /// read.
    std::expected<void, std::string> take(std::string_view record);
    /// Tells what was taken: a microsecond or two for each event.
    void tell(const engine::State& state);
    bool has_untold() const { return !untold_.empty(); }

    /// take and tell; `after` is the state with the record applied.
    std::expected<void, std::string> see(const engine::State& after, std::string_view record);

    const std::vector<Chapter>& chapters() const { return chapters_; }
    OrderId order() const { return id_; }
    /// As it stood when it was last touched: an archived order has left the state.
    const std::optional<ledger::Order>& account() const { return account_; }

private:
    bool mentions(std::string_view record) const;
    bool is_about(const engine::Event& event);
    bool is_about(const engine::FlowEvent& event);
    bool is_about(const StoredStep& step) const;
    void remember(const engine::State& after, std::string_view record);

    struct Untold {
        std::size_t chapter{}, place{};
        engine::Event event;
    };

    std::string number_;
    std::string quoted_end_; ///< how the number ends in JSON, with its quote
    OrderId id_;
    CustomerId customer_;
    std::vector<std::string> needles_; ///< of its id, jobs, holds and waiting facts in JSON
    std::set<std::uint64_t> jobs_, waiting_, holds_;
    std::optional<ledger::Order> account_;
    std::vector<Chapter> chapters_;
    std::vector<Untold> untold_;
};

/// Refusals of follow-ups that say "nothing is left to do": they are no news.
bool is_silent(std::string_view refusal_code);

} // namespace truefill::api

/// `truefill explain`: an order in words. What happened to it, told from the journal event by event; where
/// its units and its money stand; why it is here and what happens next; which cases are open.
#pragma once

#include "engine/engine.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::cli {

struct ExplainOptions {
    std::string order;
    std::string journal;
    Position to{}; ///< as of this record; 0: the end
    bool json{};
};

int run_explain(const ExplainOptions& options);

/// Something that happened, in a sentence.
struct Told {
    std::string event; ///< its name
    std::string text;
};
TF_DESCRIBE(Told, (event, text))

/// A message that touched the order, with what came of it for the order.
struct Chapter {
    Position position{};
    Time at;         ///< when it was written down
    Time event_time; ///< when it happened, as the source says
    std::string source;
    std::string message_id;
    std::vector<Told> events;
};
TF_DESCRIBE(Chapter, (position, at, event_time, source, message_id, events))

/// Collects the story of one order while a journal is replayed.
class Story {
public:
    explicit Story(std::string number);
    /// `after` is the state with the record applied.
    void see(const engine::State& after, std::string_view record);

    const std::vector<Chapter>& chapters() const { return chapters_; }
    OrderId order() const { return id_; }
    /// As it stood when it was last touched: an archived order has left the state.
    const std::optional<ledger::Order>& account() const { return account_; }

private:
    bool mentions(std::string_view record) const;
    bool is_about(const engine::Event& event);
    bool is_about(const engine::FlowEvent& event);
    void remember(const engine::State& after, std::string_view record);

    std::string number_;
    std::string quoted_end_; ///< how the number ends in JSON, with its quote
    OrderId id_;
    std::vector<std::string> needles_; ///< of its id, jobs, holds and waiting facts in JSON
    std::set<std::uint64_t> jobs_, waiting_, holds_;
    std::optional<ledger::Order> account_;
    std::vector<Chapter> chapters_;
};

/// Why an order is where it is, and what will move it.
struct Outlook {
    std::string why;               ///< one sentence
    std::vector<std::string> next; ///< what is to come, or what to do
};
Outlook outlook_of(const engine::State& state, const ledger::Order& order);

} // namespace truefill::cli

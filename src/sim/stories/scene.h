/// The world of one story: an engine, a second one that only replays the records of the first, and a clock
/// that moves when the story says so.
///
/// After every message both engines have the same digest, no step has passed a hold, and the audits of the
/// ledger and of the documents find nothing. What a message comes to must be said by the story when it is not
/// simply done: a refusal, a wait, a report. Cases that open must be mentioned too, so nothing goes off plan
/// unnoticed.
#pragma once

#include "engine/engine.h"
#include "sim/stories/story.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::stories {

/// How a story is told: once as it stands, once with each message twice, once with a restart after each
/// message.
enum class Telling { plain, doubled, restarted };
inline constexpr Telling tellings[] = {Telling::plain, Telling::doubled, Telling::restarted};

class Scene {
public:
    Scene(const Story& story, Telling telling);

    /// Runs the whole story; the catalogue is loaded first.
    void run(const engine::Command& catalogue);
    const std::vector<std::string>& failures() const { return failures_; }

    // What phrases do.
    void fail(std::string sentence);
    /// Sends one message of a system, `wms-lyon` or `shop`.
    void send(engine::Command command, std::string source);
    /// The same message again, or the same content as a message of its own.
    void repeat(bool under_another_id);
    /// The next message comes under the id of the last one.
    void reuse_id() { reuse_id_ = true; }
    /// The next message says that it happened then.
    void date_next(Time happened) { event_time_ = happened; }
    void wait_until(Time time);
    void accept_outcome(engine::Outcome outcome, std::string_view code);
    void mention(std::string_view category) { mentioned_.emplace(category); }
    /// Runs one line, for phrases that hold another one.
    void tell(Kind kind, const std::string& text);

    const engine::State& state() const { return live_->state(); }
    Time now() const { return clock_; }

    // What phrases ask for; an unknown name is a failure of the story, and none is answered.
    SiteId site(const std::string& code);
    ItemId item(const std::string& code);
    CustomerId customer(const std::string& code);
    const ledger::Order* order(const std::string& number);
    const ledger::Line* line(const std::string& order, LineNumber number);
    /// What was told of an order so far, one sentence each; of everything without one.
    std::vector<std::string> told(const std::string& order) const;

private:
    struct Told {
        OrderId order;
        std::string sentence;
    };
    engine::Result pass(engine::Message message);
    void check_after(const std::string& record);
    void note(const std::string& record);
    void complain_about_outcome();
    void complain_about_cases();
    void restart();

    const Story& story_;
    Telling telling_;
    const Line* at_{};
    std::unique_ptr<engine::Engine> live_ = std::make_unique<engine::Engine>();
    engine::Engine replayed_;
    Time clock_;
    engine::Message last_;
    std::uint64_t messages_ = 0;
    bool reuse_id_ = false;
    Time event_time_;
    struct Open { ///< an outcome that the story has not spoken of yet
        engine::Outcome outcome{};
        journal::Refusal refusal;
        int line{};
    };
    std::vector<Open> outcomes_;
    std::vector<Told> told_;
    std::set<std::string, std::less<>> mentioned_;
    std::vector<std::string> failures_;
    bool broken_ = false; ///< a line could not be run: what follows means nothing
};

} // namespace truefill::stories

#include "sim/stories/scene.h"

#include "engine/audit.h"
#include "engine/hold_guard.h"
#include "ledger/audit.h"
#include "sim/stories/phrase.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::stories {
namespace {

constexpr std::size_t told_at_most = 30; ///< sentences in the account of a failure

OrderId order_of(const engine::Event& event) {
    return visit(
        [](const auto& module) {
            return visit(
                [](const auto& one) {
                    OrderId id;
                    if constexpr (requires { OrderId{one.order}; }) id = one.order;
                    if constexpr (requires { one.entry.order; })
                        if (!id) id = one.entry.order;
                    return id;
                },
                module);
        },
        event);
}

/// What is wrong with the steps of a record, each seen with the state before it.
class Steps : public engine::Witness {
public:
    void before(const engine::State& state, std::string_view command, const engine::Event& event) override {
        if (auto why = engine::passed_hold(state, command, event))
            wrong_.push_back(fmt::format("{} passed a hold: {} (I14)", command, *why));
        const auto* shipping = get_if<shipping::Event>(&event);
        if (const auto* issued = shipping ? get_if<shipping::GoodsIssued>(shipping) : nullptr)
            for (auto& sentence : engine::audit_notice(state, *issued)) wrong_.push_back(std::move(sentence));
    }
    const std::vector<std::string>& wrong() const { return wrong_; }

private:
    std::vector<std::string> wrong_;
};

std::string understood(Kind kind) {
    std::string text = kind == Kind::happens ? "given and when understand:" : "then understands:";
    for (const auto& phrase : vocabulary())
        if (phrase.kind == kind) text += fmt::format("\n        {}", phrase.pattern);
    return text;
}

std::string minute_of(Time time) {
    std::string text;
    append_time(text, time);
    return text.substr(0, 10) + ' ' + text.substr(11, 5);
}

} // namespace

Scene::Scene(const Story& story, Telling telling)
    : story_{story}, telling_{telling}, clock_{*parse_time("2026-03-02T08:00:00Z")} {}

void Scene::run(const engine::Command& catalogue) {
    send(catalogue, "office");
    for (const auto& line : story_.lines) {
        at_ = &line;
        if (line.kind == Kind::happens) complain_about_outcome();
        tell(line.kind, line.text);
        if (broken_) return;
    }
    complain_about_outcome();
    complain_about_cases();
}

void Scene::tell(Kind kind, const std::string& text) {
    const auto words = split_words(text);
    for (const auto& phrase : vocabulary()) {
        Words taken;
        if (phrase.kind != kind || !matches(phrase.pattern, words, taken)) continue;
        phrase.run(*this, taken);
        return;
    }
    fail(fmt::format("`{}` is not understood; {}", text, understood(kind)));
    broken_ = true;
}

void Scene::fail(std::string sentence) {
    failures_.push_back(fmt::format("{}: {}", at_ ? story_.at(at_->number) : story_.path, sentence));
    if (at_ && at_->kind == Kind::happens) broken_ = true;
}

void Scene::send(engine::Command command, std::string source) {
    engine::Message message;
    message.envelope.source = std::move(source);
    message.envelope.message_id = reuse_id_ ? last_.envelope.message_id : fmt::format("m{}", ++messages_);
    if (reuse_id_) message.envelope.source = last_.envelope.source;
    message.envelope.event_time = std::exchange(event_time_, Time{});
    reuse_id_ = false;
    std::string body;
    engine::encode_body(body, command);
    message.envelope.content_hash = hash128(body);
    message.command = std::move(command);
    last_ = message;
    const auto result = pass(message);
    if (telling_ == Telling::doubled && !broken_) {
        if (const auto again = pass(message); again.outcome != engine::Outcome::duplicate)
            fail("the same message once more was taken for a new one");
    }
    if (result.outcome == engine::Outcome::committed) return;
    outcomes_.push_back({result.outcome, result.refusal.value_or(journal::Refusal{}), at_ ? at_->number : 0});
}

void Scene::repeat(bool under_another_id) {
    if (under_another_id) {
        send(last_.command, last_.envelope.source);
        return;
    }
    const auto before = state().digest();
    const auto result = pass(last_);
    if (result.outcome != engine::Outcome::duplicate)
        fail(fmt::format("the repeated message was {} instead of known", name_of(result.outcome)));
    if (state().digest() != before) fail("the repeated message changed something");
}

/// One message through both engines.
engine::Result Scene::pass(engine::Message message) {
    std::string record;
    const auto result = live_->handle(std::move(message), clock_, record);
    if (!record.empty()) check_after(record);
    return result;
}

void Scene::check_after(const std::string& record) {
    note(record);
    Steps steps;
    if (const auto done = replayed_.replay(record, &steps); !done) {
        fail("the record cannot be replayed: " + done.error() + "\n        " + record);
        broken_ = true;
        return;
    }
    if (live_->state().digest() != replayed_.state().digest()) {
        fail("the replayed record gives another state\n        " + record);
        broken_ = true;
    }
    for (const auto& finding : steps.wrong()) {
        fail(finding);
        broken_ = true;
    }
    for (const auto& finding : ledger::audit(state().ledger)) {
        fail("the ledger is wrong: " + finding);
        broken_ = true;
    }
    for (const auto audit : {engine::audit_labels, engine::audit_lots, engine::audit_statuses})
        for (const auto& finding : audit(state())) {
            fail("the documents are wrong: " + finding);
            broken_ = true;
        }
    if (telling_ == Telling::restarted && !broken_) restart();
}

void Scene::restart() {
    std::string bytes;
    live_->save(bytes);
    auto loaded = std::make_unique<engine::Engine>();
    if (!loaded->load(bytes)) {
        fail("the snapshot cannot be loaded");
        return;
    }
    if (loaded->state().digest() != live_->state().digest()) fail("the loaded snapshot is another state");
    live_ = std::move(loaded);
}

/// Keeps what a record says in sentences for people.
void Scene::note(const std::string& record) {
    json::Document document;
    const auto value = document.parse(record);
    if (!value) return;
    for (const auto step : value->find("steps").elements()) {
        const auto name = step.find("command").as_string();
        if (const auto refusal = step.find("refusal")) {
            const auto why = refusal.find("sentence").as_string();
            const auto code = refusal.find("code").as_string();
            told_.push_back(
                {{}, fmt::format("{} is refused ({}): {}", *name, code.value_or(""), why.value_or(""))});
        }
        for (const auto stored : step.find("events").elements()) {
            const auto event = engine::decode_event(*stored.find("event").as_string(), stored.find("body"));
            if (!event) continue;
            told_.push_back(
                {order_of(*event), fmt::format("{}  {}", minute_of(clock_), engine::tell(state(), *event))});
        }
    }
}

void Scene::wait_until(Time time) {
    if (time < clock_) return fail("the clock does not go back; it is " + minute_of(clock_));
    const auto send_own = [&](engine::FlowCommand command) {
        engine::Message message;
        message.envelope.source = "truefill";
        message.command = engine::Command{std::move(command)};
        pass(std::move(message));
    };
    while (!broken_) {
        const auto next = state().flow.timers.next();
        if (next <= time) clock_ = std::min(time, std::max(clock_, next + minutes(1)));
        else clock_ = time;
        while (!broken_ && (live_->timers_due(clock_) || live_->work_deferred()))
            send_own(live_->timers_due(clock_) ? engine::FlowCommand{engine::AdvanceTime{}}
                                               : engine::FlowCommand{engine::ContinueWork{}});
        if (clock_ == time) return;
    }
}

void Scene::accept_outcome(engine::Outcome outcome, std::string_view code) {
    if (outcomes_.empty()) return fail("the last message was taken in without a word");
    const auto open = outcomes_.front();
    outcomes_.erase(outcomes_.begin());
    if (open.outcome != outcome || (!code.empty() && open.refusal.code != code))
        fail(fmt::format("the message was {} {}: {}", name_of(open.outcome), open.refusal.code,
                         open.refusal.sentence));
}

void Scene::complain_about_outcome() {
    for (const auto& open : outcomes_)
        fail(fmt::format("the message of line {} was {} and the story does not say so: {} ({})", open.line,
                         name_of(open.outcome), open.refusal.code, open.refusal.sentence));
    outcomes_.clear();
}

void Scene::complain_about_cases() {
    std::set<std::string> missing;
    state().cases.cases.each([&](CaseId id, const cases::Case& one) {
        if (!mentioned_.contains(one.category) && missing.insert(one.category).second)
            fail(fmt::format("CASE-{} {} was opened and the story does not mention it: {}", id.value,
                             one.category, one.sentence));
    });
}

std::vector<std::string> Scene::told(const std::string& number) const {
    const auto id = number.empty() ? OrderId{} : state().ledger.find_number(number);
    std::vector<std::string> sentences;
    for (const auto& [order, sentence] : told_)
        if (!id || order == id) sentences.push_back(sentence);
    if (sentences.size() > told_at_most)
        sentences.erase(sentences.begin(), sentences.end() - static_cast<std::ptrdiff_t>(told_at_most));
    return sentences;
}

SiteId Scene::site(const std::string& code) {
    const auto id = state().master.find_site(code);
    if (!id) fail("there is no site " + code);
    return id;
}
ItemId Scene::item(const std::string& code) {
    const auto id = state().master.find_item(code);
    if (!id) fail("there is no item " + code);
    return id;
}
CustomerId Scene::customer(const std::string& code) {
    const auto id = state().master.find_customer(code);
    if (!id) fail("there is no customer " + code);
    return id;
}
const ledger::Order* Scene::order(const std::string& number) {
    const auto* found = state().ledger.find(state().ledger.find_number(number));
    if (!found) fail("there is no order " + number);
    return found;
}
const ledger::Line* Scene::line(const std::string& number, LineNumber line) {
    const auto* found = order(number);
    const auto* one = found ? found->line(line) : nullptr;
    if (found && !one) fail(fmt::format("{} has no line {}", number, line));
    return one;
}

} // namespace truefill::stories

#include "api/commands/post_commands.h"

#include "api/bounds.h"
#include "api/person_desk.h"
#include "api/post_command.h"
#include "api/scope.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <utility>
#include <vector>

namespace truefill::api {
namespace {

/// Requests that wait for their turn. Each may be as large as a body.
constexpr std::size_t bulks_max = 16;
constexpr std::size_t lines_max = 50'000;
constexpr std::size_t chunk = 256;

/// A line as it comes.
struct BulkLine {
    static constexpr auto required = std::to_array<std::string_view>({"line"});
    std::uint64_t line{};
    std::optional<engine::Outcome> outcome;
    Position position{};
    std::optional<Problem> problem;
};
TF_DESCRIBE(BulkLine, (line, outcome, position, problem))

/// One request: its lines are parsed, permitted and handed in chunk by chunk by a clerk, who waits when the
/// engine has too much to do; the answers come from the journal thread. It is gone when the last one has
/// come.
class Bulk final : public loop::AnswerSink, public std::enable_shared_from_this<Bulk> {
public:
    Bulk(Service& service, http::ExchangePtr exchange, Caller caller)
        : service_{service}, exchange_{std::move(exchange)}, caller_{std::move(caller)} {}

    void run() {
        const std::string_view body = exchange_->request().body;
        const auto lines = static_cast<std::size_t>(std::ranges::count(body, '\n')) + 1;
        if (lines > lines_max + 1)
            return respond(exchange_, make_problem(413, "too_many_commands",
                                                   "One request has at most 50,000 commands; send several"));
        self_ = shared_from_this();
        answers_.resize(lines); // never grows: the journal thread writes into it
        problems_.resize(lines);
        std::uint64_t number = 0;
        for (std::size_t at = 0; at < body.size();) {
            ++number;
            const auto end = std::min(body.find('\n', at), body.size());
            auto line = body.substr(at, end - at);
            at = end + 1;
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (line.empty()) continue;
            numbers_.push_back(number);
            if (!service_.bulk_clerks.is_ending()) take(line);
            else
                problems_[lines_++] =
                    make_problem(503, "stopping", "The program ends. Send it again when it is back.");
        }
        hand_in();
        end_one(); // what `run` itself counts for
    }

    void answered(std::uint64_t ticket, loop::Answer answer) override {
        answers_[ticket] = std::move(answer);
        end_one();
    }

private:
    /// Tickets of a chunk follow each other, so a line that cannot be read ends it.
    void take(std::string_view line) {
        if (messages_.empty()) first_ = lines_;
        const auto place = lines_++;
        auto message = read(line);
        if (message) messages_.push_back(std::move(*message));
        else problems_[place] = std::move(message.error());
        if (!message || messages_.size() == chunk) hand_in();
    }

    /// How a line of the chunk goes on.
    enum class Way : std::uint8_t { refused, sent, asked };

    /// Hands in what the caller may send, in runs of one way. Where his documents decide, or what lines
    /// before it change, the engine asks in the turn in which it takes the line: so a line may be about what
    /// the lines before it make, and nobody waits for them.
    void hand_in() {
        if (messages_.empty()) return;
        auto wrong = seal_each(service_, messages_);
        const std::span all{messages_};
        auto way = Way::refused;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto next = Way::refused;
            if (wrong[i]) problems_[first_ + i] = std::move(wrong[i]);
            else next = way_of(all[i], problems_[first_ + i]);
            if (next == way && next != Way::refused) continue;
            hand_in(all.subspan(begin, i - begin), first_ + begin, way);
            begin = i;
            way = next;
        }
        hand_in(all.subspan(begin), first_ + begin, way);
        messages_.clear();
    }

    Way way_of(const engine::Message& message, std::optional<Problem>& problem) {
        auto verdict = permit_at_once(service_, {caller_, message});
        const bool changes = std::exchange(of_access_, of_access_ || holds<access::Command>(message.command));
        if (changes || !verdict.settled) return Way::asked;
        problem = std::move(verdict.problem);
        return problem ? Way::refused : Way::sent;
    }

    void hand_in(std::span<engine::Message> messages, std::size_t first, Way way) {
        if (messages.empty() || way == Way::refused) return;
        {
            const std::scoped_lock lock{mutex_};
            pending_ += messages.size();
        }
        if (way == Way::sent) {
            if (!service_.persons) return service_.loop.submit_many(messages, this, first);
            return service_.loop.submit_many(
                messages, this, first,
                [this](const auto& state, const auto& asked) { return may_be_taken(state, asked); });
        }
        const auto permits = [this, now = service_.door.now()](const engine::State& state,
                                                               const loop::Asked& asked) {
            auto& problem = problems_[asked.ticket];
            problem = permit_in(state, {caller_, asked.message}, now);
            return !problem && may_be_taken(state, asked);
        };
        service_.loop.submit_many(messages, this, first, permits);
    }

    bool may_be_taken(const engine::State& state, const loop::Asked& asked) {
        if (is_readable(service_, state, asked.message.command)) return true;
        problems_[asked.ticket] = sealed_before();
        return false;
    }

    std::expected<engine::Message, Problem> read(std::string_view line) {
        const auto value = document_.parse(line);
        if (!value) return std::unexpected(bad_json(value.error()));
        for (const auto& [key, unused] : value->members())
            if (key != "command" && key != "message_id" && key != "event_time" && key != "body")
                return std::unexpected(
                    bad_json({"/" + std::string{key}, "this member is not known here", 0}));
        auto id = message_id_of(value->find("message_id").as_string().value_or(""));
        if (!id) return std::unexpected(std::move(id.error()));
        auto command = command_of(value->find("command").as_string().value_or(""), value->find("body"));
        if (!command) {
            for (auto& error : command.error().errors) error.pointer = "/body" + error.pointer;
            return std::unexpected(std::move(command.error()));
        }
        auto message = message_of(exchange_->request(), caller_, std::move(*command));
        message.envelope.message_id = std::move(*id);
        if (const auto at = value->find("event_time")) {
            const auto time = parse_time(at.as_string().value_or(""));
            if (!time) return std::unexpected(bad_json({"/event_time", time.error(), 0}));
            if (is_outside(*time))
                return std::unexpected(bad_json({"/event_time", "it lies between 1900 and 2199", 0}));
            message.envelope.event_time = *time;
        }
        return message;
    }

    void end_one() {
        {
            const std::scoped_lock lock{mutex_};
            if (--pending_ > 0) return;
        }
        service_.clerks.give([self = std::move(self_)] { self->reply(); });
    }

    /// What changes who may do what is told when the door knows it too.
    void wait_for_the_door() const {
        constexpr std::chrono::milliseconds patience{1000};
        Position last = 0;
        for (const auto& answer : answers_)
            if (answer) last = std::max(last, answer->position);
        service_.door.mirror().wait_for(last, patience);
    }

    void reply() {
        if (of_access_) wait_for_the_door();
        http::Response response;
        response.content_type = "application/x-ndjson";
        for (std::size_t i = 0; i < lines_; ++i) {
            BulkLine said;
            said.line = numbers_[i];
            if (problems_[i]) {
                said.problem = std::move(problems_[i]);
            } else if (auto answer = answer_of(service_, answers_[i])) {
                said.outcome = answer->outcome;
                said.position = answer->position;
            } else {
                said.problem = std::move(answer.error());
            }
            json::encode(response.body, said);
            response.body += '\n';
        }
        respond(exchange_, std::move(response));
    }

    Service& service_;
    http::ExchangePtr exchange_;
    Caller caller_;
    json::Document document_;
    std::vector<engine::Message> messages_; ///< of the chunk
    std::size_t first_ = 0;                 ///< ticket of the first of them
    std::size_t lines_ = 0;                 ///< read so far; blank ones are none
    std::vector<std::uint64_t> numbers_;    ///< where they stand in the body; blank ones count
    std::vector<loop::Answer> answers_;     ///< by line, like the next one
    std::vector<std::optional<Problem>> problems_;
    bool of_access_ = false; ///< a line so far changes who may do what
    std::mutex mutex_;
    std::size_t pending_ = 1; ///< lines under way, and `run` itself
    std::shared_ptr<Bulk> self_;
};

} // namespace

void post_commands(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    if (!request.header("content-type").starts_with("application/x-ndjson"))
        return respond(exchange,
                       make_problem(415, "content_type_wrong",
                                    "Many commands come as application/x-ndjson, one on each line"));
    auto caller = service.door.ask(request);
    if (!caller) return respond(exchange, std::move(caller.error()));
    if (service.bulk_clerks.waiting() >= bulks_max)
        return respond(exchange, busy("Too many requests with many commands are under way"));
    service.bulk_clerks.give([bulk = std::make_shared<Bulk>(service, exchange, *caller)] { bulk->run(); });
}

} // namespace truefill::api

#include "api/commands/post_commands.h"

#include "api/bounds.h"
#include "api/post_command.h"
#include "api/scope.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
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
        for (std::size_t at = 0; at < body.size();) {
            const auto end = std::min(body.find('\n', at), body.size());
            auto line = body.substr(at, end - at);
            at = end + 1;
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (!line.empty()) take(line);
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

    /// Hands in what the caller may send, in runs between the lines that he may not.
    void hand_in() {
        if (messages_.empty()) return;
        bool outdated = is_under_way(); // what was refused may be allowed by what has happened since
        auto refused = permit_commands(service_, caller_, messages_);
        const std::span all{messages_};
        std::size_t begin = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!refused[i]) continue;
            hand_in(all.subspan(begin, i - begin), first_ + begin);
            outdated = outdated || i > begin;
            begin = i;
            if (outdated && !refused_after_all(all[i])) continue;
            problems_[first_ + i] = std::move(refused[i]);
            begin = i + 1;
        }
        hand_in(all.subspan(begin), first_ + begin);
        messages_.clear();
    }

    void hand_in(std::span<engine::Message> messages, std::size_t first) {
        if (messages.empty()) return;
        for (const auto& message : messages)
            of_access_ = of_access_ || holds<access::Command>(message.command);
        {
            const std::scoped_lock lock{mutex_};
            pending_ += messages.size();
        }
        service_.loop.submit_many(messages, this, first);
    }

    bool is_under_way() {
        const std::scoped_lock lock{mutex_};
        return pending_ > 1;
    }

    /// A line may be about what the lines before it make: then it is asked about once more when they are
    /// done.
    bool refused_after_all(const engine::Message& message) {
        {
            std::unique_lock lock{mutex_};
            all_answered_.wait(lock, [&] { return pending_ == 1; });
        }
        if (permit_at_once(service_, {caller_, message}).settled) return true;
        return permit_command(service_, caller_, message).has_value();
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
            if (--pending_ == 1) all_answered_.notify_one();
            if (pending_ > 0) return;
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
            said.line = i + 1;
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
    std::size_t lines_ = 0;                 ///< read so far; blank ones do not count
    std::vector<loop::Answer> answers_;     ///< by line, like the next one
    std::vector<std::optional<Problem>> problems_;
    bool of_access_ = false;
    std::mutex mutex_;
    std::condition_variable all_answered_;
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

#include "api/commands/if_match.h"

#include "api/commands/standing.h"
#include "api/post_command.h"
#include "api/scope.h"
#include "base/json.h"

#include <charconv>
#include <memory>
#include <utility>

namespace truefill::api {
namespace {

/// What the command is about: a case, when it has an id, else an order.
struct Subject {
    std::string order; ///< number
    CaseId case_id;
};

std::expected<Subject, Problem> subject_of(const http::Request& request) {
    json::Document document;
    const auto body = document.parse(request.body);
    if (!body) return std::unexpected(bad_json(body.error()));
    Subject subject;
    if (request.part("name").starts_with("cases."))
        subject.case_id = CaseId{static_cast<std::uint32_t>(body->find("case_id").as_uint().value_or(0))};
    if (const auto order = body->find("order").as_string()) subject.order = *order;
    if (subject.case_id || !subject.order.empty()) return subject;
    return std::unexpected(
        make_problem(400, "if_match_unsupported",
                     "If-Match is for commands about one order, with a member order, or about one case"));
}

/// One request on its way: the look, the lists, the command.
class Matching : public std::enable_shared_from_this<Matching> {
public:
    Matching(Service& service, http::ExchangePtr exchange, Subject subject, Position seen)
        : service_{service}, exchange_{std::move(exchange)}, subject_{std::move(subject)}, seen_{seen} {}

    void go(const Caller& caller, std::string_view message_id) {
        key_ = engine::seen_key(caller.source, message_id);
        reach_ = reach_of(service_, caller, subject_.case_id ? "cases" : "orders");
        service_.loop.look([self = shared_from_this()](const engine::State& state) { self->look(state); },
                           [self = shared_from_this()](std::optional<loop::Fault> fault) {
                               if (fault) return respond(self->exchange_, closed(*fault));
                               self->looked();
                           });
    }

private:
    void look(const engine::State& state) {
        position_ = state.flow.position;
        const auto* one = state.cases.cases.find(subject_.case_id);
        order_ = state.ledger.find_number(subject_.order);
        shown_ =
            subject_.case_id ? one != nullptr && covers(reach_, state, *one) : covers(reach_, state, order_);
        is_there_ = subject_.case_id ? one != nullptr : state.ledger.find(order_) != nullptr;
        taken_before_ = state.flow.seen.find(key_) != nullptr;
        stood_ = standing(state);
    }

    Digest standing(const engine::State& state) const {
        return subject_.case_id ? standing_of(state, subject_.case_id) : standing_of(state, order_);
    }
    Position last() const {
        return subject_.case_id ? service_.board.last_of(subject_.case_id) : service_.board.last_of(order_);
    }

    void looked() {
        if (!is_there_ || taken_before_)
            return service_.clerks.give(
                [self = shared_from_this()] { post_command(self->service_, self->exchange_); });
        service_.board.when(position_, [self = shared_from_this()](bool known) {
            if (!known)
                return respond(self->exchange_, busy("The lists are catching up; send it again in a moment"));
            const auto last = self->last();
            self->changed_ = last > self->seen_;
            if (self->changed_ && self->shown_) return self->answer_changed(last);
            self->service_.clerks.give([self] { self->send(); });
        });
    }

    void send() {
        Guarded guarded;
        guarded.only_if = [self = shared_from_this()](const engine::State& state, const loop::Asked&) {
            self->compared_at_ = state.flow.position;
            if (state.flow.seen.find(self->key_) != nullptr) return true;
            return !self->changed_ && self->standing(state) == self->stood_;
        };
        guarded.then = [self = shared_from_this()](std::expected<CommandAnswer, Problem> said) {
            if (said) return respond_with(self->exchange_, *said);
            if (said.error().code != "changed_since" || !self->shown_)
                return respond(self->exchange_, self->unseen(std::move(said.error())));
            self->service_.board.when(self->compared_at_,
                                      [self](bool) { self->answer_changed(self->last()); });
        };
        post_guarded(service_, exchange_, std::move(guarded));
    }

    std::string what() const { return subject_.case_id ? "The case" : "The order"; }

    /// Who may not read it is told that it changed, and no more.
    Problem unseen(Problem problem) const {
        if (problem.code != "changed_since") return problem;
        return make_problem(412, "changed_since",
                            what() + " has changed since the state that If-Match names");
    }

    void answer_changed(Position last) const {
        auto response =
            response_of(make_problem(412, "changed_since",
                                     what() + " has changed since you read it: its last record is " +
                                         std::to_string(last) + ". Read it again and decide anew"),
                        exchange_->request());
        response.headers.emplace_back("ETag", '"' + std::to_string(last) + '"');
        respond(exchange_, std::move(response));
    }

    Service& service_;
    http::ExchangePtr exchange_;
    Subject subject_;
    Position seen_; ///< by the sender
    Hash128 key_;   ///< of the message
    Reach reach_;
    OrderId order_;
    Position position_{}, compared_at_{};
    Digest stood_{};
    bool taken_before_{};
    bool is_there_{};
    bool shown_{};   ///< the sender may read it; else he is not told what its last record is
    bool changed_{}; ///< since `seen_`, at the look
};

} // namespace

std::expected<Position, Problem> position_of_match(std::string_view value) {
    if (value == "*") return 0;
    if (value.starts_with("W/")) value.remove_prefix(2);
    Position position = 0;
    if (value.size() > 2 && value.front() == '"' && value.back() == '"') {
        const auto* end = value.data() + value.size() - 1;
        const auto [at, error] = std::from_chars(value.data() + 1, end, position);
        if (error == std::errc{} && at == end && position > 0) return position;
    }
    return std::unexpected(
        bad_parameter("If-Match", "it is one ETag of an order or a case, such as \"17\", or *"));
}

void post_command_when_it_matches(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    const auto wanted = request.header("if-match");
    if (wanted.empty()) return post_command(service, exchange);
    const auto seen = position_of_match(wanted);
    if (!seen) return respond(exchange, seen.error());
    auto subject = subject_of(request);
    if (!subject) return respond(exchange, std::move(subject.error()));
    const auto caller = service.door.ask(request);
    const auto id = message_id_of(request.header("idempotency-key"));
    if (!caller || !id || *seen == 0) return post_command(service, exchange); // it says what is missing
    std::make_shared<Matching>(service, exchange, std::move(*subject), *seen)->go(*caller, *id);
}

} // namespace truefill::api

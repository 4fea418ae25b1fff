#include "mirrors/verbs.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::mirrors {
namespace {

using journal::refuse;
using ledger::Billing;
using ledger::Pipeline;

/// What the ledger has of a line in a claimed state, and the most that it can come to.
struct Book {
    Quantity low{}, high{}; ///< both are right: units that are gone again may be counted or not
    Quantity most{};
};

Book book_of(const ledger::Order& order, const ledger::Line& line, Claimed state) {
    const auto units = [&](auto bucket) { return order.quantity(line, bucket); };
    const auto delivered = units(Pipeline::delivered);
    const auto gone_again = units(Pipeline::lost) + units(Pipeline::returned);
    const auto left = units(Pipeline::shipped) + delivered + gone_again;
    const auto cancelled = units(Pipeline::cancelled);
    const auto replaced = units(Pipeline::substituted);
    const auto alive = line.total - cancelled - replaced;
    const auto billed = units(Billing::invoiced) + units(Billing::credit_due) + units(Billing::credited);
    switch (state) {
    case Claimed::shipped: return {left, left, alive};
    case Claimed::delivered: return {delivered, delivered + gone_again, alive};
    case Claimed::invoiced: return {billed, billed, alive};
    case Claimed::paid: return {0, billed, alive};
    case Claimed::cancelled: return {cancelled, cancelled + replaced, line.total - left};
    }
    return {};
}

/// The nearest number that the ledger would agree with.
Quantity nearest(const Book& book, Quantity claimed) { return std::clamp(claimed, book.low, book.high); }

/// True when another claim of the same system about the same line contradicts already.
bool is_known(const OrderMirror* mirror, const Claim& claim) {
    return mirror && std::ranges::any_of(mirror->claims, [&](const Claim& other) {
               return other.system == claim.system && other.line == claim.line &&
                      other.verdict == Verdict::contradicts;
           });
}

ledger::Deviation contradiction(const ledger::Order& order, const Claim& claim, const std::string& system,
                                const Book& book) {
    const auto& line = *order.line(claim.line);
    const auto ours = nearest(book, claim.quantity);
    const auto size = std::max(claim.quantity - ours, ours - claim.quantity);
    ledger::Deviation deviation;
    deviation.category = "contradiction";
    deviation.sentence =
        fmt::format("{} says that {} units of {} line {} are {}; the ledger has {} of {}", system,
                    claim.quantity, order.number, claim.line, name_of(claim.state), ours, line.total);
    if (claim.state == Claimed::paid)
        deviation.sentence += " invoiced, and no more can be paid than was billed";
    deviation.order = order.id;
    deviation.line = claim.line;
    deviation.item = line.item;
    deviation.quantity = size;
    deviation.destination = system;
    if (order.currency && (size == 0 || line.unit_price.micros <= ledger::value_max.micros / size))
        deviation.value = {times(line.unit_price, size), order.currency};
    return deviation;
}

/// The claim with its verdict. `before`: the system's word before this one, if any.
Claim judge(const ReportClaim& command, const Claim* before, const Book& book, Time now) {
    Claim claim;
    claim.line = command.line;
    claim.state = command.state;
    claim.quantity = command.quantity;
    if (nearest(book, claim.quantity) == claim.quantity) return claim;
    claim.ahead = claim.quantity > book.high;
    claim.since = before && before->since ? before->since : now;
    const bool possible = claim.quantity <= book.most;
    claim.verdict =
        possible && now < claim.since + claim_patience ? Verdict::in_flight : Verdict::contradicts;
    return claim;
}

/// The ledger may have gone on since: who was ahead of it then is right when it has caught up.
bool agrees_now(const ledger::Order& order, const Claim& claim) {
    const auto* line = order.line(claim.line);
    if (!line) return false;
    const auto book = book_of(order, *line, claim.state);
    return claim.ahead ? claim.quantity <= book.high : nearest(book, claim.quantity) == claim.quantity;
}

const Claim* find_claim(const OrderMirror* mirror, SystemId system, const ReportClaim& command) {
    if (!mirror || !system) return nullptr;
    const std::tuple key{command.line, system, command.state};
    const auto at =
        std::ranges::lower_bound(mirror->claims, key, {}, [](const Claim& claim) { return order_of(claim); });
    return at != mirror->claims.end() && order_of(*at) == key ? &*at : nullptr;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const ReportClaim& command,
                    const Envelope& envelope) {
    auto system = speaker(state, command.system, envelope);
    if (!system) return std::unexpected(std::move(system.error()));
    if (command.quantity < 0 || command.quantity > ledger::quantity_max)
        return refuse("quantity_invalid", "a claim about " + command.order + " is of no number that can be");
    const auto id = facts.ledger.find_number(command.order);
    if (!id)
        return journal::wait_for("order:" + command.order, "order_unknown",
                                 "order " + command.order + " is not here, and " + *system + " speaks of it");
    const auto* order = facts.ledger.find(id);
    if (!order) return refuse("order_archived", "order " + command.order + " is archived; recall it first");
    const auto* line = order->line(command.line);
    if (!line)
        return journal::refuse_with_case("contradiction", "line_unknown",
                                         fmt::format("{} speaks of line {} of {}, which has no such line",
                                                     *system, command.line, command.order));
    const auto* mirror = claims_of(state, id);
    const auto* before = find_claim(mirror, find_system(state, *system), command);
    const auto at = as_of(command.as_of, envelope);
    if (before && before->as_of > at)
        return refuse("already_overtaken",
                      fmt::format("a later word of {} about {} is here already", *system, command.order));
    const auto book = book_of(*order, *line, command.state);
    ClaimCompared event;
    event.order = id;
    event.claim = judge(command, before, book, envelope.record_time);
    event.claim.as_of = at;
    event.book = nearest(book, command.quantity);
    if (event.claim.verdict == Verdict::in_flight) event.due = event.claim.since + claim_patience;
    auto known = event.claim;
    known.system = find_system(state, *system);
    if (known.verdict == Verdict::contradicts && !is_known(mirror, known))
        event.deviations.push_back(contradiction(*order, known, *system, book));
    event.system = std::move(*system);
    return std::vector<Event>{std::move(event)};
}

Decision decide_one(const Facts& facts, const State& state, const ReviewClaims& command,
                    const Envelope& envelope) {
    const auto* order = facts.ledger.find(command.order);
    const auto* mirror = claims_of(state, command.order);
    if (!order || !mirror) return refuse("order_unknown", "nobody has said anything about this order");
    ClaimsReviewed event;
    event.order = command.order;
    // What contradicts from now on keeps a second claim of its system about the line from making a case too.
    auto after = *mirror;
    for (auto& claim : after.claims) {
        const auto* line = order->line(claim.line);
        const bool contradicts = claim.verdict == Verdict::contradicts;
        const bool is_due =
            claim.verdict == Verdict::in_flight && claim.since + claim_patience <= envelope.record_time;
        if ((!is_due && !contradicts) || !line) continue;
        if (agrees_now(*order, claim)) {
            claim.verdict = Verdict::agrees;
            claim.since = {};
        } else if (contradicts) {
            continue;
        } else {
            const auto& system = state.systems[claim.system.value - 1u].name;
            if (!is_known(&after, claim))
                event.deviations.push_back(
                    contradiction(*order, claim, system, book_of(*order, *line, claim.state)));
            claim.verdict = Verdict::contradicts;
        }
        event.claims.push_back(claim);
    }
    if (event.claims.empty())
        return refuse("nothing_due", "no claim about " + order->number + " waits to be looked at again");
    return std::vector<Event>{std::move(event)};
}

bool agrees_again(const Facts& facts, const State& state, OrderId id) {
    if (state.orders.empty()) return false;
    const auto* mirror = claims_of(state, id);
    const auto* order = mirror ? facts.ledger.find(id) : nullptr;
    return order && std::ranges::any_of(mirror->claims, [&](const Claim& claim) {
               return claim.verdict == Verdict::contradicts && agrees_now(*order, claim);
           });
}

bool contradicts(const State& state, OrderId id, LineNumber line, SystemId system) {
    const auto* mirror = claims_of(state, id);
    return mirror && std::ranges::any_of(mirror->claims, [&](const Claim& claim) {
               return claim.line == line && claim.system == system && claim.verdict == Verdict::contradicts;
           });
}

} // namespace truefill::mirrors

// What a site answers to a release, and what it has not answered in time.
#include "warehouse/decide.h"
#include "warehouse/sentences.h"

#include <fmt/format.h>

namespace truefill::warehouse {
namespace {

using ledger::Pipeline;
using ledger::Trigger;

void reject_line(ledger::Draft& draft, ReleaseRejected& event, const ledger::Line& line, Quantity quantity) {
    const auto before = draft.entry().units.size();
    const auto trigger = event.stock_good ? Trigger::reject : Trigger::reject_held;
    const auto moved = move_units(draft, {.line = line,
                                          .release = event.release,
                                          .quantity = quantity,
                                          .trigger = trigger,
                                          .from = Pipeline::released,
                                          .to = Pipeline::open});
    if (moved == 0) return;
    event.lines.push_back({line.number, moved});
    if (event.stock_good) return;
    for (auto at = before; at < draft.entry().units.size(); ++at)
        event.counts.push_back(
            {event.site, line.item, draft.entry().units[at].lot, draft.entry().units[at].quantity});
}

bool is_unacknowledged(const Release& release, Time now) {
    return !release.acknowledged_at && !release.told_unacknowledged && release.due && now >= release.due;
}
bool is_overdue(const Release& release, Time now) {
    return release.acknowledged_at && !release.told_overdue && release.due && now >= release.due;
}
bool is_recall_unanswered(const Release& release, Time now) {
    return !release.recalls.empty() && !release.told_recall && release.recall_due &&
           now >= release.recall_due;
}

ledger::Deviation in_doubt(const Found& found, const ReleaseRejected& event) {
    Quantity sum = 0;
    Money value;
    for (const auto& line : event.lines) {
        sum += line.quantity;
        value += value_of(*found.order, *found.order->line(line.line), line.quantity);
    }
    auto result = deviation(found, nullptr, sum);
    result.category = "release_rejected";
    result.sentence =
        fmt::format("{} of {} came back from {} with reason {}: their stock is held until it is counted",
                    units(sum), found.order->number, name_of_release(found.id), event.reason);
    result.value = value;
    return result;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const AcknowledgeRelease& command,
                    const Envelope& envelope) {
    const auto found = find_release(facts, state, command.release);
    if (!found) return std::unexpected(found.error());
    if (found->release->acknowledged_at)
        return journal::refuse("already_acknowledged",
                               fmt::format("{} was acknowledged already", name_of_release(found->id)));
    auto event = about<ReleaseAcknowledged>(*found);
    event.acknowledged_at = happened(envelope);
    const auto sum = progress(*found->order, found->id);
    if (sum.on_site() == 0 && sum.gone == 0) {
        auto late = deviation(*found, nullptr, 0);
        late.category = "contradiction";
        late.sentence =
            fmt::format("{} acknowledges {} of {}, of which nothing is left; tell the site to drop it",
                        code_of(facts, event.site), name_of_release(found->id), found->order->number);
        event.deviations.push_back(std::move(late));
    } else {
        event.due = ship_due(facts.master.site(event.site), envelope.record_time);
    }
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const RejectRelease& command,
                    const Envelope& envelope) {
    const auto found = find_release(facts, state, command.release);
    if (!found) return std::unexpected(found.error());
    if (!is_amount(command.quantity))
        return journal::refuse("quantity_invalid", "a rejected quantity is not negative");
    const auto& order = *found->order;
    auto event = about<ReleaseRejected>(*found);
    event.reason = command.reason;
    event.stock_good = command.stock_good.value_or(stock_is_good(command.reason));
    event.at = happened(envelope);

    ledger::Draft draft{order};
    const ledger::Line* line = nullptr;
    Progress before;
    if (command.line) {
        const auto named = find_line(*found, command.line);
        if (!named) return std::unexpected(named.error());
        line = *named;
        before = progress(order, *line, found->id);
        reject_line(draft, event, *line, command.quantity ? command.quantity : before.released);
    } else {
        before = progress(order, found->id);
        for (const auto& each : order.lines) reject_line(draft, event, each, each.total);
    }
    const Quantity rejected = line && !event.lines.empty() ? event.lines.front().quantity : before.released;
    const Quantity lacking = line && command.quantity ? command.quantity - rejected : 0;
    if (event.lines.empty() && before.on_site() == 0 && before.gone == 0)
        return journal::refuse("already_closed", fmt::format("nothing of {} is at the site any more",
                                                             name_of_release(found->id)));
    if (lacking > 0 || event.lines.empty()) {
        if (before.picked + before.packed >= std::max<Quantity>(lacking, 1))
            return wait_for(*found, "not_put_back",
                            fmt::format("units of {} are picked; they are rejected when they are put back",
                                        name_of_release(found->id)));
        auto more = deviation(*found, line, lacking);
        more.category = "contradiction";
        more.sentence = fmt::format(
            "{} rejects more of {} than it still has: {} in the book, {} more are named",
            code_of(facts, event.site), name_of_release(found->id), units(before.released), units(lacking));
        event.deviations.push_back(std::move(more));
    }
    if (!event.stock_good && !event.lines.empty()) event.deviations.push_back(in_doubt(*found, event));
    set_completion(event, completion(state, draft, found->id));
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const CheckRelease& command,
                    const Envelope& envelope) {
    const auto now = envelope.record_time;
    if (!needs_check(facts, state, command.release, now)) return std::vector<Event>{};
    const auto found = find_release(facts, state, command.release);
    TF_ASSERT(found, "what can be late is in memory");
    const auto& release = *found->release;
    const auto sum = progress(*found->order, found->id);
    ReleaseLate event;
    event.release = found->id;
    const auto tell_of = [&](std::string category, std::string_view what) {
        auto late = deviation(*found, nullptr, sum.on_site());
        late.category = std::move(category);
        for (const auto& line : found->order->lines)
            late.value += value_of(*found->order, line, progress(*found->order, line, found->id).on_site());
        late.sentence = fmt::format("{} {} {} of {}; ask the site", code_of(facts, release.site), what,
                                    name_of_release(found->id), found->order->number);
        event.deviations.push_back(std::move(late));
    };
    event.unacknowledged = is_unacknowledged(release, now);
    event.overdue = is_overdue(release, now);
    event.recall_unanswered = is_recall_unanswered(release, now);
    if (event.unacknowledged) tell_of("release_unacknowledged", "has not acknowledged");
    if (event.overdue) tell_of("release_overdue", "has not shipped everything of");
    if (event.recall_unanswered) tell_of("recall_unanswered", "has not answered the recall of");
    return one(std::move(event));
}

bool needs_check(const Facts& facts, const State& state, ReleaseId id, Time now) {
    const auto found = find_release(facts, state, id);
    if (!found) return false; // archived: nothing of it can be late
    const auto& release = *found->release;
    const bool late =
        is_unacknowledged(release, now) || is_overdue(release, now) || is_recall_unanswered(release, now);
    return late && progress(*found->order, id).on_site() > 0;
}

} // namespace truefill::warehouse

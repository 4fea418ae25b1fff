// Asks sites to stop, and takes their answers.
#include "warehouse/decide.h"
#include "warehouse/sentences.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::warehouse {
namespace {

using ledger::Pipeline;
using ledger::Trigger;

Quantity pending(const Release& release, LineNumber line) {
    Quantity sum = 0;
    for (const auto& recall : release.recalls)
        if (recall.line == line) sum += recall.quantity;
    return sum;
}

/// The releases that still have units of the order at a site, in the order of their ids.
std::vector<ReleaseId> releases_on_site(const ledger::Order& order) {
    std::vector<ReleaseId> ids;
    for (const auto& parcel : order.parcels) {
        const bool on_site = parcel.pipeline == Pipeline::released || parcel.pipeline == Pipeline::picked ||
                             parcel.pipeline == Pipeline::packed;
        if (parcel.quantity > 0 && on_site) ids.push_back(parcel.release);
    }
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

/// What an answer is about: the lines that were asked for, or the one that it names.
std::vector<LineQuantity> asked(const Release& release, LineNumber line) {
    std::vector<LineQuantity> lines;
    for (const auto& recall : release.recalls)
        if (line == 0 || recall.line == line) lines.push_back({recall.line, recall.quantity});
    return lines;
}

/// The lines and quantities that a confirmation gives back. Without a word about it: what was asked for, else
/// all.
std::vector<LineQuantity> given_back(const Found& found, const ConfirmRecall& command) {
    auto lines = asked(*found.release, command.line);
    if (command.line && command.quantity) return {{command.line, command.quantity}};
    if (!lines.empty()) return lines;
    for (const auto& line : found.order->lines) {
        if (command.line && line.number != command.line) continue;
        const auto sum = progress(*found.order, line, found.id);
        if (sum.on_site() > 0) lines.push_back({line.number, sum.on_site()});
    }
    return lines;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const RequestRecall& command,
                    const Envelope& envelope) {
    const auto* order = find_order(facts, command.order_id, command.order);
    if (!order)
        return journal::refuse_with_case("unmapped", "order_unknown",
                                         fmt::format("there is no order {}", command.order));
    if (!is_amount(command.quantity))
        return journal::refuse("quantity_invalid", "a recalled quantity is not negative");
    if (command.line && !order->line(command.line))
        return journal::refuse("line_unknown", fmt::format("{} has no line {}", order->number, command.line));
    std::vector<Event> events;
    Quantity left = command.quantity;
    for (const auto id : releases_on_site(*order)) {
        const auto& release = state.releases.at(id);
        RecallRequested event;
        for (const auto& line : order->lines) {
            if (command.line && line.number != command.line) continue;
            auto quantity = progress(*order, line, id).on_site() - pending(release, line.number);
            if (command.line && command.quantity) quantity = std::min(quantity, left);
            if (quantity <= 0) continue;
            left -= quantity;
            event.lines.push_back({line.number, quantity});
        }
        if (event.lines.empty()) continue;
        event.release = id;
        event.order = order->id;
        event.site = release.site;
        event.reason = command.reason;
        event.due = acknowledge_due(facts.master.site(release.site), envelope.record_time);
        events.emplace_back(std::move(event));
    }
    if (events.empty())
        return journal::refuse(
            "nothing_released",
            fmt::format("nothing of {} is at a site that was not asked already", order->number));
    return events;
}

Decision decide_one(const Facts& facts, const State& state, const ConfirmRecall& command, const Envelope&) {
    const auto found = find_release(facts, state, command.release);
    if (!found) return std::unexpected(found.error());
    if (!is_amount(command.quantity))
        return journal::refuse("quantity_invalid", "a recalled quantity is not negative");
    if (command.line)
        if (const auto line = find_line(*found, command.line); !line) return std::unexpected(line.error());
    const auto& order = *found->order;
    const auto wanted = given_back(*found, command);
    auto event = about<RecallAnswered>(*found);
    ledger::Draft draft{order};
    for (const auto& [number, quantity] : wanted) {
        const auto& line = *order.line(number);
        const auto moved = move_units(draft, {.line = line,
                                              .release = found->id,
                                              .quantity = quantity,
                                              .trigger = Trigger::recall,
                                              .from = Pipeline::released,
                                              .to = Pipeline::reserved});
        if (moved > 0) event.lines.push_back({number, moved});
        const auto lacking = quantity - moved;
        if (lacking == 0) continue;
        const auto sum = progress(order, line, found->id);
        if (sum.picked + sum.packed >= lacking)
            return wait_for(
                *found, "not_put_back",
                fmt::format("{} of line {} on {} are picked; the recall counts when they are put back",
                            units(lacking), number, name_of_release(found->id)));
        auto more = deviation(*found, &line, lacking);
        more.category = "contradiction";
        more.sentence = fmt::format("{} gives back {} of {} line {} on {}, but the book has only {} there",
                                    code_of(facts, event.site), units(quantity), order.number, number,
                                    name_of_release(found->id), units(moved));
        event.deviations.push_back(std::move(more));
    }
    if (wanted.empty())
        return journal::refuse("already_closed", fmt::format("nothing of {} is at the site any more",
                                                             name_of_release(found->id)));
    set_completion(event, completion(state, draft, found->id));
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const RefuseRecall& command, const Envelope&) {
    const auto found = find_release(facts, state, command.release);
    if (!found) return std::unexpected(found.error());
    auto event = about<RecallAnswered>(*found);
    event.lines = asked(*found->release, command.line);
    if (event.lines.empty())
        return journal::refuse("already_answered",
                               fmt::format("no recall of {} is open", name_of_release(found->id)));
    event.refused = true;
    event.reason = command.reason;
    Quantity sum = 0;
    for (const auto& line : event.lines) sum += line.quantity;
    const bool single = event.lines.size() == 1;
    auto refused = deviation(*found, single ? found->order->line(event.lines.front().line) : nullptr, sum);
    refused.category = "recall_refused";
    refused.sentence = fmt::format("{} does not give back {} of {} ({}): {}", code_of(facts, event.site),
                                   units(sum), found->order->number, name_of_release(found->id),
                                   command.reason.empty() ? "no reason given" : command.reason);
    event.deviations.push_back(std::move(refused));
    return one(std::move(event));
}

} // namespace truefill::warehouse

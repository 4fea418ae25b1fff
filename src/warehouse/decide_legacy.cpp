// One late message, many steps: what a system tells that reports nothing before the goods have left.
#include "warehouse/decide.h"
#include "warehouse/sentences.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::warehouse {
namespace {

/// A confirmation as it is decided.
struct Note {
    const Facts& facts;
    const Found& found;
    const ConfirmLegacy& command;
    LegacyConfirmed& event;

    std::string said() const {
        return fmt::format("delivery note {} for {} ({})", command.delivery_note, found.order->number,
                           name_of_release(found.id));
    }
};

void report(Note& note, const ledger::Line* line, Quantity quantity, ledger::Deviation words) {
    auto result = deviation(note.found, line, quantity);
    result.category = std::move(words.category);
    result.sentence = std::move(words.sentence);
    note.event.deviations.push_back(std::move(result));
}

bool was_seen(const DeliveryNote* before, const NoteLine& line) {
    return before && std::ranges::find(before->lines, line) != before->lines.end();
}

ledger::Deviation words(std::string category, std::string sentence) {
    ledger::Deviation result;
    result.category = std::move(category);
    result.sentence = std::move(sentence);
    return result;
}

/// The site sent another item without asking: it is gone from the shelf, and the line still owes its own. Its
/// units stay RELEASED, so that nothing is sent twice while somebody decides.
void substituted(Note& note, const ledger::Line& line, const LegacyLine& said) {
    const auto item = note.facts.master.find_item(said.substitute_item);
    const auto site = note.event.site;
    if (item)
        suspend(note.facts.ledger, note.event.entry,
                {item, site, note.facts.master.find_lot(item, said.lot), said.quantity}, note.event.counts);
    report(note, &line, said.quantity,
           words("substitution_unapproved",
                 fmt::format(
                     "{} sent {} of {} instead of {} on {} without approval; the line stays open at the site "
                     "until somebody has decided",
                     code_of(note.facts, site), said.quantity,
                     said.substitute_item.empty() ? "an item that it does not name" : said.substitute_item,
                     note.facts.master.item(line.item).code, note.said())));
}

void pick_step(Note& note, const ledger::Line& line, const LegacyLine& said, Rest rest) {
    ConfirmPick pick;
    pick.release = note.found.id;
    pick.line = said.line;
    pick.quantity = said.quantity;
    pick.lot = said.lot;
    pick.inferred = true;
    const auto released = progress(*note.found.order, line, note.found.id).released;
    Quantity promised = 0; // by earlier lines of this message
    for (const auto& earlier : note.event.picks)
        if (earlier.line == said.line) promised += earlier.quantity + earlier.short_quantity;
    const auto left = std::max<Quantity>(released - promised - said.quantity, 0);
    if (rest == Rest::closed || rest == Rest::backordered) {
        pick.short_quantity = left;
        pick.short_reason = said.status;
        pick.close_short = rest == Rest::closed;
    }
    if (pick.quantity + pick.short_quantity > 0) note.event.picks.push_back(std::move(pick));
    if (rest == Rest::deleted && left > 0) {
        note.event.rejects.push_back({note.found.id, said.line, left, "deleted_by_site", true});
        report(note, &line, left,
               words("deleted_by_site",
                     fmt::format("{} took {} of line {} out by itself: {}",
                                 code_of(note.facts, note.event.site), units(left), said.line, note.said())));
    }
}

/// Lots and pallets of one line come as several lines with one status; the rest is known only after the last
/// of them.
bool is_last_of_line(const ConfirmLegacy& command, std::size_t at) {
    for (auto next = at + 1; next < command.lines.size(); ++next)
        if (command.lines[next].line == command.lines[at].line) return false;
    return true;
}

void take_line(Note& note, const ledger::Line& line, std::size_t at) {
    const auto& said = note.command.lines[at];
    const auto rest = rest_of(said.status);
    if (!rest)
        report(note, &line, said.quantity,
               words("unmapped", fmt::format("status {} of line {} is not known: {}", said.status, said.line,
                                             note.said())));
    if (rest == Rest::substituted) return substituted(note, line, said);
    // A carton is a part: what it leaves open may come in the next one. Only a line without goods is settled.
    const bool whole = note.command.carton.empty() || said.quantity == 0;
    const bool settles = whole && is_last_of_line(note.command, at);
    pick_step(note, line, said, settles ? rest.value_or(Rest::stays) : Rest::stays);
}

/// "Complete" with less than was released is no completeness.
void check_complete(Note& note) {
    for (const auto& line : note.found.order->lines) {
        bool complete = false;
        Quantity told = 0;
        for (const auto& said : note.command.lines) {
            if (said.line != line.number) continue;
            complete = complete || rest_of(said.status) == Rest::contradicts;
            told += said.quantity;
        }
        const auto left = progress(*note.found.order, line, note.found.id).released - told;
        if (!complete || left <= 0) continue;
        report(note, &line, left,
               words("contradiction",
                     fmt::format("line {} is said to be complete, but {} of it are still to be picked: {}",
                                 line.number, units(left), note.said())));
    }
}

/// The goods left a site that was never asked: their stock goes into suspense, the release stays as it is.
LegacyConfirmed elsewhere(Note& note, SiteId site) {
    note.event.site = site;
    for (const auto& said : note.command.lines) {
        const auto* line = note.found.order->line(said.line);
        if (!line || said.quantity == 0 || !is_amount(said.quantity)) continue;
        suspend(note.facts.ledger, note.event.entry,
                {line->item, site, note.facts.master.find_lot(line->item, said.lot), said.quantity},
                note.event.counts);
        report(note, line, said.quantity,
               words("contradiction",
                     fmt::format("{} shipped {}, which was released at {}", code_of(note.facts, site),
                                 note.said(), code_of(note.facts, note.found.release->site))));
        note.event.deviations.back().site = site;
    }
    return std::move(note.event);
}

/// How the units leave: under the carton's SSCC, or under a key made of what the message names.
void pack_step(Note& note, const DeliveryNote* before) {
    const bool any =
        std::ranges::any_of(note.event.picks, [](const ConfirmPick& pick) { return pick.quantity > 0; });
    if (!any) return;
    Pack pack;
    pack.release = note.found.id;
    pack.inferred = true;
    if (sscc_number(note.command.carton) != 0) pack.sscc = note.command.carton;
    else if (!note.command.carton.empty()) pack.virtual_key = note.event.note_key + '|' + note.command.carton;
    else
        pack.virtual_key = fmt::format("{}|whole{}", note.event.note_key,
                                       before && before->parts ? fmt::format("#{}", before->parts + 1) : "");
    note.event.pack = std::move(pack);
    note.event.issue = true;
}

/// A carton comes once: under its delivery note, and when its label is an SSCC, under any.
bool carton_was_seen(const State& state, const Note& note, const DeliveryNote* before) {
    const auto& carton = note.command.carton;
    if (carton.empty()) return false;
    if (before && std::ranges::find(before->cartons, carton) != before->cartons.end()) return true;
    const auto unit = find_handling_unit(state, carton);
    return unit && has_left(*note.found.order, unit);
}

/// Everything that is new in the message becomes a step.
void take_lines(Note& note, const DeliveryNote* before) {
    auto& event = note.event;
    for (std::size_t at = 0; at < note.command.lines.size(); ++at) {
        const auto& said = note.command.lines[at];
        const auto* line = note.found.order->line(said.line);
        if (!line || !is_amount(said.quantity)) {
            report(note, nullptr, said.quantity,
                   words("contradiction", fmt::format("line {} is not on {}", said.line, note.said())));
            continue;
        }
        const NoteLine key{said.wms_sequence, said.line, note.facts.master.find_lot(line->item, said.lot)};
        if (note.command.carton.empty() && was_seen(before, key)) continue;
        event.seen.push_back(key);
        take_line(note, *line, at);
    }
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const ConfirmLegacy& command,
                    const Envelope& envelope) {
    const auto found = find_release(facts, state, command.release);
    if (!found) return std::unexpected(found.error());
    const auto site = facts.master.find_site(command.site, envelope.source);
    if (!site)
        return journal::refuse_with_case("unmapped", "site_unknown",
                                         fmt::format("there is no site {}", command.site));
    if (command.delivery_note.empty() || command.lines.empty())
        return journal::refuse("message_incomplete", "a confirmation names a delivery note and its lines");
    auto event = about<LegacyConfirmed>(*found);
    event.entry.order = found->order->id;
    event.note_key = envelope.source + '|' + command.delivery_note;
    event.carton = command.carton;
    event.shipped_at = command.shipped_at ? command.shipped_at : happened(envelope);
    event.tracking = command.tracking;
    Note note{facts, *found, command, event};
    const auto known = state.notes.find(event.note_key);
    const auto* before = known == state.notes.end() ? nullptr : &known->second;
    if (carton_was_seen(state, note, before))
        return journal::refuse("already_confirmed", fmt::format("carton {} of {} was taken in already",
                                                                command.carton, note.said()));
    if (site != found->release->site) return one(elsewhere(note, site));
    take_lines(note, before);
    if (event.seen.empty() && event.deviations.empty())
        return journal::refuse("already_confirmed", fmt::format("{} was taken in already", note.said()));
    if (command.carton.empty()) check_complete(note);
    pack_step(note, before);
    return one(std::move(event));
}

} // namespace truefill::warehouse

// Handling units: packed, labelled, unpacked; and what is damaged or lost before it leaves.
#include "base/gs1.h"
#include "warehouse/decide.h"
#include "warehouse/sentences.h"
#include "warehouse/spoken_lot.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::warehouse {
namespace {

using ledger::Pipeline;
using ledger::Trigger;

constexpr std::int64_t grams_max = 1'000'000'000; ///< a thousand tons; more is a slip of a finger

bool holds_units(const ledger::Order& order, HandlingUnitId id) {
    return std::ranges::any_of(order.parcels, [&](const ledger::Parcel& parcel) {
        return parcel.quantity > 0 && parcel.handling_unit == id;
    });
}

ledger::Deviation about_label(const Found& found, std::string category, std::string sentence) {
    auto result = deviation(found, nullptr, 0);
    result.category = std::move(category);
    result.sentence = std::move(sentence);
    return result;
}

/// A label of our own. A serial that a site has used by itself is passed over.
void make_label(const Facts& facts, const State& state, const Found& found, Packed& event) {
    const auto& prefix = facts.master.site(event.site).gs1_prefix;
    if (prefix.empty()) return; // the site labels by itself, or not at all
    const auto last = state.serials.find(prefix);
    for (auto serial = last == state.serials.end() ? std::uint64_t{1} : last->second + 1;; ++serial) {
        auto sscc = make_sscc18(0, prefix, serial);
        if (!sscc) {
            event.deviations.push_back(about_label(
                found, "sscc_exhausted",
                fmt::format("a unit of {} has no SSCC: {}", name_of_release(found.id), sscc.error())));
            return;
        }
        if (state.sscc_index.contains(sscc_number(*sscc))) continue;
        event.sscc = std::move(*sscc);
        event.serial = serial;
        return;
    }
}

/// The label that the site gave: of a new handling unit, or of one of this release that has not left.
/// Anything else is packed without a label, and somebody looks at it.
void take_label(const State& state, const Found& found, const Pack& command, Packed& event) {
    const auto number = sscc_number(command.sscc);
    if (number == 0) {
        event.deviations.push_back(about_label(found, "sscc_invalid",
                                               fmt::format("{} of {} is not an SSCC of 18 digits with the "
                                                           "right check digit; the unit is kept without it",
                                                           command.sscc, name_of_release(found.id))));
        return;
    }
    const auto known = state.sscc_index.find(number);
    if (known == state.sscc_index.end()) {
        event.sscc = command.sscc;
        return;
    }
    const auto& unit = state.handling_units.at(known->second);
    if (unit.release == found.id && !has_left(*found.order, known->second)) {
        event.handling_unit = known->second;
        event.sscc = command.sscc;
        return;
    }
    event.deviations.push_back(about_label(
        found, "sscc_reused",
        fmt::format("SSCC {} is used by {} already; the unit of {} is kept without it, have it labelled anew",
                    command.sscc, name_of_release(unit.release), name_of_release(found.id))));
}

/// Everything picked, or the lines that the site names.
std::vector<LineQuantity> wanted(const Found& found, const Pack& command) {
    if (!command.lines.empty()) return command.lines;
    std::vector<LineQuantity> lines;
    lines.reserve(found.order->lines.size());
    for (const auto& line : found.order->lines)
        if (const auto picked = progress(*found.order, line, found.id).picked; picked > 0)
            lines.push_back({line.number, picked});
    return lines;
}

/// What does not fit what was picked: a refusal when the pick may still come, else a deviation.
std::optional<journal::Refusal> compare(const Found& found, const Pack& command, Packed& event) {
    for (const auto& [number, quantity] : command.lines) {
        const auto line = find_line(found, number);
        if (!line) return line.error();
        if (quantity == 0 || !is_amount(quantity))
            return journal::refuse("quantity_invalid", "at least one unit is packed").error();
        const auto sum = progress(*found.order, **line, found.id);
        const auto lacking = quantity - sum.picked;
        if (lacking <= 0) continue;
        if (sum.released >= lacking)
            return wait_for(
                       found, "not_picked",
                       fmt::format("{} of line {} on {} are not picked yet; they are packed when they are",
                                   units(lacking), number, name_of_release(found.id)))
                .error();
        auto more = deviation(found, *line, lacking);
        more.category = "contradiction";
        more.sentence =
            fmt::format("{} of {} line {} were packed on {}, but only {} were picked", units(quantity),
                        found.order->number, number, name_of_release(found.id), units(sum.picked));
        event.deviations.push_back(std::move(more));
    }
    return std::nullopt;
}

journal::Refusal nothing_to_pack(const State& state, const Found& found, const Pack& command) {
    const auto sum = progress(*found.order, found.id);
    const auto known = find_handling_unit(state, command.sscc);
    const auto id = name_of_release(found.id);
    const bool again = known && state.handling_units.at(known).release == found.id;
    if (again && holds_units(*found.order, known))
        return journal::refuse("already_packed", fmt::format("{} of {} is packed already", command.sscc, id))
            .error();
    if (sum.released > 0 && !command.inferred)
        return wait_for(found, "not_picked", fmt::format("nothing of {} is picked yet", id)).error();
    if (sum.packed + sum.gone > 0 && command.lines.empty())
        return journal::refuse("already_packed", fmt::format("everything picked of {} is packed already", id))
            .error();
    return journal::refuse_with_case("contradiction", "nothing_picked",
                                     fmt::format("{} of {} is said to be packed, but nothing is picked",
                                                 command.sscc.empty() ? "a unit" : command.sscc, id))
        .error();
}

void pack_units(const Facts& facts, const std::vector<LineQuantity>& lines, ledger::Draft& draft,
                Packed& event) {
    draft.entry().units.reserve(lines.size());
    event.lines.reserve(lines.size());
    std::int64_t grams = 0;
    for (const auto& [number, quantity] : lines) {
        const auto& line = *draft.order().line(number);
        const auto packed = move_units(draft, {.line = line,
                                               .release = event.release,
                                               .quantity = quantity,
                                               .trigger = Trigger::pack,
                                               .from = Pipeline::picked,
                                               .to = Pipeline::packed,
                                               .into = event.handling_unit});
        if (packed == 0) continue;
        grams += packed * facts.master.item(line.item).weight_grams;
        event.lines.push_back({number, packed});
    }
    if (event.own_grams == 0) event.own_grams = grams;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const Pack& command, const Envelope&) {
    const auto found = find_release(facts, state, command.release);
    if (!found) return std::unexpected(found.error());
    auto event = about<Packed>(*found);
    if (!command.inferred)
        if (auto no = compare(*found, command, event)) {
            // The same unit told twice is a repeat, whatever it is said to hold.
            const auto sum = progress(*found->order, found->id);
            if (sum.picked == 0) return std::unexpected(nothing_to_pack(state, *found, command));
            return std::unexpected(std::move(*no));
        }
    event.own_grams = std::clamp<std::int64_t>(command.weight_grams, 0, grams_max);
    event.inferred = command.inferred;
    event.virtual_key = command.virtual_key;
    if (!command.sscc.empty()) take_label(state, *found, command, event);
    else if (command.virtual_key.empty()) make_label(facts, state, *found, event);
    if (!event.handling_unit) event.handling_unit = state.handling_units.next_id();
    ledger::Draft draft{*found->order};
    pack_units(facts, wanted(*found, command), draft, event);
    if (event.lines.empty()) return std::unexpected(nothing_to_pack(state, *found, command));
    if (!command.inferred)
        set_completion(
            event, completion(state, draft, found->id, {event.handling_unit, event.sscc, event.own_grams}));
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const Unpack& command, const Envelope&) {
    const auto id = command.handling_unit ? command.handling_unit : find_handling_unit(state, command.sscc);
    const auto* unit = state.handling_units.find(id);
    if (!unit)
        return journal::refuse_with_case("unmapped", "handling_unit_unknown",
                                         fmt::format("no handling unit {} was ever packed", command.sscc));
    const auto found = find_release(facts, state, unit->release);
    if (!found) return std::unexpected(found.error());
    Unpacked event;
    event.release = found->id;
    event.order = found->order->id;
    event.handling_unit = id;
    event.sscc = sscc_text(unit->sscc);
    const auto unit_name = name_of_unit(id, event.sscc);
    ledger::Draft draft{*found->order};
    for (const auto& line : found->order->lines) {
        const auto moved = move_units(draft, {.line = line,
                                              .release = found->id,
                                              .quantity = line.total,
                                              .trigger = Trigger::unpack,
                                              .from = Pipeline::packed,
                                              .to = Pipeline::picked,
                                              .out_of = id});
        if (moved > 0) event.lines.push_back({line.number, moved});
    }
    if (event.lines.empty() && !has_left(*found->order, id))
        return journal::refuse("already_unpacked", fmt::format("{} holds nothing", unit_name));
    if (has_left(*found->order, id))
        event.deviations.push_back(
            about_label(*found, "contradiction",
                        fmt::format("{} is said to be unpacked at {}, but it has left with a shipment of {}",
                                    unit_name, code_of(facts, found->release->site), found->order->number)));
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

Decision decide_one(const Facts& facts, const State& state, const ReportDamage& command, const Envelope&) {
    const auto found = find_release(facts, state, command.release);
    if (!found) return std::unexpected(found.error());
    const auto line = find_line(*found, command.line);
    if (!line) return std::unexpected(line.error());
    if (command.quantity == 0 || !is_amount(command.quantity))
        return journal::refuse("quantity_invalid", "at least one unit is damaged or lost");
    auto event = about<DamageReported>(*found);
    const auto what = command.lost ? "lost" : "damaged";
    std::optional<LotId> lot; // a correction takes what was packed again, whatever lot it is of
    constexpr std::array where{Pipeline::picked, Pipeline::packed};
    const Spoken spoken{facts,
                        *found,
                        **line,
                        command.lot,
                        command.quantity,
                        where,
                        command.lost ? "has lost" : "has damaged"};
    if (!command.correction) lot = lot_of(spoken, event.deviations);
    const auto sum = progress(*found->order, **line, found->id, lot);
    event.line = command.line;
    event.lot = lot.value_or(LotId{});
    event.lost = command.lost;
    event.reason = command.reason;
    event.correction = command.correction;
    ledger::Draft draft{*found->order};
    Move damage{.line = **line,
                .release = found->id,
                .quantity = command.quantity,
                .trigger = command.lost ? Trigger::lose_before_issue : Trigger::damage,
                .from = Pipeline::picked,
                .to = Pipeline::backordered,
                .lot = lot};
    if (!command.correction) event.quantity = move_units(draft, damage);
    damage.from = Pipeline::packed;
    damage.quantity -= event.quantity;
    event.quantity += move_units(draft, damage);
    const auto lacking = command.quantity - event.quantity;
    if (lacking > 0 && sum.released >= lacking && !command.correction)
        return wait_for(
            *found, "not_picked",
            fmt::format("{} of line {} on {} are not picked yet; a short pick would tell that they are "
                        "missing on the shelf",
                        units(lacking), command.line, name_of_release(found->id)));
    auto miss = deviation(*found, *line, command.quantity);
    miss.category = lacking > 0    ? "contradiction"
                    : command.lost ? "lost_before_issue"
                                   : "damaged_before_issue";
    miss.sentence =
        fmt::format("{}{} of {} line {} on {} were {} before they left{}{}", units(command.quantity),
                    of_lot(facts, event.lot), found->order->number, command.line, name_of_release(found->id),
                    what, command.reason.empty() ? "" : ": ", command.reason);
    if (lacking > 0) miss.sentence += fmt::format("; the book has only {} there", units(event.quantity));
    if (!command.correction || lacking > 0) event.deviations.push_back(std::move(miss));
    if (command.lost && event.quantity > 0) event.counts.push_back({event.site, (*line)->item, event.lot});
    set_completion(event, completion(state, draft, found->id));
    event.entry = std::move(draft).take();
    return one(std::move(event));
}

} // namespace truefill::warehouse

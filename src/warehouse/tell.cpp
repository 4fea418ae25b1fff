#include "warehouse/sentences.h"
#include "warehouse/warehouse.h"

#include <fmt/format.h>

namespace truefill::warehouse {
namespace {

std::vector<LineQuantity> plain(const std::vector<ReleasedLine>& lines) {
    std::vector<LineQuantity> result;
    for (const auto& line : lines) result.push_back({line.line, line.quantity});
    return result;
}

/// "LYON ... SO-1 (R-17)" needs the three names again and again.
template <class E> std::string release_of(const Facts& facts, const E& event) {
    return fmt::format("{} ({})", name_of_order(facts, event.order), name_of_release(event.release));
}

std::string ready(bool complete, std::size_t units) {
    if (!complete) return {};
    return fmt::format(" Nothing is left to pick or pack: {} handling unit{} can leave.", units,
                       units == 1 ? "" : "s");
}

std::string because(std::string_view reason) { return reason.empty() ? "" : fmt::format(": {}", reason); }

std::string say(const Facts& facts, const LinesReleased& event) {
    return fmt::format("{} was sent {} of {}; it shall acknowledge by {}.", code_of(facts, event.site),
                       goods(facts, event.order, plain(event.lines)), release_of(facts, event),
                       minute(event.due));
}

std::string say(const Facts& facts, const ReleaseQueued& event) {
    return fmt::format("{} waits for the wave of {} at {}.", name_of_order(facts, event.order),
                       code_of(facts, event.site), minute(event.cut_off));
}

std::string say(const Facts& facts, const WaveCalled& event) {
    return fmt::format("The wave of {} calls {} order{}{}.", code_of(facts, event.site), event.orders.size(),
                       event.orders.size() == 1 ? "" : "s", event.more ? "; others follow" : "");
}

std::string say(const Facts& facts, const ReleaseAcknowledged& event) {
    auto text = fmt::format("{} has {}.", code_of(facts, event.site), release_of(facts, event));
    if (event.due) text += fmt::format(" It shall have shipped by {}.", minute(event.due));
    return text;
}

std::string say(const Facts& facts, const ReleaseRejected& event) {
    return fmt::format("{} sent back {} of {}{}. {}{}", code_of(facts, event.site),
                       goods(facts, event.order, event.lines), release_of(facts, event),
                       because(event.reason),
                       event.stock_good ? "The stock is good." : "The stock is held until it is counted.",
                       ready(event.release_complete, event.handling_units.size()));
}

std::string say(const Facts& facts, const RecallRequested& event) {
    return fmt::format(
        "{} was asked to give back {} of {}{}. Asked to stop, not confirmed; it shall answer by {}.",
        code_of(facts, event.site), goods(facts, event.order, event.lines), release_of(facts, event),
        because(event.reason), minute(event.due));
}

std::string say(const Facts& facts, const RecallAnswered& event) {
    return fmt::format("{} {} {} of {}{}.{}", code_of(facts, event.site),
                       event.refused ? "does not give back" : "gave back",
                       goods(facts, event.order, event.lines), release_of(facts, event),
                       because(event.reason), ready(event.release_complete, event.handling_units.size()));
}

std::string say(const Facts&, const ReleaseLate& event) {
    std::string what;
    const auto add = [&](bool is, std::string_view text) {
        if (is) what += fmt::format("{}{}", what.empty() ? "" : ", ", text);
    };
    add(event.unacknowledged, "not acknowledged");
    add(event.overdue, "not shipped");
    add(event.recall_unanswered, "recall not answered");
    return fmt::format("{} is late: {}.", name_of_release(event.release), what);
}

std::string say(const Facts& facts, const LotSwapped& event) {
    return fmt::format(
        "{} picks {} of {} from lot {} instead of the one that was reserved; the lots exchanged them.",
        code_of(facts, event.site), goods(facts, event.order, LineQuantity{event.line, event.quantity}),
        release_of(facts, event), code_of(facts, event.lot));
}

std::string say(const Facts& facts, const PickConfirmed& event) {
    auto text = fmt::format("{} picked {} of {}{}.", code_of(facts, event.site),
                            goods(facts, event.order, LineQuantity{event.line, event.quantity}),
                            release_of(facts, event),
                            event.lot ? fmt::format(" from lot {}", code_of(facts, event.lot)) : "");
    if (event.short_quantity)
        text +=
            fmt::format(" {} did not turn up{}.", units(event.short_quantity), because(event.short_reason));
    if (event.suspended)
        text += fmt::format(" {} taken without right are in suspense.", units(event.suspended));
    return text + ready(event.release_complete, event.handling_units.size());
}

std::string say(const Facts& facts, const PickPutBack& event) {
    return fmt::format("{} put back {}{} of {}.", code_of(facts, event.site),
                       goods(facts, event.order, LineQuantity{event.line, event.quantity}),
                       of_lot(facts, event.lot), release_of(facts, event));
}

std::string say(const Facts& facts, const Packed& event) {
    return fmt::format("{} packed {} of {} into {}.{}", code_of(facts, event.site),
                       goods(facts, event.order, event.lines), release_of(facts, event),
                       name_of_unit(event.handling_unit, event.sscc),
                       ready(event.release_complete, event.handling_units.size()));
}

std::string say(const Facts& facts, const Unpacked& event) {
    return fmt::format("{} of {} were taken out of {}.", goods(facts, event.order, event.lines),
                       release_of(facts, event), name_of_unit(event.handling_unit, event.sscc));
}

std::string say(const Facts& facts, const DamageReported& event) {
    return fmt::format("{} {} {}{} of {} before they left{}; they are backordered.{}",
                       code_of(facts, event.site), event.lost ? "lost" : "damaged",
                       goods(facts, event.order, LineQuantity{event.line, event.quantity}),
                       of_lot(facts, event.lot), release_of(facts, event), because(event.reason),
                       ready(event.release_complete, event.handling_units.size()));
}

std::string say(const Facts& facts, const LegacyConfirmed& event) {
    const auto note = std::string_view{event.note_key}.substr(event.note_key.find('|') + 1);
    return fmt::format("{} confirmed {} with delivery note {}: {} line{}, of which the steps are concluded.",
                       code_of(facts, event.site), release_of(facts, event), note, event.seen.size(),
                       event.seen.size() == 1 ? "" : "s");
}

} // namespace

std::string tell(const Facts& facts, const Event& event) {
    return visit([&](const auto& one) { return say(facts, one); }, event);
}

} // namespace truefill::warehouse

#include "warehouse/decide.h"

#include "base/gs1.h"
#include "base/one_of_impl.h"
#include "warehouse/sentences.h"

#include <fmt/format.h>

namespace truefill::warehouse {

Decision decide(const Facts& facts, const State& state, const Command& command,
                const journal::Envelope& envelope) {
    return visit([&](const auto& one) { return decide_one(facts, state, one, envelope); }, command);
}

std::uint64_t sscc_number(std::string_view text) {
    if (text.size() != 18 || !has_gs1_check_digit(text)) return 0;
    std::uint64_t number = 0;
    for (const char digit : text) number = number * 10 + static_cast<std::uint64_t>(digit - '0');
    return number;
}

std::string sscc_text(std::uint64_t number) {
    if (number == 0) return {};
    std::string text(18, '0');
    for (auto at = text.size(); at > 0 && number != 0; number /= 10)
        text[--at] = static_cast<char>('0' + number % 10);
    return text;
}

HandlingUnitId find_handling_unit(const State& state, std::string_view sscc) {
    const auto found = state.sscc_index.find(sscc_number(sscc));
    return found == state.sscc_index.end() ? HandlingUnitId{} : found->second;
}

std::expected<Found, journal::Refusal> find_release(const Facts& facts, const State& state, ReleaseId id) {
    const auto* release = state.releases.find(id);
    const auto* order = release ? facts.ledger.find(release->order) : nullptr;
    if (order) return Found{id, release, order};
    if (release || (id && id.value <= state.releases.issued()))
        return journal::refuse_with_case(
            "contradiction", "order_archived",
            fmt::format("the order of {} is archived; recall it first", name_of_release(id)));
    return journal::refuse_with_case(
        "unmapped", "release_unknown",
        fmt::format("no release {} was ever sent; name one that was", name_of_release(id)));
}

std::expected<const ledger::Line*, journal::Refusal> find_line(const Found& found, LineNumber number) {
    if (const auto* line = found.order->line(number)) return line;
    return journal::refuse_with_case("contradiction", "line_unknown",
                                     fmt::format("{} has no line {}, which {} is said to be about",
                                                 found.order->number, number, name_of_release(found.id)));
}

const ledger::Order* find_order(const Facts& facts, OrderId id, std::string_view number) {
    return facts.ledger.find(id ? id : facts.ledger.find_number(number));
}

Time acknowledge_due(const masterdata::Site& site, Time now) {
    return now + minutes(site.acknowledge_minutes ? site.acknowledge_minutes : 240);
}

Time ship_due(const masterdata::Site& site, Time now) {
    return now + minutes(site.ship_minutes ? site.ship_minutes : 2880);
}

ledger::Deviation deviation(const Found& found, const ledger::Line* line, Quantity quantity) {
    ledger::Deviation result;
    result.order = found.order->id;
    result.site = found.release->site;
    result.quantity = quantity;
    if (line) {
        result.line = line->number;
        result.item = line->item;
        result.value = value_of(*found.order, *line, quantity);
    }
    return result;
}

Stage stage_of(const Facts& facts, const State& state, ReleaseId id) {
    const auto* release = state.releases.find(id);
    const auto* order = release ? facts.ledger.find(release->order) : nullptr;
    if (!order) return Stage::closed;
    const auto sum = progress(*order, id);
    if (sum.on_site() == 0) return sum.gone ? Stage::shipped : Stage::closed;
    if (sum.gone) return Stage::partly_shipped;
    if (sum.released == 0 && sum.picked == 0) return Stage::packed;
    if (sum.picked || sum.packed || !release->picks.empty()) return Stage::in_work;
    return release->acknowledged_at ? Stage::acknowledged : Stage::sent;
}

} // namespace truefill::warehouse

template struct truefill::KindsOf<truefill::warehouse::Command>;

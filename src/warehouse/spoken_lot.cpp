#include "warehouse/spoken_lot.h"

#include "warehouse/sentences.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace truefill::warehouse {
namespace {

using LotUnits = std::pair<LotId, Quantity>;

std::vector<LotUnits> lots_there(const Spoken& spoken) {
    std::vector<LotUnits> lots;
    spoken.found.order->each_parcel(spoken.line, [&](std::uint32_t, const ledger::Parcel& parcel) {
        const bool there = parcel.release == spoken.found.id &&
                           std::ranges::find(spoken.where, parcel.pipeline) != spoken.where.end();
        if (!there) return;
        const auto known = std::ranges::find(lots, parcel.lot, &LotUnits::first);
        if (known == lots.end()) lots.emplace_back(parcel.lot, parcel.quantity);
        else known->second += parcel.quantity;
    });
    std::ranges::sort(lots);
    return lots;
}

ledger::Deviation unclear(const Spoken& spoken, std::string_view why) {
    auto off = deviation(spoken.found, &spoken.line, spoken.quantity);
    off.category = "lot_unknown";
    off.sentence = fmt::format("{} {} {} of {} line {} on {} {}", code_of(spoken.facts, off.site),
                               spoken.done, units(spoken.quantity), spoken.found.order->number,
                               spoken.line.number, name_of_release(spoken.found.id), why);
    return off;
}

} // namespace

std::optional<LotId> lot_of(const Spoken& spoken, std::vector<ledger::Deviation>& deviations) {
    const auto& master = spoken.facts.master;
    if (!master.item(spoken.line.item).lot_controlled) return std::nullopt;
    if (!spoken.lot.empty()) {
        const auto lot = master.find_lot(spoken.line.item, spoken.lot);
        if (lot) return lot;
        deviations.push_back(unclear(
            spoken, fmt::format("from lot {}, which nobody has received; what the book has there is taken "
                                "until somebody has looked",
                                spoken.lot)));
        return std::nullopt;
    }
    const auto lots = lots_there(spoken);
    Quantity all = 0;
    std::string names;
    for (const auto& [lot, quantity] : lots) {
        all += quantity;
        names += fmt::format("{}{} of {}", names.empty() ? "" : " and ", quantity,
                             lot ? "lot " + code_of(spoken.facts, lot) : "no known lot");
    }
    if (lots.size() > 1 && spoken.quantity < all)
        deviations.push_back(unclear(
            spoken, fmt::format("and names no lot, where {} stand; the book may take the wrong one until "
                                "somebody has looked",
                                names)));
    return std::nullopt;
}

} // namespace truefill::warehouse

#include "warehouse/sentences.h"

#include <fmt/format.h>

namespace truefill::warehouse {

std::string name_of_release(ReleaseId id) { return fmt::format("R-{}", id.value); }

std::string name_of_unit(HandlingUnitId id, std::string_view sscc) {
    return sscc.empty() ? fmt::format("HU-{}", id.value) : std::string{sscc};
}

std::string units(Quantity quantity) { return fmt::format("{} unit{}", quantity, quantity == 1 ? "" : "s"); }

std::string name_of_order(const Facts& facts, OrderId id) {
    const auto* order = facts.ledger.find(id);
    return order ? order->number : fmt::format("order {}", id.value);
}

const std::string& code_of(const Facts& facts, SiteId site) { return facts.master.site(site).code; }

std::string code_of(const Facts& facts, LotId lot) {
    return lot ? facts.master.lot(lot).code : std::string{};
}
std::string of_lot(const Facts& facts, LotId lot) {
    return lot ? " of lot " + code_of(facts, lot) : std::string{};
}

std::string goods(const Facts& facts, OrderId order, LineQuantity line) {
    const auto* account = facts.ledger.find(order);
    const auto* found = account ? account->line(line.line) : nullptr;
    if (!found) return fmt::format("{} of line {}", units(line.quantity), line.line);
    return fmt::format("{} of {} (line {})", line.quantity, facts.master.item(found->item).code, line.line);
}

std::string goods(const Facts& facts, OrderId order, std::span<const LineQuantity> lines) {
    constexpr std::size_t named_max = 4;
    if (lines.size() > named_max) {
        Quantity sum = 0;
        for (const auto& line : lines) sum += line.quantity;
        return fmt::format("{} in {} lines", units(sum), lines.size());
    }
    std::string text;
    for (const auto& line : lines) {
        if (!text.empty()) text += ", ";
        text += goods(facts, order, line);
    }
    return text.empty() ? "nothing" : text;
}

std::string minute(Time time) {
    std::string text;
    append_time(text, time);
    text.resize(16);
    text[10] = ' ';
    return text + " UTC";
}

} // namespace truefill::warehouse

#include "ledger/accounts.h"

#include <algorithm>

namespace truefill::ledger {

std::size_t Order::index_of(LineNumber wanted) const {
    // Most orders count 1, 2, 3, ...: then the line is where its number says.
    if (wanted >= 1 && wanted <= lines.size() && lines[wanted - 1].number == wanted) return wanted - 1;
    const auto found =
        std::lower_bound(lines.begin(), lines.end(), wanted,
                         [](const Line& line, LineNumber value) { return line.number < value; });
    if (found == lines.end() || found->number != wanted) return lines.size();
    return static_cast<std::size_t>(found - lines.begin());
}

const Line* Order::line(LineNumber wanted) const {
    const auto index = index_of(wanted);
    return index < lines.size() ? &lines[index] : nullptr;
}

Quantity Order::quantity(const Line& line, Pipeline bucket) const {
    Quantity sum = 0;
    each_parcel(line, [&](std::uint32_t, const Parcel& parcel) {
        if (parcel.pipeline == bucket) sum += parcel.quantity;
    });
    return sum;
}

Quantity Order::quantity(const Line& line, Billing bucket) const {
    Quantity sum = 0;
    each_parcel(line, [&](std::uint32_t, const Parcel& parcel) {
        if (parcel.billing == bucket) sum += parcel.quantity;
    });
    return sum;
}

Quantity Order::quantity(Pipeline bucket) const {
    Quantity sum = 0;
    for (const auto& line : lines) sum += quantity(line, bucket);
    return sum;
}

bool Order::at_rest() const {
    for (const auto& parcel : parcels) {
        if (parcel.quantity == 0) continue;
        // A transfer's shipped unit still stands in the inbound stock of its target.
        if (parcel.pipeline < (kind == LineKind::sale ? Pipeline::shipped : Pipeline::delivered))
            return false;
    }
    return true;
}

Quantity StockBalance::from_suppliers() const {
    const auto inbound = (*this)[Stock::inbound];
    return std::max<Quantity>(std::min(inbound, inbound + (*this)[Stock::inbound_alloc] - in_transit), 0);
}

} // namespace truefill::ledger

#include "engine/resume.h"

namespace truefill::engine {

bool is_held_by(const ResumeOrders& hold, const ledger::Order& order, const ledger::Parcel& parcel) {
    switch (hold.scope) {
    case ledger::HoldScope::order:
    case ledger::HoldScope::line: return order.id.value == hold.key;
    case ledger::HoldScope::customer: return order.customer.value == hold.key;
    case ledger::HoldScope::item: return order.lines[parcel.line_index].item.value == hold.key;
    case ledger::HoldScope::lot: return parcel.lot.value == hold.key;
    case ledger::HoldScope::site: return parcel.site.value == hold.key;
    }
    return false;
}

} // namespace truefill::engine

#include "engine/relevance.h"

#include <algorithm>

namespace truefill::engine {

bool is_relevant(const State& s, const Timer& timer) {
    const auto key = static_cast<std::uint32_t>(timer.key);
    const auto now = s.flow.now;
    switch (timer.kind) {
    case TimerKind::none: return false;
    case TimerKind::release: return warehouse::needs_check(s.facts(), s.warehouse, ReleaseId{key}, now);
    case TimerKind::wave: {
        const auto queue = s.warehouse.queues.find(SiteId{static_cast<std::uint16_t>(key)});
        return queue != s.warehouse.queues.end() && !queue->second.orders.empty();
    }
    case TimerKind::shipment: return shipping::needs_check(s.shipping, ShipmentId{key}, now);
    case TimerKind::invoice: return billing::needs_check(s.billing, InvoiceId{key}, now);
    case TimerKind::credit: return billing::needs_check(s.billing, CreditId{key}, now);
    case TimerKind::supply: return inventory::is_overdue(s.inventory, SupplyId{key}, now);
    case TimerKind::count: return inventory::is_overdue(s.inventory, CountId{key}, now);
    case TimerKind::authorisation: return returns::needs_check(s.returns, ReturnId{key}, now);
    case TimerKind::case_due: return cases::needs_check(s.cases, CaseId{key}, now);
    case TimerKind::hold: {
        const auto& holds = s.ledger.holds();
        return std::ranges::any_of(holds, [&](const ledger::Hold& hold) {
            return hold.id.value == key && hold.expires_at && hold.expires_at <= now;
        });
    }
    case TimerKind::claim: return mirrors::needs_review(s.mirrors, OrderId{key}, now);
    case TimerKind::waiting_fact: return s.flow.waiting.contains(timer.key);
    }
    return false;
}

} // namespace truefill::engine

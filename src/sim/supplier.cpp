#include "sim/supplier.h"

namespace truefill::sim {

void Supplier::promise(const SupplyPlan& plan, Site& to) {
    inventory::AnnounceSupply command;
    command.supply = plan.supply;
    command.supplier = source();
    command.site = to.code();
    command.item = plan.item;
    command.quantity = plan.quantity;
    command.due = plan.due;
    send(inventory::Command{command});

    auto arrives = start_of(plan.due) + hours(7) + random_.wait(minutes(0), hours(8));
    if (mishap(200)) {
        const auto late = static_cast<std::int32_t>(random_.between(1, 4));
        arrives = arrives + days(late);
        if (random_.chance(600)) {
            inventory::ChangeSupply change;
            change.supply = plan.supply;
            change.item = plan.item;
            change.due = plan.due + late;
            change.reason = "delayed by the supplier";
            bus().at(start_of(plan.due) - days(1), [this, change] { send(inventory::Command{change}); });
        }
    }
    bus().at(arrives, [this, plan, &to] { bring(plan, to); });
}

void Supplier::bring(const SupplyPlan& plan, Site& to) {
    Inbound inbound{plan.supply, plan.item, plan.lot, plan.expires, plan.quantity, 0, true};
    if (plan.quantity > 2 && mishap(80)) inbound.quantity -= random_.between(1, plan.quantity / 2);
    if (inbound.quantity > 2 && mishap(50)) {
        inbound.damaged = 1;
        inbound.quantity -= 1;
    }
    to.receive(inbound);
}

} // namespace truefill::sim

#include "sim/shop.h"

#include <algorithm>
#include <memory>

namespace truefill::sim {

void Shop::load(masterdata::Catalogue catalogue) {
    send(masterdata::Command{masterdata::LoadCatalogue{std::move(catalogue)}});
}

void Shop::open_stock(inventory::OpenStock stock) { send(inventory::Command{std::move(stock)}); }

void Shop::sell(const ShopPlan& plan) {
    const auto shared = std::make_shared<const ShopPlan>(plan);
    for (std::size_t count = 0; count < plan.orders; ++count)
        bus().at(Time{random_.between(plan.first.micros, plan.last.micros)},
                 [this, shared] { place(*shared); });
}

void Shop::place(const ShopPlan& plan) {
    orders::PlaceOrder order;
    order.order = "SO-" + std::to_string(++orders_);
    order.customer = plan.customers[random_.below(plan.customers.size())];
    order.currency = plan.currency;
    order.ordered_at = now();
    order.requested = date_of(now() + days(random_.between(1, 6)));
    order.ship_complete = random_.chance(80);
    order.priority = static_cast<std::uint8_t>(random_.chance(100) ? 1 : 5);
    if (random_.chance(500)) order.purchase_order = "PO-" + order.order;
    const auto lines = random_.between(1, 5);
    for (LineNumber line = 1; line <= static_cast<LineNumber>(lines); ++line) {
        orders::PlacedLine placed;
        placed.line = line;
        placed.item = plan.items[random_.below(plan.items.size())];
        placed.quantity = random_.between(1, 12);
        placed.unit_price = Amount{random_.between(50, 4000) * 10'000};
        order.lines.push_back(std::move(placed));
    }
    if (random_.chance(250)) order.charges.push_back({"freight", Amount{6'500'000}, {}});
    if (mishap(10)) order.lines.front().item = "NO-SUCH-ITEM";
    send(orders::Command{order});
    change_later(order);
}

void Shop::change_later(const orders::PlaceOrder& order) {
    if (random_.chance(60)) {
        orders::CancelLines command;
        command.order = order.order;
        command.line = random_.chance(500) ? 0 : 1;
        command.reason = "changed_mind";
        bus().in(random_.wait(minutes(10), days(3)), [this, command] { send(orders::Command{command}); });
    } else if (random_.chance(60)) {
        orders::AmendLine command;
        command.order = order.order;
        command.line = 1;
        command.quantity = random_.between(1, 15);
        bus().in(random_.wait(minutes(10), days(2)), [this, command] { send(orders::Command{command}); });
    }
}

void Shop::replay(const std::vector<connectors::shop::ShopMessage>& messages) {
    for (const auto& from : messages) {
        if (from.message.envelope.message_id.starts_with("order/")) ++orders_;
        const auto at = from.message.envelope.event_time;
        bus().at(at, [this, id = from.message.envelope.message_id, command = from.message.command] {
            bus().send(source(), id, command);
        });
    }
}

} // namespace truefill::sim

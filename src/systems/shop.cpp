#include "systems/shop.h"

#include "connectors/shop/messages.h"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

namespace truefill::systems {
namespace {

namespace shop = connectors::shop;

} // namespace

Shop::Shop(const SystemSetup& setup, const std::atomic<bool>& stop) : System{"shop", setup, stop} {
    auto import = read_documents(setup.data);
    if (!import) throw std::runtime_error{import.error()};
    import_ = std::move(*import);
}

void Shop::look() {
    if (!std::exchange(is_planned_, true)) plan_day();
}

void Shop::plan_day() {
    const auto* twin = doubled_order(import_, from());
    shop::MessageOptions wording;
    wording.event_times = true;
    wording.site = "LEEDS";
    for (auto& one : shop::messages(import_, wording)) {
        const auto at = one.message.envelope.event_time;
        if (at < from() || until() < at) continue;
        auto command = std::move(one.message.command);
        if (auto* orders = get_if<orders::Command>(&command))
            if (auto* order = get_if<orders::PlaceOrder>(orders);
                order && twin && order->order == twin->number)
                order_twice(*order, at);
        Letter sent{std::string{engine::name_of(command)}, one.message.envelope.message_id, {}, at};
        engine::encode_body(sent.body, command);
        plan(sent.key, at, [this, sent](Time) { truefill().send(sent); });
    }
}

/// The buyer is not sure whether it went through.
void Shop::order_twice(orders::PlaceOrder& order, Time at) {
    order.purchase_order = "PO-" + order.order;
    auto again = order;
    again.order = std::string{twin_prefix} + order.order;
    again.ordered_at = at + twin_wait;
    plan("twin", at + twin_wait, [this, again](Time due) {
        confess(fault_doubled, again.order, due);
        truefill().send(letter("edi/" + again.order, due, again));
    });
}

} // namespace truefill::systems

#include "engine/follow_ups.h"

#include <algorithm>
#include <array>

namespace truefill::engine {

Command open_case(const ledger::Deviation& deviation) {
    cases::OpenCase command;
    command.category = deviation.category;
    command.sentence = deviation.sentence;
    command.order_id = deviation.order;
    command.line = deviation.line;
    command.item_id = deviation.item;
    command.site_id = deviation.site;
    command.quantity = deviation.quantity;
    command.value = deviation.value;
    command.destination = deviation.destination;
    return cases::Command{std::move(command)};
}

bool is_no_surprise(std::string_view code) {
    static constexpr auto known = std::to_array<std::string_view>(
        {"on_hold", "not_complete", "lot_too_old", "still_at_site", "not_waiting", "not_a_sale"});
    return code.starts_with("already_") || code.starts_with("nothing_") ||
           std::ranges::find(known, code) != known.end();
}

OrderId order_of(const State& state, const Command& command) {
    const auto of_one = [&](const auto& one) {
        OrderId id;
        if constexpr (requires { OrderId{one.order_id}; }) id = one.order_id;
        if constexpr (requires { OrderId{one.order}; }) id = one.order;
        if constexpr (requires { std::string_view{one.order}; })
            if (!id) id = state.ledger.find_number(one.order);
        if constexpr (requires { ReleaseId{one.release}; })
            if (const auto* release = state.warehouse.releases.find(one.release); !id && release)
                id = release->order;
        if constexpr (requires { ShipmentId{one.shipment}; })
            if (const auto* shipment = state.shipping.shipments.find(one.shipment); !id && shipment)
                id = shipment->order;
        if constexpr (requires { InvoiceId{one.invoice}; })
            if (const auto* invoice = state.billing.invoices.find(one.invoice); !id && invoice)
                id = invoice->order;
        return id;
    };
    return visit([&](const auto& of_module) { return visit(of_one, of_module); }, command);
}

} // namespace truefill::engine

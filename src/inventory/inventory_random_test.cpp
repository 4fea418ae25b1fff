#include "inventory/inventory_fixture.h"

namespace truefill::inventory {
namespace {

/// Numbers that look random and are the same everywhere.
struct Dice {
    std::uint64_t state;
    std::uint32_t below(std::uint32_t bound) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::uint32_t>(state >> 33) % bound;
    }
    Quantity units(std::uint32_t most) { return below(most) + 1; }
};

constexpr const char* item_codes[] = {"BOLT", "MILK", "NUT"};
constexpr const char* site_codes[] = {"LYON", "LILLE", "LODZ"};
constexpr const char* lot_codes[] = {"A", "B", "C"};

/// A command that somebody might send, sensible or not.
Command any_command(World& world, Dice& dice) {
    const auto item = dice.below(3);
    const std::string site = site_codes[dice.below(3)];
    const std::string lot = item == 1 ? lot_codes[dice.below(3)] : "";
    const auto code = std::string{item_codes[item]};
    const auto reference = "PO-" + std::to_string(dice.below(12));
    const auto due = day("2026-03-10") + static_cast<std::int32_t>(dice.below(10));
    switch (dice.below(14)) {
    case 0: return AnnounceSupply{reference, "", site, code, dice.units(30), due, false};
    case 1: return ChangeSupply{reference, code, due, dice.units(30), ""};
    case 2:
    case 3: {
        ReceiveSupply command;
        command.supply = reference;
        command.item = code;
        command.site = dice.below(4) == 0 ? site : "";
        command.lot = lot;
        command.expires = due + static_cast<std::int32_t>(dice.below(60));
        command.quantity = dice.units(20);
        command.damaged = dice.below(3);
        command.last = dice.below(3) == 0;
        return command;
    }
    case 4: return ReserveOrder{OrderId{dice.below(40) + 1}, {}};
    case 5: return ReserveWaiting{ItemId{item + 1}, {}};
    case 6: {
        Unreserve command;
        command.order_id = OrderId{dice.below(40) + 1};
        command.promised = dice.below(2) == 0;
        command.backorder = dice.below(2) == 0;
        command.quantity = dice.below(4);
        return command;
    }
    case 7: return RequestCount{site, code, lot, {}, {}, {}, dice.below(3), "check"};
    case 8:
    case 9:
        return CountStock{
            {}, site, code, lot, dice.below(40), dice.below(2) ? "bob" : "dora", dice.below(2) ? "cleo" : ""};
    case 10: return ApproveCount{CountId{dice.below(20) + 1}, "eve", {}};
    case 11:
        return HoldStock{
            site, code, lot, {}, {}, {}, dice.below(6), dice.below(2) == 0, dice.below(2) == 0, "quality"};
    case 12:
        return PlaceTransfer{"TO-" + std::to_string(world.ledger.next_order().value),
                             site,
                             site_codes[dice.below(3)],
                             0,
                             {},
                             {{1, code, dice.units(5)}}};
    default:
        return RelabelStock{site,
                            "repack",
                            {{code, lot, {}, dice.units(3)}},
                            {{item_codes[dice.below(2) * 2], "", {}, dice.units(3)}}};
    }
}

/// Moves an order along, or cancels what waits.
void carry_on(World& world, OrderId id, Dice& dice) {
    const auto* order = world.ledger.find(id);
    if (!order) return;
    const bool sale = order->kind == ledger::LineKind::sale;
    if (dice.below(3) == 0) {
        for (const auto from : {Pipeline::backordered, Pipeline::promised})
            if (sale) world.cancel(id, from);
        return;
    }
    if (world.in(id, Pipeline::reserved) > 0) world.leave(id);
}

} // namespace

TEST_CASE("whatever is sent in whatever order, no entry is illegal and supplies book what stands inbound") {
    int done = 0, refused = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        World world;
        Dice dice{seed};
        for (const auto item : {bolt, nut})
            world.have(item, 30, SiteId{static_cast<std::uint16_t>(dice.below(3) + 1)});
        for (int step = 0; step < 150; ++step) {
            if (dice.below(4) == 0) {
                Order how;
                how.customer = CustomerId{dice.below(2) + 1};
                how.complete = dice.below(4) == 0;
                how.priority = static_cast<std::uint8_t>(dice.below(10));
                const auto id = world.order(
                    {{ItemId{dice.below(3) + 1}, dice.units(8)}, {ItemId{dice.below(3) + 1}, dice.units(8)}},
                    how);
                world.flow<OrderReserved>(World::reserve(id));
                continue;
            }
            if (dice.below(6) == 0) {
                carry_on(world, OrderId{dice.below(40) + 1}, dice);
                continue;
            }
            world.later(hours(dice.below(4)));
            const auto command = any_command(world, dice);
            const auto decision = world.ask(command);
            (decision ? done : refused) += 1;
            if (decision) world.flow_all(command);
        }
    }
    CHECK(done > 1000);
    CHECK(refused > 1000);
}

} // namespace truefill::inventory

#include "sim/gossip.h"

#include <fmt/format.h>

namespace truefill::sim {

void Gossip::talk(Time until, std::int64_t messages) {
    for (std::int64_t count = 0; count < messages; ++count)
        bus().at(Time{random_.between(now().micros, until.micros)}, [this] {
            if (node_.is_up()) say();
        });
}

void Gossip::say() {
    ++words_;
    switch (random_.below(11)) {
    case 0: return about_orders();
    case 1: return about_releases();
    case 2: return about_packing();
    case 3: return about_shipments();
    case 4: return about_shipped_goods();
    case 5: return about_invoices();
    case 6: return about_money();
    case 7: return about_returns();
    case 8: return about_stock();
    case 9: return about_supply();
    default: return about_cases();
    }
}

std::string Gossip::order() {
    const auto* found = state().ledger.find(any(state().ledger.orders()));
    return found ? found->number : "SO-NONE";
}

std::string Gossip::item() {
    const auto count = state().master.items();
    named_ = {};
    if (count == 0 || random_.chance(20)) return "NO-ITEM";
    named_ = ItemId{static_cast<std::uint32_t>(1 + random_.below(count))};
    return state().master.item(named_).code;
}

std::string Gossip::lot() {
    if (random_.chance(20)) return "L-NEW";
    std::vector<std::string> lots;
    for (std::uint32_t number = 1; number <= state().master.lots(); ++number)
        if (const auto& lot = state().master.lot(LotId{number}); lot.item == named_) lots.push_back(lot.code);
    return lots.empty() ? std::string{} : lots[random_.below(lots.size())];
}

std::string Gossip::site() {
    const auto count = state().master.sites();
    if (count == 0 || random_.chance(20)) return "NOWHERE";
    return state().master.site(SiteId{static_cast<std::uint16_t>(1 + random_.below(count))}).code;
}

std::string Gossip::sscc() {
    const auto* unit = state().warehouse.handling_units.find(any(state().warehouse.handling_units));
    return unit && unit->sscc ? fmt::format("{:018}", unit->sscc) : "337601210000009991";
}

std::string Gossip::tracking() {
    const auto* shipment = state().shipping.shipments.find(any(state().shipping.shipments));
    return shipment ? shipment->tracking : "TRK-NONE";
}

Money Gossip::money() {
    return {Amount{random_.between(0, 400) * 250'000}, Currency{{'E', 'U', random_.chance(20) ? 'X' : 'R'}}};
}

void Gossip::about_orders() {
    switch (random_.below(8)) {
    case 0: send(orders::Command{orders::CancelLines{order(), line(), few(), "heard so"}}); break;
    case 1: {
        orders::AmendLine command{order(), line(), {}, {}};
        if (random_.chance(700)) command.quantity = few();
        if (random_.chance(300)) command.unit_price = money().amount;
        send(orders::Command{command});
        break;
    }
    case 2: {
        orders::AddLine command{order(), {}};
        command.line = {line(), item(), few(), {}, money().amount, {}};
        send(orders::Command{command});
        break;
    }
    case 3:
        send(orders::Command{orders::WithdrawLine{
            order(), line(), few(), fmt::format("C{}", random_.below(5)), random_.between(0, 3)}});
        break;
    case 4: {
        orders::PlaceHold command;
        command.scope = static_cast<ledger::HoldScope>(random_.below(6));
        command.order = order();
        command.line = line();
        command.item = item();
        command.site = site();
        command.lot = lot();
        command.reason = "heard so";
        command.blocks = {static_cast<ledger::Trigger>(random_.below(30))};
        if (random_.chance(600)) command.expires_at = now() + hours(random_.between(-3, 30));
        send(orders::Command{command});
        break;
    }
    case 5:
        send(orders::Command{
            orders::LiftHold{HoldId{static_cast<std::uint32_t>(1 + random_.below(20))}, "heard so"}});
        break;
    case 6: send(orders::Command{orders::ArchiveOrder{order()}}); break;
    default: {
        orders::PlaceOrder command;
        command.order = random_.chance(500) ? order() : fmt::format("GO-{}", words_);
        command.customer = "C-03";
        command.currency = money().currency;
        command.purchase_order = "PO-1";
        for (LineNumber at = 1; at <= 2; ++at)
            command.lines.push_back({at, item(), few(), {}, money().amount, {}});
        send(orders::Command{command});
    }
    }
}

void Gossip::about_releases() {
    const auto release = any(state().warehouse.releases);
    switch (random_.below(8)) {
    case 0: send(warehouse::Command{warehouse::AcknowledgeRelease{release}}); break;
    case 1: {
        warehouse::RejectRelease command{release, line(), few(), "no_capacity", {}};
        if (random_.chance(300)) command.stock_good = random_.chance(500);
        send(warehouse::Command{command});
        break;
    }
    case 2: {
        warehouse::RequestRecall command;
        command.order = order();
        command.line = line();
        command.quantity = few();
        send(warehouse::Command{command});
        break;
    }
    case 3: send(warehouse::Command{warehouse::ConfirmRecall{release, line(), few()}}); break;
    case 4: send(warehouse::Command{warehouse::RefuseRecall{release, line(), "packed"}}); break;
    case 5: {
        warehouse::ReleaseOrder command;
        command.order = order();
        command.wave = random_.chance(500);
        send(warehouse::Command{command});
        break;
    }
    default: {
        warehouse::ConfirmPick command;
        command.release = release;
        command.line = line();
        command.quantity = few();
        command.lot = lot();
        command.sequence = random_.below(40);
        command.short_quantity = random_.chance(300) ? few() : 0;
        command.close_short = random_.chance(200);
        send(warehouse::Command{command});
    }
    }
}

void Gossip::about_packing() {
    const auto release = any(state().warehouse.releases);
    switch (random_.below(5)) {
    case 0: {
        warehouse::Pack command;
        command.release = release;
        if (random_.chance(500)) command.sscc = sscc();
        if (random_.chance(600)) command.lines.push_back({line(), few()});
        send(warehouse::Command{command});
        break;
    }
    case 1: send(warehouse::Command{warehouse::Unpack{sscc(), {}}}); break;
    case 2: send(warehouse::Command{warehouse::PutBack{release, line(), few()}}); break;
    case 3: {
        warehouse::ReportDamage command{release, line(), few(), random_.chance(500), "heard so", false};
        send(warehouse::Command{command});
        break;
    }
    default: {
        static constexpr const char* codes[] = {"CC", "CL", "CP", "BP", "BO", "IS", "DE", ""};
        warehouse::ConfirmLegacy command;
        const auto* known = state().warehouse.releases.find(release);
        command.site = known && random_.chance(800) ? state().master.site(known->site).code : site();
        command.delivery_note = fmt::format("{}-DN-{}", command.site, random_.below(30));
        command.release = release;
        if (random_.chance(300)) command.carton = sscc();
        command.shipped_at = now();
        command.tracking = tracking();
        for (auto count = random_.below(4); count > 0; --count)
            command.lines.push_back({line(), few(), codes[random_.below(8)], lot(), random_.below(50),
                                     random_.chance(100) ? item() : std::string{}});
        send(warehouse::Command{command});
    }
    }
}

void Gossip::about_shipments() {
    const auto shipment = any(state().shipping.shipments);
    switch (random_.below(5)) {
    case 0: send(shipping::Command{shipping::AcceptTender{shipment, tracking(), {}}}); break;
    case 1: send(shipping::Command{shipping::RejectTender{shipment, "no_capacity", {}}}); break;
    case 2: {
        shipping::IssueGoods command;
        if (random_.chance(700)) command.shipment = shipment;
        else command.release = any(state().warehouse.releases);
        if (random_.chance(200)) command.handling_units.push_back(any(state().warehouse.handling_units));
        command.shipped_at = now();
        command.tracking = tracking();
        send(shipping::Command{command});
        break;
    }
    case 3: {
        shipping::RecordTracking command{shipment, {}, "exception", now(), "somewhere"};
        if (random_.chance(500)) command.tracking = tracking();
        send(shipping::Command{command});
        break;
    }
    default: {
        shipping::ConfirmDelivery command{shipment, {}, now(), "nobody"};
        if (random_.chance(300)) command = {{}, tracking(), now(), "nobody"};
        send(shipping::Command{command});
    }
    }
}

void Gossip::about_shipped_goods() {
    const auto shipment = any(state().shipping.shipments);
    const auto approver = random_.chance(900) ? person() : std::string{};
    switch (random_.below(6)) {
    case 0: send(shipping::Command{shipping::RetractDelivery{shipment, line(), few(), "wrong door"}}); break;
    case 1: send(shipping::Command{shipping::ReportLoss{shipment, line(), few(), approver}}); break;
    case 2: send(shipping::Command{shipping::ReportFound{shipment, line(), few()}}); break;
    case 3: send(shipping::Command{shipping::ReverseIssue{shipment, line(), few(), approver}}); break;
    case 4:
        send(shipping::Command{shipping::CorrectShipment{
            shipment, line(), few(), random_.chance(600) ? item() : std::string{}, approver}});
        break;
    default: send(shipping::Command{shipping::CheckShipment{shipment}});
    }
}

} // namespace truefill::sim

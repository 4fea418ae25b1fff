#include "sim/gossip.h"

#include <fmt/format.h>

namespace truefill::sim {

void Gossip::about_invoices() {
    const auto invoice = any(state().billing.invoices);
    const auto credit = any(state().billing.credits);
    const auto number = std::to_string(900'000 + random_.below(60));
    switch (random_.below(8)) {
    case 0: {
        billing::ConfirmInvoice command{invoice, number, money(), {}, now()};
        const auto* known = state().billing.invoices.find(invoice);
        if (known && random_.chance(600)) command.total = known->total();
        send(billing::Command{command});
        break;
    }
    case 1: send(billing::Command{billing::RejectInvoice{invoice, "period closed"}}); break;
    case 2: send(billing::Command{billing::VoidInvoice{invoice, "heard so", person()}}); break;
    case 3: {
        const auto shipment = any(state().shipping.shipments);
        const auto* known = state().shipping.shipments.find(shipment);
        send(
            billing::Command{billing::PrepareInvoice{shipment, known ? known->order : OrderId{1}, person()}});
        break;
    }
    case 4: {
        const auto* known = state().billing.credits.find(credit);
        billing::ConfirmCredit command{credit, "C" + number, money(), {}};
        if (known && random_.chance(600)) command.total = {known->net, known->currency};
        send(billing::Command{command});
        break;
    }
    case 5: send(billing::Command{billing::RejectCredit{credit, "heard so"}}); break;
    case 6:
        send(billing::Command{billing::RequestCredit{any(state().ledger.orders()), line(), "heard so"}});
        break;
    default: send(billing::Command{billing::CheckInvoice{invoice}});
    }
}

void Gossip::about_money() {
    const auto invoice = any(state().billing.invoices);
    switch (random_.below(5)) {
    case 0: {
        billing::GrantCredit command{invoice, line(), 0, money(), "heard so", "anna", person()};
        if (command.line == 0) command.charge = 1;
        send(billing::Command{command});
        break;
    }
    case 1: {
        billing::RecordPayment command;
        command.reference = fmt::format("BANK-{}", random_.below(60));
        command.customer = fmt::format("C-{:02}", 1 + random_.below(12));
        if (random_.chance(500)) command.invoice = invoice;
        else if (random_.chance(700)) command.number = std::to_string(900'000 + random_.below(80));
        command.money = money();
        send(billing::Command{command});
        break;
    }
    case 2:
        send(
            billing::Command{billing::ReversePayment{fmt::format("BANK-{}", random_.below(60)), "no cover"}});
        break;
    case 3: send(billing::Command{billing::ApplyPrepayment{invoice, {}}}); break;
    default: send(billing::Command{billing::WriteOff{invoice, money().amount, "small", person()}});
    }
}

void Gossip::about_returns() {
    const auto rma = any(state().returns.returns);
    switch (random_.below(6)) {
    case 0: {
        returns::AuthorizeReturn command;
        command.order = order();
        command.lines.push_back({line(), few()});
        send(returns::Command{command});
        break;
    }
    case 1: {
        returns::ReceiveReturn command;
        if (random_.chance(400)) command.rma = rma;
        else if (random_.chance(700)) command.order = order();
        command.line = line();
        command.item = item();
        command.site = site();
        command.lot = lot();
        command.quantity = few();
        command.reference = fmt::format("GOSSIP-RET-{}", random_.below(50));
        send(returns::Command{command});
        break;
    }
    case 2: send(returns::Command{returns::MatchReturn{rma, order(), line(), few()}}); break;
    case 3:
    case 4:
        send(returns::Command{returns::InspectReturn{
            rma, few(), static_cast<returns::Disposition>(random_.below(5)), person(), {}}});
        break;
    default: send(returns::Command{returns::RejectReturn{rma, "heard so", person()}});
    }
}

void Gossip::about_stock() {
    switch (random_.below(6)) {
    case 0: {
        inventory::HoldStock command;
        command.site = site();
        command.item = item();
        command.lot = lot();
        command.quantity = few();
        command.lift = random_.chance(500);
        command.reserved = random_.chance(300);
        command.reason = "heard so";
        send(inventory::Command{command});
        break;
    }
    case 1: {
        inventory::RequestCount command;
        command.site = site();
        command.item = item();
        command.lot = lot();
        command.reason = "heard so";
        send(inventory::Command{command});
        break;
    }
    case 2: {
        inventory::CountStock command;
        if (random_.chance(500)) command.count = any(state().inventory.counts);
        command.site = site();
        command.item = item();
        command.lot = lot();
        command.counted = random_.between(0, 40);
        command.counted_by = person();
        if (random_.chance(300)) command.approved_by = person();
        send(inventory::Command{command});
        break;
    }
    case 3:
        send(inventory::Command{inventory::ApproveCount{any(state().inventory.counts), person(), {}}});
        break;
    case 4:
        send(inventory::Command{inventory::ExplainSuspense{
            site(), item(), lot(), few(), random_.chance(500), person(), {}, "heard so"}});
        break;
    default: {
        inventory::RelabelStock command{site(), "heard so", {}, {}};
        command.takes.push_back({item(), lot(), {}, few()});
        command.makes.push_back({item(), lot(), {}, few()});
        send(inventory::Command{command});
    }
    }
}

void Gossip::about_supply() {
    const auto* known = state().inventory.supplies.find(any(state().inventory.supplies));
    const auto supply = known ? known->reference : "PO-NONE";
    const auto code = known && random_.chance(800) ? state().master.item(known->item).code : item();
    switch (random_.below(5)) {
    case 0: {
        inventory::ReceiveSupply command;
        command.supply = supply;
        command.item = code;
        if (random_.chance(300)) command.site = site();
        command.receipt = fmt::format("GOSSIP-GR-{}", random_.below(40));
        command.lot = lot();
        command.quantity = few();
        command.damaged = random_.chance(200) ? few() : 0;
        command.last = random_.chance(300);
        send(inventory::Command{command});
        break;
    }
    case 1: {
        inventory::ChangeSupply command{supply, code, {}, {}, "heard so"};
        if (random_.chance(500)) command.due = date_of(now()) + static_cast<std::int32_t>(random_.below(9));
        if (random_.chance(500)) command.quantity = random_.between(0, 30);
        send(inventory::Command{command});
        break;
    }
    case 2: {
        inventory::AnnounceSupply command;
        command.supply = random_.chance(500) ? supply : fmt::format("PO-G{}", words_);
        command.supplier = "gossip";
        command.site = site();
        command.item = code;
        command.quantity = few();
        command.due = date_of(now()) + static_cast<std::int32_t>(random_.between(-2, 6));
        send(inventory::Command{command});
        break;
    }
    case 3: {
        inventory::PlaceTransfer command{fmt::format("T-{}", random_.below(8)), site(), site(), 0, {}, {}};
        command.lines.push_back({1, item(), few()});
        send(inventory::Command{command});
        break;
    }
    default: {
        inventory::ReceiveTransfer command;
        command.transfer = fmt::format("T-{}", random_.below(8));
        command.receipt = fmt::format("GOSSIP-TR-{}", random_.below(20));
        command.lines.push_back({line(), item(), lot(), few(), random_.chance(200) ? few() : 0});
        command.last = random_.chance(300);
        send(inventory::Command{command});
    }
    }
}

void Gossip::about_cases() {
    const auto id = any(state().cases.cases);
    switch (random_.below(9)) {
    case 0: {
        cases::OpenCase command;
        command.category = random_.chance(500) ? "contradiction" : "never_heard_of";
        command.sentence = "somebody said so";
        command.order = order();
        command.line = line();
        send(cases::Command{command});
        break;
    }
    case 1: send(cases::Command{cases::AssignCase{id, person(), {}}}); break;
    case 2: send(cases::Command{cases::StartCase{id}}); break;
    case 3: send(cases::Command{cases::PauseCase{id, "needs approval"}}); break;
    case 4: send(cases::Command{cases::CloseCase{id}}); break;
    case 5: send(cases::Command{cases::ReopenCase{id, "not over"}}); break;
    case 6: send(cases::Command{cases::ResolveIncident{any(state().cases.incidents), "accepted", {}}}); break;
    case 7:
        send(engine::FlowCommand{
            engine::SettleJob{any(state().flow.jobs.all()), random_.chance(300), "go on"}});
        break;
    default: send(engine::FlowCommand{engine::CompleteJob{any(state().flow.jobs.all()), "heard so"}});
    }
}

} // namespace truefill::sim

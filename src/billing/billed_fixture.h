/// A world with one posted invoice.
#pragma once

#include "billing/billing_fixture.h"

#include <string>
#include <utility>
#include <vector>

namespace truefill::billing {

/// An order of ten mugs at 2.50, shipped and billed.
struct Billed : World {
    OrderId id =
        order({{mug, 10, "2.50"}}, {{"freight", amount("5.00"), ledger::ChargeTrigger::first_shipment}});
    InvoiceId invoiced = [this] {
        ship(id, 1, 10, ShipmentId{11}, "5.00");
        return bill(id, ShipmentId{11});
    }();

    PaymentReceived pay(std::string reference, std::string_view sum) {
        RecordPayment command;
        command.reference = std::move(reference);
        command.invoice = invoiced;
        command.money = pounds(sum);
        return run<PaymentReceived>(command);
    }
    ReverseInvoice reversal(std::vector<LineUnits> lines, std::string approved_by,
                            AfterReversal after) const {
        ReverseInvoice command;
        command.invoice = invoiced;
        command.lines = std::move(lines);
        command.reason = "wrong bill-to";
        command.approved_by = std::move(approved_by);
        command.after = after;
        return command;
    }
    GrantCredit allowance(std::string_view sum) const {
        return {invoiced, 1, 0, pounds(sum), "scratched", "Ann", "Bob"};
    }
};

} // namespace truefill::billing

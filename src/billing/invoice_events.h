/// What happens to invoices.
#pragma once

#include "billing/documents.h"
#include "ledger/deviation.h"
#include "ledger/entry.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::billing {

/// The order, the shipment and the invoice agree; finance is asked to post. `due`: posted by then, or a case.
struct InvoicePrepared {
    static constexpr std::string_view name = "billing.invoice_prepared";
    static constexpr int version = 1;
    InvoiceId invoice;
    OrderId order;
    ShipmentId shipment;
    CustomerId customer;
    std::vector<InvoiceLine> lines;
    std::vector<InvoiceCharge> charges;
    Money net;
    Time due;
    std::string rule;
    int rule_version{};
};
TF_DESCRIBE(InvoicePrepared,
            (invoice, order, shipment, customer, lines, charges, net, due, rule, rule_version))

/// They do not agree; nothing goes to finance.
struct MatchFailed {
    static constexpr std::string_view name = "billing.match_failed";
    static constexpr int version = 1;
    InvoiceId invoice;
    OrderId order;
    ShipmentId shipment;
    CustomerId customer;
    std::vector<InvoiceLine> lines;
    std::vector<InvoiceCharge> charges;
    Money net;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(MatchFailed, (invoice, order, shipment, customer, lines, charges, net, deviations))

/// Finance has posted it. `lines` only when less was billable than prepared. `due`: paid by then, or a case.
struct InvoicePosted {
    static constexpr std::string_view name = "billing.invoice_posted";
    static constexpr int version = 1;
    InvoiceId invoice;
    OrderId order;
    ShipmentId shipment;
    std::string number;
    Money total; ///< what the customer owes for it, tax included
    std::optional<Amount> tax;
    std::vector<InvoiceLine> lines;
    Time posted_at;
    Date due_date;
    Time due;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(InvoicePosted, (invoice, order, shipment, number, total, tax, lines, posted_at, due_date, due,
                            entry, deviations))

/// Finance says another total, or no. Units stay billable; the document waits for a correction or for
/// VoidInvoice.
struct InvoiceMismatched {
    static constexpr std::string_view name = "billing.invoice_mismatched";
    static constexpr int version = 1;
    InvoiceId invoice;
    OrderId order;
    std::string number;
    std::optional<Money> claimed; ///< none: refused by finance
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(InvoiceMismatched, (invoice, order, number, claimed, deviations))

struct InvoiceVoided {
    static constexpr std::string_view name = "billing.invoice_voided";
    static constexpr int version = 1;
    InvoiceId invoice;
    OrderId order;
    std::string reason, approved_by;
};
TF_DESCRIBE(InvoiceVoided, (invoice, order, reason, approved_by))

/// A deadline has passed: finance has not posted the invoice or the credit memo, or the customer has not
/// paid.
struct DeadlineMissed {
    static constexpr std::string_view name = "billing.deadline_missed";
    static constexpr int version = 1;
    InvoiceId invoice;
    CreditId credit; ///< none: the invoice itself is late
    OrderId order;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(DeadlineMissed, (invoice, credit, order, deviations))

/// A fact that contradicts what we know and moves nothing; its case says who has to clear it up.
struct ContradictionNoted {
    static constexpr std::string_view name = "billing.contradiction_noted";
    static constexpr int version = 1;
    InvoiceId invoice;
    CreditId credit;
    OrderId order;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(ContradictionNoted, (invoice, credit, order, deviations))

} // namespace truefill::billing

/// What happens after the invoice: credits, payments, write-offs.
#pragma once

#include "billing/documents.h"
#include "ledger/deviation.h"
#include "ledger/entry.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::billing {

/// Finance is asked to post a credit memo.
struct CreditPrepared {
    static constexpr std::string_view name = "billing.credit_prepared";
    static constexpr int version = 1;
    CreditId credit;
    InvoiceId invoice;
    OrderId order;
    CreditKind kind{};
    std::vector<CreditLine> lines;
    std::vector<InvoiceCharge> charges;
    Money net;
    std::string reason, requested_by, approved_by;
    AfterReversal after{};
    Time due;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(CreditPrepared, (credit, invoice, order, kind, lines, charges, net, reason, requested_by,
                             approved_by, after, due, deviations))

/// Finance has posted the credit memo. `lines` are those that were credited: fewer than prepared when units
/// were no longer to be credited. `after` and `approved_by` are those of the reversal.
struct CreditPosted {
    static constexpr std::string_view name = "billing.credit_posted";
    static constexpr int version = 1;
    CreditId credit;
    InvoiceId invoice;
    OrderId order;
    ShipmentId shipment;
    CreditKind kind{};
    std::string number;
    Money total;
    std::optional<Amount> tax;
    std::vector<CreditLine> lines;
    std::optional<Amount> prepaid; ///< was paid already: stands as the customer's prepayment now
    AfterReversal after{};
    std::string approved_by;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(CreditPosted, (credit, invoice, order, shipment, kind, number, total, tax, lines, prepaid, after,
                           approved_by, entry, deviations))

/// Finance says another total for a credit memo, or no.
struct CreditMismatched {
    static constexpr std::string_view name = "billing.credit_mismatched";
    static constexpr int version = 1;
    CreditId credit;
    InvoiceId invoice;
    OrderId order;
    std::string number;
    std::optional<Money> claimed; ///< none: refused by finance
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(CreditMismatched, (credit, invoice, order, number, claimed, deviations))

/// Money came in. `prepaid` is the part that settles no invoice yet.
struct PaymentReceived {
    static constexpr std::string_view name = "billing.payment_received";
    static constexpr int version = 1;
    std::string reference;
    CustomerId customer;
    InvoiceId invoice;
    OrderId order;
    Money money;
    std::optional<Amount> prepaid;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(PaymentReceived, (reference, customer, invoice, order, money, prepaid, entry, deviations))

/// The bank took it back. `reopened` is owed again on the invoice, the rest is taken from the prepayments.
struct PaymentReversed {
    static constexpr std::string_view name = "billing.payment_reversed";
    static constexpr int version = 1;
    std::string reference;
    CustomerId customer;
    InvoiceId invoice;
    OrderId order;
    Money money;
    std::optional<Amount> reopened;
    std::string reason;
    ledger::Entry entry;
    std::vector<ledger::Deviation> deviations;
};
TF_DESCRIBE(PaymentReversed,
            (reference, customer, invoice, order, money, reopened, reason, entry, deviations))

struct PrepaymentApplied {
    static constexpr std::string_view name = "billing.prepayment_applied";
    static constexpr int version = 1;
    InvoiceId invoice;
    OrderId order;
    Money money;
    ledger::Entry entry;
};
TF_DESCRIBE(PrepaymentApplied, (invoice, order, money, entry))

struct ReceivableWrittenOff {
    static constexpr std::string_view name = "billing.receivable_written_off";
    static constexpr int version = 1;
    InvoiceId invoice;
    OrderId order;
    Money money;
    std::string reason, approved_by;
    ledger::Entry entry;
};
TF_DESCRIBE(ReceivableWrittenOff, (invoice, order, money, reason, approved_by, entry))

} // namespace truefill::billing

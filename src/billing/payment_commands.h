/// Commands about what comes after the invoice: credits, payments, write-offs.
#pragma once

#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::billing {

/// Credit what stands at CREDIT_DUE on an order; line 0: on all its lines.
struct RequestCredit {
    static constexpr std::string_view name = "billing.request_credit";
    static constexpr bool fact = false;
    OrderId order_id;
    LineNumber line{};
    std::string reason;
};
TF_DESCRIBE(RequestCredit, (order_id, line, reason))

/// Money back without goods, against one line of an invoice (or one of its charges: line 0). Needs two
/// people.
struct GrantCredit {
    static constexpr std::string_view name = "billing.grant_credit";
    static constexpr bool fact = false;
    InvoiceId invoice;
    LineNumber line{};
    std::uint32_t charge{}; ///< 1-based number of the order's charge when line is 0
    Money money;
    std::string reason, requested_by, approved_by;
};
TF_DESCRIBE(GrantCredit, (invoice, line, charge, money, reason, requested_by, approved_by))

struct ConfirmCredit {
    static constexpr std::string_view name = "billing.confirm_credit";
    static constexpr bool fact = true;
    CreditId credit;
    std::string number;
    Money total;
    std::optional<Amount> tax;
};
TF_DESCRIBE(ConfirmCredit, (credit, number, total, tax))

struct RejectCredit {
    static constexpr std::string_view name = "billing.reject_credit";
    static constexpr bool fact = true;
    CreditId credit;
    std::string reason;
};
TF_DESCRIBE(RejectCredit, (credit, reason))

/// Timer: finance is late with posting a credit memo.
struct CheckCredit {
    static constexpr std::string_view name = "billing.check_credit";
    static constexpr bool fact = false;
    CreditId credit;
};
TF_DESCRIBE(CheckCredit, (credit))

/// Money came in. `reference` is the bank's; the same one never counts twice. The invoice is named by our id
/// or by finance's number; without one the money stands as a prepayment of the customer.
struct RecordPayment {
    static constexpr std::string_view name = "billing.record_payment";
    static constexpr bool fact = true;
    std::string reference;
    std::string customer;
    InvoiceId invoice;
    std::string number;
    Money money;
};
TF_DESCRIBE(RecordPayment, (reference, customer, invoice, number, money))

/// The bank took a payment back.
struct ReversePayment {
    static constexpr std::string_view name = "billing.reverse_payment";
    static constexpr bool fact = true;
    std::string reference;
    std::string reason;
};
TF_DESCRIBE(ReversePayment, (reference, reason))

/// Settle an invoice from the customer's prepayments; no amount: as far as they reach.
struct ApplyPrepayment {
    static constexpr std::string_view name = "billing.apply_prepayment";
    static constexpr bool fact = false;
    InvoiceId invoice;
    std::optional<Amount> amount;
};
TF_DESCRIBE(ApplyPrepayment, (invoice, amount))

struct WriteOff {
    static constexpr std::string_view name = "billing.write_off";
    static constexpr bool fact = false;
    InvoiceId invoice;
    Amount amount;
    std::string reason, approved_by;
};
TF_DESCRIBE(WriteOff, (invoice, amount, reason, approved_by))

} // namespace truefill::billing

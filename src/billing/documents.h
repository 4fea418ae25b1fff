/// The documents of billing. An invoice line names units by order line and price version; together with the
/// shipment that is the parcel (I10), wherever the parcel has gone since. What was credited of an invoice is
/// a fold over its credit memos, kept nowhere else. An invoice of three lines takes about 300 bytes.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/time.h"

#include <string>
#include <vector>

namespace truefill::billing {

/// pending -> matched -> posted -> paid; match_failed may still be posted when finance corrects itself.
enum class InvoiceStatus : std::uint8_t { pending, matched, posted, paid, match_failed, voided };
TF_DESCRIBE_ENUM(InvoiceStatus, pending, matched, posted, paid, match_failed, voided)

struct InvoiceLine {
    LineNumber line{};
    Quantity quantity{};
    Amount unit_price;
    Amount amount; ///< rounded to the coin such that all invoices of the line sum to the whole
};
TF_DESCRIBE(InvoiceLine, (line, quantity, unit_price, amount))

struct InvoiceCharge {
    std::uint32_t charge{}; ///< 1-based number of the order's charge
    Amount exact;
    Amount amount;
};
TF_DESCRIBE(InvoiceCharge, (charge, exact, amount))

struct Invoice {
    OrderId order;
    ShipmentId shipment;
    CustomerId customer;
    InvoiceId previous_of_order;
    CreditId last_credit;
    Currency currency{};
    InvoiceStatus status{};
    bool sent{};     ///< finance was asked, and has not said no
    bool reminded{}; ///< the passed deadline is a case already
    Date due;        ///< for payment
    std::vector<InvoiceLine> lines;
    std::vector<InvoiceCharge> charges;
    Amount net;
    Amount tax;
    Amount paid;
    Amount credited;
    Amount written_off;
    Time check_at;      ///< posted by then; once posted: paid by then
    std::string number; ///< finance's own

    Money total() const { return {net + tax, currency}; }
    bool is_posted() const { return status == InvoiceStatus::posted || status == InvoiceStatus::paid; }
    /// Its units are spoken for though not invoiced yet.
    bool is_pending() const {
        return status == InvoiceStatus::matched || (status == InvoiceStatus::match_failed && sent);
    }
    /// What the customer still owes for it.
    Amount open() const { return is_posted() ? net + tax - credited - paid - written_off : Amount{}; }
};
TF_DESCRIBE(Invoice, (order, shipment, customer, previous_of_order, last_credit, currency, status, sent,
                      reminded, due, lines, charges, net, tax, paid, credited, written_off, check_at, number))

/// units: goods came back or were lost. reversal: the invoice was wrong, its units become billable again.
/// allowance: money alone.
enum class CreditKind : std::uint8_t { units, reversal, allowance };
TF_DESCRIBE_ENUM(CreditKind, units, reversal, allowance)
/// What follows when a reversal is posted: the units are billed anew, or their goods issue is reversed (the
/// shipment was wrong).
enum class AfterReversal : std::uint8_t { nothing, bill_again, reverse_issue };
TF_DESCRIBE_ENUM(AfterReversal, nothing, bill_again, reverse_issue)
enum class CreditStatus : std::uint8_t { prepared, posted, mismatched, rejected };
TF_DESCRIBE_ENUM(CreditStatus, prepared, posted, mismatched, rejected)

/// `value` is taken from what was billed; `amount` goes to the customer. They differ where money was given
/// back before.
struct CreditLine {
    LineNumber line{};
    std::uint32_t charge{}; ///< allowance on a charge; then line is 0
    Quantity quantity{};    ///< 0: an allowance
    Amount unit_price;
    Amount value;
    Amount amount;
};
TF_DESCRIBE(CreditLine, (line, charge, quantity, unit_price, value, amount))

struct Credit {
    InvoiceId invoice;
    OrderId order;
    CreditId previous_of_invoice;
    CreditKind kind{};
    CreditStatus status{};
    AfterReversal after{};
    bool reminded{};
    Currency currency{};
    std::vector<CreditLine> lines;
    std::vector<InvoiceCharge> charges; ///< those of a whole invoice that is reversed
    Amount net;
    Amount tax;
    Time check_at;
    std::string reason;
    std::string approved_by;
    std::string number;

    bool is_pending() const { return status == CreditStatus::prepared || status == CreditStatus::mismatched; }
    /// It uses up what its invoice lines can be credited with.
    bool counts() const { return status != CreditStatus::rejected; }
};
TF_DESCRIBE(Credit, (invoice, order, previous_of_invoice, kind, status, after, reminded, currency, lines,
                     charges, net, tax, check_at, reason, approved_by, number))

/// What became of the bank's reference: kept for ever, so that a payment never counts twice.
struct Payment {
    CustomerId customer;
    InvoiceId invoice;
    Currency currency{};
    bool reversed{};
    Amount amount;
    Amount prepaid; ///< the part of it that settled no invoice
};
TF_DESCRIBE(Payment, (customer, invoice, currency, reversed, amount, prepaid))

} // namespace truefill::billing

/// Commands about invoices. Finance names our documents by the id that we sent (INV-5 is invoice 5); we keep
/// its number.
#pragma once

#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/time.h"
#include "billing/documents.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::billing {

/// Bill what a goods issue made billable. `approved_by`: a person accepts that more goes out than the
/// customer demands.
struct PrepareInvoice {
    static constexpr std::string_view name = "billing.prepare_invoice";
    static constexpr bool fact = false;
    ShipmentId shipment;
    OrderId order_id;
    std::string approved_by;
};
TF_DESCRIBE(PrepareInvoice, (shipment, order_id, approved_by))

/// Finance has posted the invoice. `total` contains `tax`, which finance computes.
struct ConfirmInvoice {
    static constexpr std::string_view name = "billing.confirm_invoice";
    static constexpr bool fact = true;
    InvoiceId invoice;
    std::string number; ///< finance's own
    Money total;
    std::optional<Amount> tax;
    Time posted_at; ///< none: when the message says it happened
};
TF_DESCRIBE(ConfirmInvoice, (invoice, number, total, tax, posted_at))

/// Finance will not post the invoice.
struct RejectInvoice {
    static constexpr std::string_view name = "billing.reject_invoice";
    static constexpr bool fact = true;
    InvoiceId invoice;
    std::string reason;
};
TF_DESCRIBE(RejectInvoice, (invoice, reason))

/// Take back an invoice that is not posted, so that its units can be billed anew.
struct VoidInvoice {
    static constexpr std::string_view name = "billing.void_invoice";
    static constexpr bool fact = false;
    InvoiceId invoice;
    std::string reason, approved_by;
};
TF_DESCRIBE(VoidInvoice, (invoice, reason, approved_by))

/// Units of an order line.
struct LineUnits {
    LineNumber line{};
    Quantity quantity{};
};
TF_DESCRIBE(LineUnits, (line, quantity))

/// Make invoiced units billable again, by a credit memo that finance posts. The invoice is named by id, or in
/// a follow-up by the shipment and order that it bills. No lines: all of it with its charges. `after`: what
/// is to follow when the credit memo is posted.
struct ReverseInvoice {
    static constexpr std::string_view name = "billing.reverse_invoice";
    static constexpr bool fact = false;
    InvoiceId invoice;
    ShipmentId shipment;
    OrderId order_id;
    std::vector<LineUnits> lines;
    std::string reason, approved_by;
    AfterReversal after{};
};
TF_DESCRIBE(ReverseInvoice, (invoice, shipment, order_id, lines, reason, approved_by, after))

/// Timer: finance is late with posting, or the customer with paying.
struct CheckInvoice {
    static constexpr std::string_view name = "billing.check_invoice";
    static constexpr bool fact = false;
    InvoiceId invoice;
};
TF_DESCRIBE(CheckInvoice, (invoice))

} // namespace truefill::billing

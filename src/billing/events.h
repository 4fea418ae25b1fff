/// What happened in billing. `Prepared` events move no ledger: money moves when finance has confirmed.
#pragma once

#include "billing/invoice_events.h"
#include "billing/payment_events.h"

#include <variant>

namespace truefill::billing {

using Event = std::variant<InvoicePrepared, MatchFailed, InvoicePosted, InvoiceMismatched, InvoiceVoided,
                           CreditPrepared, CreditPosted, CreditMismatched, PaymentReceived, PaymentReversed,
                           PrepaymentApplied, ReceivableWrittenOff, DeadlineMissed, ContradictionNoted>;

} // namespace truefill::billing

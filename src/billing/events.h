/// What happened in billing. `Prepared` events move no ledger: money moves when finance has confirmed.
#pragma once

#include "base/one_of.h"
#include "billing/invoice_events.h"
#include "billing/payment_events.h"

namespace truefill::billing {

using Event = OneOf<InvoicePrepared, MatchFailed, InvoicePosted, InvoiceMismatched, InvoiceVoided,
                    CreditPrepared, CreditPosted, CreditMismatched, PaymentReceived, PaymentReversed,
                    PrepaymentApplied, ReceivableWrittenOff, DeadlineMissed, ContradictionNoted>;

} // namespace truefill::billing

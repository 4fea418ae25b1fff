/// What billing can be asked or told. Persons who approve are named; who may approve is settled before a
/// command comes here.
#pragma once

#include "base/one_of.h"
#include "billing/invoice_commands.h"
#include "billing/payment_commands.h"

namespace truefill::billing {

using Command = OneOf<PrepareInvoice, ConfirmInvoice, RejectInvoice, VoidInvoice, ReverseInvoice,
                      RequestCredit, GrantCredit, ConfirmCredit, RejectCredit, RecordPayment, ReversePayment,
                      ApplyPrepayment, WriteOff, CheckInvoice, CheckCredit>;

} // namespace truefill::billing

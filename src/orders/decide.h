/// Inside the orders folder: one decision per command.
#pragma once

#include "orders/orders.h"

namespace truefill::orders {

Decision decide_one(const Facts&, const State&, const PlaceOrder&, const journal::Envelope&);
Decision decide_one(const Facts&, const State&, const AddLine&, const journal::Envelope&);
Decision decide_one(const Facts&, const State&, const AmendLine&, const journal::Envelope&);
Decision decide_one(const Facts&, const State&, const CancelLines&, const journal::Envelope&);
Decision decide_one(const Facts&, const State&, const WithdrawLine&, const journal::Envelope&);
Decision decide_one(const Facts&, const State&, const ContinueCancel&, const journal::Envelope&);
Decision decide_one(const Facts&, const State&, const PlaceHold&, const journal::Envelope&);
Decision decide_one(const Facts&, const State&, const LiftHold&, const journal::Envelope&);
Decision decide_one(const Facts&, const State&, const ArchiveOrder&, const journal::Envelope&);
Decision decide_one(const Facts&, const State&, const RecallOrder&, const journal::Envelope&);

/// The change of an order that may still come waits for it; after the deadline it is a case.
std::unexpected<journal::Refusal> unknown_order(const std::string& number);
Hash128 purchase_order_key(CustomerId customer, std::string_view purchase_order);
Hash128 withdrawal_key(std::string_view document, std::int64_t row);

} // namespace truefill::orders

#include "api/demo/unnoticed.h"

#include <algorithm>
#include <iterator>

namespace truefill::api {
namespace {

struct Row {
    std::string_view category, sentence;
};

// Sorted by category.
constexpr Row rows[] = {
    {"address_invalid", "The parcel comes back: freight twice, and a customer who waits."},
    {"backordered", "The customer waits for goods that nobody has told him about."},
    {"blind_receipt", "Goods are on the shelf and in no book; somebody buys them again."},
    {"carrier_exception", "The parcel stands still, and the customer is the first who tells."},
    {"conflicting_message", "One of two versions is followed, and nobody knows which."},
    {"contradiction",
     "One system acts on what the others know to be wrong: open goods are written off or billed."},
    {"count_difference", "Promises are made on stock that is not there."},
    {"credit_exceeded", "Goods leave for a customer who cannot be made to pay for them."},
    {"credit_mismatch", "The customer is credited another amount than he is owed."},
    {"credit_unposted", "The customer pays less on his own account, and the books do not agree."},
    {"damaged_before_issue", "Broken goods are shipped, come back and are shipped again."},
    {"delivery_late", "The customer calls, and nobody can say where his goods are."},
    {"duplicate_purchase_order",
     "The same order is shipped and billed twice: freight, a return and a credit."},
    {"hold_expired", "The order stands still after its reason has gone."},
    {"incomplete_shipment", "The rest of the order is forgotten: it counts as shipped, and is billed."},
    {"invoice_mismatch",
     "The customer is billed for what did not ship: a complaint, a credit, a late payment."},
    {"invoice_unposted", "Goods have left and are never billed."},
    {"issued_after_cancel", "Cancelled goods arrive, come back and are booked twice."},
    {"issued_on_hold", "Goods leave that somebody had stopped for a reason."},
    {"job_failed", "A system is never told what it has to do."},
    {"job_unknown_outcome", "Something is sent twice, or never."},
    {"lost_before_issue", "The loss is found at the next count, weeks later."},
    {"misship", "The customer has the wrong goods: a return, freight twice, a credit."},
    {"no_carrier", "Packed goods stand at the dock."},
    {"over_pick", "More leaves than is billed."},
    {"over_receipt", "More is paid to the supplier than was ordered, or goods stand in no book."},
    {"over_return", "More is credited than was ever shipped."},
    {"overpayment", "A customer's money lies on the wrong account."},
    {"payment_overdue", "Goods are paid late or not at all, while new ones are shipped."},
    {"payment_reversed", "An invoice counts as paid and is not."},
    {"price_mismatch", "The order is billed at a price that the customer did not agree to."},
    {"recall_refused", "What the customer cancelled is shipped all the same."},
    {"recall_unanswered", "What the customer cancelled may be shipped all the same."},
    {"release_overdue", "The order misses its truck."},
    {"release_rejected", "Nobody picks the order, and everybody thinks that somebody does."},
    {"release_unacknowledged", "The site never had the order: it is not picked, and its date passes."},
    {"return_unauthorised", "Goods lie in the returns area, and the customer waits for his credit."},
    {"return_uninspected", "The customer waits for his credit, and good stock cannot be sold."},
    {"shelf_life", "The customer gets goods that he has to throw away."},
    {"short_pick", "The missing units are billed, or never sent."},
    {"stock_mismatch", "Promises are made on stock that is not there."},
    {"stock_short", "The order is promised and cannot be filled."},
    {"supply_overdue", "Promises rest on goods that do not come."},
    {"supply_short", "Promises rest on goods that did not come."},
    {"suspense", "Units are in the building and on no order."},
    {"tender_unanswered", "No truck comes."},
    {"transfer_short", "Units are lost between two sites, and both books are right."},
    {"unmapped", "The message is dropped, and with it an order or a confirmation."},
    {"unmatched_cancellation", "A credit is given for a sale that nobody can find."},
};

static_assert(std::ranges::is_sorted(rows, {}, &Row::category));

} // namespace

std::string_view unnoticed(std::string_view category) {
    const auto* const row = std::ranges::lower_bound(rows, category, {}, &Row::category);
    if (row != std::end(rows) && row->category == category) return row->sentence;
    return "Systems go on with different truths, and the customer finds out first.";
}

} // namespace truefill::api

#include "cases/categories.h"

#include <algorithm>
#include <array>

namespace truefill::cases {
namespace {

// clang-format off
constexpr auto rows = std::to_array<Category>({
    {"address_invalid", 2, Role::customer_service, 240,
        "Ask the customer for an address that can be delivered to."},
    {"backordered", 3, Role::purchasing, 1440,
        "Nothing on hand and nothing due covers the line: buy, move stock from another site, or ask the "
        "customer."},
    {"blind_receipt", 2, Role::customer_service, 1440,
        "Find out from whom the goods came and match the return to its order line."},
    {"carrier_exception", 2, Role::carrier_desk, 240,
        "Ask the carrier what happened, decide on redelivery or return, and tell the customer."},
    {"conflicting_message", 2, Role::integration, 240,
        "One message id came with two contents: find out which is right, and resend it under a new id."},
    {"contradiction", 2, Role::integration, 240,
        "Two messages cannot both be true: ask both senders, and have the wrong one corrected at its "
        "source."},
    {"count_difference", 2, Role::inventory_control, 480,
        "Have the location recounted by another person, then approve or refuse the difference."},
    {"count_overdue", 3, Role::inventory_control, 480,
        "A site was asked to count and has not: have the location counted, for stock is on hold until then."},
    {"credit_exceeded", 2, Role::credit_control, 240,
        "Release the order, raise the limit, or ask for payment."},
    {"credit_mismatch", 1, Role::billing, 480,
        "Finance's credit memo and ours differ: correct the wrong one."},
    {"credit_unposted", 2, Role::billing, 480,
        "Finance has not posted the credit memo: check the interface and the period, then have it posted."},
    {"damaged_before_issue", 2, Role::warehouse_lead, 240,
        "Goods were damaged on the floor: look at them, scrap or restock, and pick again."},
    {"deleted_by_site", 2, Role::warehouse_lead, 240,
        "The site has dropped lines of a release: ask why, and source them again."},
    {"delivery_late", 2, Role::carrier_desk, 480,
        "The carrier has not delivered in time: trace the shipment and tell the customer."},
    {"disk_low", 1, Role::integration, 60,
        "Free space on the journal's disk; the server answers reads only until then."},
    {"duplicate_purchase_order", 2, Role::customer_service, 240,
        "Ask the customer whether the second order with this number is meant; cancel it if not."},
    {"fact_waiting", 2, Role::integration, 480,
        "A fact waits for something that never came: get the missing message, or correct its reference."},
    {"hold_expired", 2, Role::customer_service, 240,
        "A hold has outlived its time: lift it, renew it, or cancel what it holds."},
    {"incomplete_shipment", 2, Role::warehouse_lead, 240,
        "An order that ships complete has left in part: find the rest and send it at our cost."},
    {"inexact_unit", 2, Role::master_data, 240,
        "The quantity is no whole number of pieces: correct the unit factor or the order."},
    {"invoice_mismatch", 1, Role::billing, 480,
        "Order, shipment and invoice differ: correct the wrong one; goods stay unbilled until then."},
    {"invoice_unposted", 2, Role::billing, 480,
        "Finance has not posted the document: check the interface and the period, then have it posted."},
    {"issued_after_cancel", 1, Role::customer_service, 60,
        "Stop or refuse the delivery, or win the customer for it; the units are shipped and will be billed."},
    {"issued_on_hold", 1, Role::warehouse_lead, 60,
        "Stop the truck if it can be stopped; decide with the owner of the hold what happens to the goods."},
    {"job_failed", 2, Role::integration, 120,
        "Read the other system's answer, mend the cause, and retry the job."},
    {"job_unknown_outcome", 1, Role::integration, 60,
        "We cannot know whether the other system acted: look there, then mark the job done or retry it."},
    {"lost_before_issue", 2, Role::warehouse_lead, 240,
        "Picked goods cannot be found: search staging and docks, and order a count."},
    {"lot_not_allowed", 2, Role::warehouse_lead, 120,
        "Another lot was picked than the customer may get: put it back and pick a right one."},
    {"lot_unknown", 2, Role::master_data, 240,
        "The site named a lot that nobody knows: read the label again, then make the lot known."},
    {"misship", 1, Role::customer_service, 240,
        "Agree with the customer: send what was ordered, and take back or bill what came instead."},
    {"no_carrier", 2, Role::carrier_desk, 240,
        "No carrier serves this shipment: name one by hand or book a special."},
    {"other", 2, Role::customer_service, 480,
        "Somebody reports what no other category says: read it, and send it to whoever can act."},
    {"over_pick", 2, Role::warehouse_lead, 240,
        "More was picked than released: put the surplus back before the goods issue."},
    {"over_receipt", 3, Role::purchasing, 1440,
        "More came in than was ordered: keep and pay it, or send it back."},
    {"over_return", 3, Role::customer_service, 1440,
        "More came back than was allowed: accept the surplus or deny it."},
    {"overpayment", 3, Role::credit_control, 2880,
        "Ask the customer what the surplus is for: apply it or pay it back."},
    {"payment_overdue", 3, Role::credit_control, 2880,
        "Remind the customer; consider a hold on new releases."},
    {"payment_reversed", 2, Role::credit_control, 480,
        "The bank took a payment back: ask the customer, and consider a hold."},
    {"price_mismatch", 2, Role::customer_service, 480,
        "Agree on the price with the customer and amend the order or the price list."},
    {"quarantined", 1, Role::integration, 60,
        "A message has stopped the program twice and is set aside: report it with its crash note."},
    {"recall_refused", 2, Role::customer_service, 240,
        "The site has gone too far to stop: tell the customer, and prepare the return."},
    {"recall_unanswered", 1, Role::warehouse_lead, 60,
        "Call the site: are the goods stopped or not? Have the answer sent."},
    {"refused_follow_up", 2, Role::integration, 480,
        "A step that should follow by itself was refused: read the sentence and do by hand what it asks."},
    {"release_overdue", 2, Role::warehouse_lead, 240,
        "The release is late at the site: find out what stops it and tell customer service the new day."},
    {"release_rejected", 2, Role::warehouse_lead, 240,
        "Read why the site sends the release back; mend it or source from elsewhere."},
    {"release_unacknowledged", 1, Role::integration, 60,
        "The site has not taken the release: check the connection, then resend or fall back to the list."},
    {"return_unauthorised", 3, Role::customer_service, 1440,
        "Goods came back that nobody allowed: inspect them, then accept or deny the return."},
    {"return_uninspected", 3, Role::warehouse_lead, 1440,
        "Inspect the goods in return quarantine and say what becomes of them."},
    {"shelf_life", 2, Role::inventory_control, 480,
        "The lot is too old for this customer: reserve a fresher one or ask the customer."},
    {"short_pick", 2, Role::warehouse_lead, 240,
        "Look where the missing units are, order a count, and tell customer service whether the line "
        "waits or is cut."},
    {"sscc_invalid", 3, Role::warehouse_lead, 240,
        "A label is no SSCC: have the unit labelled anew, or it cannot be traced at the customer's dock."},
    {"sscc_reused", 2, Role::warehouse_lead, 120,
        "Two units carry one SSCC: have the later one labelled anew before it leaves."},
    {"stale", 3, Role::integration, 480,
        "A message is older than the seen set reaches: check whether it took effect long ago before "
        "replaying it."},
    {"stock_mismatch", 2, Role::inventory_control, 480,
        "Compare the site's statement with the book and the tasks under way; count, and let the count post."},
    {"stock_short", 2, Role::inventory_control, 240,
        "Find the units that the book has and the floor has not; count the location."},
    {"substitution_unapproved", 2, Role::customer_service, 240,
        "Another item was sent or offered than ordered: get the customer's approval or take it back."},
    {"supply_overdue", 2, Role::purchasing, 480,
        "Get a new date from the supplier; what was promised from it is promised anew."},
    {"supply_short", 2, Role::purchasing, 480,
        "Less came in than was announced: claim the rest and tell those who were promised it."},
    {"suspense", 1, Role::inventory_control, 480,
        "Explain the units in suspense: matched, found, written off with approval. It is empty at "
        "close of day."},
    {"tender_unanswered", 2, Role::carrier_desk, 120,
        "Call the carrier; accept in his name or tender to the next."},
    {"transfer_short", 2, Role::inventory_control, 480,
        "Units were lost between two sites: trace them, then write them off with approval."},
    {"unmapped", 2, Role::master_data, 240,
        "Add the missing code or cross-reference, then send it again under a new message id."},
    {"unmatched_cancellation", 2, Role::customer_service, 480,
        "A cancellation names no order line of ours: ask its sender what is meant."},
});
// clang-format on

static_assert(std::ranges::is_sorted(rows, {}, &Category::name), "found by bisection");

const Category* find(std::string_view name) {
    const auto* found = std::ranges::lower_bound(rows, name, {}, &Category::name);
    return found != rows.end() && found->name == name ? found : nullptr;
}

} // namespace

std::span<const Category> categories() { return rows; }

const Category& category_of(std::string_view name) {
    if (const auto* found = find(name)) return *found;
    return *find("contradiction");
}

std::string say(Role role) {
    std::string text{name_of(role)};
    std::ranges::replace(text, '_', ' ');
    return text;
}

} // namespace truefill::cases

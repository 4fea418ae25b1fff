#include "api/command_texts.h"

namespace truefill::api {
namespace {

constexpr MemberText limits[] = {
    {"command", "Name of the command that the limit is for; none: all that ask for a value"},
    {"up_to", "Greatest value that the user decides about alone"},
    {"remove", "The limit is taken away"}};
constexpr MemberText substitutes[] = {
    {"substitute", "Name of the user who stands in; none: nobody any more"}};
constexpr MemberText groups[] = {{"group", "The group; none: the customers are of no group any more"}};
constexpr MemberText role_maps[] = {{"group", "As the provider of log-ins names it"},
                                    {"roles", "What its people may; none: the group means nothing any more"}};
constexpr MemberText prepayments[] = {{"amount", "None: as far as the prepayments reach"}};
constexpr MemberText invoice_posted[] = {{"number", "Finance's own number of the invoice"},
                                         {"posted_at", "None: when the message was sent"}};
constexpr MemberText credit_posted[] = {{"number", "Finance's own number of the credit memo"}};
constexpr MemberText credits[] = {{"charge", "Number of the order's charge, from 1, when the line is 0"},
                                  {"line", "Number of the order line; 0: a charge"}};
constexpr MemberText payments[] = {
    {"reference", "The bank's; the same one never counts twice"},
    {"number", "Finance's number of the invoice, instead of the id"},
    {"invoice", "Id of the invoice; without it and a number the money is a prepayment"}};
constexpr MemberText reversals[] = {
    {"lines", "Units to take back; none: all of the invoice with its charges"},
    {"after", "What follows when the credit memo is posted"},
    {"shipment", "Instead of the invoice: the shipment that it bills"}};
constexpr MemberText bank[] = {{"reference", "The bank's, of the payment"}};
constexpr MemberText credit_due[] = {{"line", "0: all lines"}};
constexpr MemberText case_people[] = {{"person", "Name of the user who takes it; none: nobody yet"}};
constexpr MemberText case_resolutions[] = {{"note", "What is to be known besides"}};
constexpr MemberText job_done[] = {{"reference", "What the destination calls it"}};
constexpr MemberText job_failed[] = {
    {"outcome", "not_done: safe to try again; unknown: it may have been done; refused: never"}};
constexpr MemberText job_settled[] = {{"give_up", "It is not tried again"}};
constexpr MemberText announced[] = {{"opening", "It was on its way when Truefill went live"}};
constexpr MemberText supply_changed[] = {
    {"due", "None: as before"},
    {"quantity", "All that is ordered, received units included; none: as before"}};
constexpr MemberText supply_received[] = {
    {"site", "None: where it was announced"},
    {"receipt", "The site's own number of this receipt; it counts once for each lot"}};
constexpr MemberText counts[] = {
    {"count", "Id of the request that it answers; else site and item say what was counted"},
    {"approved_by", "Who approved it at the site: neither the counter nor the sender"}};
constexpr MemberText doubts[] = {{"doubt", "Units that went on hold because somebody did not find them"}};
constexpr MemberText stock_holds[] = {{"quantity", "0: all of it"},
                                      {"lift", "The stock goes off hold"},
                                      {"reserved", "What is reserved and not yet released goes on hold too"}};
constexpr MemberText suspense[] = {{"write_off", "The units are gone; else they were here all the time"}};
constexpr MemberText relabels[] = {{"takes", "Stock that is used up"}, {"makes", "Stock that comes of it"}};
constexpr MemberText reserves[] = {
    {"order", "Id of the order"},
    {"number", "Number of the order, instead of its id"},
    {"declined", "Id of a site that is asked only when the others cannot give as much"}};
constexpr MemberText unreserves[] = {
    {"line", "0: the whole order"},       {"quantity", "0: all"},
    {"site", "Id of a site: only there"}, {"lot", "Id of a lot: only of it"},
    {"hold", "The stock goes on hold"},   {"count", "Id of an approved count that found less"}};
constexpr MemberText transfers[] = {{"transfer", "Number of the transfer; an order number like others"},
                                    {"from", "Code of the site that sends"},
                                    {"to", "Code of the site that gets"}};
constexpr MemberText claims[] = {{"quantity", "Units that have come so far in all"},
                                 {"state", "What they are: shipped, delivered, invoiced, paid or cancelled"}};
constexpr MemberText stock_statements[] = {{"statement", "The system's name of this list; it counts once"},
                                           {"full", "What is not listed is not there"},
                                           {"lines", "Balances; several of one item and lot are added up"}};
constexpr MemberText amends[] = {
    {"quantity", "Smallest units that the line comes to; none: as before"},
    {"unit_price", "Of one smallest unit; touches what is not yet issued; none: as before"}};
constexpr MemberText cancels[] = {{"line", "0: every line"}, {"quantity", "0: all of the line"}};
constexpr MemberText order_holds[] = {{"scope", "What is held: an order, line, customer, item, lot or site"},
                                      {"site", "The site, or the only one where it counts"}};
constexpr MemberText orders[] = {{"order", "Number of the order: the same number never makes a second one"},
                                 {"ordered_at", "None: when the message was sent"}};
constexpr MemberText withdrawals[] = {{"document", "The shop's document; with the row it counts once"}};
constexpr MemberText return_plans[] = {{"lines", "Units that may come back"},
                                       {"expires", "Until when; none: as long as the terms say"}};
constexpr MemberText inspections[] = {{"disposition", "What becomes of them: restock, hold, scrap or deny"}};
constexpr MemberText matches[] = {{"quantity", "0: all of it"}};
constexpr MemberText returned[] = {
    {"reference", "The site's receipt and line; the same one never counts twice"},
    {"rma", "Id of the authorisation, when there is one"}};
constexpr MemberText rejections[] = {{"rejected_by", "Who takes it back"}};
constexpr MemberText tenders[] = {{"carrier", "Code of who says so; none: the one that was asked last"}};
constexpr MemberText some_units[] = {{"line", "0: every line"}, {"quantity", "0: every unit"}};
constexpr MemberText corrections[] = {{"line", "0: every line"},
                                      {"quantity", "0: every unit of the line on the shipment"},
                                      {"wrong_item", "Code of what went instead; none: not known"}};
constexpr MemberText issues[] = {{"release", "Instead of the shipment: its release"}};
constexpr MemberText tracks[] = {{"status", "In the carrier's words; exception becomes a case"},
                                 {"tracking", "Instead of the shipment's id"}};
constexpr MemberText deliveries[] = {{"tracking", "Instead of the shipment's id"}};
constexpr MemberText legacy[] = {{"lines", "What has left, line by line"},
                                 {"delivery_note", "The site's number of it"}};
constexpr MemberText picks[] = {{"short_quantity", "Units that were not found"},
                                {"short_reason", "Why they were not found"}};
constexpr MemberText recalls[] = {{"line", "0: everything that was asked for"}, {"quantity", "0: as asked"}};
constexpr MemberText no_recalls[] = {{"line", "0: everything that was asked for"}};
constexpr MemberText packs[] = {{"sscc", "None: one is made from the site's GS1 prefix"},
                                {"lines", "None: everything that is picked"}};
constexpr MemberText rejects[] = {
    {"line", "0: all lines"},
    {"quantity", "0: all units"},
    {"stock_good", "Whether their stock can be sold; none: it follows from the reason"}};
constexpr MemberText releases[] = {{"wave", "Now, and not with the next wave"}};
constexpr MemberText damages[] = {{"lost", "They are gone; else they are damaged and go on hold"},
                                  {"correction", "Only packed units, and no other stock is sought for them"},
                                  {"lot", "The one that is read on them"}};
constexpr MemberText recall_requests[] = {{"line", "0: all lines"}, {"quantity", "0: all units"}};
constexpr MemberText opened[] = {{"destination", "The system or partner that it is about"},
                                 {"quantity", "Smallest units that it is about"}};

constexpr CommandText texts[] = {
    {"access.change_user", "Changes a user; what is not given stays"},
    {"access.create_user", "Makes a user who logs in at the provider of log-ins"},
    {"access.deactivate_user", "Ends a user: log-in, keys and standing in for others"},
    {"access.group_customers", "Puts customers into a group, which a scope can name", "", groups},
    {"access.map_role", "Says which roles a group of the provider of log-ins has", "", role_maps},
    {"access.reactivate_user", "Lets a user in again"},
    {"access.revoke_key", "Ends a key at once"},
    {"access.set_limit", "Says up to which value a user decides alone", "", limits},
    {"access.set_substitute", "Lets another act with a user's authority for a time", "", substitutes},
    {"billing.apply_prepayment", "Settles an invoice from the customer's prepayments", "invoice",
     prepayments},
    {"billing.confirm_credit", "Says that finance has posted a credit memo", "credit", credit_posted},
    {"billing.confirm_invoice", "Says that finance has posted an invoice", "invoice", invoice_posted},
    {"billing.grant_credit",
     "Gives money back against an invoice line or charge, without goods; needs two people", "invoice money",
     credits},
    {"billing.prepare_invoice", "Bills what a goods issue made billable", "shipment"},
    {"billing.record_payment", "Says that money came in for an invoice, or as a prepayment", "reference",
     payments},
    {"billing.reject_credit", "Says that finance will not post a credit memo", "credit"},
    {"billing.reject_invoice", "Says that finance will not post an invoice", "invoice"},
    {"billing.request_credit", "Credits what is due for credit on an order", "", credit_due},
    {"billing.reverse_invoice", "Makes invoiced units billable again, by a credit memo", "invoice|shipment",
     reversals},
    {"billing.reverse_payment", "Says that the bank took a payment back", "reference", bank},
    {"billing.void_invoice", "Takes back an invoice that is not posted, so that its units are billed anew",
     "invoice"},
    {"billing.write_off", "Gives up what a customer still owes on an invoice", "invoice amount"},
    {"cases.assign_case", "Gives a case to a person, to another role, or both", "case_id", case_people},
    {"cases.close_case", "Ends a case that was resolved", "case_id"},
    {"cases.open_case", "Says that something is off plan; an open case of the same is counted, not doubled",
     "", opened},
    {"cases.pause_case", "Stops the clock of a case while somebody has to approve", "case_id"},
    {"cases.reopen_case", "Says that a case was not over after all", "case_id"},
    {"cases.resolve_case", "Says what was done about a case", "case_id", case_resolutions},
    {"cases.resolve_incident", "Says what was done about all open cases of one cause", "incident",
     case_resolutions},
    {"cases.start_case", "Begins the work on a case, or goes on after an approval", "case_id"},
    {"engine.complete_job", "Says that a job is done", "", job_done},
    {"engine.fail_job", "Says that an attempt at a job failed", "", job_failed},
    {"engine.settle_job", "Decides about a job that is stuck: try it again, or give it up", "", job_settled},
    {"inventory.announce_supply", "Says what is on its way to a site, and when it is due", "", announced},
    {"inventory.approve_count", "Posts a count: the book becomes what was found"},
    {"inventory.change_supply", "Says that a supply comes on another day or in another quantity", "",
     supply_changed},
    {"inventory.count_stock", "Says how many units of an item were found at a site", "count|item", counts},
    {"inventory.explain_suspense", "Explains stock that left or came without explanation", "", suspense},
    {"inventory.hold_stock", "Puts stock on hold, or lifts the hold", "site item", stock_holds},
    {"inventory.open_stock", "Loads the stock that the old system had; once for each site and reference"},
    {"inventory.place_transfer", "Sends goods from one site to another", "", transfers},
    {"inventory.receive_supply", "Says that goods of a supply came in", "", supply_received},
    {"inventory.receive_transfer", "Says that goods of a transfer came in at its target"},
    {"inventory.relabel_stock", "Makes other stock of available stock: another lot, an assembly, a repack",
     "", relabels},
    {"inventory.request_count", "Asks a site to count an item", "site item", doubts},
    {"inventory.reserve_order", "Finds stock and supply for the units of an order that have none",
     "order|number", reserves},
    {"inventory.unreserve", "Gives reservations or promises of an order back", "order", unreserves},
    {"masterdata.load_catalogue",
     "Adds or replaces items, sites, customers, carriers, prices and cross-references", "catalogue"},
    {"mirrors.report_claim", "Says how far units of an order line have come in another system's books", "",
     claims},
    {"mirrors.report_stock", "Brings a system's list of balances of a site, to be held against the book", "",
     stock_statements},
    {"orders.add_line", "Adds a line to an open order"},
    {"orders.amend_line", "Changes the quantity or the price of an order line", "", amends},
    {"orders.archive_order",
     "Takes a finished order out of memory; it comes back when a message is about it"},
    {"orders.cancel_lines", "Cancels an order, a line, or units of it", "", cancels},
    {"orders.lift_hold", "Ends a hold"},
    {"orders.place_hold", "Blocks steps of an order, line, customer, item, lot or site", "", order_holds},
    {"orders.place_order", "Places an order; it is reserved and released by itself", "", orders},
    {"orders.withdraw_line",
     "Takes units of a line back whatever their stage, as a negative invoice of a shop does", "",
     withdrawals},
    {"returns.authorize_return", "Lets a customer send units back", "order lines", return_plans},
    {"returns.inspect_return", "Says what becomes of goods that came back", "rma", inspections},
    {"returns.match_return", "Says which order goods came from that came back without a name", "rma order",
     matches},
    {"returns.receive_return", "Says that goods came back to a site", "rma|order|item", returned},
    {"returns.reject_return", "Takes an authorisation back, as far as nothing has come in on it", "rma",
     rejections},
    {"shipping.accept_tender", "Says that the carrier takes a shipment", "shipment", tenders},
    {"shipping.confirm_delivery", "Says that a shipment was delivered", "shipment|tracking", deliveries},
    {"shipping.correct_shipment", "Says that something else was sent than the line says", "shipment",
     corrections},
    {"shipping.issue_goods", "Says that goods have left a site", "shipment|release|handling_units", issues},
    {"shipping.plan_shipment", "Finds a carrier for a packed release and offers the shipment to it",
     "release"},
    {"shipping.record_tracking", "Says what a carrier reports on the way", "shipment|tracking", tracks},
    {"shipping.reject_tender", "Says that the carrier does not take a shipment; the next one is asked",
     "shipment", tenders},
    {"shipping.report_found", "Says that lost units turned up at the customer", "shipment", some_units},
    {"shipping.report_loss", "Says that the carrier lost units, for which the customer does not pay",
     "shipment", some_units},
    {"shipping.retract_delivery", "Says that a proof of delivery was wrong", "shipment", some_units},
    {"shipping.reverse_issue", "Says that units never left; only those that are not invoiced", "shipment",
     some_units},
    {"warehouse.acknowledge_release", "Says that a site has a release", "release"},
    {"warehouse.confirm_legacy",
     "Says that goods have left a site that reports nothing before; picks and packing are concluded",
     "delivery_note|carton|release", legacy},
    {"warehouse.confirm_pick", "Says that units of a line were picked, or not found", "release line", picks},
    {"warehouse.confirm_recall", "Says that a site has stopped, as it was asked", "release", recalls},
    {"warehouse.pack", "Says that picked units went into a handling unit", "release", packs},
    {"warehouse.put_back", "Says that picked units went back to the shelf", "release"},
    {"warehouse.refuse_recall", "Says that a site could not stop any more", "release", no_recalls},
    {"warehouse.reject_release", "Says that a site sends units of a release back unpicked", "release",
     rejects},
    {"warehouse.release_order", "Sends what is reserved of an order to its sites", "order", releases},
    {"warehouse.release_wave", "Calls the wave of a site before its cut-off", "site"},
    {"warehouse.report_damage", "Says that picked or packed units were damaged or lost before they left",
     "release", damages},
    {"warehouse.request_recall", "Asks sites to stop what they have of an order", "order", recall_requests},
    {"warehouse.unpack", "Says that everything was taken out of a handling unit", "sscc|handling_unit"},
};

} // namespace

std::span<const CommandText> command_texts() { return texts; }

} // namespace truefill::api

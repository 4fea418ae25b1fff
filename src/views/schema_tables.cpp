// The tables. What stands here is what docs/views.md prints.
#include "views/schema.h"

#include <array>

namespace truefill::views {
namespace {

using enum Type;

constexpr auto order_columns = std::to_array<Column>({
    {"order_id", integer, false, "number that Truefill gave the order; key of its lines"},
    {"order_number", text, false, "the order's number as the customer knows it; unique"},
    {"kind", text, false, "`sale`, or `transfer` between own sites"},
    {"customer", text, true, "code of the customer; null for a transfer"},
    {"target_site", text, true, "site that a transfer goes to"},
    {"currency", text, true, "ISO 4217 code of all money of the order"},
    {"priority", integer, false, "1 goes first, 9 last; 0 is 5"},
    {"ship_complete", flag, false, "leaves in one shipment or not at all"},
    {"purchase_order", text, true, "the customer's own number"},
    {"status", text, false,
     "`accepted`, `held`, `in_fulfilment`, `partially_shipped`, `shipped`, `partially_delivered`, "
     "`delivered`, `completed` or `cancelled`"},
    {"ordered_at", time, true, "when the customer ordered"},
    {"requested_date", date, true, "when he wants it"},
    {"lines", integer, false, "how many lines it has"},
    {"units", integer, false, "units that are not cancelled and not substituted"},
    {"left_units", integer, false, "units that have left a site, whatever became of them"},
    {"value_minor", minor, false, "units at their price, and charges"},
    {"unbilled_minor", minor, false, "earned by goods issues and not yet on a posted invoice"},
    {"is_open", flag, false, "neither completed nor cancelled"},
});

constexpr auto line_columns = std::to_array<Column>({
    {"order_id", integer, false, "the order"},
    {"line", integer, false, "number of the line, as the customer counts"},
    {"item", text, false, "code of the item"},
    {"parent_line", integer, true, "the line that this one substitutes"},
    {"requested_date", date, true, "when the customer wants it"},
    {"unit_price", price, false, "price of one smallest unit today"},
    {"demanded", integer, false, "units that the customer wants today"},
    {"units", integer, false, "units of the line in all buckets, cancelled ones included"},
    {"issued_units", integer, false, "units earned by goods issues"},
    {"issued_minor", minor, false, "what they earned"},
    {"billed_units", integer, false, "units on posted invoices, less credits"},
    {"billed_minor", minor, false, "what was billed for them"},
});

constexpr auto quantity_columns = std::to_array<Column>({
    {"order_id", integer, false, "the order"},
    {"line", integer, false, "the line"},
    {"part", integer, false, "1, 2, 3 within the line"},
    {"bucket", text, false,
     "where the units are: `open`, `promised`, `backordered`, `reserved`, `released`, `picked`, `packed`, "
     "`shipped`, `delivered`, `lost`, `returned`, `cancelled` or `substituted`"},
    {"billing", text, false,
     "what of them is billed: `not_due`, `billable`, `invoiced`, `credit_due`, `credited`, `waived`, "
     "`voided`; `none` for a transfer"},
    {"site", text, true, "where they are or come from; null while no stock is found, and once cancelled"},
    {"shipment_id", integer, true, "what they left with"},
    {"invoice_id", integer, true, "what they were invoiced with"},
    {"unit_price", price, false, "fixed when they left; before, the line's"},
    {"quantity", integer, false, "units, 1 or more"},
});

constexpr auto charge_columns = std::to_array<Column>({
    {"order_id", integer, false, "the order"},
    {"charge", integer, false, "1, 2, 3 within the order"},
    {"kind", text, false, "`freight`, `fee`, `service` or `discount`"},
    {"becomes_due", text, false, "`first_shipment`, `each_shipment` or `last_shipment`"},
    {"amount_minor", minor, false, "the charge; a discount is negative"},
    {"issued_minor", minor, false, "earned so far"},
    {"billed_minor", minor, false, "billed so far"},
});

constexpr auto shipment_columns = std::to_array<Column>({
    {"shipment_id", integer, false, "number of the shipment: SH-7 is 7"},
    {"order_id", integer, false, "the order"},
    {"site", text, true, "where it leaves"},
    {"carrier", text, true, "code of the carrier; null: nobody took it, or it left without a tender"},
    {"status", text, false,
     "`planned`, `tendered`, `accepted`, `departed`, `in_transit`, `delivered`, `exception` or `lost`"},
    {"tracking", text, true, "the carrier's number"},
    {"weight_grams", integer, false, "0 when unknown"},
    {"attempts", integer, false, "tenders so far"},
    {"issued_at", time, true, "when it left"},
    {"due_at", time, true, "when it should arrive; null until it has left"},
    {"delivered_at", time, true, "when it arrived"},
    {"last_word", text, true, "the carrier's last status"},
    {"last_word_at", time, true, "when that was"},
});

constexpr auto invoice_columns = std::to_array<Column>({
    {"invoice_id", integer, false, "number of the document: INV-7 is 7"},
    {"invoice_number", text, true, "finance's number, once it is posted"},
    {"order_id", integer, false, "the order"},
    {"shipment_id", integer, true, "the shipment that it bills"},
    {"customer", text, true, "code of the customer"},
    {"currency", text, true, "of all its money"},
    {"status", text, false, "`pending`, `matched`, `posted`, `paid`, `match_failed` or `voided`"},
    {"net_minor", minor, false, "before tax"},
    {"tax_minor", minor, false, "tax that finance added"},
    {"credited_minor", minor, false, "taken off by credit memos"},
    {"paid_minor", minor, false, "paid so far"},
    {"written_off_minor", minor, false, "given up"},
    {"open_minor", minor, false, "what the customer still owes for it; 0 before it is posted"},
    {"due_date", date, true, "to be paid by"},
});

constexpr auto invoice_line_columns = std::to_array<Column>({
    {"invoice_id", integer, false, "the invoice"},
    {"part", integer, false, "1, 2, 3 within the invoice"},
    {"line", integer, true, "line of the order; null for a charge"},
    {"charge", integer, true, "charge of the order; null for a line"},
    {"quantity", integer, true, "units; null for a charge"},
    {"unit_price", price, true, "price of one; null for a charge"},
    {"amount_minor", minor, false, "what is billed for it, before tax"},
});

constexpr auto payment_columns = std::to_array<Column>({
    {"reference", text, false, "the bank's"},
    {"customer", text, true, "who paid"},
    {"invoice_id", integer, true, "for which invoice"},
    {"currency", text, true, "of its money"},
    {"amount_minor", minor, false, "what came in"},
    {"prepaid_minor", minor, false, "the part that settled no invoice"},
    {"reversed", flag, false, "the bank took it back"},
});

constexpr auto credit_columns = std::to_array<Column>({
    {"credit_id", integer, false, "number of the document"},
    {"credit_number", text, true, "finance's number, once it is posted"},
    {"invoice_id", integer, true, "the invoice that it takes from"},
    {"order_id", integer, true, "the order"},
    {"kind", text, false,
     "`units` (goods came back or were lost), `reversal` (the invoice was wrong) or `allowance`"},
    {"status", text, false, "`prepared`, `posted`, `mismatched` or `rejected`"},
    {"currency", text, true, "of its money"},
    {"net_minor", minor, false, "before tax"},
    {"tax_minor", minor, false, "tax"},
    {"reason", text, true, "why"},
});

constexpr auto return_columns = std::to_array<Column>({
    {"return_id", integer, false, "number of the return (RMA)"},
    {"order_id", integer, true, "the order; null while it is blind"},
    {"line", integer, true, "the line"},
    {"item", text, true, "code of the item"},
    {"status", text, false, "`authorized`, `received`, `closed`, `rejected` or `expired`"},
    {"authorized", integer, false, "units that may come back"},
    {"open", integer, false, "units that have not come in yet"},
    {"received", integer, false, "units that came in"},
    {"inspected", integer, false, "units that somebody looked at"},
    {"expires_at", time, true, "until then they may come"},
    {"inspect_by", time, true, "until then they should be looked at"},
    {"reason", text, true, "the customer's"},
});

constexpr auto case_columns = std::to_array<Column>({
    {"case_id", integer, false, "number of the case: CASE-7 is 7"},
    {"category", text, false, "what went off plan"},
    {"status", text, false,
     "`open`, `assigned`, `in_progress`, `waiting_approval`, `resolved`, `closed` or `reopened`"},
    {"is_open", flag, false, "neither resolved nor closed"},
    {"severity", integer, false, "higher is graver"},
    {"owner", text, false, "the role that has to act"},
    {"order_id", integer, true, "the order that it is about"},
    {"line", integer, true, "its line"},
    {"item", text, true, "code of the item"},
    {"site", text, true, "code of the site"},
    {"incident_id", integer, true, "cases with one cause have the same"},
    {"quantity", integer, false, "units at risk"},
    {"value_minor", minor, false, "money at risk"},
    {"currency", text, true, "of the value"},
    {"opened_at", time, true, "when it was noticed"},
    {"due_at", time, true, "when it should be over"},
    {"overdue", flag, false, "it was not over by then"},
    {"assigned_at", time, true, "when somebody took it first"},
    {"resolved_at", time, true, "when it was over"},
    {"times", integer, false, "how often it happened while open"},
    {"reopened", integer, false, "how often it was not over after all"},
    {"sentence", text, false, "what happened, the last time"},
});

constexpr auto hold_columns = std::to_array<Column>({
    {"hold_id", integer, false, "number of the hold"},
    {"scope", text, false, "`order`, `line`, `customer`, `item`, `lot` or `site`"},
    {"held", text, false, "number of the order, or code of what is held"},
    {"order_id", integer, true, "the order, when the hold is on an order or a line"},
    {"line", integer, true, "the line"},
    {"site", text, true, "an item or a lot may be held at one site only"},
    {"reason", text, false, "why"},
    {"blocks", text, false, "the steps that it stops, separated by blanks"},
    {"placed_at", time, true, "since when"},
    {"expires_at", time, true, "null: until it is lifted"},
});

constexpr auto stock_columns = std::to_array<Column>({
    {"item", text, false, "code of the item"},
    {"site", text, false, "code of the site"},
    {"lot", text, false, "code of the lot; empty when the item has no lots"},
    {"expires", date, true, "after that day the lot must not be sold"},
    {"inbound", integer, false, "announced by a supplier or on a transfer, promised to nobody"},
    {"inbound_allocated", integer, false, "announced and promised to lines"},
    {"available", integer, false, "on the shelf and free"},
    {"held", integer, false, "on the shelf and blocked"},
    {"allocated", integer, false, "reserved or released for lines"},
    {"staged", integer, false, "picked or packed"},
    {"return_quarantine", integer, false, "came back and waits for its inspection"},
});

constexpr auto item_columns = std::to_array<Column>({
    {"item", text, false, "code of the item"},
    {"description", text, true, "for people"},
    {"gtin", text, true, "of the smallest unit"},
    {"lot_controlled", flag, false, "kept by lots"},
    {"blocked", flag, false, "no longer sold"},
    {"weight_grams", integer, false, "of one smallest unit; 0 when unknown"},
});

constexpr auto site_columns = std::to_array<Column>({
    {"site", text, false, "code of the site"},
    {"name", text, true, "for people"},
    {"mode", text, false, "`stream`: gets each release at once; `wave`: together at its cut-off"},
    {"countries", text, true, "served at low cost, ISO 3166 codes separated by blanks"},
    {"cut_off_minutes", integer, false, "minutes of the site's day"},
    {"zone_minutes", integer, false, "offset of the site's clock from UTC"},
});

constexpr auto customer_columns = std::to_array<Column>({
    {"customer", text, false, "code of the customer"},
    {"name", text, true, "for people"},
    {"country", text, true, "ISO 3166 code"},
    {"currency", text, true, "ISO 4217 code"},
    {"payment_days", integer, false, "0: due at once"},
    {"blocked", flag, false, "no new orders"},
    {"ship_complete", flag, false, "his orders leave in one shipment"},
});

constexpr auto carrier_columns = std::to_array<Column>({
    {"carrier", text, false, "code of the carrier"},
    {"name", text, true, "for people"},
    {"scac", text, true, "Standard Carrier Alpha Code"},
    {"countries", text, true, "served; null: all"},
    {"transit_days", integer, false, "days on the road"},
});

constexpr auto currency_columns = std::to_array<Column>({
    {"currency", text, false, "ISO 4217 code"},
    {"minor_digits", integer, false, "decimal places of its smallest coin: 2 for EUR, 0 for JPY"},
});

constexpr auto position_columns = std::to_array<Column>({
    {"id", integer, false, "1: there is one row"},
    {"position", integer, false, "the last record of the journal that stands in these tables"},
    {"as_of", time, true, "when that record was written: \"now\" for every question"},
    {"is_complete", flag, false, "0 while the tables are made anew: rows are missing"},
    {"record_hash", text, false, "chain hash of that record: whose journal this is, and which end of it"},
});

constexpr std::array<TableSpec, table_count> all{{
    {"orders", "One row for each order and each transfer between sites.", 1, order_columns,
     "create unique index orders_by_number on orders(order_number);\n"},
    {"order_lines", "One row for each line of an order.", 2, line_columns},
    {"line_quantities",
     "Where the units of a line are: one row for each group that stands in the same buckets at the same "
     "place. The rows of a line sum to its `units`.",
     3, quantity_columns},
    {"order_charges", "Freight, fees, services and discounts of orders.", 2, charge_columns},
    {"shipments", "What leaves a site together for one release.", 1, shipment_columns,
     "create index shipments_by_order on shipments(order_id);\n"},
    {"invoices", "Invoices from the moment they are prepared.", 1, invoice_columns,
     "create index invoices_by_order on invoices(order_id);\n"},
    {"invoice_lines", "Lines and charges on invoices.", 2, invoice_line_columns},
    {"payments", "Payments by the bank's reference.", 1, payment_columns},
    {"credits", "Credit memos.", 1, credit_columns},
    {"returns", "Returns: one row for each line that may come back, or that came unannounced.", 1,
     return_columns},
    {"cases", "What went off plan, who owns it and by when.", 1, case_columns},
    {"holds", "Holds that are in force; a lifted one is gone.", 1, hold_columns},
    {"stock", "Stock by item, site and lot.", 3, stock_columns},
    {"items", "Items.", 1, item_columns},
    {"sites", "Own sites.", 1, site_columns},
    {"customers", "Customers, with their names. Addresses are not in the views.", 1, customer_columns},
    {"carriers", "Carriers.", 1, carrier_columns},
    {"currencies", "The currencies that were met.", 1, currency_columns},
    {"views_position", "How far the tables are. It changes in the same transaction as they do.", 1,
     position_columns},
}};

} // namespace

std::span<const TableSpec> tables() { return all; }
const TableSpec& spec_of(TableId table) { return all[static_cast<std::size_t>(table)]; }

} // namespace truefill::views

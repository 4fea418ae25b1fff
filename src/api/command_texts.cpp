#include "api/command_texts.h"

#include <algorithm>
#include <array>
#include <string>

namespace truefill::api {
namespace {

constexpr MemberText members[] = {
    {"address", "Where to deliver, in one line; none: the customer's"},
    {"amount", "Money, in the currency of the document"},
    {"approved_by",
     "Who approves: the sender himself, by his name; none: the sender where approval is needed"},
    {"as_of", "When it was so; none: when the message was sent"},
    {"at", "When it happened; none: when the message was sent"},
    {"backorder", "The units wait for other stock; else they are open"},
    {"blocks", "The steps that it stops"},
    {"bucket", "Where the stock stands: available, held or return_quarantine"},
    {"carrier", "Code of the carrier"},
    {"carriers", "Those who move shipments, by code"},
    {"carton", "SSCC or the site's own number; none: the whole delivery note"},
    {"case_id", "Id of the case: 12 for CASE-12"},
    {"catalogue", "What is added or replaced, by code; nothing is ever deleted"},
    {"category", "One of the categories of cases; other, when none fits"},
    {"charges", "Freight, fees, services and discounts: billed, never picked"},
    {"close_short", "What is short is not sought elsewhere: the line is closed"},
    {"code", "The distributor's own"},
    {"cost_cents", "For a shipment"},
    {"cost_cents_per_kg", "For each kilogram begun"},
    {"cost_per_shipment_cents", "What a shipment from here costs, for choosing a site"},
    {"count", "Id of the count: 3 for COUNT-3"},
    {"counted", "Units found: all in the building, whoever they are for, without returns in quarantine"},
    {"counted_by", "Who counted; names, separated by commas"},
    {"countries", "ISO 3166 codes, separated by blanks"},
    {"country", "ISO 3166 code"},
    {"credit", "Id of the credit memo: 2 for CM-2"},
    {"credit_limit", "Of open orders and invoices; none: not limited"},
    {"cross_references", "What other systems call things of ours"},
    {"currency", "ISO 4217 code"},
    {"customer", "Code of the customer"},
    {"customer_groups", "Groups of customers (access.group_customers)"},
    {"customers", "Codes of customers"},
    {"cut_off_minutes", "Minutes of the site's day after which releases leave the next day"},
    {"damaged", "Units that came damaged, besides quantity; they go on hold"},
    {"delivered_at", "When the customer got it; none: when the message was sent"},
    {"description", "What it is, for people"},
    {"destination", "The system or partner that it is about"},
    {"display_name", "Of a person, for people"},
    {"due", "The day on which it is to come"},
    {"email_ref", "Address for mail"},
    {"expires", "The last day of the lot"},
    {"expires_at", "When it ends by itself; none: when it is lifted"},
    {"factor", "Smallest units in one of it: numerator by denominator"},
    {"from", "Where, or when, it begins"},
    {"gln", "GS1 number of the place"},
    {"group", "Name of the group"},
    {"gs1_prefix", "GS1 company prefix for the SSCC of handling units, 7 to 10 digits"},
    {"gtin", "GTIN of the smallest unit"},
    {"handling_unit", "Id of a handling unit without an SSCC"},
    {"handling_units", "Ids of handling units; none: all that are packed"},
    {"held", "Units of them that are on hold; none: the system does not say"},
    {"hold", "Id of the hold: 7 for HOLD-7"},
    {"identity", "Issuer and subject at the provider of log-ins"},
    {"incident", "Id of the incident: 2 for INC-2"},
    {"inspected_by", "Who looked at the goods"},
    {"invoice", "Id of the invoice: 5 for INV-5"},
    {"item", "Code of the item"},
    {"items", "What is bought and sold, by code"},
    {"job", "Id of the job"},
    {"kind", "What it is"},
    {"last", "Nothing more will come"},
    {"limit", "What the approver may decide alone; none: no limit"},
    {"line", "Number of the order line"},
    {"lines", "One for each line"},
    {"lot", "Code of the lot; none where the item has no lots"},
    {"lot_controlled", "Stock of it is kept by lot"},
    {"mode", "stream: each release is sent at once; wave: together at the cut-off"},
    {"money", "Amount and currency"},
    {"name", "For people"},
    {"note", "A remark"},
    {"number", "The number that the other system gave it"},
    {"on_hand", "Units in the building, whoever they are for, those on hold included"},
    {"order", "Number of the order"},
    {"ours", "The distributor's code of it"},
    {"payment_days", "Days to pay an invoice; 0: at once"},
    {"place", "Where, in the carrier's words"},
    {"prefix", "The public part of the key: tf_<prefix>_..."},
    {"price", "Of one smallest unit"},
    {"prices", "The price list"},
    {"priority", "1 goes first, 9 last; 0 is 5"},
    {"promised", "Promises on supply are given back; else reservations of stock"},
    {"purchase_order", "The customer's own number; a second order with it is held"},
    {"quantity", "Smallest units"},
    {"reason", "Why"},
    {"receipt", "The site's own number of the receipt; the same one counts once"},
    {"reference", "The sender's own number of it; the same one counts once"},
    {"release", "Id of the release: 12 for R-12"},
    {"requested", "The day on which the customer wants it; none: as soon as possible"},
    {"requested_by", "Who asked for it: another than who approves"},
    {"resolution", "What was done, as a word: counted, resent, cancelled, accepted"},
    {"rma", "Id of the return: 4 for RMA-4"},
    {"role", "Whose work it is from now on"},
    {"roles", "Roles, each with what it may (GET /v1/roles)"},
    {"row", "The line in the shop's document"},
    {"scac", "Standard carrier alpha code"},
    {"scope", "Sites and groups of customers for which the roles count; none: all"},
    {"sentence", "What is wrong, for people"},
    {"sequence", "The site's number of the pick; 0: it has none"},
    {"shelf_life_days", "Days that a lot must have left when it is released"},
    {"shipment", "Id of the shipment: 9 for SH-9"},
    {"shipped_at", "When the goods left; none: when the message was sent"},
    {"ship_complete", "Everything leaves together or not at all"},
    {"signed_by", "Who signed for it"},
    {"site", "Code of the site"},
    {"sites", "Warehouses, stores and docks, by code"},
    {"source", "Whose word it is: the source of its key"},
    {"sscc", "SSCC of the handling unit, 18 digits"},
    {"status", "In the sender's words"},
    {"supplier", "Who sends it"},
    {"supply", "Number of the supply, such as a purchase order"},
    {"system", "Name of the system that says so; none: the sender"},
    {"tax", "The part of the total that is tax; none: finance did not say"},
    {"theirs", "What the source calls it"},
    {"to", "Where, or when, it ends"},
    {"total", "With tax"},
    {"tracking", "The carrier's number of the shipment"},
    {"transfer", "Number of the transfer"},
    {"transit_days", "Days on the way"},
    {"trigger", "When it is billed"},
    {"unit", "UN/ECE code or the partner's word; none: the smallest unit"},
    {"unit_price", "Of one unit; none: what the price list says"},
    {"units", "Units besides EA, with their factors"},
    {"user", "Name that the user logs in with"},
    {"valid_from", "The day from which it counts; none: always"},
    {"value", "Amount and currency at risk"},
    {"weight_grams", "Grams; 0: what the items weigh"},
    {"wms_sequence", "The site's number of the line"},
    {"zone_minutes", "Offset of the site's clock from UTC"},
    {"acknowledge_minutes", "How long the site may take to acknowledge a release; 0: 240"},
    {"ship_minutes", "How long the site may take to ship after that; 0: 2880"},
    {"blocked", "Takes part in nothing new"},
    {"substitute_item", "Code of the item that was sent instead"},
    {"subject", "Of the person at the provider of log-ins"},
    {"issuer", "Address of the provider of log-ins"},
};

/// Absent, or with a value that says nothing.
bool is_nothing(json::Value value) {
    if (!value || value.raw() == "null" || value.raw() == "false") return true;
    if (const auto text = value.as_string()) return text->empty();
    if (const auto number = value.as_int()) return *number == 0;
    if (value.raw().starts_with('[')) return value.size() == 0;
    if (!value.raw().starts_with('{')) return false;
    return std::ranges::all_of(value.members(), [](const auto& member) { return is_nothing(member.value); });
}

/// One of the members, separated by a bar, says something.
bool has_one(json::Value body, std::string_view names) {
    while (!names.empty()) {
        const auto end = std::min(names.find('|'), names.size());
        if (!is_nothing(body.find(names.substr(0, end)))) return true;
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return false;
}

std::string needed(std::string_view names) {
    if (names.find('|') == std::string_view::npos) return "this member is needed";
    std::string text{"one of these is needed: "};
    for (const char c : names) text += c == '|' ? std::string{", "} : std::string{c};
    return text;
}

} // namespace

std::span<const MemberText> common_members() { return members; }

const CommandText* text_of_command(std::string_view command) {
    const auto found = std::ranges::find(command_texts(), command, &CommandText::command);
    return found == command_texts().end() ? nullptr : &*found;
}

std::string_view text_of_member(std::string_view command, std::string_view member) {
    const auto in = [&](std::span<const MemberText> all) -> std::string_view {
        const auto found = std::ranges::find(all, member, &MemberText::name);
        return found == all.end() ? std::string_view{} : found->text;
    };
    if (const auto* text = text_of_command(command))
        if (const auto own = in(text->members); !own.empty()) return own;
    return in(members);
}

std::optional<json::Problem> missing_in(std::string_view command, json::Value body) {
    const auto* text = text_of_command(command);
    if (text == nullptr) return std::nullopt;
    auto needs = text->needs;
    while (!needs.empty()) {
        const auto end = std::min(needs.find(' '), needs.size());
        const auto names = needs.substr(0, end);
        if (!has_one(body, names))
            return json::Problem{"/" + std::string{names.substr(0, names.find('|'))}, needed(names), 0};
        needs.remove_prefix(std::min(end + 1, needs.size()));
    }
    return std::nullopt;
}

} // namespace truefill::api

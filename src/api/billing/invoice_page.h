/// GET /v1/invoices/{code}: one invoice and its three-way match: for each line what was ordered, what left
/// with the shipment, and what is billed, with the difference in words.
#pragma once

#include "api/acts.h"
#include "api/order_row.h"
#include "api/rows.h"
#include "api/service.h"

#include <string>
#include <vector>

namespace truefill::api {

/// How a line of an invoice stands to what left the site.
enum class Match : std::uint8_t { matches, not_billed, over_billed, over_shipped, price_differs, unknown };
TF_DESCRIBE_ENUM(Match, matches, not_billed, over_billed, over_shipped, price_differs, unknown)

struct MatchLine {
    static constexpr auto required = std::to_array<std::string_view>({"line", "item", "match", "sentence"});
    LineNumber line{};
    std::string item, description;
    Quantity ordered{};                   ///< on the order's line, in all
    Quantity shipped{}, billed{};         ///< with this shipment, on this invoice
    Quantity shipped_all{}, billed_all{}; ///< of the order's line, in all
    Quantity credited{};
    Amount agreed_price, billed_price; ///< of a unit: when it left, and on the invoice
    Amount amount;
    Match match{};
    std::string sentence;
};
TF_DESCRIBE(MatchLine, (line, item, description, ordered, shipped, billed, shipped_all, billed_all, credited,
                        agreed_price, billed_price, amount, match, sentence))

struct BilledCharge {
    static constexpr auto required = std::to_array<std::string_view>({"kind", "amount"});
    std::string kind;
    Amount amount;
};
TF_DESCRIBE(BilledCharge, (kind, amount))

struct InvoicePage {
    static constexpr auto required =
        std::to_array<std::string_view>({"invoice", "customer", "sentence", "differences", "lines", "charges",
                                         "credits", "cases", "acts", "position"});
    InvoiceRow invoice;
    CustomerRef customer;
    Time shipped_at;
    std::string sentence; ///< where it stands, and what happens next
    std::uint32_t differences{};
    std::vector<MatchLine> lines;
    std::vector<BilledCharge> charges;
    std::vector<CreditRow> credits;
    std::vector<CaseRow> cases; ///< of billing, about its order; open ones first
    std::vector<Act> acts;
    Position position{};
};
TF_DESCRIBE(InvoicePage, (invoice, customer, shipped_at, sentence, differences, lines, charges, credits,
                          cases, acts, position))

/// O(parcels of the order + its invoices and cases). Without acts, which depend on who asks.
InvoicePage page_of(const engine::State& state, InvoiceId id, const billing::Invoice& invoice);

void get_invoice(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api

/// The online-retail export (Chen 2015; examples/online-retail) as orders, cancellations, stock adjustments
/// and cases. A pure transformation: the same bytes and the same table of codes give the same Import. Its
/// rules, each a choice that the data forced:
///
/// **Documents.** Rows of one InvoiceNo are one document; its first row gives time, customer and country, and
/// a row that names another customer or country is a case. A row that cannot be read refuses its whole
/// document.
///
/// **Codes.** What a code or a stock clerk's note means stands in the table (codes.h), not here. A code that
/// the table does not know is a case.
///
/// **Who bought.** 36 % of the rows name no customer: the web shop books its consumers like that. Those goods
/// leave the same shelves, so refusing them would make every stock figure wrong, and a case for each would
/// bury the real ones. They go to a house account per country, GUEST-GB, which has paid before it ships and
/// has no credit. What such a buyer sends back cannot be matched, because any other anonymous buyer fits as
/// well: it is a case.
///
/// **Prices of zero.** Without a customer, a note decides: it is a stock adjustment, or a case where the
/// clerk was in doubt. Else it is a line free of charge (replacement, sample, or priced by the manual line of
/// its document), but only when a customer is named or the document has a price somewhere; otherwise nobody
/// bought it: a case.
///
/// **Repeated items.** 281 documents name an item twice, often to the letter (537 rows). The invoice
/// charged both and the warehouse picked both, so each stays a line of its own and is marked.
///
/// **Charges** go with the first shipment of their order. In a document without goods nothing will ship, so
/// they are cases.
///
/// **Cancellations** take units back from earlier sales by the rule in sales_book.h. What finds no sale is a
/// case. If the credit's price differs from the sale's, the units go back and the difference of money is a
/// case: a credit never exceeds its invoice line. Money alone (discount, postage, manual) is always a case,
/// with the charge that it may mean as a suggestion.
///
/// Codes of cases beside those of the table: unknown_code, contradicts_document, negative_price,
/// negative_sale_line, unexplained_adjustment, unexplained_free_line, charge_without_goods,
/// positive_cancellation_line, cancellation_without_customer, unmatched_cancellation,
/// partly_matched_cancellation, price_differs. Of refusals: those of retail_rows.h, document_refused (another
/// row of it cannot be read), zero_quantity.
#pragma once

#include "connectors/shop/codes.h"
#include "connectors/shop/import.h"

#include <expected>
#include <string>

namespace truefill::connectors::shop {

/// `csv` is the whole file, unpacked. Problems: those of csv.h and `sum_out_of_range`.
[[nodiscard]] std::expected<Import, Problem> import_retail(std::string csv, const CodeTable& codes);

} // namespace truefill::connectors::shop

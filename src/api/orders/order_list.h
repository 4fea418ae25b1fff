/// GET /v1/orders: the list of all orders, filtered and sorted on the board (board.h), newest first unless
/// asked otherwise.
///
///     q          part of the number, the purchase order, an item code, or the customer's code or name
///     status     accepted,held,...      site  codes, "-" for those that stand nowhere yet
///     customer   codes                  age   since they were placed: 0-4h,4-24h,1-3d,3-7d,>7d
///     hold       true, or part of a reason               case  true, or categories
///     late       true: past their date and not shipped; risk: they will be
///     wave       codes of sites whose next wave they wait for
///     unbilled   true: something has left and is on no invoice
///     perfect    true: completed and never a case about them; false: completed, with one
///     archived   true: only those that have left memory; else they are left out
///     sort       newest, oldest, changed, value, requested, cases
///     skip       so many rows are passed over, from the cursor on
///     count      exact: `total` is counted to its end
///     format     csv: the whole list as a file (csv.h); so does Accept: text/csv
#pragma once

#include "api/list_of.h"
#include "api/order_row.h"

#include <string>
#include <vector>

namespace truefill::api {

using OrderList = ListOf<OrderRow>;
TF_DESCRIBE(OrderList, (items, next_cursor, total, more, position))

enum class OrderSort : std::uint8_t { newest, oldest, changed, value, requested, cases };
TF_DESCRIBE_ENUM(OrderSort, newest, oldest, changed, value, requested, cases)

void get_orders(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api

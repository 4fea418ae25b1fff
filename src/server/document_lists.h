/// GET /v1/releases, /v1/shipments, /v1/invoices, /v1/returns, /v1/cases: lists of documents; /v1/cases/{id}.
///
///     releases   site, status, order       shipments  site, carrier, status, order
///     invoices   customer, status, order   returns    status, order
///     cases      status (open, closed, all; open when not given), owner, assignee, category, site, order,
///     and
///                sort=due (gravest first, then by deadline) for open ones
#pragma once

#include "server/order_list.h"
#include "server/rows.h"

namespace truefill::server {

using ReleaseList = ListOf<ReleaseRow>;
TF_DESCRIBE(ReleaseList, (items, next_cursor, total, more, position))
using ShipmentList = ListOf<ShipmentRow>;
TF_DESCRIBE(ShipmentList, (items, next_cursor, total, more, position))
using InvoiceList = ListOf<InvoiceRow>;
TF_DESCRIBE(InvoiceList, (items, next_cursor, total, more, position))
using ReturnList = ListOf<ReturnRow>;
TF_DESCRIBE(ReturnList, (items, next_cursor, total, more, position))
using CaseList = ListOf<CaseRow>;
TF_DESCRIBE(CaseList, (items, next_cursor, total, more, position))

void get_releases(Service& service, const http::ExchangePtr& exchange);
void get_shipments(Service& service, const http::ExchangePtr& exchange);
void get_invoices(Service& service, const http::ExchangePtr& exchange);
void get_returns(Service& service, const http::ExchangePtr& exchange);
void get_cases(Service& service, const http::ExchangePtr& exchange);
void get_case(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::server

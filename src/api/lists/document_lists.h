/// GET /v1/releases, /v1/shipments, /v1/invoices, /v1/returns, /v1/cases: lists of documents; /v1/cases/{id}.
///
///     releases   site, status, order       shipments  site, carrier, status, order
///     invoices   customer, status, order   returns    status, order
///     cases      status (open, closed, all; open when not given), owner, assignee, category, site, order,
///                family, carrier (clusters.h), incident (its code), overdue=true, and
///                sort, for open ones: due (gravest first, then by deadline), sla (by deadline), value (at
///                risk, the most first; amounts as they are, whatever the currency)
///
/// format=csv, or Accept: text/csv, gives the whole list as a file (csv.h).
#pragma once

#include "api/list_of.h"
#include "api/rows.h"

namespace truefill::api {

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

/// GET /v1/releases/{code}, /v1/shipments/{code}, /v1/returns/{code}: one of them (single_documents.cpp).
void get_release(Service& service, const http::ExchangePtr& exchange);
void get_shipment(Service& service, const http::ExchangePtr& exchange);
void get_return(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api

/// Rows of documents as a state has them. Pure: the same state, the same rows.
#pragma once

#include "engine/state.h"
#include "views/rows.h"

namespace truefill::views {

/// The order with its lines, quantities and charges. The account may be one that was archived.
void add_order(Rows& rows, const engine::State& state, const ledger::Order& order);
void add_shipment(Rows& rows, const engine::State& state, ShipmentId id);
void add_invoice(Rows& rows, const engine::State& state, InvoiceId id);
void add_payment(Rows& rows, const engine::State& state, std::string_view reference);
void add_credit(Rows& rows, const engine::State& state, CreditId id);
void add_return(Rows& rows, const engine::State& state, ReturnId id);
void add_case(Rows& rows, const engine::State& state, CaseId id);
/// A hold that is no longer there is one to be removed.
void add_hold(Rows& rows, const engine::State& state, HoldId id);
void add_stock(Rows& rows, const engine::State& state, const ledger::StockBalance& balance);

void add_item(Rows& rows, const masterdata::Item& item);
void add_site(Rows& rows, const masterdata::Site& site);
void add_customer(Rows& rows, const masterdata::Customer& customer);
void add_carrier(Rows& rows, const masterdata::Carrier& carrier);

/// Codes of ids; empty for none.
std::string_view item_code(const engine::State& state, ItemId id);
std::string_view site_code(const engine::State& state, SiteId id);
std::string_view customer_code(const engine::State& state, CustomerId id);
std::string_view carrier_code(const engine::State& state, CarrierId id);

} // namespace truefill::views

/// How billing speaks of things to people: document names and amounts, never bare ids.
#pragma once

#include "base/ids.h"
#include "base/money.h"
#include "base/time.h"
#include "masterdata/facts.h"

#include <string>

namespace truefill::billing {

std::string say(InvoiceId id);       ///< INV-5
std::string say(CreditId id);        ///< CM-2
std::string say(ShipmentId id);      ///< SH-9
std::string say(const Money& money); ///< 12.50 GBP
std::string say(Date date);          ///< 2026-03-02
std::string say(Quantity quantity);  ///< 1 unit, 5 units
/// The order's number, also when the order is archived and only "an archived order" can be said.
std::string say_order(const Facts& facts, OrderId id);
std::string say_customer(const Facts& facts, CustomerId id);

} // namespace truefill::billing

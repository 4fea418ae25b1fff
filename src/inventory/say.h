/// Names and sentences for people, never bare ids.
#pragma once

#include "inventory/inventory.h"

#include <optional>
#include <string>
#include <string_view>

namespace truefill::inventory {

std::string say_order(const Facts& facts, OrderId order);
std::string say_item(const Facts& facts, ItemId item);
std::string say_site(const Facts& facts, SiteId site);
/// " lot L-7", or nothing.
std::string say_lot(const Facts& facts, LotId lot);
/// "5 x SKU-1 lot L-7".
std::string say_units(const Facts& facts, Quantity quantity, ItemId item, LotId lot = {});
std::string say_date(Date date);
std::string say_count(CountId count);
std::string say_supply(const Supply& supply);

/// What units come to at a price; nothing when that is beyond what the ledger takes.
std::optional<Amount> value_of(Amount price, Quantity quantity);

/// What units are worth by the general price list of a day, in the first currency of our customers that has a
/// price for the item; none when there is no price.
Money worth(const Facts& facts, ItemId item, Quantity quantity, Date day);

/// A deviation about stock of an item at a site.
ledger::Deviation off_plan(std::string_view category, std::string sentence, SiteId site, ItemId item);

} // namespace truefill::inventory

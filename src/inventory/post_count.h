/// What an approved count does to stock.
#pragma once

#include "inventory/decide.h"

namespace truefill::inventory {

/// A count that may be posted. `difference` is against the book at the time of the count: later moves are no
/// part of it.
struct CountPosting {
    CountId count;
    Place place;
    Quantity difference{};
    Quantity doubt{};
};

/// What was found more explains suspense first: units that the book let go without knowing where to are here
/// after all. Only the rest is new, ADJUSTMENT -> AVAILABLE.
///
/// Of what was found less, doubt is settled first, as those are the units that nobody found; then AVAILABLE,
/// then reservations, then other stock on hold. What is missing beyond that stands on releases, and the site
/// will report it short: a case until then.
StockCounted post_count(const Facts& facts, const State& state, const CountPosting& posting);

/// Goes on with a count that takes back more reservations than one record holds.
StockCounted post_missing(const Facts& facts, const State& state, CountId id);

} // namespace truefill::inventory

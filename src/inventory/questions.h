/// Choices that inventory does not make itself. The defaults here are in C++; a model may answer instead. The
/// answer's rule and version go into the event.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/quantity.h"

#include <string>
#include <vector>

namespace truefill::inventory {

struct SourceDemand {
    ItemId item;
    Quantity quantity{}; ///< summed over all lines of the order that want the item
};
TF_DESCRIBE(SourceDemand, (item, quantity))

struct SourceSite {
    SiteId site;
    bool serves{};                   ///< the customer's country is one that the site serves at low cost
    std::int64_t cost_cents{};       ///< of a shipment from there
    std::vector<Quantity> available; ///< by demand: what this customer may have of it there
    bool declined{};                 ///< it said no to this order just now
};
TF_DESCRIBE(SourceSite, (site, serves, cost_cents, available, declined))

/// Which sites shall an order be served from? Only sites with some of it are asked about.
struct SourceQuestion {
    bool ship_complete{};
    std::vector<SourceDemand> demands;
    std::vector<SourceSite> sites;
};
TF_DESCRIBE(SourceQuestion, (ship_complete, demands, sites))

/// Sites in the order in which they are drawn from. What they cannot give is promised or waits.
struct SourceAnswer {
    std::vector<SiteId> sites;
    std::string rule;
    int version{};
};
TF_DESCRIBE(SourceAnswer, (sites, rule, version))

/// The default: a site that declined is left out when the others can give as much. Then as few sites as can
/// give all that is there; of those, sites that serve the country, then the cheapest, then the one with most
/// stock left afterwards, then the one known longest. Exact for one and two sites, greedy beyond (which of
/// three or more sites to take is a set cover); also greedy when more than 24 sites have some of it.
SourceAnswer answer(const SourceQuestion& question);

/// Must a count be repeated by somebody else?
struct CountQuestion {
    Quantity book{}, counted{};
    Quantity doubt{}; ///< of the book: units that were not found before
    bool repeated{};  ///< it is a recount already
    bool agrees{};    ///< with the count before it
};
TF_DESCRIBE(CountQuestion, (book, counted, doubt, repeated, agrees))

struct CountAnswer {
    bool recount{};
    std::string rule;
    int version{};
};
TF_DESCRIBE(CountAnswer, (recount, rule, version))

/// The default: a difference above 2 units and above 2 % of the book is counted again, unless it is exactly
/// the doubt or two people agree.
CountAnswer answer(const CountQuestion& question);

} // namespace truefill::inventory

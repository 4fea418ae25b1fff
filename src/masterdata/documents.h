/// The documents of master data. Loaded by a journaled command; every array is an upsert by code. Nothing is
/// ever deleted: an item that is no longer sold is `blocked`. Codes are those of the distributor; partners'
/// own codes stand in cross-references.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace truefill::masterdata {

/// A unit that an item is sold or counted in. `factor` smallest units make one; exact, valid from a date on.
struct Unit {
    std::string code; ///< UN/ECE Rec 20 or the partner's word: EA, CS, PK
    Ratio factor;
    Date valid_from;
};
TF_DESCRIBE(Unit, (code, factor, valid_from))

struct Item {
    std::string code;
    std::string description;
    std::string gtin;        ///< GTIN-8/12/13/14 of the smallest unit, empty when none
    std::vector<Unit> units; ///< besides EA = 1
    bool lot_controlled{};
    bool blocked{};
    std::int64_t weight_grams{}; ///< of one smallest unit; 0 = unknown
};
TF_DESCRIBE(Item, (code, description, gtin, units, lot_controlled, blocked, weight_grams))

/// A lot of an item, with the day after which it must not be sold.
struct Lot {
    ItemId item;
    std::string code;
    Date expires;
};
TF_DESCRIBE(Lot, (item, code, expires))

/// `stream` gets each release at once; `wave` gets them together at its cut-off (a nightly-batch system).
enum class ReleaseMode : std::uint8_t { stream, wave };
TF_DESCRIBE_ENUM(ReleaseMode, stream, wave)

struct Site {
    std::string code;
    std::string name;
    std::string gln;
    std::string gs1_prefix; ///< GS1 company prefix for SSCC-18, 7 to 10 digits
    std::string countries;  ///< ISO 3166 codes that this site serves at low cost, separated by blanks
    ReleaseMode mode{};
    std::int32_t cut_off_minutes{};         ///< of the site's day: after it, releases leave the next day
    std::int32_t zone_minutes{};            ///< offset of the site's clock from UTC
    std::int32_t acknowledge_minutes{};     ///< how long the site may take to acknowledge; 0 = 240
    std::int32_t ship_minutes{};            ///< how long from acknowledgement to goods issue; 0 = 2880
    std::int64_t cost_per_shipment_cents{}; ///< for sourcing
};
TF_DESCRIBE(Site, (code, name, gln, gs1_prefix, countries, mode, cut_off_minutes, zone_minutes,
                   acknowledge_minutes, ship_minutes, cost_per_shipment_cents))

struct Customer {
    std::string code;
    std::string name;
    std::string country;
    std::string address; ///< where to deliver, one line; an order may name another
    Currency currency{};
    std::int32_t payment_days{};       ///< 0: due at once
    std::optional<Money> credit_limit; ///< none: not limited
    bool blocked{};                    ///< no new orders
    bool ship_complete{};
    std::int32_t shelf_life_days{}; ///< a lot must have so many days left at release
};
TF_DESCRIBE(Customer, (code, name, country, address, currency, payment_days, credit_limit, blocked,
                       ship_complete, shelf_life_days))

struct Carrier {
    std::string code;
    std::string name;
    std::string scac;
    std::string countries; ///< ISO 3166 codes served; empty = all
    std::int32_t transit_days{};
    std::int64_t cost_cents{};        ///< per shipment
    std::int64_t cost_cents_per_kg{}; ///< each kg begun
};
TF_DESCRIBE(Carrier, (code, name, scac, countries, transit_days, cost_cents, cost_cents_per_kg))

/// Price of one smallest unit. Customer none: for everybody. The latest one valid on the order's day counts.
struct Price {
    std::string item;
    std::string customer;
    Money price;
    Date valid_from;
};
TF_DESCRIBE(Price, (item, customer, price, valid_from))

/// What a source calls something of ours. `kind`: item, site, customer, carrier, unit.
struct CrossReference {
    std::string source, kind, theirs, ours;
};
TF_DESCRIBE(CrossReference, (source, kind, theirs, ours))

/// The journaled document. It is command and event in one: what was asked is what is known from then on.
struct Catalogue {
    std::vector<Item> items;
    std::vector<Site> sites;
    std::vector<Customer> customers;
    std::vector<Carrier> carriers;
    std::vector<Price> prices;
    std::vector<CrossReference> cross_references;
};
TF_DESCRIBE(Catalogue, (items, sites, customers, carriers, prices, cross_references))

} // namespace truefill::masterdata

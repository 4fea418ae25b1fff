#include "base/gs1.h"
#include "base/text.h"
#include "masterdata/masterdata.h"

#include <algorithm>
#include <set>
#include <string>

namespace truefill::masterdata {
namespace {

using Wrong = std::optional<std::string>;

/// Longer codes are free text that ended up in the wrong column.
constexpr std::size_t code_max = 64;
constexpr std::int32_t minutes_of_day = 24 * 60;
/// Clocks of the world lie between UTC-12:00 and UTC+14:00.
constexpr std::int32_t zone_min = -12 * 60, zone_max = 14 * 60;

bool is_code(std::string_view text) {
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    return !text.empty() && text.size() <= code_max && trim(text) == text &&
           std::ranges::none_of(text, is_control);
}

bool is_upper(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_currency(Currency currency) {
    return currency && is_upper({currency.code.data(), currency.code.size()});
}

/// Blank-separated ISO 3166 codes; the first part that is none, or empty.
std::string_view bad_country(std::string_view countries) {
    while (!(countries = trim(countries)).empty()) {
        const auto country = countries.substr(0, countries.find(' '));
        if (country.size() != 2 || !is_upper(country)) return country;
        countries.remove_prefix(country.size());
    }
    return {};
}

/// Goes through a catalogue in the order in which it is loaded and stops at the first thing that is wrong.
class Check {
public:
    Check(const MasterData& known, const Catalogue& catalogue) : known_{known}, catalogue_{catalogue} {}

    Wrong run() {
        for (const auto& item : catalogue_.items)
            if (auto wrong = check(item)) return wrong;
        if (auto wrong = check_gtin_owners()) return wrong;
        for (const auto& site : catalogue_.sites)
            if (auto wrong = check(site)) return wrong;
        for (const auto& customer : catalogue_.customers)
            if (auto wrong = check(customer)) return wrong;
        for (const auto& carrier : catalogue_.carriers)
            if (auto wrong = check(carrier)) return wrong;
        for (const auto& price : catalogue_.prices)
            if (auto wrong = check(price)) return wrong;
        for (const auto& reference : catalogue_.cross_references)
            if (auto wrong = check(reference)) return wrong;
        return std::nullopt;
    }

private:
    using Codes = std::set<std::string, std::less<>>;

    static Wrong check_code(std::string_view what, const std::string& code, Codes& seen) {
        if (!is_code(code))
            return "the code '" + code + "' of " + std::string{what} +
                   " is not 1 to 64 characters without control characters and blanks at its ends";
        if (!seen.insert(code).second)
            return std::string{what} + " " + code + " stands in the catalogue twice";
        return std::nullopt;
    }

    Wrong check(const Item& item) {
        if (auto wrong = check_code("item", item.code, items_)) return wrong;
        const auto name = "item " + item.code + ": ";
        if (!item.gtin.empty()) {
            const auto digits = item.gtin.size();
            if (!is_digits(item.gtin) || (digits != 8 && digits != 12 && digits != 13 && digits != 14))
                return name + "the GTIN " + item.gtin + " is not 8, 12, 13 or 14 digits";
            if (!has_gs1_check_digit(item.gtin))
                return name + "the GTIN " + item.gtin + " has a wrong check digit";
        }
        if (item.weight_grams < 0)
            return name + "the weight is " + std::to_string(item.weight_grams) + " grams";
        std::set<std::pair<std::string, Date>> units;
        for (const auto& unit : item.units) {
            if (!is_code(unit.code)) return name + "the unit '" + unit.code + "' has no proper code";
            const auto factor =
                std::to_string(unit.factor.numerator) + "/" + std::to_string(unit.factor.denominator);
            if (unit.factor.numerator <= 0 || unit.factor.denominator <= 0)
                return name + "the unit " + unit.code + " holds " + factor +
                       " smallest units; it must be more than 0";
            if (unit.code == "EA" && unit.factor.numerator != unit.factor.denominator)
                return name + "the unit EA is the smallest unit itself and cannot hold " + factor;
            if (!units.emplace(unit.code, unit.valid_from).second)
                return name + "the unit " + unit.code + " is given twice for one day";
        }
        return std::nullopt;
    }

    /// After the whole catalogue is loaded every GTIN has one item.
    Wrong check_gtin_owners() const {
        TextMap<std::string_view> owners;
        for (const auto& item : catalogue_.items) {
            if (item.gtin.empty()) continue;
            const auto [owner, fresh] = owners.emplace(gtin14(item.gtin), item.code);
            std::string_view other = fresh ? std::string_view{} : owner->second;
            const auto before = known_.find_gtin(item.gtin);
            // Who had it keeps it, unless this catalogue loads that item too.
            if (before && known_.item(before).code != item.code && !items_.contains(known_.item(before).code))
                other = known_.item(before).code;
            if (!other.empty())
                return "item " + item.code + ": the GTIN " + item.gtin + " is that of item " +
                       std::string{other};
        }
        return std::nullopt;
    }

    Wrong check(const Site& site) {
        if (auto wrong = check_code("site", site.code, sites_)) return wrong;
        const auto name = "site " + site.code + ": ";
        if (!site.gln.empty() && (site.gln.size() != 13 || !is_digits(site.gln)))
            return name + "the GLN " + site.gln + " is not 13 digits";
        if (!site.gln.empty() && !has_gs1_check_digit(site.gln))
            return name + "the GLN " + site.gln + " has a wrong check digit";
        const auto prefix = site.gs1_prefix.size();
        if (prefix != 0 && (prefix < 7 || prefix > 10 || !is_digits(site.gs1_prefix)))
            return name + "the GS1 company prefix " + site.gs1_prefix + " is not 7 to 10 digits";
        if (const auto bad = bad_country(site.countries); !bad.empty())
            return name + std::string{bad} + " is not an ISO 3166 country code of two capital letters";
        if (site.cut_off_minutes < 0 || site.cut_off_minutes >= minutes_of_day)
            return name + "the cut-off is minute " + std::to_string(site.cut_off_minutes) +
                   " of the day, not 0 to 1439";
        if (site.zone_minutes < zone_min || site.zone_minutes > zone_max)
            return name + "the clock is " + std::to_string(site.zone_minutes) +
                   " minutes off UTC, not -720 to 840";
        if (site.acknowledge_minutes < 0 || site.ship_minutes < 0) return name + "a deadline is negative";
        if (site.cost_per_shipment_cents < 0) return name + "the cost of a shipment is negative";
        return std::nullopt;
    }

    Wrong check(const Customer& customer) {
        if (auto wrong = check_code("customer", customer.code, customers_)) return wrong;
        const auto name = "customer " + customer.code + ": ";
        if (const auto bad = bad_country(customer.country); !bad.empty() || customer.country.size() > 2)
            return name + customer.country + " is not an ISO 3166 country code of two capital letters";
        if (!is_currency(customer.currency))
            return name + "the currency is not a code of three capital letters";
        if (const auto& limit = customer.credit_limit) {
            if (limit->currency != customer.currency)
                return name + "the credit limit is in " + std::string{limit->currency.text()} +
                       ", the account in " + std::string{customer.currency.text()};
            if (limit->amount < Amount{}) return name + "the credit limit is negative";
        }
        if (customer.payment_days < 0) return name + "the days to pay are negative";
        if (customer.shelf_life_days < 0) return name + "the days of shelf life are negative";
        return std::nullopt;
    }

    Wrong check(const Carrier& carrier) {
        if (auto wrong = check_code("carrier", carrier.code, carriers_)) return wrong;
        const auto name = "carrier " + carrier.code + ": ";
        if (!carrier.scac.empty() &&
            (carrier.scac.size() < 2 || carrier.scac.size() > 4 || !is_upper(carrier.scac)))
            return name + "the SCAC " + carrier.scac + " is not 2 to 4 capital letters";
        if (const auto bad = bad_country(carrier.countries); !bad.empty())
            return name + std::string{bad} + " is not an ISO 3166 country code of two capital letters";
        if (carrier.transit_days < 0) return name + "the days in transit are negative";
        if (carrier.cost_cents < 0 || carrier.cost_cents_per_kg < 0) return name + "a cost is negative";
        return std::nullopt;
    }

    Wrong check(const Price& price) {
        const auto name =
            "price of item " + price.item + (price.customer.empty() ? "" : " for " + price.customer) + ": ";
        if (!known_.find_item(price.item) && !items_.contains(price.item))
            return name + "there is no such item";
        if (!price.customer.empty() && !known_.find_customer(price.customer) &&
            !customers_.contains(price.customer))
            return name + "there is no such customer";
        if (!is_currency(price.price.currency))
            return name + "the currency is not a code of three capital letters";
        if (price.price.amount < Amount{}) return name + "it is negative";
        auto key = reference_key(price.item, price.customer, price.price.currency.text());
        if (!prices_.emplace(std::move(key), price.valid_from).second)
            return name + "two of one day stand in the catalogue";
        return std::nullopt;
    }

    Wrong check(const CrossReference& reference) {
        const auto name = "cross-reference of " + reference.source + " from " + reference.theirs + ": ";
        if (!is_code(reference.source)) return name + "the source has no proper code";
        if (!is_code(reference.theirs) || !is_code(reference.ours))
            return name + "a code is not a proper one";
        bool known = false;
        if (reference.kind == "item")
            known = known_.find_item(reference.ours) || items_.contains(reference.ours);
        else if (reference.kind == "site")
            known = known_.find_site(reference.ours) || sites_.contains(reference.ours);
        else if (reference.kind == "customer")
            known = known_.find_customer(reference.ours) || customers_.contains(reference.ours);
        else if (reference.kind == "carrier")
            known = known_.find_carrier(reference.ours) || carriers_.contains(reference.ours);
        else if (reference.kind == "unit")
            known = true; // units are words of items, and an item may come later
        else return name + "the kind '" + reference.kind + "' is none of item, site, customer, carrier, unit";
        if (!known) return name + "there is no " + reference.kind + " " + reference.ours;
        if (!references_.insert(reference_key(reference.source, reference.kind, reference.theirs)).second)
            return name + "it stands in the catalogue twice";
        return std::nullopt;
    }

    const MasterData& known_;
    const Catalogue& catalogue_;
    Codes items_, sites_, customers_, carriers_, references_;
    std::set<std::pair<std::string, Date>> prices_;
};

} // namespace

std::optional<std::string> MasterData::check(const Catalogue& catalogue) const {
    return Check{*this, catalogue}.run();
}

} // namespace truefill::masterdata

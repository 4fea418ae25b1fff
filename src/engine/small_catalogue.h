/// The master data of the engine's tests.
#pragma once

#include "masterdata/documents.h"

namespace truefill::engine {

inline constexpr Currency eur{{'E', 'U', 'R'}};
inline Amount coins(std::int64_t cents) { return Amount{cents * (Amount::scale / 100)}; }

inline masterdata::Catalogue small_catalogue() {
    masterdata::Catalogue catalogue;
    for (const auto* code : {"BOLT", "NUT", "MILK"}) {
        auto& item = catalogue.items.emplace_back();
        item.code = code;
        item.weight_grams = 100;
        item.lot_controlled = item.code == "MILK";
        catalogue.prices.push_back({code, "", {coins(250), eur}, *parse_date("2026-01-01")});
    }
    catalogue.items.front().units.push_back({"CS", {12, 1}, *parse_date("2026-01-01")});
    for (const auto* code : {"LYON", "LILLE"}) {
        auto& site = catalogue.sites.emplace_back();
        site.code = code;
        site.countries = "FR";
        site.gs1_prefix = "4012345";
        site.cut_off_minutes = 18 * 60;
    }
    catalogue.sites.back().mode = masterdata::ReleaseMode::wave;
    auto& customer = catalogue.customers.emplace_back();
    customer.code = "ACME";
    customer.name = "Acme";
    customer.country = "FR";
    customer.address = "1 rue du Port, 69001 Lyon";
    customer.currency = eur;
    customer.payment_days = 30;
    auto& carrier = catalogue.carriers.emplace_back();
    carrier.code = "POST";
    carrier.countries = "FR";
    carrier.transit_days = 2;
    return catalogue;
}

} // namespace truefill::engine

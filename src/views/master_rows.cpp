// Master data. Addresses and persons stay out.
#include "base/enum_names.h"
#include "views/documents.h"

namespace truefill::views {

std::string_view item_code(const engine::State& state, ItemId id) {
    return id ? std::string_view{state.master.item(id).code} : std::string_view{};
}
std::string_view site_code(const engine::State& state, SiteId id) {
    return id ? std::string_view{state.master.site(id).code} : std::string_view{};
}
std::string_view customer_code(const engine::State& state, CustomerId id) {
    return id ? std::string_view{state.master.customer(id).code} : std::string_view{};
}
std::string_view carrier_code(const engine::State& state, CarrierId id) {
    return id ? std::string_view{state.master.carrier(id).code} : std::string_view{};
}

void add_item(Rows& rows, const masterdata::Item& item) {
    rows.begin(TableId::items).text(item.code).code(item.description).code(item.gtin);
    rows.flag(item.lot_controlled).flag(item.blocked).integer(item.weight_grams).end();
}

void add_site(Rows& rows, const masterdata::Site& site) {
    rows.begin(TableId::sites).text(site.code).code(site.name).text(name_of(site.mode)).code(site.countries);
    rows.integer(site.cut_off_minutes).integer(site.zone_minutes).end();
}

void add_customer(Rows& rows, const masterdata::Customer& customer) {
    rows.begin(TableId::customers).text(customer.code).code(customer.name).code(customer.country);
    rows.code(customer.currency.text()).integer(customer.payment_days).flag(customer.blocked);
    rows.flag(customer.ship_complete).end();
}

void add_carrier(Rows& rows, const masterdata::Carrier& carrier) {
    rows.begin(TableId::carriers).text(carrier.code).code(carrier.name).code(carrier.scac);
    rows.code(carrier.countries).integer(carrier.transit_days).end();
}

} // namespace truefill::views

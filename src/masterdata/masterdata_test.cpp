#include "masterdata/masterdata.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

namespace truefill::masterdata {
namespace {

constexpr Currency eur{{'E', 'U', 'R'}}, usd{{'U', 'S', 'D'}};

Date day(std::int32_t month, std::int32_t of_month) { return date_from({2026, month, of_month}); }
Amount cents(std::int64_t value) { return Amount{value * 10'000}; }

Item item(std::string code, std::string gtin = {}) {
    Item made;
    made.code = std::move(code);
    made.gtin = std::move(gtin);
    return made;
}
Site site(std::string code) {
    Site made;
    made.code = std::move(code);
    return made;
}
Customer customer(std::string code) {
    Customer made;
    made.code = std::move(code);
    made.country = "FR";
    made.currency = eur;
    return made;
}
Carrier carrier(std::string code) {
    Carrier made;
    made.code = std::move(code);
    return made;
}
Price price(std::string of, std::string whose, std::int64_t value, Date from = {}) {
    return {std::move(of), std::move(whose), {cents(value), eur}, from};
}

/// One of each, all in order.
Catalogue whole() {
    Catalogue made;
    made.items = {item("SKU-1", "4006381333931"), item("SKU-2")};
    made.items.front().units = {{"CS", {12, 1}, {}}, {"CS", {10, 1}, day(3, 1)}, {"PK", {1, 2}, {}}};
    made.sites = {site("LYON"), site("LILLE")};
    made.sites.front().gln = "4012345000009";
    made.sites.front().gs1_prefix = "4012345";
    made.sites.front().countries = "FR BE";
    made.customers = {customer("ACME"), customer("GLOBEX")};
    made.carriers = {carrier("DHL")};
    made.prices = {price("SKU-1", "", 250), price("SKU-1", "", 260, day(3, 1)), price("SKU-1", "ACME", 240)};
    made.cross_references = {{"shop", "item", "bolt-m8", "SKU-1"}, {"shop", "unit", "Karton", "CS"}};
    return made;
}

MasterData loaded(const Catalogue& catalogue) {
    MasterData data;
    const auto wrong = data.check(catalogue);
    REQUIRE_MESSAGE(!wrong, *wrong);
    data.load(catalogue);
    return data;
}

/// What `check` says to the whole catalogue after a change.
std::string refusal(const std::function<void(Catalogue&)>& change, const MasterData& known = {}) {
    auto catalogue = whole();
    change(catalogue);
    return known.check(catalogue).value_or("");
}

std::string bytes_of(const MasterData& data) {
    std::string bytes;
    archive::save(bytes, data);
    return bytes;
}

} // namespace

TEST_CASE("gives ids in order of first sight and keeps them through updates") {
    auto data = loaded(whole());
    CHECK(data.find_item("SKU-1") == ItemId{1});
    CHECK(data.find_item("SKU-2") == ItemId{2});
    CHECK(data.find_site("LILLE") == SiteId{2});
    CHECK(data.find_customer("GLOBEX") == CustomerId{2});
    CHECK(data.find_carrier("DHL") == CarrierId{1});
    Catalogue update;
    update.items = {item("SKU-3"), item("SKU-1")};
    update.items.back().blocked = true;
    REQUIRE(!data.check(update));
    data.load(update);
    CHECK(data.find_item("SKU-3") == ItemId{3});
    CHECK(data.find_item("SKU-1") == ItemId{1});
    CHECK(data.item(ItemId{1}).blocked);
    CHECK(data.items() == 3);
    CHECK(!data.find_item("SKU-4"));
    CHECK(!data.find_site(""));
}

TEST_CASE("takes a source's word for our code only through its cross-references") {
    const auto data = loaded(whole());
    CHECK(data.find_item("bolt-m8", "shop") == ItemId{1});
    CHECK(!data.find_item("bolt-m8"));
    CHECK(!data.find_item("bolt-m8", "erp"));
    CHECK(data.find_item("SKU-1", "shop") == ItemId{1}); // no cross-reference: our own code
    CHECK(data.unit_code("Karton", "shop") == "CS");
    CHECK(data.unit_code("CS", "shop") == "CS");
    // A kind is not another kind, and parts of a key do not run into each other.
    CHECK(!data.find_site("bolt-m8", "shop"));
    CHECK(reference_key("a", "bc", "d") != reference_key("ab", "c", "d"));
}

TEST_CASE("turns a cross-reference to another item when it is loaded again") {
    auto data = loaded(whole());
    Catalogue update;
    update.cross_references = {{"shop", "item", "bolt-m8", "SKU-2"}};
    REQUIRE(!data.check(update));
    data.load(update);
    CHECK(data.find_item("bolt-m8", "shop") == ItemId{2});
}

TEST_CASE("converts by the factor that is valid on the day") {
    const auto data = loaded(whole());
    CHECK(data.factor(ItemId{1}, "EA", day(1, 1)) == Ratio{1, 1});
    CHECK(data.factor(ItemId{1}, "CS", day(2, 28)) == Ratio{12, 1});
    CHECK(data.factor(ItemId{1}, "CS", day(3, 1)) == Ratio{10, 1});
    CHECK(data.factor(ItemId{1}, "PK", day(3, 1)) == Ratio{1, 2});
    CHECK(!data.factor(ItemId{1}, "PALLET", day(3, 1)));
    CHECK(!data.factor(ItemId{2}, "CS", day(3, 1)));
}

TEST_CASE("has no factor before its first day") {
    auto catalogue = whole();
    catalogue.items.back().units = {{"CS", {6, 1}, day(5, 1)}};
    const auto data = loaded(catalogue);
    CHECK(!data.factor(ItemId{2}, "CS", day(4, 30)));
    CHECK(data.factor(ItemId{2}, "CS", day(5, 1)) == Ratio{6, 1});
}

TEST_CASE(
    "prices by the customer's own price before the general one, by the latest day before earlier ones") {
    auto catalogue = whole();
    catalogue.prices.push_back({"SKU-1", "", {cents(300), usd}, {}});
    catalogue.prices.push_back(price("SKU-2", "GLOBEX", 700, day(6, 1)));
    const auto data = loaded(catalogue);
    const ItemId bolt{1}, nut{2};
    const CustomerId acme{1}, globex{2};
    CHECK(data.price(bolt, globex, eur, day(2, 28)) == cents(250));
    CHECK(data.price(bolt, globex, eur, day(3, 1)) == cents(260));
    CHECK(data.price(bolt, acme, eur, day(3, 1)) == cents(240));
    CHECK(data.price(bolt, CustomerId{}, eur, day(3, 1)) == cents(260));
    CHECK(data.price(bolt, acme, usd, day(3, 1)) == cents(300));
    CHECK(!data.price(nut, acme, eur, day(7, 1)));
    CHECK(!data.price(nut, globex, eur, day(5, 31)));
    CHECK(data.price(nut, globex, eur, day(6, 1)) == cents(700));
}

TEST_CASE("replaces a price of the same day") {
    auto data = loaded(whole());
    Catalogue update;
    update.prices = {price("SKU-1", "ACME", 199)};
    REQUIRE(!data.check(update));
    data.load(update);
    CHECK(data.price(ItemId{1}, CustomerId{1}, eur, day(1, 1)) == cents(199));
}

TEST_CASE("makes a lot at first sight and learns its expiry later") {
    auto data = loaded(whole());
    CHECK(!data.find_lot(ItemId{1}, "L1"));
    CHECK(data.next_lot() == LotId{1});
    data.add_lot({ItemId{1}, "L1", {}});
    data.add_lot({ItemId{2}, "L1", day(9, 9)});
    CHECK(data.find_lot(ItemId{1}, "L1") == LotId{1});
    CHECK(data.find_lot(ItemId{2}, "L1") == LotId{2});
    data.add_lot({ItemId{1}, "L1", day(8, 8)});
    CHECK(data.lot(LotId{1}).expires == day(8, 8));
    data.add_lot({ItemId{1}, "L1", {}});
    CHECK(data.lot(LotId{1}).expires == day(8, 8));
    CHECK(data.next_lot() == LotId{3});
}

TEST_CASE("finds an item by its GTIN, however long it is written, and follows it to another item") {
    auto data = loaded(whole());
    CHECK(data.find_gtin("4006381333931") == ItemId{1});
    CHECK(data.find_gtin("04006381333931") == ItemId{1});
    CHECK(!data.find_gtin("4006381333932"));
    CHECK(!data.find_gtin(""));
    Catalogue update;
    update.items = {item("SKU-2", "04006381333931"), item("SKU-1")};
    REQUIRE(!data.check(update));
    data.load(update);
    CHECK(data.find_gtin("4006381333931") == ItemId{2});
    update.items = {item("SKU-1", "4006381333931")};
    CHECK(data.check(update) == "item SKU-1: the GTIN 4006381333931 is that of item SKU-2");
}

TEST_CASE("refuses a catalogue with a sentence that names the entry") {
    using C = Catalogue;
    CHECK(refusal([](C&) {}) == "");
    CHECK(refusal([](C& c) { c.items[0].gtin = "4006381333932"; }) ==
          "item SKU-1: the GTIN 4006381333932 has a wrong check digit");
    CHECK(refusal([](C& c) { c.items[0].gtin = "40063813339"; }) ==
          "item SKU-1: the GTIN 40063813339 is not 8, 12, 13 or 14 digits");
    CHECK(refusal([](C& c) { c.items[0].gtin = "400638133393l"; }) ==
          "item SKU-1: the GTIN 400638133393l is not 8, 12, 13 or 14 digits");
    CHECK(refusal([](C& c) { c.items[1].gtin = "04006381333931"; }) ==
          "item SKU-2: the GTIN 04006381333931 is that of item SKU-1");
    CHECK(refusal([](C& c) { c.items[1].code = "SKU-1"; }) == "item SKU-1 stands in the catalogue twice");
    CHECK(refusal([](C& c) { c.items[1].code = " SKU"; }) ==
          "the code ' SKU' of item is not 1 to 64 characters without control characters and blanks at its "
          "ends");
    CHECK(refusal([](C& c) { c.items[0].units[0].factor = {0, 1}; }) ==
          "item SKU-1: the unit CS holds 0/1 smallest units; it must be more than 0");
    CHECK(refusal([](C& c) { c.items[0].units[0].factor = {1, 0}; }) ==
          "item SKU-1: the unit CS holds 1/0 smallest units; it must be more than 0");
    CHECK(refusal([](C& c) { c.items[0].units[0].code = "EA"; }) ==
          "item SKU-1: the unit EA is the smallest unit itself and cannot hold 12/1");
    CHECK(refusal([](C& c) { c.items[0].units[1].valid_from = {}; }) ==
          "item SKU-1: the unit CS is given twice for one day");
    CHECK(refusal([](C& c) { c.items[0].weight_grams = -1; }) == "item SKU-1: the weight is -1 grams");
}

TEST_CASE("refuses a site, a customer or a carrier that cannot be one") {
    using C = Catalogue;
    CHECK(refusal([](C& c) { c.sites[0].gln = "4012345000008"; }) ==
          "site LYON: the GLN 4012345000008 has a wrong check digit");
    CHECK(refusal([](C& c) { c.sites[0].gln = "401234500000"; }) ==
          "site LYON: the GLN 401234500000 is not 13 digits");
    CHECK(refusal([](C& c) { c.sites[0].gs1_prefix = "401234"; }) ==
          "site LYON: the GS1 company prefix 401234 is not 7 to 10 digits");
    CHECK(refusal([](C& c) { c.sites[0].countries = "FR be"; }) ==
          "site LYON: be is not an ISO 3166 country code of two capital letters");
    CHECK(refusal([](C& c) { c.sites[0].cut_off_minutes = 1440; }) ==
          "site LYON: the cut-off is minute 1440 of the day, not 0 to 1439");
    CHECK(refusal([](C& c) { c.sites[0].zone_minutes = 900; }) ==
          "site LYON: the clock is 900 minutes off UTC, not -720 to 840");
    CHECK(refusal([](C& c) { c.sites[1].code = "LYON"; }) == "site LYON stands in the catalogue twice");
    CHECK(refusal([](C& c) { c.customers[0].currency = {{'e', 'u', 'r'}}; }) ==
          "customer ACME: the currency is not a code of three capital letters");
    CHECK(refusal([](C& c) { c.customers[0].credit_limit = Money{cents(100), usd}; }) ==
          "customer ACME: the credit limit is in USD, the account in EUR");
    CHECK(refusal([](C& c) { c.customers[0].credit_limit = Money{cents(-100), eur}; }) ==
          "customer ACME: the credit limit is negative");
    CHECK(refusal([](C& c) { c.customers[0].country = "FR DE"; }) ==
          "customer ACME: FR DE is not an ISO 3166 country code of two capital letters");
    CHECK(refusal([](C& c) { c.carriers[0].scac = "DHLCO"; }) ==
          "carrier DHL: the SCAC DHLCO is not 2 to 4 capital letters");
    CHECK(refusal([](C& c) { c.carriers[0].transit_days = -1; }) ==
          "carrier DHL: the days in transit are negative");
}

TEST_CASE("refuses a price or a cross-reference of something unknown, and either twice") {
    using C = Catalogue;
    CHECK(refusal([](C& c) { c.prices[0].item = "SKU-9"; }) == "price of item SKU-9: there is no such item");
    CHECK(refusal([](C& c) { c.prices[2].customer = "NOBODY"; }) ==
          "price of item SKU-1 for NOBODY: there is no such customer");
    CHECK(refusal([](C& c) { c.prices[0].price.amount = cents(-1); }) ==
          "price of item SKU-1: it is negative");
    CHECK(refusal([](C& c) { c.prices[0].price.currency = {}; }) ==
          "price of item SKU-1: the currency is not a code of three capital letters");
    CHECK(refusal([](C& c) { c.prices[1].valid_from = {}; }) ==
          "price of item SKU-1: two of one day stand in the catalogue");
    CHECK(refusal([](C& c) { c.cross_references[0].ours = "SKU-9"; }) ==
          "cross-reference of shop from bolt-m8: there is no item SKU-9");
    CHECK(refusal([](C& c) { c.cross_references[0].kind = "colour"; }) ==
          "cross-reference of shop from bolt-m8: the kind 'colour' is none of item, site, customer, carrier, "
          "unit");
    CHECK(refusal([](C& c) { c.cross_references[0].source = ""; }) ==
          "cross-reference of  from bolt-m8: the source has no proper code");
    CHECK(refusal([](C& c) { c.cross_references.push_back(c.cross_references[0]); }) ==
          "cross-reference of shop from bolt-m8: it stands in the catalogue twice");
    // What is known already need not be in the catalogue.
    const auto data = loaded(whole());
    Catalogue prices;
    prices.prices = {price("SKU-2", "GLOBEX", 100)};
    CHECK(!data.check(prices));
    CHECK(MasterData{}.check(prices) == "price of item SKU-2 for GLOBEX: there is no such item");
}

TEST_CASE("comes back from a snapshot as it was, indexes and all") {
    auto data = loaded(whole());
    data.add_lot({ItemId{1}, "L1", day(8, 8)});
    const auto bytes = bytes_of(data);
    MasterData again;
    archive::Reader reader{bytes};
    REQUIRE(archive::load(reader, again));
    CHECK(reader.at_end());
    CHECK(bytes_of(again) == bytes);
    CHECK(again.find_item("bolt-m8", "shop") == ItemId{1});
    CHECK(again.find_gtin("4006381333931") == ItemId{1});
    CHECK(again.find_lot(ItemId{1}, "L1") == LotId{1});
    CHECK(again.price(ItemId{1}, CustomerId{1}, eur, day(3, 1)) == cents(240));
    CHECK(again.factor(ItemId{1}, "CS", day(3, 1)) == Ratio{10, 1});
    CHECK(again.find_site("LILLE") == SiteId{2});
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
        MasterData torn;
        archive::Reader short_reader{std::string_view{bytes}.substr(0, cut)};
        CHECK(!archive::load(short_reader, torn));
    }
}

} // namespace truefill::masterdata

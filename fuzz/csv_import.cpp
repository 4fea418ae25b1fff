/// Files of a shop. The first byte chooses: `r` the online retailer's export, `o` own orders, `s` own stock,
/// each with a mapping that is known; `m` a mapping, a line "---", and then the table that it maps; `c` a
/// table of codes.
///
/// Whatever comes in, it is refused whole, or every row has its one outcome.
#include "connectors/shop/codes.h"
#include "connectors/shop/own_import.h"
#include "connectors/shop/retail_import.h"
#include "need.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace truefill;
namespace shop = connectors::shop;

constexpr std::string_view codes_text = "field,pattern,meaning,sale,credit,why\n"
                                        "item,POST,charge_freight,charge,case:money_credit,Postage\n"
                                        "item,M,manual,charge,case:money_credit,Typed by hand\n";
constexpr std::string_view orders_text =
    "kind = orders\norder_number = No\nordered_at = Date\ntime_format = DD/MM/YYYY hh:mm\nutc_offset = "
    "+01:00\n"
    "customer = Account\ncountry = Country\ncurrency = constant EUR\nitem = SKU\ndescription = Text\n"
    "quantity = Qty\nunit_price = Price\nrequested_on = Wanted\ndate_format = DD/MM/YYYY\n";
constexpr std::string_view stock_text =
    "kind = stock\ndelimiter = ;\nsite = Site\nitem = SKU\nlot = Lot\nquantity = Qty\n";

std::size_t rows_of(const std::vector<shop::RowOutcome>& outcomes) {
    for (const auto& one : outcomes)
        fuzz::need(one.outcome == shop::Outcome::accepted || !one.sentence.empty(), "a refusal says why");
    std::size_t counted = 0;
    for (const auto& sum : shop::sums(outcomes)) counted += sum.rows;
    fuzz::need(counted == outcomes.size(), "sums count every row once");
    return outcomes.size();
}

void check(const std::expected<shop::Import, shop::Problem>& read) {
    if (!read) return fuzz::need(!read.error().code.empty(), "a problem has a code");
    rows_of(read->outcomes);
    fuzz::need(read->in_order.size() == read->orders.size() + read->cancellations.size() +
                                            read->adjustments.size() + read->cases.size(),
               "every document is posted once");
}

void import(std::string bytes, const shop::Mapping& mapping) {
    if (mapping.kind == shop::MappingKind::orders)
        return check(shop::import_orders(std::move(bytes), mapping));
    const auto read = shop::import_stock(std::move(bytes), mapping);
    if (!read) return fuzz::need(!read.error().code.empty(), "a problem has a code");
    rows_of(read->outcomes);
    fuzz::need(read->balances.size() <= read->outcomes.size(), "balances come from rows");
}

/// The mappings above are right: a fuzzer that quietly tried nothing would find nothing.
template <class T> const T& taken(const std::expected<T, shop::Problem>& value) {
    fuzz::need(value.has_value(), "the texts of this file are read");
    return *value;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto codes = shop::parse_codes(std::string{codes_text});
    static const auto orders = shop::parse_mapping(orders_text);
    static const auto stock = shop::parse_mapping(stock_text);
    if (size == 0) return 0;
    std::string bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    switch (data[0]) {
    case 'r': check(shop::import_retail(std::move(bytes), taken(codes))); break;
    case 'o': import(std::move(bytes), taken(orders)); break;
    case 's': import(std::move(bytes), taken(stock)); break;
    case 'c': (void)shop::parse_codes(std::move(bytes)); break;
    default: {
        const auto cut = bytes.find("\n---\n");
        const auto mapping = shop::parse_mapping(std::string_view{bytes}.substr(0, cut));
        if (mapping && cut != std::string::npos) import(bytes.substr(cut + 5), *mapping);
    }
    }
    return 0;
}

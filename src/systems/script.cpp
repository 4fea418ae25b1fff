#include "systems/script.h"

#include "connectors/shop/file.h"
#include "connectors/shop/retail_import.h"

#include <algorithm>
#include <utility>

namespace truefill::systems {
namespace {

namespace shop = connectors::shop;

bool is_named(const shop::Import& import, const std::string& customer) {
    const auto found = std::ranges::find(import.customers, customer, &shop::ImportedCustomer::code);
    return found != import.customers.end() && !found->house_account;
}

} // namespace

std::expected<shop::Import, std::string> read_documents(const std::string& folder) {
    const auto codes_path = folder + "/codes.csv", rows_path = folder + "/online-retail.csv.gz";
    const auto codes_file = shop::read_file(codes_path);
    if (!codes_file) return std::unexpected(to_text(codes_path, codes_file.error()));
    const auto codes = shop::parse_codes(*codes_file);
    if (!codes) return std::unexpected(to_text(codes_path, codes.error()));
    auto rows = shop::read_file(rows_path);
    if (!rows) return std::unexpected(to_text(rows_path, rows.error()));
    auto import = shop::import_retail(std::move(*rows), *codes);
    if (!import) return std::unexpected(to_text(rows_path, import.error()));
    return std::move(*import);
}

Amount value_of(const shop::ImportedOrder& order) {
    Amount sum;
    for (const auto& line : order.lines) sum += times(line.unit_price, line.quantity);
    return sum;
}

const shop::ImportedOrder* key_order(const shop::Import& import, Time day) {
    const shop::ImportedOrder* best = nullptr;
    for (const auto& order : import.orders) {
        if (order.ordered_at < day + minutes(45) || day + hours(4) < order.ordered_at) continue;
        if (is_named(import, order.customer) && (!best || value_of(*best) < value_of(order))) best = &order;
    }
    return best;
}

const shop::ImportedOrder* doubled_order(const shop::Import& import, Time day) {
    const auto* key = key_order(import, day);
    for (const auto& order : import.orders)
        if (day + minutes(90) <= order.ordered_at && order.lines.size() > 2 &&
            is_named(import, order.customer) && (!key || key->customer != order.customer))
            return &order;
    return nullptr;
}

} // namespace truefill::systems

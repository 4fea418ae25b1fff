#include "masterdata/commands.h"
#include "mirrors/commands.h"
#include "systems/erp.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace truefill::systems {
namespace {

using mirrors::Claimed;

/// Units of a line by what the ERP knows of them.
struct Line {
    LineNumber number{};
    std::int64_t left{}, waiting{};
    Amount price;
};

std::vector<Line> lines_of(json::Value page) {
    static constexpr std::string_view gone[] = {"shipped", "delivered", "lost", "returned"};
    static constexpr std::string_view here[] = {"open",     "promised", "backordered", "reserved",
                                                "released", "picked",   "packed"};
    std::vector<Line> lines;
    for (const auto row : page.find("lines").elements()) {
        Line line{static_cast<LineNumber>(number_in(row, "number")), 0, 0, {}};
        static_cast<void>(json::decode(row.find("unit_price"), line.price));
        for (const auto units : row.find("quantities").elements()) {
            const auto bucket = units.find("bucket").as_string().value_or("");
            if (std::ranges::find(gone, bucket) != std::end(gone)) line.left += number_in(units, "quantity");
            if (std::ranges::find(here, bucket) != std::end(here))
                line.waiting += number_in(units, "quantity");
        }
        lines.push_back(line);
    }
    return lines;
}

} // namespace

/// What waits, or when nothing does one piece more of each line.
Amount Erp::unshipped(const std::string& order) {
    Amount waiting, one_more;
    if (const auto page = truefill().get("/v1/orders/" + order))
        for (const auto& line : lines_of(*page)) {
            waiting += times(line.price, line.waiting);
            one_more += line.price;
        }
    return waiting > Amount{} ? waiting : one_more;
}

void Erp::look_at_shipments() {
    truefill().each("/v1/shipments?status=departed", [&](json::Value row) {
        const auto id = number_in(row, "id");
        const auto deed = fmt::format("mirror/{}", id);
        if (chance(deed, 250))
            plan(deed, now() + wait(deed, minutes(20), hours(2)),
                 [this, id, order = text_in(row, "order")](Time at) { mirror(order, id, at); });
    });
}

/// What the ERP believes about some lines, which is what Truefill told it.
void Erp::mirror(const std::string& order, std::int64_t shipment, Time at) {
    constexpr std::size_t lines_max = 3;
    const auto page = truefill().get("/v1/orders/" + order);
    if (!page) return;
    std::vector<Letter> letters;
    for (const auto& line : lines_of(*page)) {
        if (line.left == 0 || letters.size() == lines_max) continue;
        const mirrors::ReportClaim claim{source(), order, line.number, Claimed::shipped, line.left, {}};
        letters.push_back(letter(fmt::format("claim/{}/{}", shipment, line.number), at, claim));
    }
    truefill().send_all(letters);
}

void Erp::misread_some() {
    std::vector<std::string> orders;
    truefill().each("/v1/shipments?status=departed,in_transit,delivered",
                    [&](json::Value row) { orders.push_back(text_in(row, "order")); });
    std::ranges::sort(orders);
    const auto doubles = std::ranges::unique(orders);
    orders.erase(doubles.begin(), doubles.end());
    for (const auto& order : orders) has_misread_ = has_misread_ || misread(order);
}

/// A part of a line has left; the ERP takes it for all of it.
bool Erp::misread(const std::string& order) {
    const auto page = truefill().get("/v1/orders/" + order);
    if (!page) return false;
    for (const auto& line : lines_of(*page)) {
        if (line.left == 0 || line.waiting == 0) continue;
        const mirrors::ReportClaim claim{
            source(), order, line.number, Claimed::shipped, line.left + line.waiting, {}};
        confess(fault_partial, order, now());
        truefill().send(letter("partial/" + order, now(), claim));
        return true;
    }
    return false;
}

/// Credit control is careful with a good customer, half a morning before his greatest order.
void Erp::lower_limit(Time at) {
    const auto* order = key_order(import_, from());
    const auto page = truefill().get("/v1/customers?limit=500&q=" + order->customer);
    if (!page) return;
    for (const auto row : page->find("items").elements()) {
        if (text_in(row, "code") != order->customer) continue;
        masterdata::Customer customer;
        customer.code = order->customer;
        customer.name = text_in(row, "name");
        customer.country = text_in(row, "country");
        customer.address = text_in(row, "address");
        customer.currency = order->currency;
        customer.payment_days = static_cast<std::int32_t>(number_in(row, "payment_days"));
        customer.ship_complete = row.find("ship_complete").as_bool().value_or(false);
        customer.credit_limit = Money{times(value_of(*order), Ratio{1, 2}, 0), order->currency};
        masterdata::LoadCatalogue command;
        command.catalogue.customers.push_back(std::move(customer));
        confess(fault_credit, order->number, at);
        truefill().send(letter("limit/" + order->customer, at, command));
        return;
    }
}

} // namespace truefill::systems

#include "cli/bench_workload.h"

#include "base/assert.h"
#include "base/mix.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace truefill::cli {
namespace {

constexpr Currency eur{{'E', 'U', 'R'}};
constexpr Amount price{2'500'000}; // 2.50

masterdata::Catalogue catalogue(const WorkloadOptions& options) {
    masterdata::Catalogue made;
    const auto first_day = *parse_date("2026-01-01");
    for (std::uint32_t i = 0; i < options.items; ++i) {
        auto& item = made.items.emplace_back();
        item.code = fmt::format("SKU-{:05}", i);
        item.description = fmt::format("article {}", i);
        item.weight_grams = 400;
        made.prices.push_back({item.code, "", {price, eur}, first_day});
    }
    for (const auto* code : {"LYON", "LILLE", "NANTES"}) {
        auto& site = made.sites.emplace_back();
        site.code = code;
        site.countries = "FR";
        site.gs1_prefix = "4012345";
        site.cost_per_shipment_cents = 500;
    }
    for (std::uint32_t i = 0; i < options.customers; ++i) {
        auto& customer = made.customers.emplace_back();
        customer.code = fmt::format("C-{:04}", i);
        customer.name = fmt::format("Customer {}", i);
        customer.country = "FR";
        customer.address = "1 rue du Port, 69001 Lyon";
        customer.currency = eur;
        customer.payment_days = 30;
    }
    auto& carrier = made.carriers.emplace_back();
    carrier.code = "POST";
    carrier.transit_days = 2;
    return made;
}

} // namespace

std::uint32_t Workload::item_of(std::uint32_t order, std::uint32_t line) const {
    // Lines of an order are different items.
    return static_cast<std::uint32_t>((mix64(order) + line * 97) % options_.items);
}

engine::Message Workload::message(engine::Command command, const char* source) {
    engine::Message made;
    made.envelope.source = source;
    made.envelope.message_id = fmt::format("{:010}", ++messages_);
    made.envelope.content_hash = {mix64(messages_), messages_};
    made.envelope.event_time = clock_;
    made.command = std::move(command);
    clock_ = clock_ + milliseconds(1);
    return made;
}

std::vector<engine::Message> Workload::setup() {
    std::vector<engine::Message> made;
    made.push_back(message(masterdata::Command{masterdata::LoadCatalogue{catalogue(options_)}}, "bench"));
    inventory::OpenStock open;
    open.reference = "opening";
    for (const auto* site : {"LYON", "LILLE", "NANTES"}) {
        open.site = site;
        open.lines.clear();
        for (std::uint32_t i = 0; i < options_.items; ++i) {
            inventory::OpeningLine line;
            line.item = fmt::format("SKU-{:05}", i);
            line.quantity = 100'000'000;
            open.lines.push_back(line);
        }
        made.push_back(message(inventory::Command{open}, "bench"));
    }
    return made;
}

engine::Message Workload::place() {
    const auto index = placed();
    auto& progress = orders_.emplace_back();
    orders::PlaceOrder order;
    order.order = fmt::format("SO-{:07}", index);
    order.customer = fmt::format("C-{:04}", index % options_.customers);
    order.currency = eur;
    order.ordered_at = clock_;
    Quantity units = 0;
    for (std::uint32_t line = 1; line <= options_.lines; ++line) {
        orders::PlacedLine placed;
        placed.line = static_cast<LineNumber>(line);
        placed.item = fmt::format("SKU-{:05}", item_of(index, line));
        placed.quantity = quantity_of(index, line);
        units += placed.quantity;
        order.lines.push_back(std::move(placed));
    }
    progress.total = Amount{price.micros * units};
    progress.step = 1;
    ++jobs_; // the release to the site
    return message(orders::Command{std::move(order)}, "shop");
}

engine::Command Workload::pick(std::uint32_t order, std::uint32_t line) const {
    warehouse::ConfirmPick pick;
    pick.release = ReleaseId{order + 1};
    pick.line = static_cast<LineNumber>(line);
    pick.quantity = quantity_of(order, line);
    pick.sequence = line;
    return warehouse::Command{std::move(pick)};
}

engine::Command Workload::step(std::uint32_t order, Progress& progress) {
    const ReleaseId release{order + 1};
    const auto done = progress.step;
    if (done == 1) return warehouse::Command{warehouse::AcknowledgeRelease{release}};
    if (done < 2 + options_.lines) return pick(order, done - 1);
    switch (done - 2 - options_.lines) {
    case 0: {
        warehouse::Pack pack;
        pack.release = release;
        progress.shipment = ++shipments_;
        ++jobs_; // the tender
        return warehouse::Command{std::move(pack)};
    }
    case 1:
        return shipping::Command{shipping::AcceptTender{
            ShipmentId{progress.shipment}, fmt::format("1Z{:09}", progress.shipment), {}}};
    case 2: {
        shipping::IssueGoods issue;
        issue.shipment = ShipmentId{progress.shipment};
        issue.shipped_at = clock_;
        progress.invoice = ++invoices_;
        jobs_ += 2; // the invoice and the ship notice
        progress.notice_job = jobs_;
        return shipping::Command{std::move(issue)};
    }
    case 3: return engine::FlowCommand{engine::CompleteJob{JobId{progress.notice_job}, {}}};
    case 4: {
        billing::ConfirmInvoice confirm;
        confirm.invoice = InvoiceId{progress.invoice};
        confirm.number = fmt::format("F{:08}", progress.invoice);
        confirm.total = {progress.total, eur};
        confirm.posted_at = clock_;
        return billing::Command{std::move(confirm)};
    }
    case 5: {
        shipping::ConfirmDelivery delivery;
        delivery.shipment = ShipmentId{progress.shipment};
        delivery.delivered_at = clock_;
        delivery.signed_by = "dock";
        return shipping::Command{std::move(delivery)};
    }
    default: {
        billing::RecordPayment payment;
        payment.reference = fmt::format("BK{:09}", progress.invoice);
        payment.customer = fmt::format("C-{:04}", order % options_.customers);
        payment.invoice = InvoiceId{progress.invoice};
        payment.money = {progress.total, eur};
        return billing::Command{std::move(payment)};
    }
    }
}

engine::Message Workload::next(std::uint32_t order) {
    TF_ASSERT(!is_paid(order), "a paid order has no next message");
    auto& progress = orders_[order];
    const auto done = progress.step - 1;
    const char* source = done < 2 + options_.lines                                  ? "wms"
                         : done == 2 + options_.lines || done == 6 + options_.lines ? "carrier"
                                                                                    : "office";
    auto made = message(step(order, progress), source);
    ++progress.step;
    return made;
}

std::vector<engine::Message> Workload::lifecycles(std::uint32_t count, std::uint32_t spread) {
    std::vector<engine::Message> made;
    made.reserve(std::size_t{count} * steps());
    const auto first = placed();
    const auto ticks = count + spread * (steps() - 1);
    for (std::uint32_t tick = 0; tick < ticks; ++tick) {
        if (tick < count) made.push_back(place());
        for (std::uint32_t step = 1; step < steps(); ++step) {
            const auto behind = spread * step;
            if (tick >= behind && tick - behind < count) made.push_back(next(first + tick - behind));
        }
    }
    return made;
}

} // namespace truefill::cli

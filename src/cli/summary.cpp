#include "cli/summary.h"

#include "cli/terminal.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <utility>

namespace truefill::cli {
namespace {

template <class E, std::size_t N> std::vector<Count> counts(const std::array<Quantity, N>& units) {
    std::vector<Count> result;
    for (const auto& one : enumerators<E>)
        if (const auto count = units[static_cast<std::size_t>(one.value)]; count != 0)
            result.push_back({std::string{one.name}, count});
    return result;
}

void fold_orders(Summary& summary, const engine::State& state) {
    std::map<orders::Status, std::int64_t> by_status;
    std::array<Quantity, ledger::pipeline_count> pipeline{};
    std::array<Quantity, ledger::billing_count> billing{};
    state.ledger.orders().each([&](OrderId, const ledger::Order& order) {
        ++summary.orders;
        summary.lines += order.lines.size();
        ++by_status[orders::status(state.ledger, order)];
        order.each_parcel([&](const ledger::Line&, std::uint32_t, const ledger::Parcel& parcel) {
            pipeline[static_cast<std::size_t>(parcel.pipeline)] += parcel.quantity;
            billing[static_cast<std::size_t>(parcel.billing)] += parcel.quantity;
        });
    });
    for (const auto& [status, count] : by_status)
        summary.orders_by_status.push_back({std::string{truefill::name_of(status)}, count});
    summary.pipeline = counts<ledger::Pipeline>(pipeline);
    summary.billing = counts<ledger::Billing>(billing);
}

void fold_stock(Summary& summary, const engine::State& state) {
    std::map<SiteId, std::array<Quantity, ledger::stock_count>> by_site;
    for (const auto& row : state.ledger.stock())
        for (std::size_t i = 0; i < ledger::stock_count; ++i) by_site[row.site][i] += row.units[i];
    for (const auto& [site, units] : by_site)
        summary.stock.push_back({site ? state.master.site(site).code : "-", counts<ledger::Stock>(units)});
}

void fold_money(Summary& summary, const engine::State& state) {
    std::map<std::pair<Currency, std::size_t>, Amount> sums;
    for (const auto& row : state.ledger.money())
        for (std::size_t i = 0; i < ledger::account_count; ++i) sums[{row.currency, i}] += row.balances[i];
    for (const auto& [key, amount] : sums)
        if (amount != Amount{})
            summary.money.push_back({std::string{truefill::name_of(static_cast<ledger::Account>(key.second))},
                                     {amount, key.first}});
}

std::string line_of(const std::vector<Count>& counts) {
    std::string text;
    for (const auto& one : counts)
        text += (text.empty() ? "" : ", ") + words(one.name) + " " + grouped(one.count);
    return text.empty() ? "-" : text;
}

} // namespace

Summary summarise(const engine::State& state) {
    Summary summary;
    summary.position = state.flow.position;
    summary.time = state.flow.now;
    summary.digest = hex(state.digest());
    summary.ledger_digest = hex(state.ledger.digest());
    summary.items = state.master.items();
    summary.sites = state.master.sites();
    summary.customers = state.master.customers();
    summary.carriers = state.master.carriers();
    fold_orders(summary, state);
    fold_stock(summary, state);
    fold_money(summary, state);
    summary.archived = state.orders.archived.size();
    summary.holds = state.ledger.holds().size();
    summary.cases_open = state.cases.open.size();
    summary.cases = state.cases.cases.issued();
    summary.incidents = state.cases.incidents.issued();
    for (const auto& row : cases::open_by_category(state.cases, state.flow.now))
        summary.open_cases.push_back({row.category, row.count});
    summary.releases = state.warehouse.releases.issued();
    summary.shipments = state.shipping.shipments.issued();
    summary.invoices = state.billing.invoices.issued();
    summary.credits = state.billing.credits.issued();
    summary.returns = state.returns.returns.issued();
    summary.jobs_open = state.flow.jobs.open();
    summary.waiting_facts = state.flow.waiting.size();
    summary.timers = state.flow.timers.size();
    return summary;
}

std::string text_of(const Summary& summary) {
    auto text =
        fmt::format("{} at {} UTC\n", title(fmt::format("Position {}", summary.position)), say(summary.time));
    const auto line = [&](std::string_view what, const std::string& said) {
        text += fmt::format("  {:<13} {}\n", what, said);
    };
    line("master data",
         fmt::format("{}, {}, {}, {}", plural(summary.items, "item"), plural(summary.sites, "site"),
                     plural(summary.customers, "customer"), plural(summary.carriers, "carrier")));
    line("orders", fmt::format("{} with {}, {} archived", grouped(summary.orders),
                               plural(summary.lines, "line"), grouped(summary.archived)));
    line("by status", line_of(summary.orders_by_status));
    line("units", line_of(summary.pipeline));
    line("billing", line_of(summary.billing));
    for (const auto& site : summary.stock) line("stock " + site.site, line_of(site.buckets));
    for (const auto& account : summary.money)
        line("money", words(account.account) + " " + grouped_text(say(account.balance)));
    line("documents", fmt::format("{}, {}, {}, {}, {}", plural(summary.releases, "release"),
                                  plural(summary.shipments, "shipment"), plural(summary.invoices, "invoice"),
                                  plural(summary.credits, "credit memo"), plural(summary.returns, "return")));
    line("holds", grouped(summary.holds));
    line("open cases", fmt::format("{} of {}: {}", grouped(summary.cases_open), grouped(summary.cases),
                                   line_of(summary.open_cases)));
    line("open work",
         fmt::format("{}, {}, {}", plural(summary.jobs_open, "job"),
                     plural(summary.waiting_facts, "waiting fact"), plural(summary.timers, "timer")));
    line("digest", summary.digest);
    return text;
}

} // namespace truefill::cli

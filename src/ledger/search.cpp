#include "ledger/search.h"

#include "ledger/search_space.h"

namespace truefill::ledger {
namespace {

using space::Layout;
using space::Rule;
using space::Setup;

std::vector<Setup> setups() {
    constexpr auto sale = LineKind::sale, transfer = LineKind::transfer;
    return {
        {"2 lines x 2 units, start 2 available, 1 inbound",
         Layout::one_place,
         {{sale, 2}, {sale, 2}},
         {{0, Stock::available, 2}, {0, Stock::inbound, 1}}},
        {"1 line x 4 units, start 2 available, 1 inbound",
         Layout::one_place,
         {{sale, 4}},
         {{0, Stock::available, 2}, {0, Stock::inbound, 1}}},
        {"1 line x 2 units, two lots, start 1 available in each",
         Layout::two_lots,
         {{sale, 2}},
         {{0, Stock::available, 1}, {1, Stock::available, 1}}},
        {"1 sale and 1 transfer x 1 unit, two sites, start 1 available in each",
         Layout::two_sites,
         {{sale, 1}, {transfer, 1}},
         {{0, Stock::available, 1}, {1, Stock::available, 1}}},
    };
}

/// One unit of each kind reaches every row but the exchange of lots, so a mutant rarely needs more.
std::vector<Setup> small_setups() {
    constexpr auto sale = LineKind::sale, transfer = LineKind::transfer;
    return {
        {"1 line x 1 unit",
         Layout::one_place,
         {{sale, 1}},
         {{0, Stock::available, 1}, {0, Stock::inbound, 1}}},
        {"1 line x 1 unit, two lots",
         Layout::two_lots,
         {{sale, 1}},
         {{0, Stock::available, 1}, {1, Stock::available, 1}}},
        {"1 transfer x 1 unit, two sites", Layout::two_sites, {{transfer, 1}}, {{0, Stock::available, 1}}},
    };
}

std::string text(std::string_view from, std::string_view to) {
    return std::string{from} + " -> " + std::string{to};
}

Violation first_violation(const std::vector<Rule>& rules) {
    for (const auto& setup : small_setups())
        if (auto found = space::walk(setup, rules).violation) return found;
    for (const auto& setup : setups())
        if (auto found = space::walk(setup, rules).violation) return found;
    return {};
}

/// Transfers' own rows: issue, deliver, lose.
bool is_of_transfers(const UnitRow& row) {
    return row.trigger == Trigger::issue || row.trigger == Trigger::deliver || row.trigger == Trigger::lose;
}

} // namespace

std::vector<Searched> search_table() {
    const auto rules = space::table_rules();
    std::vector<Searched> all;
    for (const auto& setup : setups()) all.push_back(space::walk(setup, rules));
    return all;
}

std::vector<Mutant> search_mutants() {
    const auto rules = space::table_rules();
    std::vector<Mutant> mutants;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const auto& row = rules[i].row;
        // A row that moves billing alone couples nothing. A transfer has the sale's rows but where its stock
        // differs.
        const bool billing_alone = row.from == row.to && row.billing_from != row.billing_to;
        if (billing_alone || (rules[i].kind == LineKind::transfer && !is_of_transfers(row))) continue;
        const auto add = [&](const char* what, std::string buckets, const auto& drop) {
            auto mutated = rules;
            drop(mutated[i].row);
            auto name = (rules[i].kind == LineKind::transfer ? "transfer: " : "") +
                        std::string{name_of(row.trigger)} + " " + text(name_of(row.from), name_of(row.to));
            if (row.billing_from == row.billing_to && row.from >= Pipeline::shipped)
                name += " at " + std::string{name_of(row.billing_from)};
            mutants.push_back({std::move(name), what + (" " + std::move(buckets)), first_violation(mutated)});
        };
        if (row.billing_from != row.billing_to)
            add("billing", text(name_of(row.billing_from), name_of(row.billing_to)),
                [](UnitRow& changed) { changed.billing_to = changed.billing_from; });
        if (row.stock_from != Stock::none)
            add("stock", text(name_of(row.stock_from), name_of(row.stock_to)),
                [](UnitRow& changed) { changed.stock_from = changed.stock_to = Stock::none; });
    }
    return mutants;
}

std::string search_report() {
    std::string out = "search of the transition table: " + std::to_string(unit_rows().size()) +
                      " rows of units, " + std::to_string(stock_rows().size()) + " of stock\n";
    for (const auto& searched : search_table()) {
        out += "  " + searched.setup + ": " + std::to_string(searched.states) + " states, " +
               std::to_string(searched.steps) + " steps, ";
        out += searched.violation
                   ? searched.violation.invariant + " broken by " + searched.violation.path + "\n"
                   : "no violation\n";
    }
    const auto mutants = search_mutants();
    std::size_t caught = 0;
    for (const auto& mutant : mutants) caught += mutant.caught ? 1 : 0;
    out += "effects that couple two ledgers, dropped one at a time: " + std::to_string(caught) + " of " +
           std::to_string(mutants.size()) + " caught\n";
    for (const auto& mutant : mutants) {
        out += "  " + mutant.row + " without " + mutant.dropped + ": ";
        out +=
            mutant.caught ? mutant.caught.invariant + " after " + mutant.caught.path + "\n" : "NOT CAUGHT\n";
    }
    return out;
}

namespace space {

std::vector<Rule> table_rules() {
    std::vector<Rule> rules;
    for (const auto& row : unit_rows()) rules.push_back({LineKind::sale, row});
    for (std::size_t trigger = 1; trigger < trigger_count; ++trigger)
        for (std::size_t from = 0; from < pipeline_count; ++from)
            for (std::size_t to = 1; to < pipeline_count; ++to)
                if (const auto row =
                        find_unit(LineKind::transfer, static_cast<Trigger>(trigger),
                                  static_cast<Pipeline>(from), Billing::none, static_cast<Pipeline>(to)))
                    rules.push_back({LineKind::transfer, *row});
    return rules;
}

} // namespace space

} // namespace truefill::ledger

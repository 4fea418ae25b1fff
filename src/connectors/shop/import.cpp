#include "connectors/shop/import.h"

#include "base/assert.h"
#include "connectors/shop/text.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace truefill::connectors::shop {
namespace {

std::string_view name_of(Outcome outcome) {
    switch (outcome) {
    case Outcome::accepted: return "accepted";
    case Outcome::refused: return "refused";
    case Outcome::case_: return "case";
    }
    return "";
}

std::string left(std::string_view text, std::size_t width) {
    std::string cell(text);
    if (cell.size() < width) cell.append(width - cell.size(), ' ');
    return cell;
}

std::string right(std::string text, std::size_t width) {
    if (text.size() < width) text.insert(0, width - text.size(), ' ');
    return text;
}

std::string money(Amount amount) {
    std::string text;
    append_amount(text, amount);
    return text;
}

std::string sum_line(std::string_view outcome, const Sum& sum) {
    return left(outcome, 10) + left(sum.code, 34) + right(grouped(static_cast<std::int64_t>(sum.rows)), 10) +
           right(grouped(sum.units), 12) + right(money(sum.value), 16) + "\n";
}

std::string count_line(std::size_t count, std::string_view what) {
    return right(grouped(static_cast<std::int64_t>(count)), 10) + " " + std::string(what) + "\n";
}

template <class Range, class Count> std::size_t total_of(const Range& range, Count count) {
    std::size_t total = 0;
    for (const auto& element : range) total += count(element);
    return total;
}

std::string documents_report(const Import& import) {
    const auto lines = [](const ImportedOrder& order) { return order.lines.size(); };
    const auto charges = [](const ImportedOrder& order) { return order.charges.size(); };
    const auto repeats = [](const ImportedOrder& order) {
        return static_cast<std::size_t>(std::ranges::count_if(order.lines, &ImportedLine::repeats_item));
    };
    const auto withdrawals = [](const ImportedCancellation& document) { return document.withdrawals.size(); };
    const auto house_accounts = std::ranges::count_if(import.customers, &ImportedCustomer::house_account);
    std::string text = count_line(import.orders.size(), "orders");
    text += count_line(total_of(import.orders, lines), "order lines");
    text += count_line(total_of(import.orders, repeats), "of them repeat an item of their order");
    text += count_line(total_of(import.orders, charges), "charge lines");
    text += count_line(import.cancellations.size(), "cancellations");
    text += count_line(total_of(import.cancellations, withdrawals), "withdrawals from order lines");
    text += count_line(import.adjustments.size(), "stock adjustments");
    text += count_line(import.cases.size(), "cases");
    text += count_line(import.items.size(), "items");
    text += count_line(import.customers.size(), "customers");
    text += count_line(static_cast<std::size_t>(house_accounts), "of them house accounts");
    text += count_line(import.folded_codes, "item codes in lower case, read as capitals");
    return text;
}

template <class Documents, class When>
void append_refs(std::vector<std::tuple<Time, Row, DocumentRef>>& refs, DocumentKind kind,
                 const Documents& documents, When when) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
        refs.emplace_back(when(documents[i]), documents[i].row, DocumentRef{kind, i});
    }
}

} // namespace

std::vector<Sum> sums(const std::vector<RowOutcome>& outcomes) {
    std::map<std::pair<Outcome, std::string_view>, Sum> by_code;
    for (const RowOutcome& row : outcomes) {
        Sum& sum = by_code[{row.outcome, row.code}];
        sum.outcome = row.outcome;
        sum.code = row.code;
        ++sum.rows;
        sum.units += row.quantity;
        sum.value += row.amount;
    }
    std::vector<Sum> result;
    result.reserve(by_code.size());
    for (auto& [key, sum] : by_code) result.push_back(std::move(sum));
    return result;
}

std::string report(const std::vector<RowOutcome>& outcomes) {
    std::string text = left("outcome", 10) + left("code", 34) + right("rows", 10) + right("units", 12) +
                       right("value", 16) + "\n";
    Sum total;
    for (const Sum& sum : sums(outcomes)) {
        text += sum_line(name_of(sum.outcome), sum);
        total.rows += sum.rows;
        total.units += sum.units;
        total.value += sum.value;
    }
    return text + sum_line("total", total);
}

std::string report(const Import& import) { return report(import.outcomes) + "\n" + documents_report(import); }

std::string refusals(std::string_view file, const std::vector<RowOutcome>& outcomes, std::size_t most) {
    std::string text;
    std::size_t found = 0;
    for (const RowOutcome& row : outcomes) {
        if (row.outcome != Outcome::refused || ++found > most) continue;
        text += std::string(file) + ":" + std::to_string(row.line) + ": " + row.sentence + " (" + row.code +
                ")\n";
    }
    if (found > most) {
        text += "and " + grouped(static_cast<std::int64_t>(found - most)) + " more refused rows\n";
    }
    return text;
}

void settle(Import& import, Row row, Verdict verdict) {
    TF_ASSERT(row > 0 && row <= import.outcomes.size());
    TF_ASSERT(!verdict.code.empty(), "an outcome has a code");
    RowOutcome& target = import.outcomes[row - 1];
    TF_ASSERT(target.code.empty(), "a row has one outcome");
    target.outcome = verdict.outcome;
    target.code = std::move(verdict.code);
    target.sentence = std::move(verdict.sentence);
}

void finish(Import& import) {
    for (const RowOutcome& row : import.outcomes) TF_ASSERT(!row.code.empty(), "every row has an outcome");
    std::vector<std::tuple<Time, Row, DocumentRef>> refs;
    append_refs(refs, DocumentKind::order, import.orders, [](const auto& order) { return order.ordered_at; });
    append_refs(refs, DocumentKind::cancellation, import.cancellations,
                [](const auto& document) { return document.at; });
    append_refs(refs, DocumentKind::adjustment, import.adjustments,
                [](const auto& document) { return document.at; });
    append_refs(refs, DocumentKind::case_, import.cases, [](const auto& document) { return document.at; });
    std::ranges::stable_sort(refs, [](const auto& a, const auto& b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    import.in_order.clear();
    for (const auto& [at, row, ref] : refs) import.in_order.push_back(ref);
}

} // namespace truefill::connectors::shop

#include "sim/demo_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace truefill::sim {
namespace {

std::string money(Amount amount) {
    std::string text;
    append_amount(text, rounded(amount, 2));
    // Thousands apart: 1,234,567.89.
    auto point = text.find('.');
    if (point == std::string::npos) point = text.size();
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    for (auto at = static_cast<std::ptrdiff_t>(point) - 3; at > static_cast<std::ptrdiff_t>(first); at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

template <class... Args> void line(std::string& out, fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out), format, std::forward<Args>(args)...);
    out += '\n';
}

void head(std::string& out, std::string_view text) { line(out, "\n{}", text); }

void print(std::string& out, const CameIn& in) {
    head(out, "What came in");
    line(out, "  {:>9} rows: {} orders, {} withdrawals, {} stock adjustments, {} rows that a person must see",
         in.rows, in.orders, in.withdrawals, in.adjustments, in.odd_rows);
    line(out, "  {:>9} documents of the shop taken, {} refused with a reason, {} waited for another",
         in.accepted, in.refused, in.waiting);
    line(out, "  {:>9} messages in all; the post lost {}, doubled {}, delayed {}, and lost {} answers",
         in.messages, in.lost, in.doubled, in.delayed, in.answers_lost);
    line(out, "  {:>9} times a message was sent; {} repeats were known, {} facts came before their precursor",
         in.sent, in.repeats, in.put_aside);
    line(out, "  {:>9} records in the journal, {:.1f} MB", in.records,
         static_cast<double>(in.record_bytes) / 1e6);
}

void print(std::string& out, std::string_view title, const std::vector<Figure>& figures) {
    head(out, title);
    line(out, "  {:>7} {:>7} {:>9} {:>14}", "orders", "lines", "units", "net value");
    for (const auto& one : figures)
        line(out, "  {:>7} {:>7} {:>9} {:>14}  {}", one.orders, one.lines, one.units, money(one.value),
             one.what);
}

void print(std::string& out, const std::vector<CaseLine>& cases) {
    head(out, "Cases by category");
    line(out, "  {:>6} {:>8} {:>6} {:>7} {:>9}", "open", "resolved", "all", "overdue", "oldest");
    for (const auto& one : cases)
        line(out, "  {:>6} {:>8} {:>6} {:>7} {:>8}h  {} ({})", one.open, one.resolved, one.opened,
             one.overdue, one.oldest_hours, one.category, one.owner);
}

/// Words of a sentence, filled into lines of so many columns.
void wrap(std::string& out, std::string_view text, std::size_t width) {
    constexpr std::string_view indent = "    ";
    std::size_t column = 0;
    while (!text.empty()) {
        const auto space = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, space);
        text.remove_prefix(std::min(space + 1, text.size()));
        if (column == 0 || column + 1 + word.size() > width) {
            if (column > 0) out += '\n';
            out += column > 0 ? "      " : indent;
            column = indent.size();
        } else {
            out += ' ';
            ++column;
        }
        out += word;
        column += word.size();
    }
    out += '\n';
}

void print(std::string& out, const Proof& proof) {
    head(out, "The proof");
    const auto say = [&](bool holds, std::string_view what) {
        line(out, "  {}  {}", holds ? "holds" : "FAILS", what);
    };
    say(proof.chain,
        fmt::format("the chain of {} records; head {}", proof.records, proof.head.substr(0, 16)));
    say(proof.replay, fmt::format("a replay of the journal comes to the same state; digest {}",
                                  proof.replayed.substr(0, 16)));
    say(proof.ledger, fmt::format("I1 to I17 over {} orders with {} parcels", proof.orders, proof.parcels));
    say(proof.answers, "every message that was answered is in the journal, once");
    say(proof.goods, "every piece is where the book says, or an open case owns the difference");
    if (proof.unnoticed > 0)
        line(out, "         ({} left in the place of another item, and no customer has called yet)",
             proof.unnoticed == 1 ? "1 piece" : fmt::format("{} pieces", proof.unnoticed));
    for (std::size_t at = 0; at < std::min<std::size_t>(proof.wrong.size(), 20); ++at)
        line(out, "         {}", proof.wrong[at]);
}

} // namespace

std::string to_text(const DemoReport& report) {
    std::string out;
    line(out, "A distributor from {} to {}: three warehouses, two carriers, amounts in {}", report.from,
         report.to, report.currency);
    print(out, report.came_in);
    print(out, "The way of the goods", report.went_out);
    head(out, "Money, tax included");
    for (const auto& one : report.money)
        line(out, "  {:>7} {:>14}  {}", one.documents == 0 ? "" : fmt::format("{}", one.documents),
             money(one.amount), one.what);
    print(out, "What is open, and why", report.open);
    print(out, report.cases);
    head(out, "Five orders");
    for (const auto& story : report.stories) {
        line(out, "  {}", story.order);
        for (const auto& sentence : story.sentences) wrap(out, sentence, 108);
    }
    print(out, report.proof);
    return out;
}

} // namespace truefill::sim

#include "base/grouped.h"
#include "sim/demo_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace truefill::sim {
namespace {

std::string money(Amount amount) {
    std::string text;
    append_amount(text, rounded(amount, 2));
    return grouped_text(std::move(text));
}

template <class... Args> void line(std::string& out, fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out), format, std::forward<Args>(args)...);
    out += '\n';
}

void head(std::string& out, std::string_view text) { line(out, "\n{}", text); }

void print(std::string& out, const CameIn& in) {
    head(out, "What came in");
    const auto first = [&](std::uint64_t number, const std::string& text) {
        line(out, "  {:>9} {}", grouped(number), text);
    };
    const auto rows = in.rows == in.rows_in_file
                          ? std::string{"rows"}
                          : fmt::format("of {} in the file", plural(in.rows_in_file, "row"));
    first(in.rows, fmt::format("{}: {}, {}, {}, {} for a person", rows, plural(in.orders, "order"),
                               plural(in.withdrawals, "withdrawal"),
                               plural(in.adjustments, "stock adjustment"), plural(in.odd_rows, "row")));
    first(in.accepted,
          fmt::format("documents of the shop taken, {} refused with a reason, {} waited for another",
                      grouped(in.refused), grouped(in.waiting)));
    first(in.messages, fmt::format("messages in all; the post lost {}, doubled {}, delayed {}, and lost {}",
                                   grouped(in.lost), grouped(in.doubled), grouped(in.delayed),
                                   plural(in.answers_lost, "answer")));
    first(in.sent, fmt::format("times a message was sent; {} known, {} before what they follow from",
                               in.repeats == 1 ? "1 repeat was" : grouped(in.repeats) + " repeats were",
                               in.put_aside == 1 ? "1 fact came" : grouped(in.put_aside) + " facts came"));
    first(in.records,
          fmt::format("records in the journal, {:.1f} MB", static_cast<double>(in.record_bytes) / 1e6));
}

void print(std::string& out, std::string_view title, const std::vector<Figure>& figures, bool with_to_pay) {
    head(out, title);
    const auto row = [&](const std::array<std::string, 5>& cells, const std::string& what) {
        auto text = fmt::format("  {:>7} {:>7} {:>9} {:>17}", cells[0], cells[1], cells[2], cells[3]);
        if (with_to_pay) text += fmt::format(" {:>18}", cells[4]);
        line(out, "{}{}{}", text, what.empty() ? "" : "  ", what);
    };
    row({"orders", "lines", "units", "order value, net", "to pay, with tax"}, "");
    for (const auto& one : figures)
        row({grouped(one.orders), grouped(one.lines), grouped(one.units), money(one.value),
             one.to_pay == Amount{} ? "" : money(one.to_pay)},
            one.what);
}

void print(std::string& out, const std::vector<MoneyLine>& lines) {
    head(out, "Money, tax included");
    bool beside = false;
    for (const auto& one : lines) {
        if (one.part == MoneyPart::beside && !std::exchange(beside, true)) line(out, "  beside this:");
        const auto* mark = one.part == MoneyPart::sum           ? "= "
                           : one.part == MoneyPart::part_of_sum ? "  of it "
                                                                : "";
        line(out, "  {:>7} {:>14}  {}{}", one.documents == 0 ? "" : grouped(one.documents), money(one.amount),
             mark, one.what);
    }
}

void print(std::string& out, const std::vector<CaseLine>& cases) {
    head(out, "Cases by category");
    line(out, "  {:>6} {:>8} {:>6} {:>7} {:>8}", "open", "resolved", "all", "overdue", "oldest");
    for (const auto& one : cases)
        line(out, "  {:>6} {:>8} {:>6} {:>7} {:>8}  {} ({})", grouped(one.open), grouped(one.resolved),
             grouped(one.opened), grouped(one.overdue), one.open == 0 ? "" : grouped(one.oldest_hours) + " h",
             one.category, one.owner);
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
    say(proof.chain, fmt::format("the chain of {}; head {} (I16)", plural(proof.records, "record"),
                                 proof.head.substr(0, 16)));
    say(proof.replay, fmt::format("a replay of the journal comes to the same state; digest {} (I16)",
                                  proof.replayed.substr(0, 16)));
    say(proof.ledger, fmt::format("units, stock and money agree over {} with {} (I1 to I8, I12, I17)",
                                  plural(proof.orders, "order"), plural(proof.parcels, "parcel")));
    say(proof.answers, "every message that was answered is in the journal, once (I9)");
    say(proof.goods, "every piece is where the book says, or an open case owns the difference");
    if (proof.unnoticed > 0)
        line(out, "         ({} left in the place of another item, and no customer has called yet)",
             plural(static_cast<std::uint64_t>(proof.unnoticed), "piece"));
    for (std::size_t at = 0; at < std::min<std::size_t>(proof.wrong.size(), 20); ++at)
        line(out, "         {}", proof.wrong[at]);
    line(out, "  What each of I1 to I17 says, and where it is looked at: docs/ledger.md.");
}

} // namespace

std::string to_text(const DemoReport& report) {
    std::string out;
    line(out, "A distributor from {} to {}: three warehouses, two carriers, amounts in {}", report.from,
         report.to, report.currency);
    print(out, report.came_in);
    print(out, "The way of the goods", report.went_out, false);
    print(out, report.money);
    print(out, "What is open, and why", report.open, true);
    print(out, report.cases);
    head(out, report.stories.size() == 5 ? "Five orders" : plural(report.stories.size(), "order"));
    for (const auto& story : report.stories) {
        line(out, "  {}", story.order);
        for (const auto& sentence : story.sentences) wrap(out, sentence, 108);
    }
    print(out, report.proof);
    return out;
}

} // namespace truefill::sim

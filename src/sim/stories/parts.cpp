#include "sim/stories/parts.h"

#include "base/text.h"
#include "sim/stories/phrase.h"

#include <charconv>

namespace truefill::stories {
namespace {

template <class T> using Or = std::expected<T, std::string>;

std::vector<std::string_view> split(std::string_view text, char mark) {
    std::vector<std::string_view> parts;
    for (auto rest = split_once(text, mark); rest; rest = split_once(text, mark)) {
        parts.push_back(trim(rest->first));
        text = rest->second;
    }
    parts.push_back(trim(text));
    return parts;
}

std::unexpected<std::string> not_a_part(std::string_view text) {
    return std::unexpected(std::string{"`"} + std::string{text} +
                           "` is no part: write 10 BOLT, 8 of line 2, or 4 MILK of lot L1");
}

Or<Part> parse_part(std::string_view text) {
    const auto words = split_words(text);
    Words taken;
    if (!matches("<q> of line <n>[ of lot <LOT>][ status <CODE>]", words, taken) &&
        !matches("<q> <ITEM>[ of lot <LOT>][ status <CODE>]", words, taken))
        return not_a_part(text);
    return Part{taken.quantity("q"), taken.text("ITEM"), taken.number("n"), taken.text("LOT"),
                taken.text("CODE")};
}

} // namespace

Or<std::vector<Part>> parse_parts(std::string_view text) {
    std::vector<Part> parts;
    for (const auto one : split(text, ',')) {
        auto part = parse_part(one);
        if (!part) return std::unexpected(part.error());
        parts.push_back(std::move(*part));
    }
    return parts;
}

Or<std::vector<Part>> parse_parts_of(const engine::State& state, const ledger::Order& order,
                                     std::string_view text) {
    auto parts = parse_parts(text);
    if (!parts) return parts;
    for (auto& part : *parts) {
        if (part.line) continue;
        for (const auto& line : order.lines) {
            if (state.master.item(line.item).code != part.item) continue;
            if (part.line)
                return std::unexpected(order.number + " has several lines of " + part.item +
                                       ": write `of line`");
            part.line = line.number;
        }
        if (!part.line) return std::unexpected(order.number + " has no line of " + part.item);
    }
    return parts;
}

Or<std::vector<orders::PlacedLine>> parse_lines(std::string_view text, LineNumber first) {
    std::vector<orders::PlacedLine> lines;
    for (const auto one : split(text, ',')) {
        Words taken;
        if (!matches("<q> <ITEM>[ at <amount>]", split_words(one), taken) &&
            !matches("<q> <UNIT> <ITEM>[ at <amount>]", split_words(one), taken))
            return std::unexpected(std::string{"`"} + std::string{one} +
                                   "` is no line of an order: write 10 BOLT, 2 CS BOLT, or 10 BOLT at 2.40");
        orders::PlacedLine line;
        line.line = first++;
        line.item = taken.text("ITEM");
        line.unit = taken.text("UNIT");
        line.quantity = taken.quantity("q");
        if (taken.has("amount")) line.unit_price = taken.amount("amount");
        lines.push_back(std::move(line));
    }
    return lines;
}

Or<std::vector<std::pair<std::string, Quantity>>> parse_counts(std::string_view text) {
    std::vector<std::pair<std::string, Quantity>> counts;
    for (const auto one : split(text, ',')) {
        Words taken;
        if (!matches("<q> <bucket>", split_words(one), taken))
            return std::unexpected(std::string{"`"} + std::string{one} +
                                   "` is no count: write 8 shipped, 2 backordered");
        counts.emplace_back(taken.text("bucket"), taken.quantity("q"));
    }
    return counts;
}

} // namespace truefill::stories

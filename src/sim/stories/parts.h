/// Lists inside a line: what is ordered, what of a release, how many units where.
#pragma once

#include "engine/state.h"
#include "orders/commands.h"

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::stories {

/// "10 BOLT", "8 of line 2", "4 MILK of lot L1": some units of something.
struct Part {
    Quantity quantity{};
    std::string item; ///< or the line
    LineNumber line{};
    std::string lot;
    std::string status; ///< X12 945, after the rest: "8 BOLT CP"
};
std::expected<std::vector<Part>, std::string> parse_parts(std::string_view text);

/// The same with the lines found: an item stands for the line of the order that asks for it.
std::expected<std::vector<Part>, std::string>
parse_parts_of(const engine::State& state, const ledger::Order& order, std::string_view text);

/// "10 BOLT, 2 CS NUT at 2.40": lines as a customer writes them, numbered from `first`.
std::expected<std::vector<orders::PlacedLine>, std::string> parse_lines(std::string_view text,
                                                                        LineNumber first);

/// "8 shipped, 2 backordered": how many where.
std::expected<std::vector<std::pair<std::string, Quantity>>, std::string> parse_counts(std::string_view text);

} // namespace truefill::stories

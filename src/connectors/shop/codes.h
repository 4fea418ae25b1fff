/// The table that says what the odd rows of a shop's export mean. It is a file that the business reads and
/// edits (examples/online-retail/codes.csv is one), because only the business knows that DOT is postage and M
/// is a line that somebody typed by hand; the program knows only what may be done with such a row.
///
/// Columns: field, pattern, meaning, sale, credit, why. The first row that fits wins.
///
/// - field `item`: the pattern is held against the item code.
/// - field `note`: it is held against the description of a row without price and customer, where staff write
///   what they did to the stock. A note wins over an item row.
/// - field `country`: the pattern is a country name, the meaning its ISO 3166-1 code or nothing.
/// - pattern: plain text in any case; `#` is one digit; `*` at the end is any rest. An empty note is an empty
///   description.
/// - meaning: goods, charge_freight, charge_fee, charge_service, discount, manual, stock_adjustment, voucher,
///   sample.
/// - sale: what happens to such a row of an order; credit: to one of a cancellation; see the actions below.
/// - why: one sentence for the person who wonders. It must not be empty.
///
/// Actions:
///
/// - `line`: an order line with stock. For items, on sales.
/// - `charge`: a charge line, due with the first shipment. For items with a charge meaning, on sales.
/// - `withdraw`: takes units back from an earlier order line. For items, on credits.
/// - `adjust:REASON`: changes the stock book. For notes.
/// - `refuse:CODE`: none of our business. Anywhere.
/// - `case:CODE`: a person decides. Anywhere.
///
/// A pattern that an earlier one of its field hides is refused, as is any other word: a rule that cannot fire
/// is a rule that somebody believes in.
#pragma once

#include "connectors/shop/csv.h"
#include "connectors/shop/documents.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::connectors::shop {

enum class Meaning : std::uint8_t {
    goods,
    charge_freight,
    charge_fee,
    charge_service,
    discount,
    manual,
    stock_adjustment,
    voucher,
    sample,
};

enum class Verb : std::uint8_t { line, charge, withdraw, adjust, refuse, case_ };

struct Action {
    Verb verb{};
    std::string code; ///< REASON or CODE; empty for the others
};

struct Rule {
    std::string pattern;
    Meaning meaning{};
    Action sale;
    Action credit; ///< of a note: never asked
    std::string why;
};

class CodeTable {
public:
    /// The rule for an item code or for a note, or nullptr.
    [[nodiscard]] const Rule* item(std::string_view code) const;
    [[nodiscard]] const Rule* note(std::string_view description) const;

    /// Two letters, or nothing when the table does not know the country or gives it none.
    [[nodiscard]] std::string_view country_code(std::string_view name) const;

private:
    friend class CodeReader;
    struct Country {
        std::string pattern;
        std::string code;
    };

    std::vector<Rule> items_;
    std::vector<Rule> notes_;
    std::vector<Country> countries_;
};

/// Problems of the file are those of csv.h and `bad_rule`.
[[nodiscard]] std::expected<CodeTable, Problem> parse_codes(std::string bytes);

/// Whether text fits a pattern of the table.
[[nodiscard]] bool fits(std::string_view pattern, std::string_view text);

/// The kind of charge line that a meaning gives, or nothing when it is no charge.
[[nodiscard]] std::optional<ChargeKind> charge_kind(Meaning meaning);

} // namespace truefill::connectors::shop

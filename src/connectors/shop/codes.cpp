#include "connectors/shop/codes.h"

#include "base/text.h"
#include "connectors/shop/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace truefill::connectors::shop {
namespace {

constexpr auto meanings = std::to_array<std::pair<std::string_view, Meaning>>({
    {"goods", Meaning::goods},
    {"charge_freight", Meaning::charge_freight},
    {"charge_fee", Meaning::charge_fee},
    {"charge_service", Meaning::charge_service},
    {"discount", Meaning::discount},
    {"manual", Meaning::manual},
    {"stock_adjustment", Meaning::stock_adjustment},
    {"voucher", Meaning::voucher},
    {"sample", Meaning::sample},
});

/// A verb, where it may stand, and whether it carries a code.
struct VerbRow {
    std::string_view name;
    Verb verb;
    bool item_sale;
    bool item_credit;
    bool note;
    bool has_code;
};

constexpr auto verbs = std::to_array<VerbRow>({
    {"line", Verb::line, true, false, false, false},
    {"charge", Verb::charge, true, false, false, false},
    {"withdraw", Verb::withdraw, false, true, false, false},
    {"adjust", Verb::adjust, false, false, true, true},
    {"refuse", Verb::refuse, true, true, true, true},
    {"case", Verb::case_, true, true, true, true},
});

enum Column : std::size_t {
    column_field,
    column_pattern,
    column_meaning,
    column_sale,
    column_credit,
    column_why
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_code(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

bool is_prefix(std::string_view pattern) { return pattern.ends_with('*'); }

const Rule* first_fit(const std::vector<Rule>& rules, std::string_view text) {
    const auto found =
        std::ranges::find_if(rules, [&](const Rule& rule) { return fits(rule.pattern, text); });
    return found == rules.end() ? nullptr : &*found;
}

/// Whether all that fits `later` fits `earlier` too. `#` stands for a digit, so a digit or `#` of `later`
/// fits it.
bool hides(std::string_view earlier, std::string_view later) {
    if (is_prefix(later) && !is_prefix(earlier)) return false;
    std::string probe(is_prefix(later) ? later.substr(0, later.size() - 1) : later);
    std::ranges::replace(probe, '#', '0');
    const std::string_view stem = is_prefix(earlier) ? earlier.substr(0, earlier.size() - 1) : earlier;
    for (std::size_t i = 0; i < std::min(stem.size(), later.size()); ++i) {
        if (later[i] == '#' && stem[i] != '#') return false;
    }
    return fits(earlier, probe);
}

} // namespace

bool fits(std::string_view pattern, std::string_view text) {
    const bool prefix = is_prefix(pattern);
    if (prefix) pattern.remove_suffix(1);
    if (prefix ? text.size() < pattern.size() : text.size() != pattern.size()) return false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '#' ? !is_digit(text[i]) : lower(pattern[i]) != lower(text[i])) {
            return false;
        }
    }
    return true;
}

std::optional<ChargeKind> charge_kind(Meaning meaning) {
    switch (meaning) {
    case Meaning::charge_freight: return ChargeKind::freight;
    case Meaning::charge_fee: return ChargeKind::fee;
    case Meaning::charge_service:
    case Meaning::manual: return ChargeKind::service;
    default: return std::nullopt;
    }
}

const Rule* CodeTable::item(std::string_view code) const { return first_fit(items_, code); }

const Rule* CodeTable::note(std::string_view description) const {
    return first_fit(notes_, trim(description));
}

std::string_view CodeTable::country_code(std::string_view name) const {
    const auto found =
        std::ranges::find_if(countries_, [&](const Country& c) { return fits(c.pattern, name); });
    return found == countries_.end() ? std::string_view{} : std::string_view(found->code);
}

/// Reads the rows of the table into rules; the first bad one ends it.
class CodeReader {
public:
    explicit CodeReader(const Table& table) : table_(table) {}

    std::expected<CodeTable, Problem> read() {
        for (row_ = 0; row_ < table_.row_count(); ++row_) {
            if (auto done = read_row(); !done) return std::unexpected(done.error());
        }
        return std::move(codes_);
    }

private:
    using Done = std::expected<void, Problem>;

    [[nodiscard]] std::string_view field(std::size_t column) const {
        return trim(table_.field(row_, column));
    }

    [[nodiscard]] std::unexpected<Problem> fail(std::size_t column, std::string sentence) const {
        return std::unexpected(problem_at(table_.place(row_, column), "bad_rule", std::move(sentence)));
    }

    Done read_row() {
        if (field(column_why).empty()) return fail(column_why, "say in one sentence why this rule is so");
        const std::string_view pattern = field(column_pattern);
        const auto star = pattern.find('*');
        if (star != std::string_view::npos && star + 1 != pattern.size()) {
            return fail(column_pattern, "`*` stands only at the end of a pattern");
        }
        const std::string_view kind = field(column_field);
        if (kind == "item") return read_rule(codes_.items_, false);
        if (kind == "note") return read_rule(codes_.notes_, true);
        if (kind == "country") return read_country();
        return fail(column_field, "the field is `item`, `note` or `country`, not " + quoted(kind));
    }

    Done read_country() {
        const std::string code(field(column_meaning));
        const bool letters = std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!code.empty() && (code.size() != 2 || !letters)) {
            return fail(column_meaning,
                        "a country code is two capital letters or nothing, not " + quoted(code));
        }
        for (const auto& earlier : codes_.countries_) {
            if (hides(earlier.pattern, field(column_pattern))) return fail_hidden(earlier.pattern);
        }
        codes_.countries_.push_back({std::string(field(column_pattern)), code});
        return {};
    }

    Done read_rule(std::vector<Rule>& rules, bool note) {
        Rule rule;
        rule.pattern = field(column_pattern);
        rule.why = field(column_why);
        if (rule.pattern.empty() && !note)
            return fail(column_pattern, "the pattern of an item code is empty");
        for (const auto& earlier : rules) {
            if (hides(earlier.pattern, rule.pattern)) return fail_hidden(earlier.pattern);
        }
        const auto meaning =
            std::ranges::find(meanings, field(column_meaning), &std::pair<std::string_view, Meaning>::first);
        if (meaning == meanings.end()) {
            return fail(column_meaning,
                        quoted(field(column_meaning)) + " is no meaning; see the list in codes.h");
        }
        rule.meaning = meaning->second;
        if (auto done = read_action(column_sale, note, rule.sale); !done) return done;
        if (rule.sale.verb == Verb::charge && !charge_kind(rule.meaning)) {
            return fail(column_sale, quoted(meaning->first) + " is no charge: give it a charge meaning");
        }
        if (note && !field(column_credit).empty()) {
            return fail(column_credit, "a note is read on sales only: leave credit empty");
        }
        if (!note) {
            if (auto done = read_action(column_credit, note, rule.credit); !done) return done;
        }
        rules.push_back(std::move(rule));
        return {};
    }

    Done read_action(std::size_t column, bool note, Action& action) {
        const std::string_view text = field(column);
        const auto parts = split_once(text, ':');
        const std::string_view name = parts ? parts->first : text;
        const auto verb = std::ranges::find(verbs, name, &VerbRow::name);
        if (verb == verbs.end()) {
            return fail(column,
                        quoted(text) + " is no action: line, charge, withdraw, adjust:, refuse: or case:");
        }
        const bool may = note ? verb->note : column == column_sale ? verb->item_sale : verb->item_credit;
        if (!may) return fail(column, quoted(name) + " cannot stand in this column of this field");
        if (verb->has_code != (parts && is_code(parts->second))) {
            return fail(column, verb->has_code ? "write " + quoted(std::string(name) + ":some_code") +
                                                     " in small letters"
                                               : quoted(name) + " takes no code");
        }
        action = {verb->verb, parts ? std::string(parts->second) : std::string{}};
        return {};
    }

    [[nodiscard]] std::unexpected<Problem> fail_hidden(std::string_view earlier) const {
        return fail(column_pattern,
                    "the earlier pattern " + quoted(earlier) + " hides this one: move it up or remove it");
    }

    const Table& table_;
    std::size_t row_ = 0;
    CodeTable codes_;
};

std::expected<CodeTable, Problem> parse_codes(std::string bytes) {
    CsvOptions options;
    options.header = {"field", "pattern", "meaning", "sale", "credit", "why"};
    const auto table = parse_csv(std::move(bytes), options);
    if (!table) return std::unexpected(table.error());
    return CodeReader(*table).read();
}

} // namespace truefill::connectors::shop

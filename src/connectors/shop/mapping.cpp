#include "connectors/shop/mapping.h"

#include "base/text.h"
#include "connectors/shop/text.h"

#include <algorithm>
#include <utility>

namespace truefill::connectors::shop {
namespace {

struct FieldRow {
    std::string_view key;
    Field field;
    MappingKind kind; ///< the kind it belongs to; `item` and `quantity` belong to both
    bool required;
};

constexpr auto field_rows = std::to_array<FieldRow>({
    {"order_number", Field::order_number, MappingKind::orders, true},
    {"item", Field::item, MappingKind::orders, true},
    {"quantity", Field::quantity, MappingKind::orders, true},
    {"unit_price", Field::unit_price, MappingKind::orders, true},
    {"ordered_at", Field::ordered_at, MappingKind::orders, true},
    {"customer", Field::customer, MappingKind::orders, true},
    {"currency", Field::currency, MappingKind::orders, true},
    {"description", Field::description, MappingKind::orders, false},
    {"country", Field::country, MappingKind::orders, false},
    {"requested_on", Field::requested_on, MappingKind::orders, false},
    {"site", Field::site, MappingKind::stock, true},
    {"item", Field::item, MappingKind::stock, true},
    {"quantity", Field::quantity, MappingKind::stock, true},
    {"lot", Field::lot, MappingKind::stock, false},
});

constexpr std::string_view constant_word = "constant ";

std::string_view key_of(Field field) { return std::ranges::find(field_rows, field, &FieldRow::field)->key; }

/// "+01:00" or "Z".
std::optional<Duration> parse_offset(std::string_view text) {
    const auto local = parse_time("2000-01-01T00:00:00" + std::string(text));
    const auto utc = parse_time("2000-01-01T00:00:00Z");
    if (!local || !utc) return std::nullopt;
    return *utc - *local;
}

/// A `key = value` line and where its parts stand.
struct Setting {
    std::string_view key;
    std::string_view value;
    std::size_t key_offset = 0;
    std::size_t value_offset = 0;
};

class MappingReader {
public:
    explicit MappingReader(std::string_view text) : text_(text) {}

    std::expected<Mapping, Problem> read() {
        if (auto done = read_settings(); !done) return std::unexpected(done.error());
        if (auto done = take_kind(); !done) return std::unexpected(done.error());
        for (const Setting& setting : settings_) {
            if (auto done = take(setting); !done) return std::unexpected(done.error());
        }
        if (auto done = check_complete(); !done) return std::unexpected(done.error());
        return mapping_;
    }

private:
    using Done = std::expected<void, Problem>;

    [[nodiscard]] std::unexpected<Problem> fail(std::size_t offset, std::string code,
                                                std::string sentence) const {
        return std::unexpected(problem_at(place_of(text_, offset), std::move(code), std::move(sentence)));
    }
    [[nodiscard]] std::unexpected<Problem> bad_value(const Setting& setting, std::string sentence) const {
        return fail(setting.value_offset, "bad_value", std::move(sentence));
    }

    Done read_settings();
    Done read_line(std::size_t begin, std::size_t end);
    Done take_kind();
    Done take(const Setting& setting);
    Done take_delimiter(const Setting& setting);
    Done take_time_form(const Setting& setting);
    Done take_field(const Setting& setting);
    [[nodiscard]] Done check_complete() const;
    [[nodiscard]] const Setting* find(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> keys() const;

    std::string_view text_;
    std::vector<Setting> settings_;
    Mapping mapping_;
};

MappingReader::Done MappingReader::read_settings() {
    if (auto checked = check_text(text_); !checked) return checked;
    for (std::size_t begin = byte_order_mark_size(text_); begin < text_.size();) {
        const std::size_t end = std::min(text_.find('\n', begin), text_.size());
        if (auto done = read_line(begin, end); !done) return done;
        begin = end + 1;
    }
    if (settings_.empty())
        return fail(0, "empty_file", "the mapping says nothing: start with `kind = orders`");
    return {};
}

MappingReader::Done MappingReader::read_line(std::size_t begin, std::size_t end) {
    const std::string_view line = trim(text_.substr(begin, end - begin));
    if (line.empty() || line.starts_with('#')) return {};
    const auto offset = [&](std::string_view part) {
        return static_cast<std::size_t>(part.data() - text_.data());
    };
    const auto parts = split_once(line, '=');
    if (!parts) return fail(offset(line), "bad_line", "write `key = value`, or `#` before a remark");
    Setting setting{trim(parts->first), trim(parts->second), offset(line), offset(line)};
    if (setting.key.empty()) return fail(offset(line), "bad_line", "the key before `=` is missing");
    if (setting.value.empty()) return fail(offset(line), "bad_line", "the value after `=` is missing");
    setting.value_offset = offset(setting.value);
    if (find(setting.key) != nullptr) {
        return fail(setting.key_offset, "repeated_key", quoted(setting.key) + " was said before: remove one");
    }
    settings_.push_back(setting);
    return {};
}

const Setting* MappingReader::find(std::string_view key) const {
    const auto found = std::ranges::find(settings_, key, &Setting::key);
    return found == settings_.end() ? nullptr : &*found;
}

MappingReader::Done MappingReader::take_kind() {
    const Setting* kind = find("kind");
    if (kind == nullptr)
        return fail(0, "missing_key", "the mapping must say `kind = orders` or `kind = stock`");
    if (kind->value == "orders") {
        mapping_.kind = MappingKind::orders;
    } else if (kind->value == "stock") {
        mapping_.kind = MappingKind::stock;
    } else {
        return bad_value(*kind, "the kind is `orders` or `stock`, not " + quoted(kind->value));
    }
    return {};
}

MappingReader::Done MappingReader::take(const Setting& setting) {
    if (setting.key == "kind") return {};
    if (setting.key == "delimiter") return take_delimiter(setting);
    if (setting.key == "decimal") {
        if (setting.value != "." && setting.value != ",") return bad_value(setting, "decimal is `.` or `,`");
        mapping_.decimal = setting.value[0];
        return {};
    }
    const bool has_times = mapping_.kind == MappingKind::orders;
    const bool times =
        setting.key == "time_format" || setting.key == "date_format" || setting.key == "utc_offset";
    return has_times && times ? take_time_form(setting) : take_field(setting);
}

MappingReader::Done MappingReader::take_delimiter(const Setting& setting) {
    if (setting.value == "tab") {
        mapping_.delimiter = '\t';
    } else if (setting.value == "," || setting.value == ";" || setting.value == "|") {
        mapping_.delimiter = setting.value[0];
    } else {
        return bad_value(setting, "the delimiter is `,`, `;`, `|` or the word tab");
    }
    return {};
}

MappingReader::Done MappingReader::take_time_form(const Setting& setting) {
    if (setting.key == "utc_offset") {
        const auto offset = parse_offset(setting.value);
        if (!offset) return bad_value(setting, "the offset to UTC is written like +01:00, -05:00 or Z");
        if (find("time_format") == nullptr) {
            return fail(setting.key_offset, "missing_key", "utc_offset needs a time_format beside it");
        }
        mapping_.time_form.ahead_of_utc = *offset;
        return {};
    }
    if (const auto checked = check_time_pattern(setting.value); !checked)
        return bad_value(setting, checked.error());
    if (setting.key == "date_format") {
        mapping_.date_form.pattern = setting.value;
        return {};
    }
    if (find("utc_offset") == nullptr) {
        return fail(setting.key_offset, "missing_key",
                    "time_format needs a utc_offset beside it, such as +01:00");
    }
    mapping_.time_form.pattern = setting.value;
    return {};
}

MappingReader::Done MappingReader::take_field(const Setting& setting) {
    const auto row = std::ranges::find_if(field_rows, [&](const FieldRow& candidate) {
        return candidate.key == setting.key && candidate.kind == mapping_.kind;
    });
    if (row == field_rows.end()) {
        return fail(setting.key_offset, "unknown_key",
                    quoted(setting.key) + " is no key here; there are " + listed(keys()));
    }
    FieldSource source;
    std::string_view value = setting.value;
    if (value.starts_with(constant_word)) {
        source.constant = true;
        value = trim(value.substr(constant_word.size()));
    }
    const bool opens = value.starts_with('"');
    if (opens && (value.size() < 3 || !value.ends_with('"'))) {
        return bad_value(setting, "a quoted value has text between two quotes");
    }
    source.text = opens ? value.substr(1, value.size() - 2) : value;
    mapping_.fields[static_cast<std::size_t>(row->field)] = std::move(source);
    return {};
}

std::vector<std::string> MappingReader::keys() const {
    std::vector<std::string> names{"kind", "delimiter", "decimal"};
    if (mapping_.kind == MappingKind::orders) {
        names.insert(names.end(), {"time_format", "utc_offset", "date_format"});
    }
    for (const FieldRow& row : field_rows) {
        if (row.kind == mapping_.kind) names.emplace_back(row.key);
    }
    return names;
}

MappingReader::Done MappingReader::check_complete() const {
    for (const FieldRow& row : field_rows) {
        if (row.kind != mapping_.kind || !row.required || mapping_.source(row.field)) continue;
        return fail(text_.size(), "missing_key",
                    "the mapping does not say which column is " + quoted(row.key) + ": add `" +
                        std::string(row.key) + " = column name`");
    }
    return {};
}

} // namespace

std::expected<Mapping, Problem> parse_mapping(std::string_view text) { return MappingReader(text).read(); }

std::expected<MappedTable, Problem> MappedTable::open(std::string csv, const Mapping& mapping) {
    CsvOptions options;
    options.delimiter = mapping.delimiter;
    auto table = parse_csv(std::move(csv), options);
    if (!table) return std::unexpected(table.error());
    MappedTable result;
    result.table_ = std::move(*table);
    result.sources_ = mapping.fields;
    for (std::size_t i = 0; i < field_count; ++i) {
        const auto& source = mapping.fields[i];
        if (!source || source->constant) continue;
        result.columns_[i] = result.table_.find_column(source->text);
        if (result.columns_[i] != Table::npos) continue;
        return std::unexpected(problem_at({}, "missing_column",
                                          "the mapping reads " + std::string(key_of(static_cast<Field>(i))) +
                                              " from a column " + quoted(source->text) +
                                              ", but the columns are " + listed(result.table_.header())));
    }
    return result;
}

std::string_view MappedTable::field(std::size_t row, Field field) const {
    const auto index = static_cast<std::size_t>(field);
    if (!sources_[index]) return {};
    return sources_[index]->constant ? std::string_view(sources_[index]->text)
                                     : trim(table_.field(row, columns_[index]));
}

std::string MappedTable::name_of(Field field) const {
    const auto& source = sources_[static_cast<std::size_t>(field)];
    const std::string key(key_of(field));
    return source && !source->constant ? key + " (column " + quoted(source->text) + ")" : key;
}

} // namespace truefill::connectors::shop

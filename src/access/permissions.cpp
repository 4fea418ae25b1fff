#include "access/permissions.h"

#include <array>

namespace truefill::access {
namespace {

constexpr auto letters = std::to_array<std::string_view>(
    {"cs", "wh", "sl", "ic", "tr", "cr", "fi", "bu", "qu", "md", "in", "po", "ol", "au", "ad"});
static_assert(letters.size() == enumerators<Role>.size());

std::string joined(RoleSet roles, std::string_view between) {
    std::string text;
    for (const auto& role : enumerators<Role>) {
        if ((roles & bit(role.value)) == 0) continue;
        if (!text.empty()) text += between;
        text += role.name;
    }
    return text;
}

std::string padded(std::string_view text, std::size_t width) {
    std::string result{text};
    result.resize(std::max(width, result.size()), ' ');
    return result;
}

std::string say_checks(const Row& row) {
    std::string text{row.way == Way::api || row.way == Way::read ? "" : name_of(row.way)};
    const auto add = [&](bool checked, std::string_view word) {
        if (!checked) return;
        if (!text.empty()) text += ' ';
        text += word;
    };
    add(row.checks.site, "site");
    add(row.checks.customer, "customer");
    add(row.checks.value, "value");
    add(row.checks.if_named, "if-named");
    add(row.checks.other, "other");
    add(row.checks.himself, "himself");
    return text;
}

void append_row(std::string& text, const Row& row) {
    auto line = padded(row.name, 30);
    for (const auto& role : enumerators<Role>) {
        line += ' ';
        line += (row.roles & bit(role.value)) != 0 ? letters[static_cast<std::size_t>(role.value)] : " .";
    }
    if (const auto checks = say_checks(row); !checks.empty()) line += "  " + checks;
    text += line + '\n';
}

} // namespace

RoleSet set_of(const std::vector<Role>& roles) {
    RoleSet set = 0;
    for (const auto role : roles) set |= bit(role);
    return set;
}

std::string say_any(RoleSet roles) { return joined(roles, " or "); }
std::string say_all(RoleSet roles) { return joined(roles, ", "); }

std::string permissions_text() {
    std::string text;
    for (const auto& role : enumerators<Role>) {
        text += letters[static_cast<std::size_t>(role.value)];
        text += ' ';
        text += role.name;
        text += '\n';
    }
    text += "\ncommands\n";
    for (const auto& row : rows())
        if (row.way != Way::read) append_row(text, row);
    text += "\nread areas\n";
    for (const auto& row : rows())
        if (row.way == Way::read) append_row(text, row);
    return text;
}

} // namespace truefill::access

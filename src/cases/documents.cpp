#include "base/text.h"
#include "cases/verbs.h"

#include <algorithm>

namespace truefill::cases {

Hash128 key_of(const Identity& identity) {
    std::string text{identity.category};
    for (const std::uint64_t part :
         {std::uint64_t{identity.order.value}, std::uint64_t{identity.line},
          std::uint64_t{identity.item.value}, std::uint64_t{identity.site.value}}) {
        text += '\n';
        append_uint(text, part);
    }
    text += '\n';
    text += identity.destination;
    return hash128(text);
}

Hash128 cause_of(std::string_view category, SiteId site, std::string_view destination) {
    if (!site && destination.empty()) return {};
    std::string text{category};
    text += '\n';
    append_uint(text, site.value);
    text += '\n';
    text += destination;
    return hash128(text);
}

Identity identity_of(const Case& one) {
    return {one.category, one.order, one.line, one.item, one.site, one.destination};
}

std::string say(CaseId id) {
    std::string text = "CASE-";
    append_uint(text, id.value);
    return text;
}

std::string say(Status status) {
    std::string text{name_of(status)};
    std::ranges::replace(text, '_', ' ');
    return text;
}

bool needs_check(const State& state, CaseId id, Time now) {
    const auto* found = state.cases.find(id);
    return found != nullptr && found->is_open() && !found->overdue && !found->paused_at &&
           now >= found->due_at;
}

std::vector<OpenRow> open_by_category(const State& state, Time now) {
    std::vector<OpenRow> rows;
    for (const auto id : state.open) {
        const auto& one = state.cases.at(id);
        auto row = std::ranges::lower_bound(rows, one.category, {}, &OpenRow::category);
        if (row == rows.end() || row->category != one.category) {
            row = rows.insert(row, OpenRow{});
            row->category = one.category;
            row->owner = category_of(one.category).owner;
            row->oldest = one.opened_at;
        }
        ++row->count;
        row->unassigned += one.person.empty() ? 1 : 0;
        row->overdue += one.overdue ? 1 : 0;
        row->times += one.times;
        row->oldest = std::min(row->oldest, one.opened_at);
        row->oldest_age_micros = now - row->oldest;
    }
    return rows;
}

std::vector<CaseId> inbox(const State& state, std::optional<Role> role, std::string_view person) {
    std::vector<CaseId> found;
    for (const auto id : state.open) {
        const auto& one = state.cases.at(id);
        if ((role && one.owner != *role) || (!person.empty() && one.person != person)) continue;
        found.push_back(id);
    }
    std::ranges::stable_sort(found, {}, [&](CaseId id) {
        const auto& one = state.cases.at(id);
        return std::pair{one.severity, one.due_at};
    });
    return found;
}

} // namespace truefill::cases

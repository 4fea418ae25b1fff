#include "api/lists/mirror_list.h"

#include "api/lists/nested.h"
#include "api/rows.h"
#include "api/scan_export.h"
#include "api/scope.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace truefill::api {
namespace {

using engine::State;
using mirrors::Verdict;

/// Lines stand under the ids of their orders; the sites' statements, of which there are few, before the first
/// order, in one document: a row for each statement and each balance of it.
constexpr std::uint64_t statements = 1, first_order = 2;

OrderId order_at(Nested at) { return OrderId{static_cast<std::uint32_t>(at.outer - first_order + 1)}; }
std::uint64_t outer_of(OrderId id) { return id ? id.value - 1 + first_order : 0; }

/// A statement, and a balance of it; none: the statement itself.
struct Stated {
    const mirrors::SiteMirror* site{};
    const mirrors::Gap* gap{};
};

Stated stated_at(const State& state, std::uint64_t inner) {
    for (const auto& site : state.mirrors.sites) {
        if (inner == 0) return {&site, nullptr};
        if (--inner < site.gaps.size()) return {&site, &site.gaps[inner]};
        inner -= site.gaps.size();
    }
    return {};
}

std::uint64_t rows_of(const State& state, std::uint64_t outer) {
    if (outer != statements) {
        const auto* mirror = mirrors::claims_of(state.mirrors, order_at({outer}));
        return mirror ? mirror->claims.size() : 0;
    }
    std::uint64_t count = 0;
    for (const auto& site : state.mirrors.sites) count += 1 + site.gaps.size();
    return count;
}

const std::string& name_of(const State& state, mirrors::SystemId id) {
    return state.mirrors.systems[id.value - 1].name;
}

MirrorRow row_of(const State& state, const Stated& stated) {
    const auto& site = *stated.site;
    MirrorRow row;
    row.kind = stated.gap ? MirrorKind::balance : MirrorKind::statement;
    row.system = name_of(state, site.system);
    row.site = site_code(state, site.site);
    row.as_of = site.as_of;
    if (!site.statements.empty()) row.statement = site.statements.back();
    if (const auto* gap = stated.gap) {
        row.item = item_code(state, gap->item);
        if (gap->lot) row.lot = state.master.lot(gap->lot).code;
        row.state = truefill::name_of(gap->kind);
        row.stated = gap->stated;
        row.book = gap->stated - gap->difference;
        row.verdict = gap->raised ? Verdict::contradicts : Verdict::in_flight;
        row.since = gap->since;
        row.times = gap->times;
    } else {
        row.compared = site.compared;
        row.differing = static_cast<std::uint32_t>(site.gaps.size());
        row.verdict = site.gaps.empty()                                       ? Verdict::agrees
                      : std::ranges::any_of(site.gaps, &mirrors::Gap::raised) ? Verdict::contradicts
                                                                              : Verdict::in_flight;
    }
    row.differs = row.verdict != Verdict::agrees;
    return row;
}

MirrorRow row_of(const State& state, OrderId id, const mirrors::Claim& claim) {
    MirrorRow row;
    row.kind = MirrorKind::line;
    row.system = name_of(state, claim.system);
    row.order = number_of(state, id);
    row.line = claim.line;
    if (const auto* order = state.ledger.find(id))
        if (const auto* line = order->line(claim.line)) row.item = item_code(state, line->item);
    row.state = truefill::name_of(claim.state);
    row.stated = claim.quantity;
    row.verdict = claim.verdict;
    row.differs = claim.verdict != Verdict::agrees;
    row.as_of = claim.as_of;
    row.since = claim.since;
    return row;
}

MirrorRow row_of(const State& state, Nested at) {
    if (at.outer == statements) return row_of(state, stated_at(state, at.inner));
    const auto id = order_at(at);
    return row_of(state, id, mirrors::claims_of(state.mirrors, id)->claims[at.inner]);
}

template <class T> bool fits(const http::Request& request, std::string_view parameter, const T& value) {
    const auto wanted = words_of(request, parameter);
    return wanted.empty() || std::ranges::find(wanted, std::string_view{value}) != wanted.end();
}

bool fits_one(const http::Request& request, std::string_view parameter,
              const std::vector<std::string>& values) {
    const auto wanted = words_of(request, parameter);
    return wanted.empty() || std::ranges::any_of(values, [&](const auto& value) {
               return std::ranges::find(wanted, std::string_view{value}) != wanted.end();
           });
}

struct Asked {
    Reach mirrors, orders, stock;
    std::vector<MirrorKind> kinds;
};

bool is_wanted(const State& state, const http::Request& request, const Asked& asked, Nested at) {
    const auto row = row_of(state, at);
    if (!asked.kinds.empty() && std::ranges::find(asked.kinds, row.kind) == asked.kinds.end()) return false;
    if (request.parameter("differs") == "true" && !row.differs) return false;
    if (!fits(request, "system", row.system) || !fits(request, "item", row.item) ||
        !fits(request, "order", row.order) || !fits(request, "state", row.state))
        return false;
    const bool is_line = row.kind == MirrorKind::line;
    const auto place = is_line ? place_of(state, order_at(at)) : Place{{row.site}, {}, false};
    return fits_one(request, "site", place.sites) && covers(asked.mirrors, place) &&
           covers(is_line ? asked.orders : asked.stock, place);
}

} // namespace

void get_mirrors(Service& service, const http::ExchangePtr& exchange) {
    const auto& request = exchange->request();
    const auto page =
        page_of(request, {"kind", "system", "site", "item", "order", "state", "differs", "format"});
    if (!page) return respond(exchange, page.error());
    auto kinds = names_in<MirrorKind>(request, "kind");
    if (!kinds) return respond(exchange, kinds.error());
    if (const auto differs = request.parameter("differs"); differs && *differs != "true")
        return respond(exchange, bad_parameter("differs", "it is true, or left out"));
    const auto asked = std::make_shared<Asked>(
        Asked{reach_of(service, exchange, "mirrors"), reach_of(service, exchange, "orders"),
              reach_of(service, exchange, "stock"), std::move(*kinds)});
    if (asked->mirrors.refusal) return respond(exchange, *asked->mirrors.refusal);
    auto scan = scan_nested<MirrorRow>(
        *page, {[](const State& state) {
                    const auto orders = state.mirrors.orders.empty() ? 0 : state.ledger.orders().issued();
                    return orders == 0 ? statements : orders - 1 + first_order;
                },
                rows_of,
                [exchange](const State& state) {
                    std::vector<std::uint64_t> ids;
                    for (const auto number : words_of(exchange->request(), "order"))
                        ids.push_back(outer_of(state.ledger.find_number(number)));
                    return ids;
                },
                [exchange, asked](const State& state, Nested at) {
                    return is_wanted(state, exchange->request(), *asked, at);
                }});
    scan.row = [](const State& state, std::uint64_t place) { return row_of(state, Nested::of(place)); };
    list_or_export<MirrorRow>(service, exchange, std::move(scan));
}

} // namespace truefill::api

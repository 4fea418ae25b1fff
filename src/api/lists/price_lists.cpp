#include "api/lists/price_lists.h"

#include "api/lists/nested.h"
#include "api/scan_export.h"
#include "api/scope.h"

#include <algorithm>
#include <compare>
#include <memory>
#include <utility>
#include <vector>

namespace truefill::api {
namespace {

using engine::State;

template <class T> bool fits(const std::vector<std::string_view>& wanted, const T& value) {
    return wanted.empty() || std::ranges::find(wanted, std::string_view{value}) != wanted.end();
}

bool sees_customer(const Reach& reach, const std::string& code) {
    if (reach.everything || code.empty()) return true;
    return !reach.refusal && covers(reach, std::vector<std::string>{}, code);
}

ItemId item_at(Nested place) { return ItemId{static_cast<std::uint32_t>(place.outer)}; }

/// The items, or those that are asked for, with `count` rows each.
template <class Row, class Count, class Fits>
Scan<Row> scan_items(const http::ExchangePtr& exchange, const Page& page, Count count, Fits fits) {
    return scan_nested<Row>(page,
                            {[](const State& state) { return std::uint64_t{state.master.items()}; },
                             [count](const State& state, std::uint64_t id) {
                                 return std::uint64_t{count(state, ItemId{static_cast<std::uint32_t>(id)})};
                             },
                             [exchange](const State& state) {
                                 std::vector<std::uint64_t> ids;
                                 for (const auto code : words_of(exchange->request(), "item"))
                                     ids.push_back(state.master.find_item(code).value);
                                 return ids;
                             },
                             std::move(fits)});
}

/// A reference in the list's order, without a copy of its texts.
struct Named {
    std::string_view source, kind, theirs, ours;
    auto operator<=>(const Named&) const = default;
};

/// References have no ids: each piece finds the ones of its rank anew, at about 50 ns for each that there is.
class References {
public:
    References(http::ExchangePtr exchange, Reach customers)
        : exchange_{std::move(exchange)}, customers_{std::move(customers)} {}

    /// The rows from a rank on; tells how many there are in all.
    std::size_t rows(const State& state, std::size_t skip, std::size_t limit,
                     std::vector<ReferenceRow>& into) const {
        auto found = wanted(state);
        const auto end = std::min(skip + limit, found.size());
        std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(end));
        for (auto at = skip; at < end; ++at)
            into.push_back({std::string{found[at].source}, std::string{found[at].kind},
                            std::string{found[at].theirs}, std::string{found[at].ours}});
        return found.size();
    }

private:
    std::vector<Named> wanted(const State& state) const {
        const auto& request = exchange_->request();
        const auto sources = words_of(request, "source"), kinds = words_of(request, "kind"),
                   theirs = words_of(request, "theirs"), ours = words_of(request, "ours");
        std::vector<Named> found;
        // tidy: allow parameters, because a cross-reference is these four
        state.master.each_reference([&](std::string_view source, std::string_view kind, std::string_view word,
                                        std::string_view code) {
            const bool asked =
                fits(sources, source) && fits(kinds, kind) && fits(theirs, word) && fits(ours, code);
            if (asked && (kind != "customer" || sees_customer(customers_, std::string{code})))
                found.push_back({source, kind, word, code});
        });
        return found;
    }

    http::ExchangePtr exchange_;
    Reach customers_;
};

class ReferenceExport : public std::enable_shared_from_this<ReferenceExport> {
public:
    ReferenceExport(Service& service, References references)
        : service_{service}, references_{std::move(references)} {}

    void piece(Export::Tell tell) {
        service_.loop.look(
            [self = shared_from_this()](const State& state) {
                self->rows_.clear();
                self->all_ = self->references_.rows(state, self->at_, rows_per_look, self->rows_);
            },
            [self = shared_from_this(), tell = std::move(tell)](std::optional<loop::Fault> fault) {
                if (fault) return tell({}, Export::Then::broken);
                self->service_.clerks.give([self, tell] { self->write(tell); });
            });
    }

private:
    /// So many that a long list is sorted seldom.
    static constexpr std::size_t rows_per_look = 10'000;

    void write(const Export::Tell& tell) {
        std::string text;
        for (const auto& row : rows_) csv::append_row(text, row);
        at_ += rows_.size();
        tell(std::move(text), rows_.empty() || at_ >= all_ ? Export::Then::end : Export::Then::more);
    }

    Service& service_;
    References references_;
    std::vector<ReferenceRow> rows_;
    std::size_t at_ = 0, all_ = 0;
};

} // namespace

void get_prices(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {"item", "customer", "currency", "format"});
    if (!page) return respond(exchange, page.error());
    const auto reach = std::make_shared<Reach>(reach_of(service, exchange, "customers"));
    if (reach->refusal) return respond(exchange, *reach->refusal);
    const auto row = [](const State& state, Nested place) {
        const auto& entry = state.master.prices(item_at(place))[place.inner];
        return PriceRow{state.master.item(item_at(place)).code,
                        entry.customer ? state.master.customer(entry.customer).code : std::string{},
                        {entry.amount, entry.currency},
                        entry.valid_from};
    };
    auto scan = scan_items<PriceRow>(
        exchange, *page, [](const State& state, ItemId id) { return state.master.prices(id).size(); },
        [exchange, reach, row](const State& state, Nested at) {
            const auto one = row(state, at);
            const auto& request = exchange->request();
            return fits(words_of(request, "customer"), one.customer) &&
                   fits(words_of(request, "currency"), one.price.currency.text()) &&
                   sees_customer(*reach, one.customer);
        });
    scan.row = [row](const State& state, std::uint64_t place) { return row(state, Nested::of(place)); };
    list_or_export<PriceRow>(service, exchange, std::move(scan));
}

void get_units(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {"item", "unit", "format"});
    if (!page) return respond(exchange, page.error());
    auto scan = scan_items<UnitRow>(
        exchange, *page, [](const State& state, ItemId id) { return state.master.item(id).units.size(); },
        [exchange](const State& state, Nested at) {
            return fits(words_of(exchange->request(), "unit"),
                        state.master.item(item_at(at)).units[at.inner].code);
        });
    scan.row = [](const State& state, std::uint64_t place) {
        const auto at = Nested::of(place);
        const auto& item = state.master.item(item_at(at));
        const auto& unit = item.units[at.inner];
        return UnitRow{item.code, unit.code, unit.factor.numerator, unit.factor.denominator, unit.valid_from};
    };
    list_or_export<UnitRow>(service, exchange, std::move(scan));
}

void get_cross_references(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_of(exchange->request(), {"source", "kind", "theirs", "ours", "format"});
    if (!page) return respond(exchange, page.error());
    References references{exchange, reach_of(service, exchange, "customers")};
    if (wants_csv(exchange->request())) {
        const auto run = std::make_shared<ReferenceExport>(service, std::move(references));
        return Export::begin(exchange, "cross-references", csv::titles<ReferenceRow>(),
                             [run](Export::Tell tell) { run->piece(std::move(tell)); });
    }
    read(service, exchange,
         [references = std::move(references),
          page = *page](const State& state) -> std::expected<ReferenceList, Problem> {
             ReferenceList list;
             const std::size_t skip = page.after.value_or(0);
             list.total = references.rows(state, skip, page.limit, list.items);
             if (list.total > skip + page.limit) list.next_cursor = cursor_of(skip + page.limit);
             list.position = state.flow.position;
             return list;
         });
}

} // namespace truefill::api

#include "api/lists/inbox.h"

#include "api/csv.h"
#include "api/export.h"
#include "api/lists/approvals.h"
#include "api/lists/clusters.h"
#include "api/outlook.h"
#include "api/scope.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

namespace truefill::api {
namespace {

using engine::State;

constexpr auto kinds = std::to_array<std::string_view>({"case", "count", "hold", "return"});
constexpr auto sorts = std::to_array<std::string_view>({"due", "sla", "value", "newest"});
constexpr std::string_view nobody = "-";

bool fits(const std::vector<std::string_view>& wanted, std::string_view value) {
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

/// Who sees how much of each kind.
struct Reaches {
    Reach cases, counts, holds, returns;
};

Reaches reaches_of(Service& service, const http::ExchangePtr& exchange) {
    return {reach_of(service, exchange, "cases"), reach_of(service, exchange, "stock"),
            reach_of(service, exchange, "orders"), reach_of(service, exchange, "returns")};
}

WorkRow work_of_case(const State& state, CaseId id) {
    const auto& one = state.cases.cases.at(id);
    auto from = row_of(state, id, one);
    WorkRow row;
    row.kind = "case";
    row.code = std::move(from.code);
    row.category = std::move(from.category);
    row.sentence = std::move(from.sentence);
    row.action = std::move(from.action);
    row.status = from.status;
    row.severity = from.severity;
    row.owner = from.owner;
    row.assignee = std::move(from.assignee);
    row.opened_at = from.opened_at;
    row.due = from.due;
    row.overdue = from.overdue;
    row.times = from.times;
    row.value = from.value;
    row.order = std::move(from.order);
    row.item = std::move(from.item);
    row.site = std::move(from.site);
    row.incident = std::move(from.incident);
    row.line = from.line;
    row.quantity = from.quantity;
    return row;
}

/// What a request asks for, taken apart once for thousands of rows.
class Wanted {
public:
    explicit Wanted(const http::Request& request)
        : kinds_{words_of(request, "kind")},
          owners_{words_of(request, "owner")},
          persons_{words_of(request, "assignee")},
          categories_{words_of(request, "category")},
          sites_{words_of(request, "site")},
          orders_{words_of(request, "order")},
          items_{words_of(request, "item")},
          incidents_{words_of(request, "incident")},
          families_{words_of(request, "family")},
          carriers_{words_of(request, "carrier")},
          overdue_{request.parameter("overdue") == "true"} {}

    bool has(std::string_view kind) const {
        const bool only_cases = !incidents_.empty() || !families_.empty() || !carriers_.empty();
        return api::fits(kinds_, kind) && (kind == "case" || !only_cases);
    }
    bool fits(const WorkRow& row) const {
        const std::string_view person = row.assignee.empty() ? nobody : std::string_view{row.assignee};
        return (!overdue_ || row.overdue) && api::fits(owners_, name_of(row.owner)) &&
               api::fits(persons_, person) && api::fits(categories_, row.category) &&
               api::fits(sites_, row.site) && api::fits(orders_, row.order) && api::fits(items_, row.item) &&
               api::fits(incidents_, row.incident);
    }
    bool fits(const State& state, const cases::Case& one) const {
        return (families_.empty() || api::fits(families_, cluster_key(state, one, ClusterBy::family))) &&
               (carriers_.empty() || api::fits(carriers_, cluster_key(state, one, ClusterBy::carrier)));
    }

    /// A row is asked about where it is, not only about what it is.
    bool names_places() const {
        return !(sites_.empty() && orders_.empty() && items_.empty() && incidents_.empty());
    }

private:
    std::vector<std::string_view> kinds_, owners_, persons_, categories_, sites_, orders_, items_, incidents_,
        families_, carriers_;
    bool overdue_;
};

/// What a case is sorted and filtered by; the rest is filled in when its page is shown.
WorkRow outline_of(const State& state, CaseId id, bool with_places) {
    const auto& one = state.cases.cases.at(id);
    WorkRow row;
    row.kind = "case";
    row.code = coded("CASE-", id);
    row.category = one.category;
    row.status = one.status;
    row.severity = one.severity;
    row.owner = one.owner;
    row.assignee = one.person;
    row.opened_at = one.opened_at;
    row.due = one.due_at;
    row.overdue = is_overdue(state, one);
    row.value = one.value;
    if (!with_places) return row;
    row.order = number_of(state, one.order);
    row.item = item_code(state, one.item);
    row.site = site_code(state, one.site);
    row.incident = coded("INC-", one.incident);
    return row;
}

void sort_by(std::vector<WorkRow>& rows, std::string_view sort) {
    constexpr auto never = std::numeric_limits<std::int64_t>::max();
    const auto deadline = [](const WorkRow& row) {
        const bool stands = row.kind == "case" && row.status == cases::Status::waiting_approval;
        return row.due && !stands ? row.due.micros : never; // a clock that stands comes last
    };
    // Whatever is equal keeps one order from page to page.
    std::ranges::sort(
        rows, {}, [](const WorkRow& row) { return std::pair{row.code.size(), std::string_view{row.code}}; });
    std::ranges::stable_sort(rows, {}, deadline);
    if (sort == "due") std::ranges::stable_sort(rows, {}, &WorkRow::severity);
    if (sort == "value")
        std::ranges::stable_sort(rows, std::greater{},
                                 [](const WorkRow& row) { return row.value.amount.micros; });
    if (sort == "newest")
        std::ranges::stable_sort(rows, std::greater{},
                                 [](const WorkRow& row) { return row.opened_at.micros; });
}

template <class Find> void keep(std::vector<WorkRow>& rows, std::size_t from, const Reach& reach,
                                Find covered) {
    if (reach.everything) return;
    const auto first = rows.begin() + static_cast<std::ptrdiff_t>(from);
    rows.erase(std::remove_if(first, rows.end(), [&](const WorkRow& row) { return !covered(row); }),
               rows.end());
}

std::uint32_t number_in(std::string_view code) {
    std::uint32_t number = 0;
    const auto digits = code.substr(code.find('-') + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc{} && end == digits.data() + digits.size() ? number : 0;
}

const ledger::Hold* hold_of(const State& state, std::string_view code) {
    const auto& holds = state.ledger.holds();
    const auto found = std::ranges::find(holds, HoldId{number_in(code)}, &ledger::Hold::id);
    return found == holds.end() ? nullptr : &*found;
}

void fill(const State& state, WorkRow& row) {
    if (const CaseId id{number_in(row.code)}; row.kind == "case" && state.cases.cases.find(id))
        row = work_of_case(state, id);
}

/// All that is wanted, sorted, cases in outline. There are thousands at most.
std::vector<WorkRow> all_work(const State& state, const http::Request& request, const Reaches& reaches) {
    const Wanted wanted{request};
    std::vector<WorkRow> rows;
    if (wanted.has("case") && !reaches.cases.refusal)
        for (const auto id : state.cases.open) {
            const auto& one = state.cases.cases.at(id);
            if (wanted.fits(state, one) && covers(reaches.cases, state, one))
                rows.push_back(outline_of(state, id, wanted.names_places()));
        }
    auto from = rows.size();
    if (wanted.has("count") && !reaches.counts.refusal) add_counts(rows, state);
    keep(rows, from, reaches.counts, [&](const WorkRow& row) {
        return covers(reaches.counts,
                      place_of(state, state.inventory.counts.at(CountId{number_in(row.code)})));
    });
    from = rows.size();
    if (wanted.has("hold") && !reaches.holds.refusal) add_holds(rows, state);
    keep(rows, from, reaches.holds, [&](const WorkRow& row) {
        return covers(reaches.holds, place_of(state, *hold_of(state, row.code)));
    });
    from = rows.size();
    if (wanted.has("return") && !reaches.returns.refusal) add_returns(rows, state);
    keep(rows, from, reaches.returns, [&](const WorkRow& row) {
        return covers(reaches.returns, state, state.returns.returns.at(ReturnId{number_in(row.code)}));
    });
    std::erase_if(rows, [&](const WorkRow& row) { return !wanted.fits(row); });
    sort_by(rows, request.parameter("sort").value_or("due"));
    return rows;
}

std::expected<Page, Problem> page_asked(const http::Request& request) {
    auto page = page_of(request, {"kind", "owner", "assignee", "category", "site", "order", "item", "family",
                                  "carrier", "incident", "overdue", "sort", "format"});
    if (!page) return page;
    for (const auto kind : words_of(request, "kind"))
        if (std::ranges::find(kinds, kind) == kinds.end())
            return std::unexpected(bad_parameter("kind", "it is case, count, hold or return"));
    if (const auto owners = names_in<cases::Role>(request, "owner"); !owners)
        return std::unexpected(owners.error());
    if (std::ranges::find(sorts, request.parameter("sort").value_or("due")) == sorts.end())
        return std::unexpected(bad_parameter("sort", "it is due, sla, value or newest"));
    return page;
}

/// The list as a file. Which rows, and in which order, is settled by the first look.
class WorkFile : public std::enable_shared_from_this<WorkFile> {
public:
    WorkFile(Service& service, http::ExchangePtr exchange, Reaches reaches)
        : service_{service}, exchange_{std::move(exchange)}, reaches_{std::move(reaches)} {}

    void piece(Export::Tell tell) {
        service_.loop.look([self = shared_from_this()](const State& state) { self->look(state); },
                           [self = shared_from_this(), tell](std::optional<loop::Fault> fault) {
                               if (fault) return tell({}, Export::Then::broken);
                               self->service_.clerks.give([self, tell] { self->write(tell); });
                           });
    }

private:
    std::size_t end() const { return std::min(at_ + Export::rows_per_piece, rows_->size()); }
    void look(const State& state) {
        if (!rows_) rows_ = all_work(state, exchange_->request(), reaches_);
        for (auto at = at_; at < end(); ++at) fill(state, (*rows_)[at]);
    }
    void write(const Export::Tell& tell) {
        std::string text;
        for (const auto last = end(); at_ < last; ++at_) csv::append_row(text, (*rows_)[at_]);
        tell(std::move(text), at_ == rows_->size() ? Export::Then::end : Export::Then::more);
    }

    Service& service_;
    http::ExchangePtr exchange_;
    Reaches reaches_;
    std::optional<std::vector<WorkRow>> rows_;
    std::size_t at_ = 0;
};

std::optional<WorkRow> one_of(const State& state, const Reaches& reaches, const Caller& caller,
                              std::string_view code) {
    const auto number = number_in(code);
    std::optional<WorkRow> row;
    if (code.starts_with("CASE-")) {
        const auto* one = state.cases.cases.find(CaseId{number});
        if (!one || reaches.cases.refusal || !covers(reaches.cases, state, *one)) return {};
        row = work_of_case(state, CaseId{number});
        row->acts = acts_about(state, caller, *one);
        std::ranges::move(acts_of(state, CaseId{number}, &caller), std::back_inserter(row->acts));
    } else if (code.starts_with("CNT-")) {
        const auto* count = state.inventory.counts.find(CountId{number});
        if (!count || reaches.counts.refusal || !covers(reaches.counts, state, *count)) return {};
        row = work_of(state, CountId{number}, *count);
        row->acts = acts_of(state, caller, CountId{number});
    } else if (code.starts_with("HOLD-")) {
        const auto* hold = hold_of(state, code);
        if (!hold || reaches.holds.refusal || !covers(reaches.holds, state, *hold)) return {};
        row = work_of(state, *hold);
        row->acts = acts_of(state, caller, *hold);
    } else if (code.starts_with("RMA-")) {
        const auto* rma = state.returns.returns.find(ReturnId{number});
        if (!rma || reaches.returns.refusal || !covers(reaches.returns, state, *rma)) return {};
        row = work_of(state, ReturnId{number}, *rma);
        row->acts = acts_of(state, caller, ReturnId{number});
    }
    return row;
}

} // namespace

void get_inbox(Service& service, const http::ExchangePtr& exchange) {
    const auto page = page_asked(exchange->request());
    if (!page) return respond(exchange, page.error());
    auto reaches = reaches_of(service, exchange);
    if (wants_csv(exchange->request())) {
        const auto file = std::make_shared<WorkFile>(service, exchange, std::move(reaches));
        return Export::begin(exchange, "inbox", csv::titles<WorkRow>(),
                             [file](Export::Tell tell) { file->piece(std::move(tell)); });
    }
    const auto as_list = [page = *page, exchange,
                          reaches](const State& state) -> std::expected<WorkList, Problem> {
        WorkList list;
        const std::size_t skip = page.after.value_or(0);
        auto rows = all_work(state, exchange->request(), reaches);
        list.total = rows.size();
        if (list.total > skip + page.limit) list.next_cursor = cursor_of(skip + page.limit);
        for (auto at = skip; at < std::min(skip + page.limit, rows.size()); ++at) {
            fill(state, rows[at]);
            list.items.push_back(std::move(rows[at]));
        }
        list.position = state.flow.position;
        return list;
    };
    read(service, exchange, as_list);
}

void get_work(Service& service, const http::ExchangePtr& exchange) {
    const auto caller = service.door.caller(exchange->request());
    if (!caller) return respond(exchange, make_problem(401, "not_signed_in", "Who are you?"));
    read(service, exchange,
         [code = std::string{exchange->request().part("code")}, caller = *caller,
          bills = reach_of(service, exchange, "invoices"),
          reaches = reaches_of(service, exchange)](const State& state) -> std::expected<WorkRow, Problem> {
             auto row = one_of(state, reaches, caller, code);
             if (!row) return std::unexpected(not_found("Nothing waits for anybody as " + code));
             if (const auto* order = state.ledger.find(state.ledger.find_number(row->order)))
                 row->order_why = outlook_of(state, *order, covers(bills, place_of(state, *order))).why;
             row->position = state.flow.position;
             return std::move(*row);
         });
}

} // namespace truefill::api

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
    /// Makes strings only of what is asked for.
    bool fits(const State& state, const cases::Case& one) const {
        const std::string_view person = one.person.empty() ? nobody : std::string_view{one.person};
        return (!overdue_ || is_overdue(state, one)) && api::fits(owners_, name_of(one.owner)) &&
               api::fits(persons_, person) && api::fits(categories_, one.category) &&
               (sites_.empty() || api::fits(sites_, site_code(state, one.site))) &&
               (orders_.empty() || api::fits(orders_, number_of(state, one.order))) &&
               (items_.empty() || api::fits(items_, item_code(state, one.item))) &&
               (incidents_.empty() || api::fits(incidents_, coded("INC-", one.incident))) &&
               (families_.empty() || api::fits(families_, cluster_key(state, one, ClusterBy::family))) &&
               (carriers_.empty() || api::fits(carriers_, cluster_key(state, one, ClusterBy::carrier)));
    }

private:
    std::vector<std::string_view> kinds_, owners_, persons_, categories_, sites_, orders_, items_, incidents_,
        families_, carriers_;
    bool overdue_;
};

/// In the order of their codes.
enum class Kind : std::uint8_t { of_case, of_count, of_hold, of_return };

/// Where one stands in the list, by its members in their order: there may be hundreds of thousands.
struct Outline {
    std::int64_t first{};    ///< what the list is sorted by, unless that is the deadline
    std::int64_t deadline{}; ///< a clock that stands comes last
    // Whatever is equal keeps one order from page to page: that of the codes, short ones first.
    std::size_t length{};
    Kind kind{};
    std::uint32_t number{};
    std::size_t place{}; ///< among the others, of what is no case

    auto operator<=>(const Outline&) const = default;
};

constexpr auto never = std::numeric_limits<std::int64_t>::max();

/// What a row is sorted by.
struct Weight {
    std::uint32_t severity{};
    Money value;
    Time opened;
};

std::int64_t first_of(std::string_view sort, const Weight& weight) {
    if (sort == "due") return weight.severity;
    if (sort == "value") return ~weight.value.amount.micros; // the most first
    return sort == "newest" ? ~weight.opened.micros : 0;
}

std::size_t length_of(std::string_view prefix, std::uint32_t number) {
    auto length = prefix.size() + 1;
    for (; number >= 10; number /= 10) ++length;
    return length;
}

Outline outline_of(CaseId id, const cases::Case& one, std::string_view sort) {
    const bool runs = one.due_at && one.status != cases::Status::waiting_approval;
    return {first_of(sort, {one.severity, one.value, one.opened_at}),
            runs ? one.due_at.micros : never,
            length_of("CASE-", id.value),
            Kind::of_case,
            id.value,
            0};
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

Outline outline_of(const WorkRow& row, std::size_t place, std::string_view sort) {
    const auto kind = row.kind == "count"  ? Kind::of_count
                      : row.kind == "hold" ? Kind::of_hold
                                           : Kind::of_return;
    return {first_of(sort, {row.severity, row.value, row.opened_at}),
            row.due ? row.due.micros : never,
            row.code.size(),
            kind,
            number_in(row.code),
            place};
}

/// All that is wanted, in outline.
struct Work {
    std::vector<Outline> all;
    std::vector<WorkRow> others; ///< what is no case: thousands at most

    /// The first so many are in their order then.
    void sort(std::size_t count) {
        const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(count, all.size()));
        std::ranges::partial_sort(all, end);
    }
    /// Appends a row as it is shown; a case that is gone meanwhile is none.
    void fill(const State& state, std::size_t at, std::vector<WorkRow>& rows) const {
        const auto& one = all[at];
        if (one.kind != Kind::of_case) return rows.push_back(others[one.place]);
        if (const CaseId id{one.number}; state.cases.cases.find(id)) rows.push_back(work_of_case(state, id));
    }
};

std::vector<WorkRow> approvals(const State& state, const Wanted& wanted, const Reaches& reaches) {
    std::vector<WorkRow> rows;
    const auto shown_in = [&state](const Reach& reach) {
        return [&state, &reach](const auto& one) { return covers(reach, state, one); };
    };
    if (wanted.has("count") && !reaches.counts.refusal) add_counts(rows, state, shown_in(reaches.counts));
    if (wanted.has("hold") && !reaches.holds.refusal) add_holds(rows, state, shown_in(reaches.holds));
    if (wanted.has("return") && !reaches.returns.refusal) add_returns(rows, state, shown_in(reaches.returns));
    std::erase_if(rows, [&](const WorkRow& row) { return !wanted.fits(row); });
    return rows;
}

Work all_work(const State& state, const http::Request& request, const Reaches& reaches) {
    const Wanted wanted{request};
    const auto sort = request.parameter("sort").value_or("due");
    Work work;
    if (wanted.has("case") && !reaches.cases.refusal)
        for (const auto id : state.cases.open) {
            const auto& one = state.cases.cases.at(id);
            if (wanted.fits(state, one) && covers(reaches.cases, state, one))
                work.all.push_back(outline_of(id, one, sort));
        }
    work.others = approvals(state, wanted, reaches);
    for (std::size_t place = 0; place < work.others.size(); ++place)
        work.all.push_back(outline_of(work.others[place], place, sort));
    return work;
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
    void look(const State& state) {
        if (!work_) {
            work_ = all_work(state, exchange_->request(), reaches_);
            work_->sort(work_->all.size());
        }
        rows_.clear();
        const auto end = std::min(at_ + Export::rows_per_piece, work_->all.size());
        for (; at_ < end; ++at_) work_->fill(state, at_, rows_);
    }
    void write(const Export::Tell& tell) const {
        std::string text;
        for (const auto& row : rows_) csv::append_row(text, row);
        tell(std::move(text), at_ == work_->all.size() ? Export::Then::end : Export::Then::more);
    }

    Service& service_;
    http::ExchangePtr exchange_;
    Reaches reaches_;
    std::optional<Work> work_;
    std::vector<WorkRow> rows_; ///< of the piece
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
        auto work = all_work(state, exchange->request(), reaches);
        list.total = work.all.size();
        work.sort(skip + page.limit);
        if (list.total > skip + page.limit) list.next_cursor = cursor_of(skip + page.limit);
        for (auto at = skip; at < std::min(skip + page.limit, work.all.size()); ++at)
            work.fill(state, at, list.items);
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

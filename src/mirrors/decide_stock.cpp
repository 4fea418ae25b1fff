#include "mirrors/questions.h"
#include "mirrors/verbs.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace truefill::mirrors {
namespace {

using journal::refuse;
using ledger::Stock;

constexpr Duration fresh_within = minutes(30);

/// How long messages of a site may take until they are here.
Duration patience_of(const Facts& facts, SiteId site) {
    return facts.master.site(site).mode == masterdata::ReleaseMode::wave ? hours(26) : hours(4);
}

/// What a statement says of one balance, all its lines added up.
struct Stated {
    ItemId item;
    LotId lot;
    Quantity on_hand{};
    std::optional<Quantity> held;
};

/// What the book has of one balance.
struct StockBook {
    Quantity on_hand{}, held{};
    Quantity quarantine{}; ///< a system may list it, on hand and on hold, or not
    Quantity may_have_left{}, may_have_come{};
};

StockBook book_of(const Facts& facts, SiteId site, const Stated& stated) {
    const bool all_lots = !stated.lot;
    const auto& row = facts.ledger.stock(stated.item, site, stated.lot);
    const auto units = [&](Stock bucket) {
        return all_lots ? facts.ledger.stock(stated.item, site, bucket) : row[bucket];
    };
    StockBook book;
    book.held = units(Stock::held);
    book.may_have_left = units(Stock::allocated) + units(Stock::staged);
    book.on_hand = units(Stock::available) + book.held + book.may_have_left;
    book.quarantine = units(Stock::return_quarantine);
    // Goods that come in may do so under any lot.
    book.may_have_come = facts.ledger.stock(stated.item, site, Stock::inbound) +
                         facts.ledger.stock(stated.item, site, Stock::inbound_alloc);
    return book;
}

class Comparing {
public:
    Comparing(const Facts& facts, const SiteMirror* mirror, StockCompared& event)
        : facts_{facts}, mirror_{mirror}, event_{event} {}

    void run(const ReportStock& command, const Envelope& envelope) {
        now_ = envelope.record_time;
        fresh_ = now_ - event_.as_of <= fresh_within;
        collect(command, envelope);
        if (command.full) add_unlisted();
        event_.compared = static_cast<std::uint32_t>(stated_.size());
        for (const auto& stated : stated_) compare(stated);
        std::ranges::sort(event_.closed, {}, [](const Gap& gap) { return order_of(gap); });
    }

private:
    void collect(const ReportStock& command, const Envelope& envelope) {
        stated_.reserve(command.lines.size());
        for (const auto& line : command.lines) {
            const auto item = facts_.master.find_item(line.item, envelope.source);
            const bool has_lots = item && facts_.master.item(item).lot_controlled && !line.lot.empty();
            const auto lot = has_lots ? facts_.master.find_lot(item, line.lot) : LotId{};
            if (!item || (has_lots && !lot)) {
                say_unknown(line, item);
                continue;
            }
            stated_.push_back({item, lot, line.on_hand, line.held});
        }
        add_up();
    }

    void say_unknown(const StatedBalance& line, ItemId item) {
        if (event_.deviations.size() >= raised_per_statement) return;
        const auto site = say_site(facts_, event_.site);
        if (!item)
            say("unmapped",
                fmt::format("{} lists {} x '{}' at {}, an item that nobody knows", event_.system,
                            line.on_hand, line.item, site),
                item, line.on_hand);
        else
            say("lot_unknown",
                fmt::format("{} lists {} x {} lot '{}' at {}, a lot that nobody knows", event_.system,
                            line.on_hand, line.item, line.lot, site),
                item, line.on_hand);
    }

    static auto key_of(const Stated& stated) { return std::tuple{stated.item, stated.lot}; }

    void add_up() {
        std::ranges::stable_sort(stated_, {}, key_of);
        std::size_t kept = 0;
        for (const auto& one : stated_) {
            if (kept == 0 || key_of(stated_[kept - 1]) != key_of(one)) {
                stated_[kept++] = one;
                continue;
            }
            auto& sum = stated_[kept - 1];
            sum.on_hand += one.on_hand;
            if (one.held) sum.held = sum.held.value_or(0) + *one.held;
        }
        stated_.resize(kept);
    }

    bool is_listed(ItemId item, LotId lot) const {
        return std::ranges::binary_search(stated_, std::tuple{item, lot}, {}, key_of);
    }

    /// What a full statement does not list is not there. A lot is listed when its item is listed without
    /// lots.
    void add_unlisted() {
        std::vector<Stated> unlisted;
        const auto add = [&](ItemId item, LotId lot) {
            if (!is_listed(item, lot) && !is_listed(item, LotId{})) unlisted.push_back({item, lot, 0, 0});
        };
        for (const auto& row : facts_.ledger.stock())
            if (row.site == event_.site && stands(row)) add(row.item, row.lot);
        if (mirror_)
            for (const auto& gap : mirror_->gaps) {
                // The lots of an item that was listed without them speak for themselves now.
                const bool by_lot = !gap.lot && facts_.master.item(gap.item).lot_controlled;
                if (!by_lot) add(gap.item, gap.lot);
                else if (!is_listed(gap.item, LotId{})) event_.closed.push_back(gap);
            }
        stated_.insert(stated_.end(), unlisted.begin(), unlisted.end());
        std::ranges::sort(stated_, {}, key_of);
        const auto twice = std::ranges::unique(stated_, {}, key_of);
        stated_.erase(twice.begin(), twice.end());
    }

    static bool stands(const ledger::StockBalance& row) {
        return row[Stock::available] + row[Stock::held] + row[Stock::allocated] + row[Stock::staged] > 0;
    }

    void compare(const Stated& stated) {
        const auto book = book_of(facts_, event_.site, stated);
        Gap gap;
        gap.item = stated.item;
        gap.lot = stated.lot;
        gap.stated = stated.on_hand;
        const auto nearest = std::clamp(stated.on_hand, book.on_hand, book.on_hand + book.quarantine);
        gap.difference = stated.on_hand - nearest;
        settle(gap, book);
        if (!stated.held) return;
        gap.kind = GapKind::on_hold;
        gap.stated = *stated.held;
        gap.difference = std::max<Quantity>(*stated.held - book.held - book.quarantine, 0);
        // What is not even there is one gap, not two.
        if (*stated.held > stated.on_hand) gap.difference = 0;
        settle(gap, book);
    }

    const Gap* gap_before(const Gap& gap) const {
        if (!mirror_) return nullptr;
        const auto at = std::ranges::lower_bound(mirror_->gaps, order_of(gap), {},
                                                 [](const Gap& other) { return order_of(other); });
        return at != mirror_->gaps.end() && order_of(*at) == order_of(gap) ? &*at : nullptr;
    }

    void settle(Gap gap, const StockBook& book) {
        const auto* before = gap_before(gap);
        if (gap.difference == 0) {
            if (before) event_.closed.push_back(gap);
            return;
        }
        gap.times = 1;
        gap.since = event_.as_of;
        if (before && (before->difference < 0) == (gap.difference < 0)) {
            gap.times = before->times + 1;
            gap.since = before->since;
            gap.raised = before->raised;
        }
        if (!gap.raised && raised_ < raised_per_statement && is_to_raise(gap, book)) raise(gap, book);
        event_.gaps.push_back(gap);
    }

    bool is_to_raise(const Gap& gap, const StockBook& book) {
        GapQuestion question;
        question.book = gap.kind == GapKind::on_hold ? book.held : book.on_hand;
        question.difference = gap.difference;
        question.may_have_left = book.may_have_left;
        question.may_have_come = gap.kind == GapKind::on_hold ? 0 : book.may_have_come;
        question.times = gap.times;
        question.waited_micros = (event_.as_of - gap.since).micros;
        question.patience_micros = patience_of(facts_, event_.site).micros;
        // A hold of the site may be on its way to us: that it is there twice is what counts.
        question.fresh = fresh_ && gap.kind == GapKind::on_hand;
        auto answered = answer(question);
        event_.rule = std::move(answered.rule);
        event_.rule_version = answered.version;
        return answered.raise;
    }

    void raise(Gap& gap, const StockBook& book) {
        gap.raised = true;
        ++raised_;
        const auto item = say_item(facts_, gap.item, gap.lot);
        const auto site = say_site(facts_, event_.site);
        const auto size = gap.difference < 0 ? -gap.difference : gap.difference;
        if (gap.kind == GapKind::on_hold) {
            say("stock_mismatch",
                fmt::format("{} has {} x {} on hold at {}, the book {}: hold them here too, or have them set "
                            "free there",
                            event_.system, gap.stated, item, site, book.held),
                gap.item, size);
            return;
        }
        say("stock_mismatch",
            fmt::format("{} has {} x {} at {}, the book {} ({:+}), in {} of its statements in a row",
                        event_.system, gap.stated, item, site, book.on_hand, gap.difference, gap.times),
            gap.item, size);
        event_.counts.push_back({event_.site, gap.item, gap.lot});
    }

    // tidy: allow parameters, because they are what a deviation says
    void say(std::string_view category, std::string sentence, ItemId item, Quantity quantity) {
        ledger::Deviation deviation;
        deviation.category = category;
        deviation.sentence = std::move(sentence);
        deviation.site = event_.site;
        deviation.item = item;
        deviation.quantity = quantity;
        if (item) deviation.value = worth(facts_, item, quantity, date_of(now_));
        event_.deviations.push_back(std::move(deviation));
    }

    const Facts& facts_;
    const SiteMirror* mirror_;
    StockCompared& event_;
    Time now_;
    bool fresh_ = false;
    std::size_t raised_ = 0;
    std::vector<Stated> stated_; ///< sorted by item and lot
};

bool is_quantity(Quantity quantity) { return quantity >= 0 && quantity <= ledger::quantity_max; }

} // namespace

Decision decide_one(const Facts& facts, const State& state, const ReportStock& command,
                    const Envelope& envelope) {
    auto system = speaker(state, command.system, envelope);
    if (!system) return std::unexpected(std::move(system.error()));
    const auto site = facts.master.find_site(command.site, envelope.source);
    if (!site)
        return journal::refuse_with_case("unmapped", "site_unmapped",
                                         "site '" + command.site + "' is not in the master data");
    const auto name = "statement " + command.statement + " of " + *system;
    if (command.statement.empty() || command.statement.size() > 64)
        return refuse("statement_missing", "a statement has a number of 1 to 64 characters");
    if (command.lines.empty() && !command.full) return refuse("no_lines", name + " lists nothing");
    if (command.lines.size() > lines_per_statement)
        return refuse("too_many_lines", name + " has more than 20,000 lines; split it");
    for (const auto& line : command.lines)
        if (!is_quantity(line.on_hand) || !is_quantity(line.held.value_or(0)))
            return refuse("quantity_invalid", name + " lists no number of " + line.item + " that can be");
    StockCompared event;
    event.site = site;
    event.statement = command.statement;
    event.as_of = as_of(command.as_of, envelope);
    if (event.as_of > envelope.record_time + fresh_within)
        return refuse("time_invalid", name + " is about a time that has not come");
    const auto* mirror = find_site(state, find_system(state, *system), site);
    if (mirror && std::ranges::find(mirror->statements, command.statement) != mirror->statements.end())
        return refuse("already_reported", name + " was compared before");
    if (mirror && event.as_of < mirror->as_of)
        return refuse("already_overtaken", name + " is older than one that was compared before");
    event.system = std::move(*system);
    Comparing{facts, mirror, event}.run(command, envelope);
    return std::vector<Event>{std::move(event)};
}

} // namespace truefill::mirrors

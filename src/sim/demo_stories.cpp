#include "base/grouped.h"
#include "sim/demo_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace truefill::sim {
namespace {

constexpr std::size_t sentences_max = 11;
constexpr std::size_t lines_max = 12; ///< an order with more is hard to tell

/// Which events are worth a sentence, how much they say about an order, and how often they are told.
struct Notable {
    std::string_view event;
    int weight; ///< 0: part of every order's life
    std::size_t told_max;
    bool closes = false; ///< the last of them ends something
};
constexpr Notable notables[] = {
    {"orders.order_accepted", 0, 1},
    {"inventory.order_reserved", 0, 3},
    {"orders.lines_cancelled", 3, 2},
    {"orders.line_withdrawn", 3, 2},
    {"orders.cancel_settled", 4, 2},
    {"orders.hold_placed", 3, 1},
    {"orders.hold_lifted", 3, 1},
    {"inventory.promise_settled", 3, 2},
    {"inventory.reservation_returned", 4, 1},
    {"warehouse.release_rejected", 4, 1},
    {"warehouse.recall_requested", 3, 1},
    {"warehouse.recall_answered", 4, 1},
    {"warehouse.damage_reported", 4, 1},
    {"warehouse.pick_put_back", 4, 1},
    {"shipping.tender_failed", 3, 1},
    {"shipping.goods_issued", 0, 3},
    {"shipping.delivered", 0, 3, true},
    {"shipping.loss_reported", 5, 1},
    {"billing.invoice_posted", 0, 2},
    {"billing.invoice_mismatched", 4, 1},
    {"billing.credit_posted", 3, 2, true},
    {"billing.payment_received", 0, 2, true},
    {"returns.return_received", 4, 2},
    {"returns.return_inspected", 3, 1, true},
    {"cases.case_opened", 2, 3},
    {"cases.case_resolved", 2, 3, true},
    {"engine.job_given_up", 3, 1},
};

const Notable* find_notable(std::string_view event) {
    const auto found = std::ranges::find(notables, event, &Notable::event);
    return found == std::end(notables) ? nullptr : &*found;
}

OrderId order_of(json::Value body) {
    for (const auto id : {body.find("entry").find("order").as_int(), body.find("order").as_int()})
        if (id && *id > 0) return OrderId{static_cast<std::uint32_t>(*id)};
    return {};
}

/// Calls f(record time, event name, body) for each event of the journal that names an order.
template <class F> void each_event(World& world, F&& f) {
    auto& journal = *world.disk().open();
    json::Document document;
    journal::Batch batch;
    for (Position from = 1; from <= journal.end(); from += batch.size()) {
        batch.clear();
        if (!journal.read(from, 4 << 20, batch) || batch.size() == 0) return;
        for (std::size_t at = 0; at < batch.size(); ++at) {
            const auto record = document.parse(batch.record(at));
            if (!record) return;
            const auto time =
                parse_time(record->find("envelope").find("record_time").as_string().value_or(""));
            for (const auto step : record->find("steps").elements())
                for (const auto event : step.find("events").elements())
                    f(time.value_or(Time{}), event.find("event").as_string().value_or(""),
                      event.find("body"));
        }
    }
}

/// What happened to an order, as a set of notable things: "warehouse.recall_answered", "cases.short_pick".
using Happenings = std::map<OrderId, std::map<std::string, int>>;

Happenings read_happenings(World& world) {
    Happenings all;
    each_event(world, [&](Time, std::string_view name, json::Value body) {
        const auto* notable = find_notable(name);
        const auto order = order_of(body);
        if (!order || !notable || notable->weight == 0) return;
        std::string what{name};
        if (name == "cases.case_opened")
            what = "cases." + std::string{body.find("category").as_string().value_or("")};
        all[order].emplace(std::move(what), notable->weight);
    });
    return all;
}

/// The orders that together show most of what can happen: each next one adds the most that is new, and when
/// nothing is new any more, has the most of what happened to others.
std::vector<OrderId> choose(const engine::State& state, const Happenings& all, std::size_t count) {
    std::vector<OrderId> chosen;
    std::set<std::string> shown;
    while (chosen.size() < count) {
        OrderId best;
        int best_score = 0;
        for (const auto& [id, happenings] : all) {
            const auto* order = state.ledger.find(id);
            if (!order || order->lines.size() > lines_max || order->kind != ledger::LineKind::sale) continue;
            int score = 0;
            for (const auto& [what, weight] : happenings)
                score += shown.contains(what) ? weight : weight * 100;
            if (score <= best_score || std::ranges::find(chosen, id) != chosen.end()) continue;
            best = id;
            best_score = score;
        }
        if (!best) break;
        for (const auto& [what, weight] : all.at(best)) shown.insert(what);
        chosen.push_back(best);
    }
    return chosen;
}

std::string day_of(Time time) {
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto date = civil(date_of(time));
    return fmt::format("{} {}", date.day, months[date.month - 1]);
}

/// "Now: 12 delivered, 3 backordered."
std::string now_of(const engine::State& state, OrderId id) {
    const auto& order = state.ledger.order(id);
    std::map<ledger::Pipeline, Quantity> units;
    order.each_parcel([&](const ledger::Line&, std::uint32_t, const ledger::Parcel& parcel) {
        units[parcel.pipeline] += parcel.quantity;
    });
    std::string text;
    for (const auto& [bucket, quantity] : units)
        text +=
            fmt::format("{}{} {}", text.empty() ? "" : ", ", grouped(quantity), truefill::name_of(bucket));
    Amount open;
    bool posted = false;
    billing::each_invoice(state.billing, id, [&](InvoiceId, const billing::Invoice& one) {
        posted = posted || one.is_posted();
        open += one.open();
    });
    if (posted) {
        std::string amount;
        append_amount(amount, open);
        text += open > Amount{} ? fmt::format("; {} {} still to be paid", grouped_text(std::move(amount)),
                                              order.currency.text())
                                : "; all that was billed is paid";
    }
    return fmt::format("Today: {}.", text);
}

/// A sentence that may be told.
struct Line {
    std::string text;
    const Notable* notable{};
    std::int64_t opens{}, resolves{}; ///< the case that it opens or resolves
};

/// Of each kind of event the first ones and the last one: what it came to belongs to the story.
void thin(std::vector<Line>& story) {
    std::map<std::string_view, std::size_t> all, seen;
    for (const auto& one : story) ++all[one.notable->event];
    std::erase_if(story, [&](const Line& one) {
        const auto number = ++seen[one.notable->event];
        return number >= one.notable->told_max && number != all[one.notable->event];
    });
}

/// That a case is resolved says something only after its opening.
void drop_unopened(std::vector<Line>& story) {
    std::set<std::int64_t> opened{0};
    for (const auto& one : story) opened.insert(one.opens);
    std::erase_if(story, [&](const Line& one) { return !opened.contains(one.resolves); });
}

/// The least telling sentences go first, of these the earlier ones; the first and the last one stay, and so
/// do the last of those that close something.
void shorten(std::vector<Line>& story) {
    std::map<std::string_view, std::size_t> last;
    for (std::size_t at = 0; at < story.size(); ++at) last[story[at].notable->event] = at;
    std::vector<int> weights;
    for (std::size_t at = 0; at < story.size(); ++at) {
        const auto& notable = *story[at].notable;
        const bool stays = at == 0 || at + 1 == story.size();
        weights.push_back(stays ? 100 : notable.closes && last[notable.event] == at ? 4 : notable.weight);
    }
    while (story.size() > sentences_max) {
        const auto least = std::ranges::min_element(weights) - weights.begin();
        story.erase(story.begin() + least);
        weights.erase(weights.begin() + least);
    }
}

} // namespace

std::vector<OrderStory> tell_stories(World& world, std::size_t count) {
    const auto& state = world.node().engine().state();
    const auto chosen = choose(state, read_happenings(world), count);
    std::map<OrderId, std::vector<Line>> told;
    for (const auto id : chosen) told[id];
    each_event(world, [&](Time at, std::string_view name, json::Value body) {
        const auto* notable = find_notable(name);
        const auto found = told.find(order_of(body));
        if (!notable || found == told.end()) return;
        const auto event = engine::decode_event(name, body);
        if (!event) return;
        auto sentence = fmt::format("{}: {}", day_of(at), engine::tell(state, *event));
        auto& story = found->second;
        if (!story.empty() && story.back().text == sentence) return;
        const auto case_id = body.find("case_id").as_int().value_or(0);
        story.push_back({std::move(sentence), notable, name == "cases.case_opened" ? case_id : 0,
                         name == "cases.case_resolved" ? case_id : 0});
    });
    std::vector<OrderStory> stories;
    for (const auto id : chosen) {
        auto& lines = told[id];
        thin(lines);
        drop_unopened(lines);
        shorten(lines);
        drop_unopened(lines);
        OrderStory story{state.ledger.order(id).number, {}};
        for (auto& one : lines) story.sentences.push_back(std::move(one.text));
        story.sentences.push_back(now_of(state, id));
        stories.push_back(std::move(story));
    }
    return stories;
}

} // namespace truefill::sim

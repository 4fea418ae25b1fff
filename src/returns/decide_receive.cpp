#include "returns/questions.h"
#include "returns/verbs.h"

#include <algorithm>

namespace truefill::returns {
namespace {

/// More in one message is a slip of a finger; it keeps every sum of the ledger inside 64 bits.
constexpr Quantity quantity_max = 1'000'000'000;

/// What a receipt turned out to be.
struct Arrival {
    const ledger::Order* order{}; ///< none: blind
    const ledger::Line* line{};
    ReturnId rma; ///< the authorisation that was named
    ItemId item;
    SiteId site;
    LotId lot;
    bool refused{};      ///< the customer did not take it in
    bool from_carrier{}; ///< the carrier had lost it
    std::vector<masterdata::Lot> lots;
    std::string why_blind;
};

using Maybe = std::expected<void, journal::Refusal>;

/// The line that a receipt names by number or by item; a line of which the customer has units goes first.
const ledger::Line* find_line(const ledger::Order& order, const ReceiveReturn& command, ItemId item) {
    if (command.line != 0) return order.line(command.line);
    const ledger::Line* found = nullptr;
    for (const auto& line : order.lines) {
        if (line.item != item) continue;
        if (with_customer(order, line) > 0) return &line;
        if (found == nullptr) found = &line;
    }
    return found;
}

Maybe find_order(const Facts& facts, const State& state, const ReceiveReturn& command, Arrival& arrival) {
    OrderId id;
    auto named = command;
    if (command.rma) {
        const auto* document = state.returns.find(command.rma);
        if (document == nullptr || document->is_blind())
            return journal::refuse_with_case("contradiction", "rma_unknown",
                                             say(command.quantity) + " came back for " + say(command.rma) +
                                                 ", which is no authorisation of ours");
        id = document->order;
        named.line = document->line;
        arrival.rma = command.rma;
    } else if (!command.order.empty()) {
        id = facts.ledger.find_number(command.order);
        if (!id)
            return journal::wait_for("order:" + command.order, "order_unknown",
                                     "a return came for order " + command.order + ", which has not come yet");
    } else {
        arrival.why_blind = "nothing says where it comes from";
        return {};
    }
    const auto* order = facts.ledger.find(id);
    if (order == nullptr || order->kind == ledger::LineKind::transfer) {
        arrival.why_blind = "the order of " + (command.rma ? say(command.rma) : command.order) +
                            (order ? " is a transfer" : " is archived");
        return {};
    }
    const auto* line = find_line(*order, named, arrival.item);
    if (line == nullptr) {
        arrival.why_blind = order->number + " has no such line";
        return {};
    }
    if (arrival.item && line->item != arrival.item) {
        arrival.why_blind = say_line(facts, id, line->number) + " is for " + say_item(facts, line->item);
        return {};
    }
    arrival.order = order;
    arrival.line = line;
    arrival.item = line->item;
    return {};
}

/// The lot that came in, made known when it is new.
void find_lot(const Facts& facts, std::string_view code, Arrival& arrival) {
    if (code.empty() || !facts.master.item(arrival.item).lot_controlled) return;
    arrival.lot = facts.master.find_lot(arrival.item, code);
    if (arrival.lot) return;
    arrival.lot = facts.master.next_lot();
    arrival.lots.push_back({arrival.item, std::string{code}, {}});
}

std::expected<Arrival, journal::Refusal> resolve(const Facts& facts, const State& state,
                                                 const ReceiveReturn& command, const Envelope& envelope) {
    Arrival arrival;
    arrival.refused = command.reason == "refused";
    arrival.from_carrier = command.reason == "carrier_return";
    if (command.quantity <= 0 || command.quantity > quantity_max)
        return journal::refuse_with_case("contradiction", "quantity_invalid",
                                         "a return of " + say(command.quantity) + " cannot have come in");
    arrival.site = facts.master.find_site(command.site, envelope.source);
    if (!arrival.site)
        return journal::refuse_with_case("unmapped", "site_unmapped",
                                         "a return came in at '" + command.site +
                                             "', which is no site of ours");
    if (!command.item.empty()) {
        arrival.item = facts.master.find_item(command.item, envelope.source);
        if (!arrival.item)
            return journal::refuse_with_case("unmapped", "item_unmapped",
                                             "a return of '" + command.item + "' came in at " + command.site +
                                                 ", which is no item of ours");
    }
    if (auto found = find_order(facts, state, command, arrival); !found)
        return std::unexpected(found.error());
    if (!arrival.item)
        return journal::refuse_with_case("unmapped", "item_missing",
                                         "a return came in at " + command.site + " and names no item; " +
                                             arrival.why_blind);
    find_lot(facts, command.lot, arrival);
    return arrival;
}

ledger::Deviation deviation(std::string_view category, std::string sentence, const Arrival& arrival,
                            Quantity quantity) {
    ledger::Deviation found;
    found.category = category;
    found.sentence = std::move(sentence);
    found.item = arrival.item;
    found.site = arrival.site;
    found.quantity = quantity;
    if (arrival.order == nullptr) return found;
    found.order = arrival.order->id;
    found.line = arrival.line->number;
    found.value = {times(arrival.line->unit_price, quantity), arrival.order->currency};
    return found;
}

/// What nobody allowed to come back.
void add_unauthorised(ReturnReceived& event, const Facts& facts, const State& state, const Arrival& arrival) {
    Quantity allowed = lost_in(event.entry);
    for (const auto& taken : event.taken) allowed += taken.quantity;
    const auto surplus = event.quantity - allowed;
    if (surplus <= 0) return;
    const auto what = say(event.quantity) + " of " + say_line(facts, event.order, event.line) +
                      " came back to " + say_site(facts, event.site);
    const auto* named = state.returns.find(arrival.rma);
    if (named == nullptr || named->status == Status::rejected || named->status == Status::expired) {
        const char* why = named == nullptr                    ? " without an authorisation"
                          : named->status == Status::rejected ? ", but the authorisation was taken back"
                                                              : ", but the authorisation has expired";
        event.deviations.push_back(deviation("return_unauthorised", what + why, arrival, surplus));
        return;
    }
    event.deviations.push_back(deviation(
        "over_return", what + " on " + say(arrival.rma) + ", " + say(surplus) + " more than allowed", arrival,
        surplus));
}

ReturnReceived receive(const Facts& facts, const State& state, const Arrival& arrival, Quantity quantity) {
    ReturnReceived event;
    event.order = arrival.order->id;
    event.line = arrival.line->number;
    event.item = arrival.item;
    event.site = arrival.site;
    event.quantity = quantity;
    ledger::Draft draft{*arrival.order};
    event.pieces = take_back(draft, *arrival.line,
                             {ledger::Trigger::receive_return, quantity, arrival.site, arrival.lot,
                              arrival.refused, arrival.from_carrier});
    event.taken = use_up(state, event.order, {event.line, quantity - lost_in(draft.entry())}, arrival.rma);
    event.rma = arrival.rma;
    if (!event.rma && !event.taken.empty()) event.rma = event.taken.front().rma;
    event.fresh = !event.rma;
    if (event.fresh) event.rma = state.returns.next_id();
    Quantity other_lot = 0;
    for (const auto& posting : draft.entry().units)
        if (posting.lot && posting.lot_to) other_lot += posting.quantity;
    event.entry = std::move(draft).take();
    add_unauthorised(event, facts, state, arrival);
    if (other_lot > 0)
        event.deviations.push_back(deviation("stock_mismatch",
                                             say(other_lot) + " of " +
                                                 say_line(facts, event.order, event.line) +
                                                 " came back in another lot than was issued",
                                             arrival, other_lot));
    return event;
}

BlindReceived receive_blind(const Facts& facts, const State& state, const Arrival& arrival,
                            Quantity quantity) {
    BlindReceived event;
    event.rma = state.returns.next_id();
    event.item = arrival.item;
    event.site = arrival.site;
    event.lot = arrival.lot;
    event.quantity = quantity;
    auto& posting = event.entry.stock.emplace_back();
    posting.item = arrival.item;
    posting.quantity = quantity;
    posting.from = ledger::Stock::suspense;
    posting.to = ledger::Stock::return_quarantine;
    posting.site = arrival.site;
    posting.lot = arrival.lot;
    const auto why = arrival.order ? say_line(facts, arrival.order->id, arrival.line->number) +
                                         " has no more with the customer"
                                   : arrival.why_blind;
    event.deviations.push_back(deviation("blind_receipt",
                                         say(quantity) + " of " + say_item(facts, arrival.item) +
                                             " came back to " + say_site(facts, arrival.site) + ": " + why,
                                         arrival, quantity));
    return event;
}

/// What both kinds of receipt keep of the message.
template <class E> void keep(E& event, const ReceiveReturn& command, Time due) {
    event.sscc = command.sscc;
    event.reference = command.reference;
    event.reason = command.reason;
    event.due = due;
}

} // namespace

Decision decide_one(const Facts& facts, const State& state, const ReceiveReturn& command,
                    const Envelope& envelope) {
    if (!command.reference.empty() && state.receipts.contains(command.reference))
        return journal::refuse("already_received", "the receipt " + command.reference + " is recorded");
    auto arrival = resolve(facts, state, command, envelope);
    if (!arrival) return std::unexpected(arrival.error());
    Quantity known = 0;
    if (arrival->order)
        known =
            std::min(command.quantity, with_customer(*arrival->order, *arrival->line) +
                                           arrival->order->quantity(*arrival->line, ledger::Pipeline::lost));
    const auto customer = arrival->order ? arrival->order->customer : CustomerId{};
    const auto terms = answer(TermsQuestion{customer, arrival->item, command.quantity, command.reason});
    const auto due = envelope.record_time + terms.inspect_within_micros;
    std::vector<Event> events;
    std::uint32_t fresh = 0;
    if (known > 0) {
        auto event = receive(facts, state, *arrival, known);
        fresh = event.fresh ? 1 : 0;
        keep(event, command, due);
        event.lots = std::exchange(arrival->lots, {});
        events.emplace_back(std::move(event));
    }
    if (known < command.quantity) {
        // Blind goods have no lot to keep; those of an item with lots stand in one of their own.
        if (!arrival->lot) find_lot(facts, "UNKNOWN", *arrival);
        auto event = receive_blind(facts, state, *arrival, command.quantity - known);
        event.rma.value += fresh;
        keep(event, command, due);
        event.lots = std::move(arrival->lots);
        events.emplace_back(std::move(event));
    }
    return events;
}

} // namespace truefill::returns

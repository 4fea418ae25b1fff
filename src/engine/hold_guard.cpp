#include "engine/hold_guard.h"

#include "base/one_of_impl.h"

#include <boost/mp11/algorithm.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace truefill::engine {
namespace {

using ledger::Trigger;

/// What is found, not wanted: stock came, was cut, was not there or is on hold; or there is none.
bool is_of_the_world(Trigger trigger) {
    return trigger == Trigger::backorder || trigger == Trigger::receive_promised ||
           trigger == Trigger::cut_supply || trigger == Trigger::unreserve_counted ||
           trigger == Trigger::unreserve_held;
}

/// Where units stand or, when they are about to be promised or reserved, where they will.
ledger::Parcel place_of(const ledger::Order& order, const ledger::UnitPosting& posting) {
    ledger::Parcel place;
    if (posting.from != ledger::Pipeline::none && posting.parcel < order.parcels.size())
        place = order.parcels[posting.parcel];
    if (posting.site) place.site = posting.site;
    if (posting.lot) place.lot = posting.lot;
    return place;
}

/// The line of a posting, which the entry itself may open.
ledger::Line line_of(const ledger::Order& order, const ledger::Entry& entry, LineNumber number) {
    if (const auto* line = order.line(number)) return *line;
    ledger::Line line;
    line.number = number;
    const auto look = [&](const std::vector<ledger::LineOpened>& opened) {
        for (const auto& one : opened)
            if (one.number == number) line.item = one.item;
    };
    look(entry.lines);
    if (!entry.opened.empty()) look(entry.opened.front().lines);
    return line;
}

// tidy: allow parameters, because they are what the sentence says
std::string said(const ledger::Order& order, LineNumber line, Trigger step, const ledger::Hold& hold) {
    return fmt::format("{} line {} is on hold ({}), which blocks {}; lift H-{} first", order.number, line,
                       hold.reason, truefill::name_of(step), hold.id.value);
}

std::optional<std::string> passed(const ledger::Ledger& ledger, const ledger::Entry& entry) {
    ledger::Order fresh;
    const auto* order = ledger.find(entry.order);
    if (!order && entry.opened.empty()) return std::nullopt; // the ledger refuses it
    if (!order) {
        fresh.id = entry.order;
        fresh.number = entry.opened.front().number;
        fresh.customer = entry.opened.front().customer;
        order = &fresh;
    }
    for (const auto& posting : entry.units) {
        if (is_of_the_world(posting.trigger)) continue;
        const auto line = line_of(*order, entry, posting.line);
        const auto place = place_of(*order, posting);
        const auto* hold = ledger.blocking(posting.trigger, *order, line, &place);
        if (!hold) continue;
        return said(*order, posting.line, posting.trigger, *hold);
    }
    return std::nullopt;
}

/// Units that a site is asked to give back are not cancelled yet, but that is what was asked for.
std::optional<std::string> passed(const ledger::Ledger& ledger, OrderId id,
                                  const std::vector<orders::AskedBack>& parts) {
    const auto* order = ledger.find(id);
    for (const auto& part : parts) {
        const auto* line = order ? order->line(part.line) : nullptr;
        const ledger::Hold* hold = nullptr;
        if (line)
            order->each_parcel(*line, [&](std::uint32_t, const ledger::Parcel& parcel) {
                if (!hold && is_at_site(parcel))
                    hold = ledger.blocking(Trigger::cancel, *order, *line, &parcel);
            });
        if (hold) return said(*order, part.line, Trigger::cancel, *hold);
    }
    return std::nullopt;
}

bool can_be_held(std::string_view command) {
    bool found = false;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, Command>>(
        [&]<class M>(std::type_identity<M>) {
            boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, M>>(
                [&]<class C>(std::type_identity<C>) {
                    if (C::name == command) found = engine::can_be_held<C>();
                });
        });
    return found;
}

} // namespace

template <class ModuleEvent>
std::optional<std::string> passed_hold(const State& state, const ModuleEvent& event) {
    if (state.ledger.holds().empty()) return std::nullopt;
    return visit(
        [&](const auto& one) -> std::optional<std::string> {
            if constexpr (requires { one.asked_back; })
                if (auto why = passed(state.ledger, one.order, one.asked_back)) return why;
            if constexpr (requires { one.entry.units; }) return passed(state.ledger, one.entry);
            return std::nullopt;
        },
        event);
}

std::optional<std::string> passed_hold(const State& state, std::string_view command, const Event& event) {
    if (state.ledger.holds().empty() || !can_be_held(command)) return std::nullopt;
    return visit([&](const auto& module) { return passed_hold(state, module); }, event);
}

template std::optional<std::string> passed_hold(const State&, const masterdata::Event&);
template std::optional<std::string> passed_hold(const State&, const orders::Event&);
template std::optional<std::string> passed_hold(const State&, const inventory::Event&);
template std::optional<std::string> passed_hold(const State&, const warehouse::Event&);
template std::optional<std::string> passed_hold(const State&, const shipping::Event&);
template std::optional<std::string> passed_hold(const State&, const billing::Event&);
template std::optional<std::string> passed_hold(const State&, const returns::Event&);
template std::optional<std::string> passed_hold(const State&, const cases::Event&);
template std::optional<std::string> passed_hold(const State&, const mirrors::Event&);
template std::optional<std::string> passed_hold(const State&, const access::Event&);
template std::optional<std::string> passed_hold(const State&, const FlowEvent&);

} // namespace truefill::engine

#include "api/demo/tour.h"

#include "api/demo/score.h"
#include "api/rows.h"

#include <algorithm>

namespace truefill::api {
namespace {

using engine::State;

/// What a step looks at.
struct Look {
    const State& state;
    DemoDesk& desk;
    Time now, from;
    std::vector<PlantedFault> faults;

    const PlantedFault* fault(std::string_view name) const {
        const auto found = std::ranges::find(faults, name, &PlantedFault::fault);
        return found == faults.end() ? nullptr : &*found;
    }
    const cases::Case* case_about(std::string_view name) const {
        const auto* planted = fault(name);
        const auto id = planted ? case_of(state, *planted) : CaseId{};
        return id ? &state.cases.cases.at(id) : nullptr;
    }
};

enum class Wants : std::uint8_t { person, end };

void finish(const Look& look, TourStep& step, bool done) {
    if (done) look.desk.keep_done(step.id, look.now);
    step.done_at = look.desk.done_at(step.id);
    step.done = static_cast<bool>(step.done_at);
}

/// A step about the case of a fault: somebody takes it, or it comes to its end.
TourStep case_step(const Look& look, TourStep step, std::string_view fault, Wants wants) {
    const auto* one = look.case_about(fault);
    step.ready = one != nullptr;
    if (one && step.where.empty())
        step.where = one->order ? "/o/" + number_of(look.state, one->order) : std::string{"/inbox"};
    if (!one) step.where.clear();
    finish(look, step, one && (!one->is_open() || (wants == Wants::person && !one->person.empty())));
    return step;
}

/// A release of a wave site that did not wait for the cut-off was called by somebody.
TourStep wave_step(const Look& look) {
    TourStep step{"wave_called",
                  "Call an order before its wave",
                  "Bristol and Perth get their orders at the cut-off; an urgent one can be called now.",
                  "/site/BRISTOL",
                  true,
                  false,
                  {}};
    bool called = false;
    look.state.warehouse.releases.each([&](ReleaseId, const warehouse::Release& release) {
        const auto& site = look.state.master.site(release.site);
        if (site.mode != masterdata::ReleaseMode::wave || release.sent_at < look.from) return;
        const auto minute = (release.sent_at - start_of(date_of(release.sent_at))).micros / minutes(1).micros;
        called = called || minute < site.cut_off_minutes || minute > site.cut_off_minutes + 30;
    });
    finish(look, step, called);
    return step;
}

TourStep hold_step(const Look& look) {
    TourStep step{"hold_lifted",
                  "Lift the hold, or cancel the order",
                  "The order waits before its release until you decide.",
                  "",
                  false,
                  false,
                  {}};
    const auto* one = look.case_about("credit_hold");
    step.ready = one != nullptr;
    if (!one) return finish(look, step, false), step;
    step.where = "/o/" + number_of(look.state, one->order);
    const auto held = std::ranges::any_of(look.state.ledger.holds(), [&](const ledger::Hold& hold) {
        return hold.scope == ledger::HoldScope::order && hold.key == one->order.value;
    });
    finish(look, step, !held);
    return step;
}

Persona customer_service(const Look& look) {
    Persona one{"customer_service", "Customer service", "The order that came twice", {}};
    one.steps.push_back(case_step(look,
                                  {"doubled_order_owned",
                                   "Take the case of the order that came twice",
                                   "Shop and EDI handed in the same purchase order under two numbers.",
                                   "",
                                   false,
                                   false,
                                   {}},
                                  "doubled_order", Wants::person));
    one.steps.push_back(case_step(look,
                                  {"doubled_order_settled",
                                   "Cancel one of the two, and resolve the case",
                                   "The second order is on hold, so nothing has left twice.",
                                   "",
                                   false,
                                   false,
                                   {}},
                                  "doubled_order", Wants::end));
    one.steps.push_back(case_step(look,
                                  {"partial_owned",
                                   "See who reads a partial shipment as a complete one",
                                   "On the order, the strip of systems shows who says what.",
                                   "",
                                   false,
                                   false,
                                   {}},
                                  "partial_as_complete", Wants::person));
    return one;
}

Persona warehouse_people(const Look& look) {
    Persona one{"warehouse", "Warehouse", "A wave to call, and a site that does not answer", {}};
    one.steps.push_back(wave_step(look));
    one.steps.push_back(case_step(look,
                                  {"outage_owned",
                                   "Take a case of the warehouse that went silent",
                                   "Leeds has not acknowledged its releases in time.",
                                   "",
                                   false,
                                   false,
                                   {}},
                                  "wms_outage", Wants::person));
    one.steps.push_back(case_step(look,
                                  {"outage_settled",
                                   "See it heal when the batch arrives",
                                   "Once Leeds has answered, the case closes, or you resolve it.",
                                   "",
                                   false,
                                   false,
                                   {}},
                                  "wms_outage", Wants::end));
    return one;
}

Persona credit_people(const Look& look) {
    Persona one{"credit", "Credit", "A key account over its limit", {}};
    one.steps.push_back(case_step(look,
                                  {"hold_seen",
                                   "Take the case of the key account",
                                   "The limit was lowered just before its greatest order.",
                                   "",
                                   false,
                                   false,
                                   {}},
                                  "credit_hold", Wants::person));
    one.steps.push_back(hold_step(look));
    return one;
}

Persona finance_people(const Look& look) {
    Persona one{"finance", "Finance", "A bill for goods that have not left", {}};
    one.steps.push_back(
        case_step(look,
                  {"mismatch_owned",
                   "Take the case of the mismatched invoice",
                   "The ERP billed more than was shipped; nothing is owed until it is settled.",
                   "/finance",
                   false,
                   false,
                   {}},
                  "billed_not_shipped", Wants::person));
    one.steps.push_back(case_step(look,
                                  {"mismatch_settled",
                                   "Void the invoice or have it corrected",
                                   "The three-way match shows order, shipment and invoice side by side.",
                                   "/finance",
                                   false,
                                   false,
                                   {}},
                                  "billed_not_shipped", Wants::end));
    return one;
}

} // namespace

Tour tour_of(const State& state, DemoDesk& desk) {
    const auto status = desk.status();
    const Look look{state, desk, status.now, status.from, desk.faults()};
    Tour tour;
    tour.personas = {customer_service(look), warehouse_people(look), credit_people(look),
                     finance_people(look)};
    for (const auto& persona : tour.personas)
        for (const auto& step : persona.steps) {
            ++tour.total;
            tour.done += step.done ? 1 : 0;
        }
    tour.position = state.flow.position;
    tour.now = status.now;
    return tour;
}

} // namespace truefill::api

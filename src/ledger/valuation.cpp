#include "ledger/valuation.h"

#include "base/assert.h"

namespace truefill::ledger {
namespace {

const Value& stage_of(const Line& line, ValueStage stage) {
    return stage == ValueStage::issued ? line.issued : line.billed;
}
const Value& stage_of(const Charge& charge, ValueStage stage) {
    return stage == ValueStage::issued ? charge.issued : charge.billed;
}

/// Fills in the amount of a posting whose exact value is set, on top of what stands and what this draft has
/// added.
Amount post(Draft& draft, const Value& before, ValuePosting posting) {
    Amount exact = before.exact;
    Amount amount = before.amount;
    for (const auto& earlier : draft.entry().values) {
        if (earlier.line != posting.line || earlier.charge != posting.charge ||
            earlier.stage != posting.stage)
            continue;
        exact += earlier.exact;
        amount += earlier.amount;
    }
    posting.amount = rounded(exact + posting.exact, minor_digits(draft.order().currency)) - amount;
    draft.entry().values.push_back(posting);
    return posting.amount;
}

} // namespace

Amount add_value(Draft& draft, const Valued& units, ValueStage stage) {
    const auto* line = draft.order().line(units.line);
    TF_ASSERT(line, "units of a line of this order are valued");
    ValuePosting posting;
    posting.line = units.line;
    posting.stage = stage;
    posting.quantity = units.quantity;
    posting.exact = times(units.unit_price, units.quantity);
    return post(draft, stage_of(*line, stage), posting);
}

Amount add_charge_value(Draft& draft, std::uint32_t charge, Amount exact, ValueStage stage) {
    TF_ASSERT(charge >= 1 && charge <= draft.order().charges.size(), "the order has this charge");
    ValuePosting posting;
    posting.charge = charge;
    posting.stage = stage;
    posting.exact = exact;
    return post(draft, stage_of(draft.order().charges[charge - 1], stage), posting);
}

void add_money(Draft& draft, Account debit, Account credit, Amount amount) {
    if (amount == Amount{}) return;
    if (amount < Amount{}) {
        std::swap(debit, credit);
        amount = -amount;
    }
    MoneyPosting posting;
    posting.customer = draft.order().customer;
    posting.debit = debit;
    posting.credit = credit;
    posting.money = {amount, draft.order().currency};
    draft.entry().money.push_back(posting);
}

} // namespace truefill::ledger

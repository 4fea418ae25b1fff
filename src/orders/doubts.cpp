#include "orders/doubts.h"

#include <utility>

namespace truefill::orders {

void Doubts::add(std::string_view category, std::string sentence, Money value) {
    if (!reasons_.empty()) reasons_ += ", ";
    reasons_ += category;
    ledger::Deviation deviation;
    deviation.category = category;
    deviation.sentence = std::move(sentence);
    deviation.value = value;
    deviations_.push_back(std::move(deviation));
}

std::vector<ledger::Deviation> Doubts::hold(ledger::Entry& entry, HoldId id, Time now) {
    ledger::Hold hold;
    hold.id = id;
    hold.scope = ledger::HoldScope::order;
    hold.key = entry.order.value;
    hold.reason = std::move(reasons_);
    hold.blocks = {ledger::Trigger::release};
    hold.placed_at = now;
    entry.holds.push_back(std::move(hold));
    for (auto& deviation : deviations_) deviation.order = entry.order;
    return std::move(deviations_);
}

void check_credit(const Facts& facts, const Demand& demand, Doubts& doubts) {
    if (!demand.customer) return; // a transfer owes nobody anything
    const auto& customer = facts.master.customer(demand.customer);
    if (!customer.credit_limit || demand.value <= Amount{}) return;
    const auto balance = facts.ledger.money(demand.customer, demand.currency);
    using enum ledger::Account;
    // Debit balances are positive, so PREPAID is negative here: adding it subtracts what the customer has
    // paid ahead.
    const auto exposure =
        balance.open_order_value + balance[unbilled] + balance[receivable] + balance[prepaid] + demand.value;
    if (exposure <= customer.credit_limit->amount) return;
    std::string sentence =
        "order " + std::string{demand.order} + " takes the exposure of " + customer.code + " to ";
    append_amount(sentence, exposure);
    sentence += " over the limit of ";
    append_amount(sentence, customer.credit_limit->amount);
    doubts.add("credit_exceeded", std::move(sentence), {demand.value, demand.currency});
}

} // namespace truefill::orders

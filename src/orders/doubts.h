/// What is wrong with an order without making it refused: its demand is taken in, a hold blocks its release,
/// and each doubt is a case. For the sources of this folder.
#pragma once

#include "ledger/deviation.h"
#include "ledger/entry.h"
#include "masterdata/facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::orders {

class Doubts {
public:
    void add(std::string_view category, std::string sentence, Money value);
    bool any() const { return !deviations_.empty(); }
    /// Puts one hold with all reasons into the entry, whose order the doubts are about. Answers the
    /// deviations.
    std::vector<ledger::Deviation> hold(ledger::Entry& entry, HoldId id, Time now);

private:
    std::vector<ledger::Deviation> deviations_;
    std::string reasons_;
};

/// Whose credit it is, and how much an order or a change of it adds to what is owed.
struct Demand {
    CustomerId customer;
    Currency currency;
    Amount value;
    std::string_view order;
};
/// Doubts a demand that takes the customer over his limit: open order value + UNBILLED + RECEIVABLE - PREPAID
/// + demand. Less than before is no doubt.
void check_credit(const Facts& facts, const Demand& demand, Doubts& doubts);

} // namespace truefill::orders

/// The finance system and the customers who pay. It posts what it is asked to post, under numbers of its own
/// and with the tax that it computes, and tells when money has come: by the terms, early, late, in parts, or
/// too much.
#pragma once

#include "sim/agent.h"

#include <map>
#include <string>

namespace truefill::sim {

class Finance final : public Agent {
public:
    Finance(Outside& outside, Ratio tax) : Agent{outside, "finance"}, tax_{tax} {}

    Amount cash() const { return cash_; }

private:
    struct Account {
        InvoiceWork work;
        std::string number;
        Amount open;
        Amount tax; ///< on it that is not credited yet
    };

    Taken take(const JobOrder& job) override;
    void post(const InvoiceWork& work);
    void credit(const CreditWork& work);
    void pay(InvoiceId invoice);
    void pay_part(InvoiceId invoice, Amount amount);
    /// The bank takes the money back; the customer pays again.
    void take_back(InvoiceId invoice, Amount amount, const std::string& reference);

    Ratio tax_;
    std::map<InvoiceId, Account> accounts_;
    std::uint64_t invoices_ = 900'000;
    std::uint64_t credits_ = 700'000;
    std::uint64_t payments_ = 0;
    Amount cash_;
};

} // namespace truefill::sim

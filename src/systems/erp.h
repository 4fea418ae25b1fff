/// The ERP: posts the invoices and credit memos that it is asked to post, keeps customers, and says now and
/// then what it believes about orders. On the day that is played it is wrong three times (script.h).
#pragma once

#include "systems/script.h"
#include "systems/system.h"

#include <string>

namespace truefill::systems {

class Erp final : public System {
public:
    Erp(const SystemSetup& setup, const std::atomic<bool>& stop);

private:
    struct Invoice {
        std::int64_t id{};
        std::string order;
        Money net;
    };
    std::string destination() const override { return "finance"; }
    bool take(const Job& job) override;
    void look() override;
    void look_at_invoices();
    void look_at_shipments();
    void post(const Invoice& invoice, Time at);
    void credit(std::uint64_t job, std::int64_t credit, Money net, Time at);
    void mirror(const std::string& order, std::int64_t shipment, Time at);
    void lower_limit(Time at);
    /// What of the order has not left, in money.
    Amount unshipped(const std::string& order);
    bool has_billed_wrongly();
    void misread_some();
    bool misread(const std::string& order);

    connectors::shop::Import import_;
    Time next_shipments_;
    bool has_misread_ = false, has_billed_wrongly_ = false;
};

} // namespace truefill::systems

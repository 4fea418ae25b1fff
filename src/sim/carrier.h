/// A carrier: takes or declines what is tendered, comes for it, brings it, is late with it, and rarely loses
/// it or cannot hand it over.
#pragma once

#include "sim/customers.h"
#include "sim/site.h"

#include <memory>
#include <string>
#include <vector>

namespace truefill::sim {

class Carrier final : public Agent {
public:
    Carrier(Outside& outside, std::string code, const std::vector<std::unique_ptr<Site>>& sites,
            Customers& customers)
        : Agent{outside, "carrier-" + code}, code_{std::move(code)}, sites_{sites}, customers_{customers} {}

    const std::string& code() const { return code_; }
    /// Somebody called: this carrier takes it after all.
    void book(const TenderWork& work) { accept(work); }
    /// Parcels that a site brings to the depot by its own van, with the site's tracking number.
    void take_over(Site& from, const Carton& carton, std::string tracking);

private:
    /// Cartons on their way. The carrier knows them by its own number, and by ours when we tendered them.
    struct Load {
        ShipmentId shipment;
        std::string tracking;
        Site* from{};
        std::vector<Carton> cartons;
        std::int32_t transit_days{};
    };
    using LoadPtr = std::shared_ptr<const Load>;

    Taken take(const JobOrder& job) override;
    void answer(const TenderWork& work);
    void accept(const TenderWork& work);
    void pick_up(const TenderWork& work, const std::string& tracking);
    void travel(const LoadPtr& load);
    void deliver(const LoadPtr& load);
    void tell_delivered(const LoadPtr& load);
    /// The driver scans the wrong parcel and mends it in the evening; the goods come the next day.
    void deliver_wrongly(const LoadPtr& load);
    void find(const LoadPtr& load);
    void lose(const LoadPtr& load);
    void bring_back(const LoadPtr& load);
    void tell(const LoadPtr& load, std::string status, std::string place);

    std::string code_;
    const std::vector<std::unique_ptr<Site>>& sites_;
    Customers& customers_;
    std::uint64_t numbers_ = 0;
};

} // namespace truefill::sim

/// A warehouse whose system talks once a night: what was picked, packed and loaded since yesterday comes as
/// one confirmation a release, with the status codes of an X12 945. Its own vans bring the parcels away.
#pragma once

#include "sim/site.h"

namespace truefill::sim {

class NightlySite final : public Site {
public:
    /// `batch_hour`: when its night shift is done, in UTC.
    NightlySite(Outside& outside, SiteSetup setup, std::int64_t batch_hour, Carrier& van);
    void open_until(Time until) override;
    std::vector<Carton> collect(ShipmentId, ReleaseId, const std::string&) override { return {}; }

private:
    void begin(Job& job) override;
    void recall(Job& job, const WorkLine& line) override;
    void night();
    void ship(Job& job);

    std::int64_t batch_hour_;
    Carrier& van_;
    Time until_;
    std::vector<ReleaseId> queue_;
    std::uint64_t notes_ = 0;
};

} // namespace truefill::sim

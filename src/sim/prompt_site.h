/// A warehouse with a modern system: it acknowledges in minutes, reports each pick, packs into labelled
/// cartons and reports the goods issue when the carrier has driven off.
#pragma once

#include "sim/site.h"

namespace truefill::sim {

class PromptSite final : public Site {
public:
    using Site::Site;
    std::vector<Carton> collect(ShipmentId shipment, ReleaseId release, const std::string& tracking) override;

private:
    void begin(Job& job) override;
    void recall(Job& job, const WorkLine& line) override;
    void acknowledge(ReleaseId release);
    void pick_next(ReleaseId release, std::size_t at);
    void report_pick(Job& job, const WorkLine& line, const std::vector<PickedLine>& picked);
    void pack(ReleaseId release);
    bool damage(Job& job);
    /// A wrong item, taken for the right one; empty when the picker looked.
    std::vector<PickedLine> take_wrong(const WorkLine& line, Quantity wanted);
};

} // namespace truefill::sim

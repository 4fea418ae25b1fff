/// A warehouse with real shelves. What stands there may differ from the book: pieces were miscounted long
/// ago, a picker does not see a box, another drops one. The site does not know the book; it tells what it
/// did.
#pragma once

#include "sim/agent.h"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace truefill::sim {

/// So many pieces of a line, of one lot.
struct PickedLine {
    LineNumber line{};
    std::string item, lot;
    Quantity quantity{};
    std::string instead_of{}; ///< the item that everybody believes it to be; empty when it is the right one
};

/// A carton with its label.
struct Carton {
    std::string sscc, order;
    ShipmentId shipment{}; ///< none when it left with a van of the site
    std::vector<PickedLine> content;
};

/// Goods that a supplier or a customer brings to the dock.
struct Inbound {
    std::string supply, item, lot;
    Date expires;
    Quantity quantity{}, damaged{};
    bool last{};
};

/// Pieces that come back. Blind: nothing in the parcel says which order it was.
struct ReturnParcel {
    std::string order;
    PickedLine piece;
    bool blind{};
    std::string reason;
    Place from{Place::customer};
};

struct SiteSetup {
    std::string code;
    std::string gs1_prefix;
};

class Carrier;

class Site : public Agent {
public:
    Site(Outside& outside, SiteSetup setup);

    const std::string& code() const { return setup_.code; }
    /// A truck stands at the dock.
    void receive(const Inbound& inbound);
    /// A parcel came back.
    void receive_return(const ReturnParcel& parcel);
    /// The parcel behind a receipt of ours: somebody remembers who brought it.
    const ReturnParcel* parcel_of(std::string_view reference) const;
    /// What the inspection decided about pieces in quarantine: to the shelf, on hold or thrown away.
    void dispose(const std::string& item, const std::string& lot, Quantity quantity, Place to);
    /// A carrier is here for the cartons of a release; gives it those that are there. Every carton leaves
    /// once.
    virtual std::vector<Carton> collect(ShipmentId shipment, ReleaseId release,
                                        const std::string& tracking) = 0;
    /// The site works until then; what a prompt site does, it does at any time.
    virtual void open_until(Time until) { static_cast<void>(until); }
    /// A second person counts, on request of the office.
    void recount(CountId count, const CountWork& work);

protected:
    struct Job {
        ReleaseWork work;
        std::vector<PickedLine> picked;      ///< staged, not in a carton
        std::map<LineNumber, Quantity> open; ///< still to be picked
        std::vector<Carton> cartons;
        bool begun{}, closed{};
    };

    Taken take(const JobOrder& job) override;
    virtual void begin(Job& job) = 0;
    virtual void recall(Job& job, const WorkLine& line) = 0;

    Job* find(ReleaseId release);
    /// Takes up to so many pieces from the shelf, the named lot first, and puts them on the stage.
    std::vector<PickedLine> take_from_shelf(const WorkLine& line, Quantity wanted);
    /// Puts cartons on a van and out of the site's hands.
    void load(const Carton& carton);
    std::string next_label();
    void answer_count(const CountWork& work, std::string_view person);
    /// Says what of a recalled line is given back, and refuses the rest for a reason.
    void answer_recall(const Job& job, const WorkLine& line, Quantity given_back, std::string_view reason);

    SiteSetup setup_;
    std::map<ReleaseId, Job> jobs_;
    std::uint64_t sequence_ = 0;
    std::uint64_t serial_ = 0;
    std::uint64_t receipts_ = 0;
    std::uint64_t returns_ = 0;
    std::map<std::string, ReturnParcel, std::less<>> parcels_;
};

} // namespace truefill::sim

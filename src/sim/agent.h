/// What every outside system of a simulated world has in common: a name, its own dice, the post, the goods,
/// and jobs that Truefill hands over.
///
/// A job comes with everything that the system needs, rendered from Truefill's state at that moment; agents
/// never look into the engine. The same job may come twice (its answer was lost, or Truefill forgot its lease
/// in a crash): the job id is the key under which an agent does it once.
#pragma once

#include "engine/jobs.h"
#include "sim/bus.h"
#include "sim/goods.h"
#include "sim/random.h"

#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace truefill::sim {

struct WorkLine {
    LineNumber line{};
    std::string item, lot; ///< lot: the one that was reserved, empty when the item has none
    Quantity quantity{};
};
struct ReleaseWork {
    ReleaseId release;
    std::string order;
    std::vector<WorkLine> lines;
};
struct RecallWork {
    ReleaseId release;
    std::vector<WorkLine> lines; ///< line and quantity only
};
struct CountWork {
    CountId count;
    std::string item, lot;
    bool any_lot{};
};
struct TenderWork {
    ShipmentId shipment;
    ReleaseId release;
    std::string site;
    std::int32_t transit_days{};
};
struct InvoiceWork {
    InvoiceId invoice;
    std::string customer;
    Money net;
    std::int32_t payment_days{};
};
struct CreditWork {
    CreditId credit;
    InvoiceId invoice;
    Money net;
    Amount tax;
};
struct NoticeWork { ///< something a customer or a person is told
    std::string about;
};
using Work =
    std::variant<ReleaseWork, RecallWork, CountWork, TenderWork, InvoiceWork, CreditWork, NoticeWork>;

struct JobOrder {
    JobId id;
    engine::JobKind kind{};
    Work work;
};

enum class Taken : std::uint8_t {
    done,
    busy,   ///< not now: try again
    refused ///< not ever
};

/// What agents share.
struct Outside {
    std::uint64_t seed{};
    Bus& bus;
    Goods& goods;
    bool rough{};     ///< people and machines make mistakes; the mood says nothing about that
    int mishaps{100}; ///< how many, in a hundred of the usual
};

class Agent {
public:
    Agent(Outside& outside, std::string source)
        : outside_{outside}, source_{std::move(source)}, random_{outside.seed, source_} {}
    virtual ~Agent() = default;
    Agent(const Agent&) = delete;
    Agent& operator=(const Agent&) = delete;

    const std::string& source() const { return source_; }
    /// Does a job once, however often it comes.
    Taken hand_over(const JobOrder& job) {
        if (knows(job.id)) return Taken::done;
        const auto taken = take(job);
        if (taken == Taken::done) known_.insert(job.id);
        return taken;
    }
    /// For Truefill's question after a broken connection.
    bool knows(JobId job) const { return known_.contains(job); }

protected:
    virtual Taken take(const JobOrder& job) = 0;

    Time now() const { return outside_.bus.now(); }
    Bus& bus() { return outside_.bus; }
    Goods& goods() { return outside_.goods; }
    /// True so many times in a thousand in a world where people make mistakes.
    bool mishap(int permille) { return chance_of(permille); }

    bool chance_of(int permille) {
        if (!outside_.rough) return random_.chance(0);
        return static_cast<int>(random_.below(100'000)) < permille * outside_.mishaps;
    }
    /// Numbers its messages by itself. `command` is one module's.
    template <class ModuleCommand> LetterId send(ModuleCommand command,
                                                 std::function<void(const Letter&)> hook = {}) {
        return bus().send(source_, source_ + "-" + std::to_string(++letters_),
                          engine::Command{std::move(command)}, std::move(hook));
    }

    Outside& outside_;
    std::string source_;
    Random random_;

private:
    std::set<JobId> known_;
    std::uint64_t letters_ = 0;
};

} // namespace truefill::sim

/// Which worker has which job, and until when. In memory only: after a restart every open job is free again,
/// and its id is the key under which a worker does it once.
#pragma once

#include "base/ids.h"
#include "base/time.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace truefill::api {

class Leases {
public:
    struct Lease {
        std::string worker;
        Time until;
        std::uint32_t attempts{}; ///< of the job, before this worker took it
    };
    /// False when another worker has it, or the same one still.
    bool take(JobId job, Lease wanted, Time now);
    /// The worker that has it now; empty: nobody.
    std::string holder(JobId job, Time now) const;
    /// What the worker has now; none: it does not have the job.
    std::optional<Lease> find(JobId job, std::string_view worker, Time now) const;
    /// Until later; false when the worker does not have it.
    bool extend(JobId job, std::string_view worker, Time until, Time now);
    /// Whoever has it.
    void drop(JobId job);
    /// Only this one: when it ended meanwhile, the job may be another worker's.
    void drop(JobId job, const Lease& lease);
    std::size_t size() const;

private:
    void forget_expired(Time now);

    mutable std::mutex mutex_;
    boost::unordered_flat_map<JobId, Lease> leases_;
    Time swept_;
};

} // namespace truefill::api

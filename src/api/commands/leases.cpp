#include "api/commands/leases.h"

#include <utility>

namespace truefill::api {

bool Leases::take(JobId job, Lease wanted, Time now) {
    const std::scoped_lock lock{mutex_};
    forget_expired(now);
    auto& lease = leases_[job];
    if (lease.until > now) return false;
    lease = std::move(wanted);
    return true;
}

std::string Leases::holder(JobId job, Time now) const {
    const std::scoped_lock lock{mutex_};
    const auto found = leases_.find(job);
    return found == leases_.end() || found->second.until <= now ? std::string{} : found->second.worker;
}

std::optional<Leases::Lease> Leases::find(JobId job, std::string_view worker, Time now) const {
    const std::scoped_lock lock{mutex_};
    const auto found = leases_.find(job);
    if (found == leases_.end() || found->second.until <= now || found->second.worker != worker)
        return std::nullopt;
    return found->second;
}

bool Leases::extend(JobId job, std::string_view worker, Time until, Time now) {
    const std::scoped_lock lock{mutex_};
    const auto found = leases_.find(job);
    if (found == leases_.end() || found->second.until <= now || found->second.worker != worker) return false;
    found->second.until = until;
    return true;
}

void Leases::drop(JobId job) {
    const std::scoped_lock lock{mutex_};
    leases_.erase(job);
}

void Leases::drop(JobId job, const Lease& lease) {
    const std::scoped_lock lock{mutex_};
    const auto found = leases_.find(job);
    if (found == leases_.end()) return;
    const auto& held = found->second;
    if (held.worker == lease.worker && held.attempts == lease.attempts) leases_.erase(found);
}

std::size_t Leases::size() const {
    const std::scoped_lock lock{mutex_};
    return leases_.size();
}

/// Now and then, so that what no worker ever ended does not pile up.
void Leases::forget_expired(Time now) {
    if (now < swept_ + minutes(10) && now >= swept_) return;
    swept_ = now;
    boost::unordered::erase_if(leases_, [&](const auto& one) { return one.second.until <= now; });
}

} // namespace truefill::api

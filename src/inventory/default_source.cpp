#include "inventory/questions.h"

#include <algorithm>
#include <tuple>

namespace truefill::inventory {
namespace {

constexpr std::size_t sites_for_pairs = 24;

struct Ranked {
    const SourceSite* site;
    Quantity left;
    auto rank() const { return std::tuple{!site->serves, site->cost_cents, -left, site->site}; }
};

class Sourcing {
public:
    explicit Sourcing(const SourceQuestion& question) : question_{question} {
        for (std::size_t d = 0; d < question.demands.size(); ++d) {
            Quantity there = 0;
            for (const auto& site : question.sites) there += site.available[d];
            reachable_.push_back(std::min(there, question.demands[d].quantity));
        }
        ranked_.reserve(question.sites.size());
        for (const auto& site : question.sites) ranked_.push_back({&site, left_at(site)});
        if (ranked_.size() > 1) std::ranges::sort(ranked_, {}, [](const Ranked& one) { return one.rank(); });
    }

    std::vector<SiteId> run() const {
        for (const auto& one : ranked_)
            if (covers(*one.site)) return {one.site->site};
        if (ranked_.size() <= sites_for_pairs)
            if (auto pair = best_pair(); !pair.empty()) return pair;
        return greedy();
    }

private:
    /// Stock that would stay at a site when it gave all it can.
    Quantity left_at(const SourceSite& site) const {
        Quantity left = 0;
        for (std::size_t d = 0; d < reachable_.size(); ++d)
            left += std::max<Quantity>(site.available[d] - reachable_[d], 0);
        return left;
    }

    bool covers(const SourceSite& site) const {
        for (std::size_t d = 0; d < reachable_.size(); ++d)
            if (site.available[d] < reachable_[d]) return false;
        return true;
    }

    bool covers(const SourceSite& one, const SourceSite& other) const {
        for (std::size_t d = 0; d < reachable_.size(); ++d)
            if (one.available[d] + other.available[d] < reachable_[d]) return false;
        return true;
    }

    Quantity given(const SourceSite& site, const std::vector<Quantity>& wanted) const {
        Quantity sum = 0;
        for (std::size_t d = 0; d < wanted.size(); ++d) sum += std::min(wanted[d], site.available[d]);
        return sum;
    }

    std::vector<SiteId> best_pair() const {
        const Ranked* first = nullptr;
        const Ranked* second = nullptr;
        const auto rank = [](const Ranked& a, const Ranked& b) {
            return std::tuple{!a.site->serves + !b.site->serves, a.site->cost_cents + b.site->cost_cents,
                              -(a.left + b.left)};
        };
        for (std::size_t i = 0; i < ranked_.size(); ++i) {
            for (std::size_t j = i + 1; j < ranked_.size(); ++j) {
                if (!covers(*ranked_[i].site, *ranked_[j].site)) continue;
                if (first && rank(*first, *second) <= rank(ranked_[i], ranked_[j])) continue;
                first = &ranked_[i];
                second = &ranked_[j];
            }
        }
        if (!first) return {};
        // The one that gives more is drawn from first, so that the other ships as little as possible.
        if (given(*second->site, reachable_) > given(*first->site, reachable_)) std::swap(first, second);
        return {first->site->site, second->site->site};
    }

    std::vector<SiteId> greedy() const {
        std::vector<SiteId> chosen;
        auto wanted = reachable_;
        while (true) {
            const SourceSite* best = nullptr;
            Quantity most = 0;
            for (const auto& one : ranked_) {
                const auto gives = given(*one.site, wanted);
                const bool fresh = std::ranges::find(chosen, one.site->site) == chosen.end();
                if (fresh && gives > most) {
                    best = one.site;
                    most = gives;
                }
            }
            if (!best) return chosen;
            chosen.push_back(best->site);
            for (std::size_t d = 0; d < wanted.size(); ++d)
                wanted[d] -= std::min(wanted[d], best->available[d]);
        }
    }

    const SourceQuestion& question_;
    std::vector<Quantity> reachable_; ///< by demand: what all sites together can give
    std::vector<Ranked> ranked_;      ///< best first
};

/// What was wanted, or all that there is of it.
Quantity reach(const SourceQuestion& question) {
    Quantity sum = 0;
    for (std::size_t d = 0; d < question.demands.size(); ++d) {
        Quantity there = 0;
        for (const auto& site : question.sites) there += site.available[d];
        sum += std::min(there, question.demands[d].quantity);
    }
    return sum;
}

} // namespace

SourceAnswer answer(const SourceQuestion& question) {
    SourceAnswer found;
    found.rule = "fewest_sites";
    found.version = 1;
    if (question.sites.empty()) return found;
    if (std::ranges::any_of(question.sites, &SourceSite::declined)) {
        auto others = question;
        std::erase_if(others.sites, &SourceSite::declined);
        if (reach(others) == reach(question)) {
            found.sites = Sourcing{others}.run();
            return found;
        }
    }
    found.sites = Sourcing{question}.run();
    return found;
}

} // namespace truefill::inventory

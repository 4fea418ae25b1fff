/// What open cases have in common: where, what, and with whom. A cluster is told by its key; the list of
/// cases takes the same key as a filter, so that a number and its list agree.
#pragma once

#include "engine/engine.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

enum class ClusterBy : std::uint8_t { site, family, carrier };
TF_DESCRIBE_ENUM(ClusterBy, site, family, carrier)

struct Cluster {
    static constexpr auto required =
        std::to_array<std::string_view>({"by", "key", "open", "overdue", "list"});
    ClusterBy by{};
    std::string key; ///< code of the site or carrier, or the family
    std::uint64_t open{}, overdue{};
    Money value; ///< at risk, in the first currency
    std::string list;
};
TF_DESCRIBE(Cluster, (by, key, open, overdue, value, list))

/// What items have in common as far as their codes tell: what stands before the first dash, else the first
/// three characters.
std::string_view family_of(std::string_view item_code);
/// Empty when the case has none. Its carrier is that of its order's latest shipment.
std::string cluster_key(const engine::State& state, const cases::Case& one, ClusterBy by);
/// Of these open cases: the largest ones of each kind, the largest first.
std::vector<Cluster> clusters_of(const engine::State& state, const std::vector<CaseId>& open,
                                 std::size_t of_each);

} // namespace truefill::api

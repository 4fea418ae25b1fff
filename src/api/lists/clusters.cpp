#include "api/lists/clusters.h"

#include "api/rows.h"
#include "api/sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace truefill::api {
namespace {

std::string carrier_of(const engine::State& state, OrderId id) {
    const auto* order = id ? state.ledger.find(id) : nullptr;
    if (!order) return {};
    ShipmentId last;
    order->each_parcel([&](const ledger::Line&, std::uint32_t, const ledger::Parcel& parcel) {
        last = std::max(last, parcel.shipment);
        if (const auto at = state.shipping.by_release.find(parcel.release);
            at != state.shipping.by_release.end())
            last = std::max(last, at->second);
    });
    const auto* shipment = state.shipping.shipments.find(last);
    return shipment && shipment->carrier ? state.master.carrier(shipment->carrier).code : std::string{};
}

void count(Cluster& cluster, const engine::State& state, const cases::Case& one) {
    ++cluster.open;
    if (is_overdue(state, one)) ++cluster.overdue;
    if (!cluster.value.currency) cluster.value = one.value;
    else if (cluster.value.currency == one.value.currency)
        cluster.value.amount = limited_sum(cluster.value.amount, one.value.amount);
}

} // namespace

std::string_view family_of(std::string_view item_code) {
    const auto dash = item_code.find('-');
    return item_code.substr(0, dash != std::string_view::npos && dash > 0 ? dash : 3);
}

std::string cluster_key(const engine::State& state, const cases::Case& one, ClusterBy by) {
    switch (by) {
    case ClusterBy::site: return site_code(state, one.site);
    case ClusterBy::family: return std::string{family_of(item_code(state, one.item))};
    case ClusterBy::carrier: return carrier_of(state, one.order);
    }
    return {};
}

std::vector<Cluster> clusters_of(const engine::State& state, const std::vector<CaseId>& open,
                                 std::size_t of_each) {
    std::vector<Cluster> all;
    for (const auto by : {ClusterBy::site, ClusterBy::family, ClusterBy::carrier}) {
        std::map<std::string, Cluster> found;
        for (const auto id : open) {
            const auto& one = state.cases.cases.at(id);
            if (auto key = cluster_key(state, one, by); !key.empty())
                count(found[std::move(key)], state, one);
        }
        std::vector<Cluster> largest;
        for (auto& [key, cluster] : found) {
            cluster.by = by;
            cluster.key = key;
            cluster.list = fmt::format("/v1/cases?{}={}", name_of(by), key);
            largest.push_back(std::move(cluster));
        }
        std::ranges::stable_sort(largest, std::greater{}, &Cluster::open);
        if (largest.size() > of_each) largest.resize(of_each);
        std::ranges::move(largest, std::back_inserter(all));
    }
    return all;
}

} // namespace truefill::api

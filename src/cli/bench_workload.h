/// The work that `truefill bench` measures: lifecycles of orders, as the messages that a shop, sites,
/// carriers, finance and a bank would send. A lifecycle is
///
///     place, site acknowledgement, one pick per line, pack, tender accepted, goods issue, ship notice sent,
///     invoice posted, proof of delivery, payment
///
/// so 9 messages and one for each line. Everything that follows from them (reservation, release, shipment,
/// tender, invoice, jobs) is made by the engine. Ids of documents are given out densely in the order of the
/// messages, so the generator knows them without asking.
#pragma once

#include "engine/engine.h"

#include <cstdint>
#include <vector>

namespace truefill::cli {

struct WorkloadOptions {
    std::uint32_t lines = 3; ///< of each order
    std::uint32_t items = 2'000;
    std::uint32_t customers = 500;
    Time start{1'772'438'400'000'000}; ///< of the first message; 2026-03-02T08:00:00Z
};

class Workload {
public:
    explicit Workload(WorkloadOptions options = {}) : options_{options}, clock_{options.start} {}

    /// Master data and opening stock.
    std::vector<engine::Message> setup();
    /// A new order. Its index is the number of those placed before.
    engine::Message place();
    /// The next message of an order that was placed and is not paid.
    engine::Message next(std::uint32_t order);
    bool is_paid(std::uint32_t order) const { return orders_[order].step == steps(); }
    /// Messages of a lifecycle.
    std::uint32_t steps() const { return 9 + options_.lines; }
    std::uint32_t placed() const { return static_cast<std::uint32_t>(orders_.size()); }

    /// Memory for so many orders, so that measuring does not measure this.
    void reserve(std::size_t orders) { orders_.resize(orders), orders_.clear(); }

    /// The messages of `count` lifecycles, interleaved: between two messages of an order lie messages of
    /// about `spread` other orders.
    std::vector<engine::Message> lifecycles(std::uint32_t count, std::uint32_t spread);

    /// The time that a message is stamped with: one millisecond after the one before.
    Time now() const { return clock_; }

private:
    struct Progress {
        std::uint32_t step{}; ///< messages sent
        std::uint32_t shipment{}, invoice{};
        std::uint64_t notice_job{};
        Amount total;
    };
    engine::Message message(engine::Command command, const char* source);
    engine::Command pick(std::uint32_t order, std::uint32_t line) const;
    engine::Command step(std::uint32_t order, Progress& progress);
    Quantity quantity_of(std::uint32_t order, std::uint32_t line) const {
        return 1 + (order * 7 + line * 3) % 9;
    }
    std::uint32_t item_of(std::uint32_t order, std::uint32_t line) const;

    WorkloadOptions options_;
    std::vector<Progress> orders_;
    std::uint64_t messages_ = 0, jobs_ = 0;
    std::uint32_t shipments_ = 0, invoices_ = 0;
    Time clock_;
};

} // namespace truefill::cli

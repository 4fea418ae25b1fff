/// Which records are about an order: read off the journal's records as they stand, without decoding them.
/// About 3 us a record, 4 bytes, and 8 for each order that a record touches. It is made anew at each start.
///
/// Orders are found by the ids in events; jobs, waiting facts and holds on an order are followed to theirs.
/// Records that only name an order (a refused command, a fact that came early) are kept by the number's hash.
/// Of a case the last record is kept, of an open job the trace of the record that made it.
#pragma once

#include "base/json.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

class History {
public:
    /// What a record touched.
    struct Touched {
        std::vector<OrderId> orders; ///< each once
        bool many{};                 ///< more than it names: a hold on a customer, item, lot or site
    };

    /// The next record. What it answers lives until the next one.
    std::expected<const Touched*, std::string> add(Position position, std::string_view record);
    /// The records about an order that is known under its id (none: not accepted) and its number, ascending.
    std::vector<Position> of(OrderId id, std::string_view number) const;
    /// The last record that touched an order; 0 when there is none.
    Position last_of(OrderId id) const;
    /// The last record that says something about a case; 0 when there is none.
    Position last_of(CaseId id) const;
    /// What the request that an open job comes from sent as traceparent, empty when it sent none; nothing
    /// when the job is not known.
    std::optional<std::string> trace_of(JobId id) const;
    /// The order that a record is about when it is about one only, else none.
    OrderId only_order_at(Position position) const;

private:
    /// What an open job is about, and where it comes from.
    struct Origin {
        OrderId order;
        std::shared_ptr<const std::string> trace; ///< shared by the jobs of a record; none: no trace
    };

    void see_step(json::Value step);
    void see_job(std::string_view name, json::Value body, std::uint64_t job);
    void see_event(std::string_view name, json::Value body);
    void see_holds(json::Value entry);
    void touch(OrderId id);
    void touch_number(std::string_view number);
    void touch_case(std::uint64_t id);

    Position position_{};
    json::Document document_;
    Touched touched_;
    std::vector<std::vector<Position>> by_order_; ///< by id - 1
    std::vector<OrderId> only_order_;             ///< by position - 1
    std::vector<Position> by_case_;               ///< by id - 1
    std::shared_ptr<const std::string> trace_;    ///< of the record
    boost::unordered_flat_map<std::size_t, std::vector<Position>> by_number_;
    boost::unordered_flat_map<std::uint64_t, Origin> jobs_;         ///< open ones
    boost::unordered_flat_map<std::uint64_t, OrderId> holds_;       ///< on an order or a line of it
    boost::unordered_flat_map<std::uint64_t, std::size_t> waiting_; ///< the hash of the number waited for
};

} // namespace truefill::api

/// Which records are about an order: read off the journal's records as they stand, without decoding them.
/// About 3 us a record, 4 bytes, and 8 for each order that a record touches. It is made anew at each start.
///
/// Orders are found by the ids in events; jobs, waiting facts and holds on an order are followed to theirs.
/// Records that only name an order (a refused command, a fact that came early) are kept by the number's hash.
#pragma once

#include "base/json.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <expected>
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
    /// The order that a record is about when it is about one only, else none.
    OrderId only_order_at(Position position) const;

private:
    void see_step(json::Value step);
    void see_event(std::string_view name, json::Value body);
    void see_holds(json::Value entry);
    void touch(OrderId id);
    void touch_number(std::string_view number);

    Position position_{};
    json::Document document_;
    Touched touched_;
    std::vector<std::vector<Position>> by_order_; ///< by id - 1
    std::vector<OrderId> only_order_;             ///< by position - 1
    boost::unordered_flat_map<std::size_t, std::vector<Position>> by_number_;
    boost::unordered_flat_map<std::uint64_t, OrderId> jobs_;        ///< open ones
    boost::unordered_flat_map<std::uint64_t, OrderId> holds_;       ///< on an order or a line of it
    boost::unordered_flat_map<std::uint64_t, std::size_t> waiting_; ///< the hash of the number waited for
};

} // namespace truefill::api

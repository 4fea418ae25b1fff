/// The web shop and the sales desk: they hand in what customers order, and what customers change their minds
/// about. For the real run they replay the documents of a file at their times.
#pragma once

#include "connectors/shop/messages.h"
#include "sim/agent.h"

#include <string>
#include <vector>

namespace truefill::sim {

/// What a random shop sells and to whom.
struct ShopPlan {
    std::vector<std::string> items, customers;
    Currency currency;
    Time first, last;
    std::size_t orders{};
};

class Shop final : public Agent {
public:
    explicit Shop(Outside& outside) : Agent{outside, "shop"} {}

    void load(masterdata::Catalogue catalogue);
    void open_stock(inventory::OpenStock stock);
    /// Orders at random times, some of which are changed or cancelled later.
    void sell(const ShopPlan& plan);
    /// The documents of a file, each at its time and under its own message id.
    void replay(const std::vector<connectors::shop::ShopMessage>& messages);
    std::size_t orders() const { return orders_; }

private:
    Taken take(const JobOrder&) override { return Taken::done; }
    void place(const ShopPlan& plan);
    void change_later(const orders::PlaceOrder& order);

    std::size_t orders_ = 0;
};

} // namespace truefill::sim

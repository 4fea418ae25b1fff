#include "ledger/digest.h"
#include "ledger/ledger.h"
#include "ledger/rows.h"

namespace truefill::ledger {

void Ledger::save(archive::Output& output) const {
    archive::save(output, orders_);
    // Not to be made again from the orders: archived ones keep their number.
    archive::save(output, numbers_);
    archive::save(output, stock_);
    archive::save(output, money_);
    archive::save(output, holds_);
    archive::save(output, last_hold_);
    archive::save(output, digest_);
}

void Ledger::load(archive::Reader& reader) {
    *this = Ledger{};
    archive::load(reader, orders_);
    archive::load(reader, numbers_);
    archive::load(reader, stock_);
    archive::load(reader, money_);
    archive::load(reader, holds_);
    archive::load(reader, last_hold_);
    archive::load(reader, digest_);
    if (reader.ok() && !index_loaded()) reader.fail();
}

/// Makes the indexes from what was loaded. False when the digest is not the sum of what is there.
bool Ledger::index_loaded() {
    Hash128 sum{};
    orders_.each([&](OrderId id, const Order& order) {
        add(sum, whole_weight(order));
        for (const auto& line : order.lines)
            if (order.quantity(line, Pipeline::backordered) > 0)
                waiting_.insert({line.item, order.priority, {id, line.number}});
    });
    for (std::uint32_t i = 0; i < stock_.size(); ++i) {
        const auto& row = stock_[i];
        add(sum, weight(row));
        stock_index_.emplace(stock_key(row.item, row.site, row.lot), i);
        if (first_stock_.size() <= row.item.value) first_stock_.resize(row.item.value + 1, no_parcel);
        // Rows stand in order of first sight, so the first of an item heads its chain.
        if (first_stock_[row.item.value] == no_parcel) first_stock_[row.item.value] = i;
    }
    for (std::uint32_t i = 0; i < money_.size(); ++i) {
        add(sum, weight(money_[i]));
        money_index_.emplace(money_key(money_[i].customer, money_[i].currency), i);
    }
    for (const auto& hold : holds_) {
        add(sum, weight(hold));
        holds_by_key_[hold_key(hold.scope, hold.key)].push_back(hold.id);
    }
    return sum == digest_;
}

} // namespace truefill::ledger

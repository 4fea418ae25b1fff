#include "ledger/digest.h"

#include "base/mix.h"

#include <string_view>

namespace truefill::ledger {
namespace {

/// What a number is about, so that equal words of different things differ.
enum class Topic : std::uint64_t { order = 1, line, charge, parcel, stock, money, hold };

/// Two independent chains over the words of one thing.
class Words {
public:
    explicit Words(Topic topic) : hi_{mix64(static_cast<std::uint64_t>(topic))}, lo_{mix64(~hi_)} {}

    Words& operator<<(std::uint64_t word) {
        hi_ = mix64(hi_ ^ word);
        lo_ = mix64(lo_ + word);
        return *this;
    }
    Words& operator<<(Amount amount) { return *this << static_cast<std::uint64_t>(amount.micros); }
    Words& operator<<(std::string_view text) {
        for (const char c : text) *this << static_cast<unsigned char>(c);
        return *this << text.size();
    }
    Words& operator<<(const Value& value) {
        return *this << static_cast<std::uint64_t>(value.quantity) << value.exact << value.amount;
    }
    Hash128 sum() const { return {hi_, lo_}; }

private:
    std::uint64_t hi_, lo_;
};

template <class E> constexpr std::uint64_t word(E value) { return static_cast<std::uint64_t>(value); }

/// Two numbers of at most 32 bits as one word.
constexpr std::uint64_t pair(std::uint64_t high, std::uint64_t low) { return high << 32 | low; }

std::uint64_t word_of(Currency currency) {
    std::uint64_t bits = 0;
    for (const char c : currency.code) bits = bits << 8 | static_cast<unsigned char>(c);
    return bits;
}

} // namespace

Hash128 weight(OrderId order, const Parcel& p) {
    if (p.quantity == 0) return {};
    Words words{Topic::parcel};
    words << pair(order.value, p.line_index) << word(p.quantity);
    words << (word(p.pipeline) << 24 | word(p.billing) << 16 | p.site.value)
          << pair(p.lot.value, p.supply.value);
    words << pair(p.release.value, p.shipment.value) << pair(p.handling_unit.value, p.invoice.value)
          << p.unit_price;
    return words.sum();
}

Hash128 weight(OrderId order, const Line& line) {
    Words words{Topic::line};
    words << pair(order.value, line.number) << pair(line.item.value, line.parent);
    words << word(line.total) << word(line.demanded) << line.unit_price << word(line.requested.days);
    words << line.issued << line.billed;
    return words.sum();
}

Hash128 weight(OrderId order, std::size_t number, const Charge& charge) {
    Words words{Topic::charge};
    words << pair(order.value, number) << charge.kind << charge.amount << word(charge.trigger);
    words << charge.issued << charge.billed;
    return words.sum();
}

Hash128 weight(const Order& order) {
    Words words{Topic::order};
    words << pair(order.id.value, order.customer.value) << order.number
          << pair(order.target.value, word(order.kind));
    words << pair(order.priority, order.ship_complete ? 1 : 0) << word_of(order.currency);
    return words.sum();
}

Hash128 whole_weight(const Order& order) {
    Hash128 sum = weight(order);
    for (const auto& line : order.lines) add(sum, weight(order.id, line));
    for (std::size_t i = 0; i < order.charges.size(); ++i)
        add(sum, weight(order.id, i + 1, order.charges[i]));
    for (const auto& parcel : order.parcels) add(sum, weight(order.id, parcel));
    return sum;
}

Hash128 weight(const StockBalance& row, Stock bucket) {
    if (row[bucket] == 0) return {};
    Words words{Topic::stock};
    words << pair(row.item.value, row.lot.value) << pair(row.site.value, word(bucket)) << word(row[bucket]);
    return words.sum();
}

Hash128 weight(const StockBalance& row) {
    Hash128 sum{};
    for (std::size_t i = 0; i < stock_count; ++i) add(sum, weight(row, static_cast<Stock>(i)));
    return sum;
}

Hash128 weight(const MoneyBalance& row, Account account) {
    if (row[account] == Amount{}) return {};
    Words words{Topic::money};
    words << pair(row.customer.value, word(account)) << word_of(row.currency) << row[account];
    return words.sum();
}

Hash128 weight(const MoneyBalance& row) {
    Hash128 sum{};
    for (std::size_t i = 0; i < account_count; ++i) add(sum, weight(row, static_cast<Account>(i)));
    return sum;
}

Hash128 weight(const Hold& hold) {
    Words words{Topic::hold};
    words << pair(hold.id.value, word(hold.scope)) << pair(hold.key, hold.line) << hold.site.value
          << hold.reason;
    for (const auto trigger : hold.blocks) words << word(trigger);
    words << word(hold.placed_at.micros) << word(hold.expires_at.micros);
    return words.sum();
}

} // namespace truefill::ledger

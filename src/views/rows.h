/// Rows on their way into the tables: cells by table, with their texts in one buffer. Filling them costs no
/// allocation a row, since in a server it is done on the engine's thread.
#pragma once

#include "base/ids.h"
#include "base/money.h"
#include "base/time.h"
#include "views/schema.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::views {

struct Cell {
    static constexpr std::uint32_t null_size = 0xffffffff, integer_size = 0xfffffffe;
    std::int64_t value{}; ///< the number, or where the text begins
    std::uint32_t size{}; ///< of the text, or one of the two above
};

class Rows {
public:
    /// Then a call for each column, in the order of the schema, then end().
    Rows& begin(TableId table);
    Rows& integer(std::int64_t value);
    Rows& flag(bool value) { return integer(value ? 1 : 0); }
    Rows& text(std::string_view value);
    Rows& null();
    /// Null when it is none.
    template <class Id> Rows& id(Id value) {
        return value ? integer(static_cast<std::int64_t>(value.value)) : null();
    }
    Rows& code(std::string_view value) { return value.empty() ? null() : text(value); }
    /// "2026-03-02T10:00:00Z"; null when it is not set.
    Rows& time(Time value);
    Rows& date(Date value);
    /// In the smallest coin of the currency, rounded to it.
    Rows& money(Amount amount, Currency currency);
    /// In millionths of the currency: exact.
    Rows& price(Amount amount) { return integer(amount.micros); }
    void end();

    bool empty() const { return count_ == 0; }
    std::size_t size() const { return count_; }
    const std::vector<Cell>& cells(TableId table) const { return cells_[static_cast<std::size_t>(table)]; }
    std::string_view text_of(const Cell& cell) const {
        return std::string_view{text_}.substr(static_cast<std::size_t>(cell.value), cell.size);
    }
    void clear();
    /// Replaces texts with something sealed in them (base/sealed.h) by what `read` makes of them.
    void unseal(const std::function<std::string(std::string_view)>& read);

    std::vector<std::int64_t> orders;   ///< their line_quantities are replaced by what stands here
    std::vector<std::int64_t> invoices; ///< the same with invoice_lines
    std::vector<std::int64_t> holds;    ///< lifted
    std::vector<Currency> currencies;   ///< that were met

private:
    std::array<std::vector<Cell>, table_count> cells_;
    std::string text_;
    std::size_t count_ = 0;
    TableId table_{};
};

} // namespace truefill::views

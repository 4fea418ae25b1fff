#include "views/rows.h"

#include "base/assert.h"
#include "base/sealed.h"

#include <algorithm>

namespace truefill::views {
namespace {

constexpr std::array<std::int64_t, Amount::digits + 1> powers{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};

} // namespace

Rows& Rows::begin(TableId table) {
    table_ = table;
    ++count_;
    return *this;
}

Rows& Rows::integer(std::int64_t value) {
    cells_[static_cast<std::size_t>(table_)].push_back({value, Cell::integer_size});
    return *this;
}

Rows& Rows::null() {
    cells_[static_cast<std::size_t>(table_)].push_back({0, Cell::null_size});
    return *this;
}

Rows& Rows::text(std::string_view value) {
    cells_[static_cast<std::size_t>(table_)].push_back(
        {static_cast<std::int64_t>(text_.size()), static_cast<std::uint32_t>(value.size())});
    text_ += value;
    return *this;
}

Rows& Rows::time(Time value) {
    if (!value) return null();
    std::array<char, 27> whole;
    write_time(whole.data(), value);
    whole[19] = 'Z'; // where the fraction began
    return text({whole.data(), 20});
}

Rows& Rows::date(Date value) {
    if (!value) return null();
    std::array<char, 10> whole;
    write_date(whole.data(), value);
    return text({whole.data(), whole.size()});
}

Rows& Rows::money(Amount amount, Currency currency) {
    if (currency && std::ranges::find(currencies, currency) == currencies.end())
        currencies.push_back(currency);
    const int digits = minor_digits(currency);
    return integer(rounded(amount, digits).micros /
                   powers[static_cast<std::size_t>(Amount::digits - digits)]);
}

void Rows::end() {
    TF_ASSERT(cells_[static_cast<std::size_t>(table_)].size() % spec_of(table_).columns.size() == 0,
              "a row has a cell for each column");
}

void Rows::unseal(const std::function<std::string(std::string_view)>& read) {
    if (text_.find(sealed_begin) == std::string::npos) return;
    for (auto& cells : cells_)
        for (auto& cell : cells) {
            if (cell.size >= Cell::integer_size) continue;
            if (text_of(cell).find(sealed_begin) == std::string_view::npos) continue;
            const auto clear_text = read(text_of(cell));
            cell = {static_cast<std::int64_t>(text_.size()), static_cast<std::uint32_t>(clear_text.size())};
            text_ += clear_text;
        }
}

void Rows::clear() {
    for (auto& cells : cells_) cells.clear();
    for (auto* list : {&orders, &invoices, &holds}) list->clear();
    currencies.clear();
    text_.clear();
    count_ = 0;
}

} // namespace truefill::views

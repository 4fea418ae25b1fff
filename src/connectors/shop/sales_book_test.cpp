#include "connectors/shop/sales_book.h"

#include "connectors/shop/retail_fixture.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace truefill;
using namespace truefill::connectors::shop;

namespace {

struct Sale {
    Quantity quantity;
    std::int64_t price_pence;
};

ImportedOrder order(std::string number, std::string customer, const std::vector<Sale>& lines) {
    ImportedOrder order;
    order.number = std::move(number);
    order.customer = std::move(customer);
    for (const Sale& sale : lines) {
        ImportedLine line;
        line.number = static_cast<LineNumber>(order.lines.size() + 1);
        line.item = "LAMP";
        line.quantity = sale.quantity;
        line.unit_price = pence(sale.price_pence);
        order.lines.push_back(line);
    }
    return order;
}

std::string taken(SalesBook& book, Quantity quantity, std::int64_t price_pence, const char* customer = "C1") {
    std::string text;
    for (const auto& part : book.take({customer, "LAMP", quantity, pence(price_pence)})) {
        text += part.order + "/" + std::to_string(part.line) + "x" + std::to_string(part.quantity) + " ";
    }
    return text;
}

} // namespace

TEST_CASE("takes from the latest sale that has all the units") {
    SalesBook book;
    book.add(order("A", "C1", {{10, 100}}));
    book.add(order("B", "C1", {{6, 100}}));
    book.add(order("C", "C1", {{2, 100}}));
    CHECK(taken(book, 5, 100) == "B/1x5 ");
    CHECK(taken(book, 5, 100) == "A/1x5 ");
    CHECK(taken(book, 2, 100) == "C/1x2 ");
}

TEST_CASE("splits over several sales, latest first, and never takes a unit twice") {
    SalesBook book;
    book.add(order("A", "C1", {{4, 100}, {3, 100}}));
    book.add(order("B", "C1", {{2, 100}}));
    CHECK(taken(book, 8, 100) == "B/1x2 A/2x3 A/1x3 ");
    CHECK(taken(book, 8, 100) == "A/1x1 ");
    CHECK(taken(book, 8, 100).empty());
}

TEST_CASE("prefers sales at the price of the credit") {
    SalesBook book;
    book.add(order("A", "C1", {{5, 100}}));
    book.add(order("B", "C1", {{5, 200}}));
    CHECK(taken(book, 3, 100) == "A/1x3 ");
    CHECK(taken(book, 4, 100) == "A/1x2 B/1x2 ");
    CHECK(taken(book, 1, 300) == "B/1x1 ");
}

TEST_CASE("does not mix customers") {
    SalesBook book;
    book.add(order("A", "C1", {{5, 100}}));
    CHECK(taken(book, 1, 100, "C2").empty());
}

TEST_CASE("suggests the latest charge that is large enough") {
    SalesBook book;
    ImportedOrder first = order("A", "C1", {});
    first.charges.push_back({1, ChargeKind::freight, "POST", "", pence(1'800)});
    ImportedOrder second = order("B", "C1", {});
    second.charges.push_back({2, ChargeKind::freight, "POST", "", pence(500)});
    book.add(first);
    book.add(second);
    CHECK(book.find_charge("C1", "POST", pence(400)) == "B");
    CHECK(book.find_charge("C1", "POST", pence(1'800)) == "A");
    CHECK(book.find_charge("C1", "POST", pence(1'801)).empty());
    CHECK(book.find_charge("C2", "POST", pence(1)).empty());
}

#include "connectors/shop/retail_import.h"

#include "connectors/shop/retail_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

using namespace truefill;
using namespace truefill::connectors::shop;

namespace {

constexpr std::string_view header =
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

/// Rows are "number,code,description,quantity,HH:MM,price,customer"; the rest is the same for all.
std::string file_of(std::initializer_list<std::string_view> rows) {
    std::string text(header);
    for (const std::string_view row : rows) {
        std::string line(row);
        std::size_t at = 0;
        for (int comma = 0; comma < 4; ++comma) at = line.find(',', at) + 1;
        line.insert(at, "2010-12-01T");
        text += line + ",United Kingdom\n";
    }
    return text;
}

Import import_of(std::initializer_list<std::string_view> rows) {
    auto import = import_retail(file_of(rows), shipped_codes());
    REQUIRE(import.has_value());
    return std::move(*import);
}

std::string outcomes_of(const Import& import) {
    std::string text;
    for (const RowOutcome& row : import.outcomes) text += row.code + " ";
    return text;
}

} // namespace

TEST_CASE("makes one order of the rows of one number") {
    const Import import =
        import_of({"1001,85123A,LANTERN,6,08:26,2.55,17850", "1001,POST,POSTAGE,2,08:26,18.00,17850",
                   "1001,85123a,LANTERN ,4,08:27,2.50,17850"});
    CHECK(outcomes_of(import) == "order_line charge order_line ");
    REQUIRE(import.orders.size() == 1);
    const ImportedOrder& order = import.orders.front();
    CHECK(order.number == "1001");
    CHECK(order.customer == "17850");
    CHECK(order.ordered_at == parse_time("2010-12-01T08:26:00Z").value());
    CHECK(order.currency.text() == "GBP");
    REQUIRE(order.lines.size() == 2);
    CHECK(order.lines[0] == ImportedLine{1, 1, "85123A", "LANTERN", 6, pence(255), false});
    CHECK(order.lines[1] == ImportedLine{2, 3, "85123A", "LANTERN", 4, pence(250), true});
    REQUIRE(order.charges.size() == 1);
    CHECK(order.charges[0] == ImportedCharge{2, ChargeKind::freight, "POST", "POSTAGE", pence(3'600)});
    CHECK(import.folded_codes == 1);
    REQUIRE(import.items.size() == 1);
    CHECK(import.items[0] == ImportedItem{"85123A", "LANTERN", pence(255), 10});
    REQUIRE(import.customers.size() == 1);
    CHECK(import.customers[0] == ImportedCustomer{"17850", "United Kingdom", "GB", false});
}

TEST_CASE("gives buyers without a number to the house account of their country") {
    const Import import = import_of({"1001,21777,LAMP,1,08:26,2.55,", "1002,21777,LAMP,1,08:27,2.55,"});
    CHECK(import.orders.size() == 2);
    CHECK(import.orders[0].customer == "GUEST-GB");
    REQUIRE(import.customers.size() == 1);
    CHECK(import.customers[0] == ImportedCustomer{"GUEST-GB", "United Kingdom", "GB", true});
}

TEST_CASE("what comes back from nobody is a case, even when an unnamed buyer bought the same") {
    const Import import = import_of({"1001,21777,LAMP,1,08:26,2.55,", "C1002,21777,LAMP,-1,08:27,2.55,"});
    CHECK(outcomes_of(import) == "order_line cancellation_without_customer ");
    CHECK(import.cancellations.empty());
    REQUIRE(import.cases.size() == 1);
    CHECK(import.cases[0].key == "C1002/1");
    CHECK(import.cases[0].quantity == -1);
    CHECK(import.cases[0].amount == pence(-255));
}

TEST_CASE("a cancellation takes back what the customer bought before, and only that") {
    const Import import =
        import_of({"1001,21777,LAMP,10,08:00,2.00,17850", "1002,21777,LAMP,4,09:00,2.00,17850",
                   "1003,21777,LAMP,9,09:00,2.00,99999", "C1004,21777,LAMP,-3,10:00,2.00,17850",
                   "C1005,21777,LAMP,-20,11:00,2.00,17850", "C1006,21778,MUG,-1,11:00,1.00,17850",
                   "1007,21778,MUG,1,12:00,1.00,17850"});
    CHECK(outcomes_of(import) == "order_line order_line order_line withdrawal partly_matched_cancellation "
                                 "unmatched_cancellation order_line ");
    REQUIRE(import.cancellations.size() == 2);
    CHECK(import.cancellations[0].withdrawals ==
          std::vector<Withdrawal>{{"C1004", 4, "1002", 1, "21777", 3}});
    CHECK(import.cancellations[1].withdrawals ==
          std::vector<Withdrawal>{{"C1005", 5, "1002", 1, "21777", 1}, {"C1005", 5, "1001", 1, "21777", 10}});
    CHECK(import.cancellations[1].lines[0] == CancelledLine{5, "21777", 20, 11, pence(200)});
    REQUIRE(import.cases.size() == 2);
    CHECK(import.cases[0].quantity == -9);
    CHECK(import.cases[0].amount == pence(-1'800));
    CHECK(import.cases[1].key == "C1006/1");
}

TEST_CASE(
    "a credit at another price moves the units at the price of the sale and leaves the money to a person") {
    const Import import =
        import_of({"1001,21777,LAMP,72,08:00,1.69,13777", "C1002,21777,LAMP,-20,09:00,2.10,13777"});
    CHECK(outcomes_of(import) == "order_line price_differs ");
    REQUIRE(import.cancellations.size() == 1);
    CHECK(import.cancellations[0].withdrawals.size() == 1);
    REQUIRE(import.cases.size() == 1);
    CHECK(import.cases[0].quantity == 0);
    CHECK(import.cases[0].amount == pence(-820));
    CHECK(import.cases[0].order == "1001");
    CHECK(import.cases[0].line == 1);
}

TEST_CASE("money alone is a case, with the charge that it may mean") {
    const Import import =
        import_of({"1001,21777,LAMP,1,08:00,2.00,17850", "1001,C2,CARRIAGE,1,08:00,50.00,17850",
                   "C1002,C2,CARRIAGE,-1,09:00,50.00,17850", "C1003,D,Discount,-1,09:00,27.50,17850",
                   "C1004,M,Manual,-1,09:00,631.31,"});
    CHECK(outcomes_of(import) == "order_line charge money_credit money_credit money_credit ");
    CHECK(import.cases[0].order == "1001");
    CHECK(import.cases[1].order.empty());
    CHECK(import.cases[2].customer.empty());
    CHECK(import.cases[2].amount == pence(-63'131));
}

TEST_CASE("charges without goods are cases, and the seller's own costs are refused") {
    const Import import = import_of(
        {"1001,POST,POSTAGE,1,08:00,15.00,15694", "1001,BANK CHARGES,Bank Charges,1,08:00,15.00,15694",
         "1002,AMAZONFEE,AMAZON FEE,1,09:00,13541.33,", "C1003,AMAZONFEE,AMAZON FEE,-1,09:00,1.00,"});
    CHECK(outcomes_of(import) ==
          "charge_without_goods charge_without_goods marketplace_fee marketplace_fee ");
    CHECK(import.orders.empty());
    CHECK(import.cases[1].key == "1001/2");
    CHECK(import.outcomes[2].outcome == Outcome::refused);
}

TEST_CASE("rows without price and customer are read by the clerk's note") {
    const Import import = import_of({"1001,21777,,-10,08:00,0.00,", "1002,21777,Found,53,08:01,0.00,",
                                     "1003,21777,damages,-43,08:02,0.00,", "1004,21777,?,-723,08:03,0.00,",
                                     "1005,21777,amazon sales,20,08:04,0.00,",
                                     "1006,21777,eaten,-1,08:05,0.00,", "1007,21777,LAMP,1,08:06,0.00,"});
    CHECK(outcomes_of(import) ==
          "stock_adjustment stock_adjustment stock_adjustment stock_in_doubt other_channel "
          "unexplained_adjustment unexplained_free_line ");
    REQUIRE(import.adjustments.size() == 3);
    CHECK(import.adjustments[0].key == "1001/1");
    CHECK(import.adjustments[0].quantity == -10);
    CHECK(import.adjustments[0].reason == "count_correction");
    CHECK(import.adjustments[1].quantity == 53);
    CHECK(import.adjustments[2].reason == "damaged");
}

TEST_CASE("goods at no price are free when somebody is named or something else is priced") {
    const Import import = import_of({"1001,21777,LAMP,1,08:00,0.00,12647", "1002,21777,LAMP,1,08:00,0.00,",
                                     "1002,M,Manual,1,08:00,924.59,"});
    CHECK(outcomes_of(import) == "free_line free_line charge ");
    CHECK(import.orders[1].charges[0].kind == ChargeKind::service);
}

TEST_CASE("what cannot be is a case and leaves the rest of its document alone") {
    const Import import =
        import_of({"1001,21777,LAMP,1,08:00,1.00,17850", "1001,WHAT,THING,1,08:00,1.00,17850",
                   "1001,21777,LAMP,-1,08:00,1.00,17850", "1001,21777,LAMP,1,08:00,-1.00,17850",
                   "1001,21777,LAMP,1,08:00,1.00,99999", "1001,21777,LAMP,0,08:00,1.00,17850",
                   "1001,gift_0001_20,Voucher,1,08:00,17.02,17850", "C1002,21777,LAMP,1,09:00,1.00,17850",
                   "1001,21777 X,LAMP,1,08:00,1.00,17850"});
    CHECK(outcomes_of(import) ==
          "order_line unknown_code negative_sale_line negative_price contradicts_document "
          "zero_quantity voucher_sold positive_cancellation_line unknown_code ");
    CHECK(import.orders.size() == 1);
    CHECK(import.orders[0].lines.size() == 1);
}

TEST_CASE("a row that cannot be read refuses its whole document and no other") {
    const Import import =
        import_of({"1001,21777,LAMP,1,08:00,1.00,17850", "1001,21778,MUG,six,08:00,1.00,17850",
                   "1002,21777,LAMP,1,08:00,1.00,17850", "1003,21777,LAMP,1,25:00,1.00,17850",
                   "1004,21777,LAMP,1,08:00,1.00 GBP,17850", "10 05,21777,LAMP,1,08:00,1.00,17850",
                   "1006,,LAMP,1,08:00,1.00,17850", "1007,21777,LAMP,1,08:00,1.00,no body",
                   "1008,21777,LAMP,90000000,08:00,900.00,17850"});
    CHECK(outcomes_of(import) ==
          "document_refused bad_quantity order_line bad_time bad_price bad_document_number "
          "bad_item_code bad_customer amount_out_of_range ");
    CHECK(import.orders.size() == 1);
    CHECK(import.outcomes[0].sentence.find("row 2") != std::string::npos);
    CHECK(import.outcomes[1].line == 3);
}

TEST_CASE("documents are put in the order of their times, however the file stands") {
    const Import import = import_of({"C1003,21777,LAMP,-1,12:00,1.00,17850",
                                     "1001,21777,LAMP,1,08:00,1.00,17850", "1002,21777,,-5,09:00,0.00,"});
    CHECK(outcomes_of(import) == "withdrawal order_line stock_adjustment ");
    CHECK(import.in_order == std::vector<DocumentRef>{{DocumentKind::order, 0},
                                                      {DocumentKind::adjustment, 0},
                                                      {DocumentKind::cancellation, 0}});
}

TEST_CASE("the sums name each outcome once and make the sums of the file") {
    const Import import =
        import_of({"1001,21777,LAMP,6,08:00,2.55,17850", "1001,POST,POSTAGE,1,08:00,18.00,17850",
                   "C1002,21777,LAMP,-2,09:00,2.55,17850"});
    const auto all = sums(import.outcomes);
    REQUIRE(all.size() == 3);
    CHECK(all[0] == Sum{Outcome::accepted, "charge", 1, 1, pence(1'800)});
    CHECK(all[1] == Sum{Outcome::accepted, "order_line", 1, 6, pence(1'530)});
    CHECK(all[2] == Sum{Outcome::accepted, "withdrawal", 1, -2, pence(-510)});
    CHECK(report(import).find("28.20") != std::string::npos);
}

TEST_CASE("bad files get a line and a column and nothing of them is imported") {
    const std::string good = file_of({"1001,21777,LAMP,6,08:00,2.55,17850"});
    const auto problem = [](std::string bytes) {
        const auto import = import_retail(std::move(bytes), shipped_codes());
        REQUIRE_FALSE(import.has_value());
        return import.error().code + " " + std::to_string(import.error().line) + ":" +
               std::to_string(import.error().column);
    };
    CHECK(problem("") == "empty_file 1:1");
    CHECK(problem("Invoice,StockCode\n") == "wrong_header 1:1");
    CHECK(problem(good + "1002,21777,\"LAMP,1,2010-12-01T08:00,1.00,17850,United Kingdom\n") ==
          "unterminated_quote 3:12");
    CHECK(problem(good + "1002,21777,5\" NAIL,1,2010-12-01T08:00,1.00,17850,United Kingdom\n") ==
          "quote_inside_field 3:13");
    CHECK(problem(good + "1002,21777,Voucher \xA3"
                         "20,1,2010-12-01T08:00,1.00,17850,United Kingdom\n") == "wrong_encoding 3:20");
    CHECK(problem(good + "1002,21777," + std::string(1'000'000, 'x') +
                  ",1,2010-12-01T08:00,1.00,17850,United Kingdom\n") == "row_too_long 3:65537");
    CHECK(problem(good + "1002,21777\n") == "field_count 3:6");
    CHECK(problem(good.substr(0, good.size() - 20)) == "field_count 2:41");
}

TEST_CASE("a file whose amounts cannot be summed is refused where the sum ends") {
    std::string text(header);
    for (int i = 0; i < 10'000; ++i) {
        text += std::to_string(i) + ",21777,LAMP,1,2010-12-01T08:00,999999999.00,17850,United Kingdom\n";
    }
    const auto import = import_retail(text, shipped_codes());
    REQUIRE_FALSE(import.has_value());
    CHECK(import.error().code == "sum_out_of_range");
    CHECK(import.error().line == 9'225);
}

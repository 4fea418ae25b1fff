#include "billing/words.h"

#include "base/text.h"

namespace truefill::billing {
namespace {

std::string numbered(std::string_view prefix, std::uint32_t number) {
    std::string text{prefix};
    append_uint(text, number);
    return text;
}

} // namespace

std::string say(InvoiceId id) { return numbered("INV-", id.value); }
std::string say(CreditId id) { return numbered("CM-", id.value); }
std::string say(ShipmentId id) { return numbered("SH-", id.value); }

std::string say(const Money& money) {
    std::string text;
    append_amount(text, money.amount);
    if (money.currency) {
        text += ' ';
        text += money.currency.text();
    }
    return text;
}

std::string say(Date date) {
    std::string text;
    append_date(text, date);
    return text;
}

std::string say(Quantity quantity) {
    std::string text;
    append_int(text, quantity);
    text += quantity == 1 ? " unit" : " units";
    return text;
}

std::string say_order(const Facts& facts, OrderId id) {
    const auto* order = facts.ledger.find(id);
    return order ? order->number : "an archived order";
}

std::string say_customer(const Facts& facts, CustomerId id) {
    if (!id) return "an unknown customer";
    const auto& customer = facts.master.customer(id);
    return customer.name.empty() ? customer.code : customer.name;
}

} // namespace truefill::billing

#include "base/text.h"
#include "returns/verbs.h"

namespace truefill::returns {

std::string say(ReturnId id) {
    std::string text = "RMA-";
    append_uint(text, id.value);
    return text;
}

std::string say(Quantity quantity) {
    std::string text;
    append_int(text, quantity);
    text += quantity == 1 ? " unit" : " units";
    return text;
}

std::string say_line(const Facts& facts, OrderId order, LineNumber line) {
    const auto* account = facts.ledger.find(order);
    std::string text = account ? account->number : "an archived order";
    if (line == 0) return text;
    text += " line ";
    append_uint(text, line);
    return text;
}

std::string say_item(const Facts& facts, ItemId item) { return facts.master.item(item).code; }
std::string say_site(const Facts& facts, SiteId site) { return facts.master.site(site).code; }

} // namespace truefill::returns

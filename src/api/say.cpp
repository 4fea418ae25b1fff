#include "api/say.h"

#include <algorithm>

namespace truefill::api {

std::string say(Time time) {
    if (!time) return "-";
    std::string text;
    append_time(text, time);
    return text.substr(0, 10) + " " + text.substr(11, 5);
}

std::string say(Date date) {
    std::string text;
    if (date) append_date(text, date);
    return text.empty() ? "an unknown day" : text;
}

std::string say(Amount amount) {
    std::string text;
    append_amount(text, amount);
    return text;
}

std::string say(const Money& money) {
    auto text = say(money.amount);
    if (money.currency) text.append(" ").append(money.currency.text());
    return text;
}

std::string words(std::string_view name) {
    std::string text{name};
    std::ranges::replace(text, '_', ' ');
    return text;
}

} // namespace truefill::api

#include "systems/bank.h"

#include "billing/commands.h"

#include <fmt/format.h>

#include <algorithm>

namespace truefill::systems {

void Bank::look() {
    if (now() < next_look_) return;
    next_look_ = now() + minutes(20);
    truefill().each("/v1/invoices?status=posted", [&](json::Value row) {
        const auto deed = fmt::format("pay/{}", number_in(row, "id"));
        if (is_planned(deed)) return;
        billing::RecordPayment command;
        command.reference = fmt::format("BANK-L{}", number_in(row, "id"));
        command.customer = text_in(row, "customer");
        command.invoice = InvoiceId{static_cast<std::uint32_t>(number_in(row, "id"))};
        if (!json::decode(row.find("open"), command.money) || command.money.amount <= Amount{}) return;
        const auto due = parse_date(text_in(row, "due")).value_or(date_of(now()));
        const auto usual = start_of(due) + hours(9) + wait(deed, -hours(30), hours(4));
        const auto soon = now() + wait(deed, minutes(5), hours(3));
        const auto when = std::max(usual, soon) + (chance(deed, 60) ? days(4) : Duration{});
        if (until() < when) return;
        plan(deed, when, [this, deed, command](Time at) { truefill().send(letter(deed, at, command)); });
    });
}

} // namespace truefill::systems

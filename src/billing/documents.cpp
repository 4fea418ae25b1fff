#include "billing/verbs.h"
#include "billing/words.h"

namespace truefill::billing {

ledger::Deviation deviation(std::string_view category, std::string sentence, OrderId order,
                            const Money& value) {
    ledger::Deviation found;
    found.category = category;
    found.sentence = std::move(sentence);
    found.order = order;
    found.value = value;
    return found;
}

Decision contradiction(InvoiceId id, const Invoice& invoice, std::string sentence) {
    ContradictionNoted noted;
    noted.invoice = id;
    noted.order = invoice.order;
    noted.deviations.push_back(
        deviation("contradiction", std::move(sentence), invoice.order, invoice.total()));
    return one(std::move(noted));
}

Decision contradiction(CreditId id, const Credit& credit, std::string sentence) {
    ContradictionNoted noted;
    noted.invoice = credit.invoice;
    noted.credit = id;
    noted.order = credit.order;
    const Money value{credit.net + credit.tax, credit.currency};
    noted.deviations.push_back(deviation("contradiction", std::move(sentence), credit.order, value));
    return one(std::move(noted));
}

void post(ledger::Entry& entry, const MoneyMove& move, Amount amount) {
    if (amount == Amount{}) return;
    const bool back = amount < Amount{};
    auto& posting = entry.money.emplace_back();
    posting.customer = move.customer;
    posting.debit = back ? move.credit : move.debit;
    posting.credit = back ? move.debit : move.credit;
    posting.money = {back ? -amount : amount, move.currency};
}

void post_value(ledger::Entry& entry, ledger::ValueStage stage, const InvoiceLine& line) {
    auto& posting = entry.values.emplace_back();
    posting.line = line.line;
    posting.stage = stage;
    posting.quantity = line.quantity;
    posting.exact = times(line.unit_price, line.quantity);
    posting.amount = line.amount;
}

void post_value(ledger::Entry& entry, ledger::ValueStage stage, const InvoiceCharge& charge) {
    auto& posting = entry.values.emplace_back();
    posting.charge = charge.charge;
    posting.stage = stage;
    posting.exact = charge.exact;
    posting.amount = charge.amount;
}

void level(ledger::Draft& draft, LineNumber number) {
    const auto& line = *draft.order().line(number);
    auto issued = line.issued;
    auto billed = line.billed;
    for (const auto& posting : draft.entry().values) {
        if (posting.line != number) continue;
        auto& value = posting.stage == ledger::ValueStage::issued ? issued : billed;
        value.exact += posting.exact;
        value.amount += posting.amount;
    }
    const auto difference = billed.amount - issued.amount;
    if (issued.exact != billed.exact || difference == Amount{}) return;
    auto& posting = draft.entry().values.emplace_back();
    posting.line = number;
    posting.stage = ledger::ValueStage::issued;
    posting.amount = difference;
    post(
        draft.entry(),
        {draft.order().customer, draft.order().currency, ledger::Account::unbilled, ledger::Account::revenue},
        difference);
}

InvoiceLine negated(InvoiceLine line) {
    line.quantity = -line.quantity;
    line.amount = -line.amount;
    return line;
}

InvoiceCharge negated(InvoiceCharge charge) {
    charge.exact = -charge.exact;
    charge.amount = -charge.amount;
    return charge;
}

const InvoiceLine* find_line(const Invoice& invoice, LineNumber line, Amount unit_price) {
    for (const auto& mine : invoice.lines)
        if (mine.line == line && mine.unit_price == unit_price) return &mine;
    return nullptr;
}

Credited credited_of(const State& state, const Invoice& invoice, const LineKey& key) {
    Credited sum;
    each_credit(state, invoice, [&](CreditId, const Credit& credit) {
        if (!credit.counts()) return;
        for (const auto& line : credit.lines) {
            if (line.line != key.line || line.charge != key.charge || line.unit_price != key.unit_price)
                continue;
            sum.quantity += line.quantity;
            sum.value += line.value;
            sum.amount += line.amount;
        }
        if (key.line != 0) return;
        for (const auto& charge : credit.charges)
            if (charge.charge == key.charge) sum.amount += charge.amount;
    });
    return sum;
}

std::string key_of(InvoiceId invoice) { return "invoice:" + say(invoice); }
std::string key_of_number(std::string_view number) { return "invoice:" + std::string{number}; }

bool needs_check(const State& state, InvoiceId invoice, Time now) {
    const auto* found = state.invoices.find(invoice);
    if (found == nullptr || found->reminded || now < found->check_at) return false;
    return found->status == InvoiceStatus::matched || found->open() > Amount{};
}

bool needs_check(const State& state, CreditId credit, Time now) {
    const auto* found = state.credits.find(credit);
    return found != nullptr && !found->reminded && found->status == CreditStatus::prepared &&
           now >= found->check_at;
}

} // namespace truefill::billing

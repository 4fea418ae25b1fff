#include "sim/stories/phrases.h"

#include <fmt/format.h>

namespace truefill::stories {
namespace {

const billing::Invoice* invoice_of(Scene& scene, const Words& words) {
    const auto* invoice = scene.state().billing.invoices.find(InvoiceId{words.number("INV")});
    if (!invoice) scene.fail("there is no " + words.text("INV"));
    return invoice;
}

/// Finance numbers INV-1 as F-1 and CM-1 as C-1.
void post_invoice(Scene& scene, const Words& words) {
    const auto* invoice = invoice_of(scene, words);
    if (!invoice) return;
    billing::ConfirmInvoice command;
    command.invoice = InvoiceId{words.number("INV")};
    command.number = words.has("NUMBER") ? words.text("NUMBER") : fmt::format("F-{}", command.invoice.value);
    command.total = {invoice->net, invoice->currency};
    if (words.has("tax")) {
        const auto tax = parse_amount(words.text("tax"));
        if (!tax) return scene.fail(tax.error());
        command.tax = *tax;
        command.total.amount += *tax;
    }
    if (words.has("amount")) command.total = {words.amount("amount"), words.currency("EUR")};
    scene.send(billing::Command{command}, "finance");
}
void reject_invoice(Scene& scene, const Words& words) {
    scene.send(billing::Command{billing::RejectInvoice{InvoiceId{words.number("INV")}, words.text("reason")}},
               "finance");
}
void void_invoice(Scene& scene, const Words& words) {
    scene.send(
        billing::Command{billing::VoidInvoice{InvoiceId{words.number("INV")}, "wrong", words.text("person")}},
        "office");
}
void prepare_again(Scene& scene, const Words& words) {
    const auto* shipment = scene.state().shipping.shipments.find(ShipmentId{words.number("SH")});
    if (!shipment) return scene.fail("there is no " + words.text("SH"));
    scene.send(billing::Command{billing::PrepareInvoice{ShipmentId{words.number("SH")}, shipment->order, {}}},
               "office");
}
void reverse_invoice(Scene& scene, const Words& words) {
    billing::ReverseInvoice command;
    command.invoice = InvoiceId{words.number("INV")};
    command.reason = "wrong";
    command.approved_by = words.text("person");
    command.after = billing::AfterReversal::bill_again;
    scene.send(billing::Command{command}, "office");
}

void post_credit(Scene& scene, const Words& words) {
    const auto* credit = scene.state().billing.credits.find(CreditId{words.number("CM")});
    if (!credit) return scene.fail("there is no " + words.text("CM"));
    billing::ConfirmCredit command;
    command.credit = CreditId{words.number("CM")};
    command.number = fmt::format("C-{}", command.credit.value);
    command.total = {credit->net + credit->tax, credit->currency};
    if (words.has("amount")) command.total = {words.amount("amount"), words.currency("EUR")};
    scene.send(billing::Command{command}, "finance");
}
void grant_credit(Scene& scene, const Words& words) {
    billing::GrantCredit command;
    command.invoice = InvoiceId{words.number("INV")};
    command.line = words.number("n");
    command.money = {words.amount("amount"), words.currency("EUR")};
    command.reason = "goodwill";
    command.requested_by = words.text("asker");
    command.approved_by = words.text("approver");
    scene.send(billing::Command{command}, "office");
}

void pay(Scene& scene, const Words& words) {
    const auto* invoice = invoice_of(scene, words);
    if (!invoice) return;
    billing::RecordPayment command;
    command.customer = words.text("CUSTOMER");
    command.invoice = InvoiceId{words.number("INV")};
    command.money = {invoice->is_posted() ? invoice->open() : invoice->net, invoice->currency};
    if (words.has("amount")) command.money = {words.amount("amount"), words.currency("EUR")};
    command.reference =
        words.has("REFERENCE") ? words.text("REFERENCE") : fmt::format("BANK-{}", command.invoice.value);
    scene.send(billing::Command{command}, "bank");
}
void pay_number(Scene& scene, const Words& words) {
    billing::RecordPayment command;
    command.customer = words.text("CUSTOMER");
    command.number = words.text("NUMBER");
    command.money = {words.amount("amount"), words.currency("EUR")};
    command.reference = words.text("REFERENCE");
    scene.send(billing::Command{command}, "bank");
}
void reverse_payment(Scene& scene, const Words& words) {
    scene.send(billing::Command{billing::ReversePayment{words.text("REFERENCE"), words.text("reason")}},
               "bank");
}
void apply_prepayment(Scene& scene, const Words& words) {
    scene.send(billing::Command{billing::ApplyPrepayment{InvoiceId{words.number("INV")}, {}}}, "office");
}
void write_off(Scene& scene, const Words& words) {
    billing::WriteOff command;
    command.invoice = InvoiceId{words.number("INV")};
    command.amount = words.amount("amount");
    command.reason = "small";
    command.approved_by = words.text("person");
    scene.send(billing::Command{command}, "office");
}

void check_money(Scene& scene, const Words& words, std::string_view what, Amount is) {
    if (is == words.amount("amount")) return;
    std::string text;
    append_amount(text, is);
    scene.fail(fmt::format("{} {} is {}, not {}", words.text("CUSTOMER"), what, text, words.text("amount")));
}
ledger::MoneyBalance money_of(Scene& scene, const Words& words) {
    return scene.state().ledger.money(scene.customer(words.text("CUSTOMER")), words.currency("EUR"));
}
void owes(Scene& scene, const Words& words) {
    check_money(scene, words, "debt", money_of(scene, words)[ledger::Account::receivable]);
}
void account_is(Scene& scene, const Words& words) {
    const auto account = parse_word<ledger::Account>(scene, words.text("account"));
    if (account) check_money(scene, words, words.text("account"), money_of(scene, words)[*account]);
}
void exposure(Scene& scene, const Words& words) {
    const auto money = money_of(scene, words);
    using enum ledger::Account;
    check_money(scene, words, "exposure",
                money.open_order_value + money[unbilled] + money[receivable] + money[prepaid]);
}

constexpr Phrase phrases[] = {
    {Kind::happens, "finance posts <INV>[ as <NUMBER>][ with tax <tax...>]", post_invoice},
    {Kind::happens, "finance posts <INV> at <amount> <EUR>", post_invoice},
    {Kind::happens, "finance rejects <INV>: <reason...>", reject_invoice},
    {Kind::happens, "<person> voids <INV>", void_invoice},
    {Kind::happens, "<SH> is billed", prepare_again},
    {Kind::happens, "<INV> is reversed and billed again, approved by <person>", reverse_invoice},
    {Kind::happens, "finance posts <CM>[ at <amount> <EUR>]", post_credit},
    {Kind::happens, "<amount> <EUR> are credited on <INV> line <n>, asked by <asker>, approved by <approver>",
     grant_credit},
    {Kind::happens, "<CUSTOMER> pays <INV>[ with <amount> <EUR>][ under <REFERENCE>]", pay},
    {Kind::happens, "<CUSTOMER> pays <amount> <EUR>[ for <NUMBER>] under <REFERENCE>", pay_number},
    {Kind::happens, "the bank takes back <REFERENCE>: <reason...>", reverse_payment},
    {Kind::happens, "the prepayment is used for <INV>", apply_prepayment},
    {Kind::happens, "<amount> of <INV> are written off, approved by <person>", write_off},
    {Kind::holds, "<CUSTOMER> owes <amount> <EUR>", owes},
    {Kind::holds, "<account> of <CUSTOMER> is <amount> <EUR>", account_is},
    {Kind::holds, "the exposure of <CUSTOMER> is <amount> <EUR>", exposure},
};

} // namespace

std::span<const Phrase> money_phrases() { return phrases; }

} // namespace truefill::stories

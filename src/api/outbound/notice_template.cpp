#include "api/outbound/notice_template.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace truefill::api {
namespace {

constexpr std::array<std::string_view, 7> order_values{
    "order.number",  "order.purchase_order", "order.address",  "order.lines",
    "customer.code", "customer.name",        "order.requested"};
constexpr std::array<std::string_view, 12> shipment_values{
    "order.number",  "order.purchase_order", "order.address",      "customer.code",
    "customer.name", "shipment.number",      "shipment.carrier",   "shipment.tracking",
    "shipment.site", "shipment.lines",       "shipment.issued_at", "shipment.delivered_at"};
constexpr std::array<std::string_view, 9> invoice_values{
    "order.number",  "order.purchase_order", "customer.code", "customer.name", "invoice.number",
    "invoice.total", "invoice.net",          "invoice.tax",   "invoice.due"};
constexpr std::array<std::string_view, 11> case_values{
    "case.number", "case.category", "case.sentence", "case.action",   "case.owner",   "case.person",
    "case.due",    "case.value",    "order.number",  "customer.code", "customer.name"};

// clang-format off
constexpr NoticeKind kinds[] = {
    {NoticeEvent::order_accepted, "order_accepted", "orders.order_accepted", true, order_values,
     "Subject: We have your order {{order.number}}\n\n"
     "Dear {{customer.name}},\n\nwe have taken your order {{order.number}}:\n\n{{order.lines}}\n\n"
     "We tell you when it is on its way.\n"},
    {NoticeEvent::backordered, "backordered", "inventory.order_reserved", true, order_values,
     "Subject: Your order {{order.number}} takes longer\n\n"
     "Dear {{customer.name}},\n\nof your order {{order.number}} this is not on hand yet:\n\n"
     "{{order.lines}}\n\n"
     "It follows as soon as it comes in.\n"},
    {NoticeEvent::shipped, "shipped", "shipping.goods_issued", true, shipment_values,
     "Subject: Your order {{order.number}} is on its way\n\n"
     "Dear {{customer.name}},\n\nthis has left us for you:\n\n{{shipment.lines}}\n\n"
     "Carrier: {{shipment.carrier}}\nTracking number: {{shipment.tracking}}\n"},
    {NoticeEvent::delivered, "delivered", "shipping.delivered", true, shipment_values,
     "Subject: Your order {{order.number}} has arrived\n\n"
     "Dear {{customer.name}},\n\nthis was delivered to you:\n\n{{shipment.lines}}\n"},
    {NoticeEvent::invoice, "invoice", "billing.invoice_posted", true, invoice_values,
     "Subject: Invoice {{invoice.number}}\n\n"
     "Dear {{customer.name}},\n\ninvoice {{invoice.number}} for your order {{order.number}} is over "
     "{{invoice.total}}, due on {{invoice.due}}.\n"},
    {NoticeEvent::case_assigned, "case_assigned", "cases.case_assigned", false, case_values,
     "Subject: Case {{case.number}} is yours: {{case.category}}\n\n"
     "{{case.sentence}}\n\nOrder: {{order.number}}\nDue: {{case.due}}\nWhat to do: {{case.action}}\n"},
    {NoticeEvent::case_escalated, "case_escalated", "cases.case_overdue", false, case_values,
     "Subject: Case {{case.number}} is overdue: {{case.category}}\n\n"
     "{{case.sentence}}\n\nOrder: {{order.number}}\nDue: {{case.due}}\n"
     "Owner: {{case.owner}} {{case.person}}\n"
     "What to do: {{case.action}}\n"},
};
// clang-format on

void append_escaped(std::string& out, std::string_view value, NoticeText::Escape escape) {
    for (const char c : value) {
        if (escape == NoticeText::Escape::line && (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)) {
            out += ' ';
            continue;
        }
        if (escape != NoticeText::Escape::html) {
            out += c;
            continue;
        }
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        case '\n': out += "<br>\n"; break;
        default: out += c;
        }
    }
}

std::string at_line(int line, std::string_view what) {
    return "line " + std::to_string(line) + ": " + std::string{what};
}

} // namespace

std::span<const NoticeKind> notice_kinds() { return kinds; }

const NoticeKind* notice_kind_of(std::string_view event_type) {
    const auto found = std::ranges::find(kinds, event_type, &NoticeKind::type);
    return found == std::end(kinds) ? nullptr : found;
}

std::expected<NoticeText, std::string> NoticeText::parse(std::string_view text, const NoticeKind& kind,
                                                         int first_line) {
    NoticeText made;
    int line = first_line;
    while (true) {
        const auto open = text.find("{{");
        const auto before = text.substr(0, open);
        line += static_cast<int>(std::ranges::count(before, '\n'));
        Part part{std::string{before}, {}};
        if (open == std::string_view::npos) {
            made.parts_.push_back(std::move(part));
            return made;
        }
        const auto close = text.find("}}", open);
        if (close == std::string_view::npos) return std::unexpected(at_line(line, "{{ has no }}"));
        part.name = trim(text.substr(open + 2, close - open - 2));
        if (std::ranges::find(kind.values, std::string_view{part.name}) == kind.values.end())
            return std::unexpected(
                at_line(line, "there is no {{" + part.name + "}} in a notice of " + std::string{kind.name}));
        made.parts_.push_back(std::move(part));
        text.remove_prefix(close + 2);
    }
}

std::string NoticeText::fill(const NoticeValues& values, Escape escape) const {
    std::string out;
    for (const auto& part : parts_) {
        out += part.text;
        if (const auto found = values.find(part.name); found != values.end())
            append_escaped(out, found->second, escape);
    }
    return out;
}

std::expected<NoticeTemplate, std::string> parse_notice(std::string_view file, const NoticeKind& kind) {
    constexpr std::string_view begin = "Subject:";
    if (!is_utf8(file)) return std::unexpected("line 1: it is not UTF-8");
    const auto end = std::min(file.find('\n'), file.size());
    const auto head = file.substr(0, end);
    const auto subject = head.starts_with(begin) ? trim(head.substr(begin.size())) : std::string_view{};
    if (subject.empty()) return std::unexpected("line 1: it begins with Subject: and a text");
    auto rest = file.substr(std::min(end + 1, file.size()));
    const auto blank = rest.substr(0, rest.find('\n'));
    if (!trim(blank).empty()) return std::unexpected("line 2: it is empty, and the text follows");
    rest.remove_prefix(std::min(blank.size() + 1, rest.size()));
    if (trim(rest).empty()) return std::unexpected("line 3: there is no text");
    auto line = NoticeText::parse(subject, kind);
    if (!line) return std::unexpected(std::move(line.error()));
    auto text = NoticeText::parse(rest, kind, 3);
    if (!text) return std::unexpected(std::move(text.error()));
    NoticeTemplate made;
    made.subject = std::move(*line);
    made.text = std::move(*text);
    return made;
}

} // namespace truefill::api

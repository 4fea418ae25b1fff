/// Templates of notices. A file `<event>.txt`:
///
///     Subject: Your order {{order.number}} is on its way
///
///     {{shipment.carrier}} brings: {{shipment.lines}}
///
/// and beside it, if wanted, `<event>.html` for the same text as a page, where values are escaped. A file
/// `<event>.<customer code>.txt` is for one customer. A name in braces that the event does not have, or
/// braces without an end, are refused when the server starts, with file and line: a customer must not be the
/// one who finds out. There are no conditions and no loops: a value that is not known is empty.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::api {

enum class NoticeEvent : std::uint8_t {
    order_accepted,
    backordered,
    shipped,
    delivered,
    invoice,
    case_assigned,
    case_escalated,
};

struct NoticeKind {
    NoticeEvent event{};
    std::string_view name;                    ///< of its files
    std::string_view type;                    ///< of the event that it follows
    bool to_customer{};                       ///< else to the people who own the case
    std::span<const std::string_view> values; ///< names that a template may use
    std::string_view text;                    ///< the template that is built in
};
std::span<const NoticeKind> notice_kinds();
/// None: nobody is told.
const NoticeKind* notice_kind_of(std::string_view event_type);

using NoticeValues = std::map<std::string, std::string, std::less<>>;

/// A text with names in braces, read once.
class NoticeText {
public:
    /// The sentence begins with the line: "line 3: ...". `first_line`: of the text in its file.
    static std::expected<NoticeText, std::string> parse(std::string_view text, const NoticeKind& kind,
                                                        int first_line = 1);
    enum class Escape : std::uint8_t { none, html, line }; ///< line: no line breaks, for a subject
    [[nodiscard]] std::string fill(const NoticeValues& values, Escape escape) const;

private:
    struct Part {
        std::string text; ///< before the value
        std::string name; ///< of the value; empty: none, at the end
    };
    std::vector<Part> parts_;
};

struct NoticeTemplate {
    NoticeText subject, text;
    NoticeText html; ///< of no parts: there is none
    bool has_html{};
};
/// A whole file, from "Subject:" on.
std::expected<NoticeTemplate, std::string> parse_notice(std::string_view file, const NoticeKind& kind);

} // namespace truefill::api

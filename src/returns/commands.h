/// What returns can be asked or told. `rma` is the id of a return document: RMA-4 is 4.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/one_of.h"
#include "base/quantity.h"
#include "base/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::returns {

struct LineUnits {
    LineNumber line{};
    Quantity quantity{};
};
TF_DESCRIBE(LineUnits, (line, quantity))

/// The customer may send units back until `expires` (none: as long as the terms say). The order is named by
/// number or, in a follow-up, by id.
struct AuthorizeReturn {
    static constexpr std::string_view name = "returns.authorize_return";
    static constexpr bool fact = false;
    std::string order;
    OrderId order_id;
    std::vector<LineUnits> lines;
    std::string reason;
    Time expires;
};
TF_DESCRIBE(AuthorizeReturn, (order, order_id, lines, reason, expires))

/// Goods have come back to a site: against an authorisation, against an order and its line or item, or blind,
/// when only the item is known. `reference` is the site's receipt and line; the same one never counts twice.
struct ReceiveReturn {
    static constexpr std::string_view name = "returns.receive_return";
    static constexpr bool fact = true;
    ReturnId rma;
    std::string order;
    LineNumber line{};
    std::string item, site, lot;
    Quantity quantity{};
    std::string sscc, reference, reason;
};
TF_DESCRIBE(ReceiveReturn, (rma, order, line, item, site, lot, quantity, sscc, reference, reason))

/// Somebody found out where a blind receipt comes from. Quantity 0: all of it.
struct MatchReturn {
    static constexpr std::string_view name = "returns.match_return";
    static constexpr bool fact = false;
    ReturnId rma;
    std::string order;
    LineNumber line{};
    Quantity quantity{};
};
TF_DESCRIBE(MatchReturn, (rma, order, line, quantity))

/// What becomes of the goods. `deny`: they go back to the customer, who keeps owing for them.
enum class Disposition : std::uint8_t { none, restock, hold, scrap, deny };
TF_DESCRIBE_ENUM(Disposition, none, restock, hold, scrap, deny)

struct InspectReturn {
    static constexpr std::string_view name = "returns.inspect_return";
    static constexpr bool fact = false;
    ReturnId rma;
    Quantity quantity{};
    Disposition disposition{};
    std::string inspected_by, note;
};
TF_DESCRIBE(InspectReturn, (rma, quantity, disposition, inspected_by, note))

/// Take an authorisation back, as far as nothing has come in on it.
struct RejectReturn {
    static constexpr std::string_view name = "returns.reject_return";
    static constexpr bool fact = false;
    ReturnId rma;
    std::string reason, rejected_by;
};
TF_DESCRIBE(RejectReturn, (rma, reason, rejected_by))

/// Timer: the authorisation has expired, or received goods lie uninspected.
struct CheckReturn {
    static constexpr std::string_view name = "returns.check_return";
    static constexpr bool fact = false;
    ReturnId rma;
};
TF_DESCRIBE(CheckReturn, (rma))

/// Units of the order are no longer with the customer for another reason than a return: authorisations shrink
/// to what can still come back (I11).
struct TrimReturns {
    static constexpr std::string_view name = "returns.trim_returns";
    static constexpr bool fact = false;
    OrderId order_id;
};
TF_DESCRIBE(TrimReturns, (order_id))

using Command =
    OneOf<AuthorizeReturn, ReceiveReturn, MatchReturn, InspectReturn, RejectReturn, CheckReturn, TrimReturns>;

} // namespace truefill::returns

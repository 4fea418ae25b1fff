/// GET /v1/mirrors: what other systems last said, and whether it agrees with the ledger.
///
///     line        so many units of a line are shipped, delivered, invoiced, paid or cancelled in all
///     statement   a system's latest list of balances of a site
///     balance     a balance of it that differs from the book; one that agrees is not kept
///
/// Parameters: kind, system, site, item, order (codes), state, and differs=true for what does not agree. A
/// line is at the sites of its order. Lines need the read area orders too, statements and balances stock:
/// whoever has not the area, or has a scope, sees the rest. Claims about orders that are archived are not
/// kept.
#pragma once

#include "api/list_of.h"

#include <array>
#include <string>
#include <string_view>

namespace truefill::api {

enum class MirrorKind : std::uint8_t { line, statement, balance };
TF_DESCRIBE_ENUM(MirrorKind, line, statement, balance)

struct MirrorRow {
    static constexpr auto required =
        std::to_array<std::string_view>({"kind", "system", "verdict", "differs"});
    MirrorKind kind{};
    std::string system;
    std::string order, item, lot, site;
    LineNumber line{};
    std::string state; ///< what it is about: shipped, invoiced ... of a line, on_hand or on_hold of a balance
    Quantity stated{}; ///< units that the system says
    Quantity book{};   ///< of a balance: what the ledger had then
    mirrors::Verdict verdict{};
    bool differs{}; ///< it does not agree
    Time as_of;
    Time since;                ///< when it did not agree first
    std::uint32_t times{};     ///< statements in a row that differ so
    std::string statement;     ///< its name
    std::uint32_t compared{};  ///< balances in it
    std::uint32_t differing{}; ///< of them
};
TF_DESCRIBE(MirrorRow, (kind, system, order, item, lot, site, line, state, stated, book, verdict, differs,
                        as_of, since, times, statement, compared, differing))

using MirrorList = ListOf<MirrorRow>;
TF_DESCRIBE(MirrorList, (items, next_cursor, total, more, position))

void get_mirrors(Service& service, const http::ExchangePtr& exchange);

} // namespace truefill::api

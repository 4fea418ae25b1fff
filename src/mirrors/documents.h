/// What is kept of other systems' words: their latest claims about open orders, and the balances that differ.
/// A balance that agrees is not kept, as the ledger has it.
#pragma once

#include "mirrors/commands.h"

#include <string>
#include <vector>

namespace truefill::mirrors {

using SystemId = Id<struct SystemTag, std::uint16_t>;

/// `contradicts`: it could not be so, or it has been different for longer than a message may take.
enum class Verdict : std::uint8_t { agrees, in_flight, contradicts };
TF_DESCRIBE_ENUM(Verdict, agrees, in_flight, contradicts)

/// A system's latest word about a line. 40 bytes.
struct Claim {
    SystemId system;
    Claimed state{};
    Verdict verdict{};
    bool ahead{}; ///< it said more than the ledger had
    LineNumber line{};
    Quantity quantity{};
    Time as_of;
    Time since; ///< when it did not agree first; none: it agrees
};
TF_DESCRIBE(Claim, (system, state, verdict, ahead, line, quantity, as_of, since))

/// Sorted by line, system and state.
struct OrderMirror {
    std::vector<Claim> claims;
};
TF_DESCRIBE(OrderMirror, (claims))

/// `on_hold`: the system holds units that the book takes for good ones.
enum class GapKind : std::uint8_t { on_hand, on_hold };
TF_DESCRIBE_ENUM(GapKind, on_hand, on_hold)

/// A balance on which a system and the book do not agree.
struct Gap {
    ItemId item;
    LotId lot; ///< none: all lots
    GapKind kind{};
    Quantity stated{};
    Quantity difference{}; ///< stated - book
    std::uint32_t times{}; ///< statements in a row that differ in this direction
    Time since;            ///< as of the first of them
    bool raised{};         ///< a case was asked for
};
TF_DESCRIBE(Gap, (item, lot, kind, stated, difference, times, since, raised))

/// A system's statements about one site.
struct SiteMirror {
    SystemId system;
    SiteId site;
    std::vector<std::string> statements; ///< the latest, newest last
    Time as_of;
    std::uint32_t compared{}; ///< balances in the latest one
    std::vector<Gap> gaps;    ///< sorted by item, lot and kind
};
TF_DESCRIBE(SiteMirror, (system, site, statements, as_of, compared, gaps))

/// How far a system agrees about lines: counts over its claims.
struct System {
    std::string name;
    Time heard;
    std::uint32_t agreeing{}, in_flight{}, contradicting{};
};
TF_DESCRIBE(System, (name, heard, agreeing, in_flight, contradicting))

} // namespace truefill::mirrors

/// What a shop's files mean, in words of no particular system: the output of every importer of this room.
/// These are plain values. Turning them into commands, and deciding whether a withdrawal cancels or returns,
/// is the engine's work: it knows what has shipped, a file does not.
///
/// Two promises hold for every Import:
///
/// - Each row of the file has exactly one RowOutcome. The sums over them are the sums of the file.
/// - Every document and case has a key that depends on the document alone, not on where it stands in the
/// file.
///   The same file gives the same keys and the same content, and so does a longer file that begins with it. A
///   receiver that takes each key once can be fed the file twice, or next month's file over this month's.
///
/// A document whose row cannot be read (a quantity of "six") is refused whole: half an order is worse than
/// none. A row that can be read but is not ours to decide becomes a case, and the rest of its document goes
/// on.
///
/// Rows count from 1 without the header. Money is in the currency of its document; amounts are signed as in
/// the file only in RowOutcome and Sum, everywhere else quantities are positive and the document says the
/// direction.
#pragma once

#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "base/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace truefill::connectors::shop {

using Row = std::uint32_t;

enum class Outcome : std::uint8_t { accepted, refused, case_ };

/// What became of a row. Accepted codes: order_line, free_line, charge, withdrawal, stock_adjustment,
/// stock_balance. A row whose goods were withdrawn but whose money or rest needs a person is a case, so that
/// nobody overlooks it.
struct RowOutcome {
    Row row{};
    std::uint64_t line{}; ///< of the file
    Outcome outcome{};
    std::string code;
    std::string sentence; ///< why; empty when accepted
    Quantity quantity{};  ///< as in the file; 0 when unreadable
    Amount amount;        ///< quantity times unit price as in the file; 0 when unreadable

    bool operator==(const RowOutcome&) const = default;
};

struct ImportedLine {
    LineNumber number{}; ///< order of appearance among the lines of its order, from 1
    Row row{};
    std::string item;
    std::string description;
    Quantity quantity{};
    Amount unit_price;
    bool repeats_item{}; ///< an earlier line of the order names the same item
    bool operator==(const ImportedLine&) const = default;
};

enum class ChargeKind : std::uint8_t { freight, fee, service };

/// A line without stock. It is due with the first shipment of its order, once.
struct ImportedCharge {
    Row row{};
    ChargeKind kind{};
    std::string code;
    std::string description;
    Amount amount;
    bool operator==(const ImportedCharge&) const = default;
};

struct ImportedOrder {
    std::string number; ///< its key
    Row row{};          ///< its first row
    Time ordered_at;
    Date requested_on; ///< 0 when the file does not say
    std::string customer;
    std::string country; ///< as the file spells it
    Currency currency;
    std::vector<ImportedLine> lines; ///< never empty
    std::vector<ImportedCharge> charges;
    bool operator==(const ImportedOrder&) const = default;
};

/// So many units of an earlier order line that the customer does not want or sent back: cancel what is
/// unshipped, return what is shipped. The money of a return is the money of that line, never more.
struct Withdrawal {
    std::string document;
    Row row{};
    std::string order;
    LineNumber line{};
    std::string item;
    Quantity quantity{};
    bool operator==(const Withdrawal&) const = default;
};

struct CancelledLine {
    Row row{};
    std::string item;
    Quantity quantity{}; ///< what the document takes back
    Quantity matched{};  ///< of that, what its withdrawals cover
    Amount unit_price;
    bool operator==(const CancelledLine&) const = default;
};

struct ImportedCancellation {
    std::string number; ///< its key
    Row row{};
    Time at;
    std::string customer;
    std::vector<CancelledLine> lines;
    std::vector<Withdrawal> withdrawals; ///< never empty
    bool operator==(const ImportedCancellation&) const = default;
};

struct StockAdjustment {
    std::string key; ///< document/ordinal of the row in it
    Row row{};
    Time at;
    std::string item;
    Quantity quantity{}; ///< above 0: the book gains; below: it loses
    std::string reason;
    bool operator==(const StockAdjustment&) const = default;
};

/// Something that a person must decide. `order` and `line` are a suggestion; empty and 0 when there is none.
struct ImportCase {
    std::string key; ///< document/ordinal of the row in it
    Row row{};
    Time at;
    std::string code;
    std::string sentence;
    std::string customer; ///< empty when the file names none
    std::string item;
    Quantity quantity{}; ///< units that are open, signed as in the file
    Amount amount;       ///< money that is open, signed as in the file
    std::string order;
    LineNumber line{};
    bool operator==(const ImportCase&) const = default;
};

} // namespace truefill::connectors::shop

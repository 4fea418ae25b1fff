/// The documents of an import as messages for the engine. Pure: the same import gives the same messages, byte
/// for byte.
///
/// Each message is named by the document that it carries (`order/536365`, `withdrawal/C536379/2`), never by
/// its place in the file, and its content hash is taken over its body. So a file that is imported twice, or a
/// longer one that begins with it, changes nothing the second time: the engine knows the names.
///
/// What becomes of what:
///
/// - order: orders.place_order, goods at the price of the file, charges due with the first shipment.
/// - cancellation: orders.withdraw_line for each withdrawal; its number in the document is its business key.
/// - adjustment: inventory.request_count. The shop's clerk changed his book, not ours: only a count moves
///   stock.
/// - case: cases.open_case.
/// - stock balance: inventory.open_stock, one for each site.
///
/// Which customers and items there are is proposed, not known: `proposed_catalogue` holds those that the
/// master data do not have yet, so a person's corrections are never overwritten. Prices are not proposed, for
/// the file's prices differ by quantity, and an order that differs from the price list is held.
#pragma once

#include "connectors/shop/import.h"
#include "connectors/shop/own_import.h"
#include "engine/engine.h"

#include <string>
#include <string_view>
#include <vector>

namespace truefill::connectors::shop {

inline constexpr std::string_view message_source = "shop";

/// `rows` are the rows that stand or fall with the message; empty for master data.
struct ShopMessage {
    engine::Message message;
    std::vector<Row> rows;
};

struct MessageOptions {
    std::string actor{"import"};
    std::string site; ///< whose shelves the shop's clerk adjusts; empty: adjustments are cases
    /// The envelope says when the document was made. Off for a file of the past, whose messages would all be
    /// stale: then they are sent now, and the time of an order stands in its body only.
    bool event_times{};
};

/// Items and customers that the import presumes and `known` lacks. The file has no addresses, and without one
/// an order is held, so the country stands in its place.
[[nodiscard]] masterdata::Catalogue proposed_catalogue(const Import& import,
                                                       const masterdata::MasterData& known);
/// Items (with lots where the file names lots) and sites.
[[nodiscard]] masterdata::Catalogue proposed_catalogue(const StockStatement& stock,
                                                       const masterdata::MasterData& known);
[[nodiscard]] bool is_empty(const masterdata::Catalogue& catalogue);
/// Both in one. An item of both keeps the first one's description and has lots when either says so; of other
/// codes in both, the first one's entry stays.
[[nodiscard]] masterdata::Catalogue merged(const masterdata::Catalogue& first,
                                           const masterdata::Catalogue& second);

/// `shop` message that loads a catalogue, named by its content.
[[nodiscard]] ShopMessage load_message(masterdata::Catalogue catalogue, std::string_view actor = "import");
/// The documents in the order in which they happened.
[[nodiscard]] std::vector<ShopMessage> messages(const Import& import, const MessageOptions& options = {});
/// Opening stock. `reference` names the statement: a site opens once under it.
[[nodiscard]] std::vector<ShopMessage> messages(const StockStatement& stock, std::string_view reference);

/// Makes the outcomes of the rows agree with the engine's answer to their message: rows of a message that was
/// refused are refused with its code. Outcomes that are cases already stay. For a duplicate put the refusal
/// of the first one into `result.refusal`, or the rows say only that it was refused before.
void reconcile(std::vector<RowOutcome>& outcomes, const ShopMessage& message, const engine::Result& result);

} // namespace truefill::connectors::shop

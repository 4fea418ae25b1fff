/// Turns the documents of a retail export into an Import, one after the other in the order of their times.
/// Internal to retail_import.cpp; the rules are argued in retail_import.h.
#pragma once

#include "connectors/shop/catalogue.h"
#include "connectors/shop/codes.h"
#include "connectors/shop/import.h"
#include "connectors/shop/retail_rows.h"
#include "connectors/shop/sales_book.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace truefill::connectors::shop {

/// Rows of one number, in the order of the file.
struct RetailDocument {
    std::vector<const RetailRow*> rows;
    [[nodiscard]] const RetailRow& first() const { return *rows.front(); }
};

class RetailImporter {
public:
    explicit RetailImporter(const CodeTable& codes) : codes_(codes) {}

    /// Prepares the outcomes; then the documents, sorted by time; then the result.
    void open(std::span<const RetailRow> rows, const Table& table);
    void take(const RetailDocument& document);
    [[nodiscard]] Import finished();

private:
    /// A row within its document.
    struct Entry {
        const RetailRow& row;
        std::size_t ordinal; ///< from 1
        const RetailDocument& document;
        Time at; ///< of the document
    };

    /// What is left open by a row, with a suggestion.
    struct Open {
        Quantity quantity{};
        Amount amount;
        std::string order;
        LineNumber line{};
    };

    void refuse_document(const RetailDocument& document);
    void take_sale(const RetailDocument& document);
    void take_cancellation(const RetailDocument& document);

    void sale_row(const Entry& entry, bool priced, ImportedOrder& order);
    bool note_row(const Entry& entry);
    void line_row(const Entry& entry, ImportedOrder& order);
    void charge_row(const Entry& entry, const Rule& rule, ImportedOrder& order);
    void close_order(ImportedOrder order, const RetailDocument& document);
    void open_charges(const ImportedOrder& order, const RetailDocument& document);

    void cancellation_row(const Entry& entry, ImportedCancellation& cancellation);
    void withdraw_row(const Entry& entry, ImportedCancellation& cancellation);
    void settle_withdrawal(const Entry& entry, const std::vector<SalesBook::Taken>& taken);

    /// True when the row has its outcome by this.
    bool stop_at(const Entry& entry, const Rule* rule, const Action& action);
    void accept(const RetailRow& row, std::string code);
    void open_case(const Entry& entry, std::string code, std::string sentence);
    void open_case(const Entry& entry, std::string code, std::string sentence, Open open);

    [[nodiscard]] std::string account_of(const RetailRow& row) const;

    const CodeTable& codes_;
    Import import_;
    Catalogue catalogue_;
    SalesBook book_;
};

} // namespace truefill::connectors::shop

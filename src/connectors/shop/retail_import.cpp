#include "connectors/shop/retail_import.h"

#include "connectors/shop/retail_documents.h"
#include "connectors/shop/retail_rows.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::connectors::shop {
namespace {

/// By time, then as in the file. A document with an unreadable first row has no time and is refused anyway.
std::vector<RetailDocument> documents_of(std::span<const RetailRow> rows) {
    std::vector<RetailDocument> documents;
    boost::unordered_flat_map<std::string_view, std::size_t> index_of;
    for (const RetailRow& row : rows) {
        const auto [found, is_new] = index_of.try_emplace(row.document, documents.size());
        if (is_new) documents.emplace_back();
        documents[found->second].rows.push_back(&row);
    }
    std::ranges::stable_sort(documents, {},
                             [](const RetailDocument& document) { return document.first().at; });
    return documents;
}

} // namespace

std::expected<Import, Problem> import_retail(std::string csv, const CodeTable& codes) {
    CsvOptions options;
    options.header = retail_header();
    const auto table = parse_csv(std::move(csv), options);
    if (!table) return std::unexpected(table.error());
    const auto rows = read_retail_rows(*table);
    if (!rows) return std::unexpected(rows.error());

    RetailImporter importer(codes);
    importer.open(*rows, *table);
    for (const RetailDocument& document : documents_of(*rows)) importer.take(document);
    return importer.finished();
}

} // namespace truefill::connectors::shop

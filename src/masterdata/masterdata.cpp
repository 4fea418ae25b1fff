#include "masterdata/masterdata.h"

#include "base/assert.h"
#include "base/one_of_impl.h"
#include "masterdata/commands.h"

#include <algorithm>
#include <tuple>

namespace truefill::masterdata {
namespace {

/// The order of an item's prices: those of one customer in one currency stand together, oldest first.
auto rank(const PriceEntry& entry) { return std::tuple{entry.customer, entry.currency, entry.valid_from}; }

template <class IdType, class Document>
void upsert(Names<IdType>& codes, std::vector<Document>& documents, const Document& document) {
    const auto id = codes.add(document.code);
    if (id.value > documents.size()) documents.push_back(document);
    else documents[id.value - 1u] = document;
}

} // namespace

std::string reference_key(std::string_view source, std::string_view kind, std::string_view theirs) {
    std::string key;
    key.reserve(source.size() + kind.size() + theirs.size() + 2);
    key.append(source).append(1, '\x1f').append(kind).append(1, '\x1f').append(theirs);
    return key;
}

std::string gtin14(std::string_view gtin) {
    std::string filled(gtin.size() < 14 ? 14 - gtin.size() : 0, '0');
    return filled.append(gtin);
}

void MasterData::load(const Catalogue& catalogue) {
    for (const auto& item : catalogue.items) load_item(item);
    for (const auto& site : catalogue.sites) upsert(site_codes_, sites_, site);
    for (const auto& customer : catalogue.customers) upsert(customer_codes_, customers_, customer);
    for (const auto& carrier : catalogue.carriers) upsert(carrier_codes_, carriers_, carrier);
    for (const auto& price : catalogue.prices) load_price(price);
    for (const auto& reference : catalogue.cross_references)
        cross_references_[reference_key(reference.source, reference.kind, reference.theirs)] = reference.ours;
}

void MasterData::load_item(const Item& item) {
    if (const auto known = item_codes_.find(item.code)) {
        const auto& gtin = items_[known.value - 1].gtin;
        // A catalogue may hand a GTIN on from one item to another; only its present owner gives it up.
        const auto owner = gtin.empty() ? gtins_.end() : gtins_.find(gtin14(gtin));
        if (owner != gtins_.end() && owner->second == known) gtins_.erase(owner);
    }
    upsert(item_codes_, items_, item);
    prices_.resize(items_.size());
    index_gtin(item_codes_.find(item.code));
}

void MasterData::index_gtin(ItemId id) {
    const auto& gtin = item(id).gtin;
    if (!gtin.empty()) gtins_[gtin14(gtin)] = id;
}

void MasterData::load_price(const Price& price) {
    const auto item = item_codes_.find(price.item);
    TF_ASSERT(item, "a checked price names an item");
    PriceEntry entry;
    entry.customer = customer_codes_.find(price.customer);
    entry.currency = price.price.currency;
    entry.valid_from = price.valid_from;
    entry.amount = price.price.amount;
    auto& entries = prices_[item.value - 1];
    const auto at = std::ranges::lower_bound(entries, rank(entry), {}, rank);
    if (at != entries.end() && rank(*at) == rank(entry)) *at = entry;
    else entries.insert(at, entry);
}

LotId MasterData::find_lot(ItemId item, std::string_view code) const {
    const auto found = lot_codes_.find(std::pair{item, code});
    return found == lot_codes_.end() ? LotId{} : found->second;
}

void MasterData::add_lot(const Lot& lot) {
    TF_ASSERT(lot.item && lot.item.value <= items_.size() && !lot.code.empty(), "a lot is of an item");
    if (const auto known = find_lot(lot.item, lot.code)) {
        if (lot.expires) lots_[known.value - 1].expires = lot.expires;
        return;
    }
    lot_codes_.emplace(std::pair{lot.item, lot.code}, next_lot());
    lots_.push_back(lot);
}

std::string_view MasterData::translate(std::string_view source, std::string_view kind,
                                       std::string_view theirs) const {
    if (source.empty()) return theirs;
    const auto found = cross_references_.find(reference_key(source, kind, theirs));
    return found == cross_references_.end() ? theirs : std::string_view{found->second};
}

std::vector<CrossReference> MasterData::references(std::string_view kind) const {
    std::vector<CrossReference> found;
    for (const auto& [key, ours] : cross_references_) {
        const auto first = key.find('\x1f'), second = key.find('\x1f', first + 1);
        if (std::string_view{key}.substr(first + 1, second - first - 1) != kind) continue;
        found.push_back({key.substr(0, first), std::string{kind}, key.substr(second + 1), ours});
    }
    std::ranges::sort(found, {}, [](const auto& one) { return std::tie(one.source, one.theirs); });
    return found;
}

ItemId MasterData::find_item(std::string_view code, std::string_view source) const {
    return item_codes_.find(translate(source, "item", code));
}

SiteId MasterData::find_site(std::string_view code, std::string_view source) const {
    return site_codes_.find(translate(source, "site", code));
}

CustomerId MasterData::find_customer(std::string_view code, std::string_view source) const {
    return customer_codes_.find(translate(source, "customer", code));
}

CarrierId MasterData::find_carrier(std::string_view code, std::string_view source) const {
    return carrier_codes_.find(translate(source, "carrier", code));
}

std::string_view MasterData::unit_code(std::string_view theirs, std::string_view source) const {
    return translate(source, "unit", theirs);
}

ItemId MasterData::find_gtin(std::string_view gtin) const {
    if (gtin.empty()) return {};
    const auto found = gtins_.find(gtin14(gtin));
    return found == gtins_.end() ? ItemId{} : found->second;
}

std::optional<Ratio> MasterData::factor(ItemId item, std::string_view unit, Date day) const {
    if (unit == "EA") return Ratio{1, 1};
    const Unit* latest = nullptr;
    for (const auto& candidate : items_[item.value - 1].units) {
        if (candidate.code != unit || candidate.valid_from > day) continue;
        if (!latest || latest->valid_from < candidate.valid_from) latest = &candidate;
    }
    if (!latest) return std::nullopt;
    return latest->factor;
}

std::optional<Amount> MasterData::price(ItemId item, CustomerId customer, Currency currency, Date day) const {
    const auto& entries = prices_[item.value - 1];
    const auto latest = [&](CustomerId whose) -> std::optional<Amount> {
        const auto after = std::ranges::upper_bound(entries, std::tuple{whose, currency, day}, {}, rank);
        if (after == entries.begin()) return std::nullopt;
        const auto& entry = *std::prev(after);
        if (entry.customer != whose || entry.currency != currency) return std::nullopt;
        return entry.amount;
    };
    if (customer)
        if (const auto own = latest(customer)) return own;
    return latest(CustomerId{});
}

void MasterData::save(archive::Output& output) const {
    archive::save(output, items_);
    archive::save(output, sites_);
    archive::save(output, customers_);
    archive::save(output, carriers_);
    archive::save(output, lots_);
    archive::save(output, prices_);
    archive::save(output, cross_references_);
}

void MasterData::load_from(archive::Reader& reader) {
    *this = MasterData{};
    archive::load(reader, items_);
    archive::load(reader, sites_);
    archive::load(reader, customers_);
    archive::load(reader, carriers_);
    archive::load(reader, lots_);
    archive::load(reader, prices_);
    archive::load(reader, cross_references_);
    if (!reader.ok()) return;
    for (const auto& item : items_) index_gtin(item_codes_.add(item.code));
    for (const auto& site : sites_) site_codes_.add(site.code);
    for (const auto& customer : customers_) customer_codes_.add(customer.code);
    for (const auto& carrier : carriers_) carrier_codes_.add(carrier.code);
    for (std::uint32_t i = 0; i < lots_.size(); ++i)
        lot_codes_.emplace(std::pair{lots_[i].item, lots_[i].code}, LotId{i + 1});
    const bool whole = item_codes_.size() == items_.size() && site_codes_.size() == sites_.size() &&
                       customer_codes_.size() == customers_.size() &&
                       carrier_codes_.size() == carriers_.size() && lot_codes_.size() == lots_.size() &&
                       prices_.size() == items_.size();
    if (!whole) reader.fail();
}

} // namespace truefill::masterdata

template struct truefill::KindsOf<truefill::masterdata::Command>;
template struct truefill::KindsOf<truefill::masterdata::Event>;

/// What is known before any order comes: items, units, sites, customers, carriers, prices, and what partners
/// call them. Ids are dense and given in order of first sight, so a replay gives the same ones.
///
/// Look-ups by code answer none when the code is unknown: that is a case for a person, never a guess. A
/// source's own word is looked up in its cross-references first and is taken for a code of the distributor
/// when it stands in none.
#pragma once

#include "base/archive.h"
#include "base/names.h"
#include "masterdata/documents.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace truefill::masterdata {

/// A price as it is kept with its item, sorted by customer, currency and day.
struct PriceEntry {
    CustomerId customer;
    Currency currency;
    Date valid_from;
    Amount amount;
};
TF_DESCRIBE(PriceEntry, (customer, currency, valid_from, amount))

class MasterData {
public:
    /// Why a catalogue cannot be loaded, as a sentence naming the entry; nothing when it can.
    std::optional<std::string> check(const Catalogue& catalogue) const;
    /// Loads a catalogue that `check` lets pass.
    void load(const Catalogue& catalogue);

    /// A lot of an item, or none. `add_lot` makes it at first sight; later it sets the expiry when one is
    /// given.
    LotId find_lot(ItemId item, std::string_view code) const;
    LotId next_lot() const { return LotId{static_cast<std::uint32_t>(lots_.size() + 1)}; }
    void add_lot(const Lot& lot);

    ItemId find_item(std::string_view code, std::string_view source = {}) const;
    SiteId find_site(std::string_view code, std::string_view source = {}) const;
    CustomerId find_customer(std::string_view code, std::string_view source = {}) const;
    CarrierId find_carrier(std::string_view code, std::string_view source = {}) const;
    /// The item with a GTIN, however long it is written: GTINs are equal when they are after filling up to 14
    /// digits.
    ItemId find_gtin(std::string_view gtin) const;
    /// What we call a unit that a source names; its own word when there is no cross-reference. Lives as long
    /// as both.
    std::string_view unit_code(std::string_view theirs, std::string_view source) const;
    /// What sources call things of a kind (item, customer, ...), by source and by their word.
    std::vector<CrossReference> references(std::string_view kind) const;
    /// Calls f(source, kind, theirs, ours) for each cross-reference, in no order.
    template <class F> void each_reference(F&& f) const {
        for (const auto& [key, ours] : cross_references_) {
            const std::string_view all{key};
            const auto first = all.find('\x1f'), second = all.find('\x1f', first + 1);
            f(all.substr(0, first), all.substr(first + 1, second - first - 1), all.substr(second + 1),
              std::string_view{ours});
        }
    }
    /// Sorted by customer, currency and day.
    const std::vector<PriceEntry>& prices(ItemId item) const { return prices_[item.value - 1]; }

    const Item& item(ItemId id) const { return items_[id.value - 1]; }
    const Site& site(SiteId id) const { return sites_[id.value - 1u]; }
    const Customer& customer(CustomerId id) const { return customers_[id.value - 1]; }
    const Carrier& carrier(CarrierId id) const { return carriers_[id.value - 1u]; }
    const Lot& lot(LotId id) const { return lots_[id.value - 1]; }
    std::size_t items() const { return items_.size(); }
    std::size_t sites() const { return sites_.size(); }
    std::size_t customers() const { return customers_.size(); }
    std::size_t carriers() const { return carriers_.size(); }
    std::size_t lots() const { return lots_.size(); }

    /// Smallest units in one `unit` of an item on a day; nothing when the item has no such unit. EA is
    /// always 1.
    std::optional<Ratio> factor(ItemId item, std::string_view unit, Date day) const;
    /// Price of one smallest unit for a customer on a day, in the currency; nothing when there is none. The
    /// customer's own price goes before the general one, the latest valid_from on or before the day before
    /// earlier ones.
    std::optional<Amount> price(ItemId item, CustomerId customer, Currency currency, Date day) const;

    /// For snapshots. Indexes are made again on loading.
    void save(archive::Output& output) const;
    void load_from(archive::Reader& reader);

private:
    /// Compares (item, lot code) without making a string.
    struct LotOrder {
        using is_transparent = void;
        template <class A, class B> bool operator()(const A& a, const B& b) const {
            if (a.first != b.first) return a.first < b.first;
            return std::string_view{a.second} < std::string_view{b.second};
        }
    };
    std::string_view translate(std::string_view source, std::string_view kind, std::string_view theirs) const;
    void load_item(const Item& item);
    void load_price(const Price& price);
    void index_gtin(ItemId id);

    std::vector<Item> items_;
    std::vector<Site> sites_;
    std::vector<Customer> customers_;
    std::vector<Carrier> carriers_;
    std::vector<Lot> lots_;
    std::vector<std::vector<PriceEntry>> prices_; ///< by item
    TextMap<std::string> cross_references_;       ///< see `reference_key`
    Names<ItemId> item_codes_;
    Names<SiteId> site_codes_;
    Names<CustomerId> customer_codes_;
    Names<CarrierId> carrier_codes_;
    TextMap<ItemId> gtins_; ///< by all 14 digits
    std::map<std::pair<ItemId, std::string>, LotId, LotOrder> lot_codes_;
};

/// Key of a cross-reference. Codes hold no control characters (`check`), so parts cannot run into each other.
std::string reference_key(std::string_view source, std::string_view kind, std::string_view theirs);
/// A GTIN filled up with zeros to 14 digits.
std::string gtin14(std::string_view gtin);

} // namespace truefill::masterdata

template <> struct truefill::archive::Codec<truefill::masterdata::MasterData> {
    using MasterData = masterdata::MasterData;
    static void save(Output& output, const MasterData& data) { data.save(output); }
    static bool load(Reader& reader, MasterData& data) {
        data.load_from(reader);
        return reader.ok();
    }
    static constexpr std::uint64_t format_hash() {
        return mix64(archive::format_hash<masterdata::Catalogue>() ^
                     mix64(archive::format_hash<masterdata::Lot>())) ^
               archive::format_hash<masterdata::PriceEntry>();
    }
};

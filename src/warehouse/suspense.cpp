#include "warehouse/suspense.h"

#include <algorithm>

namespace truefill::warehouse {
namespace {

using ledger::Stock;

void post(ledger::Entry& entry, const Goods& goods, Stock from, Stock to) {
    if (goods.quantity <= 0) return;
    ledger::StockPosting posting;
    posting.item = goods.item;
    posting.quantity = goods.quantity;
    posting.from = from;
    posting.to = to;
    posting.site = goods.site;
    posting.lot = goods.lot;
    entry.stock.push_back(posting);
}

Goods part(Goods goods, Quantity quantity) {
    goods.quantity = quantity;
    return goods;
}

} // namespace

Quantity balance_after(const ledger::Ledger& ledger, const ledger::Entry& entry, const Goods& goods,
                       Stock bucket) {
    Quantity sum = ledger.stock(goods.item, goods.site, goods.lot)[bucket];
    for (const auto& posting : entry.stock) {
        if (posting.item != goods.item) continue;
        const auto site_to = posting.site_to ? posting.site_to : posting.site;
        const auto lot_to = posting.lot_to ? posting.lot_to : posting.lot;
        if (posting.from == bucket && posting.site == goods.site && posting.lot == goods.lot)
            sum -= posting.quantity;
        if (posting.to == bucket && site_to == goods.site && lot_to == goods.lot) sum += posting.quantity;
    }
    return sum;
}

void prove(const ledger::Ledger& ledger, ledger::Entry& entry, const Goods& goods,
           std::vector<CountWanted>& counts) {
    const auto lacking = goods.quantity - balance_after(ledger, entry, goods, Stock::available);
    if (lacking <= 0) return;
    post(entry, part(goods, lacking), Stock::adjustment, Stock::available);
    counts.push_back({goods.site, goods.item, goods.lot});
}

void suspend(const ledger::Ledger& ledger, ledger::Entry& entry, const Goods& goods,
             std::vector<CountWanted>& counts) {
    if (goods.quantity <= 0) return;
    const auto free =
        std::clamp<Quantity>(balance_after(ledger, entry, goods, Stock::available), 0, goods.quantity);
    const auto held =
        std::clamp<Quantity>(balance_after(ledger, entry, goods, Stock::held), 0, goods.quantity - free);
    post(entry, part(goods, held), Stock::held, Stock::suspense);
    prove(ledger, entry, part(goods, goods.quantity - held), counts);
    post(entry, part(goods, goods.quantity - held), Stock::available, Stock::suspense);
}

} // namespace truefill::warehouse

/// Systems and people that say what is not so: facts about the wrong release, picks that nobody made, goods
/// issues told twice, invoices that finance never saw, counts out of thin air, decisions about things that
/// are long over. Every message is well formed and names things that exist, or nearly. Nothing of it may stop
/// the program, break an invariant or go without an owner; where the goods really are cannot be asked any
/// more.
#pragma once

#include "sim/agent.h"
#include "sim/node.h"

#include <algorithm>
#include <string>

namespace truefill::sim {

class Gossip final : public Agent {
public:
    Gossip(Outside& outside, const Node& node) : Agent{outside, "gossip"}, node_{node} {}
    /// So many messages at random times until then.
    void talk(Time until, std::int64_t messages);

private:
    Taken take(const JobOrder&) override { return Taken::done; }
    void say();
    void about_orders();
    void about_releases();
    void about_packing();
    void about_shipments();
    void about_shipped_goods();
    void about_invoices();
    void about_money();
    void about_returns();
    void about_stock();
    void about_supply();
    void about_cases();

    const engine::State& state() const { return node_.engine().state(); }
    /// An id that was given, often one of the latest, or the next one, which was not.
    template <class IdType, class T> IdType any(const Table<IdType, T>& table) {
        const auto next = table.issued() + 1;
        const auto back = random_.below(random_.chance(600) ? std::min<std::size_t>(next, 10) : next);
        return IdType{static_cast<decltype(IdType::value)>(next - back)};
    }
    Quantity few() { return random_.between(0, 8); }
    LineNumber line() { return static_cast<LineNumber>(random_.chance(500) ? 1 : random_.below(6)); }
    std::string order();
    std::string item();
    /// A lot of the item that was named last, when it has lots.
    std::string lot();
    std::string site();
    std::string sscc();
    std::string tracking();
    std::string person() { return random_.chance(500) ? "anna" : "bert"; }
    Money money();

    const Node& node_;
    std::uint64_t words_ = 0;
    ItemId named_;
};

} // namespace truefill::sim

#include "sim/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace truefill::sim {
namespace {

using ledger::Stock;

/// The message of each record, read from the stored bytes.
std::map<Position, std::string> read_names(World& world, journal::Journal& journal) {
    std::map<Position, std::string> names;
    json::Document document;
    journal::Batch batch;
    Digest head{};
    for (Position from = 1; from <= journal.end(); from += batch.size()) {
        batch.clear();
        if (!journal.read(from, 1 << 20, batch) || batch.size() == 0) {
            world.watch().report(from, "the journal cannot be read");
            break;
        }
        if (const auto broken = first_broken(batch, head))
            world.watch().report(from + *broken, "the chain is broken");
        head = batch.hashes.back();
        for (std::size_t at = 0; at < batch.size(); ++at) {
            const auto value = document.parse(batch.record(at));
            if (!value) continue;
            const auto envelope = value->find("envelope");
            const auto source = envelope.find("source").as_string().value_or("");
            const auto id = envelope.find("message_id").as_string().value_or("");
            names.emplace(from + at, fmt::format("{}|{}", source, id));
        }
    }
    if (head != journal.head())
        world.watch().report(journal.end(), "the head is not the hash of the last record");
    return names;
}

engine::Message again(const Letter& letter) {
    engine::Message message;
    message.envelope.source = letter.source;
    message.envelope.message_id = letter.id;
    message.envelope.content_hash = letter.hash;
    message.envelope.event_time = letter.event_time;
    message.command = std::move(*engine::decode_command(letter.command, std::string_view{letter.body}));
    return message;
}

/// An open case that is about an item at a site. That of a misship names the item that was ordered, and the
/// one that went instead in its sentence.
bool has_open_case(const engine::State& state, ItemId item, SiteId site) {
    return std::ranges::any_of(state.cases.open, [&](CaseId id) {
        const auto& one = state.cases.cases.at(id);
        if (one.site && one.site != site) return false;
        if (one.item == item) return true;
        if (one.item)
            return one.category == "misship" &&
                   one.sentence.find(state.master.item(item).code) != std::string::npos;
        const auto* order = state.ledger.find(one.order);
        return order &&
               std::ranges::any_of(order->lines, [&](const auto& line) { return line.item == item; });
    });
}

/// What the book says of one item at one site in one lot.
struct Book {
    Quantity in_building{}, written_off{}, scrapped{};
};

Book book_of(const ledger::StockBalance& row) {
    Book book;
    for (const auto bucket :
         {Stock::available, Stock::held, Stock::allocated, Stock::staged, Stock::return_quarantine})
        book.in_building += row[bucket];
    book.written_off = row[Stock::adjustment];
    book.scrapped = row[Stock::scrap];
    return book;
}

bool suspended(const engine::State& state, ItemId item) {
    bool some = false;
    state.ledger.each_stock(
        item, [&](const ledger::StockBalance& row) { some = some || row[Stock::suspense] != 0; });
    return some;
}

/// Open cases that may own units at rest in a bucket: their sentence says why nothing goes on. A case of
/// another kind is no excuse.
bool may_own(std::string_view category, ledger::Pipeline bucket) {
    using enum ledger::Pipeline;
    struct Row {
        std::string_view category;
        std::initializer_list<ledger::Pipeline> buckets;
    };
    static const Row rows[] = {
        {"release_overdue", {released, picked, packed}},
        {"release_unacknowledged", {released}},
        {"recall_unanswered", {released, picked, packed}},
        {"over_pick", {picked, packed}},
        {"no_carrier", {packed}},
        {"tender_unanswered", {packed}},
        {"job_failed", {released, packed, delivered}},
        {"job_unknown_outcome", {released, packed, delivered}},
        {"delivery_late", {shipped}},
        {"carrier_exception", {shipped}},
        {"invoice_mismatch", {delivered}},
        {"invoice_unposted", {delivered}},
        {"payment_overdue", {delivered}},
        {"credit_mismatch", {returned, lost}},
        {"credit_unposted", {returned, lost}},
        {"misship", {open, backordered}},
        {"incomplete_shipment", {open, backordered, promised, reserved}},
        {"lot_not_allowed", {released, picked, packed}},
        {"shelf_life", {open, backordered, promised, reserved}},
        {"supply_overdue", {promised}},
    };
    return std::ranges::any_of(rows, [&](const Row& row) {
        return row.category == category && std::ranges::find(row.buckets, bucket) != row.buckets.end();
    });
}

/// Why units of a line may rest where they are; empty when they may not.
class Rest {
public:
    Rest(const engine::State& state, const ledger::Order& order) : state_{state}, order_{order} {
        cases::each_case(state.cases, order.id, [&](CaseId, const cases::Case& one) {
            if (one.is_open()) cases_.push_back(one.category);
        });
        billing::each_invoice(state.billing, order.id, [&](InvoiceId, const billing::Invoice& invoice) {
            if (invoice.is_pending()) unpaid_ = true;
            if (invoice.open() > Amount{} && invoice.due < date_of(state.flow.now)) unpaid_ = true;
        });
    }
    std::string stuck(const ledger::Line& line, const ledger::Parcel& parcel) const {
        using enum ledger::Pipeline;
        const auto why = why_open(line, parcel);
        if (why.empty() || is_owned(parcel.pipeline) || is_held(line, parcel)) return {};
        std::string cases;
        for (const auto& one : cases_) cases += " " + one;
        return why + (cases.empty() ? ", without any open case" : "; its open cases:" + cases);
    }

private:
    bool is_owned(ledger::Pipeline bucket) const {
        return std::ranges::any_of(cases_, [&](const std::string& one) { return may_own(one, bucket); });
    }
    std::string why_open(const ledger::Line& line, const ledger::Parcel& parcel) const {
        using enum ledger::Pipeline;
        switch (parcel.pipeline) {
        case delivered:
            if (parcel.billing == ledger::Billing::billable) return "delivered and not billed";
            if (unpaid_ && parcel.billing == ledger::Billing::invoiced)
                return "delivered, billed and not paid";
            return {};
        case cancelled:
        case substituted: return {};
        case returned:
        case lost: return parcel.billing == ledger::Billing::credit_due ? "to be credited" : "";
        case backordered: return backordered_in_vain(line);
        case reserved:
        case promised: // waits for the rest of the order, which has a case
            if (order_.ship_complete && order_.quantity(backordered) > 0) return {};
            return fmt::format("{} and nobody does anything", truefill::name_of(parcel.pipeline));
        case shipped:
            if (is_young(state_.shipping.shipments.at(parcel.shipment).issued_at)) return {};
            break;
        case released:
        case picked:
        case packed:
            if (is_young(state_.warehouse.releases.at(parcel.release).sent_at)) return {};
            break;
        default: break;
        }
        return fmt::format("{} and nobody does anything", truefill::name_of(parcel.pipeline));
    }
    /// Sites and vans rest in the last days of a world, so what began then is on its way.
    bool is_young(Time begun) const { return begun + days(5) > state_.flow.now; }
    bool is_held(const ledger::Line& line, const ledger::Parcel& parcel) const {
        using ledger::Trigger;
        const auto trigger = parcel.pipeline == ledger::Pipeline::open ? Trigger::reserve : Trigger::release;
        if (parcel.pipeline > ledger::Pipeline::reserved) return false;
        return state_.ledger.blocking(trigger, order_, line, &parcel) != nullptr;
    }
    /// Stock lies on a shelf that nobody wants, and this line waits for it.
    std::string backordered_in_vain(const ledger::Line& line) const {
        if (order_.ship_complete) return {};
        const auto& customer = state_.master.customer(order_.customer);
        Quantity available = 0;
        state_.ledger.each_stock(line.item, [&](const ledger::StockBalance& row) {
            const bool too_old =
                row.lot && customer.shelf_life_days > 0 &&
                state_.master.lot(row.lot).expires < date_of(state_.flow.now) + customer.shelf_life_days;
            const bool expired = row.lot && state_.master.lot(row.lot).expires &&
                                 state_.master.lot(row.lot).expires <= date_of(state_.flow.now);
            if (!too_old && !expired) available += row[Stock::available];
        });
        if (available == 0) return {};
        return fmt::format("backordered though {} are available", available);
    }

    const engine::State& state_;
    const ledger::Order& order_;
    std::vector<std::string> cases_;
    bool unpaid_ = false;
};

} // namespace

void check_answers(World& world) {
    auto* journal = world.disk().open();
    const auto names = read_names(world, *journal);
    engine::Engine replayed;
    std::string scratch;
    world.watch().follower().save(scratch);
    if (!replayed.load(scratch)) world.watch().report(journal->end(), "the state cannot be saved and loaded");
    if (replayed.state().digest() != world.node().engine().state().digest())
        world.watch().report(journal->end(), "the loaded state differs from the live one");
    for (const auto& letter : world.bus().letters()) {
        if (!letter.answered) {
            world.watch().report(journal->end(),
                                 fmt::format("{} {} was never answered", letter.source, letter.id));
            continue;
        }
        const auto found = names.find(letter.position);
        const auto wanted = fmt::format("{}|{}", letter.source, letter.id);
        if (found == names.end() || found->second != wanted)
            world.watch().report(letter.position,
                                 fmt::format("{} {} was answered, but the journal has {} there",
                                             letter.source, letter.id,
                                             found == names.end() ? "nothing" : found->second));
        if (letter.event_time + engine::SeenSet::keep < world.bus().now() + days(2))
            continue; // forgotten by now
        scratch.clear();
        const auto result = replayed.handle(again(letter), world.bus().now(), scratch);
        if (result.outcome != engine::Outcome::duplicate || result.position != letter.position)
            world.watch().report(letter.position, fmt::format("{} {} is not known when it comes again",
                                                              letter.source, letter.id));
        const auto live =
            world.node().engine().state().flow.seen.find(engine::seen_key(letter.source, letter.id));
        if (!live)
            world.watch().report(letter.position,
                                 fmt::format("{} {} is not in the seen set", letter.source, letter.id));
        if (!world.watch().is_clean()) return;
    }
}

void check_goods(World& world) {
    check_departed(world);
    check_buildings(world);
}

/// Pieces of an item without lots that left a site and are not booked so (negative: the other way round):
/// they went in the place of another item, and either nobody has noticed, or the correction waits for the
/// credit memo and an open case owns it.
Quantity unbooked(World& world, ItemId item, SiteId site) {
    const auto& state = world.node().engine().state();
    auto quantity = world.goods().mixed_up(state.master.site(site).code, state.master.item(item).code);
    if (!has_open_case(state, item, site)) return quantity;
    state.billing.credits.each([&](CreditId, const billing::Credit& credit) {
        if (credit.after != billing::AfterReversal::reverse_issue ||
            credit.status == billing::CreditStatus::posted)
            return;
        const auto* shipment =
            state.shipping.shipments.find(state.billing.invoices.at(credit.invoice).shipment);
        const auto* order = state.ledger.find(credit.order);
        if (!order || !shipment || shipment->site != site) return;
        for (const auto& part : credit.lines)
            if (const auto* line = order->line(part.line); line && line->item == item)
                quantity -= part.quantity;
    });
    return quantity;
}

/// Over all sites: a line that was shipped from two sites comes back to one, and nobody can tell from which
/// of them each piece had left.
void check_departed(World& world) {
    const auto& state = world.node().engine().state();
    for (std::uint32_t number = 1; number <= state.master.items(); ++number) {
        const ItemId item{number};
        const auto& code = state.master.item(item).code;
        Quantity departed = 0, customer = 0;
        for (const auto& site : world.sites()) {
            departed += world.goods().departed(site->code(), code);
            departed -= unbooked(world, item, state.master.find_site(site->code()));
        }
        state.ledger.each_stock(item,
                                [&](const ledger::StockBalance& row) { customer += row[Stock::customer]; });
        if (departed == customer || suspended(state, item)) continue; // a case owns those (check_owners)
        world.watch().report(state.flow.position, fmt::format("{} of {} have left, and the book says {}",
                                                              departed, code, customer));
    }
}

/// What stands in a building differs from the book by what was miscounted at the beginning, less what counts
/// have written off since.
void check_buildings(World& world) {
    const auto& state = world.node().engine().state();
    const auto& goods = world.goods();
    for (const auto& row : state.ledger.stock()) {
        const auto& item = state.master.item(row.item).code;
        const auto& site = state.master.site(row.site).code;
        const auto lot = row.lot ? state.master.lot(row.lot).code : std::string{};
        const auto book = book_of(row);
        const auto there = goods.in_building(site, item, lot, false) +
                           goods.at(Place::returns, site, item, lot) +
                           goods.at(Place::scrap, site, item, lot);
        const auto not_booked = row.lot ? Quantity{0} : unbooked(world, row.item, row.site);
        const auto expected = book.in_building + book.written_off + book.scrapped +
                              goods.miscounted(site, item, lot) - not_booked;
        if (there == expected || suspended(state, row.item)) continue;
        world.watch().report(
            state.flow.position,
            fmt::format(
                "{} of {}{}{} stand at {} (scrap included), and {} should: {} in the book, {} written "
                "off, {} scrapped, {} miscounted, {} not booked yet",
                there, item, lot.empty() ? "" : " lot ", lot, site, expected, book.in_building,
                book.written_off, book.scrapped, goods.miscounted(site, item, lot), not_booked));
    }
}

void check_owners(World& world) {
    const auto& state = world.node().engine().state();
    for (const auto& row : state.ledger.stock())
        if (row[Stock::suspense] != 0 && !has_open_case(state, row.item, row.site))
            world.watch().report(state.flow.position,
                                 fmt::format("{} of {} at {} are in suspense and no open case owns them",
                                             row[Stock::suspense], state.master.item(row.item).code,
                                             state.master.site(row.site).code));
    const auto timers = state.flow.timers.due(state.flow.now + days(4000), state.flow.timers.size());
    for (const auto& [id, fact] : state.flow.waiting)
        if (std::ranges::none_of(timers, [&, key = id](const engine::Timer& timer) {
                return timer.kind == engine::TimerKind::waiting_fact && timer.key == key;
            }))
            world.watch().report(state.flow.position,
                                 "a fact waits under " + fact.key + " without a deadline");
}

void check_not_stuck(World& world) {
    const auto& state = world.node().engine().state();
    state.ledger.orders().each([&](OrderId, const ledger::Order& order) {
        if (order.kind != ledger::LineKind::sale) return;
        const Rest rest{state, order};
        order.each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
            const auto why = rest.stuck(line, parcel);
            if (why.empty()) return;
            world.watch().report(state.flow.position, fmt::format("{} line {}: {} units are {}", order.number,
                                                                  line.number, parcel.quantity, why));
        });
    });
}

void check_end(World& world) {
    auto& node = world.node();
    if (!world.watch().is_clean()) return;
    if (!node.is_up()) return world.watch().report(0, "the machine does not come up again");
    node.flush();
    world.watch().audit(node.engine());
    world.watch().compare(node.engine());
    check_answers(world);
    if (world.setup().mood == Mood::hostile)
        return; // nobody can tell what is true, and cases are closed at will
    check_owners(world);
    check_goods(world);
    check_not_stuck(world);
}

} // namespace truefill::sim

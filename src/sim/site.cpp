#include "sim/site.h"

#include "base/assert.h"
#include "base/gs1.h"

#include <algorithm>

namespace truefill::sim {

Site::Site(Outside& outside, SiteSetup setup)
    : Agent{outside, "wms-" + setup.code}, setup_{std::move(setup)} {}

Taken Site::take(const JobOrder& order) {
    if (const auto* work = get_if<ReleaseWork>(&order.work)) {
        if (mishap(10)) return Taken::busy;
        auto& job = jobs_[work->release];
        job.work = *work;
        for (const auto& line : work->lines) job.open[line.line] += line.quantity;
        begin(job);
        return Taken::done;
    }
    if (const auto* work = get_if<RecallWork>(&order.work)) {
        auto* job = find(work->release);
        if (!job) return Taken::busy; // the release itself has not come yet
        for (const auto& line : work->lines) recall(*job, line);
        return Taken::done;
    }
    if (const auto* work = get_if<CountWork>(&order.work)) {
        bus().in(random_.wait(hours(1), hours(8)),
                 [this, count = *work] { answer_count(count, "counter-1"); });
        return Taken::done;
    }
    return Taken::refused;
}

Site::Job* Site::find(ReleaseId release) {
    const auto found = jobs_.find(release);
    return found == jobs_.end() ? nullptr : &found->second;
}

std::vector<PickedLine> Site::take_from_shelf(const WorkLine& line, Quantity wanted) {
    std::vector<PickedLine> picked;
    const auto from = [&](const std::string& lot) {
        const GoodsKey shelf{Place::shelf, code(), line.item, lot};
        const auto quantity = std::min(wanted, goods().at(Place::shelf, code(), line.item, lot));
        if (quantity <= 0) return;
        goods().move(shelf, Place::staged, quantity);
        picked.push_back({line.line, line.item, lot, quantity});
        wanted -= quantity;
    };
    if (mishap(4)) return picked; // looked in the wrong bay
    from(line.lot);
    if (wanted > 0 && !line.lot.empty() && random_.chance(500)) {
        std::vector<std::string> others;
        goods().each_lot(Place::shelf, code(), line.item, [&](const std::string& lot, Quantity quantity) {
            if (lot != line.lot && quantity > 0) others.push_back(lot);
        });
        if (!others.empty()) from(others.front());
    }
    return picked;
}

void Site::load(const Carton& carton) {
    for (const auto& piece : carton.content)
        goods().move({Place::staged, code(), piece.item, piece.lot}, Place::van, piece.quantity);
    for (const auto& piece : carton.content)
        if (!piece.instead_of.empty())
            goods().note_mixed_up(code(), piece.item, piece.instead_of, piece.quantity);
}

std::string Site::next_label() {
    const auto label = make_sscc18(3, setup_.gs1_prefix, ++serial_);
    TF_ASSERT(label.has_value(), "the site's prefix makes labels");
    return *label;
}

void Site::answer_count(const CountWork& work, std::string_view person) {
    // A count among reports that are still on their way would contradict them, so the site first clears its
    // queue.
    if (bus().unanswered(source()) > 0 && random_.chance(900)) {
        bus().in(minutes(40), [this, work, who = std::string{person}] { answer_count(work, who); });
        return;
    }
    inventory::CountStock command;
    command.count = work.count;
    command.counted = goods().in_building(code(), work.item, work.lot, work.any_lot);
    command.counted_by = code() + "/" + std::string{person};
    send(inventory::Command{command});
}

void Site::recount(CountId count, const CountWork& work) {
    auto again = work;
    again.count = count;
    bus().in(random_.wait(hours(1), hours(4)), [this, again] { answer_count(again, "counter-2"); });
}

void Site::receive(const Inbound& inbound) {
    const GoodsKey truck{Place::outside, "", inbound.item, inbound.lot};
    if (inbound.quantity > 0)
        goods().move(truck, {Place::shelf, code(), inbound.item, inbound.lot}, inbound.quantity);
    if (inbound.damaged > 0)
        goods().move(truck, {Place::damaged, code(), inbound.item, inbound.lot}, inbound.damaged);
    inventory::ReceiveSupply command;
    command.supply = inbound.supply;
    command.item = inbound.item;
    command.site = code();
    command.receipt = code() + "-GR-" + std::to_string(++receipts_);
    command.lot = inbound.lot;
    command.expires = inbound.expires;
    command.quantity = inbound.quantity;
    command.damaged = inbound.damaged;
    command.last = inbound.last;
    send(inventory::Command{command});
}

void Site::receive_return(const ReturnParcel& parcel) {
    const auto& piece = parcel.piece;
    goods().move({parcel.from, code(), piece.item, piece.lot}, Place::returns, piece.quantity);
    returns::ReceiveReturn command;
    if (!parcel.blind) {
        command.order = parcel.order;
        command.line = piece.line;
    }
    command.item = piece.item;
    command.site = code();
    command.lot = piece.lot;
    command.quantity = piece.quantity;
    command.reference = code() + "-RET-" + std::to_string(++returns_);
    command.reason = parcel.reason;
    parcels_.emplace(command.reference, parcel);
    send(returns::Command{command});
}

const ReturnParcel* Site::parcel_of(std::string_view reference) const {
    const auto found = parcels_.find(reference);
    return found == parcels_.end() ? nullptr : &found->second;
}

void Site::dispose(const std::string& item, const std::string& lot, Quantity quantity, Place to) {
    const auto there = std::min(quantity, goods().at(Place::returns, code(), item, lot));
    if (there > 0) goods().move({Place::returns, code(), item, lot}, to, there);
}

void Site::answer_recall(const Job& job, const WorkLine& line, Quantity given_back, std::string_view reason) {
    if (given_back > 0) {
        warehouse::ConfirmRecall command;
        command.release = job.work.release;
        command.line = line.line;
        command.quantity = given_back;
        send(warehouse::Command{command});
    }
    if (given_back < line.quantity) {
        warehouse::RefuseRecall command;
        command.release = job.work.release;
        command.line = line.line;
        command.reason = reason;
        send(warehouse::Command{command});
    }
}

} // namespace truefill::sim

#include "sim/prompt_site.h"

#include <algorithm>
#include <utility>

namespace truefill::sim {

void PromptSite::begin(Job& job) {
    const auto release = job.work.release;
    bus().in(random_.wait(minutes(2), minutes(20)), [this, release] { acknowledge(release); });
}

void PromptSite::acknowledge(ReleaseId release) {
    auto& job = jobs_.at(release);
    if (mishap(8)) {
        warehouse::RejectRelease reject;
        reject.release = release;
        reject.reason = "no_capacity";
        for (auto& [line, open] : job.open) open = 0;
        job.closed = true;
        send(warehouse::Command{reject});
        return;
    }
    warehouse::AcknowledgeRelease done;
    done.release = release;
    send(warehouse::Command{done});
    bus().in(random_.wait(minutes(20), hours(3)), [this, release] { pick_next(release, 0); });
}

void PromptSite::pick_next(ReleaseId release, std::size_t at) {
    auto& job = jobs_.at(release);
    job.begun = true;
    if (at == job.work.lines.size()) {
        bus().in(random_.wait(minutes(5), minutes(40)), [this, release] { pack(release); });
        return;
    }
    const auto& line = job.work.lines[at];
    auto& open = job.open[line.line];
    const auto wanted = std::min(open, line.quantity);
    if (wanted > 0) {
        auto part = line;
        part.quantity = wanted;
        open -= wanted; // what is short is short
        auto picked = take_wrong(part, wanted);
        if (picked.empty()) picked = take_from_shelf(part, wanted);
        report_pick(job, part, picked);
    }
    bus().in(random_.wait(minutes(1), minutes(5)), [this, release, at] { pick_next(release, at + 1); });
}

std::vector<PickedLine> PromptSite::take_wrong(const WorkLine& line, Quantity wanted) {
    if (!mishap(4) || !line.lot.empty()) return {};
    for (const auto& [key, quantity] : goods().all()) {
        if (key.place != Place::shelf || key.where != code() || !key.lot.empty()) continue;
        if (key.item == line.item || quantity < wanted || random_.chance(700)) continue;
        const auto item = key.item;
        goods().move({Place::shelf, code(), item, ""}, Place::staged, wanted);
        return {{line.line, item, "", wanted, line.item}};
    }
    return {};
}

void PromptSite::report_pick(Job& job, const WorkLine& line, const std::vector<PickedLine>& picked) {
    Quantity found = 0;
    for (const auto& piece : picked) found += piece.quantity;
    for (std::size_t at = 0; at < std::max<std::size_t>(picked.size(), 1); ++at) {
        warehouse::ConfirmPick command;
        command.release = job.work.release;
        command.line = line.line;
        command.sequence = ++sequence_;
        if (at < picked.size()) {
            command.quantity = picked[at].quantity;
            command.lot = picked[at].lot;
            job.picked.push_back(picked[at]);
        }
        if (at + 1 >= picked.size() && found < line.quantity) {
            command.short_quantity = line.quantity - found;
            command.short_reason = "not_found";
        }
        send(warehouse::Command{command});
    }
}

/// Now and then a box falls. The pieces are still there, but nobody wants them.
bool PromptSite::damage(Job& job) {
    if (job.picked.empty() || !mishap(6)) return false;
    auto& piece = job.picked[random_.below(job.picked.size())];
    const auto lots = std::ranges::count(job.picked, piece.line, &PickedLine::line);
    if (lots > 1 || !piece.instead_of.empty()) return false; // the message could not say which one it was
    goods().move({Place::staged, code(), piece.item, piece.lot}, Place::damaged, 1);
    warehouse::ReportDamage command;
    command.release = job.work.release;
    command.line = piece.line;
    command.quantity = 1;
    command.reason = "dropped";
    send(warehouse::Command{command});
    piece.quantity -= 1;
    std::erase_if(job.picked, [](const PickedLine& line) { return line.quantity == 0; });
    return true;
}

void PromptSite::pack(ReleaseId release) {
    auto& job = jobs_.at(release);
    damage(job);
    job.closed = true;
    // A big release goes into two cartons.
    const std::size_t cartons = job.picked.size() > 6 ? 2 : 1;
    const std::size_t each = (job.picked.size() + cartons - 1) / cartons;
    for (std::size_t first = 0; first < job.picked.size(); first += each) {
        Carton carton;
        carton.sscc = next_label();
        carton.order = job.work.order;
        warehouse::Pack command;
        command.release = release;
        command.sscc = carton.sscc;
        for (std::size_t at = first; at < std::min(first + each, job.picked.size()); ++at) {
            const auto& piece = job.picked[at];
            carton.content.push_back(piece);
            const auto known = std::ranges::find(command.lines, piece.line, &warehouse::LineQuantity::line);
            if (known != command.lines.end()) known->quantity += piece.quantity;
            else command.lines.push_back({piece.line, piece.quantity});
        }
        job.cartons.push_back(std::move(carton));
        send(warehouse::Command{command});
    }
    job.picked.clear();
}

std::vector<Carton> PromptSite::collect(ShipmentId shipment, ReleaseId release, const std::string& tracking) {
    auto* job = find(release);
    if (!job || job->cartons.empty()) return {};
    auto cartons = std::exchange(job->cartons, {});
    for (auto& carton : cartons) {
        carton.shipment = shipment;
        load(carton);
    }
    shipping::IssueGoods command;
    command.shipment = shipment;
    command.shipped_at = now();
    command.tracking = tracking;
    send(shipping::Command{command});
    return cartons;
}

void PromptSite::recall(Job& job, const WorkLine& line) {
    auto& open = job.open[line.line];
    auto wanted = line.quantity;
    const auto unpicked = std::min(open, wanted);
    open -= unpicked;
    wanted -= unpicked;
    Quantity put_back = 0;
    for (auto& piece : job.picked) {
        if (piece.line != line.line || wanted == 0) continue;
        const auto quantity = std::min(piece.quantity, wanted);
        goods().move({Place::staged, code(), piece.item, piece.lot}, Place::shelf, quantity);
        piece.quantity -= quantity;
        wanted -= quantity;
        put_back += quantity;
    }
    std::erase_if(job.picked, [](const PickedLine& piece) { return piece.quantity == 0; });
    if (put_back > 0) {
        warehouse::PutBack command;
        command.release = job.work.release;
        command.line = line.line;
        command.quantity = put_back;
        send(warehouse::Command{command});
    }
    answer_recall(job, line, unpicked + put_back, "packed");
}

} // namespace truefill::sim

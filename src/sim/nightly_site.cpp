#include "sim/nightly_site.h"

#include "sim/carrier.h"

#include <algorithm>
#include <utility>

namespace truefill::sim {

NightlySite::NightlySite(Outside& outside, SiteSetup setup, std::int64_t batch_hour, Carrier& van)
    : Site{outside, std::move(setup)}, batch_hour_{batch_hour}, van_{van} {}

void NightlySite::open_until(Time until) {
    until_ = until;
    const auto today = start_of(date_of(now())) + hours(batch_hour_);
    bus().at(today > now() ? today : today + days(1), [this] { night(); });
}

void NightlySite::begin(Job& job) { queue_.push_back(job.work.release); }

void NightlySite::night() {
    const auto tonight = std::exchange(queue_, {});
    for (const auto release : tonight) {
        auto& job = jobs_.at(release);
        job.begun = true;
        ship(job);
        job.closed = true;
    }
    if (now() < until_) bus().in(days(1), [this] { night(); });
}

void NightlySite::ship(Job& job) {
    warehouse::ConfirmLegacy command;
    command.site = code();
    command.release = job.work.release;
    command.delivery_note = code() + "-DN-" + std::to_string(++notes_);
    command.shipped_at = now();
    command.tracking = "TRK" + std::to_string(notes_) + code();
    Carton carton;
    carton.order = job.work.order;
    for (const auto& line : job.work.lines) {
        auto& open = job.open[line.line];
        const auto wanted = std::min(open, line.quantity);
        if (wanted == 0) continue;
        open -= wanted;
        Quantity found = 0;
        const auto picked = take_from_shelf(line, wanted);
        for (const auto& piece : picked) found += piece.quantity;
        const char* status = found < wanted ? "BP" : "CC";
        for (const auto& piece : picked) {
            command.lines.push_back({line.line, piece.quantity, status, piece.lot, ++sequence_, {}});
            carton.content.push_back(piece);
        }
        if (picked.empty()) command.lines.push_back({line.line, 0, status, {}, ++sequence_, {}});
    }
    if (command.lines.empty()) return; // all of it was called back
    load(carton);
    if (!carton.content.empty()) van_.take_over(*this, carton, command.tracking);
    send(warehouse::Command{command});
}

void NightlySite::recall(Job& job, const WorkLine& line) {
    auto& open = job.open[line.line];
    const auto back = std::min(open, line.quantity);
    open -= back;
    answer_recall(job, line, back, "shipped");
}

} // namespace truefill::sim

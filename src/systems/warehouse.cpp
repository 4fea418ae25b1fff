#include "systems/warehouse.h"

#include "inventory/commands.h"
#include "mirrors/commands.h"
#include "warehouse/commands.h"

#include <fmt/format.h>

#include <utility>

namespace truefill::systems {
namespace {

/// What stands on shelves and docks by the book; the system's own list would say the same.
std::int64_t in_building(json::Value row) {
    const auto buckets = row.find("buckets");
    std::int64_t sum = number_in(row, "suspense");
    for (const auto bucket : {"available", "held", "allocated", "staged"}) sum += number_in(buckets, bucket);
    return sum;
}

} // namespace

Warehouse::Warehouse(const SystemSetup& setup, const std::atomic<bool>& stop)
    : System{"wms-" + setup.code, setup, stop} {}

/// A release or a recall is known as soon as it is taken, for Truefill lists it; only counts wait for
/// somebody to go there.
bool Warehouse::take(const Job& job) {
    const auto wanted = job.work.find("count");
    if (!wanted) return true;
    const auto count_id = static_cast<std::uint32_t>(number_in(wanted, "count"));
    const auto deed = fmt::format("count/{}", job.id);
    plan(deed, now() + wait(deed, hours(1), hours(5)),
         [this, id = job.id, count_id, item = text_in(wanted, "item"), lot = text_in(wanted, "lot")](Time) {
             count(id, count_id, item, lot);
         });
    return false;
}

void Warehouse::count(std::uint64_t job, std::uint32_t count, const std::string& item,
                      const std::string& lot) {
    std::int64_t there = 0;
    truefill().each(fmt::format("/v1/stock?site={}&item={}", setup().code, item), [&](json::Value row) {
        if (lot.empty() || text_in(row, "lot") == lot) there += in_building(row);
    });
    inventory::CountStock command;
    command.count = CountId{count};
    command.counted = there;
    command.counted_by = setup().code + "/counter";
    truefill().send(letter(fmt::format("count/{}", count), now(), command));
    complete(job);
}

std::vector<Warehouse::Release> Warehouse::releases() {
    std::vector<Release> found;
    truefill().each(
        "/v1/releases?status=sent,acknowledged,in_work,packed&site=" + setup().code, [&](json::Value row) {
            found.push_back({static_cast<std::uint64_t>(number_in(row, "id")), text_in(row, "order"),
                             text_in(row, "stage"), time_in(row, "sent_at"), time_in(row, "acknowledged_at"),
                             number_in(row, "asked_back")});
        });
    return found;
}

void Warehouse::look() {
    for (const auto& release : releases()) {
        work(release);
        if (release.asked_back == 0) continue;
        const auto deed = fmt::format("recall/{}/{}", release.id, release.asked_back);
        plan(deed, now() + wait(deed, minutes(4), minutes(20)),
             [this, release](Time) { answer_recall(release); });
    }
}

/// What is not in anybody's hands yet goes back; else it is too late.
void Warehouse::answer_recall(const Release& release) {
    const auto key = fmt::format("recall/{}/{}", release.id, release.asked_back);
    const ReleaseId id{static_cast<std::uint32_t>(release.id)};
    if (units_of(release, "picked").empty() && units_of(release, "packed").empty())
        truefill().send(letter(key, now(), warehouse::ConfirmRecall{id, 0, 0}));
    else truefill().send(letter(key, now(), warehouse::RefuseRecall{id, 0, "packed"}));
}

std::vector<Warehouse::Units> Warehouse::units_of(const Release& release, std::string_view bucket) {
    std::vector<Units> found;
    const auto page = truefill().get("/v1/orders/" + release.order);
    if (!page) return found;
    const auto code = fmt::format("R-{}", release.id);
    for (const auto line : page->find("lines").elements())
        for (const auto units : line.find("quantities").elements())
            if (text_in(units, "release") == code && text_in(units, "bucket") == bucket)
                found.push_back({static_cast<std::uint32_t>(number_in(line, "number")), text_in(line, "item"),
                                 text_in(units, "lot"), number_in(units, "quantity")});
    return found;
}

} // namespace truefill::systems

#include "base/gs1.h"
#include "sim/stories/phrases.h"

namespace truefill::stories {
namespace {

ReleaseId release_of(const Words& words) { return ReleaseId{words.number("R")}; }
std::string wms(const Words& words) { return source_of("wms", words.text("SITE")); }

void acknowledge(Scene& scene, const Words& words) {
    scene.send(warehouse::Command{warehouse::AcknowledgeRelease{release_of(words)}}, wms(words));
}

void reject(Scene& scene, const Words& words) {
    warehouse::RejectRelease command;
    command.release = release_of(words);
    command.line = words.number("n");
    command.reason = code_of(words.text("reason"));
    scene.send(warehouse::Command{command}, wms(words));
}

void stop(Scene& scene, const Words& words) {
    warehouse::ConfirmRecall command;
    command.release = release_of(words);
    scene.send(warehouse::Command{command}, wms(words));
}
void cannot_stop(Scene& scene, const Words& words) {
    warehouse::RefuseRecall command;
    command.release = release_of(words);
    command.reason = words.text("reason");
    scene.send(warehouse::Command{command}, wms(words));
}
void ask_to_stop(Scene& scene, const Words& words) {
    warehouse::RequestRecall command;
    command.order = words.text("ORDER");
    command.reason = "asked";
    scene.send(warehouse::Command{command}, "office");
}

std::vector<Part> parts_of(Scene& scene, const Words& words) {
    const auto* order = order_of_release(scene, release_of(words));
    if (!order) return {};
    auto parts = parse_parts_of(scene.state(), *order, words.text("parts"));
    if (parts) return *parts;
    scene.fail(parts.error());
    return {};
}

void pick(Scene& scene, const Words& words) {
    const auto parts = parts_of(scene, words);
    if (words.has("q") && parts.size() > 1)
        return scene.fail("what is short of several parts at once? Write one line for each");
    for (const auto& part : parts) {
        warehouse::ConfirmPick command;
        command.release = release_of(words);
        command.line = part.line;
        command.quantity = part.quantity;
        command.lot = part.lot;
        command.sequence = words.number("n");
        command.short_quantity = words.quantity("q");
        if (words.has("q")) command.short_reason = "not_found";
        command.close_short = words.has("closing");
        scene.send(warehouse::Command{command}, wms(words));
    }
}
void pick_all(Scene& scene, const Words& words) {
    const auto* order = order_of_release(scene, release_of(words));
    if (!order) return;
    std::vector<warehouse::ConfirmPick> picks;
    order->each_parcel([&](const ledger::Line& line, std::uint32_t, const ledger::Parcel& parcel) {
        if (parcel.pipeline != ledger::Pipeline::released || parcel.release != release_of(words)) return;
        auto& pick = picks.emplace_back();
        pick.release = release_of(words);
        pick.line = line.number;
        pick.quantity = parcel.quantity;
        if (parcel.lot) pick.lot = scene.state().master.lot(parcel.lot).code;
    });
    for (const auto& pick : picks) scene.send(warehouse::Command{pick}, wms(words));
}
void put_back(Scene& scene, const Words& words) {
    for (const auto& part : parts_of(scene, words))
        scene.send(
            warehouse::Command{warehouse::PutBack{release_of(words), part.line, part.quantity, part.lot}},
            wms(words));
}
void damage(Scene& scene, const Words& words) {
    if (words.text("way") != "damages" && words.text("way") != "loses")
        return scene.fail("before it leaves, a site damages or loses goods");
    for (const auto& part : parts_of(scene, words)) {
        warehouse::ReportDamage command;
        command.release = release_of(words);
        command.line = part.line;
        command.quantity = part.quantity;
        command.lot = part.lot;
        command.lost = words.text("way") == "loses";
        scene.send(warehouse::Command{command}, wms(words));
    }
}

void pack(Scene& scene, const Words& words) {
    warehouse::Pack command;
    command.release = release_of(words);
    command.sscc = words.text("SSCC");
    if (words.has("parts"))
        for (const auto& part : parts_of(scene, words)) command.lines.push_back({part.line, part.quantity});
    scene.send(warehouse::Command{command}, wms(words));
}
void unpack(Scene& scene, const Words& words) {
    warehouse::Unpack command;
    command.handling_unit = HandlingUnitId{words.number("HU")};
    scene.send(warehouse::Command{command}, wms(words));
}

/// One message of a system that tells only the end: "10 BOLT status CC, 4 NUT status BP".
void confirm_late(Scene& scene, const Words& words) {
    warehouse::ConfirmLegacy command;
    command.site = words.text("SITE");
    command.delivery_note = words.text("NOTE");
    command.release = release_of(words);
    command.carton = words.text("CARTON");
    for (const auto& part : parts_of(scene, words)) {
        warehouse::LegacyLine line;
        line.line = part.line;
        line.quantity = part.quantity;
        line.status = part.status;
        line.lot = part.lot;
        line.substitute_item = words.text("ITEM");
        line.wms_sequence = command.lines.size() + 1;
        command.lines.push_back(std::move(line));
    }
    if (!command.lines.empty()) scene.send(warehouse::Command{command}, wms(words));
}

/// Everything that follows when nothing goes wrong, up to the goods issue.
void goes_out(Scene& scene, const Words& words) {
    const auto id = release_of(words);
    const auto* order = order_of_release(scene, id);
    if (!order) return;
    const auto site = scene.state().master.site(scene.state().warehouse.releases.at(id).site).code;
    const auto release = "R-" + std::to_string(id.value);
    scene.tell(Kind::happens, site + " acknowledges " + release);
    scene.tell(Kind::happens, site + " picks all of " + release);
    scene.tell(Kind::happens, site + " packs " + release);
    const auto shipment = scene.state().shipping.by_release.find(id);
    if (shipment == scene.state().shipping.by_release.end())
        return scene.fail("nothing was planned to leave for " + release);
    const auto& document = scene.state().shipping.shipments.at(shipment->second);
    if (!document.carrier) return scene.fail("no carrier takes what is packed of " + release);
    const auto carrier = scene.state().master.carrier(document.carrier).code;
    const auto name = "SH-" + std::to_string(shipment->second.value);
    scene.tell(Kind::happens, carrier + " accepts " + name);
    scene.tell(Kind::happens, name + " leaves");
}

void has_label(Scene& scene, const Words& words) {
    const auto* unit = scene.state().warehouse.handling_units.find(HandlingUnitId{words.number("HU")});
    if (!unit) return scene.fail("there is no " + words.text("HU"));
    auto digits = std::to_string(unit->sscc);
    digits.insert(0, 18 - std::min<std::size_t>(18, digits.size()), '0');
    if (unit->sscc == 0 || !has_gs1_check_digit(digits))
        return scene.fail(words.text("HU") + " has no SSCC with a right check digit: " + digits);
    if (words.has("SSCC") && digits != words.text("SSCC"))
        scene.fail(words.text("HU") + " has SSCC " + digits);
}

constexpr Phrase phrases[] = {
    {Kind::happens, "<SITE> acknowledges <R>", acknowledge},
    {Kind::happens, "<SITE> rejects[ line <n> of] <R>: <reason...>", reject},
    {Kind::happens, "<SITE> picks all of <R>", pick_all},
    {Kind::happens, "<SITE> picks <parts...> of <R>[ as pick <n>][, <q> not found][ and <closing> the line]",
     pick},
    {Kind::happens, "<SITE> puts back <parts...> of <R>", put_back},
    {Kind::happens, "<SITE> packs <R>[ into <SSCC>]", pack},
    {Kind::happens, "<SITE> packs <parts...> of <R>[ into <SSCC>]", pack},
    {Kind::happens, "<SITE> unpacks <HU>", unpack},
    {Kind::happens, "<SITE> <way> <parts...> of <R> before it leaves", damage},
    {Kind::happens, "the sites are asked to stop <ORDER>", ask_to_stop},
    {Kind::happens, "<SITE> stops <R>", stop},
    {Kind::happens, "<SITE> cannot stop <R>: <reason...>", cannot_stop},
    {Kind::happens, "<SITE> confirms note <NOTE> for <R>[ carton <CARTON>]: <parts...>[ with <ITEM> instead]",
     confirm_late},
    {Kind::happens, "<R> goes out", goes_out},
    {Kind::holds, "<HU> has SSCC <SSCC>", has_label},
    {Kind::holds, "<HU> has a right SSCC", has_label},
};

} // namespace

std::span<const Phrase> site_phrases() { return phrases; }

} // namespace truefill::stories

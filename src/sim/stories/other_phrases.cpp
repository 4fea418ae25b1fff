#include "sim/stories/phrases.h"

#include <fmt/format.h>

namespace truefill::stories {
namespace {

void wait(Scene& scene, const Words& words) {
    const auto count = words.quantity("q");
    const auto unit = words.text("unit");
    if (unit.starts_with("minute")) return scene.wait_until(scene.now() + minutes(count));
    if (unit.starts_with("hour")) return scene.wait_until(scene.now() + hours(count));
    if (unit.starts_with("day")) return scene.wait_until(scene.now() + days(count));
    scene.fail("time passes in minutes, hours or days");
}
void wait_until(Scene& scene, const Words& words) {
    const auto time = parse_time(words.text("date") + 'T' + words.text("time") + ":00Z");
    if (!time) return scene.fail(time.error());
    scene.wait_until(*time);
}

void repeat(Scene& scene, const Words&) { scene.repeat(false); }
void repeat_as_another(Scene& scene, const Words&) { scene.repeat(true); }
void under_last_id(Scene& scene, const Words& words) {
    scene.reuse_id();
    scene.tell(Kind::happens, words.text("line"));
}
void dated(Scene& scene, const Words& words) {
    scene.date_next(start_of(words.date("date")));
    scene.tell(Kind::happens, words.text("line"));
}

void send(Scene& scene, const Words& words) {
    const auto command = engine::decode_command(words.text("command"), std::string_view{words.text("json")});
    if (!command) {
        const auto& wrong = command.error();
        return scene.fail(fmt::format("{} {}: {}", words.text("command"), wrong.pointer, wrong.detail));
    }
    scene.send(*command, "test");
}

void was_refused(Scene& scene, const Words& words) {
    scene.accept_outcome(engine::Outcome::refused, words.text("code"));
}
void waits(Scene& scene, const Words&) { scene.accept_outcome(engine::Outcome::waiting, {}); }
void was_reported(Scene& scene, const Words&) { scene.accept_outcome(engine::Outcome::reported, {}); }
void nothing_waits(Scene& scene, const Words&) {
    for (const auto& [id, fact] : scene.state().flow.waiting)
        scene.fail(fmt::format("{} waits for {}: {}", fact.command, fact.key, fact.sentence));
}

/// The oldest open job of a kind to a destination.
JobId job_of(Scene& scene, const Words& words) {
    const auto kind = parse_word<engine::JobKind>(scene, words.text("job"));
    JobId found;
    std::string open;
    const auto& jobs = scene.state().flow.jobs;
    jobs.all().each([&](JobId id, const engine::Job& job) {
        const auto destination = jobs.destination(job.destination);
        open += fmt::format("\n        {} to {}", name_of(job.kind), destination);
        if (!found && job.kind == kind && destination == words.text("destination")) found = id;
    });
    if (kind && !found)
        scene.fail(fmt::format("no job {} waits for {}; there {}", words.text("job"),
                               words.text("destination"), open.empty() ? "is none" : "are:" + open));
    return found;
}
void job_waits(Scene& scene, const Words& words) { job_of(scene, words); }
void no_job(Scene& scene, const Words& words) {
    const auto& jobs = scene.state().flow.jobs;
    jobs.all().each([&](JobId, const engine::Job& job) {
        const auto kind = name_of(job.kind);
        if (!words.has("job") || kind == words.text("job"))
            scene.fail(fmt::format("a job {} waits for {}", kind, jobs.destination(job.destination)));
    });
}
void job_done(Scene& scene, const Words& words) {
    if (const auto job = job_of(scene, words))
        scene.send(engine::Command{engine::FlowCommand{engine::CompleteJob{job, "done"}}}, "worker");
}
void job_fails(Scene& scene, const Words& words) {
    const auto outcome = parse_word<engine::JobOutcome>(scene, words.text("outcome"));
    if (const auto job = outcome ? job_of(scene, words) : JobId{})
        scene.send(engine::Command{engine::FlowCommand{engine::FailJob{job, *outcome, "no answer"}}},
                   "worker");
}

bool is_asked(const cases::Case& one, const Words& words) {
    return one.is_open() && (!words.has("category") || one.category == words.text("category"));
}
/// The category is mentioned, so it is no surprise that a case of it opened; a wrong name is an error.
void mention(Scene& scene, const Words& words) {
    const auto category = words.text("category");
    const auto known = [](const auto& row) { return row.name; };
    if (std::ranges::find(cases::categories(), category, known) != cases::categories().end())
        return scene.mention(category);
    if (category != "refused_follow_up") scene.fail("there is no category " + category + " of cases");
}
void case_is_open(Scene& scene, const Words& words) {
    mention(scene, words);
    std::size_t open = 0;
    std::string others;
    scene.state().cases.cases.each([&](CaseId id, const cases::Case& one) {
        if (!one.is_open()) return;
        if (one.category != words.text("category")) {
            others += fmt::format("\n        CASE-{} {}: {}", id.value, one.category, one.sentence);
            return;
        }
        ++open;
        if (words.has("role") && name_of(one.owner) != words.text("role"))
            scene.fail(fmt::format("CASE-{} {} is for {}", id.value, one.category, name_of(one.owner)));
        if (words.has("amount") && one.value.amount != words.amount("amount")) {
            std::string text;
            append_amount(text, one.value.amount);
            scene.fail(fmt::format("CASE-{} {} has a value of {}", id.value, one.category, text));
        }
    });
    const auto wanted = words.has("q") ? static_cast<std::size_t>(words.quantity("q")) : 1;
    if (open != wanted)
        scene.fail(fmt::format("{} cases {} are open, not {}; others {}", open, words.text("category"),
                               wanted, others.empty() ? "there are none" : "are:" + others));
}
void no_case(Scene& scene, const Words& words) {
    if (words.has("category")) mention(scene, words);
    scene.state().cases.cases.each([&](CaseId id, const cases::Case& one) {
        if (is_asked(one, words))
            scene.fail(fmt::format("CASE-{} {} is open: {}", id.value, one.category, one.sentence));
    });
}
void case_was(Scene& scene, const Words& words) {
    mention(scene, words);
    bool found = false;
    scene.state().cases.cases.each([&](CaseId, const cases::Case& one) {
        found = found || (one.category == words.text("category") && !one.is_open());
    });
    if (!found) scene.fail("no case " + words.text("category") + " was resolved");
}
void assign(Scene& scene, const Words& words) {
    scene.send(cases::Command{cases::AssignCase{CaseId{words.number("CASE")}, words.text("person"), {}}},
               "office");
}
void resolve(Scene& scene, const Words& words) {
    scene.send(cases::Command{cases::ResolveCase{CaseId{words.number("CASE")}, words.text("code"), {}}},
               "office");
}
void reopen(Scene& scene, const Words& words) {
    scene.send(cases::Command{cases::ReopenCase{CaseId{words.number("CASE")}, words.text("reason")}},
               "office");
}
void resolve_incident(Scene& scene, const Words& words) {
    scene.send(
        cases::Command{cases::ResolveIncident{IncidentId{words.number("INC")}, words.text("code"), {}}},
        "office");
}
void incident_has(Scene& scene, const Words& words) {
    const auto* incident = scene.state().cases.incidents.find(IncidentId{words.number("INC")});
    if (!incident) return scene.fail("there is no " + words.text("INC"));
    if (incident->open != words.quantity("q") || incident->category != words.text("category"))
        scene.fail(
            fmt::format("{} has {} open cases {}", words.text("INC"), incident->open, incident->category));
}
void no_incident(Scene& scene, const Words&) {
    if (scene.state().cases.incidents.live() > 0) scene.fail("there is an incident");
}

constexpr Phrase phrases[] = {
    {Kind::happens, "<q> <unit> pass", wait},
    {Kind::happens, "it is <date> <time>", wait_until},
    {Kind::happens, "the message is repeated", repeat},
    {Kind::happens, "the message comes again as another one", repeat_as_another},
    {Kind::happens, "under the last id: <line...>", under_last_id},
    {Kind::happens, "dated <date>: <line...>", dated},
    {Kind::happens, "the job <job> for <destination> is done", job_done},
    {Kind::happens, "the job <job> for <destination> fails: <outcome>", job_fails},
    {Kind::happens, "<CASE> is given to <person>", assign},
    {Kind::happens, "<CASE> is resolved as <code>", resolve},
    {Kind::happens, "<CASE> is reopened: <reason...>", reopen},
    {Kind::happens, "incident <INC> is resolved as <code>", resolve_incident},
    {Kind::happens, "send <command...> <json...>", send},
    {Kind::holds, "refused <code>", was_refused},
    {Kind::holds, "the message waits", waits},
    {Kind::holds, "the message is reported", was_reported},
    {Kind::holds, "nothing waits", nothing_waits},
    {Kind::holds, "a job <job> waits for <destination>", job_waits},
    {Kind::holds, "no job[ <job>] waits", no_job},
    {Kind::holds, "no case is open", no_case},
    {Kind::holds, "no case <category> is open", no_case},
    {Kind::holds, "a case <category> is open[ for <role>][ with a value of <amount> <EUR>]", case_is_open},
    {Kind::holds, "<q> cases <category> are open[ for <role>]", case_is_open},
    {Kind::holds, "the case <category> was resolved", case_was},
    {Kind::holds, "<INC> has <q> open cases <category>", incident_has},
    {Kind::holds, "there is no incident", no_incident},
};

} // namespace

std::span<const Phrase> other_phrases() { return phrases; }

} // namespace truefill::stories

#include "cli/failure.h"
#include "cli/import.h"
#include "cli/journal_file.h"
#include "cli/terminal.h"
#include "loop/loop.h"
#include "loop/restore.h"
#include "personal/members.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <utility>

namespace truefill::cli {
namespace {

namespace shop = connectors::shop;
using engine::Outcome;

/// The answers by ticket; read after the loop has stopped. A fault may come on any thread.
class Answers final : public loop::AnswerSink {
public:
    explicit Answers(std::size_t count) : results(count) {}

    void answered(std::uint64_t ticket, loop::Answer answer) override {
        const std::scoped_lock lock{mutex_};
        if (answer) results[ticket] = std::move(*answer);
        else if (!fault) fault = std::move(answer.error());
    }

    std::vector<engine::Result> results;
    std::optional<loop::Fault> fault;

private:
    std::mutex mutex_;
};

/// A message and the file whose rows it carries; none for master data.
struct Outgoing {
    shop::ShopMessage message;
    std::size_t file{};
};

masterdata::Catalogue catalogue_of(const std::vector<ImportedFile>& files,
                                   const masterdata::MasterData& known) {
    masterdata::Catalogue catalogue;
    for (const bool stock : {false, true}) // Orders describe their items, stock only names them.
        for (const auto& file : files) {
            if ((file.kind == FileKind::stock) != stock) continue;
            catalogue = std::visit(
                [&](const auto& content) {
                    return shop::merged(catalogue, shop::proposed_catalogue(content, known));
                },
                file.content);
        }
    return catalogue;
}

std::vector<Outgoing> outgoing(const std::vector<ImportedFile>& files, const ImportOptions& options,
                               const masterdata::MasterData& known) {
    std::vector<Outgoing> result;
    auto catalogue = catalogue_of(files, known);
    if (!shop::is_empty(catalogue)) result.push_back({shop::load_message(std::move(catalogue)), 0});
    const auto append = [&](std::vector<shop::ShopMessage> messages, std::size_t file) {
        for (auto& message : messages) result.push_back({std::move(message), file});
    };
    for (std::size_t i = 0; i < files.size(); ++i)
        if (const auto* stock = std::get_if<shop::StockStatement>(&files[i].content))
            append(shop::messages(*stock, std::filesystem::path{files[i].path}.filename().string()), i);
    for (std::size_t i = 0; i < files.size(); ++i)
        if (const auto* import = std::get_if<shop::Import>(&files[i].content))
            append(shop::messages(*import, {.actor = "import", .site = options.site}), i);
    return result;
}

/// Seals what the messages say of persons. New keys are in the journal before any message is.
void seal_all(std::vector<Outgoing>& messages, journal::Journal& journal, const engine::State& state) {
    personal::KeyRing keys;
    read_keys(keys, journal, state);
    std::vector<journal::SideRow> made;
    keys.on_new_key([&](journal::SideRow row) { made.push_back(std::move(row)); });
    for (auto& [sent, file] : messages) {
        auto& message = sent.message;
        const personal::PersonOf person_of = [&](personal::Whose whose, std::string_view code) {
            if (whose == personal::Whose::user) return personal::person_named("user", code);
            const auto id = state.master.find_customer(code, message.envelope.source);
            return personal::person_named("customer",
                                          id ? std::string_view{state.master.customer(id).code} : code);
        };
        for (const auto& person : personal::persons_in(message.command, person_of))
            if (const auto found = state.access.erased.find(person); found != state.access.erased.end())
                message.erased_at = std::max(message.erased_at, found->second.position);
        auto wrong = personal::brings_token(message, {});
        if (!wrong)
            if (auto done = personal::seal(keys, message, person_of); !done) wrong = std::move(done.error());
        if (wrong) fail(exit_bad_input, wrong->code, wrong->sentence + "; nothing was imported");
    }
    if (auto done = journal.put_all(personal::keys_table, made); !done) fail_on(done.error());
}

/// Answers what came before without the loop, which would count the repeats in a record: so a second import
/// leaves the journal as it is, byte for byte. The tickets of the others.
std::vector<std::size_t> answer_known(const engine::State& state, const std::vector<Outgoing>& messages,
                                      Answers& answers) {
    std::vector<std::size_t> unknown;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const auto& message = messages[i].message.message;
        const auto& envelope = message.envelope;
        const auto* seen = state.flow.seen.find(engine::seen_key(envelope.source, envelope.message_id));
        if (seen && engine::is_repeat(*seen, message))
            answers.results[i] = {Outcome::duplicate, seen->position, {}, seen->refused()};
        else unknown.push_back(i);
    }
    return unknown;
}

/// Sends messages and waits for the answers.
void send(loop::Ports ports, std::vector<Outgoing>& messages, const std::vector<std::size_t>& tickets,
          Answers& answers) {
    loop::Loop loop{std::move(ports)};
    Progress progress{"Writing message"};
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        loop.submit(std::move(messages[tickets[i]].message.message), &answers, tickets[i]);
        progress.show(i + 1, tickets.size());
    }
    loop.stop(loop::Stop::drain);
}

/// What became of a message that came before: a duplicate is answered with the position of the first one.
void recall_answer(journal::Journal& journal, engine::Result& result) {
    journal::Batch batch;
    if (auto read = journal.read(result.position, 1, batch); !read) fail_on(read.error());
    json::Document document;
    const auto record = read_record(document, batch.record(0));
    if (record.steps.empty()) return;
    const auto& first = record.steps.front();
    if (first.command == engine::ReportMessage::name) result.outcome = Outcome::reported;
    if (result.was_refused && first.refusal) result.refusal = first.refusal;
}

void count(Posted& posted, const engine::Result& result) {
    switch (result.outcome) {
    case Outcome::committed: ++posted.committed; break;
    case Outcome::refused: ++posted.refused; break;
    case Outcome::waiting: ++posted.waiting; break;
    case Outcome::duplicate: ++posted.duplicates; break;
    case Outcome::reported: ++posted.reported; break;
    }
}

[[noreturn]] void fail_on(const loop::Fault& fault, const std::string& path) {
    fail(exit_bad_journal, "journal_stopped",
         fmt::format("{}: {} What was written before stays; run the same import again when it is mended.",
                     path, fault.sentence));
}

void check_site(const ImportOptions& options, const masterdata::MasterData& known,
                const std::vector<ImportedFile>& files) {
    if (options.site.empty() || known.find_site(options.site, shop::message_source)) return;
    for (const auto& file : files)
        if (const auto* stock = std::get_if<shop::StockStatement>(&file.content))
            for (const auto& balance : stock->balances)
                if (balance.site == options.site) return;
    fail(exit_bad_input, "unknown_site",
         fmt::format("--site {}: neither the journal nor a stock file knows this site", options.site));
}

} // namespace

Posted post(std::vector<ImportedFile>& files, const ImportOptions& options) {
    auto journal = open_journal(options.journal, stores::OpenMode::create);
    engine::Engine engine;
    if (auto done =
            replay(engine, *journal, {.to = {}, .progress = "Reading record", .before = {}, .after = {}});
        !done)
        fail_on(done.error(), options.journal);
    const auto before = journal->end();
    check_site(options, engine.state().master, files);
    auto messages = outgoing(files, options, engine.state().master);

    seal_all(messages, *journal, engine.state());

    Answers answers{messages.size()};
    loop::SystemClock clock;
    if (const auto tickets = answer_known(engine.state(), messages, answers); !tickets.empty()) {
        loop::Ports ports{.engine = engine, .journal = *journal, .clock = clock};
        ports.alarm = [](const loop::Fault&) {}; // Told as the command's own failure.
        send(std::move(ports), messages, tickets, answers);
    }
    if (answers.fault) fail_on(*answers.fault, options.journal);

    Posted posted;
    posted.journal = options.journal;
    posted.messages = messages.size();
    for (std::size_t i = 0; i < messages.size(); ++i) {
        auto& result = answers.results[i];
        count(posted, result);
        if (result.outcome == Outcome::duplicate) recall_answer(*journal, result);
        if (!messages[i].message.rows.empty())
            shop::reconcile(files[messages[i].file].outcomes(), messages[i].message, result);
    }
    posted.records = journal->end() - before;
    posted.position = journal->end();
    posted.head = hex(journal->head());
    return posted;
}

} // namespace truefill::cli

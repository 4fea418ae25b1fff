#include "cli/backup.h"

#include "api/operation/backup.h"
#include "cli/failure.h"
#include "cli/terminal.h"

#include <fmt/format.h>

#include <utility>

namespace truefill::cli {
namespace {

using Work = std::expected<api::Copied, api::CopyFault> (*)(const api::CopyOptions&);

api::Copied copied(Work work, const CopyArguments& arguments) {
    Progress progress{"copied"};
    api::CopyOptions options{arguments.from, arguments.to, arguments.force};
    options.progress = [&](std::uint64_t done, std::uint64_t total) {
        progress.show(done, total);
        return true;
    };
    auto done = work(options);
    if (done) return std::move(*done);
    fail(done.error().code == "same_file" ? exit_usage : exit_bad_journal, done.error().code,
         done.error().sentence);
}

std::string told(const api::Copied& copied) {
    return fmt::format("{}, {} KB, chain hash {}", plural(copied.position, "record"),
                       grouped(copied.bytes >> 10), copied.head.substr(0, 16));
}

} // namespace

int run_backup(const CopyArguments& arguments) {
    const auto done = copied(api::back_up, arguments);
    if (arguments.json) return print_json(done), exit_done;
    print(fmt::format("{} is a backup of {}, proven: {}.\n", done.file, arguments.from, told(done)));
    return exit_done;
}

int run_restore(const CopyArguments& arguments) {
    const auto done = copied(api::bring_back, arguments);
    if (arguments.json) return print_json(done), exit_done;
    print(fmt::format("{} is what {} held, proven: {}.\n", done.file, arguments.from, told(done)));
    if (!done.replaced.empty())
        print(fmt::format("The journal that stood there is {} now.\n", done.replaced));
    for (const auto& one : done.removed) print(fmt::format("{} is gone; the server makes it anew.\n", one));
    print(fmt::format("Then: truefill serve --journal {}\n", done.file));
    return exit_done;
}

} // namespace truefill::cli
